// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Moves dequantization down over what only moves elements, so that bytes are moved and not floats, and products and quantizations
// see the integers:
//
//   %x = weft.dequantize %q, %s, %z : (tensor<1x8x8x4xui8>, tensor<f32>, tensor<ui8>) -> tensor<1x8x8x4xf32>
//   %m = weft.reduce_window max %x {...} : (tensor<1x8x8x4xf32>) -> tensor<1x4x4x4xf32>
//   %y = weft.quantize %m, %s, %z : (tensor<1x4x4x4xf32>, tensor<f32>, tensor<ui8>) -> tensor<1x4x4x4xui8>
//
// becomes
//
//   %y = weft.reduce_window max %q {...} : (tensor<1x8x8x4xui8>) -> tensor<1x4x4x4xui8>
//
// Only one scale and zero point for the whole tensor move. Maxima move where the scale is known to be positive, and
// windows have no place without an element; quantization cancels dequantization by an equal scale that is an ordinary number.

#include "lib/Analysis/ConstantExpression.h"
#include "lib/Analysis/ScalingConstants.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "passes/Simplify/Simplify.h"
#include "passes/Simplify/Tensors.h"

namespace weft {
#define GEN_PASS_DEF_SINKDEQUANTIZE
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// The dequantization that computes `value` with one scale for all of it; null for another op, and for one of constants, which
/// is folded, unless `takesConstants`.
DequantizeOp findDequantize(Value value, bool takesConstants = false) {
  auto op = value.getDefiningOp<DequantizeOp>();
  return op && scalesWholeTensor(op) &&
                 (takesConstants || !isConstantExpression(op.getOperand()))
             ? op
             : DequantizeOp();
}

/// Whether every window has an element inside of the input: windows without gaps that padding alone cannot fill.
bool hasNoEmptyWindow(ReduceWindowOp op) {
  auto isOne = [](int64_t dilation) { return dilation == 1; };
  if (!llvm::all_of(op.getDilations(), isOne))
    return false;
  size_t spatial = op.getWindow().size();
  for (auto [i, padding] : llvm::enumerate(op.getPadding()))
    if (padding >= op.getWindow()[i % spatial])
      return false;
  return true;
}

/// move(dequantize(q)) -> dequantize(move(q)).
struct SinkOverMovement : RewritePattern {
  explicit SinkOverMovement(MLIRContext *context)
      : RewritePattern(MatchAnyOpTypeTag(), 1, context) {}
  LogicalResult matchAndRewrite(Operation *op,
                                PatternRewriter &rewriter) const override {
    auto pool = dyn_cast<ReduceWindowOp>(op);
    if (!pool && !movesElements(op))
      return rewriter.notifyMatchFailure(op, "not a movement of elements");
    DequantizeOp dequantize =
        findDequantize(op->getOperand(0), isa<GatherOp>(op));
    if (!dequantize || isConstantExpression(op->getResult(0)))
      return rewriter.notifyMatchFailure(
          op, "not of values with one scale that are computed");
    if (pool &&
        (pool.getKind() != ReductionKind::max ||
         !matchUniformScale(dequantize.getScale()) || !hasNoEmptyWindow(pool)))
      return rewriter.notifyMatchFailure(
          op, "not a maximum of elements under a positive scale");
    Value integers = dequantize.getOperand();
    Operation *moved = op->clone();
    moved->setOperand(0, integers);
    moved->getResult(0).setType(
        tensorType(op->getResult(0))
            .clone(tensorType(integers).getElementType()));
    rewriter.insert(moved);
    rewriter.replaceOpWithNewOp<DequantizeOp>(
        op, op->getResult(0).getType(), moved->getResult(0),
        dequantize.getScale(), dequantize.getZeroPoint());
    return success();
  }
};

/// concat(dequantize(p), dequantize(q)) -> dequantize(concat(p, q)) where scales and zero points are equal.
struct SinkOverConcat : OpRewritePattern<ConcatOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ConcatOp op,
                                PatternRewriter &rewriter) const override {
    DequantizeOp first;
    SmallVector<Value> integers;
    for (Value operand : op.getOperands()) {
      DequantizeOp each = findDequantize(operand);
      if (!each)
        return rewriter.notifyMatchFailure(op, "a part has no one scale");
      first = first ? first : each;
      if (each.getOperand().getType().getElementType() !=
              first.getOperand().getType().getElementType() ||
          !areEqualConstants(each.getScale(), first.getScale()) ||
          !areEqualConstants(each.getZeroPoint(), first.getZeroPoint()))
        return rewriter.notifyMatchFailure(op, "the parts' scales differ");
      integers.push_back(each.getOperand());
    }
    if (!first)
      return rewriter.notifyMatchFailure(op, "of nothing");
    auto type =
        tensorType(op).clone(tensorType(integers.front()).getElementType());
    Value joined =
        ConcatOp::create(rewriter, op.getLoc(), type, integers, op.getDim());
    rewriter.replaceOpWithNewOp<DequantizeOp>(
        op, op.getType(), joined, first.getScale(), first.getZeroPoint());
    return success();
  }
};

/// pad(dequantize(q, s, z), 0) -> dequantize(pad(q, z), s, z).
struct SinkOverPadding : OpRewritePattern<PadOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(PadOp op,
                                PatternRewriter &rewriter) const override {
    DequantizeOp dequantize = findDequantize(op.getOperand());
    auto zeroPoint = dequantize
                         ? matchUniformZeroPoint(dequantize.getZeroPoint())
                         : std::nullopt;
    DenseFPElementsAttr value;
    if (!zeroPoint || !matchPattern(op.getValue(), m_Constant(&value)) ||
        !value.isSplat() || !value.getSplatValue<APFloat>().isZero())
      return rewriter.notifyMatchFailure(
          op, "not zeros around values with a known zero point");
    Type element = tensorType(dequantize.getOperand()).getElementType();
    Value padding = makeScalar(rewriter, op.getLoc(), element, *zeroPoint);
    Value padded = PadOp::create(
        rewriter, op.getLoc(), tensorType(op).clone(element), op.getMode(),
        dequantize.getOperand(), op.getLow(), op.getHigh(), padding);
    rewriter.replaceOpWithNewOp<DequantizeOp>(op, op.getType(), padded,
                                              dequantize.getScale(),
                                              dequantize.getZeroPoint());
    return success();
  }
};

/// quantize(dequantize(q, s, z), s, z) -> q.
struct CancelQuantize : OpRewritePattern<QuantizeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(QuantizeOp op,
                                PatternRewriter &rewriter) const override {
    DequantizeOp dequantize = findDequantize(op.getOperand(), true);
    if (!dequantize || dequantize.getOperand().getType() != op.getType() ||
        tensorType(op).getElementTypeBitWidth() > 16 ||
        !tensorType(op.getOperand()).getElementType().isF32())
      return rewriter.notifyMatchFailure(
          op, "not of dequantized bytes of its own type");
    if (!matchUniformScale(op.getScale()) ||
        !areEqualConstants(op.getScale(), dequantize.getScale()) ||
        matchUniformZeroPoint(op.getZeroPoint()) !=
            matchUniformZeroPoint(dequantize.getZeroPoint()) ||
        !matchUniformZeroPoint(op.getZeroPoint()))
      return rewriter.notifyMatchFailure(
          op, "scale or zero point differ, or are unknown");
    rewriter.replaceOp(op, dequantize.getOperand());
    return success();
  }
};

struct SinkDequantizePass : weft::impl::SinkDequantizeBase<SinkDequantizePass> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns
        .add<SinkOverMovement, SinkOverConcat, SinkOverPadding, CancelQuantize>(
            &getContext());
    (void)applyPatternsGreedily(getOperation(), std::move(patterns));
  }
};
} // namespace
