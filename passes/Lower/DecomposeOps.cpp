// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes composite ops by simpler ones.
//
//   %y = weft.softmax %x {dim = 1} : tensor<2x3x4xf32>
// =>
//   %m = weft.reduce max %x {dims = [1], keep_dims}     %e = weft.exp (x - m)
//   %s = weft.reduce sum %e {dims = [1], keep_dims}     %y = weft.div %e, %s
//
// Along the last dimension both stay: there is a kernel for them.

#include "dialects/Weft/WeftOps.h"
#include "lib/Analysis/QuantizedOperand.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"
#include "passes/Lower/Lower.h"

using namespace mlir;
using namespace weft;

namespace weft {
#define GEN_PASS_DEF_DECOMPOSEOPS
#include "passes/Lower/Passes.h.inc"
} // namespace weft

namespace {
RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

Value makeScalar(ImplicitLocOpBuilder &b, Type element, double value) {
  auto type = RankedTensorType::get({}, element);
  Attribute scalar =
      isa<FloatType>(element)
          ? Attribute(b.getFloatAttr(element, value))
          : Attribute(b.getIntegerAttr(element, static_cast<int64_t>(value)));
  return ConstantOp::create(
      b, DenseElementsAttr::get(type, ArrayRef<Attribute>(scalar)));
}

bool isLastDim(int64_t dim, Value operand) {
  return dim == typeOf(operand).getRank() - 1;
}

struct DecomposeSoftmax : OpRewritePattern<SoftmaxOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SoftmaxOp op,
                                PatternRewriter &rewriter) const override {
    if (isLastDim(op.getDim(), op.getOperand()))
      return rewriter.notifyMatchFailure(
          op, "there is a kernel for the last dimension");
    ImplicitLocOpBuilder b(op.getLoc(), rewriter);
    int64_t dim = op.getDim();
    Value maximum = ReduceOp::create(b, ReductionKind::max, op.getOperand(),
                                     dim, /*keep_dims=*/true);
    Value shifted = SubOp::create(b, op.getOperand(), maximum);
    Value power = ExpOp::create(b, shifted);
    Value sum =
        ReduceOp::create(b, ReductionKind::sum, power, dim, /*keep_dims=*/true);
    if (op.getLog())
      rewriter.replaceOpWithNewOp<SubOp>(op, op.getType(), shifted,
                                         LogOp::create(b, sum));
    else
      rewriter.replaceOpWithNewOp<DivOp>(op, op.getType(), power, sum);
    return success();
  }
};

struct DecomposeNormalize : OpRewritePattern<NormalizeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(NormalizeOp op,
                                PatternRewriter &rewriter) const override {
    if (op.getDims().size() == 1 && isLastDim(op.getDims()[0], op.getOperand()))
      return rewriter.notifyMatchFailure(
          op, "there is a kernel for the last dimension");
    ImplicitLocOpBuilder b(op.getLoc(), rewriter);
    Value centered = op.getOperand();
    if (!op.getRms())
      centered =
          SubOp::create(b, centered,
                        ReduceOp::create(b, ReductionKind::mean, centered,
                                         op.getDims(), /*keep_dims=*/true));
    Value variance = ReduceOp::create(b, ReductionKind::mean,
                                      MulOp::create(b, centered, centered),
                                      op.getDims(), /*keep_dims=*/true);
    Value epsilon = makeScalar(b, typeOf(centered).getElementType(),
                               op.getEpsilon().convertToFloat());
    rewriter.replaceOpWithNewOp<MulOp>(
        op, op.getType(), centered,
        RsqrtOp::create(b, AddOp::create(b, variance, epsilon)));
    return success();
  }
};

/// Scales or zero points as a tensor that broadcasts with the operand.
Value spread(ImplicitLocOpBuilder &b, Value values, Value operand,
             int64_t dim) {
  RankedTensorType type = typeOf(values);
  if (type.getRank() != 1)
    return values;
  SmallVector<int64_t> shape(typeOf(operand).getRank() - dim, 1);
  shape[0] = type.getDimSize(0);
  if (!type.isDynamicDim(0))
    return ReshapeOp::create(b, values, ArrayRef<int64_t>(shape));
  shape[0] = -1;
  auto list = DenseIntElementsAttr::get(
      RankedTensorType::get({static_cast<int64_t>(shape.size())},
                            b.getI64Type()),
      shape);
  return ReshapeOp::create(b, values, Value(ConstantOp::create(b, list)));
}

/// Values that stand for blocks along a dimension, one for each element: a nearest neighbour at index / block.
Value repeatBlocks(ImplicitLocOpBuilder &b, Value values, Value operand,
                   int64_t dim, int64_t block) {
  RankedTensorType type = typeOf(values);
  int64_t size = typeOf(operand).getDimSize(dim);
  auto list = RankedTensorType::get({1}, b.getI64Type());
  Value sizes =
      ShapedType::isDynamic(size)
          ? ReshapeOp::create(b, DimOp::create(b, operand, dim),
                              ArrayRef<int64_t>({1}))
                .getResult()
          : ConstantOp::create(b, DenseIntElementsAttr::get(list, size))
                .getResult();
  Value scales =
      ConstantOp::create(b, DenseElementsAttr::get(list.clone(b.getF32Type()),
                                                   static_cast<float>(block)));
  SmallVector<int64_t> shape(type.getShape());
  shape[dim] = size;
  return ResizeOp::create(b, type.clone(shape), ResizeMode::nearest, values,
                          sizes, scales, ArrayRef<int64_t>(dim),
                          CoordinateMode::asymmetric, NearestMode::floor,
                          APFloat(-0.75f));
}

template <typename OpT> struct DecomposeScaling : OpRewritePattern<OpT> {
  using OpRewritePattern<OpT>::OpRewritePattern;

  LogicalResult matchAndRewrite(OpT op,
                                PatternRewriter &rewriter) const override {
    if (stays(op))
      return failure();
    ImplicitLocOpBuilder b(op.getLoc(), rewriter);
    auto align = [&](Value values) -> Value {
      if (!values)
        return values;
      // A block that is all of a dimension broadcasts.
      if (op.getBlock() && typeOf(values).getRank() &&
          typeOf(values).getDimSize(op.getDim()) == 1)
        return values;
      return op.getBlock() && typeOf(values).getRank()
                 ? repeatBlocks(b, values, op.getOperand(), op.getDim(),
                                op.getBlock())
                 : spread(b, values, op.getOperand(), op.getDim());
    };
    rewriter.replaceOp(
        op, compute(b, op, align(op.getScale()), align(op.getZeroPoint())));
    return success();
  }

  static Value cast(ImplicitLocOpBuilder &b, Value value, Type element) {
    return CastOp::create(b, typeOf(value).clone(element), value);
  }

  static Value compute(ImplicitLocOpBuilder &b, QuantizeOp op, Value scale,
                       Value zero) {
    Type f32 = b.getF32Type();
    Value rounded =
        RoundOp::create(b, DivOp::create(b, cast(b, op.getOperand(), f32),
                                         cast(b, scale, f32)));
    if (zero)
      rounded = AddOp::create(b, rounded, cast(b, zero, f32));
    // A cast to integers saturates.
    return CastOp::create(b, op.getType(), rounded);
  }

  /// Weights in groups that a contraction widens on its way stay.
  static bool stays(DequantizeOp op) {
    return !op->use_empty() && llvm::all_of(op->getUses(), [](OpOperand &use) {
      auto contract = dyn_cast<ContractOp>(use.getOwner());
      return contract && findWeightWidening(contract, use.getOperandNumber());
    });
  }
  static bool stays(QuantizeOp) { return false; }

  static Value compute(ImplicitLocOpBuilder &b, DequantizeOp op, Value scale,
                       Value zero) {
    Type f32 = b.getF32Type();
    Value wide = op.getOperand();
    if (zero) {
      // The difference of two integers of 8 or 16 bits needs one more.
      Type i32 = b.getI32Type();
      bool isNarrow = typeOf(wide).getElementTypeBitWidth() < 32;
      wide = isNarrow ? SubOp::create(b, cast(b, wide, i32), cast(b, zero, i32))
                            .getResult()
                      : SubOp::create(b, cast(b, wide, f32), cast(b, zero, f32))
                            .getResult();
    }
    Value product = MulOp::create(b, cast(b, wide, f32), cast(b, scale, f32));
    return CastOp::create(b, op.getType(), product);
  }
};

/// With the batch's statistics, or where the folding of Simplify does not apply.
struct DecomposeBatchNorm : OpRewritePattern<BatchNormOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(BatchNormOp op,
                                PatternRewriter &rewriter) const override {
    ImplicitLocOpBuilder b(op.getLoc(), rewriter);
    Type element = typeOf(op.getScale()).getElementType();
    auto cast = [&](Value value, Type to) -> Value {
      return typeOf(value).getElementType() == to
                 ? value
                 : CastOp::create(b, typeOf(value).clone(to), value);
    };
    int64_t dim = op.getDim();
    Value x = cast(op.getOperand(), element),
          mean = cast(op.getMean(), element),
          variance = cast(op.getVariance(), element);
    auto align = [&](Value perChannel) {
      return spread(b, perChannel, x, dim);
    };
    SmallVector<Value> results(1);
    if (op.getTraining()) {
      SmallVector<int64_t> others;
      for (int64_t i = 0; i < typeOf(x).getRank(); ++i)
        if (i != dim)
          others.push_back(i);
      auto running = [&](Value before, Value batch, Value result) {
        double momentum = op.getMomentum().convertToFloat();
        Value kept = MulOp::create(b, before, makeScalar(b, element, momentum)),
              added =
                  MulOp::create(b, batch, makeScalar(b, element, 1 - momentum));
        results.push_back(cast(AddOp::create(b, kept, added),
                               typeOf(result).getElementType()));
      };
      Value batchMean = ReduceOp::create(b, ReductionKind::mean, x, others,
                                         /*keep_dims=*/false);
      Value centered = SubOp::create(b, x, align(batchMean));
      Value batchVariance = ReduceOp::create(
          b, ReductionKind::mean, MulOp::create(b, centered, centered), others,
          /*keep_dims=*/false);
      running(mean, batchMean, op.getRunningMean());
      running(variance, batchVariance, op.getRunningVariance());
      mean = batchMean;
      variance = batchVariance;
    }
    Value deviation = SqrtOp::create(
        b, AddOp::create(
               b, variance,
               makeScalar(b, element, op.getEpsilon().convertToFloat())));
    Value normal =
        DivOp::create(b, SubOp::create(b, x, align(mean)), align(deviation));
    Value scaled = MulOp::create(b, normal, align(op.getScale()));
    results[0] =
        cast(AddOp::create(b, scaled, align(cast(op.getOffset(), element))),
             typeOf(op.getResult()).getElementType());
    for (auto [result, old] : llvm::zip(results, op.getResults()))
      result = result.getType() == old.getType() ? result : Value();
    if (llvm::is_contained(results, Value()))
      return rewriter.notifyMatchFailure(
          op, "types say more than the decomposition infers");
    rewriter.replaceOp(op, results);
    return success();
  }
};

struct DropDropout : OpRewritePattern<DropoutOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(DropoutOp op,
                                PatternRewriter &rewriter) const override {
    rewriter.replaceOp(op, op.getOperand());
    return success();
  }
};

/// Of no dimension it is its operand.
struct DropEmptyResize : OpRewritePattern<ResizeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ResizeOp op,
                                PatternRewriter &rewriter) const override {
    if (!op.getDims().empty())
      return rewriter.notifyMatchFailure(op, "there is something to resize");
    Value shape = ShapeOp::create(rewriter, op.getLoc(), op.getOperand());
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, op.getType(), op.getOperand(),
                                           shape);
    return success();
  }
};

struct DecomposeOps : weft::impl::DecomposeOpsBase<DecomposeOps> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<DecomposeSoftmax, DecomposeNormalize,
                 DecomposeScaling<QuantizeOp>, DecomposeScaling<DequantizeOp>,
                 DecomposeBatchNorm, DropDropout, DropEmptyResize>(
        &getContext());
    walkAndApplyPatterns(getOperation(), std::move(patterns));
  }
};
} // namespace
