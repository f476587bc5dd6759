// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// x = k log(2) + r with |r| <= log(2)/2 (Cody and Waite), so exp(x) =
// 2^k exp(r), with exp(r) = 1 + r + r^2 P(r). What needs exp(r) - 1 leaves out
// the 1, which keeps the precision of small r.

#include "lib/Target/CPU/Backend/Math/Functions.h"
#include "lib/Target/CPU/Backend/Math/Polynomials.h"

using namespace weft::cpu;

static constexpr double log2e = 0x1.71547652b82fep0;
// log(2) in two parts; the product of the first with an exponent is exact.
static constexpr double log2HighF64 = 0x1.62e42fefa3800p-1;
static constexpr double log2LowF64 = 0x1.ef35793c76730p-45;
static constexpr double log2HighF32 = 0x1.62e400p-1;
static constexpr double log2LowF32 = 0x1.7f7d1cf79abcap-20;

namespace {
struct Reduced {
  Float rest;
  Rounded exponent;
};
} // namespace

static Reduced reduce(Float x) {
  bool isDouble = x.emitter->isDouble();
  Rounded k = roundProduct(x, log2e);
  Float rest = fma(k.number, isDouble ? -log2HighF64 : -log2HighF32, x);
  rest = fma(k.number, isDouble ? -log2LowF64 : -log2LowF32, rest);
  return {rest, k};
}

/// (exp(r) - 1 - r) / r^2 for |r| <= log(2)/2.
static Float emitExpRest(Float r) {
  return r.emitter->isDouble() ? polynomial(r, polynomials::expF64)
                               : polynomial(r, polynomials::expF32);
}

/// exp(r) - 1 for |r| <= log(2)/2.
static Float emitSmallExpm1(Float r) { return fma(r * r, emitExpRest(r), r); }

/// exp(r) for |r| <= log(2)/2.
static Float emitSmallExp(Float r) {
  return fma(r, fma(r, emitExpRest(r), 1.0), 1.0);
}

/// Limits x to where the result is still neither 0 nor infinite, plus some.
static Float clamp(Float x, double low, double high) {
  x = select(x < low, low, x);
  return select(x > high, high, x);
}

Float weft::cpu::emitExp(Float x) {
  bool isDouble = x.emitter->isDouble();
  x = isDouble ? clamp(x, -750, 720) : clamp(x, -110, 100);
  Reduced reduced = reduce(x);
  return scale(emitSmallExp(reduced.rest), reduced.exponent);
}

Float weft::cpu::emitLimitedExp(Float x) {
  if (x.emitter->isDouble())
    return emitExp(x);
  Reduced reduced = reduce(clamp(x, -87.3, 88));
  return scaleNormal(emitSmallExp(reduced.rest), reduced.exponent);
}

Float weft::cpu::emitExp2(Float x) {
  bool isDouble = x.emitter->isDouble();
  x = isDouble ? clamp(x, -1080, 1030) : clamp(x, -155, 135);
  Rounded k = roundToInteger(x);
  constexpr double log2 = 0x1.62e42fefa39efp-1;
  Float r = (x - k.number) * log2;
  return scale(emitSmallExp(r), k);
}

Float weft::cpu::emitExpm1(Float x) {
  bool isDouble = x.emitter->isDouble();
  Float limited = isDouble ? clamp(x, -50, 710) : clamp(x, -30, 89);
  Reduced reduced = reduce(limited);
  Float small = emitSmallExpm1(reduced.rest);
  // 2^k (small + 1) - 1, halved on the way because 2^k may be too large where
  // the result is not.
  Float half = powerOfTwo(reduced.exponent.integer - 1);
  Float result = fma(half, small, half - 0.5) * 2.0;
  result = select(reduced.exponent.integer == 0, small, result);
  return copySign(result, x);
}

Float weft::cpu::emitTanh(Float x) {
  // tanh(|x|) = u / (u + 2) with u = exp(2|x|) - 1; 1 to the last bit beyond
  // the limit.
  bool isDouble = x.emitter->isDouble();
  Float magnitude = abs(x);
  double limit = isDouble ? 20 : 10;
  magnitude = select(magnitude > limit, limit, magnitude);
  Reduced reduced = reduce(magnitude + magnitude);
  Float small = emitSmallExpm1(reduced.rest);
  Float power = powerOfTwo(reduced.exponent.integer);
  Float u = fma(power, small, power - 1.0);
  return copySign(u / (u + 2.0), x);
}

Float weft::cpu::emitSinh(Float x) {
  Float magnitude = abs(x);
  Float u = emitExpm1(magnitude);
  Float result = 0.5 * (u + u / (u + 1.0));
  // exp(x) overflows before sinh(x) does.
  Float root = emitExp(0.5 * magnitude);
  result = select(magnitude > 700.0, (0.5 * root) * root, result);
  return copySign(result, x);
}

Float weft::cpu::emitCosh(Float x) {
  Float magnitude = abs(x);
  Float power = emitExp(magnitude);
  Float root = emitExp(0.5 * magnitude);
  return select(magnitude > 700.0, (0.5 * root) * root,
                0.5 * power + 0.5 / power);
}
