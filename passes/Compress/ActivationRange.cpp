// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ActivationRange.h.

#include "passes/Compress/ActivationRange.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

#include <cmath>
#include <limits>

using namespace weft;

/// Bounds that are tried on each side: parts of the extreme value.
static constexpr int kCandidates = 64;

std::optional<RangeMethod> weft::parseRangeMethod(llvm::StringRef name) {
  return llvm::StringSwitch<std::optional<RangeMethod>>(name)
      .Case("minmax", RangeMethod::MinMax)
      .Case("percentile", RangeMethod::Percentile)
      .Case("entropy", RangeMethod::Entropy)
      .Case("mse", RangeMethod::Mse)
      .Default(std::nullopt);
}

ByteGrid ByteGrid::ofRange(double low, double high) {
  low = std::min(low, 0.0);
  high = std::max(high, 0.0);
  auto scale = static_cast<float>((high - low) / 255);
  // Numbers so small have no reciprocal, and what they scale is zero for all that it matters.
  if (!(scale >= std::numeric_limits<float>::min()))
    return {};
  return {scale, static_cast<int>(
                     std::clamp(std::nearbyint(-low / scale), 0.0, 255.0))};
}

double ByteGrid::round(double value) const {
  double code =
      std::clamp(std::nearbyint(value / scale) + zeroPoint, 0.0, 255.0);
  return (code - zeroPoint) * scale;
}

/// Calls `visit` with the middle of each bin that is not empty and its count. The bin at the zero stands for zero, which is what most of
/// its values are behind a rectifier.
static void forEachBin(const Histogram &histogram,
                       llvm::function_ref<void(double, double)> visit) {
  int64_t bin = histogram.getFirst();
  for (uint64_t count : histogram.getCounts()) {
    if (count)
      visit(bin == 0
                ? 0.0
                : (static_cast<double>(bin) + 0.5) * histogram.getBinWidth(),
            static_cast<double>(count));
    ++bin;
  }
}

static double computeSquaredError(const Histogram &histogram,
                                  const ByteGrid &grid) {
  double sum = 0;
  forEachBin(histogram, [&](double value, double count) {
    double error = grid.round(value) - value;
    sum += count * error * error;
  });
  return sum;
}

double weft::computeGridError(const Histogram &histogram,
                              const ByteGrid &grid) {
  double norm = 0;
  forEachBin(histogram, [&](double value, double count) {
    norm += count * value * value;
  });
  return norm > 0 ? std::sqrt(computeSquaredError(histogram, grid) / norm) : 0;
}

/// The divergence of what the integers tell apart from the values within the grid, where those outside count at its ends.
static double computeDivergence(const Histogram &histogram,
                                const ByteGrid &grid) {
  struct Level {
    double inside = 0, all = 0, bins = 0;
  };
  // For each level the values that belong to it and the bins that have any: the integers cannot say which of them.
  std::vector<Level> levels(256);
  double inside = 0, total = 0;
  auto findLevel = [&](double value) {
    return std::nearbyint(value / grid.scale) + grid.zeroPoint;
  };
  forEachBin(histogram, [&](double value, double count) {
    double code = findLevel(value);
    Level &level = levels[static_cast<size_t>(std::clamp(code, 0.0, 255.0))];
    bool isInside = code >= 0 && code <= 255;
    level.all += count;
    total += count;
    if (isInside) {
      level.inside += count;
      level.bins += 1;
      inside += count;
    }
  });
  // Values beyond the ends pile up in the outermost bins of the grid, which the approximation knows nothing of.
  double divergence = 0;
  forEachBin(histogram, [&](double value, double count) {
    double code = findLevel(value);
    if (code < 0 || code > 255)
      return;
    const Level &level = levels[static_cast<size_t>(code)];
    double p = count / total, q = level.inside / level.bins / inside;
    divergence += p * std::log(p / q);
  });
  for (const Level &level : levels)
    if (double outside = level.all - level.inside; outside > 0) {
      double p = outside / total,
             q = std::max(level.inside / std::max(inside, 1.0), 1e-9);
      divergence += p * std::log(std::max(p / q, 1.0)) + p;
    }
  return divergence;
}

/// The grid with the least `cost` whose bounds are parts of the extreme values. One bound is found for the other's last best, in turns.
static ByteGrid searchGrid(double low, double high,
                           llvm::function_ref<double(const ByteGrid &)> cost) {
  double bestLow = low, bestHigh = high;
  double best = cost(ByteGrid::ofRange(low, high));
  auto search = [&](double bound, double &chosen, auto makeGrid) {
    for (int i = kCandidates / 8; bound != 0 && i < kCandidates; ++i) {
      double candidate = bound * i / kCandidates;
      if (double found = cost(makeGrid(candidate)); found < best) {
        best = found;
        chosen = candidate;
      }
    }
  };
  for (int turn = 0; turn < 2; ++turn) {
    search(high, bestHigh,
           [&](double each) { return ByteGrid::ofRange(bestLow, each); });
    search(low, bestLow,
           [&](double each) { return ByteGrid::ofRange(each, bestHigh); });
  }
  return ByteGrid::ofRange(bestLow, bestHigh);
}

static ByteGrid findPercentile(const Histogram &histogram, double percentile) {
  double rest =
      (1 - percentile / 100) / 2 * static_cast<double>(histogram.getCount());
  llvm::ArrayRef<uint64_t> counts = histogram.getCounts();
  double width = histogram.getBinWidth();
  auto low = static_cast<double>(histogram.getFirst()),
       high = low + static_cast<double>(counts.size());
  for (double seen = 0; !counts.empty(); counts = counts.drop_front(), ++low)
    if ((seen += static_cast<double>(counts.front())) > rest)
      break;
  for (double seen = 0; !counts.empty(); counts = counts.drop_back(), --high)
    if ((seen += static_cast<double>(counts.back())) > rest)
      break;
  return ByteGrid::ofRange(
      std::max(low * width, static_cast<double>(histogram.getLeast())),
      std::min(high * width, static_cast<double>(histogram.getMost())));
}

ByteGrid weft::chooseGrid(const Histogram &histogram, RangeMethod method,
                          double percentile) {
  double low = std::min(0.0, static_cast<double>(histogram.getLeast())),
         high = std::max(0.0, static_cast<double>(histogram.getMost()));
  switch (method) {
  case RangeMethod::MinMax:
    return ByteGrid::ofRange(low, high);
  case RangeMethod::Percentile:
    return findPercentile(histogram, percentile);
  case RangeMethod::Entropy:
    return searchGrid(low, high, [&](const ByteGrid &grid) {
      return computeDivergence(histogram, grid);
    });
  case RangeMethod::Mse:
    return searchGrid(low, high, [&](const ByteGrid &grid) {
      return computeSquaredError(histogram, grid);
    });
  }
  return {};
}
