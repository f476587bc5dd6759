// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each op of the family in terms of arith and math, with the results that the dialect states where those have none.

#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "dialects/Weft/WeftOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/Matchers.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
/// The emission of one op: its builder, its operands and the tensor element type that tells signedness.
struct Emission {
  KernelBuilder &b;
  Type element;
  SmallVector<Value> in;

  Value x() const { return in[0]; }
  Value y() const { return in[1]; }
  Type type() const { return in[0].getType(); }
  bool isFloat() const { return isa<FloatType>(element); }
  bool isUnsigned() const {
    return element.isUnsignedInteger() || element.isInteger(1);
  }
  int64_t width() const { return element.getIntOrFloatBitWidth(); }
  Value number(double value) const { return b.constant(type(), value); }
  Value integer(int64_t value) const { return b.constantInt(type(), value); }
  template <typename OpT> Value make(ValueRange operands) const {
    return OpT::create(b, operands[0].getType(), operands).getResult();
  }
  template <typename OpT> Value unary(Value v) const {
    return OpT::create(b, v);
  }
  template <typename OpT> Value binary(Value l, Value r) const {
    return OpT::create(b, l, r);
  }
  Value compareInts(arith::CmpIPredicate p, Value l, Value r) const {
    return arith::CmpIOp::create(b, p, l, r);
  }
  Value compareFloats(arith::CmpFPredicate p, Value l, Value r) const {
    return arith::CmpFOp::create(b, p, l, r);
  }
  Value choose(Value c, Value l, Value r) const {
    return arith::SelectOp::create(b, c, l, r);
  }

  Value sign() const;
  Value quotient(Value l, Value r) const;
  Value remainder(Value l, Value r) const;
  Value floorRemainder() const;
  Value integerPower() const;
  Value shift(bool left) const;
  Value compare(Predicate predicate) const;
  Value logistic() const;
  Value roundedQuotient(Value divisor) const;
};

Value Emission::sign() const {
  if (isFloat()) {
    Value zero = number(0),
          positive = choose(compareFloats(arith::CmpFPredicate::OGT, x(), zero),
                            number(1), x());
    return choose(compareFloats(arith::CmpFPredicate::OLT, x(), zero),
                  number(-1), positive);
  }
  Value zero = integer(0), one = integer(1);
  auto above =
      isUnsigned() ? arith::CmpIPredicate::ugt : arith::CmpIPredicate::sgt;
  Value positive = choose(compareInts(above, x(), zero), one, zero);
  return isUnsigned()
             ? positive
             : choose(compareInts(arith::CmpIPredicate::slt, x(), zero),
                      integer(-1), positive);
}

/// Integer division with a stated result for a divisor of 0 and for the smallest integer over -1.
Value Emission::quotient(Value l, Value r) const {
  Value zero = integer(0), one = integer(1);
  Value isZero = compareInts(arith::CmpIPredicate::eq, r, zero);
  Value safe = choose(isZero, one, r);
  if (isUnsigned())
    return choose(isZero, zero, binary<arith::DivUIOp>(l, safe));
  Value isMinusOne = compareInts(arith::CmpIPredicate::eq, r, integer(-1));
  Value quotient = binary<arith::DivSIOp>(l, choose(isMinusOne, one, safe));
  return choose(isZero, zero,
                choose(isMinusOne, binary<arith::SubIOp>(zero, l), quotient));
}

/// The remainder with the dividend's sign; the dividend where the divisor is 0.
Value Emission::remainder(Value l, Value r) const {
  return binary<arith::SubIOp>(l, binary<arith::MulIOp>(quotient(l, r), r));
}

Value Emission::floorRemainder() const {
  if (isFloat()) {
    Value rest = binary<arith::RemFOp>(x(), y());
    Value zero = number(0);
    Value differ = binary<arith::XOrIOp>(
        compareFloats(arith::CmpFPredicate::OLT, rest, zero),
        compareFloats(arith::CmpFPredicate::OLT, y(), zero));
    Value shifted = choose(differ, binary<arith::AddFOp>(rest, y()), rest);
    return choose(compareFloats(arith::CmpFPredicate::OEQ, rest, zero),
                  binary<math::CopySignOp>(zero, y()), shifted);
  }
  Value rest = remainder(x(), y());
  if (isUnsigned())
    return rest;
  Value zero = integer(0);
  Value differ =
      binary<arith::XOrIOp>(compareInts(arith::CmpIPredicate::slt, rest, zero),
                            compareInts(arith::CmpIPredicate::slt, y(), zero));
  Value adjust = binary<arith::AndIOp>(
      differ,
      binary<arith::AndIOp>(compareInts(arith::CmpIPredicate::ne, rest, zero),
                            compareInts(arith::CmpIPredicate::ne, y(), zero)));
  return choose(adjust, binary<arith::AddIOp>(rest, y()), rest);
}

/// Square and multiply over all bits of the exponent, which bounds the work by the width.
Value Emission::integerPower() const {
  Value base = x(), exponent = y(), result = integer(1), zero = integer(0),
        one = integer(1);
  for (int64_t bit = 0; bit < width(); ++bit) {
    Value shifted = binary<arith::ShRUIOp>(exponent, integer(bit));
    Value isSet = compareInts(arith::CmpIPredicate::ne,
                              binary<arith::AndIOp>(shifted, one), zero);
    result = choose(isSet, binary<arith::MulIOp>(result, base), result);
    base = binary<arith::MulIOp>(base, base);
  }
  if (isUnsigned())
    return result;
  // 1 / base^n, truncated: 1 for base 1, the sign by parity for base -1, else 0.
  Value isOdd = compareInts(arith::CmpIPredicate::ne,
                            binary<arith::AndIOp>(exponent, one), zero);
  Value inverse = choose(
      compareInts(arith::CmpIPredicate::eq, x(), integer(-1)),
      choose(isOdd, integer(-1), one),
      choose(compareInts(arith::CmpIPredicate::eq, x(), one), one, zero));
  return choose(compareInts(arith::CmpIPredicate::slt, exponent, zero), inverse,
                result);
}

Value Emission::shift(bool left) const {
  Value inRange = compareInts(arith::CmpIPredicate::ult, y(), integer(width()));
  Value amount = choose(inRange, y(), integer(0));
  if (left)
    return choose(inRange, binary<arith::ShLIOp>(x(), amount), integer(0));
  if (isUnsigned())
    return choose(inRange, binary<arith::ShRUIOp>(x(), amount), integer(0));
  return binary<arith::ShRSIOp>(x(),
                                choose(inRange, y(), integer(width() - 1)));
}

Value Emission::compare(Predicate predicate) const {
  if (isFloat()) {
    constexpr arith::CmpFPredicate predicates[] = {
        arith::CmpFPredicate::OEQ, arith::CmpFPredicate::UNE,
        arith::CmpFPredicate::OLT, arith::CmpFPredicate::OLE,
        arith::CmpFPredicate::OGT, arith::CmpFPredicate::OGE};
    return compareFloats(predicates[static_cast<int>(predicate)], x(), y());
  }
  using P = arith::CmpIPredicate;
  constexpr P asSigned[] = {P::eq, P::ne, P::slt, P::sle, P::sgt, P::sge};
  constexpr P asUnsigned[] = {P::eq, P::ne, P::ult, P::ule, P::ugt, P::uge};
  return compareInts(
      (isUnsigned() ? asUnsigned : asSigned)[static_cast<int>(predicate)], x(),
      y());
}

Value Emission::logistic() const {
  Value one = number(1);
  if (element.isF32()) {
    // exp(-x) as the square of exp(-x/2), which is never subnormal where the sum depends on it.
    Value half = math::ExpOp::create(
        b, binary<arith::MulFOp>(number(-0.5), x()), arith::FastMathFlags::afn);
    return binary<arith::DivFOp>(one, math::FmaOp::create(b, half, half, one));
  }
  return binary<arith::DivFOp>(
      one, binary<arith::AddFOp>(
               one, unary<math::ExpOp>(unary<arith::NegFOp>(x()))));
}

/// Whether all that becomes of a quotient is an integer of few bits: it is rounded, a zero point may be added, and it is saturated.
bool isQuantized(DivOp op) {
  auto findUser = [](Operation *each) {
    return each->hasOneUse() ? *each->user_begin() : nullptr;
  };
  Operation *user = findUser(op);
  if (!isa_and_present<RoundOp>(user) ||
      !getElementTypeOrSelf(op.getType()).isF32())
    return false;
  user = findUser(user);
  if (isa_and_present<AddOp>(user))
    user = findUser(user);
  auto to = isa_and_present<CastOp>(user)
                ? dyn_cast<IntegerType>(
                      getElementTypeOrSelf(user->getResult(0).getType()))
                : IntegerType();
  return to && to.getWidth() > 1 && to.getWidth() <= 16;
}

/// The one number in all lanes of a vector, null where they are not known to be one.
Value findSplat(KernelBuilder &b, Value vector) {
  if (auto broadcast = vector.getDefiningOp<vector::BroadcastOp>())
    return isa<VectorType>(broadcast.getSource().getType())
               ? Value()
               : broadcast.getSource();
  SplatElementsAttr splat;
  if (isa<VectorType>(vector.getType()) &&
      matchPattern(vector, m_Constant(&splat)))
    return arith::ConstantOp::create(
        b, cast<TypedAttr>(splat.getSplatValue<Attribute>()));
  return {};
}

/// x / divisor, where one number divides all lanes and the quotient is quantized: the product with its inverse, which loops compute once,
/// corrected by what is left of x. That makes it the rounded quotient (Markstein, "Computation of elementary functions on the IBM RISC
/// System/6000 processor", 1990). A quotient far beyond the integers is held there, so that the correction brings an infinity back.
Value Emission::roundedQuotient(Value divisor) const {
  constexpr double kFar = 1 << 20;
  Value dividend = x();
  int64_t lanes = cast<VectorType>(type()).getNumElements();
  FloatAttr known;
  bool isOrdinary = matchPattern(divisor, m_Constant(&known)) &&
                    std::abs(known.getValueAsDouble()) > std::ldexp(1.0, -60) &&
                    std::abs(known.getValueAsDouble()) < std::ldexp(1.0, 60);
  if (!isOrdinary) {
    // By a power of two the divisor comes to where its inverse and the products with it are normal; an infinite one becomes 1 and
    // the dividend 0, or NaN.
    Type f32 = divisor.getType();
    auto scalar = [&](double value) { return b.constant(f32, value); };
    Value size = unary<math::AbsFOp>(divisor);
    auto is = [&](arith::CmpFPredicate p, double limit) {
      return compareFloats(p, size, scalar(limit));
    };
    using P = arith::CmpFPredicate;
    Value isInfinite = is(P::OEQ, INFINITY);
    Value power =
        choose(is(P::OGT, std::ldexp(1.0, 60)), scalar(std::ldexp(1.0, -64)),
               choose(is(P::OLT, std::ldexp(1.0, -60)),
                      scalar(std::ldexp(1.0, 64)), scalar(1)));
    divisor =
        choose(isInfinite, scalar(1), binary<arith::MulFOp>(divisor, power));
    power = choose(isInfinite, scalar(0), power);
    dividend = binary<arith::MulFOp>(dividend, b.splat(power, lanes));
  }
  Value one = b.constant(divisor.getType(), 1);
  Value inverse = b.splat(binary<arith::DivFOp>(one, divisor), lanes);
  Value near = binary<arith::MulFOp>(dividend, inverse);
  Value high = number(kFar), low = number(-kFar);
  near =
      choose(compareFloats(arith::CmpFPredicate::OLT, near, high), near, high);
  near = choose(compareFloats(arith::CmpFPredicate::OGT, near, low), near, low);
  Value rest = math::FmaOp::create(b, unary<arith::NegFOp>(near),
                                   b.splat(divisor, lanes), dividend);
  return math::FmaOp::create(b, rest, inverse, near);
}

/// Ops with one class for floats and one for integers, and those of floats alone.
Value emitUnary(const Emission &e, Operation *op) {
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case([&](NegOp) {
        return e.isFloat() ? e.unary<arith::NegFOp>(e.x())
                           : e.binary<arith::SubIOp>(e.integer(0), e.x());
      })
      .Case([&](AbsOp) {
        if (e.isFloat())
          return e.unary<math::AbsFOp>(e.x());
        return e.isUnsigned()
                   ? e.x()
                   : e.binary<arith::MaxSIOp>(
                         e.x(), e.binary<arith::SubIOp>(e.integer(0), e.x()));
      })
      .Case([&](SignOp) { return e.sign(); })
      .Case([&](CeilOp) { return e.unary<math::CeilOp>(e.x()); })
      .Case([&](FloorOp) { return e.unary<math::FloorOp>(e.x()); })
      .Case([&](RoundOp) { return e.unary<math::RoundEvenOp>(e.x()); })
      .Case([&](SqrtOp) { return e.unary<math::SqrtOp>(e.x()); })
      .Case([&](RsqrtOp) {
        return e.binary<arith::DivFOp>(e.number(1),
                                       e.unary<math::SqrtOp>(e.x()));
      })
      .Case([&](ExpOp) { return e.unary<math::ExpOp>(e.x()); })
      .Case([&](Expm1Op) { return e.unary<math::ExpM1Op>(e.x()); })
      .Case([&](LogOp) { return e.unary<math::LogOp>(e.x()); })
      .Case([&](Log1pOp) { return e.unary<math::Log1pOp>(e.x()); })
      .Case([&](SinOp) { return e.unary<math::SinOp>(e.x()); })
      .Case([&](CosOp) { return e.unary<math::CosOp>(e.x()); })
      .Case([&](TanOp) { return e.unary<math::TanOp>(e.x()); })
      .Case([&](AsinOp) { return e.unary<math::AsinOp>(e.x()); })
      .Case([&](AcosOp) { return e.unary<math::AcosOp>(e.x()); })
      .Case([&](AtanOp) { return e.unary<math::AtanOp>(e.x()); })
      .Case([&](SinhOp) { return e.unary<math::SinhOp>(e.x()); })
      .Case([&](CoshOp) { return e.unary<math::CoshOp>(e.x()); })
      .Case([&](TanhOp) { return e.unary<math::TanhOp>(e.x()); })
      .Case([&](AsinhOp) { return e.unary<math::AsinhOp>(e.x()); })
      .Case([&](AcoshOp) { return e.unary<math::AcoshOp>(e.x()); })
      .Case([&](AtanhOp) { return e.unary<math::AtanhOp>(e.x()); })
      .Case([&](ErfOp) { return e.unary<math::ErfOp>(e.x()); })
      .Case([&](LogisticOp) { return e.logistic(); })
      .Case(
          [&](NotOp) { return e.binary<arith::XOrIOp>(e.x(), e.integer(-1)); })
      .Default(Value());
}

Value emitBinary(const Emission &e, Operation *op) {
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case([&](AddOp) {
        return e.isFloat() ? e.binary<arith::AddFOp>(e.x(), e.y())
                           : e.binary<arith::AddIOp>(e.x(), e.y());
      })
      .Case([&](SubOp) {
        return e.isFloat() ? e.binary<arith::SubFOp>(e.x(), e.y())
                           : e.binary<arith::SubIOp>(e.x(), e.y());
      })
      .Case([&](MulOp) {
        return e.isFloat() ? e.binary<arith::MulFOp>(e.x(), e.y())
                           : e.binary<arith::MulIOp>(e.x(), e.y());
      })
      .Case([&](DivOp div) {
        if (!e.isFloat())
          return e.quotient(e.x(), e.y());
        Value divisor = isQuantized(div) ? findSplat(e.b, e.y()) : Value();
        return divisor ? e.roundedQuotient(divisor)
                       : e.binary<arith::DivFOp>(e.x(), e.y());
      })
      .Case([&](RemOp) {
        return e.isFloat() ? e.binary<arith::RemFOp>(e.x(), e.y())
                           : e.remainder(e.x(), e.y());
      })
      .Case([&](ModOp) { return e.floorRemainder(); })
      .Case([&](PowOp) {
        return e.isFloat() ? e.binary<math::PowFOp>(e.x(), e.y())
                           : e.integerPower();
      })
      .Case([&](MaxOp) {
        return emitCombine(e.b, ReductionKind::max, e.element, e.x(), e.y());
      })
      .Case([&](MinOp) {
        return emitCombine(e.b, ReductionKind::min, e.element, e.x(), e.y());
      })
      .Case([&](AndOp) { return e.binary<arith::AndIOp>(e.x(), e.y()); })
      .Case([&](OrOp) { return e.binary<arith::OrIOp>(e.x(), e.y()); })
      .Case([&](XorOp) { return e.binary<arith::XOrIOp>(e.x(), e.y()); })
      .Case([&](ShlOp) { return e.shift(/*left=*/true); })
      .Case([&](ShrOp) { return e.shift(/*left=*/false); })
      .Case(
          [&](CompareOp compare) { return e.compare(compare.getPredicate()); })
      .Case([&](SelectOp) { return e.choose(e.in[0], e.in[1], e.in[2]); })
      .Default(Value());
}
} // namespace

Value cpu::emitElementwise(KernelBuilder &b, Operation *op,
                           ValueRange operands) {
  Type from = getElementTypeOrSelf(op->getOperand(0).getType()),
       to = getElementTypeOrSelf(op->getResult(0).getType());
  if (isa<CastOp>(op))
    return emitCast(b, operands[0], from, to);
  if (isa<BitcastOp>(op)) {
    int64_t lanes =
        isa<VectorType>(operands[0].getType())
            ? cast<VectorType>(operands[0].getType()).getNumElements()
            : 1;
    Value bits = operands[0];
    if (from.isF16() || from.isBF16())
      bits = arith::TruncFOp::create(b, b.withLanes(from, lanes), bits);
    Type raw = b.withLanes(b.memoryType(to), lanes);
    if (bits.getType() != raw)
      bits = arith::BitcastOp::create(b, raw, bits);
    return to.isF16() || to.isBF16()
               ? arith::ExtFOp::create(b, b.withLanes(b.getF32Type(), lanes),
                                       bits)
                     .getResult()
               : bits;
  }
  Emission emission{b, from, SmallVector<Value>(operands)};
  if (Value result = emitUnary(emission, op))
    return result;
  return emitBinary(emission, op);
}

/// Whether all of `value` is one number.
static bool isNumber(Value value) {
  DenseFPElementsAttr many;
  FloatAttr one;
  if (matchPattern(value, m_Constant(&many)))
    return many.isSplat() && !many.getSplatValue<APFloat>().isNaN();
  return matchPattern(value, m_Constant(&one)) && !one.getValue().isNaN();
}

/// The larger or smaller of two floats, NaN where one is, unless it may be ignored in `rhs`.
static Value emitLimit(KernelBuilder &b, bool isLarger, Value lhs, Value rhs,
                       NaNs nans) {
  if (isNumber(lhs) && nans == NaNs::Kept)
    std::swap(lhs, rhs);
  if (isNumber(rhs) || nans == NaNs::Ignored) {
    // With one number it is what the processors' instruction does: the second operand unless the first is beyond it.
    auto beyond =
        isLarger ? arith::CmpFPredicate::OGT : arith::CmpFPredicate::OLT;
    return arith::SelectOp::create(
        b, arith::CmpFOp::create(b, beyond, rhs, lhs), rhs, lhs);
  }
  // Which of two zeros comes out depends on the order, as in the interpreter; to tell them apart takes as long as all else.
  constexpr auto anyZero = arith::FastMathFlags::nsz;
  if (isLarger)
    return arith::MaximumFOp::create(b, lhs, rhs, anyZero);
  return arith::MinimumFOp::create(b, lhs, rhs, anyZero);
}

Value cpu::emitCombine(KernelBuilder &b, ReductionKind kind, Type element,
                       Value lhs, Value rhs, NaNs nans) {
  bool isFloat = isa<FloatType>(element),
       isUnsigned = element.isUnsignedInteger();
  switch (kind) {
  case ReductionKind::sum:
  case ReductionKind::mean:
    // A product that allows it is added without rounding it first.
    return isFloat ? arith::AddFOp::create(b, lhs, rhs,
                                           arith::FastMathFlags::contract)
                         .getResult()
                   : arith::AddIOp::create(b, lhs, rhs).getResult();
  case ReductionKind::prod:
    return isFloat ? arith::MulFOp::create(b, lhs, rhs).getResult()
                   : arith::MulIOp::create(b, lhs, rhs).getResult();
  case ReductionKind::max:
    if (isFloat)
      return emitLimit(b, /*isLarger=*/true, lhs, rhs, nans);
    return isUnsigned ? arith::MaxUIOp::create(b, lhs, rhs).getResult()
                      : arith::MaxSIOp::create(b, lhs, rhs).getResult();
  case ReductionKind::min:
    if (isFloat)
      return emitLimit(b, /*isLarger=*/false, lhs, rhs, nans);
    return isUnsigned ? arith::MinUIOp::create(b, lhs, rhs).getResult()
                      : arith::MinSIOp::create(b, lhs, rhs).getResult();
  case ReductionKind::all:
    return arith::AndIOp::create(b, lhs, rhs);
  case ReductionKind::any:
    return arith::OrIOp::create(b, lhs, rhs);
  }
  llvm_unreachable("every kind is handled");
}

Value cpu::emitIdentity(KernelBuilder &b, ReductionKind kind, Type element,
                        int64_t lanes) {
  Type type = b.withLanes(b.registerType(element), lanes);
  if (kind == ReductionKind::prod || kind == ReductionKind::all)
    return isa<FloatType>(element)
               ? b.constant(type, 1)
               : b.constantInt(type, kind == ReductionKind::all ? -1 : 1);
  if (kind != ReductionKind::max && kind != ReductionKind::min)
    return isa<FloatType>(element) ? b.constant(type, 0)
                                   : b.constantInt(type, 0);
  bool isMax = kind == ReductionKind::max;
  if (isa<FloatType>(element))
    return b.constant(type, isMax ? -INFINITY : INFINITY);
  unsigned width = element.getIntOrFloatBitWidth();
  APInt limit =
      element.isUnsignedInteger()
          ? (isMax ? APInt::getMinValue(width) : APInt::getMaxValue(width))
          : (isMax ? APInt::getSignedMinValue(width)
                   : APInt::getSignedMaxValue(width));
  return b.constantInt(type, limit.getSExtValue());
}

Value cpu::emitHorizontal(KernelBuilder &b, ReductionKind kind, Type element,
                          Value vector, NaNs nans) {
  auto type = dyn_cast<VectorType>(vector.getType());
  if (!type)
    return vector;
  // Halving keeps the order of additions fixed, where a reduction of LLVM's would be one long chain.
  int64_t count = type.getNumElements();
  while (count > 1 && count % 2 == 0) {
    count /= 2;
    Value low = vector::ExtractStridedSliceOp::create(
        b, vector, ArrayRef<int64_t>(0), ArrayRef<int64_t>(count),
        ArrayRef<int64_t>(1));
    Value high = vector::ExtractStridedSliceOp::create(
        b, vector, ArrayRef<int64_t>(count), ArrayRef<int64_t>(count),
        ArrayRef<int64_t>(1));
    vector = emitCombine(b, kind, element, low, high, nans);
  }
  Value result = vector::ExtractOp::create(b, vector, ArrayRef<int64_t>(0));
  for (int64_t i = 1; i < count; ++i)
    result = emitCombine(
        b, kind, element, result,
        vector::ExtractOp::create(b, vector, ArrayRef<int64_t>(i)), nans);
  return result;
}

namespace {
/// The number roundeven(value) + offset, or just the value.
struct RoundedValue {
  Value value;
  double offset = 0;
  bool isRounded = false;
};
} // namespace

/// Sees through what quantization puts before its cast. The offset of a match is a whole number that f32 adds without rounding wherever the sum
/// is one of few bits.
static RoundedValue matchRounded(Value value) {
  if (!getElementTypeOrSelf(value.getType()).isF32())
    return {value};
  Value rounded = value;
  double offset = 0;
  if (auto add = value.getDefiningOp<arith::AddFOp>()) {
    llvm::APFloat constant(0.0f);
    if (!matchPattern(add.getRhs(), m_ConstantFloat(&constant)) ||
        !constant.isInteger() || std::abs(constant.convertToDouble()) > 65536)
      return {value};
    offset = constant.convertToDouble();
    rounded = add.getLhs();
  }
  auto round = rounded.getDefiningOp<math::RoundEvenOp>();
  return round ? RoundedValue{round.getOperand(), offset, true}
               : RoundedValue{value};
}

/// emitFloatToInt for integers whose every value is a float: the bounds are taken before the conversion, so that it is one instruction, which
/// rounds too where that is asked for.
static Value emitFloatToFewBits(KernelBuilder &b, Value given, IntegerType to,
                                Type resultType, int64_t lanes) {
  RoundedValue rounded = matchRounded(given);
  Value value = rounded.value;
  int64_t width = to.getWidth();
  double low = to.isUnsigned() ? 0.0 : -std::ldexp(1.0, width - 1),
         high = std::ldexp(1.0, to.isUnsigned() ? width : width - 1) - 1;
  auto bound = [&](arith::CmpFPredicate predicate, double limit) {
    Value bounded = b.constant(value.getType(), limit - rounded.offset);
    Value isInside = arith::CmpFOp::create(b, predicate, value, bounded);
    value = arith::SelectOp::create(b, isInside, value, bounded);
  };
  // A comparison with NaN fails, which gives 0 where that is the lower bound.
  if (low != 0)
    value = arith::SelectOp::create(
        b, arith::CmpFOp::create(b, arith::CmpFPredicate::ORD, value, value),
        value, b.constant(value.getType(), -rounded.offset));
  bound(arith::CmpFPredicate::OGT, low);
  bound(arith::CmpFPredicate::OLT, high);
  Type wideType = b.withLanes(b.getI32Type(), lanes);
  Value wide;
  if (rounded.isRounded) {
    wide = LLVM::CallIntrinsicOp::create(
               b, wideType, b.getStringAttr("llvm.lrint"), ValueRange{value})
               .getResult(0);
    wide = arith::AddIOp::create(
        b, wide, b.constantInt(wideType, int64_t(rounded.offset)));
  } else {
    wide = arith::FPToSIOp::create(b, wideType, value);
  }
  // A cast back to more bits finds the number as it was.
  return arith::TruncIOp::create(b, resultType, wide,
                                 to.isUnsigned()
                                     ? arith::IntegerOverflowFlags::nuw
                                     : arith::IntegerOverflowFlags::nsw);
}

/// Truncation toward zero that saturates; NaN becomes 0.
static Value emitFloatToInt(KernelBuilder &b, Value value, IntegerType to,
                            Type resultType) {
  auto isVector = dyn_cast<VectorType>(value.getType());
  int64_t lanes = isVector ? isVector.getNumElements() : 1;
  bool isUnsigned = to.isUnsigned();
  unsigned width = to.getWidth();
  if (width <= 16)
    return emitFloatToFewBits(b, value, to, resultType, lanes);
  Type wide = b.withLanes(b.getIntegerType(width), lanes);
  // The limits in floating point; the upper one is exclusive, because the largest integer may not be a float.
  double low = isUnsigned ? 0.0 : -std::ldexp(1.0, width - 1),
         high = std::ldexp(1.0, isUnsigned ? width : width - 1);
  Value lower = b.constant(value.getType(), low),
        upper = b.constant(value.getType(), high);
  Value isLow =
      arith::CmpFOp::create(b, arith::CmpFPredicate::OLE, value, lower);
  Value isHigh =
      arith::CmpFOp::create(b, arith::CmpFPredicate::OGE, value, upper);
  Value isNan =
      arith::CmpFOp::create(b, arith::CmpFPredicate::UNO, value, value);
  Value zero = b.constant(value.getType(), 0);
  Value isOut =
      arith::OrIOp::create(b, arith::OrIOp::create(b, isLow, isHigh), isNan);
  Value safe = arith::SelectOp::create(b, isOut, zero, value);
  Value converted = isUnsigned && width >= 32
                        ? arith::FPToUIOp::create(b, wide, safe).getResult()
                        : arith::FPToSIOp::create(b, wide, safe).getResult();
  if (wide != resultType)
    converted = arith::TruncIOp::create(b, resultType, converted);
  APInt least =
      isUnsigned ? APInt::getMinValue(width) : APInt::getSignedMinValue(width);
  APInt most =
      isUnsigned ? APInt::getMaxValue(width) : APInt::getSignedMaxValue(width);
  converted = arith::SelectOp::create(
      b, isLow, b.constantInt(resultType, least.getSExtValue()), converted);
  return arith::SelectOp::create(
      b, isHigh, b.constantInt(resultType, most.getSExtValue()), converted);
}

/// A wide number as f64 such that rounding that to f16 or bf16 is rounding once: all of an integer up to 53 bits; the upper 53 of a longer one,
/// the last of them set where others are lost.
static Value emitForRounding(KernelBuilder &b, Value value, Type from,
                             int64_t lanes) {
  if (isa<FloatType>(from))
    return value;
  bool isUnsigned = from.isUnsignedInteger();
  Type type = value.getType(), f64 = b.withLanes(b.getF64Type(), lanes);
  if (from.getIntOrFloatBitWidth() == 64) {
    Value zero = b.constantInt(type, 0),
          lost = arith::AndIOp::create(b, value, b.constantInt(type, 2047));
    Value last = arith::SelectOp::create(
        b, arith::CmpIOp::create(b, arith::CmpIPredicate::ne, lost, zero),
        b.constantInt(type, 2048), zero);
    Value upper = arith::OrIOp::create(
        b, arith::AndIOp::create(b, value, b.constantInt(type, ~2047)), last);
    // The bits above the 53rd are all the sign's, or not.
    Value above =
        isUnsigned
            ? arith::ShRUIOp::create(b, value, b.constantInt(type, 53))
                  .getResult()
            : arith::AddIOp::create(
                  b, arith::ShRSIOp::create(b, value, b.constantInt(type, 53)),
                  b.constantInt(type, 1))
                  .getResult();
    Value isLong =
        arith::CmpIOp::create(b, arith::CmpIPredicate::ugt, above,
                              b.constantInt(type, isUnsigned ? 0 : 1));
    value = arith::SelectOp::create(b, isLong, upper, value);
  }
  return isUnsigned ? arith::UIToFPOp::create(b, f64, value).getResult()
                    : arith::SIToFPOp::create(b, f64, value).getResult();
}

Value cpu::emitCast(KernelBuilder &b, Value value, Type from, Type to) {
  int64_t lanes = isa<VectorType>(value.getType())
                      ? cast<VectorType>(value.getType()).getNumElements()
                      : 1;
  Type result = b.withLanes(b.registerType(to), lanes);
  if (to.isInteger(1)) {
    if (from.isInteger(1))
      return value;
    if (isa<FloatType>(from))
      return arith::CmpFOp::create(b, arith::CmpFPredicate::UNE, value,
                                   b.constant(value.getType(), 0));
    return arith::CmpIOp::create(b, arith::CmpIPredicate::ne, value,
                                 b.constantInt(value.getType(), 0));
  }
  bool fromUnsigned = from.isUnsignedInteger() || from.isInteger(1);
  if (isa<FloatType>(to)) {
    bool isWide = from.isF64() ||
                  (!isa<FloatType>(from) && from.getIntOrFloatBitWidth() >= 32);
    if (isWide && (to.isF16() || to.isBF16())) {
      Value narrow = arith::TruncFOp::create(
          b, b.withLanes(to, lanes), emitForRounding(b, value, from, lanes));
      return arith::ExtFOp::create(b, result, narrow);
    }
    if (!isa<FloatType>(from)) {
      value = fromUnsigned
                  ? arith::UIToFPOp::create(b, result, value).getResult()
                  : arith::SIToFPOp::create(b, result, value).getResult();
    } else if (value.getType() != result) {
      bool widens =
          getElementTypeOrSelf(result).getIntOrFloatBitWidth() >
          getElementTypeOrSelf(value.getType()).getIntOrFloatBitWidth();
      value = widens ? arith::ExtFOp::create(b, result, value).getResult()
                     : arith::TruncFOp::create(b, result, value).getResult();
    }
    return b.roundTo(value, to);
  }
  if (isa<FloatType>(from))
    return emitFloatToInt(b, value, cast<IntegerType>(to), result);
  unsigned fromWidth = from.getIntOrFloatBitWidth(),
           toWidth = to.getIntOrFloatBitWidth();
  if (fromWidth == toWidth)
    return value;
  if (fromWidth > toWidth)
    return arith::TruncIOp::create(b, result, value);
  // What lost nothing when it was narrowed is there as it was: a quantized value that the same kernel goes on with.
  if (auto narrowed = value.getDefiningOp<arith::TruncIOp>();
      narrowed && narrowed.getIn().getType() == result &&
      narrowed.getOverflowFlags() == (fromUnsigned
                                          ? arith::IntegerOverflowFlags::nuw
                                          : arith::IntegerOverflowFlags::nsw))
    return narrowed.getIn();
  return fromUnsigned ? arith::ExtUIOp::create(b, result, value).getResult()
                      : arith::ExtSIOp::create(b, result, value).getResult();
}
