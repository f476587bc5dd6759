// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which of two models is faster, on the same requests in turns: A B, B A, A B. What the machine does besides then falls on both.

#ifndef WEFT_TOOLS_WEFT_LATENCYCOMPARISON_H
#define WEFT_TOOLS_WEFT_LATENCYCOMPARISON_H

#include "tools/weft/Estimate.h"
#include "tools/weft/Verb.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace weft {

class LatencyPairs {
public:
  /// `name` is what a request is: "decode".
  explicit LatencyPairs(std::string name) : name(std::move(name)) {}

  /// Runs one request on either model, 0 and 1, in changing order, and keeps the times unless it is a `warmUp`.
  ExitStatus measure(llvm::function_ref<ExitStatus(int)> request,
                     bool isWarmUp = false);

  void print(llvm::raw_ostream &stream) const;
  llvm::json::Object toJson() const;
  const std::string &getName() const { return name; }
  size_t getCount() const { return times[0].size(); }
  /// Milliseconds of a request.
  double computeMedian(int which) const;
  /// B's median over A's.
  Estimate computeRatio() const;

private:
  struct Summary;
  Summary summarize() const;
  std::vector<double> draw(int which, std::span<const uint32_t> drawn) const;

  std::string name;
  bool isReversed = false;
  /// Milliseconds, as many of each.
  std::vector<double> times[2];
};

/// Seconds since some moment.
double readClock();

} // namespace weft

#endif // WEFT_TOOLS_WEFT_LATENCYCOMPARISON_H
