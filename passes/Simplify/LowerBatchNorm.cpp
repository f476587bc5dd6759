// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Inference only: batch norm with running statistics is a multiplication and an addition for each channel, by numbers
// that constant folding computes. Computed this way the result differs from the definition by rounding: x * k + b with
// k = scale / sqrt(variance + epsilon) and b = offset - mean * k, instead of a subtraction first.
//
//   %y = weft.batch_norm %x, %scale, %offset, %mean, %variance {dim = 1 : i64, epsilon = 1.0e-5 : f32}
//
// becomes, for x of shape [n, c, h, w],
//
//   %d = weft.sqrt (%variance + 1.0e-5)
//   %k = weft.div %scale, %d
//   %b = %offset - %mean * %k
//   %y = %x * (%k as [c, 1, 1]) + (%b as [c, 1, 1])
//
// and weft.dropout becomes its operand.

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"
#include "passes/Simplify/Simplify.h"

namespace weft {
#define GEN_PASS_DEF_LOWERBATCHNORM
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// `vector` along dimension `dim` of a tensor of `rank` dimensions: [c] as [c, 1, ...].
Value alignWithDim(OpBuilder &builder, Location loc, Value vector, int64_t dim,
                   int64_t rank) {
  if (dim == rank - 1)
    return vector;
  SmallVector<int64_t> shape(rank - dim, 1);
  shape[0] = cast<RankedTensorType>(vector.getType()).getDimSize(0);
  return ReshapeOp::create(builder, loc, vector, shape);
}

struct ExpandBatchNorm : OpRewritePattern<BatchNormOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(BatchNormOp op,
                                PatternRewriter &rewriter) const override {
    if (op.getTraining())
      return rewriter.notifyMatchFailure(op, "the statistics are the batch's");
    auto type = cast<RankedTensorType>(op.getOperand().getType());
    auto scaleType = cast<RankedTensorType>(op.getScale().getType());
    auto varianceType = cast<RankedTensorType>(op.getVariance().getType());
    if (!scaleType.hasStaticShape() ||
        varianceType.getElementType() != type.getElementType() ||
        scaleType.getElementType() != type.getElementType())
      return rewriter.notifyMatchFailure(
          op, "the number of channels is unknown, or element types differ");
    Location loc = op.getLoc();
    int64_t dim = op.getDim(), rank = type.getRank();
    APFloat epsilon = op.getEpsilon();
    bool losesInfo;
    epsilon.convert(cast<FloatType>(type.getElementType()).getFloatSemantics(),
                    APFloat::rmNearestTiesToEven, &losesInfo);
    Value eps = ConstantOp::create(
        rewriter, loc,
        DenseElementsAttr::get(RankedTensorType::get({}, type.getElementType()),
                               epsilon));
    Value deviation = SqrtOp::create(
        rewriter, loc, AddOp::create(rewriter, loc, op.getVariance(), eps));
    Value factor = DivOp::create(rewriter, loc, op.getScale(), deviation);
    Value shift =
        SubOp::create(rewriter, loc, op.getOffset(),
                      MulOp::create(rewriter, loc, op.getMean(), factor));
    Value scaled =
        MulOp::create(rewriter, loc, type, op.getOperand(),
                      alignWithDim(rewriter, loc, factor, dim, rank));
    rewriter.replaceOpWithNewOp<AddOp>(
        op, op.getResult().getType(), scaled,
        alignWithDim(rewriter, loc, shift, dim, rank));
    return success();
  }
};

struct RemoveDropout : OpRewritePattern<DropoutOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(DropoutOp op,
                                PatternRewriter &rewriter) const override {
    rewriter.replaceOp(op, op.getOperand());
    return success();
  }
};

struct LowerBatchNormPass : weft::impl::LowerBatchNormBase<LowerBatchNormPass> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<ExpandBatchNorm, RemoveDropout>(&getContext());
    walkAndApplyPatterns(getOperation(), std::move(patterns));
  }
};
} // namespace
