// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Left alone, LLVM would call compiler-rt for several of these.

#include "lib/Target/CPU/Backend/Math/NarrowFloats.h"
#include "lib/Target/CPU/Backend/Math/Emitter.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft::cpu;

static bool isNarrow(Type type) {
  Type element = getElementTypeOrSelf(type);
  return element.isF16() || element.isBF16();
}

/// `type` with another element.
static Type withElement(Type type, Type element) {
  if (auto shaped = dyn_cast<ShapedType>(type))
    return shaped.clone(element);
  return element;
}

namespace {
/// Arithmetic on narrow floats is arithmetic on f32, rounded.
struct ComputeInF32 : RewritePattern {
  explicit ComputeInF32(MLIRContext *context)
      : RewritePattern(MatchAnyOpTypeTag(), /*benefit=*/2, context) {}

  static bool computes(Operation *op) {
    if (isa<vector::FMAOp, vector::ReductionOp>(op))
      return true;
    if (!isa_and_nonnull<arith::ArithDialect, math::MathDialect>(
            op->getDialect()))
      return false;
    return !isa<arith::ConstantOp, arith::SelectOp, arith::BitcastOp,
                arith::ExtFOp, arith::TruncFOp, arith::SIToFPOp,
                arith::UIToFPOp, arith::FPToSIOp, arith::FPToUIOp>(op);
  }

  LogicalResult matchAndRewrite(Operation *op,
                                PatternRewriter &rewriter) const override {
    if (!computes(op) || (llvm::none_of(op->getOperandTypes(), isNarrow) &&
                          llvm::none_of(op->getResultTypes(), isNarrow)))
      return failure();
    Location loc = op->getLoc();
    Type f32 = rewriter.getF32Type();
    SmallVector<Value> operands;
    for (Value operand : op->getOperands())
      operands.push_back(
          isNarrow(operand.getType())
              ? arith::ExtFOp::create(
                    rewriter, loc, withElement(operand.getType(), f32), operand)
                    .getResult()
              : operand);
    SmallVector<Type> types;
    for (Type type : op->getResultTypes())
      types.push_back(isNarrow(type) ? withElement(type, f32) : type);
    OperationState state(loc, op->getName(), operands, types, op->getAttrs());
    state.propertiesAttr = op->getPropertiesAsAttribute();
    Operation *wide = rewriter.create(state);
    SmallVector<Value> results;
    for (auto [result, type] :
         llvm::zip(wide->getResults(), op->getResultTypes()))
      results.push_back(
          isNarrow(type)
              ? arith::TruncFOp::create(rewriter, loc, type, result).getResult()
              : result);
    rewriter.replaceOp(op, results);
    return success();
  }
};

/// bf16 is the upper half of f32.
struct ExtendNarrow : OpRewritePattern<arith::ExtFOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(arith::ExtFOp op,
                                PatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    Type source = op.getIn().getType(), target = op.getType();
    Type f32 = withElement(target, rewriter.getF32Type());
    if (!isNarrow(source))
      return failure();
    if (target != f32) {
      Value single = arith::ExtFOp::create(rewriter, loc, f32, op.getIn());
      rewriter.replaceOpWithNewOp<arith::ExtFOp>(op, target, single);
      return success();
    }
    if (!getElementTypeOrSelf(source).isBF16())
      return rewriter.notifyMatchFailure(op, "F16C converts f16");
    Emitter emitter(rewriter, loc, f32);
    Value bits = emitter.make<arith::BitcastOp>(
        withElement(source, rewriter.getI16Type()), op.getIn());
    Int wide{&emitter,
             emitter.make<arith::ExtUIOp>(emitter.getIntType(), bits)};
    rewriter.replaceOp(op, floatOf(wide << 16).value);
    return success();
  }
};

/// AVX512-BF16 rounds 16 numbers at once.
struct ConvertToBF16 : OpRewritePattern<arith::TruncFOp> {
  explicit ConvertToBF16(MLIRContext *context)
      : OpRewritePattern(context, /*benefit=*/2) {}

  LogicalResult matchAndRewrite(arith::TruncFOp op,
                                PatternRewriter &rewriter) const override {
    auto source = dyn_cast<VectorType>(op.getIn().getType());
    if (!source || source.getShape() != ArrayRef<int64_t>{16} ||
        !source.getElementType().isF32() ||
        !getElementTypeOrSelf(op.getType()).isBF16())
      return failure();
    auto converted = LLVM::CallIntrinsicOp::create(
        rewriter, op.getLoc(), op.getType(),
        rewriter.getStringAttr("llvm.x86.avx512bf16.cvtneps2bf16.512"),
        op.getIn());
    rewriter.replaceOp(op, converted);
    return success();
  }
};

struct TruncateToNarrow : OpRewritePattern<arith::TruncFOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(arith::TruncFOp op,
                                PatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    Type source = op.getIn().getType(), target = op.getType();
    if (!isNarrow(target))
      return failure();
    if (getElementTypeOrSelf(source).isF64()) {
      rewriter.replaceOpWithNewOp<arith::TruncFOp>(
          op, target, emitRoundToOdd(rewriter, loc, op.getIn()));
      return success();
    }
    if (!getElementTypeOrSelf(target).isBF16() ||
        !getElementTypeOrSelf(source).isF32())
      return rewriter.notifyMatchFailure(op, "F16C converts f16");
    Emitter emitter(rewriter, loc, source);
    Float value = emitter.wrap(op.getIn());
    Int bits = bitsOf(value);
    Int upper = shiftRight(bits, 16);
    // To nearest; of two equally near ones, to even.
    Int rounded = shiftRight(bits + 0x7fff + (upper & 1), 16);
    // A NaN whose upper bits are zero would become infinity.
    Int quiet{&emitter, emitter.make<arith::OrIOp>(
                            upper.value, emitter.integer(0x40).value)};
    Value half = emitter.make<arith::TruncIOp>(
        withElement(target, rewriter.getI16Type()),
        select(isNan(value), quiet, rounded).value);
    rewriter.replaceOpWithNewOp<arith::BitcastOp>(op, target, half);
    return success();
  }

  /// f64 as f32 with the last bit set whenever the result is inexact: rounding
  /// that again, to a type with at most 22 bits, is rounding once.
  static Value emitRoundToOdd(OpBuilder &builder, Location loc, Value value) {
    Type f32 = withElement(value.getType(), builder.getF32Type());
    Value nearest = arith::TruncFOp::create(builder, loc, f32, value);
    Value back = arith::ExtFOp::create(builder, loc, value.getType(), nearest);
    Emitter wide(builder, loc, value.getType());
    Emitter emitter(builder, loc, f32);
    Float exact = abs(wide.wrap(value)), kept = abs(wide.wrap(back));
    Int bits = bitsOf(emitter.wrap(nearest));
    // Towards zero first, then odd.
    Bool isAbove{&emitter, (kept > exact).value};
    Bool isInexact{&emitter, ((kept > exact) | (kept < exact)).value};
    Int truncated = select(isAbove, bits - 1, bits);
    Int odd{&emitter, emitter.make<arith::OrIOp>(truncated.value,
                                                 emitter.integer(1).value)};
    return floatOf(select(isInexact, odd, truncated)).value;
  }
};

/// Through f64, which holds every i32.
template <typename OpTy> struct ConvertToNarrow : OpRewritePattern<OpTy> {
  using OpRewritePattern<OpTy>::OpRewritePattern;

  LogicalResult matchAndRewrite(OpTy op,
                                PatternRewriter &rewriter) const override {
    if (!isNarrow(op.getType()))
      return failure();
    Type f64 = withElement(op.getType(), rewriter.getF64Type());
    Value wide = OpTy::create(rewriter, op.getLoc(), f64, op.getIn());
    rewriter.replaceOpWithNewOp<arith::TruncFOp>(op, op.getType(), wide);
    return success();
  }
};

template <typename OpTy> struct ConvertFromNarrow : OpRewritePattern<OpTy> {
  using OpRewritePattern<OpTy>::OpRewritePattern;

  LogicalResult matchAndRewrite(OpTy op,
                                PatternRewriter &rewriter) const override {
    Type source = op.getIn().getType();
    if (!isNarrow(source))
      return failure();
    Value wide = arith::ExtFOp::create(
        rewriter, op.getLoc(), withElement(source, rewriter.getF32Type()),
        op.getIn());
    rewriter.replaceOpWithNewOp<OpTy>(op, op.getType(), wide);
    return success();
  }
};
/// Between blocks LLVM would keep a bf16 as f32, and call to round it back.
struct LoadBF16 : OpRewritePattern<LLVM::LoadOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(LLVM::LoadOp op,
                                PatternRewriter &rewriter) const override {
    Type type = op.getType();
    if (!getElementTypeOrSelf(type).isBF16())
      return failure();
    auto bits = cast<LLVM::LoadOp>(rewriter.clone(*op));
    bits.getResult().setType(withElement(type, rewriter.getI16Type()));
    rewriter.replaceOpWithNewOp<arith::BitcastOp>(op, type, bits);
    return success();
  }
};

struct StoreBF16 : OpRewritePattern<LLVM::StoreOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(LLVM::StoreOp op,
                                PatternRewriter &rewriter) const override {
    Type type = op.getValue().getType();
    if (!getElementTypeOrSelf(type).isBF16())
      return failure();
    Value bits = arith::BitcastOp::create(
        rewriter, op.getLoc(), withElement(type, rewriter.getI16Type()),
        op.getValue());
    rewriter.modifyOpInPlace(op, [&] { op.getValueMutable().assign(bits); });
    return success();
  }
};
} // namespace

void weft::cpu::populateNarrowFloatPatterns(RewritePatternSet &patterns,
                                            bool hasBF16) {
  if (hasBF16)
    patterns.add<ConvertToBF16>(patterns.getContext());
  patterns
      .add<ComputeInF32, ExtendNarrow, TruncateToNarrow,
           ConvertToNarrow<arith::SIToFPOp>, ConvertToNarrow<arith::UIToFPOp>,
           ConvertFromNarrow<arith::FPToSIOp>,
           ConvertFromNarrow<arith::FPToUIOp>, LoadBF16, StoreBF16>(
          patterns.getContext());
}
