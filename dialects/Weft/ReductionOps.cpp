// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types and checks of reductions, windows, softmax and normalization.

#include "dialects/Weft/WeftOps.h"
#include "dialects/Weft/WindowPlaces.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;

/// Checks that `dims` are dimensions of `type`, each once.
static LogicalResult verifyDims(Operation *op, ArrayRef<int64_t> dims,
                                Type type) {
  int64_t rank = cast<RankedTensorType>(type).getRank();
  llvm::SmallDenseSet<int64_t> seen;
  for (int64_t dim : dims)
    if (dim < 0 || dim >= rank || !seen.insert(dim).second)
      return op->emitOpError("expected distinct dimensions of ")
             << type << ", found " << dim;
  return success();
}

/// `shape` without `dims`, or with them of size 1.
static SmallVector<int64_t> dropDims(ArrayRef<int64_t> shape,
                                     ArrayRef<int64_t> dims, bool keep) {
  SmallVector<int64_t> rest;
  for (auto [i, size] : llvm::enumerate(shape)) {
    if (!llvm::is_contained(dims, static_cast<int64_t>(i)))
      rest.push_back(size);
    else if (keep)
      rest.push_back(1);
  }
  return rest;
}

LogicalResult ReduceOp::inferReturnTypes(MLIRContext *, std::optional<Location>,
                                         Adaptor adaptor,
                                         SmallVectorImpl<Type> &types) {
  auto type = cast<RankedTensorType>(adaptor.getOperand().getType());
  types.push_back(RankedTensorType::get(
      dropDims(type.getShape(), adaptor.getDims(), adaptor.getKeepDims()),
      type.getElementType()));
  return success();
}

LogicalResult ReduceOp::verify() {
  bool isLogical =
      getKind() == ReductionKind::all || getKind() == ReductionKind::any;
  if (isLogical != getElementTypeOrSelf(getOperand().getType()).isInteger(1))
    return emitOpError("expected ") << (isLogical ? "truth values" : "numbers")
                                    << ", found " << getOperand().getType();
  return verifyDims(*this, getDims(), getOperand().getType());
}

LogicalResult ArgReduceOp::inferReturnTypes(MLIRContext *context,
                                            std::optional<Location>,
                                            Adaptor adaptor,
                                            SmallVectorImpl<Type> &types) {
  auto type = cast<RankedTensorType>(adaptor.getOperand().getType());
  types.push_back(RankedTensorType::get(
      dropDims(type.getShape(), static_cast<int64_t>(adaptor.getDim()),
               adaptor.getKeepDims()),
      IntegerType::get(context, 64)));
  return success();
}

LogicalResult ArgReduceOp::verify() {
  if (getKind() != ReductionKind::max && getKind() != ReductionKind::min)
    return emitOpError("expected max or min, found ")
           << stringifyReductionKind(getKind());
  return verifyDims(*this, static_cast<int64_t>(getDim()),
                    getOperand().getType());
}

LogicalResult CumulativeOp::inferReturnTypes(MLIRContext *,
                                             std::optional<Location>,
                                             Adaptor adaptor,
                                             SmallVectorImpl<Type> &types) {
  types.push_back(adaptor.getOperand().getType());
  return success();
}

LogicalResult CumulativeOp::verify() {
  if (getKind() != ReductionKind::sum && getKind() != ReductionKind::prod &&
      getKind() != ReductionKind::max && getKind() != ReductionKind::min)
    return emitOpError("expected sum, prod, max or min, found ")
           << stringifyReductionKind(getKind());
  return verifyDims(*this, static_cast<int64_t>(getDim()),
                    getOperand().getType());
}

LogicalResult ReduceWindowOp::inferReturnTypes(MLIRContext *,
                                               std::optional<Location> loc,
                                               Adaptor adaptor,
                                               SmallVectorImpl<Type> &types) {
  auto input = cast<RankedTensorType>(adaptor.getInput().getType());
  size_t spatial = input.getRank() < 3 ? 0 : input.getRank() - 2;
  if (!spatial || adaptor.getWindow().size() != spatial ||
      adaptor.getStrides().size() != spatial ||
      adaptor.getDilations().size() != spatial ||
      adaptor.getPadding().size() != 2 * spatial)
    return emitOptionalError(
        loc,
        "expected an input of rank at least 3, a window, strides and dilations "
        "for each spatial dimension, and twice as many paddings, found ",
        input);
  auto isPositive = [](int64_t v) { return v > 0; };
  if (!llvm::all_of(adaptor.getStrides(), isPositive) ||
      !llvm::all_of(adaptor.getDilations(), isPositive) ||
      !llvm::all_of(adaptor.getWindow(), isPositive))
    return emitOptionalError(
        loc, "expected a positive window, strides and dilations");
  SmallVector<int64_t> shape(input.getShape());
  for (size_t i = 0; i < spatial; ++i) {
    int64_t &size = shape[i + 1];
    if (ShapedType::isDynamic(size))
      continue;
    size = computeWindowPlaces(
        size, adaptor.getWindow()[i], adaptor.getStrides()[i],
        adaptor.getDilations()[i], /*inputDilation=*/1, adaptor.getPadding()[i],
        adaptor.getPadding()[spatial + i]);
  }
  types.push_back(RankedTensorType::get(shape, input.getElementType()));
  return success();
}

LogicalResult ReduceWindowOp::verify() {
  if (getKind() == ReductionKind::prod || getKind() == ReductionKind::all ||
      getKind() == ReductionKind::any)
    return emitOpError("expected max, min, sum or mean, found ")
           << stringifyReductionKind(getKind());
  return success();
}

LogicalResult SoftmaxOp::inferReturnTypes(MLIRContext *,
                                          std::optional<Location>,
                                          Adaptor adaptor,
                                          SmallVectorImpl<Type> &types) {
  types.push_back(adaptor.getOperand().getType());
  return success();
}

LogicalResult SoftmaxOp::verify() {
  return verifyDims(*this, static_cast<int64_t>(getDim()),
                    getOperand().getType());
}

LogicalResult NormalizeOp::inferReturnTypes(MLIRContext *,
                                            std::optional<Location>,
                                            Adaptor adaptor,
                                            SmallVectorImpl<Type> &types) {
  types.push_back(adaptor.getOperand().getType());
  return success();
}

LogicalResult NormalizeOp::verify() {
  return verifyDims(*this, getDims(), getOperand().getType());
}

LogicalResult BatchNormOp::verify() {
  if (failed(verifyDims(*this, static_cast<int64_t>(getDim()),
                        getOperand().getType())))
    return failure();
  auto type = cast<RankedTensorType>(getOperand().getType());
  int64_t channels = type.getDimSize(getDim());
  for (Value each : {getScale(), getOffset(), getMean(), getVariance()}) {
    auto vector = cast<RankedTensorType>(each.getType());
    if (vector.getRank() != 1 ||
        failed(verifyCompatibleShape(vector.getShape(),
                                     ArrayRef<int64_t>(channels))))
      return emitOpError("expected one value for each of ")
             << channels << " channels, found " << vector;
  }
  if (!areCompatibleTypes(type, getResult().getType()))
    return emitOpError("expected a result of type ")
           << type << ", found " << getResult().getType();
  if (getNumResults() != (getTraining() ? 3 : 1))
    return emitOpError(
        "expected running statistics as results in training, and only there");
  return success();
}
