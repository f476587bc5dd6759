// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Unaligned numbers of a file as f32, without branches.

#ifndef WEFT_LIB_IMPORT_GGUF_LITTLEENDIANFLOAT_H
#define WEFT_LIB_IMPORT_GGUF_LITTLEENDIANFLOAT_H

#include "llvm/ADT/bit.h"
#include <cstdint>
#include <cstring>

namespace weft::gguf {

static_assert(llvm::endianness::native == llvm::endianness::little,
              "numbers of files are read as they are");

template <typename T> T readUnaligned(const uint8_t *bytes) {
  T value;
  std::memcpy(&value, bytes, sizeof(T));
  return value;
}

/// Returns the f32 of an f16: exact, a NaN keeps its payload.
inline float convertHalf(uint16_t half) {
  uint32_t magnitude = half & 0x7fffu;
  uint32_t sign = static_cast<uint32_t>(half & 0x8000u) << 16;
  // The exponent is biased by 127 instead of 15, and infinities stay such.
  uint32_t normal = (magnitude << 13) + (112u << 23) +
                    (magnitude >= 0x7c00u ? 112u << 23 : 0u);
  uint32_t subnormal = llvm::bit_cast<uint32_t>(
      static_cast<float>(static_cast<int32_t>(magnitude)) * 0x1p-24f);
  return llvm::bit_cast<float>(sign |
                               (magnitude < 0x0400u ? subnormal : normal));
}

inline float readHalf(const uint8_t *bytes) {
  return convertHalf(readUnaligned<uint16_t>(bytes));
}

} // namespace weft::gguf

#endif // WEFT_LIB_IMPORT_GGUF_LITTLEENDIANFLOAT_H
