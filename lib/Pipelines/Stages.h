// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The whole compiler in reading order.
//
//   import     lib/Import       a file of any framework              -> weft
//   simplify   passes/Simplify  shapes, constants, layout, idioms    -> weft
//   lower      passes/Lower     what the target has kernels for      -> weft
//   dispatch   passes/Fuse      fusion groups                        -> weft.dispatch over kernels
//   kernels    lib/Target       loops, memory, host code             -> llvm, scf, vector, arith
//   module     lib/Support      code, weights and manifest           -> .wm
//
// Each stage ends in a verifier. A stage's name is what --compile-to takes.

#ifndef WEFT_LIB_PIPELINES_STAGES_H
#define WEFT_LIB_PIPELINES_STAGES_H

#include "lib/Target/Target.h"

namespace weft {

enum class Stage { Import, Simplify, Lower, Dispatch, Kernels, Module };

/// The stages' names, in order.
llvm::ArrayRef<llvm::StringRef> getStageNames();
std::optional<Stage> parseStage(llvm::StringRef name);

struct PipelineOptions {
  std::string target = "cpu";
  TargetOptions targetOptions;
  /// Rewrites that hold in inference only.
  bool inference = true;
  /// How decoders keep keys and values: f32 as they are computed, bf16 or int8.
  std::string cacheType = "f32";
  /// Called before passes are added; for IR dumps, timing and instrumentation.
  std::function<void(mlir::PassManager &)> configure;
};

/// Adds the passes of the stages from `simplify` up to and with `last`.
void buildPipeline(mlir::OpPassManager &manager, const Target &target,
                   Stage last, const PipelineOptions &options);

/// Runs the stages up to and with `last` (at most Dispatch) on an imported module. Fails with diagnostics.
mlir::LogicalResult runStages(mlir::ModuleOp module, Stage last,
                              const PipelineOptions &options);

/// Runs all stages on an imported module and fills `writer`; the module must live until it has written.
mlir::LogicalResult
compileModule(mlir::ModuleOp module, const PipelineOptions &options,
              ModuleWriter &writer,
              std::vector<FunctionMemory> *memory = nullptr);

/// Everything that a context needs to import, compile and interpret.
void registerCompilerDialects(mlir::DialectRegistry &registry);

/// All passes of ours, for tools that take them by name.
void registerCompilerPasses();

} // namespace weft

#endif // WEFT_LIB_PIPELINES_STAGES_H
