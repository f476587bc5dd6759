// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Makes shapes static where they follow from what is known, and removes the arithmetic and data movement that this makes
// pointless. Types are refined through the whole module first; then patterns fold shapes as data, drop ops that do
// nothing, and write arithmetic by scalar constants in its cheapest form; what that made known is refined again.
//
//   %s = weft.shape %x : (tensor<4x?x8xf32>) -> tensor<3xi64>
//   %n = weft.gather %s, %zero {dim = 0 : i64} : (tensor<3xi64>, tensor<1xi64>) -> tensor<1xi64>
//   %l = weft.concat %n, %minus {dim = 0 : i64} : (tensor<1xi64>, tensor<1xi64>) -> tensor<2xi64>
//   %y = weft.reshape %x, %l : (tensor<4x?x8xf32>, tensor<2xi64>) -> tensor<?x?xf32>
//   %z = weft.div %y, %c : (tensor<?x?xf32>, tensor<f32>) -> tensor<?x?xf32>        // c = 8
//
// becomes
//
//   %l = weft.constant dense<[4, -1]> : tensor<2xi64>
//   %y = weft.reshape %x, %l : (tensor<4x?x8xf32>, tensor<2xi64>) -> tensor<4x?xf32>
//   %z = weft.mul %y, %r : (tensor<4x?xf32>, tensor<f32>) -> tensor<4x?xf32>        // r = 0.125
//
// Division by a constant that is no power of two is a multiplication by its rounded inverse: one rounding more.

#include "dialects/Weft/WeftOps.h"
#include "lib/Analysis/SizeOrigin.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "passes/Simplify/Simplify.h"
#include "passes/Simplify/Tensors.h"
#include "passes/Simplify/TypeRefinement.h"

namespace weft {
#define GEN_PASS_DEF_SIMPLIFYSHAPES
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
bool isKnown(int64_t size) { return !ShapedType::isDynamic(size); }

/// Whether two types are one and have at most one unknown size, so that as many elements mean the same shape.
bool hasOneShape(RankedTensorType lhs, RankedTensorType rhs) {
  return lhs == rhs && llvm::count(lhs.getShape(), ShapedType::kDynamic) <= 1 &&
         !llvm::is_contained(lhs.getShape(), 0);
}

//===----------------------------------------------------------------------===//
// Shapes as data
//===----------------------------------------------------------------------===//

/// A list of sizes that are all known is a constant.
struct FoldKnownShape : RewritePattern {
  explicit FoldKnownShape(MLIRContext *context)
      : RewritePattern(MatchAnyOpTypeTag(), 1, context) {}
  LogicalResult matchAndRewrite(Operation *op,
                                PatternRewriter &rewriter) const override {
    if (!isa<ShapeOp, DimOp, ConcatOp, GatherOp, SliceOp, ReshapeOp, CastOp>(
            op))
      return rewriter.notifyMatchFailure(op, "not an op on shapes");
    auto type = tensorType(op->getResult(0));
    if (!type.getElementType().isSignlessInteger(64) || type.getRank() > 1 ||
        !type.hasStaticShape())
      return rewriter.notifyMatchFailure(op, "not a list of sizes");
    auto values = matchPartialShape(op->getResult(0));
    if (!values || !llvm::all_of(*values, isKnown) ||
        static_cast<int64_t>(values->size()) != type.getNumElements())
      return rewriter.notifyMatchFailure(op, "a size is unknown");
    rewriter.replaceOpWithNewOp<ConstantOp>(
        op, DenseIntElementsAttr::get(type, *values));
    return success();
  }
};

/// gather(shape(x), i) -> dim(x, i), so that one size does not wait for the whole list.
struct GatherOfShape : OpRewritePattern<GatherOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(GatherOp op,
                                PatternRewriter &rewriter) const override {
    auto shape = op.getData().getDefiningOp<ShapeOp>();
    auto index = matchConstantInts(op.getIndices());
    if (!shape || !index || index->size() != 1)
      return rewriter.notifyMatchFailure(op, "not one size of a shape");
    int64_t rank = tensorType(shape.getOperand()).getRank();
    int64_t dim = index->front() < 0 ? index->front() + rank : index->front();
    if (dim < 0 || dim >= rank)
      return rewriter.notifyMatchFailure(
          op, "the index is out of range, a run-time error");
    Value size = DimOp::create(rewriter, op.getLoc(), shape.getOperand(), dim);
    if (op.getType() != size.getType())
      size = ReshapeOp::create(rewriter, op.getLoc(), size,
                               tensorType(op).getShape());
    rewriter.replaceOp(op, size);
    return success();
  }
};

/// slice(shape(x))[i] of one size -> dim(x, i).
struct SliceOfShape : OpRewritePattern<SliceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SliceOp op,
                                PatternRewriter &rewriter) const override {
    auto shape = op.getOperand().getDefiningOp<ShapeOp>();
    auto start = matchConstantInts(op.getStarts());
    if (!shape || !start || start->size() != 1 ||
        tensorType(op).getShape() != ArrayRef<int64_t>{1})
      return rewriter.notifyMatchFailure(op, "not one size of a shape");
    int64_t rank = tensorType(shape.getOperand()).getRank();
    int64_t dim = std::clamp<int64_t>(start->front() < 0 ? start->front() + rank
                                                         : start->front(),
                                      0, rank - 1);
    Value size = DimOp::create(rewriter, op.getLoc(), shape.getOperand(), dim);
    rewriter.replaceOp(op, ReshapeOp::create(rewriter, op.getLoc(), size,
                                             ArrayRef<int64_t>{1}));
    return success();
  }
};

/// The size of an op's result is the size of an operand where the op keeps it.
struct DimOfResult : OpRewritePattern<DimOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(DimOp op,
                                PatternRewriter &rewriter) const override {
    SizeOrigin self{op.getOperand(), static_cast<int64_t>(op.getDim())},
        origin = findSizeOrigin(self.tensor, self.dim);
    if (origin == self)
      return rewriter.notifyMatchFailure(op, "of an op that makes a new size");
    rewriter.replaceOpWithNewOp<DimOp>(op, origin.tensor, origin.dim);
    return success();
  }
};

/// reshape(x, concat([-1], n, [8])), where n is the only unknown size of x and x's others are 3 and 8: [3, -1, 8], so that the
/// result's type knows all others.
struct InferOtherSize : OpRewritePattern<ReshapeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ReshapeOp op,
                                PatternRewriter &rewriter) const override {
    RankedTensorType from = tensorType(op.getOperand()), to = tensorType(op);
    auto sizes =
        op.getShape() ? matchPartialShape(op.getShape()) : std::nullopt;
    if (!sizes || llvm::count(*sizes, -1) != 1 ||
        llvm::count(*sizes, ShapedType::kDynamic) != 1 ||
        llvm::is_contained(*sizes, 0) ||
        llvm::count(from.getShape(), ShapedType::kDynamic) != 1)
      return rewriter.notifyMatchFailure(
          op, "not one unknown size and one that follows");
    int64_t unknown = llvm::find(*sizes, ShapedType::kDynamic) - sizes->begin();
    int64_t source = llvm::find(from.getShape(), ShapedType::kDynamic) -
                     from.getShape().begin();
    auto origin = findListedSize(op.getShape(), unknown);
    if (!origin || !(*origin == findSizeOrigin(op.getOperand(), source)))
      return rewriter.notifyMatchFailure(
          op, "the unknown size is not the operand's");
    int64_t rest = 1;
    for (int64_t size : from.getShape())
      rest *= ShapedType::isDynamic(size) ? 1 : size;
    for (int64_t size : *sizes)
      if (size > 0 && rest % size)
        return rewriter.notifyMatchFailure(op,
                                           "the sizes contradict each other");
      else if (size > 0)
        rest /= size;
    std::replace(sizes->begin(), sizes->end(), int64_t(-1), rest);
    SmallVector<int64_t> shape = *sizes;
    std::replace(sizes->begin(), sizes->end(), ShapedType::kDynamic,
                 int64_t(-1));
    Value list = ConstantOp::create(
        rewriter, op.getLoc(),
        DenseIntElementsAttr::get(
            RankedTensorType::get(sizes->size(), rewriter.getI64Type()),
            *sizes));
    rewriter.replaceOpWithNewOp<ReshapeOp>(
        op, RankedTensorType::get(shape, to.getElementType()), op.getOperand(),
        list);
    return success();
  }
};

/// reshape(x, concat(n, 8)) -> reshape(x, [-1, 8]) where n is the only unknown size and follows from the operand's only one,
/// so that nothing waits for n to be computed. A wrong n was a run-time error, and is not asked any more.
struct ShapeWithOneUnknown : OpRewritePattern<ReshapeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ReshapeOp op,
                                PatternRewriter &rewriter) const override {
    RankedTensorType type = tensorType(op), from = tensorType(op.getOperand());
    if (!op.getShape() || matchConstantInts(op.getShape()))
      return rewriter.notifyMatchFailure(op, "the shape is constant already");
    if (llvm::count(type.getShape(), ShapedType::kDynamic) != 1 ||
        llvm::is_contained(type.getShape(), 0))
      return rewriter.notifyMatchFailure(op, "more than one unknown size");
    auto knownProduct = [](RankedTensorType each) {
      int64_t product = 1;
      for (int64_t size : each.getShape())
        product *= ShapedType::isDynamic(size) ? 1 : size;
      return product;
    };
    int64_t inner = knownProduct(type), outer = knownProduct(from);
    if (llvm::count(from.getShape(), ShapedType::kDynamic) != 1 || outer == 0 ||
        outer % inner != 0)
      return rewriter.notifyMatchFailure(
          op, "the unknown size need not follow from the operand's");
    SmallVector<int64_t> sizes(type.getShape());
    std::replace(sizes.begin(), sizes.end(), ShapedType::kDynamic, int64_t(-1));
    Value list = ConstantOp::create(
        rewriter, op.getLoc(),
        DenseIntElementsAttr::get(
            RankedTensorType::get(sizes.size(), rewriter.getI64Type()), sizes));
    rewriter.modifyOpInPlace(op, [&] { op.getShapeMutable().assign(list); });
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Ops that do nothing
//===----------------------------------------------------------------------===//

/// reshape(x) with as many elements in the same order and one unknown size at most.
struct DropReshape : OpRewritePattern<ReshapeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ReshapeOp op,
                                PatternRewriter &rewriter) const override {
    if (!hasOneShape(tensorType(op.getOperand()), tensorType(op)))
      return rewriter.notifyMatchFailure(op, "the shape may change");
    rewriter.replaceOp(op, op.getOperand());
    return success();
  }
};

/// A slice from the first element to the last.
struct DropSlice : OpRewritePattern<SliceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SliceOp op,
                                PatternRewriter &rewriter) const override {
    auto starts = matchConstantInts(op.getStarts()),
         ends = matchConstantInts(op.getEnds()),
         steps = matchConstantInts(op.getSteps());
    if (!starts || !ends || !steps || op.getType() != op.getOperand().getType())
      return rewriter.notifyMatchFailure(op, "the bounds are unknown");
    constexpr int64_t kBeyondAnySize = std::numeric_limits<int32_t>::max();
    for (size_t i = 0; i < starts->size(); ++i)
      if ((*starts)[i] != 0 || (*ends)[i] < kBeyondAnySize || (*steps)[i] != 1)
        return rewriter.notifyMatchFailure(op, "something may be left out");
    rewriter.replaceOp(op, op.getOperand());
    return success();
  }
};

/// tile(x, [1, 1, ...]).
struct DropTile : OpRewritePattern<TileOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(TileOp op,
                                PatternRewriter &rewriter) const override {
    auto repeats = matchConstantInts(op.getRepeats());
    if (!repeats || op.getType() != op.getOperand().getType() ||
        llvm::any_of(*repeats, [](int64_t r) { return r != 1; }))
      return rewriter.notifyMatchFailure(op, "something is repeated");
    rewriter.replaceOp(op, op.getOperand());
    return success();
  }
};

/// A combination along dimensions of one element is that element.
struct DropReduction : OpRewritePattern<ReduceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ReduceOp op,
                                PatternRewriter &rewriter) const override {
    RankedTensorType type = tensorType(op.getOperand());
    if (!tensorType(op).hasStaticShape() ||
        llvm::any_of(op.getDims(),
                     [&](int64_t dim) { return type.getDimSize(dim) != 1; }))
      return rewriter.notifyMatchFailure(op,
                                         "more than one element is combined");
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, op.getOperand(),
                                           tensorType(op).getShape());
    return success();
  }
};

/// An elementwise op repeats its operands itself: op(broadcast(x), y) -> op(x, y) where y, or x, already has the result's sizes.
struct DropBroadcastOfOperand
    : OpInterfaceRewritePattern<ElementwiseOpInterface> {
  using OpInterfaceRewritePattern::OpInterfaceRewritePattern;
  LogicalResult matchAndRewrite(ElementwiseOpInterface op,
                                PatternRewriter &rewriter) const override {
    RankedTensorType result = tensorType(op->getResult(0));
    if (op->getNumOperands() < 2 || !result.hasStaticShape())
      return rewriter.notifyMatchFailure(op,
                                         "no other operand gives the sizes");
    for (OpOperand &operand : op->getOpOperands()) {
      auto broadcast = operand.get().getDefiningOp<BroadcastOp>();
      if (!broadcast)
        continue;
      SmallVector<int64_t> shape(tensorType(broadcast.getOperand()).getShape());
      bool isKnown = true;
      for (OpOperand &other : op->getOpOperands()) {
        if (&other == &operand)
          continue;
        auto joined =
            computeBroadcastShape(shape, tensorType(other.get()).getShape());
        isKnown = isKnown && succeeded(joined);
        if (isKnown)
          shape = *joined;
      }
      if (!isKnown || ArrayRef<int64_t>(shape) != result.getShape() ||
          !tensorType(broadcast.getOperand()).hasStaticShape())
        continue;
      rewriter.modifyOpInPlace(op,
                               [&] { operand.set(broadcast.getOperand()); });
      return success();
    }
    return rewriter.notifyMatchFailure(op,
                                       "no broadcast that the op does itself");
  }
};

//===----------------------------------------------------------------------===//
// Arithmetic by scalar constants
//===----------------------------------------------------------------------===//

/// The one number of a float constant.
std::optional<APFloat> matchScalar(Value value) {
  DenseFPElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)) || !elements.isSplat())
    return std::nullopt;
  return elements.getSplatValue<APFloat>();
}

/// x / c -> x * (1 / c).
struct DivideByConstant : OpRewritePattern<DivOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(DivOp op,
                                PatternRewriter &rewriter) const override {
    auto divisor = matchScalar(op.getRhs());
    if (!divisor || divisor->isZero() || !divisor->isFinite() ||
        divisor->isDenormal())
      return rewriter.notifyMatchFailure(op, "not by a finite number");
    APFloat inverse(divisor->getSemantics(), 1);
    inverse.divide(*divisor, APFloat::rmNearestTiesToEven);
    if (!inverse.isNormal())
      return rewriter.notifyMatchFailure(
          op, "the inverse is too small or too large");
    Value factor = ConstantOp::create(
        rewriter, op.getLoc(),
        DenseElementsAttr::get(tensorType(op.getRhs()), inverse));
    rewriter.replaceOpWithNewOp<MulOp>(op, op.getType(), op.getLhs(), factor);
    return success();
  }
};

/// x ^ 2 and x ^ 3 are products, x ^ 1 is x, x ^ -1 is 1 / x.
struct PowerOfConstant : OpRewritePattern<PowOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(PowOp op,
                                PatternRewriter &rewriter) const override {
    auto exponent = matchScalar(op.getRhs());
    Value x = op.getLhs();
    if (!exponent || x.getType() != op.getType())
      return rewriter.notifyMatchFailure(
          op, "no constant exponent, or one that repeats the base");
    Location loc = op.getLoc();
    if (exponent->isExactlyValue(1.0)) {
      rewriter.replaceOp(op, x);
    } else if (exponent->isExactlyValue(2.0)) {
      rewriter.replaceOpWithNewOp<MulOp>(op, op.getType(), x, x);
    } else if (exponent->isExactlyValue(3.0)) {
      Value square = MulOp::create(rewriter, loc, op.getType(), x, x);
      rewriter.replaceOpWithNewOp<MulOp>(op, op.getType(), square, x);
    } else if (exponent->isExactlyValue(-1.0)) {
      APFloat one(exponent->getSemantics(), 1);
      Value dividend = ConstantOp::create(
          rewriter, loc,
          DenseElementsAttr::get(
              RankedTensorType::get({}, tensorType(x).getElementType()), one));
      rewriter.replaceOpWithNewOp<DivOp>(op, op.getType(), dividend, x);
    } else {
      return rewriter.notifyMatchFailure(op, "not a small whole exponent");
    }
    return success();
  }
};

struct SimplifyShapesPass : weft::impl::SimplifyShapesBase<SimplifyShapesPass> {
  LogicalResult initialize(MLIRContext *context) override {
    RewritePatternSet all(context);
    all.add<FoldKnownShape, GatherOfShape, SliceOfShape, DimOfResult,
            InferOtherSize, ShapeWithOneUnknown, DropReshape, DropSlice,
            DropTile, DropReduction, DropBroadcastOfOperand, DivideByConstant,
            PowerOfConstant>(context);
    for (RegisteredOperationName name : context->getRegisteredOperations())
      if (name.getDialectNamespace() == WeftDialect::getDialectNamespace())
        name.getCanonicalizationPatterns(all, context);
    patterns = FrozenRewritePatternSet(std::move(all));
    return success();
  }

  void runOnOperation() override {
    // Each round of patterns can make a shape known that refinement carries on; models settle in one or two.
    constexpr int kRounds = 4;
    refineTypes(getOperation());
    for (int round = 0; round < kRounds; ++round) {
      bool changed = false;
      (void)applyPatternsGreedily(getOperation(), patterns,
                                  GreedyRewriteConfig(), &changed);
      if (!refineTypes(getOperation()))
        break;
    }
  }

  FrozenRewritePatternSet patterns;
};
} // namespace
