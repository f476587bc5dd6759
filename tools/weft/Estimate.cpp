// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Estimate.h.

#include "tools/weft/Estimate.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace weft;

static constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
/// Standard errors to either side that hold 95 % of a normal distribution.
static constexpr double kWidth = 1.959963984540054;
static constexpr unsigned kDrawings = 1000;

Estimate weft::estimateMean(std::span<const double> values) {
  double count = static_cast<double>(values.size());
  if (values.empty())
    return {kUnknown, kUnknown, kUnknown, kUnknown};
  double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  if (values.size() < 2)
    return {mean, kUnknown, kUnknown, kUnknown};
  double squares = 0;
  for (double value : values)
    squares += (value - mean) * (value - mean);
  double error = std::sqrt(squares / (count - 1) / count);
  return {mean, error, mean - kWidth * error, mean + kWidth * error};
}

Estimate weft::exponentiate(const Estimate &estimate) {
  double value = std::exp(estimate.value);
  return {value, value * estimate.error, std::exp(estimate.low),
          std::exp(estimate.high)};
}

Estimate weft::estimateShare(size_t hits, size_t all) {
  if (all == 0)
    return {kUnknown, kUnknown, kUnknown, kUnknown};
  double n = static_cast<double>(all), share = static_cast<double>(hits) / n,
         z = kWidth * kWidth / n;
  double middle = (share + z / 2) / (1 + z),
         half = kWidth * std::sqrt(share * (1 - share) / n + z / (4 * n)) /
                (1 + z);
  // The ends of no hits and of nothing else are exact but for rounding.
  return {share, std::sqrt(share * (1 - share) / n),
          hits == 0 ? 0 : middle - half, hits == all ? 1 : middle + half};
}

double weft::computeQuantile(std::vector<double> values, double part) {
  if (values.empty())
    return kUnknown;
  double place = part * static_cast<double>(values.size() - 1);
  size_t index = static_cast<size_t>(place);
  auto at = values.begin() + static_cast<ptrdiff_t>(index);
  std::nth_element(values.begin(), at, values.end());
  double low = *at;
  if (at + 1 == values.end())
    return low;
  double high = *std::min_element(at + 1, values.end());
  return low + (place - static_cast<double>(index)) * (high - low);
}

Estimate
weft::bootstrap(size_t count,
                llvm::function_ref<double(std::span<const uint32_t>)> compute) {
  std::vector<uint32_t> drawn(count);
  std::iota(drawn.begin(), drawn.end(), 0);
  double value = compute(drawn);
  if (count < 2)
    return {value, kUnknown, kUnknown, kUnknown};
  std::mt19937_64 random(0);
  std::vector<double> values;
  for (unsigned round = 0; round < kDrawings; ++round) {
    for (uint32_t &index : drawn)
      index = static_cast<uint32_t>(random() % count);
    values.push_back(compute(drawn));
  }
  Estimate spread = estimateMean(values);
  return {value, spread.error * std::sqrt(static_cast<double>(kDrawings)),
          computeQuantile(values, 0.025), computeQuantile(values, 0.975)};
}

llvm::json::Value weft::makeNumber(double value) {
  return std::isfinite(value) ? llvm::json::Value(value)
                              : llvm::json::Value(nullptr);
}

void weft::addEstimate(llvm::json::Object &object, llvm::StringRef name,
                       const Estimate &estimate) {
  object[name.str()] = makeNumber(estimate.value);
  object[(name + "_error").str()] = makeNumber(estimate.error);
  object[(name + "_interval").str()] =
      llvm::json::Array{makeNumber(estimate.low), makeNumber(estimate.high)};
}
