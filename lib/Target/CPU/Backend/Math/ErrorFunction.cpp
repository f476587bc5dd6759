// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// erf(x) is x times a polynomial of x^2 near 0. Further out f32 takes
// 1 - P(x)^-8 (after Abramowitz and Stegun, 7.1.28), and f64 takes exp(-x^2) times a smooth function (Shepherd and
// Laframboise, Math. Comp. 36, 1981).

#include "lib/Target/CPU/Backend/Math/Functions.h"
#include "lib/Target/CPU/Backend/Math/Polynomials.h"

using namespace weft::cpu;

/// erf(x) for |x| <= 1, in f32 for |x| <= 5/4.
static Float emitSmallErf(Float x) {
  Float z = x * x;
  Float rest = x.emitter->isDouble() ? polynomial(z, polynomials::erfSmallF64)
                                     : polynomial(z, polynomials::erfSmallF32);
  return fma(x, 1.125, x * rest);
}

/// erfc(x) for x >= 1/2.
static Float emitTailErfc(Float x) {
  x = select(x > 28.0, 28.0, x);
  Float t = (x - 3.75) / (x + 3.75);
  Float smooth = polynomial(t, polynomials::erfcxF64) / fma(x, 2.0, 1.0);
  DoubleFloat square = multiplyExact(x, x);
  Float power = emitExp(-square.high);
  return fma(-power, square.low, power) * smooth;
}

Float weft::cpu::emitErf(Float x) {
  Float a = abs(x);
  if (x.emitter->isDouble()) {
    Float tail = 1.0 - emitTailErfc(larger(a, x.emitter->constant(0.5)));
    return select(a > 1.0, copySign(tail, x), emitSmallErf(x));
  }
  // Both sides are chains that do not wait for each other, without an exp.
  Float root = polynomial(select(a > 4.0, 4.0, a), polynomials::erfTailF32);
  Float square = root * root, fourth = square * square;
  Float tail = 1.0 - 1.0 / (fourth * fourth);
  return select(a > 1.25, copySign(tail, x), emitSmallErf(x));
}

Float weft::cpu::emitErfc(Float x) {
  Float a = abs(x);
  Float tail = emitTailErfc(larger(a, x.emitter->constant(0.5)));
  tail = select(x < 0.0, 2.0 - tail, tail);
  return select(a > 0.5, tail, 1.0 - emitSmallErf(x));
}
