// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// pow(x, y) = exp(y log(x)), where the logarithm and the product are sums of
// two floats, because exp turns an absolute error into a relative one.

#include "lib/Target/CPU/Backend/Math/Functions.h"
#include "lib/Target/CPU/Backend/Math/Polynomials.h"

using namespace weft::cpu;

static constexpr double infinity = __builtin_huge_val();

/// log(x) for positive finite x, in two floats.
static DoubleFloat emitPreciseLog(Float x) {
  Emitter &emitter = *x.emitter;
  Bool isSubnormal = x < 0x1p-1022;
  x = select(isSubnormal, x * 0x1p54, x);
  constexpr int64_t pivot = 0x3fe6a09e667f3bcd; // sqrt(1/2)
  Int offset = bitsOf(x) - pivot;
  Int k = shiftRight(offset + (int64_t(2048) << 52), 52) - 2048;
  Float m = floatOf((offset & ((int64_t(1) << 52) - 1)) + pivot);
  Float exponent = toFloat(select(isSubnormal, k - 54, k));

  // s = f/(2 + f) in two floats.
  Float f = m - 1.0;
  DoubleFloat divisor = addFast(emitter.constant(2.0), f);
  Float s = f / divisor.high;
  Float rest = fma(-s, divisor.high, f) - s * divisor.low;
  Float sLow = rest / divisor.high;
  // 2 s + 2/3 s^3 + s^3 (P(z) - 2/3), the middle term in two floats too.
  Float z = s * s;
  DoubleFloat square = multiplyExact(s, s);
  DoubleFloat cube = multiplyExact(square.high, s);
  Float cubeLow = fma(square.low, s, cube.low) + 3.0 * z * sLow;
  constexpr double third2 = 0x1.5555555555555p-1;
  constexpr double third2Low = 0x1.5555555555555p-55;
  DoubleFloat term = multiplyExact(cube.high, emitter.constant(third2));
  Float termLow = fma(cubeLow, third2, fma(cube.high, third2Low, term.low));
  Float further =
      polynomial(z, llvm::ArrayRef(polynomials::logF64).drop_front());
  further = cube.high * fma(z, further, polynomials::logF64[0] - third2);

  constexpr double log2High = 0x1.62e42fefa3800p-1;
  constexpr double log2Low = 0x1.ef35793c76730p-45;
  // Largest first: k log(2), 2 s, 2/3 s^3, and everything small.
  DoubleFloat sum = addExact(exponent * log2High, s + s);
  DoubleFloat next = addExact(sum.high, term.high);
  Float low = sum.low + next.low;
  low = low + fma(exponent, log2Low, (sLow + sLow) + (termLow + further));
  return addFast(next.high, low);
}

Float weft::cpu::emitPow(Float x, Float y) {
  Emitter &emitter = *x.emitter;
  Float a = abs(x);
  DoubleFloat log = emitPreciseLog(a);
  DoubleFloat product = multiplyExact(log.high, y);
  Float low = fma(log.low, y, product.low);
  // Out of range exp decides; `low` is nothing then, and may be NaN.
  Bool inRange = abs(product.high) < 800.0;
  low = select(inRange, low, 0.0);
  Float power = emitExp(product.high);
  Float result = select(power == infinity, power, fma(power, low, power));

  // The base's special values.
  result = select(a == 0.0, select(y < 0.0, infinity, 0.0), result);
  result = select(a == infinity, select(y < 0.0, 0.0, infinity), result);
  // The exponent's: an infinite one compares |x| with 1.
  Float absY = abs(y);
  Bool grows = (a > 1.0) & (y > 0.0);
  Bool shrinks = (a < 1.0) & (y < 0.0);
  Float limit = select(grows | shrinks, infinity, 0.0);
  limit = select(a == 1.0, 1.0, limit);
  result = select(absY == infinity, limit, result);
  // A negative base takes whole exponents only; odd ones keep its sign.
  Float whole = emitter.wrap(emitter.make<mlir::math::TruncOp>(y.value));
  Float half = 0.5 * y;
  Float wholeHalf = emitter.wrap(emitter.make<mlir::math::TruncOp>(half.value));
  Bool isWhole = whole == y;
  Bool isOdd = isWhole & !(wholeHalf == half) & (absY < infinity);
  result = select(signBit(x) & isOdd, -result, result);
  Bool isInvalid = (x < 0.0) & !isWhole & (a < infinity);
  result = select(isInvalid, __builtin_nan(""), result);
  result = select(isNan(x) | isNan(y), __builtin_nan(""), result);
  return select((x == 1.0) | (y == 0.0), 1.0, result);
}

Float weft::cpu::emitCbrt(Float x) {
  // Newton's step takes products of tiny numbers apart; they must not vanish.
  Bool isTiny = abs(x) < 0x1p-900;
  Float a = abs(x) * select(isTiny, 0x1p180, 1.0);
  Float root = emitExp(emitLog(a) * (1.0 / 3.0));
  // One step of Newton's method takes the error below an ulp.
  Float square = root * root;
  Float residual = fma(square, root, -a) + fma(root, root, -square) * root;
  Float refined = root - residual / (3.0 * square);
  Bool isSpecial = (a == 0.0) | (a == infinity);
  refined = refined * select(isTiny, 0x1p-60, 1.0);
  return copySign(select(isSpecial, a, refined), x);
}
