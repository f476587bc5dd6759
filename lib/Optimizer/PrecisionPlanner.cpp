// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See PrecisionPlanner.h.

#include "lib/Optimizer/PrecisionPlanner.h"
#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <numeric>
#include <queue>

using namespace weft;
using llvm::ArrayRef;

/// Cost that a byte saves on the way from one choice to a larger one.
static double computeSlope(const PrecisionChoice &from,
                           const PrecisionChoice &to) {
  return (from.cost - to.cost) / static_cast<double>(to.bytes - from.bytes);
}

/// The choices on the lower convex hull by rising bytes and falling cost.
static std::vector<size_t> findHull(ArrayRef<PrecisionChoice> choices) {
  std::vector<size_t> order(choices.size()), hull;
  std::iota(order.begin(), order.end(), 0);
  llvm::sort(order, [&](size_t a, size_t b) {
    return std::tuple(choices[a].bytes, choices[a].cost, a) <
           std::tuple(choices[b].bytes, choices[b].cost, b);
  });
  for (size_t next : order) {
    if (!hull.empty() && !(choices[next].cost < choices[hull.back()].cost))
      continue;
    while (hull.size() > 1 &&
           computeSlope(choices[hull[hull.size() - 2]], choices[hull.back()]) <=
               computeSlope(choices[hull.back()], choices[next]))
      hull.pop_back();
    hull.push_back(next);
  }
  return hull;
}

namespace {
/// The next choice of a weight; the steepest comes first, then the first weight.
struct Step {
  double slope;
  size_t weight, place;

  bool operator<(const Step &other) const {
    return slope != other.slope ? slope < other.slope : weight > other.weight;
  }
};
} // namespace

PrecisionSums weft::planPrecision(llvm::MutableArrayRef<PlannedWeight> weights,
                                  const PrecisionBudget &budget) {
  std::vector<std::vector<size_t>> hulls;
  std::priority_queue<Step> steps;
  PrecisionSums sums;
  auto offer = [&](size_t weight, size_t place) {
    const std::vector<size_t> &hull = hulls[weight];
    if (place < hull.size())
      steps.push({computeSlope(weights[weight].choices[hull[place - 1]],
                               weights[weight].choices[hull[place]]),
                  weight, place});
  };
  for (auto [number, weight] : llvm::enumerate(weights)) {
    hulls.push_back(findHull(weight.choices));
    weight.chosen = hulls.back().front();
    sums.bytes += weight.getChoice().bytes;
    sums.cost += weight.getChoice().cost;
    offer(number, 1);
  }
  while (!steps.empty() && !(budget.cost && sums.cost <= *budget.cost)) {
    Step step = steps.top();
    steps.pop();
    PlannedWeight &weight = weights[step.weight];
    const PrecisionChoice &from = weight.getChoice(),
                          &to = weight.choices[hulls[step.weight][step.place]];
    // A smaller weight may still fit.
    if (budget.bytes && sums.bytes + (to.bytes - from.bytes) > *budget.bytes)
      continue;
    sums.bytes += to.bytes - from.bytes;
    sums.cost += to.cost - from.cost;
    weight.chosen = hulls[step.weight][step.place];
    offer(step.weight, step.place + 1);
  }
  return sums;
}
