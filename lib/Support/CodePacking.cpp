// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Eight codes are as many bytes as a code has bits, so that whole groups go
// through one 64-bit number.

#include "lib/Support/CodePacking.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Endian.h"

#include <array>
#include <cassert>
#include <cstring>

using namespace weft;

unsigned weft::getPackedBits(llvm::StringRef dtype) {
  return llvm::StringSwitch<unsigned>(dtype)
      .Case("i3", 3)
      .Case("i4", 4)
      .Case("i5", 5)
      .Case("i6", 6)
      .Default(0);
}

static int8_t extendSign(uint64_t value, unsigned bits) {
  return static_cast<int8_t>(static_cast<uint8_t>(value << (8 - bits))) >>
         (8 - bits);
}

void weft::unpackCodes(unsigned bits, llvm::ArrayRef<char> packed,
                       uint64_t first, uint64_t count, int8_t *codes) {
  assert(computePackedBytes(bits, first + count) <= packed.size());
  const uint64_t mask = (uint64_t(1) << bits) - 1;
  auto readOne = [&](uint64_t number) {
    uint64_t at = number / 8 * bits + number % 8 * bits / 8;
    unsigned shift = number % 8 * bits % 8;
    uint64_t value = static_cast<uint8_t>(packed[at]);
    if (shift + bits > 8)
      value |= uint64_t(static_cast<uint8_t>(packed[at + 1])) << 8;
    return extendSign(value >> shift & mask, bits);
  };
  uint64_t i = 0;
  for (; i < count && (first + i) % 8 != 0; ++i)
    codes[i] = readOne(first + i);
  for (; i + 8 <= count; i += 8) {
    std::array<char, 8> bytes{};
    std::memcpy(bytes.data(), packed.data() + (first + i) / 8 * bits, bits);
    uint64_t group = llvm::support::endian::read64le(bytes.data());
    for (unsigned k = 0; k < 8; ++k)
      codes[i + k] = extendSign(group >> (k * bits) & mask, bits);
  }
  for (; i < count; ++i)
    codes[i] = readOne(first + i);
}

/// Eight codes side by side: neighbours come together in pairs, fours and all.
static uint64_t gather(unsigned bits, const int8_t *codes) {
  const uint64_t mask = (uint64_t(1) << bits) - 1;
  uint64_t group =
      llvm::support::endian::read64le(codes) & mask * 0x0101010101010101;
  group =
      (group & 0x00FF00FF00FF00FF) | (group & 0xFF00FF00FF00FF00) >> (8 - bits);
  group = (group & 0x0000FFFF0000FFFF) |
          (group & 0xFFFF0000FFFF0000) >> (16 - 2 * bits);
  return (group & 0x00000000FFFFFFFF) |
         (group & 0xFFFFFFFF00000000) >> (32 - 4 * bits);
}

void CodePacker::append(llvm::ArrayRef<int8_t> codes) {
  const uint64_t mask = (uint64_t(1) << bits) - 1;
  std::array<char, 4096> bytes;
  size_t used = 0;
  auto put = [&](unsigned count) {
    if (used + 8 > bytes.size()) {
      stream.write(bytes.data(), used);
      used = 0;
    }
    llvm::support::endian::write64le(bytes.data() + used, pending);
    used += count;
    pending = count == 8 ? 0 : pending >> (8 * count);
    numPending -= 8 * count;
  };
  size_t i = 0;
  // At most 7 bits wait, and 8 codes have at most 48.
  for (; i + 8 <= codes.size(); i += 8) {
    uint64_t group = gather(bits, codes.data() + i);
    pending |= group << numPending;
    numPending += 8 * bits;
    put(numPending / 8);
  }
  for (; i < codes.size(); ++i) {
    pending |= (static_cast<uint64_t>(codes[i]) & mask) << numPending;
    numPending += bits;
    put(numPending / 8);
  }
  stream.write(bytes.data(), used);
}

void CodePacker::finish() {
  if (numPending)
    stream << static_cast<char>(pending);
  pending = 0;
  numPending = 0;
}
