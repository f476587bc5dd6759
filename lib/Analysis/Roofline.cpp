// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weights come from the nearest cache that holds all of them, other tensors from
// the nearest that holds what the kernel touches.

#include "lib/Analysis/Roofline.h"

#include <algorithm>

using namespace weft;

/// As many terms of bf16 make a product as exact as that of f32.
static constexpr double kProductsOfF32 = 6;

double Ceilings::getRate(mlir::Type arithmetic) const {
  if (arithmetic && arithmetic.isInteger())
    return std::max(int8Gops, gflops);
  if (arithmetic && (arithmetic.isBF16() || arithmetic.isF16()))
    return std::max(bf16Gflops, gflops);
  return std::max(bf16Gflops / kProductsOfF32, gflops);
}

double Ceilings::getBandwidth(double bytes) const {
  for (const Cache &cache : caches)
    if (bytes <= static_cast<double>(cache.sizeBytes))
      return std::max(cache.gigabytesPerSecond, gigabytesPerSecond);
  return gigabytesPerSecond;
}

KernelBound weft::predictTime(const Ceilings &ceilings,
                              const KernelWork &work) {
  auto divide = [](double amount, double giga) {
    return giga > 0 ? amount / giga / 1e9 : 0;
  };
  double compute = divide(work.operations, ceilings.getRate(work.arithmetic)),
         bytes =
             divide(work.weightBytes,
                    ceilings.getBandwidth(work.allWeightBytes)) +
             divide(work.otherBytes, ceilings.getBandwidth(work.otherBytes));
  return {std::max(compute, bytes), compute > bytes};
}
