// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Floats, integers of the same width and truth values under construction, with
// operators, so that a function of math reads like its formula. All stand for
// scalars or for vectors of one shape.

#ifndef WEFT_LIB_TARGET_CPU_BACKEND_MATH_EMITTER_H
#define WEFT_LIB_TARGET_CPU_BACKEND_MATH_EMITTER_H

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/ADT/ArrayRef.h"

namespace weft::cpu {

class Emitter;

/// An f32 or f64, or a vector of them.
struct Float {
  Emitter *emitter = nullptr;
  mlir::Value value;
};

/// An integer as wide as the emitter's float, or a vector of them.
struct Int {
  Emitter *emitter = nullptr;
  mlir::Value value;
};

/// An i1 or a vector of them.
struct Bool {
  Emitter *emitter = nullptr;
  mlir::Value value;
};

/// Makes operations on values of one float type.
class Emitter {
public:
  Emitter(mlir::OpBuilder &builder, mlir::Location loc, mlir::Type floatType,
          bool hasScale = false)
      : builder(builder), loc(loc), floatType(floatType), hasScale(hasScale) {}

  bool isDouble() const {
    return mlir::getElementTypeOrSelf(floatType).isF64();
  }
  Float wrap(mlir::Value value) { return {this, value}; }
  Float constant(double value);
  Int integer(int64_t value);
  mlir::Type getIntType() const;

  /// Bits of the mantissa without the leading one, and the bias of the
  /// exponent.
  int getMantissaBits() const { return isDouble() ? 52 : 23; }
  int getBias() const { return isDouble() ? 1023 : 127; }

  /// Whether one instruction scales these floats by powers of two (AVX-512).
  bool isScaledByInstruction() const;

  template <typename OpTy, typename... Args> mlir::Value make(Args... args) {
    return OpTy::create(builder, loc, args...);
  }

  mlir::OpBuilder &builder;
  mlir::Location loc;
  mlir::Type floatType;

private:
  bool hasScale;
};

Float operator+(Float a, Float b);
Float operator-(Float a, Float b);
Float operator*(Float a, Float b);
Float operator/(Float a, Float b);
Float operator-(Float a);
Float operator+(Float a, double b);
Float operator-(Float a, double b);
Float operator*(Float a, double b);
Float operator/(Float a, double b);
Float operator+(double a, Float b);
Float operator-(double a, Float b);
Float operator*(double a, Float b);
Float operator/(double a, Float b);

/// a * b + c, rounded once.
Float fma(Float a, Float b, Float c);
Float fma(Float a, double b, Float c);
Float fma(Float a, Float b, double c);
Float fma(Float a, double b, double c);
Float abs(Float a);
Float sqrt(Float a);
/// The magnitude of \p a with the sign of \p b.
Float copySign(Float a, Float b);
/// Of two numbers; the second when one is NaN.
Float smaller(Float a, Float b);
Float larger(Float a, Float b);

/// Ordered comparisons: false when one is NaN.
Bool operator<(Float a, Float b);
Bool operator>(Float a, Float b);
Bool operator>=(Float a, Float b);
Bool operator==(Float a, Float b);
Bool operator<(Float a, double b);
Bool operator>(Float a, double b);
Bool operator>=(Float a, double b);
Bool operator==(Float a, double b);
Bool isNan(Float a);
Bool signBit(Float a);
Bool operator&(Bool a, Bool b);
Bool operator|(Bool a, Bool b);
Bool operator!(Bool a);

Float select(Bool condition, Float a, Float b);
Float select(Bool condition, Float a, double b);
Float select(Bool condition, double a, Float b);
Float select(Bool condition, double a, double b);
Int select(Bool condition, Int a, Int b);

Int operator+(Int a, Int b);
Int operator-(Int a, Int b);
Int operator+(Int a, int64_t b);
Int operator-(Int a, int64_t b);
Int operator&(Int a, int64_t b);
Int operator<<(Int a, int bits);
/// Fills with zeros.
Int shiftRight(Int a, int bits);
Bool operator==(Int a, int64_t b);

Int bitsOf(Float a);
Float floatOf(Int bits);
/// Conversion of an integer below 2^22 in magnitude.
Float toFloat(Int a);

/// A float rounded to an integer, in both forms. For |a| < 2^22 (f32) or 2^51
/// (f64); for others `integer` is arbitrary but not undefined.
struct Rounded {
  Float number;
  Int integer;
};
Rounded roundToInteger(Float a);
/// a * b, rounded to an integer.
Rounded roundProduct(Float a, double b);

/// 2^k for an exponent in the range of normal numbers.
Float powerOfTwo(Int k);

/// a * 2^k for a in [1/2, 2], rounded once when the result is subnormal; |k| up
/// to 5/4 of the range of exponents.
Float scale(Float a, Rounded k);
/// The same where the result is a normal number.
Float scaleNormal(Float a, Rounded k);

/// The sum of coefficients[i] * x^i.
Float polynomial(Float x, llvm::ArrayRef<double> coefficients);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_BACKEND_MATH_EMITTER_H
