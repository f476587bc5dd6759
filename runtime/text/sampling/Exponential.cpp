// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// x = k ln2 + r with |r| <= ln2 / 2; exp(r) is its Taylor polynomial, and the
// power of two is put together from bits. Compiled without contraction to
// fused multiply-adds (CMakeLists.txt), which would change bits.
#include "runtime/text/sampling/Exponential.h"

#include <bit>
#include <cstdint>

double weft::text::computeExponential(double x) {
  if (!(x >= -700))
    return 0;
  // ln2 in two parts: the first one times k is exact.
  constexpr double log2e = 1.4426950408889634;
  constexpr double ln2High = 0x1.62e42fefa3800p-1;
  constexpr double ln2Low = 0x1.ef35793c76730p-45;
  int64_t k = int64_t(x * log2e - 0.5);
  double r = x - double(k) * ln2High;
  r = r - double(k) * ln2Low;
  constexpr double coefficients[] = {1.0 / 479001600,
                                     1.0 / 39916800,
                                     1.0 / 3628800,
                                     1.0 / 362880,
                                     1.0 / 40320,
                                     1.0 / 5040,
                                     1.0 / 720,
                                     1.0 / 120,
                                     1.0 / 24,
                                     1.0 / 6,
                                     1.0 / 2,
                                     1.0,
                                     1.0};
  double sum = 0;
  for (double coefficient : coefficients)
    sum = sum * r + coefficient;
  return sum * std::bit_cast<double>(uint64_t(k + 1023) << 52);
}
