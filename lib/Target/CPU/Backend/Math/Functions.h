// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions of math as arithmetic. Special cases are those of C99 annex F;
// subnormal operands and results are kept. docs/MathAccuracy.md states the
// errors, which test/unit/target/MathTest.cpp measures.

#ifndef WEFT_LIB_TARGET_CPU_BACKEND_MATH_FUNCTIONS_H
#define WEFT_LIB_TARGET_CPU_BACKEND_MATH_FUNCTIONS_H

#include "lib/Target/CPU/Backend/Math/Emitter.h"

namespace weft::cpu {

// For f32 and f64 alike.
Float emitExp(Float x);
/// exp(x); for f32 at least 2^-126 and at most 2^127, with the nearest of those
/// for x beyond them.
Float emitLimitedExp(Float x);
Float emitExp2(Float x);
Float emitExpm1(Float x);
Float emitTanh(Float x);
Float emitLog(Float x);
Float emitLog2(Float x);
Float emitLog10(Float x);
Float emitLog1p(Float x);
Float emitErf(Float x);

// For f64; f32 goes through it.
Float emitErfc(Float x);
Float emitSinh(Float x);
Float emitCosh(Float x);
Float emitAsinh(Float x);
Float emitAcosh(Float x);
Float emitAtanh(Float x);
Float emitSin(Float x);
Float emitCos(Float x);
Float emitTan(Float x);
Float emitAsin(Float x);
Float emitAcos(Float x);
Float emitAtan(Float x);
Float emitAtan2(Float y, Float x);
Float emitCbrt(Float x);
Float emitPow(Float x, Float y);

/// x - n y with n the quotient truncated, exactly, in f64; NaN for an infinite
/// x or y = 0. Emits loops.
Float emitRemainder(Float x, Float y);

/// A sum of two floats with twice the precision; |low| <= ulp(high)/2.
struct DoubleFloat {
  Float high;
  Float low;
};

/// a + b without error, for |a| >= |b| or a = 0.
DoubleFloat addFast(Float a, Float b);
/// a + b without error.
DoubleFloat addExact(Float a, Float b);
/// a * b without error.
DoubleFloat multiplyExact(Float a, Float b);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_BACKEND_MATH_FUNCTIONS_H
