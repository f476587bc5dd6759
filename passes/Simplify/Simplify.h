// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The simplifying passes and their order.

#ifndef WEFT_PASSES_SIMPLIFY_SIMPLIFY_H
#define WEFT_PASSES_SIMPLIFY_SIMPLIFY_H

#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassManager.h"

namespace weft {

#define GEN_PASS_DECL
#include "passes/Simplify/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "passes/Simplify/Passes.h.inc"

/// What the simplifying stage may do.
struct SimplifyOptions {
  /// Rewrites that hold in inference only: batch norm and dropout go away.
  bool inference = true;
  /// Quantized values are multiplied as integers and looked up in tables.
  /// Without it quantization and the codes of weights stay as they are, for
  /// other programs to do the same.
  bool formIntegers = true;
};

/// Adds the simplifying passes, in order, to a pass manager over modules.
void buildSimplifyPipeline(mlir::OpPassManager &manager,
                           const SimplifyOptions &options);

} // namespace weft

#endif // WEFT_PASSES_SIMPLIFY_SIMPLIFY_H
