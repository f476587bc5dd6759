// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two sweeps over the logits: largest ones and norms, then exponentials. With d = (a - max a) - (b - max b),
//
//   KL = sum p_A d - log(sum exp(a - max a)) + log(sum exp(b - max b))
//
// Sums are in double precision, and in lanes, so that a compiler that keeps their order can still use vectors.

#include "tools/weft/TokenScore.h"
#include <algorithm>
#include <bit>
#include <cmath>

using namespace weft;

static constexpr size_t kLanes = 16;

namespace {
struct Sweep {
  float maxA, maxB;
  double squaresA, squaresB, product;
};
struct Sums {
  double ofA, ofB, differences;
};
} // namespace

/// exp(x) for x <= 0 within 1e-14, and next to 0 below -700; without branches and tables, for loops that become vector code.
[[gnu::always_inline]] static inline double computeExponential(double x) {
  x = x > -700 ? x : -700;
  // Adding it rounds to a whole number, which is in the lowest bits then.
  constexpr double kRounding = 0x1.8p52;
  double shifted = x * 1.4426950408889634 + kRounding;
  double k = shifted - kRounding;
  double r = x - k * 0x1.62e42fefa3800p-1; // log 2 in two parts
  r = r - k * 0x1.ef35793c76730p-45;
  double sum = 1.0 / 479001600;
  for (double coefficient :
       {1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040,
        1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 1.0 / 2, 1.0, 1.0})
    sum = sum * r + coefficient;
  uint64_t power = (std::bit_cast<uint64_t>(shifted) + 1023) << 52;
  return sum * std::bit_cast<double>(power);
}

__attribute__((target_clones("avx512f", "avx2", "default"))) static Sweep
sweep(const float *a, const float *b, size_t count) {
  float maxA[kLanes], maxB[kLanes];
  double squaresA[kLanes] = {}, squaresB[kLanes] = {}, product[kLanes] = {};
  std::fill_n(maxA, kLanes, a[0]);
  std::fill_n(maxB, kLanes, b[0]);
  size_t whole = count - count % kLanes;
  auto add = [&](size_t lane, float x, float y) __attribute__((always_inline)) {
    maxA[lane] = x > maxA[lane] ? x : maxA[lane];
    maxB[lane] = y > maxB[lane] ? y : maxB[lane];
    double wideX = x, wideY = y;
    squaresA[lane] += wideX * wideX;
    squaresB[lane] += wideY * wideY;
    product[lane] += wideX * wideY;
  };
  for (size_t i = 0; i < whole; i += kLanes)
    for (size_t lane = 0; lane < kLanes; ++lane)
      add(lane, a[i + lane], b[i + lane]);
  for (size_t i = whole; i < count; ++i)
    add(i - whole, a[i], b[i]);
  Sweep result{maxA[0], maxB[0], 0, 0, 0};
  for (size_t lane = 0; lane < kLanes; ++lane) {
    result.maxA = std::max(result.maxA, maxA[lane]);
    result.maxB = std::max(result.maxB, maxB[lane]);
    result.squaresA += squaresA[lane];
    result.squaresB += squaresB[lane];
    result.product += product[lane];
  }
  return result;
}

__attribute__((target_clones("avx512f", "avx2", "default"))) static Sums
sumExponentials(const float *a, double maxA, const float *b, double maxB,
                size_t count) {
  double ofA[kLanes] = {}, ofB[kLanes] = {}, differences[kLanes] = {};
  size_t whole = count - count % kLanes;
  auto add = [&](size_t lane, double x, double y)
                 __attribute__((always_inline)) {
                   double weight = computeExponential(x);
                   ofA[lane] += weight;
                   ofB[lane] += computeExponential(y);
                   differences[lane] += weight * (x - y);
                 };
  for (size_t i = 0; i < whole; i += kLanes)
    for (size_t lane = 0; lane < kLanes; ++lane)
      add(lane, a[i + lane] - maxA, b[i + lane] - maxB);
  for (size_t i = whole; i < count; ++i)
    add(i - whole, a[i] - maxA, b[i] - maxB);
  Sums sums{0, 0, 0};
  for (size_t lane = 0; lane < kLanes; ++lane) {
    sums.ofA += ofA[lane];
    sums.ofB += ofB[lane];
    sums.differences += differences[lane];
  }
  return sums;
}

bool weft::scoreToken(std::span<const float> a, std::span<const float> b,
                      int32_t next, TokenScore &score) {
  Sweep found = sweep(a.data(), b.data(), a.size());
  // A sum of squares of floats is finite in double precision if each of them is.
  if (!std::isfinite(found.squaresA) || !std::isfinite(found.squaresB))
    return false;
  Sums sums =
      sumExponentials(a.data(), found.maxA, b.data(), found.maxB, a.size());
  double logA = std::log(sums.ofA), logB = std::log(sums.ofB);
  size_t index = static_cast<size_t>(next);
  score.lossA = logA - (static_cast<double>(a[index]) - found.maxA);
  score.lossB = logB - (static_cast<double>(b[index]) - found.maxB);
  // It is never negative; rounding is.
  score.divergence = std::max(0.0, sums.differences / sums.ofA - logA + logB);
  double norms = std::sqrt(found.squaresA * found.squaresB);
  // Zeros have the direction of zeros alone.
  score.cosine = norms > 0 ? std::min(1.0, found.product / norms)
                           : double(found.squaresA == found.squaresB);
  auto topA = std::find(a.begin(), a.end(), found.maxA) - a.begin();
  auto topB = std::find(b.begin(), b.end(), found.maxB) - b.begin();
  score.isRightA = topA == next;
  score.isRightB = topB == next;
  score.isSameTop = topA == topB;
  return true;
}
