// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Emitter.h.

#include "lib/Target/CPU/Backend/Math/Emitter.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include <cmath>

using namespace mlir;
using namespace weft::cpu;

/// A constant of `type`, the same in all lanes of a vector.
static Value makeConstant(Emitter &emitter, Type type, TypedAttr element) {
  TypedAttr attribute = element;
  if (auto vector = dyn_cast<VectorType>(type))
    attribute = DenseElementsAttr::get(vector, element);
  return emitter.make<arith::ConstantOp>(attribute);
}

Float Emitter::constant(double value) {
  Type element = getElementTypeOrSelf(floatType);
  return {this,
          makeConstant(*this, floatType, builder.getFloatAttr(element, value))};
}

Type Emitter::getIntType() const {
  Type element = builder.getIntegerType(isDouble() ? 64 : 32);
  if (auto vector = dyn_cast<VectorType>(floatType))
    return vector.clone(element);
  return element;
}

Int Emitter::integer(int64_t value) {
  Type element = getElementTypeOrSelf(getIntType());
  return {this, makeConstant(*this, getIntType(),
                             builder.getIntegerAttr(element, value))};
}

template <typename OpTy, typename Result, typename Operand>
static Result binary(Operand a, Operand b) {
  return {a.emitter, a.emitter->template make<OpTy>(a.value, b.value)};
}

Float weft::cpu::operator+(Float a, Float b) {
  return binary<arith::AddFOp, Float>(a, b);
}
Float weft::cpu::operator-(Float a, Float b) {
  return binary<arith::SubFOp, Float>(a, b);
}
Float weft::cpu::operator*(Float a, Float b) {
  return binary<arith::MulFOp, Float>(a, b);
}
Float weft::cpu::operator/(Float a, Float b) {
  return binary<arith::DivFOp, Float>(a, b);
}
Float weft::cpu::operator-(Float a) {
  return {a.emitter, a.emitter->make<arith::NegFOp>(a.value)};
}
Float weft::cpu::operator+(Float a, double b) {
  return a + a.emitter->constant(b);
}
Float weft::cpu::operator-(Float a, double b) {
  return a - a.emitter->constant(b);
}
Float weft::cpu::operator*(Float a, double b) {
  return a * a.emitter->constant(b);
}
Float weft::cpu::operator/(Float a, double b) {
  return a / a.emitter->constant(b);
}
Float weft::cpu::operator+(double a, Float b) {
  return b.emitter->constant(a) + b;
}
Float weft::cpu::operator-(double a, Float b) {
  return b.emitter->constant(a) - b;
}
Float weft::cpu::operator*(double a, Float b) {
  return b.emitter->constant(a) * b;
}
Float weft::cpu::operator/(double a, Float b) {
  return b.emitter->constant(a) / b;
}

Float weft::cpu::fma(Float a, Float b, Float c) {
  return {a.emitter, a.emitter->make<math::FmaOp>(a.value, b.value, c.value)};
}
Float weft::cpu::fma(Float a, double b, Float c) {
  return fma(a, a.emitter->constant(b), c);
}
Float weft::cpu::fma(Float a, Float b, double c) {
  return fma(a, b, a.emitter->constant(c));
}
Float weft::cpu::fma(Float a, double b, double c) {
  return fma(a, a.emitter->constant(b), a.emitter->constant(c));
}
Float weft::cpu::abs(Float a) {
  return {a.emitter, a.emitter->make<math::AbsFOp>(a.value)};
}
Float weft::cpu::sqrt(Float a) {
  return {a.emitter, a.emitter->make<math::SqrtOp>(a.value)};
}
Float weft::cpu::copySign(Float a, Float b) {
  return binary<math::CopySignOp, Float>(a, b);
}
Float weft::cpu::smaller(Float a, Float b) { return select(a < b, a, b); }
Float weft::cpu::larger(Float a, Float b) { return select(a > b, a, b); }

static Bool compare(arith::CmpFPredicate predicate, Float a, Float b) {
  return {a.emitter,
          a.emitter->make<arith::CmpFOp>(predicate, a.value, b.value)};
}
Bool weft::cpu::operator<(Float a, Float b) {
  return compare(arith::CmpFPredicate::OLT, a, b);
}
Bool weft::cpu::operator>(Float a, Float b) {
  return compare(arith::CmpFPredicate::OGT, a, b);
}
Bool weft::cpu::operator>=(Float a, Float b) {
  return compare(arith::CmpFPredicate::OGE, a, b);
}
Bool weft::cpu::operator==(Float a, Float b) {
  return compare(arith::CmpFPredicate::OEQ, a, b);
}
Bool weft::cpu::operator<(Float a, double b) {
  return a < a.emitter->constant(b);
}
Bool weft::cpu::operator>(Float a, double b) {
  return a > a.emitter->constant(b);
}
Bool weft::cpu::operator>=(Float a, double b) {
  return a >= a.emitter->constant(b);
}
Bool weft::cpu::operator==(Float a, double b) {
  return a == a.emitter->constant(b);
}
Bool weft::cpu::isNan(Float a) {
  return compare(arith::CmpFPredicate::UNO, a, a);
}
Bool weft::cpu::signBit(Float a) {
  return {a.emitter, a.emitter->make<arith::CmpIOp>(
                         arith::CmpIPredicate::slt, bitsOf(a).value,
                         a.emitter->integer(0).value)};
}
Bool weft::cpu::operator&(Bool a, Bool b) {
  return binary<arith::AndIOp, Bool>(a, b);
}
Bool weft::cpu::operator|(Bool a, Bool b) {
  return binary<arith::OrIOp, Bool>(a, b);
}
Bool weft::cpu::operator!(Bool a) {
  Value ones = makeConstant(*a.emitter, a.value.getType(),
                            a.emitter->builder.getBoolAttr(true));
  return {a.emitter, a.emitter->make<arith::XOrIOp>(a.value, ones)};
}

Float weft::cpu::select(Bool condition, Float a, Float b) {
  return {a.emitter,
          a.emitter->make<arith::SelectOp>(condition.value, a.value, b.value)};
}
Float weft::cpu::select(Bool condition, Float a, double b) {
  return select(condition, a, a.emitter->constant(b));
}
Float weft::cpu::select(Bool condition, double a, Float b) {
  return select(condition, b.emitter->constant(a), b);
}
Float weft::cpu::select(Bool condition, double a, double b) {
  Emitter *emitter = condition.emitter;
  return select(condition, emitter->constant(a), emitter->constant(b));
}
Int weft::cpu::select(Bool condition, Int a, Int b) {
  return {a.emitter,
          a.emitter->make<arith::SelectOp>(condition.value, a.value, b.value)};
}

Int weft::cpu::operator+(Int a, Int b) {
  return binary<arith::AddIOp, Int>(a, b);
}
Int weft::cpu::operator-(Int a, Int b) {
  return binary<arith::SubIOp, Int>(a, b);
}
Int weft::cpu::operator+(Int a, int64_t b) { return a + a.emitter->integer(b); }
Int weft::cpu::operator-(Int a, int64_t b) { return a - a.emitter->integer(b); }
Int weft::cpu::operator&(Int a, int64_t b) {
  return binary<arith::AndIOp, Int>(a, a.emitter->integer(b));
}
Int weft::cpu::operator<<(Int a, int bits) {
  return binary<arith::ShLIOp, Int>(a, a.emitter->integer(bits));
}
Int weft::cpu::shiftRight(Int a, int bits) {
  return binary<arith::ShRUIOp, Int>(a, a.emitter->integer(bits));
}
Bool weft::cpu::operator==(Int a, int64_t b) {
  return {a.emitter,
          a.emitter->make<arith::CmpIOp>(arith::CmpIPredicate::eq, a.value,
                                         a.emitter->integer(b).value)};
}

Int weft::cpu::bitsOf(Float a) {
  return {a.emitter,
          a.emitter->make<arith::BitcastOp>(a.emitter->getIntType(), a.value)};
}
Float weft::cpu::floatOf(Int bits) {
  return {bits.emitter, bits.emitter->make<arith::BitcastOp>(
                            bits.emitter->floatType, bits.value)};
}

/// Adding it leaves no bits for a fraction, and the integer in the low bits.
static double getRoundingConstant(const Emitter &emitter) {
  return emitter.isDouble() ? 0x1.8p52 : 0x1.8p23;
}

Float weft::cpu::toFloat(Int a) {
  Emitter &emitter = *a.emitter;
  Float shift = emitter.constant(getRoundingConstant(emitter));
  return floatOf(a + bitsOf(shift)) - shift;
}

/// The integer in the low bits of \p sum, to which \p shift was added.
static Rounded extractInteger(Float sum, Float shift) {
  return {sum - shift, bitsOf(sum) - bitsOf(shift)};
}

Rounded weft::cpu::roundToInteger(Float a) {
  Float shift = a.emitter->constant(getRoundingConstant(*a.emitter));
  return extractInteger(a + shift, shift);
}

Rounded weft::cpu::roundProduct(Float a, double b) {
  Float shift = a.emitter->constant(getRoundingConstant(*a.emitter));
  return extractInteger(fma(a, b, shift), shift);
}

Float weft::cpu::powerOfTwo(Int k) {
  Emitter &emitter = *k.emitter;
  return floatOf((k + emitter.getBias()) << emitter.getMantissaBits());
}

bool Emitter::isScaledByInstruction() const {
  auto vector = dyn_cast<VectorType>(floatType);
  return hasScale && vector && vector.getNumElements() == 16 &&
         vector.getElementType().isF32();
}

/// vscalefps: it takes all exponents, infinite ones too, and rounds once.
static Float scaleByInstruction(Float a, Float k) {
  Emitter &emitter = *a.emitter;
  auto constant = [&](Type type, int64_t value) {
    return emitter.make<arith::ConstantOp>(
        emitter.builder.getIntegerAttr(type, value));
  };
  constexpr int64_t currentRounding = 4;
  Value allLanes = constant(emitter.builder.getI16Type(), -1),
        rounding = constant(emitter.builder.getI32Type(), currentRounding);
  auto call = LLVM::CallIntrinsicOp::create(
      emitter.builder, emitter.loc, emitter.floatType,
      emitter.builder.getStringAttr("llvm.x86.avx512.mask.scalef.ps.512"),
      ValueRange{a.value, k.value, a.value, allLanes, rounding});
  return emitter.wrap(call.getResult(0));
}

Float weft::cpu::scale(Float a, Rounded k) {
  Emitter &emitter = *a.emitter;
  if (emitter.isScaledByInstruction())
    return scaleByInstruction(a, k.number);
  // Two steps reach all exponents, and only the second can round: it is a
  // constant for each direction, and the first what remains.
  int64_t step = (emitter.getBias() + 1) / 2;
  Float second =
      select(k.number < 0.0, std::ldexp(1.0, -step), std::ldexp(1.0, step));
  Int first = ((k.integer + 2 * int64_t(emitter.getBias()))
               << emitter.getMantissaBits()) -
              bitsOf(second);
  return a * floatOf(first) * second;
}

Float weft::cpu::scaleNormal(Float a, Rounded k) {
  if (a.emitter->isScaledByInstruction())
    return scaleByInstruction(a, k.number);
  return floatOf(bitsOf(a) + (k.integer << a.emitter->getMantissaBits()));
}

Float weft::cpu::polynomial(Float x, ArrayRef<double> coefficients) {
  Float sum = x.emitter->constant(coefficients.back());
  for (double coefficient : llvm::reverse(coefficients.drop_back()))
    sum = fma(sum, x, coefficient);
  return sum;
}
