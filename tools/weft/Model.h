// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A model in memory as the verbs use it: imported, run through stages, compiled.

#ifndef WEFT_TOOLS_WEFT_MODEL_H
#define WEFT_TOOLS_WEFT_MODEL_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Pipelines/Messages.h"
#include "lib/Pipelines/Stages.h"
#include "lib/Support/ContentCache.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Support/Timing.h"
#include "tools/weft/ModelFlags.h"
#include "tools/weft/Verb.h"

namespace weft {

class Model {
public:
  explicit Model(const ModelFlags &flags);
  ~Model();

  /// Imports the file; what goes wrong is on stderr.
  ExitStatus import(llvm::StringRef path);

  /// Runs passes over what was imported.
  ExitStatus
  runPasses(llvm::function_ref<void(mlir::OpPassManager &)> addPasses);

  /// Runs the stages up to and with `last`, at most Dispatch.
  ExitStatus runStages(Stage last);

  /// Runs all stages; the module is ready to be written while the model lives.
  ExitStatus compile(std::vector<FunctionMemory> *memory = nullptr);

  /// The same, and writes the module into memory.
  ExitStatus compileToMemory(std::shared_ptr<MappedFile> &compiled,
                             std::vector<FunctionMemory> *memory = nullptr);

  /// Runs the stages, searches for faster schedules for about so many seconds,
  /// and follows them from then on. They are kept in the file that the flags
  /// name, or in the user's folder of caches.
  ExitStatus tune(double seconds);

  /// Runs the stages and generates code of another kind.
  ExitStatus emit(EmitKind kind, std::string &text);

  /// Runs the stages and writes a plain shared library and its header.
  ExitStatus emitLibrary(llvm::StringRef output);

  /// A remark and where it holds.
  struct Remark {
    std::string place, text;
  };
  /// Puts remarks into `list` as well; it must live as long as the model.
  void keepRemarks(std::vector<Remark> &list);

  mlir::MLIRContext &getContext() { return context; }
  mlir::ModuleOp getModule() { return *module; }
  /// The function of that name, else main, or the only one that is not private. Null if there is none.
  FuncOp findEntry(llvm::StringRef name = "");
  ModuleWriter &getWriter() { return *writer; }
  /// Texts that belong to the model.
  const ModelAssets &getAssets() const { return assets; }
  /// From the beginning of import to the end of compile.
  double getCompileSeconds() const { return compileSeconds; }

private:
  ExitStatus loadPlugins(mlir::DialectRegistry &registry);
  /// Says which name of --dump-ir-after is no pass.
  ExitStatus checkDumps();
  /// Decides for what code is generated; says so if that cannot be done.
  ExitStatus chooseTarget();
  /// What a failure of the compiler comes to: ours if the IR is broken.
  ExitStatus classifyFailure();
  /// The end of a step: prints its remarks, and says what its result comes to.
  ExitStatus finish(mlir::LogicalResult result);
  /// Says what the cache did, where remarks are asked for.
  void reportCache();
  PipelineOptions getPipelineOptions();
  void handleDiagnostic(mlir::Diagnostic &diagnostic);

  const ModelFlags &flags;
  RemarkCollector remarks;
  std::vector<Remark> *keptRemarks = nullptr;
  std::unique_ptr<ContentCache> cache;
  mlir::MLIRContext context;
  mlir::DefaultTimingManager timing;
  mlir::TimingScope rootTiming;
  mlir::OwningOpRef<mlir::ModuleOp> module;
  ModelAssets assets;
  std::unique_ptr<ModuleWriter> writer;
  std::string path, target, tuneFile;
  /// Whether the stages up to Dispatch have run.
  bool isDispatched = false;
  double compileSeconds = 0;
};

/// Refuses an output that is the model itself or in no folder, before anything
/// long is done. "" and "-" are stdout.
ExitStatus checkOutput(llvm::StringRef model, llvm::StringRef output);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_MODEL_H
