// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the inputs of linear layers can be divided by factors that the layers' weights are multiplied by: what makes the inputs takes the
// division in, so that a model computes the same with as many ops.
//
//   %m = weft.mul %n, %gamma                      %n is normalized: gamma is divided
//   %q = weft.contract "mk,nk->mn" %m, %wq
//   %k = weft.contract "mk,nk->mn" %m, %wk
//
//   %u = weft.contract "mk,nk->mn" %m, %up        the rows of up are divided
//   %p = weft.mul %g, %u
//   %d = weft.contract "mk,nk->mn" %p, %down
//
// A parameter has one value in all functions, so all of its readers have to be like that.

#ifndef WEFT_PASSES_COMPRESS_INPUTSCALING_H
#define WEFT_PASSES_COMPRESS_INPUTSCALING_H

#include "passes/Compress/WeightUses.h"

namespace weft {

struct InputScaling {
  /// Scale and maybe shift of a norm, of rank 1; or one weight of a linear layer, divided along its outputs.
  llvm::SmallVector<ParameterOp, 2> divided;
  /// Whether the only one of `divided` is a weight [inputs, outputs].
  bool isTransposed = false;
  /// The weights that are multiplied along their inputs; into the list that the scaling was found from.
  llvm::SmallVector<const WeightUses *, 3> readers;
};

/// The scalings of `weights`, as findWeightUses gives them, in the order of the module.
std::vector<InputScaling> findInputScalings(llvm::ArrayRef<WeightUses> weights,
                                            mlir::ModuleOp module);

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_INPUTSCALING_H
