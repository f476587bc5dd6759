// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which products a target may compute from numbers of bf16, beside those whose operands are of that type.

#ifndef WEFT_DIALECTS_WEFT_ROUNDEDPRODUCTS_H
#define WEFT_DIALECTS_WEFT_ROUNDEDPRODUCTS_H

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/TypeUtilities.h"

namespace weft {

/// A unit attribute of attention whose operands stay f32, since they hold keys and values of earlier calls, in a model whose other products are of
/// bf16. The interpreter rounds nothing. It is no property of the op, which would change how older files are read.
inline constexpr llvm::StringLiteral kBF16ProductsAttribute =
    "weft.bf16_products";

/// Whether a target may round to bf16 what both products of `op` multiply, the weights of values included.
inline bool mayRoundToBF16(AttentionOp op) {
  return mlir::getElementTypeOrSelf(op.getQuery().getType()).isBF16() ||
         op->hasAttr(kBF16ProductsAttribute);
}

} // namespace weft

#endif // WEFT_DIALECTS_WEFT_ROUNDEDPRODUCTS_H
