// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Histogram.h.

#include "passes/Compress/Histogram.h"
#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <cmath>

using namespace weft;

/// Bins of no less than this hold the smallest numbers; narrower ones would have no reciprocal.
static constexpr int kLeastExponent = -120;

/// The exponent with which `magnitude` lies within kHalf bins.
static int findExponent(float magnitude) {
  // Zeros lie within any bins.
  if (magnitude == 0)
    return kLeastExponent;
  int exponent;
  // magnitude < 2^exponent, and kHalf is 2^12.
  std::frexp(magnitude, &exponent);
  static_assert(Histogram::kHalf == 1 << 12);
  return std::max(exponent - 12, kLeastExponent);
}

void Histogram::add(llvm::ArrayRef<float> values) {
  if (values.empty())
    return;
  float low = values[0], high = values[0];
  for (float each : values) {
    low = std::min(low, each);
    high = std::max(high, each);
  }
  least = isEmpty() ? low : std::min(least, low);
  most = isEmpty() ? high : std::max(most, high);
  widen(findExponent(std::max(std::fabs(low), std::fabs(high))));
  total += values.size();
  float scale = std::ldexp(1.0F, -exponent);
  for (float each : values)
    ++bins[static_cast<size_t>(static_cast<int64_t>(std::floor(each * scale)) +
                               kHalf)];
}

void Histogram::widen(int to) {
  if (bins.empty()) {
    bins.assign(2 * kHalf, 0);
    exponent = to;
    return;
  }
  if (exponent >= to)
    return;
  // At once, since a file may have any exponents: what is shifted further than
  // this is 0 or -1.
  int shift = std::min(to - exponent, 62);
  std::vector<uint64_t> wider(2 * kHalf, 0);
  for (int64_t i = -kHalf; i < kHalf; ++i)
    // Shifts round towards minus infinity.
    wider[static_cast<size_t>((i >> shift) + kHalf)] +=
        bins[static_cast<size_t>(i + kHalf)];
  bins = std::move(wider);
  exponent = to;
}

void Histogram::merge(const Histogram &other) {
  if (other.isEmpty())
    return;
  if (isEmpty()) {
    *this = other;
    return;
  }
  Histogram aligned = other;
  widen(aligned.exponent);
  aligned.widen(exponent);
  for (auto [bin, more] : llvm::zip(bins, aligned.bins))
    bin += more;
  total += aligned.total;
  least = std::min(least, aligned.least);
  most = std::max(most, aligned.most);
}

bool Histogram::assign(int newExponent, int64_t first,
                       llvm::ArrayRef<uint64_t> counts, float newLeast,
                       float newMost) {
  auto size = static_cast<int64_t>(counts.size());
  if (newExponent < kLeastExponent || newExponent > 128 || first < -kHalf ||
      first > kHalf || size > kHalf - first || !(newLeast <= newMost) ||
      !std::isfinite(newLeast) || !std::isfinite(newMost))
    return false;
  bins.assign(2 * kHalf, 0);
  llvm::copy(counts, bins.begin() + (first + kHalf));
  exponent = newExponent;
  total = 0;
  for (uint64_t count : counts)
    total += count;
  least = newLeast;
  most = newMost;
  return true;
}

double Histogram::getBinWidth() const { return std::ldexp(1.0, exponent); }

int64_t Histogram::getFirst() const {
  auto it = llvm::find_if(bins, [](uint64_t count) { return count != 0; });
  return it == bins.end() ? 0 : it - bins.begin() - kHalf;
}

llvm::ArrayRef<uint64_t> Histogram::getCounts() const {
  llvm::ArrayRef<uint64_t> all(bins);
  if (isEmpty())
    return {};
  while (all.front() == 0)
    all = all.drop_front();
  while (all.back() == 0)
    all = all.drop_back();
  return all;
}
