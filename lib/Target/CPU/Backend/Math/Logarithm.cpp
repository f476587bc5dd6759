// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// x = 2^k m with m in [sqrt(1/2), sqrt(2)); f = m - 1 and s = f/(2 + f) give
// log(m) = 2 atanh(s) = 2 s + s^3 P(s^2), which is summed as
// f - (f^2/2 - s (f^2/2 + s^2 P)), where only small terms are rounded.

#include "lib/Target/CPU/Backend/Math/Functions.h"
#include "lib/Target/CPU/Backend/Math/Polynomials.h"

using namespace weft::cpu;

static constexpr double infinity = __builtin_huge_val();

namespace {
struct Split {
  Float exponent; // k
  Float rest;     // m - 1
};
} // namespace

/// Takes positive finite x apart.
static Split split(Float x) {
  Emitter &emitter = *x.emitter;
  bool isDouble = emitter.isDouble();
  int bits = emitter.getMantissaBits();
  // Subnormal numbers are brought into the range of normal ones.
  Bool isSubnormal = x < (isDouble ? 0x1p-1022 : 0x1p-126);
  int lift = isDouble ? 54 : 25;
  x = select(isSubnormal, x * (isDouble ? 0x1p54 : 0x1p25), x);
  // Bits of sqrt(1/2): subtracted, they round the exponent where m wraps.
  int64_t pivot = isDouble ? 0x3fe6a09e667f3bcd : 0x3f3504f3;
  Int offset = bitsOf(x) - pivot;
  // There is no arithmetic shift of i64 in AVX2; one of a number made positive
  // does.
  int64_t bias = isDouble ? 2048 : 256;
  Int k = shiftRight(offset + (bias << bits), bits) - bias;
  Float m = floatOf((offset & ((int64_t(1) << bits) - 1)) + pivot);
  k = select(isSubnormal, k - lift, k);
  return {toFloat(k), m - 1.0};
}

/// log(1 + f) + k log(2) + extra, for a small `extra`.
static Float emitSum(Float f, Float k, Float extra) {
  bool isDouble = f.emitter->isDouble();
  Float s = f / (f + 2.0);
  Float z = s * s;
  Float rest = z * (isDouble ? polynomial(z, polynomials::logF64)
                             : polynomial(z, polynomials::logF32));
  Float square = 0.5 * f * f;
  double high = isDouble ? 0x1.62e42feep-1 : 0x1.62e300p-1;
  double low = isDouble ? 0x1.a39ef35793c76p-33 : 0x1.2fefa2p-17;
  Float small = fma(s, square + rest, fma(k, low, extra));
  return fma(k, high, f - (square - small));
}

/// The results for x = 0, infinity, below 0 and NaN.
static Float finish(Float x, Float result) {
  result = select(x == infinity, x, result);
  result = select(x == 0.0, -infinity, result);
  return select((x < 0.0) | isNan(x), __builtin_nan(""), result);
}

Float weft::cpu::emitLog(Float x) {
  Split parts = split(x);
  return finish(x, emitSum(parts.rest, parts.exponent, x.emitter->constant(0)));
}

/// log(x) in another base: k * base + log(m) * factor, where factor is given
/// with its own low part.
static Float emitOtherBase(Float x, double factorHigh, double factorLow,
                           double baseHigh, double baseLow) {
  Split parts = split(x);
  Float zero = x.emitter->constant(0);
  Float log = emitSum(parts.rest, zero, zero);
  Float result =
      fma(log, factorHigh, fma(parts.exponent, baseLow, log * factorLow));
  return finish(x, fma(parts.exponent, baseHigh, result));
}

Float weft::cpu::emitLog2(Float x) {
  return x.emitter->isDouble()
             ? emitOtherBase(x, 0x1.71547652b82fep0, 0x1.777d0ffda0d24p-56, 1,
                             0)
             : emitOtherBase(x, 0x1.715476p0, 0x1.4ae0cp-26, 1, 0);
}

Float weft::cpu::emitLog10(Float x) {
  return x.emitter->isDouble()
             ? emitOtherBase(x, 0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57,
                             0x1.34413509f6000p-2, 0x1.9fef311f12b36p-42)
             : emitOtherBase(x, 0x1.bcb7b2p-2, -0x1.5b235ep-27, 0x1.344p-2,
                             0x1.3509f8p-18);
}

Float weft::cpu::emitLog1p(Float x) {
  Emitter &emitter = *x.emitter;
  Float sum = x + 1.0;
  // What the sum lost, relative to it.
  Float lost = select(x > 1.0, 1.0 - (sum - x), x - (sum - 1.0)) / sum;
  Split parts = split(sum);
  Bool isSmall = (x > -0.25) & (x < 0.4);
  Float f = select(isSmall, x, parts.rest);
  Float k = select(isSmall, 0.0, parts.exponent);
  Float extra = select(isSmall, emitter.constant(0), lost);
  Float result = finish(sum, emitSum(f, k, extra));
  return select(x == 0.0, x, result);
}

Float weft::cpu::emitAsinh(Float x) {
  Float a = abs(x);
  Float square = a * a;
  Float near = emitLog1p(a + square / (sqrt(square + 1.0) + 1.0));
  Float far = emitLog(a) + 0x1.62e42fefa39efp-1;
  return copySign(select(a > 0x1p28, far, near), x);
}

Float weft::cpu::emitAcosh(Float x) {
  Float t = x - 1.0;
  Float near = emitLog1p(t + sqrt(fma(t, t, t + t)));
  Float far = emitLog(x) + 0x1.62e42fefa39efp-1;
  return select(x < 1.0, __builtin_nan(""), select(x > 0x1p28, far, near));
}

Float weft::cpu::emitAtanh(Float x) {
  Float a = abs(x);
  return copySign(0.5 * emitLog1p((a + a) / (1.0 - a)), x);
}
