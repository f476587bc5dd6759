// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Figures with how sure they are.

#ifndef WEFT_TOOLS_WEFT_ESTIMATE_H
#define WEFT_TOOLS_WEFT_ESTIMATE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/JSON.h"
#include <cstdint>
#include <span>
#include <vector>

namespace weft {

/// A figure with its standard error and the ends of its 95 % interval. What cannot be known from so few values is NaN.
struct Estimate {
  double value = 0, error = 0, low = 0, high = 0;
};

/// The mean of values that are taken as independent, as llama-perplexity takes the tokens of a text.
Estimate estimateMean(std::span<const double> values);

/// exp of a figure; its error to first order.
Estimate exponentiate(const Estimate &estimate);

/// The share of `hits` in `all`, with Wilson's interval (J. Am. Stat. Assoc. 22, 1927), which holds near 0 and 1 too.
Estimate estimateShare(size_t hits, size_t all);

/// The value that a part of the values is below, between two of them by a straight line; NaN of none.
double computeQuantile(std::vector<double> values, double part);

/// A figure of pairs: of all of them, and the percentile interval of it over drawings with replacement of as many. `compute` gets the numbers of
/// the drawn pairs. The drawings are seeded: the same values give the same interval.
Estimate
bootstrap(size_t count,
          llvm::function_ref<double(std::span<const uint32_t>)> compute);

/// As JSON numbers: NAME, NAME_error and NAME_interval; null where a figure is not finite.
void addEstimate(llvm::json::Object &object, llvm::StringRef name,
                 const Estimate &estimate);
llvm::json::Value makeNumber(double value);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_ESTIMATE_H
