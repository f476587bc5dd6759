// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How latencies are spread.

#ifndef WEFT_TOOLS_WEFT_LATENCYDISTRIBUTION_H
#define WEFT_TOOLS_WEFT_LATENCYDISTRIBUTION_H

#include "llvm/Support/JSON.h"

#include <vector>

namespace weft {

/// Of at least one call, in milliseconds.
class LatencyDistribution {
public:
  explicit LatencyDistribution(std::vector<double> milliseconds);

  size_t getCount() const { return sorted.size(); }
  double getMin() const { return sorted.front(); }
  /// The value at a part of the sorted calls: the smallest for 0, the median for
  /// 0.5, the largest for 1.
  double getQuantile(double part) const;

  /// {"min", "mean", "median", "p90", "p95", "p99", "max", "deviation"}
  llvm::json::Object describe() const;
  /// [{"least", "most", "count"}]: 40 bins of equal width up to 1.5 times the
  /// 99th percentile, and one for the rest where there is any.
  llvm::json::Array describeHistogram() const;

private:
  std::vector<double> sorted;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_LATENCYDISTRIBUTION_H
