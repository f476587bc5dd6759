// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes math functions as arithmetic, so that generated code calls no library:
//
//   %1 = math.tanh %0 : vector<8xf32>
//
// becomes some thirty operations on vector<8xf32>. Functions that networks
// spend time in have f32 forms of their own; the others are computed in f64 and
// rounded, which is slower and correct to about half an ulp.

#include "lib/Target/CPU/Backend/LowerToLLVM.h"
#include "lib/Target/CPU/Backend/Math/Functions.h"
#include "lib/Target/CPU/Backend/Math/NarrowFloats.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Math/Transforms/Passes.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace weft::cpu {
#define GEN_PASS_DEF_EXPANDCPUMATH
#include "lib/Target/CPU/Backend/Passes.h.inc"
} // namespace weft::cpu

using namespace mlir;
using namespace weft::cpu;

/// Which types a function is emitted in.
enum class Forms { F32AndF64, F64 };

static Type withElement(Type type, Type element) {
  if (auto shaped = dyn_cast<ShapedType>(type))
    return shaped.clone(element);
  return element;
}

/// Calls `emit` with operands in a type that it takes, and rounds its result to
/// the type of `op`.
template <typename Emit>
static LogicalResult expand(Operation *op, Forms forms,
                            PatternRewriter &rewriter, Emit emit,
                            bool hasScale = false) {
  Type type = op->getResult(0).getType();
  Type element = getElementTypeOrSelf(type);
  if (!element.isF32() && !element.isF64())
    return rewriter.notifyMatchFailure(op, "expected f32 or f64");
  bool isWidened = element.isF32() && forms == Forms::F64;
  Type f64 = withElement(type, rewriter.getF64Type());
  Emitter emitter(rewriter, op->getLoc(), isWidened ? f64 : type, hasScale);
  SmallVector<Float> operands;
  for (Value operand : op->getOperands())
    operands.push_back(emitter.wrap(
        isWidened ? emitter.make<arith::ExtFOp>(f64, operand) : operand));
  Value result = emit(operands).value;
  if (isWidened)
    result = emitter.make<arith::TruncFOp>(type, result);
  rewriter.replaceOp(op, result);
  return success();
}

namespace {
using Unary = Float (*)(Float);
using Binary = Float (*)(Float, Float);

template <typename OpTy> struct ExpandUnary : OpRewritePattern<OpTy> {
  ExpandUnary(MLIRContext *context, Forms forms, Unary emit,
              bool hasScale = false)
      : OpRewritePattern<OpTy>(context), forms(forms), emit(emit),
        hasScale(hasScale) {}

  LogicalResult matchAndRewrite(OpTy op,
                                PatternRewriter &rewriter) const override {
    return expand(
        op, forms, rewriter, [&](ArrayRef<Float> x) { return emit(x[0]); },
        hasScale);
  }

  Forms forms;
  Unary emit;
  bool hasScale;
};

template <typename OpTy> struct ExpandBinary : OpRewritePattern<OpTy> {
  ExpandBinary(MLIRContext *context, Binary emit)
      : OpRewritePattern<OpTy>(context), emit(emit) {}

  LogicalResult matchAndRewrite(OpTy op,
                                PatternRewriter &rewriter) const override {
    return expand(op, Forms::F64, rewriter,
                  [&](ArrayRef<Float> x) { return emit(x[0], x[1]); });
  }

  Binary emit;
};

struct ExpandSinCos : OpRewritePattern<math::SincosOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(math::SincosOp op,
                                PatternRewriter &rewriter) const override {
    Value x = op.getOperand();
    Value sin = math::SinOp::create(rewriter, op.getLoc(), x);
    Value cos = math::CosOp::create(rewriter, op.getLoc(), x);
    rewriter.replaceOp(op, {sin, cos});
    return success();
  }
};

/// A whole exponent is an exponent like others.
struct ExpandFPowI : OpRewritePattern<math::FPowIOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(math::FPowIOp op,
                                PatternRewriter &rewriter) const override {
    Value exponent = arith::SIToFPOp::create(rewriter, op.getLoc(),
                                             op.getType(), op.getRhs());
    rewriter.replaceOpWithNewOp<math::PowFOp>(op, op.getLhs(), exponent);
    return success();
  }
};

/// LLVM rounds the operand that gives the sign together with a result that is
/// rounded, and f64 to f16 at once is a call.
struct ExpandCopySign : OpRewritePattern<math::CopySignOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(math::CopySignOp op,
                                PatternRewriter &rewriter) const override {
    Type type = op.getType();
    if (!getElementTypeOrSelf(type).isF64())
      return rewriter.notifyMatchFailure(op, "expected f64");
    Emitter emitter(rewriter, op.getLoc(), type);
    Float magnitude = abs(emitter.wrap(op.getLhs()));
    Bool isNegative{&emitter, emitter.make<arith::CmpIOp>(
                                  arith::CmpIPredicate::slt,
                                  bitsOf(emitter.wrap(op.getRhs())).value,
                                  emitter.integer(0).value)};
    rewriter.replaceOp(op, select(isNegative, -magnitude, magnitude).value);
    return success();
  }
};

/// LLVM would take the smaller of two f16 in f16, which is a call.
template <typename OpTy, bool isMin>
struct ExpandNumber : OpRewritePattern<OpTy> {
  using OpRewritePattern<OpTy>::OpRewritePattern;

  LogicalResult matchAndRewrite(OpTy op,
                                PatternRewriter &rewriter) const override {
    return expand(op, Forms::F32AndF64, rewriter, [](ArrayRef<Float> x) {
      Bool isFirst = isMin ? x[0] < x[1] : x[0] > x[1];
      return select(isFirst | isNan(x[1]), x[0], x[1]);
    });
  }
};

/// `afn` asks for the exp that is limited to normal numbers.
struct ExpandExp : OpRewritePattern<math::ExpOp> {
  ExpandExp(MLIRContext *context, bool hasScale)
      : OpRewritePattern(context), hasScale(hasScale) {}

  LogicalResult matchAndRewrite(math::ExpOp op,
                                PatternRewriter &rewriter) const override {
    bool isLimited =
        bitEnumContainsAny(op.getFastmath(), arith::FastMathFlags::afn);
    return expand(
        op, Forms::F32AndF64, rewriter,
        [&](ArrayRef<Float> x) {
          return isLimited ? emitLimitedExp(x[0]) : emitExp(x[0]);
        },
        hasScale);
  }

  bool hasScale;
};

struct ExpandCPUMath : weft::cpu::impl::ExpandCPUMathBase<ExpandCPUMath> {
  using ExpandCPUMathBase::ExpandCPUMathBase;

  LogicalResult initialize(MLIRContext *context) override;

  void runOnOperation() override {
    if (failed(applyPatternsGreedily(getOperation(), patterns)))
      signalPassFailure();
  }

private:
  FrozenRewritePatternSet patterns;
};
} // namespace

LogicalResult ExpandCPUMath::initialize(MLIRContext *context) {
  RewritePatternSet set(context);
  constexpr Forms both = Forms::F32AndF64;
  set.add<ExpandExp>(context, hasScale);
  set.add<ExpandUnary<math::Exp2Op>>(context, both, emitExp2, hasScale);
  set.add<ExpandUnary<math::ExpM1Op>>(context, both, emitExpm1);
  set.add<ExpandUnary<math::TanhOp>>(context, both, emitTanh);
  set.add<ExpandUnary<math::LogOp>>(context, both, emitLog);
  set.add<ExpandUnary<math::Log2Op>>(context, both, emitLog2);
  set.add<ExpandUnary<math::Log10Op>>(context, both, emitLog10);
  set.add<ExpandUnary<math::Log1pOp>>(context, both, emitLog1p);
  set.add<ExpandUnary<math::ErfOp>>(context, both, emitErf);
  set.add<ExpandUnary<math::ErfcOp>>(context, Forms::F64, emitErfc);
  set.add<ExpandUnary<math::SinhOp>>(context, Forms::F64, emitSinh);
  set.add<ExpandUnary<math::CoshOp>>(context, Forms::F64, emitCosh);
  set.add<ExpandUnary<math::AsinhOp>>(context, Forms::F64, emitAsinh);
  set.add<ExpandUnary<math::AcoshOp>>(context, Forms::F64, emitAcosh);
  set.add<ExpandUnary<math::AtanhOp>>(context, Forms::F64, emitAtanh);
  set.add<ExpandUnary<math::SinOp>>(context, Forms::F64, emitSin);
  set.add<ExpandUnary<math::CosOp>>(context, Forms::F64, emitCos);
  set.add<ExpandUnary<math::TanOp>>(context, Forms::F64, emitTan);
  set.add<ExpandUnary<math::AsinOp>>(context, Forms::F64, emitAsin);
  set.add<ExpandUnary<math::AcosOp>>(context, Forms::F64, emitAcos);
  set.add<ExpandUnary<math::AtanOp>>(context, Forms::F64, emitAtan);
  set.add<ExpandUnary<math::CbrtOp>>(context, Forms::F64, emitCbrt);
  set.add<ExpandBinary<math::Atan2Op>>(context, emitAtan2);
  set.add<ExpandBinary<math::PowFOp>>(context, emitPow);
  set.add<ExpandBinary<arith::RemFOp>>(context, emitRemainder);
  set.add<ExpandSinCos, ExpandFPowI, ExpandCopySign,
          ExpandNumber<arith::MinNumFOp, true>,
          ExpandNumber<arith::MaxNumFOp, false>>(context);
  populateNarrowFloatPatterns(set, hasBF16);
  populateUpliftToFMAPatterns(set);
  patterns = std::move(set);
  return success();
}
