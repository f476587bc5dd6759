// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The contract of a code generation target: what comes before weft.dispatch is shared, what comes after is one of these.
//
// To add a target: a folder in lib/Target with one class, and its registration in Targets.cpp. Nobody outside asks which target it is; what
// a caller needs to know is a question that every target answers.

#ifndef WEFT_LIB_TARGET_TARGET_H
#define WEFT_LIB_TARGET_TARGET_H

#include "lib/Analysis/MemoryUse.h"
#include "lib/Analysis/PrunedWeight.h"
#include "lib/Support/MappedFile.h"
#include "lib/Support/ModuleWriter.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/PassManager.h"

namespace mlir {
class DialectRegistry;
} // namespace mlir

namespace weft {
class ContentCache;

/// What is wanted beside the module itself.
enum class EmitKind {
  /// A module that the runtime loads.
  Module,
  /// The generated code as MLIR, before it becomes LLVM IR.
  MLIR,
  LLVM,
  Assembly,
  Object,
};

struct TargetOptions {
  /// What a target calls its levels: "host", "avx2", "avx512", "amx", "all", or a name of its code generator.
  std::string level = "host";
  /// One of Target::getPrecisions().
  std::string precision = "f32";
  /// Line tables from the source's nodes.
  bool debugInfo = false;
  /// Threads of the compiler; 0 = the cores that the process may use.
  unsigned threads = 0;
  /// Where code is kept from one compilation to the next; none if null.
  ContentCache *cache = nullptr;
  /// A file that `tune` wrote, of choices to follow; none if empty.
  std::string tuneFile;
  /// Called with the name of each step when it begins.
  std::function<void(llvm::StringRef step)> progress;
};

/// A level of a target, for listings.
struct TargetLevel {
  std::string name, summary;
  bool runsHere = false;
};

/// Memory of a compiled function.
struct FunctionMemory {
  std::string name;
  int64_t arenaBytes = 0, lowerBoundBytes = 0;
  std::vector<TensorLife> tensors;
};

/// Runs modules for Target::tune, which has no runtime.
class ModuleTimer {
public:
  struct Function {
    std::shared_ptr<MappedFile> module;
    std::string name;
  };
  virtual ~ModuleTimer() = default;

  /// Runs the functions in turn on one thread, as often as fits into \p seconds
  /// but a few times at least, and returns the least time of each in seconds.
  /// \p cold empties the near caches before each run.
  virtual llvm::Expected<std::vector<double>>
  time(llvm::ArrayRef<Function> functions, double seconds, bool cold) = 0;
};

struct TuneOptions {
  /// How long it may take, about.
  double seconds = 60;
  /// What was learnt before is read from here, and with what is learnt now
  /// written here.
  std::string file;
  ModuleTimer *timer = nullptr;
  /// Told how much of the time is over, 0 to 1, and what is being done.
  std::function<void(double part, const llvm::Twine &what)> progress;
};

class Target {
public:
  virtual ~Target() = default;

  virtual llvm::StringRef getName() const = 0;
  virtual llvm::StringRef getSummary() const = 0;
  virtual std::vector<TargetLevel> getLevels() const = 0;

  /// What --precision may be: "f32", ... Those that are types ("bf16", "f16") round operands of products before fusion, for any target;
  /// others are a matter of its kernels. docs/Precision.md says what each means.
  virtual llvm::ArrayRef<llvm::StringRef> getPrecisions() const = 0;

  /// Dialects and translations that code generation needs.
  virtual void registerDialects(mlir::DialectRegistry &registry) const = 0;

  /// Passes of this target alone, for weft-opt.
  virtual void registerPasses() const = 0;

  /// Adds what rewrites the module into ops that the target has kernels for, before fusion.
  virtual void addLoweringPasses(mlir::OpPassManager &manager) const = 0;

  /// Whether a product is faster where kernels leave out what its weight has zeros for.
  virtual bool skipsZeros(const SparseProduct &product,
                          const TargetOptions &) const {
    return product.getByteShare() <= kMostByteShare;
  }

  /// Bytes that a worker keeps near from one dispatch to the next; 0 where a dispatch leaves nothing near.
  virtual int64_t getNearBytes(const TargetOptions &) const { return 0; }

  /// Generates code for a module of dispatches and adds functions, code and weights to `writer`. Weights are read when the writer
  /// writes, so `module` and its weight store must live until then. Fails with diagnostics; all ops that the target lacks are named.
  virtual mlir::LogicalResult
  generate(mlir::ModuleOp module, const TargetOptions &options,
           ModuleWriter &writer,
           std::vector<FunctionMemory> *memory = nullptr) const = 0;

  /// Searches for choices that make the module, of dispatches, faster on this
  /// machine, and keeps them in a file that generation follows from then on. The
  /// module is not changed. Fails with diagnostics.
  virtual mlir::LogicalResult tune(mlir::ModuleOp module, const TargetOptions &,
                                   const TuneOptions &) const {
    return module.emitError("target '" + getName() + "' has nothing to tune");
  }

  /// Generates code of another kind than Module, as text or bytes.
  virtual llvm::FailureOr<std::string> emit(mlir::ModuleOp module,
                                            const TargetOptions &options,
                                            EmitKind kind) const = 0;

  /// Writes a plain shared library with code and weights to `path`, and a C
  /// header of the same name beside it. Fails with diagnostics.
  virtual mlir::LogicalResult emitLibrary(mlir::ModuleOp module,
                                          const TargetOptions &options,
                                          llvm::StringRef path) const = 0;
};

/// All targets of this build, in the order of listings.
llvm::ArrayRef<const Target *> getTargets();

/// Names that a model may be converted for although no target of this build has
/// them.
llvm::ArrayRef<llvm::StringRef> getOtherTargetNames();

/// The target of that name, or null.
const Target *findTarget(llvm::StringRef name);

} // namespace weft

#endif // WEFT_LIB_TARGET_TARGET_H
