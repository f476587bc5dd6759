// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Loops over one group in vectors of sixteen lanes, compiled for registers of
// three widths; sums stay in lanes until the end of the group. A group that does
// not fill its last vector is copied and filled up with zeros, which add
// nothing. Products and sums are not fused, so that results are the same on
// every machine. A number is
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
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/bit.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace weft;

#if defined(__x86_64__) && defined(__GNUC__)
#define WEFT_LEVELS __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WEFT_LEVELS
#endif

namespace {
constexpr int kLanes = 16;
constexpr float kRounder = 12582912.0f;

using Floats __attribute__((vector_size(4 * kLanes))) = float;
using Ints __attribute__((vector_size(4 * kLanes))) = int32_t;
using Codes __attribute__((vector_size(kLanes))) = int8_t;

/// How a group's weights become codes: nearest(x * inverse) in [low, high],
/// which are relative to the zero point.
struct Coding {
  float scale = 0, inverse = 0, low = 0, high = 0;
  int zero = 0;
  uint16_t bits = 0;
};

struct Extremes {
  float least = 0, greatest = 0;
  /// The sum of squares.
  float norm = 0;
};

struct Sums {
  float first = 0, second = 0;
};
} // namespace

// Vectors go by reference: how they are passed otherwise depends on the level.

static inline float sum(const Floats &lanes) {
  float total = 0;
  for (int l = 0; l < kLanes; ++l)
    total += lanes[l];
  return total;
}

static inline void codeOf(const Floats &x, const Coding &coding,
                          Floats &codes) {
  Floats t = x * coding.inverse;
  t = t < coding.low ? Floats{} + coding.low : t;
  t = t > coding.high ? Floats{} + coding.high : t;
  codes = (t + kRounder) - kRounder;
}

WEFT_LEVELS static void findExtremes(const float *x, int64_t count,
                                     Extremes &found) {
  Floats least{}, greatest{}, squares{};
  for (int64_t i = 0; i < count; i += kLanes) {
    Floats value;
    std::memcpy(&value, x + i, sizeof(value));
    least = value < least ? value : least;
    greatest = value > greatest ? value : greatest;
    squares += value * value;
  }
  float low[kLanes], high[kLanes];
  std::memcpy(low, &least, sizeof(low));
  std::memcpy(high, &greatest, sizeof(high));
  for (int half = kLanes / 2; half > 0; half /= 2)
    for (int l = 0; l < half; ++l) {
      low[l] = low[l + half] < low[l] ? low[l + half] : low[l];
      high[l] = high[l + half] > high[l] ? high[l + half] : high[l];
    }
  found.least = low[0];
  found.greatest = high[0];
  found.norm = sum(squares);
}

/// Squared error, and the same with importance; without one they are equal.
WEFT_LEVELS static void measure(const float *x, const float *w, int64_t count,
                                const Coding &coding, Sums &found) {
  Floats squared{}, weighted{};
  const Coding c = coding;
  for (int64_t i = 0; i < count; i += kLanes) {
    Floats value, code, weight;
    std::memcpy(&value, x + i, sizeof(value));
    codeOf(value, c, code);
    Floats d = value - code * c.scale;
    squared += d * d;
    if (!w)
      continue;
    std::memcpy(&weight, w + i, sizeof(weight));
    weighted += weight * d * d;
  }
  found.first = sum(squared);
  found.second = w ? sum(weighted) : found.first;
}

/// The same for two codings at once, without importance: neither waits for the
/// sums of the other.
WEFT_LEVELS static void measureTwo(const float *x, int64_t count,
                                   const Coding (&codings)[2],
                                   Sums (&found)[2]) {
  Floats first{}, second{};
  const Coding a = codings[0], b = codings[1];
  for (int64_t i = 0; i < count; i += kLanes) {
    Floats value, code;
    std::memcpy(&value, x + i, sizeof(value));
    codeOf(value, a, code);
    Floats d = value - code * a.scale;
    first += d * d;
    codeOf(value, b, code);
    d = value - code * b.scale;
    second += d * d;
  }
  float sums[2] = {};
  for (int l = 0; l < kLanes; ++l) {
    sums[0] += first[l];
    sums[1] += second[l];
  }
  found[0].first = found[0].second = sums[0];
  found[1].first = found[1].second = sums[1];
}

/// sum w x q and sum w q^2.
WEFT_LEVELS static void fit(const float *x, const float *w, int64_t count,
                            const Coding &coding, Sums &found) {
  Floats products{}, squares{};
  const Coding c = coding;
  for (int64_t i = 0; i < count; i += kLanes) {
    Floats value, code, weight = Floats{} + 1.0f;
    std::memcpy(&value, x + i, sizeof(value));
    codeOf(value, c, code);
    if (w)
      std::memcpy(&weight, w + i, sizeof(weight));
    products += weight * value * code;
    squares += weight * code * code;
  }
  found.first = sum(products);
  found.second = sum(squares);
}

WEFT_LEVELS static void writeCodes(const float *x, int64_t count,
                                   const Coding &coding, int8_t *codes) {
  const Coding c = coding;
  for (int64_t i = 0; i < count; i += kLanes) {
    Floats value, code;
    std::memcpy(&value, x + i, sizeof(value));
    codeOf(value, c, code);
    Codes narrow = __builtin_convertvector(
        __builtin_convertvector(code, Ints) + c.zero, Codes);
    std::memcpy(codes + i, &narrow, sizeof(narrow));
  }
}

namespace {
/// One group, and the best coding of it so far.
class GroupSearch {
public:
  GroupSearch(const GroupFormat &format, const float *x, const float *w,
              int64_t count)
      : format(format), x(x), w(w), count(count) {}

  RowStatus run(ScaleChoice choice);

  const Coding &getCoding() const { return best; }
  const Sums &getError() const { return bestError; }
  float getNorm() const { return extremes.norm; }

private:
  bool makeCoding(float scale, int zero, Coding &coding) const;
  /// Keeps the coding if it is better than the best.
  void keep(const Coding &coding, const Sums &error);
  void tryScale(float scale, int zero);
  /// Without zero points, the first one first.
  void tryScales(float first, float second);
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

uint16_t weft::roundToHalf(float value) {
  uint32_t bits = llvm::bit_cast<uint32_t>(value),
           magnitude = bits & 0x7fffffff;
  // What is neither subnormal nor too large keeps its leading bits, which the
  // ones behind round: up from a half on, or beyond it where the result is even.
  if (magnitude < 0x38800000 || magnitude >= 0x47800000)
    return roundToF16(value);
  magnitude += 0xfff + (magnitude >> 13 & 1);
  return static_cast<uint16_t>((bits >> 16 & 0x8000) |
                               (magnitude - 0x38000000) >> 13);
}

static inline float widen(uint32_t half) {
  uint32_t magnitude = half & 0x7fff;
  // Moves the exponent; subnormal numbers come out right as well.
  uint32_t bits = llvm::bit_cast<uint32_t>(
      llvm::bit_cast<float>(magnitude << 13) * 0x1p112f);
  bits |= magnitude >= 0x7c00 ? 0x7f800000u : 0u;
  return llvm::bit_cast<float>(bits | (half & 0x8000) << 16);
}

float weft::widenHalf(uint16_t bits) { return widen(bits); }

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

void GroupSearch::keep(const Coding &coding, const Sums &error) {
  if (hasBest && !(error.second < bestError.second))
    return;
  best = coding;
  bestError = error;
  hasBest = true;
}

void GroupSearch::tryScale(float scale, int zero) {
  Coding coding;
  if (!makeCoding(scale, zero, coding))
    return;
  Sums error;
  measure(x, w, count, coding, error);
  keep(coding, error);
}

void GroupSearch::tryScales(float first, float second) {
  Coding codings[2];
  if (w || !makeCoding(first, 0, codings[0]) ||
      !makeCoding(second, 0, codings[1])) {
    tryScale(first, 0);
    tryScale(second, 0);
    return;
  }
  Sums errors[2];
  measureTwo(x, count, codings, errors);
  // No branch: which one is better cannot be predicted.
  size_t better = errors[1].second < errors[0].second;
  keep(codings[better], errors[better]);
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
  return static_cast<int>(std::clamp(zero,
                                     static_cast<float>(format.getLeast()),
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
  float negative = widenHalf(roundToHalf(negativeScale));
  if (std::fabs(extreme) <= (0.5f - least) * std::fabs(negative) &&
      std::fabs(other) <= (greatest + 0.5f) * std::fabs(negative))
    tryScales(half, negative);
  else
    tryScale(half, 0);
  return true;
}

RowStatus GroupSearch::run(ScaleChoice choice) {
  findExtremes(x, count, extremes);
  // What is not finite shows in the sum of squares, as do very large weights.
  if (!std::isfinite(extremes.norm) &&
      !std::all_of(x, x + count,
                   [](float value) { return std::isfinite(value); }))
    return RowStatus::NotFinite;
  if (!tryExtremes())
    return RowStatus::TooLarge;
  if (choice == ScaleChoice::Extremes || scale == 0)
    return RowStatus::Done;
  if (choice == ScaleChoice::Clipped || !format.isSymmetric) {
    for (int step = 0; step <= 20; ++step) {
      float factor = 1 - 0.015f * static_cast<float>(step);
      if (format.isSymmetric) {
        tryScales(scale * factor, negativeScale * factor);
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

/// The group, filled up with zeros to whole vectors where it does not fill them.
static const float *fillUp(const float *x, int64_t count,
                           llvm::SmallVectorImpl<float> &room) {
  if (!x || count % kLanes == 0)
    return x;
  room.assign(x, x + count);
  room.resize(llvm::alignTo(count, kLanes));
  return room.data();
}

RowStatus weft::quantizeRow(const GroupFormat &format, ScaleChoice choice,
                            llvm::ArrayRef<float> weights,
                            llvm::ArrayRef<float> importance, QuantizedRow row,
                            QuantizeError &error) {
  int64_t width = static_cast<int64_t>(weights.size());
  llvm::SmallVector<float, 0> roomX, roomW;
  llvm::SmallVector<int8_t, 0> roomCodes;
  for (int64_t at = 0, number = 0; at < width; at += format.group, ++number) {
    int64_t count = std::min(format.group, width - at),
            filled = llvm::alignTo(count, kLanes);
    const float *x = fillUp(weights.data() + at, count, roomX);
    const float *w = fillUp(
        importance.empty() ? nullptr : importance.data() + at, count, roomW);
    GroupSearch search(format, x, w, filled);
    if (RowStatus status = search.run(choice); status != RowStatus::Done)
      return status;
    const Coding &coding = search.getCoding();
    int8_t *codes = row.codes.data() + at;
    if (count == filled) {
      writeCodes(x, count, coding, codes);
    } else {
      roomCodes.resize_for_overwrite(filled);
      writeCodes(x, filled, coding, roomCodes.data());
      std::copy_n(roomCodes.data(), count, codes);
    }
    row.scales[static_cast<size_t>(number)] = coding.bits;
    if (!row.zeros.empty())
      row.zeros[static_cast<size_t>(number)] = static_cast<int8_t>(coding.zero);
    error +=
        {search.getError().second, search.getError().first, search.getNorm()};
  }
  return RowStatus::Done;
}

float weft::dequantizeCode(int8_t code, int8_t zero, uint16_t scale) {
  return static_cast<float>(code - zero) * widenHalf(scale);
}

WEFT_LEVELS void weft::widenHalves(const uint16_t *from, int64_t count,
                                   float *to) {
  for (int64_t i = 0; i < count; ++i)
    to[i] = widen(from[i]);
}

WEFT_LEVELS void weft::widenBrains(const uint16_t *from, int64_t count,
                                   float *to) {
  for (int64_t i = 0; i < count; ++i)
    to[i] = llvm::bit_cast<float>(uint32_t(from[i]) << 16);
}
