// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See LatencyComparison.h. Intervals are drawn from pairs, so a slow moment of the machine, which both saw, does not widen them.

#include "tools/weft/LatencyComparison.h"
#include "llvm/Support/Format.h"
#include <chrono>

using namespace weft;

double weft::readClock() {
  return std::chrono::duration<double>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

ExitStatus LatencyPairs::measure(llvm::function_ref<ExitStatus(int)> request,
                                 bool isWarmUp) {
  double pair[2];
  for (int which : {int(isReversed), int(!isReversed)}) {
    double begin = readClock();
    if (ExitStatus status = request(which); status != ExitStatus::Done)
      return status;
    pair[which] = (readClock() - begin) * 1e3;
  }
  isReversed = !isReversed;
  if (!isWarmUp)
    for (int which = 0; which < 2; ++which)
      times[which].push_back(pair[which]);
  return ExitStatus::Done;
}

struct LatencyPairs::Summary {
  double medianA, medianB, p90A, p90B;
  /// B's less A's: the median of the pairs' differences, and the difference of the 90th percentiles.
  Estimate difference, differenceP90;
  /// B's median over A's.
  Estimate ratio;
};

std::vector<double>
LatencyPairs::draw(int which, std::span<const uint32_t> drawn) const {
  std::vector<double> values;
  values.reserve(drawn.size());
  for (uint32_t index : drawn)
    values.push_back(times[which][index]);
  return values;
}

double LatencyPairs::computeMedian(int which) const {
  return computeQuantile(times[which], 0.5);
}

Estimate LatencyPairs::computeRatio() const {
  return bootstrap(getCount(), [&](std::span<const uint32_t> drawn) {
    return computeQuantile(draw(1, drawn), 0.5) /
           computeQuantile(draw(0, drawn), 0.5);
  });
}

LatencyPairs::Summary LatencyPairs::summarize() const {
  size_t count = getCount();
  Summary summary;
  summary.medianA = computeMedian(0);
  summary.medianB = computeMedian(1);
  summary.p90A = computeQuantile(times[0], 0.9);
  summary.p90B = computeQuantile(times[1], 0.9);
  summary.difference = bootstrap(count, [&](std::span<const uint32_t> drawn) {
    std::vector<double> values;
    values.reserve(drawn.size());
    for (uint32_t index : drawn)
      values.push_back(times[1][index] - times[0][index]);
    return computeQuantile(std::move(values), 0.5);
  });
  summary.differenceP90 =
      bootstrap(count, [&](std::span<const uint32_t> drawn) {
        return computeQuantile(draw(1, drawn), 0.9) -
               computeQuantile(draw(0, drawn), 0.9);
      });
  summary.ratio = computeRatio();
  return summary;
}

void LatencyPairs::print(llvm::raw_ostream &stream) const {
  Summary of = summarize();
  stream << llvm::left_justify(name, 12)
         << llvm::format("median A %.3f ms, B %.3f ms, difference %+.3f  "
                         "(%+.3f to %+.3f)",
                         of.medianA, of.medianB, of.difference.value,
                         of.difference.low, of.difference.high)
         << llvm::format(", ratio %.4f  (%.4f to %.4f)\n", of.ratio.value,
                         of.ratio.low, of.ratio.high)
         << llvm::left_justify("", 12)
         << llvm::format("90 %%   A %.3f ms, B %.3f ms, difference %+.3f  "
                         "(%+.3f to %+.3f)",
                         of.p90A, of.p90B, of.differenceP90.value,
                         of.differenceP90.low, of.differenceP90.high)
         << ", of " << times[0].size() << " pairs\n";
}

llvm::json::Object LatencyPairs::toJson() const {
  Summary of = summarize();
  llvm::json::Object object{{"pairs", static_cast<int64_t>(times[0].size())},
                            {"median_a_ms", makeNumber(of.medianA)},
                            {"median_b_ms", makeNumber(of.medianB)},
                            {"p90_a_ms", makeNumber(of.p90A)},
                            {"p90_b_ms", makeNumber(of.p90B)}};
  addEstimate(object, "difference_ms", of.difference);
  addEstimate(object, "difference_p90_ms", of.differenceP90);
  addEstimate(object, "ratio", of.ratio);
  return object;
}
