// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Recognizes normalization that is spelled out: with the mean over some dimensions taken away, and divided by the root of the
// variance, or, without a mean, by the root of the mean square. The quotient may be a division by sqrt or a
// multiplication by rsqrt, or by one over sqrt; the square a product or a power of 2.
//
//   %m = weft.reduce mean %x {dims = array<i64: 1>, keep_dims}
//   %d = weft.sub %x, %m
//   %s = weft.mul %d, %d
//   %v = weft.reduce mean %s {dims = array<i64: 1>, keep_dims}
//   %e = weft.add %v, %epsilon
//   %q = weft.sqrt %e
//   %y = weft.div %d, %q
//
// becomes
//
//   %y = weft.normalize %x {dims = array<i64: 1>, epsilon = 1.0e-5 : f32}
//
// Intermediate values are rounded in other places.

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"
#include "passes/Simplify/Simplify.h"

namespace weft {
#define GEN_PASS_DEF_RECOGNIZENORMALIZE
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
std::optional<double> matchNumber(Value value) {
  DenseFPElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)) || !elements.isSplat())
    return std::nullopt;
  APFloat number = elements.getSplatValue<APFloat>();
  bool losesInfo;
  number.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven,
                 &losesInfo);
  return number.convertToDouble();
}

/// The dividend and what is under the root, where `op` divides by a square root.
std::optional<std::pair<Value, Value>> matchOverRoot(Operation *op) {
  if (auto div = dyn_cast<DivOp>(op)) {
    auto root = div.getRhs().getDefiningOp<SqrtOp>();
    return root ? std::optional(std::pair(div.getLhs(), root.getOperand()))
                : std::nullopt;
  }
  if (!isa<MulOp>(op))
    return std::nullopt;
  for (auto [i, j] : {std::pair(0, 1), std::pair(1, 0)}) {
    Operation *factor = op->getOperand(j).getDefiningOp();
    if (auto rsqrt = dyn_cast_if_present<RsqrtOp>(factor))
      return std::pair(op->getOperand(i), rsqrt.getOperand());
    if (auto inverse = dyn_cast_if_present<DivOp>(factor))
      if (auto root = inverse.getRhs().getDefiningOp<SqrtOp>();
          root && matchNumber(inverse.getLhs()) == 1.0)
        return std::pair(op->getOperand(i), root.getOperand());
  }
  return std::nullopt;
}

/// The value whose square `value` is.
Value matchSquare(Value value) {
  if (auto mul = value.getDefiningOp<MulOp>();
      mul && mul.getLhs() == mul.getRhs())
    return mul.getLhs();
  if (auto pow = value.getDefiningOp<PowOp>();
      pow && matchNumber(pow.getRhs()) == 2.0)
    return pow.getLhs();
  return {};
}

/// The mean that keeps its dimensions which `value` is.
ReduceOp matchMean(Value value) {
  auto reduce = value.getDefiningOp<ReduceOp>();
  return reduce && reduce.getKind() == ReductionKind::mean &&
                 reduce.getKeepDims()
             ? reduce
             : ReduceOp();
}

template <typename OpTy> struct FormNormalize : OpRewritePattern<OpTy> {
  using OpRewritePattern<OpTy>::OpRewritePattern;
  LogicalResult matchAndRewrite(OpTy op,
                                PatternRewriter &rewriter) const override {
    auto quotient = matchOverRoot(op);
    if (!quotient)
      return rewriter.notifyMatchFailure(op, "not over a square root");
    auto [dividend, radicand] = *quotient;
    auto sum = radicand.template getDefiningOp<AddOp>();
    auto epsilon = sum ? matchNumber(sum.getRhs()) : std::nullopt;
    if (!epsilon || *epsilon < 0)
      return rewriter.notifyMatchFailure(op,
                                         "no constant is added under the root");
    ReduceOp variance = matchMean(sum.getLhs());
    if (!variance || matchSquare(variance.getOperand()) != dividend ||
        dividend.getType() != op.getType())
      return rewriter.notifyMatchFailure(op,
                                         "not the mean square of the dividend");
    // Of (x - mean(x)) over the same dimensions it is the variance; of anything else the mean square.
    Value operand = dividend;
    bool isRms = true;
    if (auto centered = dividend.template getDefiningOp<SubOp>())
      if (ReduceOp mean = matchMean(centered.getRhs());
          mean && mean.getOperand() == centered.getLhs() &&
          mean.getDims() == variance.getDims()) {
        operand = centered.getLhs();
        isRms = false;
      }
    rewriter.replaceOpWithNewOp<NormalizeOp>(
        op, op.getType(), operand, variance.getDims(),
        APFloat(static_cast<float>(*epsilon)), isRms);
    return success();
  }
};

struct RecognizeNormalizePass
    : weft::impl::RecognizeNormalizeBase<RecognizeNormalizePass> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<FormNormalize<DivOp>, FormNormalize<MulOp>>(&getContext());
    walkAndApplyPatterns(getOperation(), std::move(patterns));
  }
};
} // namespace
