// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Arguments are brought near 0 by identities, and the constants of these are
// added in two parts.

#include "lib/Target/CPU/Backend/Math/Functions.h"
#include "lib/Target/CPU/Backend/Math/Polynomials.h"

using namespace weft::cpu;

static constexpr double infinity = __builtin_huge_val();
static constexpr double halfPiHigh = 0x1.921fb54442d18p0;
static constexpr double halfPiLow = 0x1.1a62633145c07p-54;

/// asin(x) for |x| <= 1/2 with square = x^2.
static Float emitSmallAsin(Float x, Float square) {
  return fma(x * square, polynomial(square, polynomials::asinF64), x);
}

Float weft::cpu::emitAsin(Float x) {
  // asin(a) = pi/2 - 2 asin(sqrt((1 - a)/2))
  Float a = abs(x);
  Bool isLarge = a > 0.5;
  Float half = (1.0 - a) * 0.5;
  Float argument = select(isLarge, sqrt(half), a);
  Float small = emitSmallAsin(argument, select(isLarge, half, a * a));
  Float large = halfPiHigh - (small + small - halfPiLow);
  return copySign(select(isLarge, large, small), x);
}

Float weft::cpu::emitAcos(Float x) {
  Float a = abs(x);
  Bool isLarge = a > 0.5;
  Float half = (1.0 - a) * 0.5;
  Float argument = select(isLarge, sqrt(half), x);
  Float small = emitSmallAsin(argument, select(isLarge, half, x * x));
  Float middle = halfPiHigh - (small - halfPiLow);
  Float right = small + small;
  Float left = 2 * halfPiHigh - (right - 2 * halfPiLow);
  return select(isLarge, select(x < 0.0, left, right), middle);
}

/// atan(x) for 0 <= x <= 1, plus the constant high + low.
static Float emitAtanOfRatio(Float x) {
  // Beyond tan(pi/8): atan(x) = pi/4 + atan((x - 1)/(x + 1))
  Bool isLarge = x > 0x1.a827999fcef32p-2;
  Float argument = select(isLarge, (x - 1.0) / (x + 1.0), x);
  Float z = argument * argument;
  Float small =
      fma(argument * z, polynomial(z, polynomials::atanF64), argument);
  return select(isLarge, halfPiHigh / 2 + (small + halfPiLow / 2), small);
}

Float weft::cpu::emitAtan(Float x) {
  Float a = abs(x);
  Bool isSteep = a > 1.0;
  Float angle = emitAtanOfRatio(select(isSteep, 1.0 / a, a));
  Float steep = halfPiHigh - (angle - halfPiLow);
  return copySign(select(isSteep, steep, angle), x);
}

Float weft::cpu::emitAtan2(Float y, Float x) {
  Float a = abs(x), b = abs(y);
  Bool isSteep = b > a;
  Float low = select(isSteep, a, b), high = select(isSteep, b, a);
  // 0/0 counts as 0, infinity/infinity as 1.
  Float ratio = select(high == 0.0, 0.0, low / high);
  ratio = select(low == infinity, 1.0, ratio);
  Float angle = emitAtanOfRatio(ratio);
  angle = select(isSteep, halfPiHigh - (angle - halfPiLow), angle);
  angle = select(signBit(x), 2 * halfPiHigh - (angle - 2 * halfPiLow), angle);
  angle = copySign(angle, y);
  return select(isNan(x) | isNan(y), __builtin_nan(""), angle);
}
