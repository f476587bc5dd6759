// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types whose four-bit codes stand for one of 16 integers that do not lie at
// equal distances. Codes j and j + 16 of a group of 32 share byte j.

#include "lib/Import/Gguf/BlockCodec.h"
#include "lib/Import/Gguf/LittleEndianFloat.h"

using namespace weft;
using namespace weft::gguf;

/// The levels of the IQ4 types, denser around 0 as weights are.
static constexpr int8_t kLevels[16] = {
    -127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113};

/// Twice the values of a float with a sign, 2 bits of exponent and 1 of
/// mantissa.
static constexpr int8_t kTinyFloats[16] = {0, 1,  2,  3,  4,  6,  8,  12,
                                           0, -1, -2, -3, -4, -6, -8, -12};

static void lookUp(const int8_t (&table)[16], const uint8_t *nibbles,
                   int8_t *codes) {
  for (int j = 0; j < 16; ++j) {
    codes[j] = table[nibbles[j] & 15];
    codes[j + 16] = table[nibbles[j] >> 4];
  }
}

namespace {

/// scale | 16 bytes.
struct IQ4_NL {
  static constexpr int64_t kValues = 32, kBytes = 18;
  static constexpr IntegerForm kForm{32, 8, true};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *) {
    scales[0] = readHalf(block);
    lookUp(kLevels, block + 2, codes);
  }
};

/// scale | upper 2 bits of 8 scales | their lower 4 bits | 128 bytes.
struct IQ4_XS {
  static constexpr int64_t kValues = 256, kBytes = 136;
  static constexpr IntegerForm kForm{32, 8, true};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *) {
    float scale = readHalf(block);
    int high = readUnaligned<uint16_t>(block + 2);
    for (int g = 0; g < 8; ++g) {
      int lower = block[4 + g / 2] >> (g % 2 * 4) & 15;
      int upper = high >> (2 * g) & 3;
      scales[g] = scale * static_cast<float>((lower | upper << 4) - 32);
      lookUp(kLevels, block + 8 + 16 * g, codes + 32 * g);
    }
  }
};

/// Exponent of a power of two, biased by 127 | 16 bytes.
struct MXFP4 {
  static constexpr int64_t kValues = 32, kBytes = 17;
  static constexpr IntegerForm kForm{32, 5, true};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *) {
    // Half of the scale, as the table has twice the values; the two smallest
    // are no normal numbers.
    uint32_t exponent = block[0];
    uint32_t bits =
        exponent < 2 ? 0x00200000u << exponent : (exponent - 1) << 23;
    scales[0] = llvm::bit_cast<float>(bits);
    lookUp(kTinyFloats, block + 1, codes);
  }
};

} // namespace

const BlockCodec *gguf::findTableCodec(GgufType type) {
  switch (type) {
  case GgufType::IQ4_NL:
    return &kBlockCodec<IQ4_NL>;
  case GgufType::IQ4_XS:
    return &kBlockCodec<IQ4_XS>;
  case GgufType::MXFP4:
    return &kBlockCodec<MXFP4>;
  default:
    return nullptr;
  }
}
