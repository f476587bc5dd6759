// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types and checks of gather and scatter, order, and random numbers.

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Builders.h"

using namespace mlir;
using namespace weft;

static RankedTensorType tensorType(Value value) {
  return cast<RankedTensorType>(value.getType());
}

/// Checks that `dim` is a dimension of `data`.
static LogicalResult checkDim(std::optional<Location> loc, int64_t dim,
                              RankedTensorType data) {
  if (dim < 0 || dim >= data.getRank())
    return emitOptionalError(loc, "expected a dimension of ", data, ", found ",
                             dim);
  return success();
}

LogicalResult GatherOp::inferReturnTypes(MLIRContext *,
                                         std::optional<Location> loc,
                                         Adaptor adaptor,
                                         SmallVectorImpl<Type> &types) {
  RankedTensorType data = tensorType(adaptor.getData()),
                   indices = tensorType(adaptor.getIndices());
  int64_t dim = adaptor.getDim();
  if (failed(checkDim(loc, dim, data)))
    return failure();
  SmallVector<int64_t> shape(data.getShape().take_front(dim));
  shape.append(indices.getShape().begin(), indices.getShape().end());
  shape.append(data.getShape().begin() + dim + 1, data.getShape().end());
  types.push_back(RankedTensorType::get(shape, data.getElementType()));
  return success();
}

LogicalResult GatherElementsOp::inferReturnTypes(MLIRContext *,
                                                 std::optional<Location> loc,
                                                 Adaptor adaptor,
                                                 SmallVectorImpl<Type> &types) {
  RankedTensorType data = tensorType(adaptor.getData()),
                   indices = tensorType(adaptor.getIndices());
  if (failed(checkDim(loc, adaptor.getDim(), data)))
    return failure();
  if (data.getRank() != indices.getRank())
    return emitOptionalError(loc,
                             "expected data and indices of one rank, found ",
                             data, " and ", indices);
  types.push_back(
      RankedTensorType::get(indices.getShape(), data.getElementType()));
  return success();
}

LogicalResult GatherNdOp::inferReturnTypes(MLIRContext *,
                                           std::optional<Location> loc,
                                           Adaptor adaptor,
                                           SmallVectorImpl<Type> &types) {
  RankedTensorType data = tensorType(adaptor.getData()),
                   indices = tensorType(adaptor.getIndices());
  int64_t batch = adaptor.getBatchDims();
  if (indices.getRank() < 1 || indices.isDynamicDim(indices.getRank() - 1) ||
      batch < 0 || batch >= indices.getRank() ||
      batch + indices.getShape().back() > data.getRank())
    return emitOptionalError(
        loc, "expected indices whose last, static dimension and the ", batch,
        " batch dimensions fit ", data, ", found ", indices);
  SmallVector<int64_t> shape(indices.getShape().drop_back());
  shape.append(data.getShape().begin() + batch + indices.getShape().back(),
               data.getShape().end());
  types.push_back(RankedTensorType::get(shape, data.getElementType()));
  return success();
}

LogicalResult
ScatterElementsOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                    Adaptor adaptor,
                                    SmallVectorImpl<Type> &types) {
  RankedTensorType data = tensorType(adaptor.getData()),
                   indices = tensorType(adaptor.getIndices()),
                   updates = tensorType(adaptor.getUpdates());
  if (failed(checkDim(loc, adaptor.getDim(), data)))
    return failure();
  if (data.getRank() != indices.getRank() ||
      data.getElementType() != updates.getElementType() ||
      failed(verifyCompatibleShape(indices.getShape(), updates.getShape())))
    return emitOptionalError(
        loc,
        "expected indices of the data's rank and updates of the indices' shape "
        "and the data's element type, found ",
        data, ", ", indices, " and ", updates);
  types.push_back(data);
  return success();
}

LogicalResult ScatterNdOp::inferReturnTypes(MLIRContext *,
                                            std::optional<Location> loc,
                                            Adaptor adaptor,
                                            SmallVectorImpl<Type> &types) {
  RankedTensorType data = tensorType(adaptor.getData()),
                   indices = tensorType(adaptor.getIndices()),
                   updates = tensorType(adaptor.getUpdates());
  if (indices.getRank() < 1 || indices.isDynamicDim(indices.getRank() - 1) ||
      indices.getShape().back() > data.getRank())
    return emitOptionalError(
        loc, "expected indices whose last, static dimension fits ", data,
        ", found ", indices);
  SmallVector<int64_t> shape(indices.getShape().drop_back());
  shape.append(data.getShape().begin() + indices.getShape().back(),
               data.getShape().end());
  if (data.getElementType() != updates.getElementType() ||
      static_cast<int64_t>(shape.size()) != updates.getRank() ||
      failed(verifyCompatibleShape(shape, updates.getShape())))
    return emitOptionalError(
        loc, "expected updates of type ",
        RankedTensorType::get(shape, data.getElementType()), ", found ",
        updates);
  types.push_back(data);
  return success();
}

LogicalResult NonZeroOp::inferReturnTypes(MLIRContext *context,
                                          std::optional<Location>,
                                          Adaptor adaptor,
                                          SmallVectorImpl<Type> &types) {
  types.push_back(RankedTensorType::get(
      {tensorType(adaptor.getOperand()).getRank(), ShapedType::kDynamic},
      IntegerType::get(context, 64)));
  return success();
}

LogicalResult SortOp::inferReturnTypes(MLIRContext *context,
                                       std::optional<Location> loc,
                                       Adaptor adaptor,
                                       SmallVectorImpl<Type> &types) {
  RankedTensorType type = tensorType(adaptor.getOperand());
  if (failed(checkDim(loc, adaptor.getDim(), type)))
    return failure();
  types.push_back(type);
  types.push_back(type.clone(IntegerType::get(context, 64)));
  return success();
}

LogicalResult TopKOp::inferReturnTypes(MLIRContext *context,
                                       std::optional<Location> loc,
                                       Adaptor adaptor,
                                       SmallVectorImpl<Type> &types) {
  RankedTensorType type = tensorType(adaptor.getOperand());
  if (failed(checkDim(loc, adaptor.getDim(), type)))
    return failure();
  SmallVector<int64_t> shape(type.getShape());
  auto k = matchConstantInts(adaptor.getK());
  if (k && k->front() < 0)
    return emitOptionalError(loc, "expected k of at least 0, found ",
                             k->front());
  shape[adaptor.getDim()] = k ? k->front() : ShapedType::kDynamic;
  types.push_back(RankedTensorType::get(shape, type.getElementType()));
  types.push_back(RankedTensorType::get(shape, IntegerType::get(context, 64)));
  return success();
}

LogicalResult RandomOp::verify() {
  auto shape = cast<RankedTensorType>(getShape().getType());
  auto type = cast<RankedTensorType>(getType());
  if (!shape.isDynamicDim(0) && shape.getDimSize(0) != type.getRank())
    return emitOpError("expected a result of rank ")
           << shape.getDimSize(0) << ", found " << type;
  return success();
}
