// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The whole compiler in reading order.

#include "lib/Pipelines/Stages.h"
#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/DialectRegistry.h"
#include "passes/Compress/Compress.h"
#include "passes/Fuse/Fuse.h"
#include "passes/Lower/Lower.h"
#include "passes/Simplify/Simplify.h"
#include "weft/Plugin.h"

using namespace mlir;
using namespace weft;

llvm::ArrayRef<llvm::StringRef> weft::getStageNames() {
  static const llvm::StringRef names[] = {"import",   "simplify", "lower",
                                          "dispatch", "kernels",  "module"};
  return names;
}

std::optional<Stage> weft::parseStage(StringRef name) {
  auto it = llvm::find(getStageNames(), name);
  if (it == getStageNames().end())
    return std::nullopt;
  return static_cast<Stage>(it - getStageNames().begin());
}

void weft::buildPipeline(OpPassManager &manager, const Target &target,
                         Stage last, const PipelineOptions &options) {
  if (last < Stage::Simplify)
    return;
  if (options.cacheType != "f32")
    manager.addPass(createConvertCaches({options.cacheType}));
  buildSimplifyPipeline(manager, SimplifyOptions{options.inference});
  if (last < Stage::Lower)
    return;
  target.addLoweringPasses(manager);
  StringRef precision = options.targetOptions.precision;
  if (precision == "bf16" || precision == "f16")
    manager.addPass(createConvertPrecision({precision.str()}));
  // Lowering cuts weights into those of its products.
  if (options.inference)
    manager.addPass(createFoldConstants());
  if (last < Stage::Dispatch)
    return;
  manager.addPass(createMarkIntegerTables());
  manager.addPass(createMarkSparseOperands());
  manager.addPass(
      createMarkSparseWeights([&target, targetOptions = options.targetOptions](
                                  const SparseProduct &product) {
        return target.skipsZeros(product, targetOptions);
      }));
  manager.addPass(createFormDispatches());
  // Code generation is what takes time: equal code is generated once.
  manager.addPass(createShareKernels());
  if (int64_t nearBytes = target.getNearBytes(options.targetOptions))
    manager.addPass(createMapSlices({nearBytes}));
  manager.addPass(createVerifyDispatches());
}

LogicalResult weft::runStages(ModuleOp module, Stage last,
                              const PipelineOptions &options) {
  const Target *target = findTarget(options.target);
  if (!target)
    return module.emitError("unknown target \"")
           << options.target << "\"; `weft targets` lists those of this build";
  PassManager manager(module.getContext());
  // Each pass ends in a verifier, and so each stage does.
  manager.enableVerifier(true);
  if (options.configure)
    options.configure(manager);
  for (Dialect *dialect : module.getContext()->getLoadedDialects())
    if (auto *plugin = dialect->getRegisteredInterface<PluginLowering>())
      plugin->addPasses(manager);
  buildPipeline(manager, *target, std::min(last, Stage::Dispatch), options);
  return manager.run(module);
}

/// A module without an entry has nothing to compile.
static LogicalResult checkEntries(ModuleOp module) {
  if (llvm::any_of(module.getOps<FuncOp>(), [](FuncOp function) {
        return function.isPublic() && !function.isExternal();
      }))
    return success();
  return module.emitError("expected a public function with a body, found none");
}

LogicalResult weft::compileModule(ModuleOp module,
                                  const PipelineOptions &options,
                                  ModuleWriter &writer,
                                  std::vector<FunctionMemory> *memory) {
  if (failed(checkEntries(module)) ||
      failed(runStages(module, Stage::Dispatch, options)))
    return failure();
  return findTarget(options.target)
      ->generate(module, options.targetOptions, writer, memory);
}

void weft::registerCompilerDialects(DialectRegistry &registry) {
  registry.insert<WeftDialect>();
  for (const Target *target : getTargets())
    target->registerDialects(registry);
}

void weft::registerCompilerPasses() {
  registerWeftCompressPasses();
  registerWeftSimplifyPasses();
  registerWeftLowerPasses();
  registerFusePasses();
  for (const Target *target : getTargets())
    target->registerPasses();
}
