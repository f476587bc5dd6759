// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which weight gets how many bits: the least cost within a budget of bytes, or the fewest bytes within a budget of cost.
//
// Costs of weights add up: the divergence that small independent errors cause is quadratic in each. Of a weight only the choices on the lower convex
// hull of cost over bytes count. All weights begin with the smallest one, and the step with the most cost saved for a byte comes next (Shoham and Gersho,
// "Efficient bit allocation for an arbitrary set of quantizers", IEEE Trans. ASSP 36, 1988). What is chosen is best for the bytes that it takes; less than
// one step of a weight is left of a budget.

#ifndef WEFT_LIB_OPTIMIZER_PRECISIONPLANNER_H
#define WEFT_LIB_OPTIMIZER_PRECISIONPLANNER_H

#include "passes/Compress/GroupQuantizer.h"
#include <optional>
#include <string>
#include <vector>

namespace weft {

struct PrecisionChoice {
  /// 0 bits: as it is.
  GroupFormat format;
  uint64_t bytes = 0;
  /// Finite, at least 0.
  double cost = 0;
};

struct PlannedWeight {
  std::string name;
  /// At least one.
  std::vector<PrecisionChoice> choices;
  /// Which of them was taken.
  size_t chosen = 0;

  const PrecisionChoice &getChoice() const { return choices[chosen]; }
};

/// One of both.
struct PrecisionBudget {
  std::optional<uint64_t> bytes;
  std::optional<double> cost;
};

struct PrecisionSums {
  uint64_t bytes = 0;
  double cost = 0;
};

/// Chooses for each weight, and returns what all take. Where even the smallest, or the most accurate, choices are beyond the budget, they are taken.
PrecisionSums planPrecision(llvm::MutableArrayRef<PlannedWeight> weights,
                            const PrecisionBudget &budget);

} // namespace weft

#endif // WEFT_LIB_OPTIMIZER_PRECISIONPLANNER_H
