// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Error-free sums and products (Dekker, Numer. Math. 18, 1971; Knuth, TAOCP 2,
// 4.2.2).

#include "lib/Target/CPU/Backend/Math/Functions.h"

using namespace weft::cpu;

DoubleFloat weft::cpu::addFast(Float a, Float b) {
  Float sum = a + b;
  return {sum, b - (sum - a)};
}

DoubleFloat weft::cpu::addExact(Float a, Float b) {
  Float sum = a + b;
  Float bPart = sum - a;
  return {sum, (a - (sum - bPart)) + (b - bPart)};
}

DoubleFloat weft::cpu::multiplyExact(Float a, Float b) {
  Float product = a * b;
  return {product, fma(a, b, -product)};
}
