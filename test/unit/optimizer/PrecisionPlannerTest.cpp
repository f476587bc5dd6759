// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The oracle is trying all combinations.

#include "lib/Optimizer/PrecisionPlanner.h"
#include "gtest/gtest.h"

#include <random>

using namespace weft;

namespace {
std::vector<PlannedWeight> makeWeights(unsigned seed, size_t count) {
  std::mt19937 random(seed);
  std::vector<PlannedWeight> weights;
  for (size_t i = 0; i < count; ++i) {
    PlannedWeight &weight = weights.emplace_back();
    weight.name = std::to_string(i);
    for (unsigned bits : {3, 4, 5, 6, 8}) {
      GroupFormat format;
      format.bits = bits;
      // Costs mostly fall, as real ones do, but not always.
      weight.choices.push_back(
          {format, 1 + random() % 1000, double(random() % 1000) / bits});
    }
  }
  return weights;
}

/// Calls `visit` with the bytes and the cost of each combination.
template <typename Visit>
void visitAll(llvm::ArrayRef<PlannedWeight> weights, Visit visit) {
  std::vector<size_t> digits(weights.size());
  for (;;) {
    PrecisionSums sums;
    for (size_t i = 0; i < weights.size(); ++i) {
      sums.bytes += weights[i].choices[digits[i]].bytes;
      sums.cost += weights[i].choices[digits[i]].cost;
    }
    visit(sums);
    size_t i = 0;
    while (i < weights.size() && ++digits[i] == weights[i].choices.size())
      digits[i++] = 0;
    if (i == weights.size())
      return;
  }
}

PrecisionSums sumUp(llvm::ArrayRef<PlannedWeight> weights) {
  PrecisionSums sums;
  for (const PlannedWeight &weight : weights) {
    sums.bytes += weight.getChoice().bytes;
    sums.cost += weight.getChoice().cost;
  }
  return sums;
}

TEST(PrecisionPlannerTest, FitsAndWastesLessThanAStep) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    std::vector<PlannedWeight> weights = makeWeights(seed, 4);
    PrecisionSums least = planPrecision(weights, {0, std::nullopt});
    PrecisionSums most = planPrecision(weights, {UINT64_MAX, std::nullopt});
    uint64_t budget = (least.bytes + most.bytes) / 2;
    PrecisionSums sums = planPrecision(weights, {budget, std::nullopt});
    EXPECT_LE(sums.bytes, budget);
    EXPECT_EQ(sums.bytes, sumUp(weights).bytes);
    EXPECT_NEAR(sums.cost, sumUp(weights).cost, 1e-9);
    // No combination of fewer bytes than are left by one step costs less.
    uint64_t step = 1000;
    visitAll(weights, [&](const PrecisionSums &other) {
      if (other.bytes + step <= budget)
        EXPECT_LE(sums.cost, other.cost + 1e-9);
    });
  }
}

TEST(PrecisionPlannerTest, ACostIsReachedWithTheFewestBytes) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    std::vector<PlannedWeight> weights = makeWeights(seed, 4);
    double best = planPrecision(weights, {UINT64_MAX, std::nullopt}).cost,
           worst = planPrecision(weights, {0, std::nullopt}).cost;
    PrecisionSums sums =
        planPrecision(weights, {std::nullopt, (best + worst) / 2});
    EXPECT_LE(sums.cost, (best + worst) / 2);
    // What is chosen is the best for its bytes.
    visitAll(weights, [&](const PrecisionSums &other) {
      if (other.bytes <= sums.bytes)
        EXPECT_GE(other.cost, sums.cost - 1e-9);
    });
  }
}

TEST(PrecisionPlannerTest, BudgetsOutOfReachTakeTheEnds) {
  std::vector<PlannedWeight> weights = makeWeights(1, 3);
  uint64_t least = UINT64_MAX;
  double cheapest = 1e30;
  visitAll(weights, [&](const PrecisionSums &other) {
    least = std::min(least, other.bytes);
    cheapest = std::min(cheapest, other.cost);
  });
  EXPECT_EQ(planPrecision(weights, {1, std::nullopt}).bytes, least);
  EXPECT_NEAR(planPrecision(weights, {std::nullopt, -1.0}).cost, cheapest,
              1e-9);
}
} // namespace
