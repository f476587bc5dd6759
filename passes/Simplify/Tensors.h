// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What rewrites ask of tensors again and again.

#ifndef WEFT_PASSES_SIMPLIFY_TENSORS_H
#define WEFT_PASSES_SIMPLIFY_TENSORS_H

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Builders.h"

namespace weft {

/// The type of a value of the dialect, all of which are tensors.
inline mlir::RankedTensorType tensorType(mlir::Value value) {
  return mlir::cast<mlir::RankedTensorType>(value.getType());
}

/// A tensor of rank 0 that holds an integer.
inline mlir::Value makeScalar(mlir::OpBuilder &builder, mlir::Location loc,
                              mlir::Type element, int64_t value) {
  return ConstantOp::create(builder, loc,
                            mlir::DenseElementsAttr::get(
                                mlir::RankedTensorType::get({}, element),
                                llvm::ArrayRef<mlir::Attribute>(
                                    builder.getIntegerAttr(element, value))));
}

/// Whether `op` only takes elements of its operand 0 to other places.
inline bool movesElements(mlir::Operation *op) {
  return mlir::isa<TransposeOp, ReshapeOp, SliceOp, GatherOp>(op);
}

} // namespace weft

#endif // WEFT_PASSES_SIMPLIFY_TENSORS_H
