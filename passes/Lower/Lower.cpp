// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The order of the lowering passes.

#include "passes/Lower/Lower.h"
#include "mlir/Transforms/Passes.h"

void weft::buildLowerPipeline(mlir::OpPassManager &manager) {
  manager.addPass(createInlineCalls());
  manager.addPass(createDecomposeRecurrence());
  manager.addPass(createDecomposeOps());
  // Decomposition makes shapes and constants that are one to the host.
  manager.addPass(mlir::createCanonicalizerPass());
  manager.addPass(mlir::createCSEPass());
  manager.addPass(createVerifyLowered());
}
