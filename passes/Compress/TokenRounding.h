// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Activations of 8 bits with a scale for each row, that is for each token of a language model, found when the model runs: what one token gives
// does not depend on the others of its call.
//
//   %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x64xf32>, tensor<32x64xf32>) -> tensor<?x32xf32>
//
// becomes
//
//   %a = weft.abs %x
//   %m = weft.reduce max %a {dims = array<i64: 1>, keep_dims} : (tensor<?x64xf32>) -> tensor<?x1xf32>
//   %s = weft.mul %m, 1 / 127
//   %r = weft.div 127, %m
//   %f = weft.mul %x, %r
//   %q = weft.quantize %f, 1, 128 : (tensor<?x64xf32>, tensor<f32>, tensor<ui8>) -> tensor<?x64xui8>
//   %d = weft.dequantize %q, 1, 128 : (tensor<?x64xui8>, tensor<f32>, tensor<ui8>) -> tensor<?x64xf32>
//   %p = weft.contract "mk,nk->mn" %d, %w
//   %y = weft.mul %p, %s : (tensor<?x32xf32>, tensor<?x1xf32>) -> tensor<?x32xf32>
//
// The scales stand behind the product, so that it is one of whole numbers with one scale, as any other. A row of zeros has the scale 0, and
// whatever bytes: its sums become 0 again.

#ifndef WEFT_PASSES_COMPRESS_TOKENROUNDING_H
#define WEFT_PASSES_COMPRESS_TOKENROUNDING_H

#include "dialects/Weft/WeftOps.h"

namespace weft {

/// Whether the left operand of `contract` is f32 and has a row of inputs for each row of the result, and i32 holds the sums.
bool canRoundTokens(ContractOp contract);

/// Rounds the left operands of contractions, for each of which canRoundTokens, and scales their results. A value that several of them read is
/// rounded once, and not again what has been rounded.
void roundTokens(llvm::ArrayRef<ContractOp> contractions);

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_TOKENROUNDING_H
