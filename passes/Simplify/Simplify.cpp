// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The simplifying passes in order, each with its reason.

#include "passes/Simplify/Simplify.h"

#include "mlir/Transforms/Passes.h"

#include "dialects/Weft/WeftDialect.h"

namespace weft {
#define GEN_PASS_DEF_SIMPLIFY
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;

void weft::buildSimplifyPipeline(OpPassManager &manager,
                                 const SimplifyOptions &options) {
  // Everything below asks for static sizes, so these come first.
  manager.addPass(createSimplifyShapes());
  manager.addPass(createCSEPass());
  if (options.inference)
    manager.addPass(createLowerBatchNorm());
  // Attention before transposes go into the contractions' equations, where its operands would be harder to see.
  manager.addPass(createRecognizeAttention());
  manager.addPass(createRecognizeNormalize());
  // Channels-last ops come wrapped in transposes, which hide a convolution from what follows it.
  manager.addPass(createPropagateTransposes());
  if (options.inference) {
    // Now dequantization stands right before a product, at most with transposes of the weights between them. Before scales and
    // constants are folded, which would leave floats of the weights.
    manager.addPass(createSinkDequantize());
    if (options.formIntegers) {
      manager.addPass(createUnsignActivations());
      manager.addPass(createFormIntegerProducts());
      // While quantization is whole: a table is the same however it is made.
      manager.addPass(createTabulateBytes());
      manager.addPass(createFoldQuantizeScales());
    }
    // And a scale stands right behind its convolution.
    manager.addPass(createFoldScales());
    // The expressions over parameters that the passes above made are evaluated once and for all.
    manager.addPass(createCSEPass());
    FoldConstantsOptions folding;
    folding.keepCodes = !options.formIntegers;
    manager.addPass(createFoldConstants(folding));
  }
  // A reshape between a contraction and a residual sum would keep them from being fused.
  manager.addPass(createHoistReshapes());
  // What folding made known, and what it left without use.
  manager.addPass(createSimplifyShapes());
  manager.addPass(createCSEPass());
  manager.addPass(createDeduplicateParameters());
}

namespace {
/// The same list as one pass, so that every driver can run it by name.
struct SimplifyPass : weft::impl::SimplifyBase<SimplifyPass> {
  void runOnOperation() override {
    OpPassManager manager(ModuleOp::getOperationName());
    weft::buildSimplifyPipeline(manager, weft::SimplifyOptions());
    if (failed(runPipeline(manager, getOperation())))
      signalPassFailure();
  }
};
} // namespace
