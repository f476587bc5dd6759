// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// x = k pi/2 + r with r in two floats, by subtracting k times pi/2 in three
// parts; with fma the first step is exact and the others lose only what the
// second float keeps. The quadrant k picks sine or cosine of r and a sign.
// From 2^50 on neighbouring floats are many turns apart; the angle counts as 0.

#include "lib/Target/CPU/Backend/Math/Functions.h"
#include "lib/Target/CPU/Backend/Math/Polynomials.h"

using namespace weft::cpu;

namespace {
struct Angle {
  DoubleFloat rest; // |rest| <= pi/4
  Int quadrant;
};
} // namespace

static Angle reduce(Float x) {
  constexpr double part1 = 0x1.921fb54442d18p0;
  constexpr double part2 = 0x1.1a62633145c07p-54;
  constexpr double part3 = -0x1.f1976b7ed8fbcp-110;
  x = select(abs(x) >= 0x1p50, x * 0.0, x);             // NaN for infinity
  Rounded k = roundToInteger(x * 0x1.45f306dc9c883p-1); // 2/pi
  Float first = fma(k.number, -part1, x);
  DoubleFloat product = multiplyExact(k.number, x.emitter->constant(-part2));
  DoubleFloat sum = addExact(first, product.high);
  Float low = sum.low + fma(k.number, -part3, product.low);
  return {addFast(sum.high, low), k.integer};
}

/// sin(high + low) for |high| <= pi/4.
static Float emitSmallSin(DoubleFloat r) {
  Float z = r.high * r.high;
  Float rest = r.high * z * polynomial(z, polynomials::sinF64);
  // sin(h + l) = sin(h) + l cos(h)
  return r.high + (rest + r.low * fma(z, -0.5, 1.0));
}

/// cos(high + low) for |high| <= pi/4.
static Float emitSmallCos(DoubleFloat r) {
  Float z = r.high * r.high;
  Float half = 0.5 * z;
  Float leading = 1.0 - half;
  Float lost = (1.0 - leading) - half;
  Float rest = z * z * polynomial(z, polynomials::cosF64);
  return leading + (lost + (rest - r.high * r.low));
}

/// The sine of an angle that is `quarters` further on.
static Float emitTurned(Angle angle, int quarters) {
  Int quadrant = angle.quadrant + quarters;
  Bool isCosine = (quadrant & 1) == 1;
  Float result =
      select(isCosine, emitSmallCos(angle.rest), emitSmallSin(angle.rest));
  return select((quadrant & 2) == 2, -result, result);
}

Float weft::cpu::emitSin(Float x) {
  // Adding the parts of the reduction would lose the sign of -0.
  return select(x == 0.0, x, emitTurned(reduce(x), 0));
}

Float weft::cpu::emitCos(Float x) { return emitTurned(reduce(x), 1); }

Float weft::cpu::emitTan(Float x) {
  Angle angle = reduce(x);
  Float sin = emitSmallSin(angle.rest), cos = emitSmallCos(angle.rest);
  Bool isTurned = (angle.quadrant & 1) == 1;
  Float result = select(isTurned, -cos, sin) / select(isTurned, sin, cos);
  return select(x == 0.0, x, result);
}
