// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ConstantFolding.h. The interpreter computes what all is known of; parts
// of shapes are seen through besides, when other parts stay unknown.

#include "lib/Import/ConstantFolding.h"
#include "lib/Interpreter/Interpreter.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace weft;

/// Shapes and conditions are lists of a few numbers.
static constexpr int64_t maxResultElements = 64;
static constexpr int64_t maxOperandElements = 4096;

static bool hasSmallResults(Operation *op) {
  return llvm::all_of(op->getResultTypes(), [](Type type) {
    auto tensor = cast<RankedTensorType>(type);
    return tensor.hasStaticShape() &&
           tensor.getNumElements() <= maxResultElements;
  });
}

/// The operands as tensors, if all are constants of a modest size.
static std::optional<SmallVector<Tensor>> constantOperands(Operation *op) {
  SmallVector<Tensor> tensors;
  for (Value operand : op->getOperands()) {
    DenseElementsAttr elements;
    if (!matchPattern(operand, m_Constant(&elements)) ||
        elements.getNumElements() > maxOperandElements)
      return std::nullopt;
    auto tensor = Tensor::fromElements(elements);
    if (failed(tensor))
      return std::nullopt;
    tensors.push_back(*tensor);
  }
  return tensors;
}

static LogicalResult foldKnownOperands(OpBuilder &builder, Operation *op,
                                       SmallVectorImpl<Value> &results) {
  auto operands = constantOperands(op);
  if (!operands)
    return failure();
  InterpretOptions options;
  options.emitErrors = false;
  auto tensors = interpretOp(op, *operands, options);
  if (failed(tensors))
    return failure();
  for (auto [tensor, type] : llvm::zip_equal(*tensors, op->getResultTypes()))
    if (tensor.getType() != type)
      return failure();
  for (const Tensor &tensor : *tensors)
    results.push_back(
        ConstantOp::create(builder, op->getLoc(), tensor.toElements()));
  return success();
}

static LogicalResult foldKnownShape(OpBuilder &builder, Operation *op,
                                    SmallVectorImpl<Value> &results) {
  auto type = cast<RankedTensorType>(op->getResult(0).getType());
  if (op->getNumResults() != 1 || !type.getElementType().isInteger(64))
    return failure();
  auto sizes = matchPartialShape(op->getResult(0));
  if (!sizes || llvm::any_of(*sizes, ShapedType::isDynamic) ||
      int64_t(sizes->size()) != type.getNumElements())
    return failure();
  results.push_back(ConstantOp::create(
      builder, op->getLoc(), DenseIntElementsAttr::get(type, *sizes)));
  return success();
}

LogicalResult weft::foldSmallConstants(OpBuilder &builder, Operation *op,
                                       SmallVectorImpl<Value> &results) {
  if (op->getNumResults() == 0 || op->getNumRegions() != 0 || !isPure(op) ||
      isa<ConstantOp, GetOp, DropoutOp>(op) || !hasSmallResults(op))
    return failure();
  if (succeeded(foldKnownOperands(builder, op, results)))
    return success();
  return foldKnownShape(builder, op, results);
}
