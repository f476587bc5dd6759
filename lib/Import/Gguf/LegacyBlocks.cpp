// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The first block types: 32 values with one f16 scale, and for the types that
// end in 1 a minimum. Four-bit codes j and j + 16 share byte j, and a fifth bit
// of code j is bit j of a word.

#include "lib/Import/Gguf/BlockCodec.h"
#include "lib/Import/Gguf/LittleEndianFloat.h"

using namespace weft;
using namespace weft::gguf;

constexpr int64_t kHalf = 16;

/// Unpacks 32 codes of four bits and subtracts \p zero.
static void unpackNibbles(const uint8_t *nibbles, int8_t *codes, int zero) {
  for (int64_t j = 0; j < kHalf; ++j) {
    codes[j] = static_cast<int8_t>((nibbles[j] & 15) - zero);
    codes[j + kHalf] = static_cast<int8_t>((nibbles[j] >> 4) - zero);
  }
}

/// The same for codes of five bits.
static void unpackFiveBits(uint32_t high, const uint8_t *nibbles, int8_t *codes,
                           int zero) {
  for (int64_t j = 0; j < kHalf; ++j) {
    int lower = (nibbles[j] & 15) | static_cast<int>((high >> j & 1) << 4);
    int upper =
        (nibbles[j] >> 4) | static_cast<int>((high >> (j + kHalf) & 1) << 4);
    codes[j] = static_cast<int8_t>(lower - zero);
    codes[j + kHalf] = static_cast<int8_t>(upper - zero);
  }
}

namespace {

/// scale | 16 bytes; weight = scale * (code - 8).
struct Q4_0 {
  static constexpr int64_t kValues = 32, kBytes = 18;
  static constexpr IntegerForm kForm{32, 4, true};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *) {
    scales[0] = readHalf(block);
    unpackNibbles(block + 2, codes, 8);
  }
};

/// scale | minimum | 16 bytes.
struct Q4_1 {
  static constexpr int64_t kValues = 32, kBytes = 20;
  static constexpr IntegerForm kForm{32, 4, false};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *minimums) {
    scales[0] = readHalf(block);
    minimums[0] = readHalf(block + 2);
    unpackNibbles(block + 4, codes, 0);
  }
};

/// scale | fifth bits | 16 bytes; weight = scale * (code - 16).
struct Q5_0 {
  static constexpr int64_t kValues = 32, kBytes = 22;
  static constexpr IntegerForm kForm{32, 5, true};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *) {
    scales[0] = readHalf(block);
    unpackFiveBits(readUnaligned<uint32_t>(block + 2), block + 6, codes, 16);
  }
};

/// scale | minimum | fifth bits | 16 bytes.
struct Q5_1 {
  static constexpr int64_t kValues = 32, kBytes = 24;
  static constexpr IntegerForm kForm{32, 5, false};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *minimums) {
    scales[0] = readHalf(block);
    minimums[0] = readHalf(block + 2);
    unpackFiveBits(readUnaligned<uint32_t>(block + 4), block + 8, codes, 0);
  }
};

/// scale | 32 codes.
struct Q8_0 {
  static constexpr int64_t kValues = 32, kBytes = 34;
  static constexpr IntegerForm kForm{32, 8, true};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *) {
    scales[0] = readHalf(block);
    std::memcpy(codes, block + 2, 32);
  }
};

/// scale | scale * sum of codes, which weights do not need | 32 codes.
struct Q8_1 {
  static constexpr int64_t kValues = 32, kBytes = 36;
  static constexpr IntegerForm kForm{32, 8, true};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *) {
    scales[0] = readHalf(block);
    std::memcpy(codes, block + 4, 32);
  }
};

} // namespace

const BlockCodec *gguf::findLegacyCodec(GgufType type) {
  switch (type) {
  case GgufType::Q4_0:
    return &kBlockCodec<Q4_0>;
  case GgufType::Q4_1:
    return &kBlockCodec<Q4_1>;
  case GgufType::Q5_0:
    return &kBlockCodec<Q5_0>;
  case GgufType::Q5_1:
    return &kBlockCodec<Q5_1>;
  case GgufType::Q8_0:
    return &kBlockCodec<Q8_0>;
  case GgufType::Q8_1:
    return &kBlockCodec<Q8_1>;
  default:
    return nullptr;
  }
}
