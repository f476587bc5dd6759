// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Checks of quantization.

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Builders.h"

using namespace mlir;
using namespace weft;

/// Checks the shapes of an op that scales `operand` along `dim` in blocks.
template <typename OpT> static LogicalResult verifyScaling(OpT op) {
  auto type = cast<RankedTensorType>(op.getOperand().getType()),
       scale = cast<RankedTensorType>(op.getScale().getType());
  auto result = cast<RankedTensorType>(op.getType());
  if (type.getRank() != result.getRank() ||
      failed(verifyCompatibleShape(type, result)))
    return op.emitOpError("expected a result of the operand's shape, found ")
           << type << " and " << result;
  if (op.getZeroPoint() &&
      failed(verifyCompatibleShape(op.getZeroPoint().getType(), scale)))
    return op.emitOpError("expected scale and zero point of one shape, found ")
           << scale << " and " << op.getZeroPoint().getType();
  int64_t dim = op.getDim(), block = op.getBlock();
  if (scale.getRank() == 0)
    return success();
  if (dim < 0 || dim >= type.getRank() || block < 0)
    return op.emitOpError("expected a dimension of ")
           << type << " and no negative block, found " << dim << " and "
           << block;
  if (block == 0) {
    if (scale.getRank() != 1 ||
        failed(verifyCompatibleShape(scale.getShape(),
                                     type.getShape().slice(dim, 1))))
      return op.emitOpError("expected a scale for each index of dimension ")
             << dim << " of " << type << ", found " << scale;
    return success();
  }
  SmallVector<int64_t> shape(type.getShape());
  if (!ShapedType::isDynamic(shape[dim]))
    shape[dim] = llvm::divideCeil(shape[dim], block);
  if (scale.getRank() != type.getRank() ||
      failed(verifyCompatibleShape(scale.getShape(), shape)))
    return op.emitOpError("expected scales of shape ")
           << RankedTensorType::get(shape, scale.getElementType()) << ", found "
           << scale;
  return success();
}

LogicalResult QuantizeOp::verify() { return verifyScaling(*this); }
LogicalResult DequantizeOp::verify() { return verifyScaling(*this); }
