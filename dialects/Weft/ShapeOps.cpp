// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types, checks and folding of shapes as data and of data movement.

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;
using namespace weft;

static RankedTensorType tensorType(Value value) {
  return cast<RankedTensorType>(value.getType());
}

//===----------------------------------------------------------------------===//
// Shapes as data
//===----------------------------------------------------------------------===//

LogicalResult ShapeOp::inferReturnTypes(MLIRContext *context,
                                        std::optional<Location>,
                                        Adaptor adaptor,
                                        SmallVectorImpl<Type> &types) {
  types.push_back(
      RankedTensorType::get({tensorType(adaptor.getOperand()).getRank()},
                            IntegerType::get(context, 64)));
  return success();
}

OpFoldResult ShapeOp::fold(FoldAdaptor) {
  RankedTensorType type = tensorType(getOperand());
  if (!type.hasStaticShape())
    return {};
  return DenseIntElementsAttr::get(cast<RankedTensorType>(getType()),
                                   type.getShape());
}

LogicalResult DimOp::inferReturnTypes(MLIRContext *context,
                                      std::optional<Location> loc,
                                      Adaptor adaptor,
                                      SmallVectorImpl<Type> &types) {
  int64_t dim = adaptor.getDim(),
          rank = tensorType(adaptor.getOperand()).getRank();
  if (dim < 0 || dim >= rank)
    return emitOptionalError(loc, "expected a dimension below ", rank,
                             ", found ", dim);
  types.push_back(RankedTensorType::get({}, IntegerType::get(context, 64)));
  return success();
}

OpFoldResult DimOp::fold(FoldAdaptor) {
  RankedTensorType type = tensorType(getOperand());
  if (type.isDynamicDim(getDim()))
    return {};
  return DenseIntElementsAttr::get(
      cast<RankedTensorType>(getType()),
      ArrayRef<int64_t>(type.getDimSize(getDim())));
}

//===----------------------------------------------------------------------===//
// Reshape
//===----------------------------------------------------------------------===//

/// Replaces a lone -1 among otherwise known sizes by what the number of elements leaves.
static void resolveInferredSize(SmallVectorImpl<int64_t> &shape,
                                RankedTensorType operand) {
  int64_t product = 1, inferred = -1;
  for (auto [i, size] : llvm::enumerate(shape)) {
    // Another negative size is an error at run time.
    if (size < 0 && (size != -1 || inferred >= 0))
      size = ShapedType::kDynamic;
    if (size == -1)
      inferred = i;
    else if (ShapedType::isDynamic(size) ||
             llvm::MulOverflow(product, size, product))
      product = 0;
  }
  if (inferred < 0)
    return;
  shape[inferred] = operand.hasStaticShape() && product > 0
                        ? operand.getNumElements() / product
                        : ShapedType::kDynamic;
}

void ReshapeOp::build(OpBuilder &builder, OperationState &state, Value operand,
                      Value shape) {
  RankedTensorType type = tensorType(operand), list = tensorType(shape);
  SmallVector<int64_t> sizes;
  if (auto known = matchPartialShape(shape))
    sizes = *known;
  else
    sizes.assign(list.isDynamicDim(0) ? 0 : list.getDimSize(0),
                 ShapedType::kDynamic);
  resolveInferredSize(sizes, type);
  build(builder, state, RankedTensorType::get(sizes, type.getElementType()),
        operand, shape);
}

void ReshapeOp::build(OpBuilder &builder, OperationState &state, Value operand,
                      ArrayRef<int64_t> shape) {
  build(builder, state,
        RankedTensorType::get(shape, tensorType(operand).getElementType()),
        operand, Value());
}

LogicalResult ReshapeOp::verify() {
  RankedTensorType from = tensorType(getOperand()),
                   to = cast<RankedTensorType>(getType());
  if (from.getElementType() != to.getElementType())
    return emitOpError("expected one element type, found ")
           << from << " and " << to;
  if (from.hasStaticShape() && to.hasStaticShape() &&
      from.getNumElements() != to.getNumElements())
    return emitOpError("expected as many elements in the result as in the "
                       "operand, found ")
           << from << " and " << to;
  if (!getShape() && !to.hasStaticShape())
    return emitOpError("expected a shape operand for the dynamic result ")
           << to;
  if (getShape() && !tensorType(getShape()).isDynamicDim(0) &&
      tensorType(getShape()).getDimSize(0) != to.getRank())
    return emitOpError("expected a shape of ")
           << to.getRank() << " sizes, found " << getShape().getType();
  return success();
}

OpFoldResult ReshapeOp::fold(FoldAdaptor adaptor) {
  auto type = cast<RankedTensorType>(getType());
  if (type == getOperand().getType() && type.hasStaticShape())
    return getOperand();
  if (auto value = dyn_cast_if_present<DenseElementsAttr>(adaptor.getOperand());
      value && type.hasStaticShape())
    return value.reshape(type);
  return {};
}

namespace {
/// reshape(reshape(x)) is reshape(x).
struct MergeReshapes : OpRewritePattern<ReshapeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ReshapeOp op,
                                PatternRewriter &rewriter) const override {
    auto inner = op.getOperand().getDefiningOp<ReshapeOp>();
    if (!inner)
      return rewriter.notifyMatchFailure(op, "the operand is not a reshape");
    rewriter.modifyOpInPlace(
        op, [&] { op.getOperandMutable().assign(inner.getOperand()); });
    return success();
  }
};

/// A static result needs no shape operand.
struct DropKnownShape : OpRewritePattern<ReshapeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ReshapeOp op,
                                PatternRewriter &rewriter) const override {
    if (!op.getShape() ||
        !cast<RankedTensorType>(op.getType()).hasStaticShape() ||
        !tensorType(op.getOperand()).hasStaticShape())
      return rewriter.notifyMatchFailure(op, "the shape is needed");
    rewriter.modifyOpInPlace(op, [&] { op.getShapeMutable().clear(); });
    return success();
  }
};
} // namespace

void ReshapeOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                            MLIRContext *context) {
  patterns.add<MergeReshapes, DropKnownShape>(context);
}

//===----------------------------------------------------------------------===//
// Broadcast and transpose
//===----------------------------------------------------------------------===//

LogicalResult BroadcastOp::inferReturnTypes(MLIRContext *,
                                            std::optional<Location> loc,
                                            Adaptor adaptor,
                                            SmallVectorImpl<Type> &types) {
  RankedTensorType type = tensorType(adaptor.getOperand()),
                   list = tensorType(adaptor.getShape());
  auto known = matchPartialShape(adaptor.getShape());
  if (!known) {
    if (list.isDynamicDim(0))
      return emitOptionalError(
          loc, "expected a shape with a known number of sizes, found ", list);
    known = SmallVector<int64_t>(list.getDimSize(0), ShapedType::kDynamic);
  }
  if (llvm::any_of(*known, [](int64_t size) {
        return size < 0 && !ShapedType::isDynamic(size);
      }))
    return emitOptionalError(loc, "expected a shape without negative sizes");
  // Two dynamic sizes meet in an unknown one, and so does a dynamic size with a larger one.
  FailureOr<SmallVector<int64_t>> shape =
      computeBroadcastShape(type.getShape(), *known);
  if (failed(shape))
    return emitOptionalError(loc, "expected a shape that ", type,
                             " broadcasts with");
  types.push_back(RankedTensorType::get(*shape, type.getElementType()));
  return success();
}

OpFoldResult BroadcastOp::fold(FoldAdaptor adaptor) {
  auto type = cast<RankedTensorType>(getType());
  if (type == getOperand().getType() && type.hasStaticShape())
    return getOperand();
  if (auto value = dyn_cast_if_present<SplatElementsAttr>(adaptor.getOperand());
      value && type.hasStaticShape())
    return value.resizeSplat(type);
  return {};
}

LogicalResult TransposeOp::inferReturnTypes(MLIRContext *,
                                            std::optional<Location> loc,
                                            Adaptor adaptor,
                                            SmallVectorImpl<Type> &types) {
  RankedTensorType type = tensorType(adaptor.getOperand());
  ArrayRef<int64_t> permutation = adaptor.getPermutation();
  SmallVector<bool> seen(type.getRank(), false);
  bool isPermutation =
      static_cast<int64_t>(permutation.size()) == type.getRank();
  for (int64_t from : permutation)
    isPermutation = isPermutation && from >= 0 && from < type.getRank() &&
                    !std::exchange(seen[from], true);
  if (!isPermutation)
    return emitOptionalError(
        loc, "expected a permutation of the dimensions of ", type);
  SmallVector<int64_t> shape;
  for (int64_t from : permutation)
    shape.push_back(type.getDimSize(from));
  types.push_back(RankedTensorType::get(shape, type.getElementType()));
  return success();
}

OpFoldResult TransposeOp::fold(FoldAdaptor adaptor) {
  if (llvm::equal(getPermutation(),
                  llvm::seq<int64_t>(0, getPermutation().size())) &&
      getType() == getOperand().getType())
    return getOperand();
  if (auto value = dyn_cast_if_present<SplatElementsAttr>(adaptor.getOperand());
      value && cast<RankedTensorType>(getType()).hasStaticShape())
    return value.resizeSplat(cast<RankedTensorType>(getType()));
  return {};
}

namespace {
/// transpose(transpose(x)) is one transpose.
struct MergeTransposes : OpRewritePattern<TransposeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(TransposeOp op,
                                PatternRewriter &rewriter) const override {
    auto inner = op.getOperand().getDefiningOp<TransposeOp>();
    if (!inner)
      return rewriter.notifyMatchFailure(op, "the operand is not a transpose");
    SmallVector<int64_t> permutation;
    for (int64_t from : op.getPermutation())
      permutation.push_back(inner.getPermutation()[from]);
    rewriter.replaceOpWithNewOp<TransposeOp>(op, op.getType(),
                                             inner.getOperand(), permutation);
    return success();
  }
};
} // namespace

void TransposeOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                              MLIRContext *context) {
  patterns.add<MergeTransposes>(context);
}

//===----------------------------------------------------------------------===//
// Slice, pad, concatenation, tile, iota, resize
//===----------------------------------------------------------------------===//

LogicalResult SliceOp::inferReturnTypes(MLIRContext *,
                                        std::optional<Location> loc,
                                        Adaptor adaptor,
                                        SmallVectorImpl<Type> &types) {
  RankedTensorType type = tensorType(adaptor.getOperand());
  SmallVector<int64_t> shape(type.getShape());
  auto starts = matchConstantInts(adaptor.getStarts()),
       ends = matchConstantInts(adaptor.getEnds()),
       steps = matchConstantInts(adaptor.getSteps());
  llvm::SmallDenseSet<int64_t> seen;
  for (auto [i, dim] : llvm::enumerate(adaptor.getDims())) {
    if (dim < 0 || dim >= type.getRank() || !seen.insert(dim).second)
      return emitOptionalError(loc, "expected distinct dimensions of ", type,
                               ", found ", dim);
    int64_t size = shape[dim];
    shape[dim] = ShapedType::kDynamic;
    if (!starts || !ends || !steps || ShapedType::isDynamic(size))
      continue;
    if (i >= starts->size() || i >= ends->size() || i >= steps->size() ||
        (*steps)[i] == 0)
      return emitOptionalError(
          loc,
          "expected a start, an end and a step other than 0 for dimension ",
          dim);
    int64_t start = (*starts)[i], end = (*ends)[i], step = (*steps)[i];
    int64_t low = step > 0 ? 0 : -1, high = step > 0 ? size : size - 1;
    start = std::clamp(start < 0 ? start + size : start, low, high);
    end = std::clamp(end < 0 ? end + size : end, low, high);
    int64_t span = step > 0 ? end - start : start - end;
    // The magnitude of the smallest step does not fit, but exceeds any span.
    int64_t stride = step == std::numeric_limits<int64_t>::min()
                         ? std::numeric_limits<int64_t>::max()
                         : std::abs(step);
    shape[dim] = span <= 0 ? 0 : (span - 1) / stride + 1;
  }
  types.push_back(RankedTensorType::get(shape, type.getElementType()));
  return success();
}

OpFoldResult SliceOp::fold(FoldAdaptor) {
  // Nothing is left out where every size stays and no step runs backwards.
  auto type = cast<RankedTensorType>(getType());
  auto steps = matchConstantInts(getSteps());
  if (type == getOperand().getType() && type.hasStaticShape() && steps &&
      llvm::all_of(*steps, [](int64_t s) { return s == 1; }))
    return getOperand();
  return {};
}

LogicalResult PadOp::inferReturnTypes(MLIRContext *,
                                      std::optional<Location> loc,
                                      Adaptor adaptor,
                                      SmallVectorImpl<Type> &types) {
  RankedTensorType type = tensorType(adaptor.getOperand());
  auto low = matchConstantInts(adaptor.getLow()),
       high = matchConstantInts(adaptor.getHigh());
  SmallVector<int64_t> shape(type.getRank(), ShapedType::kDynamic);
  if (low && high) {
    if (static_cast<int64_t>(low->size()) != type.getRank() ||
        static_cast<int64_t>(high->size()) != type.getRank())
      return emitOptionalError(
          loc, "expected a low and a high padding for each dimension of ", type,
          ", found ", low->size(), " and ", high->size());
    for (int64_t i = 0; i < type.getRank(); ++i)
      if (int64_t size;
          !type.isDynamicDim(i) &&
          !llvm::AddOverflow(type.getDimSize(i), (*low)[i], size) &&
          !llvm::AddOverflow(size, (*high)[i], size))
        shape[i] = std::max<int64_t>(0, size);
  }
  types.push_back(RankedTensorType::get(shape, type.getElementType()));
  return success();
}

OpFoldResult PadOp::fold(FoldAdaptor) {
  auto low = matchConstantInts(getLow()), high = matchConstantInts(getHigh());
  auto isZero = [](int64_t v) { return v == 0; };
  if (low && high && llvm::all_of(*low, isZero) &&
      llvm::all_of(*high, isZero) && getType() == getOperand().getType())
    return getOperand();
  return {};
}

LogicalResult ConcatOp::inferReturnTypes(MLIRContext *,
                                         std::optional<Location> loc,
                                         Adaptor adaptor,
                                         SmallVectorImpl<Type> &types) {
  if (adaptor.getOperands().empty())
    return emitOptionalError(loc, "expected at least one operand");
  RankedTensorType first = tensorType(adaptor.getOperands().front());
  int64_t dim = adaptor.getDim();
  if (dim < 0 || dim >= first.getRank())
    return emitOptionalError(loc, "expected a dimension of ", first, ", found ",
                             dim);
  SmallVector<int64_t> shape(first.getShape());
  for (Value operand : adaptor.getOperands().drop_front()) {
    RankedTensorType type = tensorType(operand);
    if (type.getRank() != first.getRank() ||
        type.getElementType() != first.getElementType())
      return emitOptionalError(
          loc, "expected operands of one rank and element type, found ", first,
          " and ", type);
    for (auto [i, size] : llvm::enumerate(type.getShape())) {
      if (static_cast<int64_t>(i) == dim)
        shape[i] = ShapedType::isDynamic(shape[i]) ||
                           ShapedType::isDynamic(size) ||
                           llvm::AddOverflow(shape[i], size, shape[i])
                       ? ShapedType::kDynamic
                       : shape[i];
      else if (ShapedType::isDynamic(shape[i]))
        shape[i] = size;
      else if (!ShapedType::isDynamic(size) && size != shape[i])
        return emitOptionalError(loc,
                                 "expected operands that differ in dimension ",
                                 dim, " only, found ", first, " and ", type);
    }
  }
  types.push_back(RankedTensorType::get(shape, first.getElementType()));
  return success();
}

OpFoldResult ConcatOp::fold(FoldAdaptor) {
  if (getNumOperands() == 1 && getOperand(0).getType() == getType())
    return getOperand(0);
  return {};
}

LogicalResult TileOp::inferReturnTypes(MLIRContext *,
                                       std::optional<Location> loc,
                                       Adaptor adaptor,
                                       SmallVectorImpl<Type> &types) {
  RankedTensorType type = tensorType(adaptor.getOperand());
  SmallVector<int64_t> shape(type.getRank(), ShapedType::kDynamic);
  if (auto repeats = matchConstantInts(adaptor.getRepeats())) {
    if (static_cast<int64_t>(repeats->size()) != type.getRank() ||
        llvm::any_of(*repeats, [](int64_t r) { return r < 0; }))
      return emitOptionalError(
          loc, "expected a count of at least 0 for each dimension of ", type);
    for (int64_t i = 0; i < type.getRank(); ++i)
      if (!type.isDynamicDim(i))
        shape[i] =
            llvm::MulOverflow(type.getDimSize(i), (*repeats)[i], shape[i])
                ? ShapedType::kDynamic
                : shape[i];
  }
  types.push_back(RankedTensorType::get(shape, type.getElementType()));
  return success();
}

LogicalResult IotaOp::inferReturnTypes(MLIRContext *context,
                                       std::optional<Location>, Adaptor adaptor,
                                       SmallVectorImpl<Type> &types) {
  auto size = matchConstantInts(adaptor.getSize());
  types.push_back(RankedTensorType::get(
      {size ? std::max<int64_t>(0, size->front()) : ShapedType::kDynamic},
      IntegerType::get(context, 64)));
  return success();
}

LogicalResult ResizeOp::inferReturnTypes(MLIRContext *,
                                         std::optional<Location> loc,
                                         Adaptor adaptor,
                                         SmallVectorImpl<Type> &types) {
  RankedTensorType type = tensorType(adaptor.getOperand());
  SmallVector<int64_t> shape(type.getShape());
  auto sizes = matchPartialShape(adaptor.getSizes());
  for (auto [i, dim] : llvm::enumerate(adaptor.getDims())) {
    if (dim < 0 || dim >= type.getRank() ||
        (sizes && sizes->size() != adaptor.getDims().size()))
      return emitOptionalError(loc, "expected dimensions of ", type,
                               " and a size for each");
    shape[dim] = sizes ? (*sizes)[i] : ShapedType::kDynamic;
    if (shape[dim] < 0 && !ShapedType::isDynamic(shape[dim]))
      return emitOptionalError(loc, "expected sizes of at least 0, found ",
                               shape[dim]);
  }
  types.push_back(RankedTensorType::get(shape, type.getElementType()));
  return success();
}
