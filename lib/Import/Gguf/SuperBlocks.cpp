// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The K types: 256 values in groups of 16 or 32. Each group has an integer
// scale (and minimum) that is multiplied by an f16 of the block, so scales are
// quantized themselves. The products are exact in f32.

#include "lib/Import/Gguf/BlockCodec.h"
#include "lib/Import/Gguf/LittleEndianFloat.h"

using namespace weft;
using namespace weft::gguf;

/// Scales and minimums of 6 bits, 8 each in 12 bytes: bytes 0 to 3 and 4 to 7
/// hold the first four in their low 6 bits and the upper 2 bits of the last
/// four above; bytes 8 to 11 hold the low 4 bits of those.
static void unpackScales(const uint8_t *packed, float scale, float minimum,
                         float *scales, float *minimums) {
  for (int j = 0; j < 4; ++j) {
    int low = packed[j], high = packed[j + 4], last = packed[j + 8];
    scales[j] = scale * static_cast<float>(low & 63);
    minimums[j] = -(minimum * static_cast<float>(high & 63));
    scales[j + 4] = scale * static_cast<float>((last & 15) | (low >> 6) << 4);
    minimums[j + 4] =
        -(minimum * static_cast<float>(last >> 4 | (high >> 6) << 4));
  }
}

namespace {

/// 16 bytes with scale (low) and minimum (high) of a group of 16 | 64 bytes
/// with codes of 2 bits | scale | minimum.
struct Q2_K {
  static constexpr int64_t kValues = 256, kBytes = 84;
  static constexpr IntegerForm kForm{16, 2, false};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *minimums) {
    const uint8_t *packed = block + 16;
    float scale = readHalf(block + 80), minimum = readHalf(block + 82);
    for (int g = 0; g < 16; ++g) {
      scales[g] = scale * static_cast<float>(block[g] & 15);
      minimums[g] = -(minimum * static_cast<float>(block[g] >> 4));
    }
    for (int half = 0; half < 2; ++half)
      for (int j = 0; j < 4; ++j)
        for (int l = 0; l < 32; ++l)
          codes[128 * half + 32 * j + l] =
              static_cast<int8_t>(packed[32 * half + l] >> (2 * j) & 3);
  }
};

/// 32 bytes with third bits | 64 bytes with the lower 2 bits | 12 bytes with
/// scales of 6 bits for groups of 16 | scale. Codes are -4 to 3.
struct Q3_K {
  static constexpr int64_t kValues = 256, kBytes = 110;
  static constexpr IntegerForm kForm{16, 3, true};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *) {
    const uint8_t *high = block, *low = block + 32, *packed = block + 96;
    float scale = readHalf(block + 108);
    for (int g = 0; g < 16; ++g) {
      int lower = packed[g % 8] >> (g / 8 * 4) & 15;
      int upper = packed[8 + g % 4] >> (g / 4 * 2) & 3;
      scales[g] = scale * static_cast<float>((lower | upper << 4) - 32);
    }
    for (int half = 0; half < 2; ++half)
      for (int j = 0; j < 4; ++j)
        for (int l = 0; l < 32; ++l) {
          int lower = low[32 * half + l] >> (2 * j) & 3;
          int upper = high[l] >> (4 * half + j) & 1;
          codes[128 * half + 32 * j + l] =
              static_cast<int8_t>((lower | upper << 2) - 4);
        }
  }
};

/// scale | minimum | 12 bytes with scales and minimums of groups of 32 | 128
/// bytes, each with a code of a group and of the next.
struct Q4_K {
  static constexpr int64_t kValues = 256, kBytes = 144;
  static constexpr IntegerForm kForm{32, 4, false};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *minimums) {
    unpackScales(block + 4, readHalf(block), readHalf(block + 2), scales,
                 minimums);
    const uint8_t *nibbles = block + 16;
    for (int pair = 0; pair < 4; ++pair)
      for (int l = 0; l < 32; ++l) {
        codes[64 * pair + l] = static_cast<int8_t>(nibbles[32 * pair + l] & 15);
        codes[64 * pair + 32 + l] =
            static_cast<int8_t>(nibbles[32 * pair + l] >> 4);
      }
  }
};

/// As Q4_K, with 32 bytes of fifth bits (bit g of byte l is that of code l of
/// group g) before the nibbles.
struct Q5_K {
  static constexpr int64_t kValues = 256, kBytes = 176;
  static constexpr IntegerForm kForm{32, 5, false};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *minimums) {
    unpackScales(block + 4, readHalf(block), readHalf(block + 2), scales,
                 minimums);
    const uint8_t *high = block + 16, *nibbles = block + 48;
    for (int pair = 0; pair < 4; ++pair)
      for (int l = 0; l < 32; ++l) {
        int byte = nibbles[32 * pair + l];
        int even = high[l] >> (2 * pair) & 1,
            odd = high[l] >> (2 * pair + 1) & 1;
        codes[64 * pair + l] = static_cast<int8_t>((byte & 15) | even << 4);
        codes[64 * pair + 32 + l] = static_cast<int8_t>(byte >> 4 | odd << 4);
      }
  }
};

/// 128 bytes with the lower 4 bits | 64 bytes with the upper 2 | 16 scales of
/// 8 bits | scale. Codes are -32 to 31.
struct Q6_K {
  static constexpr int64_t kValues = 256, kBytes = 210;
  static constexpr IntegerForm kForm{16, 6, true};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *) {
    const uint8_t *packed = block + 192;
    float scale = readHalf(block + 208);
    for (int g = 0; g < 16; ++g)
      scales[g] = scale * static_cast<float>(static_cast<int8_t>(packed[g]));
    for (int half = 0; half < 2; ++half) {
      const uint8_t *low = block + 64 * half, *high = block + 128 + 32 * half;
      int8_t *out = codes + 128 * half;
      for (int l = 0; l < 32; ++l) {
        out[l] = join(low[l] & 15, high[l] & 3);
        out[l + 32] = join(low[l + 32] & 15, high[l] >> 2 & 3);
        out[l + 64] = join(low[l] >> 4, high[l] >> 4 & 3);
        out[l + 96] = join(low[l + 32] >> 4, high[l] >> 6);
      }
    }
  }
  static int8_t join(int lower, int upper) {
    return static_cast<int8_t>((lower | upper << 4) - 32);
  }
};

/// f32 scale | 256 codes | 16 sums, which weights do not need.
struct Q8_K {
  static constexpr int64_t kValues = 256, kBytes = 292;
  static constexpr IntegerForm kForm{256, 8, true};
  static void unpack(const uint8_t *block, int8_t *codes, float *scales,
                     float *) {
    scales[0] = readUnaligned<float>(block);
    std::memcpy(codes, block + 4, 256);
  }
};

} // namespace

const BlockCodec *gguf::findSuperCodec(GgufType type) {
  switch (type) {
  case GgufType::Q2_K:
    return &kBlockCodec<Q2_K>;
  case GgufType::Q3_K:
    return &kBlockCodec<Q3_K>;
  case GgufType::Q4_K:
    return &kBlockCodec<Q4_K>;
  case GgufType::Q5_K:
    return &kBlockCodec<Q5_K>;
  case GgufType::Q6_K:
    return &kBlockCodec<Q6_K>;
  case GgufType::Q8_K:
    return &kBlockCodec<Q8_K>;
  default:
    return nullptr;
  }
}
