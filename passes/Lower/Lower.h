// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The stage that leaves only ops that kernels exist for.

#ifndef WEFT_PASSES_LOWER_LOWER_H
#define WEFT_PASSES_LOWER_LOWER_H

#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassManager.h"

namespace weft {

#define GEN_PASS_DECL
#include "passes/Lower/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "passes/Lower/Passes.h.inc"

/// Adds the passes of this stage, in order, to a pass manager over modules.
void buildLowerPipeline(mlir::OpPassManager &manager);

} // namespace weft

#endif // WEFT_PASSES_LOWER_LOWER_H
