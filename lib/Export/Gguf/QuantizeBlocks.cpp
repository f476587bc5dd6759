// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A symmetric type scales its value of largest magnitude to its lowest code, so
// that all codes are used; the others span the range from least to greatest.

#include "lib/Export/Gguf/QuantizeBlocks.h"
#include "llvm/ADT/bit.h"
#include <algorithm>
#include <cmath>
#include <cstring>

using namespace weft;

constexpr int64_t kValues = 32;
constexpr int64_t kHalf = 16;

/// Rounds to the nearest f16, ties to even; what is too large is infinite.
static uint16_t roundToHalf(float value) {
  uint32_t bits = llvm::bit_cast<uint32_t>(value);
  uint32_t sign = bits >> 16 & 0x8000u;
  bits &= 0x7fffffffu;
  if (bits > 0x7f800000u)
    return static_cast<uint16_t>(sign | 0x7e00u);
  if (bits >= 0x47800000u)
    return static_cast<uint16_t>(sign | 0x7c00u);
  if (bits < 0x38800000u) {
    // Below the normal numbers: a sum with 0.5 has the unit that they have.
    uint32_t sum = llvm::bit_cast<uint32_t>(llvm::bit_cast<float>(bits) + 0.5f);
    return static_cast<uint16_t>(sign | (sum - 0x3f000000u));
  }
  bits -= 112u << 23;
  bits += 0xfffu + (bits >> 13 & 1);
  return static_cast<uint16_t>(sign | bits >> 13);
}

static uint16_t roundToBrainFloat(float value) {
  uint32_t bits = llvm::bit_cast<uint32_t>(value);
  if ((bits & 0x7fffffffu) > 0x7f800000u)
    return static_cast<uint16_t>(bits >> 16 | 64);
  return static_cast<uint16_t>((bits + 0x7fffu + (bits >> 16 & 1)) >> 16);
}

static void store(uint8_t *&place, uint16_t value) {
  std::memcpy(place, &value, sizeof(value));
  place += sizeof(value);
}

/// Returns 1 / scale, and 0 for blocks of zeros.
static float invert(float scale) { return scale == 0 ? 0 : 1 / scale; }

/// Truncates to a code of 0 to \p last. Both also hold where the inverse of a
/// scale overflowed: an infinity has a bound, and its product with 0 is 0.
static uint8_t truncate(float value, int last) {
  if (!(value > 0))
    return 0;
  return static_cast<uint8_t>(std::min(value, static_cast<float>(last)));
}

static void storeNibbles(uint8_t *&place, const uint8_t (&codes)[kValues]) {
  for (int64_t j = 0; j < kHalf; ++j)
    *place++ =
        static_cast<uint8_t>((codes[j] & 15) | (codes[j + kHalf] & 15) << 4);
}

static void storeFifthBits(uint8_t *&place, const uint8_t (&codes)[kValues]) {
  uint32_t bits = 0;
  for (int64_t j = 0; j < kValues; ++j)
    bits |= static_cast<uint32_t>(codes[j] >> 4) << j;
  std::memcpy(place, &bits, sizeof(bits));
  place += sizeof(bits);
}

/// Returns the value of largest magnitude, the first of equals, with its sign.
static float findPeak(const float *values) {
  float peak = values[0];
  for (int64_t i = 1; i < kValues; ++i)
    if (std::fabs(values[i]) > std::fabs(peak))
      peak = values[i];
  return peak;
}

/// Q4_0 and Q5_0: weight = scale * (code - zero).
template <int bits>
static void quantizeSymmetric(const float *values, uint8_t *&place) {
  constexpr int zero = 1 << (bits - 1);
  float scale = findPeak(values) / -static_cast<float>(zero);
  float inverse = invert(scale);
  uint8_t codes[kValues];
  for (int64_t i = 0; i < kValues; ++i) {
    float scaled = values[i] * inverse;
    codes[i] =
        truncate(scaled + (static_cast<float>(zero) + 0.5f), 2 * zero - 1);
  }
  store(place, roundToHalf(scale));
  if constexpr (bits == 5)
    storeFifthBits(place, codes);
  storeNibbles(place, codes);
}

/// Q4_1 and Q5_1: weight = scale * code + minimum.
template <int bits>
static void quantizeRange(const float *values, uint8_t *&place) {
  constexpr int last = (1 << bits) - 1;
  auto [least, greatest] = std::minmax_element(values, values + kValues);
  float scale = (*greatest - *least) / static_cast<float>(last);
  float inverse = invert(scale);
  uint8_t codes[kValues];
  for (int64_t i = 0; i < kValues; ++i) {
    float scaled = (values[i] - *least) * inverse;
    codes[i] = truncate(scaled + 0.5f, last);
  }
  store(place, roundToHalf(scale));
  store(place, roundToHalf(*least));
  if constexpr (bits == 5)
    storeFifthBits(place, codes);
  storeNibbles(place, codes);
}

/// Q8_0 rounds halves away from zero.
static void quantizeBytes(const float *values, uint8_t *&place) {
  float scale = std::fabs(findPeak(values)) / 127;
  float inverse = invert(scale);
  store(place, roundToHalf(scale));
  for (int64_t i = 0; i < kValues; ++i) {
    float rounded = std::round(values[i] * inverse);
    // Also where the inverse overflowed, and NaN is 0 times infinity.
    float bounded = std::min(std::max(rounded, -127.0f), 127.0f);
    *place++ = static_cast<uint8_t>(
        static_cast<int8_t>(std::isnan(rounded) ? 0 : bounded));
  }
}

template <void (*quantizeBlock)(const float *, uint8_t *&)>
static void quantizeBlocks(const float *values, uint8_t *blocks,
                           int64_t count) {
  for (int64_t done = 0; done < count; done += kValues)
    quantizeBlock(values + done, blocks);
}

template <uint16_t (*round)(float)>
static void roundValues(const float *values, uint8_t *place, int64_t count) {
  for (int64_t i = 0; i < count; ++i)
    store(place, round(values[i]));
}

static void copyValues(const float *values, uint8_t *place, int64_t count) {
  if (count > 0)
    std::memcpy(place, values, static_cast<size_t>(count) * sizeof(float));
}

using Quantizer = void (*)(const float *, uint8_t *, int64_t);

static Quantizer findQuantizer(GgufType type) {
  switch (type) {
  case GgufType::F32:
    return copyValues;
  case GgufType::F16:
    return roundValues<roundToHalf>;
  case GgufType::BF16:
    return roundValues<roundToBrainFloat>;
  case GgufType::Q4_0:
    return quantizeBlocks<quantizeSymmetric<4>>;
  case GgufType::Q4_1:
    return quantizeBlocks<quantizeRange<4>>;
  case GgufType::Q5_0:
    return quantizeBlocks<quantizeSymmetric<5>>;
  case GgufType::Q5_1:
    return quantizeBlocks<quantizeRange<5>>;
  case GgufType::Q8_0:
    return quantizeBlocks<quantizeBytes>;
  default:
    return nullptr;
  }
}

bool weft::canQuantize(GgufType type) { return findQuantizer(type); }

void weft::quantize(GgufType type, const float *values, uint8_t *blocks,
                    int64_t count) {
  findQuantizer(type)(values, blocks, count);
}
