// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Loops over one group in pieces of sixteen lanes, which compilers turn into
// vector code; sums stay in lanes until the end of the group. A number is
// rounded to an integer by adding and taking away 1.5 * 2^23, halves to even.
//
// What is searched is the scale s (and the zero point z, an integer) of a group
// x with importance w. For trial scales the codes follow by rounding, and for
// codes q the best scale has a closed form,
//
//   s = sum w x (q - z) / sum w (q - z)^2,
//
// which is rounded to f16 before its error is taken.

#include "passes/Compress/GroupQuantizer.h"
#include "lib/Interpreter/ElementType.h"
#include "llvm/ADT/bit.h"

#include <algorithm>
#include <cmath>

using namespace weft;

#if defined(__x86_64__) && defined(__GNUC__)
#define WEFT_LEVELS __attribute__((target_clones("avx2", "default")))
#else
#define WEFT_LEVELS
#endif

namespace {
constexpr int kLanes = 16;
constexpr float kRounder = 12582912.0f;

/// How a group's weights become codes: nearest(x * inverse) in [low, high],
/// which are relative to the zero point.
struct Coding {
  float scale = 0, inverse = 0, low = 0, high = 0;
  int zero = 0;
  uint16_t bits = 0;
};

struct Extremes {
  float least = 0, greatest = 0;
  bool isFinite = true;
};

struct Sums {
  float first = 0, second = 0;
};

float sum(const float (&lanes)[kLanes]) {
  float total = 0;
  for (float lane : lanes)
    total += lane;
  return total;
}

inline float codeOf(float x, const Coding &coding) {
  float t = x * coding.inverse;
  t = t < coding.low ? coding.low : t;
  t = t > coding.high ? coding.high : t;
  return (t + kRounder) - kRounder;
}

WEFT_LEVELS void findExtremes(const float *x, int64_t count, Extremes &found) {
  float least[kLanes] = {}, greatest[kLanes] = {};
  int32_t magnitude[kLanes] = {};
  int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes)
    for (int l = 0; l < kLanes; ++l) {
      float value = x[i + l];
      int32_t bits = llvm::bit_cast<int32_t>(value) & 0x7fffffff;
      least[l] = value < least[l] ? value : least[l];
      greatest[l] = value > greatest[l] ? value : greatest[l];
      magnitude[l] = bits > magnitude[l] ? bits : magnitude[l];
    }
  for (int l = 0; i < count; ++i, ++l) {
    int32_t bits = llvm::bit_cast<int32_t>(x[i]) & 0x7fffffff;
    least[l] = std::min(least[l], x[i]);
    greatest[l] = std::max(greatest[l], x[i]);
    magnitude[l] = std::max(magnitude[l], bits);
  }
  found.least = *std::min_element(least, least + kLanes);
  found.greatest = *std::max_element(greatest, greatest + kLanes);
  found.isFinite =
      *std::max_element(magnitude, magnitude + kLanes) < 0x7f800000;
}

/// Squared error, and the same with importance; without one they are equal.
WEFT_LEVELS void measure(const float *x, const float *w, int64_t count,
                         const Coding &coding, Sums &found) {
  float squared[kLanes] = {}, weighted[kLanes] = {};
  const Coding c = coding;
  int64_t i = 0;
  if (!w) {
    for (; i + kLanes <= count; i += kLanes)
      for (int l = 0; l < kLanes; ++l) {
        float d = x[i + l] - codeOf(x[i + l], c) * c.scale;
        squared[l] += d * d;
      }
    for (int l = 0; i < count; ++i, ++l) {
      float d = x[i] - codeOf(x[i], c) * c.scale;
      squared[l] += d * d;
    }
    found.first = found.second = sum(squared);
    return;
  }
  for (; i + kLanes <= count; i += kLanes)
    for (int l = 0; l < kLanes; ++l) {
      float d = x[i + l] - codeOf(x[i + l], c) * c.scale;
      squared[l] += d * d;
      weighted[l] += w[i + l] * d * d;
    }
  for (int l = 0; i < count; ++i, ++l) {
    float d = x[i] - codeOf(x[i], c) * c.scale;
    squared[l] += d * d;
    weighted[l] += w[i] * d * d;
  }
  found.first = sum(squared);
  found.second = sum(weighted);
}

/// sum w x q and sum w q^2.
WEFT_LEVELS void fit(const float *x, const float *w, int64_t count,
                     const Coding &coding, Sums &found) {
  float products[kLanes] = {}, squares[kLanes] = {};
  const Coding c = coding;
  int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes)
    for (int l = 0; l < kLanes; ++l) {
      float q = codeOf(x[i + l], c), weight = w ? w[i + l] : 1.0f;
      products[l] += weight * x[i + l] * q;
      squares[l] += weight * q * q;
    }
  for (int l = 0; i < count; ++i, ++l) {
    float q = codeOf(x[i], c), weight = w ? w[i] : 1.0f;
    products[l] += weight * x[i] * q;
    squares[l] += weight * q * q;
  }
  found.first = sum(products);
  found.second = sum(squares);
}

WEFT_LEVELS void writeCodes(const float *x, int64_t count, const Coding &coding,
                            int8_t *codes) {
  const Coding c = coding;
  for (int64_t i = 0; i < count; ++i)
    codes[i] = static_cast<int8_t>(
        static_cast<int32_t>(codeOf(x[i], c)) + c.zero);
}

WEFT_LEVELS double sumSquares(const float *x, int64_t count) {
  float squares[kLanes] = {};
  int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes)
    for (int l = 0; l < kLanes; ++l)
      squares[l] += x[i + l] * x[i + l];
  for (int l = 0; i < count; ++i, ++l)
    squares[l] += x[i] * x[i];
  return sum(squares);
}

/// One group, and the best coding of it so far.
class GroupSearch {
public:
  GroupSearch(const GroupFormat &format, const float *x, const float *w,
              int64_t count)
      : format(format), x(x), w(w), count(count) {}

  RowStatus run(ScaleChoice choice);

  const Coding &getCoding() const { return best; }
  const Sums &getError() const { return bestError; }

private:
  bool makeCoding(float scale, int zero, Coding &coding) const;
  /// Keeps the coding if it is better than the best.
  void tryCoding(const Coding &coding);
  void tryScale(float scale, int zero);
  /// Tries the scale, and the best one for its codes.
  void refine(float scale, int zero);
  bool tryExtremes();
  int findZero(float scale) const;
  float getRange() const { return extremes.greatest - extremes.least; }

  const GroupFormat &format;
  const float *x, *w;
  int64_t count;
  Extremes extremes;
  /// By the extremes, symmetric: of the code 2^(bits-1) - 1, and of
  /// -2^(bits-1). Asymmetric: of all codes.
  float scale = 0, negativeScale = 0;
  Coding best;
  Sums bestError;
  bool hasBest = false;
};
} // namespace

uint16_t weft::roundToHalf(float value) { return roundToF16(value); }
float weft::widenHalf(uint16_t bits) {
  return static_cast<float>(widenF16(bits));
}

/// False where f16 has no such scale.
bool GroupSearch::makeCoding(float scale, int zero, Coding &coding) const {
  coding.bits = roundToHalf(scale);
  coding.scale = widenHalf(coding.bits);
  if (!std::isfinite(coding.scale))
    return false;
  coding.inverse = coding.scale == 0 ? 0 : 1 / coding.scale;
  coding.zero = zero;
  coding.low = static_cast<float>(format.getLeast() - zero);
  coding.high = static_cast<float>(format.getGreatest() - zero);
  return true;
}

void GroupSearch::tryCoding(const Coding &coding) {
  Sums error;
  measure(x, w, count, coding, error);
  if (hasBest && !(error.second < bestError.second))
    return;
  best = coding;
  bestError = error;
  hasBest = true;
}

void GroupSearch::tryScale(float scale, int zero) {
  Coding coding;
  if (makeCoding(scale, zero, coding))
    tryCoding(coding);
}

void GroupSearch::refine(float scale, int zero) {
  Coding coding;
  if (!makeCoding(scale, zero, coding))
    return;
  Sums sums;
  fit(x, w, count, coding, sums);
  if (sums.second > 0 && sums.first != 0)
    tryScale(sums.first / sums.second, zero);
}

int GroupSearch::findZero(float scale) const {
  if (scale == 0)
    return 0;
  float zero = std::nearbyint(static_cast<float>(format.getLeast()) -
                              extremes.least / scale);
  return static_cast<int>(
      std::clamp(zero, static_cast<float>(format.getLeast()),
                 static_cast<float>(format.getGreatest())));
}

/// The next f16 further from 0.
static float widenAway(float half) {
  return widenHalf(static_cast<uint16_t>(roundToHalf(half) + 1));
}

/// Codings that no weight falls out of. False where the scale is none of f16.
bool GroupSearch::tryExtremes() {
  float greatest = static_cast<float>(format.getGreatest()),
        least = static_cast<float>(format.getLeast());
  if (!format.isSymmetric) {
    scale = getRange() / (greatest - least);
    // The codes must span the range: rounded up.
    float half = widenHalf(roundToHalf(scale));
    if (half < scale)
      half = widenAway(half);
    if (!std::isfinite(half))
      return false;
    tryScale(half, findZero(half));
    return true;
  }
  bool isPositive = extremes.greatest > -extremes.least;
  float extreme = isPositive ? extremes.greatest : extremes.least,
        other = isPositive ? extremes.least : extremes.greatest;
  scale = std::fabs(extreme) / greatest;
  negativeScale = extreme / least;
  float half = widenHalf(roundToHalf(scale));
  // Only a scale that f16 holds with few bits is that far off.
  if (std::fabs(extreme) > (greatest + 0.5f) * half)
    half = widenAway(half);
  if (!std::isfinite(half))
    return false;
  tryScale(half, 0);
  float negative = widenHalf(roundToHalf(negativeScale));
  if (std::fabs(extreme) <= (0.5f - least) * std::fabs(negative) &&
      std::fabs(other) <= (greatest + 0.5f) * std::fabs(negative))
    tryScale(negative, 0);
  return true;
}

RowStatus GroupSearch::run(ScaleChoice choice) {
  findExtremes(x, count, extremes);
  if (!extremes.isFinite)
    return RowStatus::NotFinite;
  if (!tryExtremes())
    return RowStatus::TooLarge;
  if (choice == ScaleChoice::Extremes || scale == 0)
    return RowStatus::Done;
  if (choice == ScaleChoice::Clipped || !format.isSymmetric) {
    for (int step = 0; step <= 20; ++step) {
      float factor = 1 - 0.015f * static_cast<float>(step);
      if (format.isSymmetric) {
        tryScale(scale * factor, 0);
        tryScale(negativeScale * factor, 0);
      } else {
        tryScale(scale * factor, findZero(scale * factor));
      }
    }
  }
  if (choice == ScaleChoice::Clipped)
    return RowStatus::Done;
  if (!format.isSymmetric) {
    for (int step = -3; step <= 12; ++step) {
      float trial = scale * (1 - 0.025f * static_cast<float>(step));
      int zero = findZero(trial);
      for (int shift = -1; shift <= 1; ++shift)
        refine(trial, std::clamp(zero + shift, format.getLeast(),
                                 format.getGreatest()));
    }
    refine(best.scale, best.zero);
    return RowStatus::Done;
  }
  // Scales at which the extreme weight has a code from a little beyond the
  // range to a third below it.
  float reach = -static_cast<float>(format.getLeast());
  for (int step = -4; step <= 15; ++step) {
    float factor = reach / (reach - 0.025f * reach * static_cast<float>(step));
    float wider = 1 / factor;
    refine(scale * wider, 0);
    refine(negativeScale * wider, 0);
  }
  for (int round = 0; round < 3; ++round)
    refine(best.scale, 0);
  return RowStatus::Done;
}

RowStatus weft::quantizeRow(const GroupFormat &format, ScaleChoice choice,
                            llvm::ArrayRef<float> weights,
                            llvm::ArrayRef<float> importance, QuantizedRow row,
                            QuantizeError &error) {
  int64_t width = static_cast<int64_t>(weights.size());
  for (int64_t at = 0, number = 0; at < width; at += format.group, ++number) {
    int64_t count = std::min(format.group, width - at);
    const float *w = importance.empty() ? nullptr : importance.data() + at;
    GroupSearch search(format, weights.data() + at, w, count);
    if (RowStatus status = search.run(choice); status != RowStatus::Done)
      return status;
    const Coding &coding = search.getCoding();
    writeCodes(weights.data() + at, count, coding, row.codes.data() + at);
    row.scales[static_cast<size_t>(number)] = coding.bits;
    if (!row.zeros.empty())
      row.zeros[static_cast<size_t>(number)] =
          static_cast<int8_t>(coding.zero);
    error += {search.getError().second, search.getError().first,
              sumSquares(weights.data() + at, count)};
  }
  return RowStatus::Done;
}

float weft::dequantizeCode(int8_t code, int8_t zero, uint16_t scale) {
  return static_cast<float>(code - zero) * widenHalf(scale);
}

WEFT_LEVELS void weft::widenHalves(const uint16_t *from, int64_t count,
                                   float *to) {
  for (int64_t i = 0; i < count; ++i) {
    uint32_t half = from[i], magnitude = half & 0x7fff;
    // Moves the exponent; subnormal numbers come out right as well.
    uint32_t bits = llvm::bit_cast<uint32_t>(
        llvm::bit_cast<float>(magnitude << 13) * 0x1p112f);
    bits |= magnitude >= 0x7c00 ? 0x7f800000u : 0u;
    to[i] = llvm::bit_cast<float>(bits | (half & 0x8000) << 16);
  }
}

WEFT_LEVELS void weft::widenBrains(const uint16_t *from, int64_t count,
                                   float *to) {
  for (int64_t i = 0; i < count; ++i)
    to[i] = llvm::bit_cast<float>(uint32_t(from[i]) << 16);
}
