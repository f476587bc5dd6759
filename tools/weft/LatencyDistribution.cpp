// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Everything is read off the sorted values.

#include "tools/weft/LatencyDistribution.h"
#include "llvm/ADT/STLExtras.h"

#include <cmath>
#include <numeric>

using namespace weft;
using llvm::json::Object;

static constexpr size_t kBins = 40;

LatencyDistribution::LatencyDistribution(std::vector<double> milliseconds)
    : sorted(std::move(milliseconds)) {
  llvm::sort(sorted);
}

double LatencyDistribution::getQuantile(double part) const {
  auto place = static_cast<size_t>(part * static_cast<double>(sorted.size()));
  return sorted[std::min(place, sorted.size() - 1)];
}

Object LatencyDistribution::describe() const {
  auto count = static_cast<double>(sorted.size());
  double mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / count;
  double squares = 0;
  for (double each : sorted)
    squares += (each - mean) * (each - mean);
  return Object{
      {"min", sorted.front()},      {"mean", mean},
      {"median", getQuantile(0.5)}, {"p90", getQuantile(0.9)},
      {"p95", getQuantile(0.95)},   {"p99", getQuantile(0.99)},
      {"max", sorted.back()},       {"deviation", std::sqrt(squares / count)}};
}

llvm::json::Array LatencyDistribution::describeHistogram() const {
  double least = sorted.front(),
         most =
             std::max(std::min(1.5 * getQuantile(0.99), sorted.back()), least);
  double width = (most - least) / kBins;
  std::vector<int64_t> counts(kBins);
  int64_t beyond = 0;
  for (double each : sorted) {
    if (each > most)
      ++beyond;
    else
      ++counts[width > 0 ? std::min(static_cast<size_t>((each - least) / width),
                                    kBins - 1)
                         : 0];
  }
  llvm::json::Array bins;
  for (auto [i, count] : llvm::enumerate(counts))
    bins.push_back(Object{{"least", least + static_cast<double>(i) * width},
                          {"most", least + static_cast<double>(i + 1) * width},
                          {"count", count}});
  if (beyond)
    bins.push_back(
        Object{{"least", most}, {"most", sorted.back()}, {"count", beyond}});
  return bins;
}
