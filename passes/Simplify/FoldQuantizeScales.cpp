// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The division by the scale of a quantization goes into the constant factors and terms before it, so that sums of integers become
// bytes by one factor and one term:
//
//   %m = weft.mul %f, %u : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32>
//   %a = weft.add %m, %b : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32>
//   %r = weft.max %a, %zero : (tensor<4x16xf32>, tensor<f32>) -> tensor<4x16xf32>
//   %q = weft.quantize %r, %s, %z : (tensor<4x16xf32>, tensor<f32>, tensor<ui8>) -> tensor<4x16xui8>        // z = 0
//
// becomes
//
//   %v = weft.div %u, %s : (tensor<16xf32>, tensor<f32>) -> tensor<16xf32>
//   %c = weft.div %b, %s : (tensor<16xf32>, tensor<f32>) -> tensor<16xf32>
//   %m = weft.mul %f, %v : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32>
//   %a = weft.add %m, %c : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32>
//   %q = weft.quantize %a, %one, %z : (tensor<4x16xf32>, tensor<f32>, tensor<ui8>) -> tensor<4x16xui8>
//
// A maximum or minimum that saturation does too is dropped, here that of z = 0. Factors are rounded once more, so a value close to
// the middle between two integers may become the other one.

#include "lib/Analysis/ConstantExpression.h"
#include "lib/Analysis/ScalingConstants.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "passes/Simplify/Simplify.h"
#include "passes/Simplify/Tensors.h"

#include <cmath>

namespace weft {
#define GEN_PASS_DEF_FOLDQUANTIZESCALES
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// Chains of more ops are not followed.
constexpr unsigned kMaxDepth = 8;

/// Whether dividing by a positive constant costs `value` nothing: its constants take it in, and nothing else reads what changes.
bool absorbsDivision(Value value, unsigned depth = kMaxDepth) {
  if (isConstantExpression(value))
    return true;
  Operation *op = value.getDefiningOp();
  if (!op || depth == 0)
    return false;
  // The integers are read once more, and nothing is computed twice.
  if (auto dequantize = dyn_cast<DequantizeOp>(op))
    return tensorType(value).getElementType().isF32() &&
           isConstantExpression(dequantize.getScale());
  if (!value.hasOneUse())
    return false;
  auto absorbs = [&](Value operand) {
    return absorbsDivision(operand, depth - 1);
  };
  if (isa<MulOp>(op))
    return llvm::any_of(op->getOperands(), absorbs);
  return isa<AddOp, SubOp, MaxOp, MinOp>(op) &&
         llvm::all_of(op->getOperands(), absorbs);
}

/// `value` divided by `scale`.
Value divide(PatternRewriter &rewriter, Value value, Value scale,
             unsigned depth = kMaxDepth) {
  if (isConstantExpression(value)) {
    rewriter.setInsertionPointAfterValue(value);
    // The scale is a constant that may stand behind the value.
    Value divisor = rewriter.clone(*scale.getDefiningOp())->getResult(0);
    return DivOp::create(rewriter, value.getLoc(), value, divisor);
  }
  Operation *op = value.getDefiningOp();
  if (auto dequantize = dyn_cast<DequantizeOp>(op)) {
    Value quotient = divide(rewriter, dequantize.getScale(), scale);
    rewriter.setInsertionPoint(op);
    Operation *copy = rewriter.clone(*op);
    cast<DequantizeOp>(copy).getScaleMutable().assign(quotient);
    return copy->getResult(0);
  }
  for (OpOperand &operand : op->getOpOperands()) {
    if (isa<MulOp>(op) && !absorbsDivision(operand.get(), depth - 1))
      continue;
    Value divided = divide(rewriter, operand.get(), scale, depth - 1);
    rewriter.modifyOpInPlace(op, [&] { operand.set(divided); });
    if (isa<MulOp>(op))
      break;
  }
  return value;
}

/// quantize(x, s, z) -> quantize(x / s, 1, z) with the division in the constants of x.
struct DivideConstants : OpRewritePattern<QuantizeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(QuantizeOp op,
                                PatternRewriter &rewriter) const override {
    auto scale = matchUniformScale(op.getScale());
    if (!scale || tensorType(op.getScale()).getRank() != 0)
      return rewriter.notifyMatchFailure(op, "the scale is no known number");
    if (*scale == 1.0f)
      return rewriter.notifyMatchFailure(op, "there is nothing to divide by");
    if (!tensorType(op.getOperand()).getElementType().isF32() ||
        isConstantExpression(op.getOperand()) ||
        !absorbsDivision(op.getOperand()))
      return rewriter.notifyMatchFailure(
          op, "the operand has no constants to be divided");
    Value divided = divide(rewriter, op.getOperand(), op.getScale());
    rewriter.setInsertionPoint(op);
    Value one = ConstantOp::create(
        rewriter, op.getLoc(),
        DenseElementsAttr::get(tensorType(op.getScale()), 1.0f));
    rewriter.modifyOpInPlace(op, [&] {
      op.getOperandMutable().assign(divided);
      op.getScaleMutable().assign(one);
    });
    return success();
  }
};

/// quantize(max(x, c)) -> quantize(x) where c is the least value that the integers hold, or less; likewise min and the greatest.
struct DropBound : OpRewritePattern<QuantizeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(QuantizeOp op,
                                PatternRewriter &rewriter) const override {
    Operation *bound = op.getOperand().getDefiningOp();
    auto scale = matchUniformScale(op.getScale());
    auto zeroPoint = matchUniformZeroPoint(op.getZeroPoint());
    if (!isa_and_present<MaxOp, MinOp>(bound) || !scale || !zeroPoint ||
        bound->getOperand(0).getType() != op.getOperand().getType())
      return rewriter.notifyMatchFailure(op, "not of bounded values");
    DenseFPElementsAttr limit;
    if (!matchPattern(bound->getOperand(1), m_Constant(&limit)) ||
        !limit.isSplat() || !limit.getElementType().isF32())
      return rewriter.notifyMatchFailure(op, "the bound is no known number");
    auto type = cast<IntegerType>(tensorType(op).getElementType());
    unsigned width = type.getWidth();
    if (width > 16)
      return rewriter.notifyMatchFailure(op, "floats do not hold the integers");
    double least = type.isUnsigned() ? 0 : -std::ldexp(1.0, width - 1),
           most = std::ldexp(1.0, type.isUnsigned() ? width : width - 1) - 1;
    double rounded = std::nearbyint(limit.getSplatValue<float>() / *scale) +
                     static_cast<double>(*zeroPoint);
    if (isa<MaxOp>(bound) ? !(rounded <= least) : !(rounded >= most))
      return rewriter.notifyMatchFailure(op,
                                         "the bound is within the integers");
    rewriter.modifyOpInPlace(
        op, [&] { op.getOperandMutable().assign(bound->getOperand(0)); });
    return success();
  }
};

struct FoldQuantizeScalesPass
    : weft::impl::FoldQuantizeScalesBase<FoldQuantizeScalesPass> {
  void runOnOperation() override {
    // Bounds first: once a division was taken in they are expressions.
    for (auto add :
         {+[](RewritePatternSet &set) { set.add<DropBound>(set.getContext()); },
          +[](RewritePatternSet &set) {
            set.add<DivideConstants>(set.getContext());
          }}) {
      RewritePatternSet patterns(&getContext());
      add(patterns);
      (void)applyPatternsGreedily(getOperation(), std::move(patterns));
    }
  }
};
} // namespace
