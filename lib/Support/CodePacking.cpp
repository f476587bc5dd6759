// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Eight codes are as many bytes as a code has bits, so that whole groups go
// through one 64-bit number, and many of those through one wide register.

#include "lib/Support/CodePacking.h"
#include "llvm/ADT/STLExtras.h"
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
static inline uint64_t gather(unsigned bits, const int8_t *codes) {
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

namespace {
/// Groups of eight codes that are gathered at a time.
constexpr size_t kBlock = 64;
} // namespace

#if defined(__x86_64__) && defined(__linux__)
__attribute__((target_clones("avx512f", "avx2", "default")))
#endif
static void gatherBlock(unsigned bits, const int8_t *codes, uint64_t *groups) {
  for (size_t i = 0; i < kBlock; ++i)
    groups[i] = gather(bits, codes + 8 * i);
}

void weft::packCodes(unsigned bits, llvm::ArrayRef<int8_t> codes,
                     char *packed) {
  std::array<uint64_t, kBlock> groups;
  std::array<char, 8 * kBlock> bytes;
  while (!codes.empty()) {
    llvm::ArrayRef<int8_t> block = codes.take_front(8 * kBlock);
    codes = codes.drop_front(block.size());
    std::array<int8_t, 8 * kBlock> padded;
    const int8_t *source = block.data();
    if (block.size() != padded.size()) {
      padded.fill(0);
      llvm::copy(block, padded.begin());
      source = padded.data();
    }
    gatherBlock(bits, source, groups.data());
    // Eight bytes are written of which the next ones overwrite the last.
    char *to = bytes.data();
    for (uint64_t group : groups) {
      llvm::support::endian::write64le(to, group);
      to += bits;
    }
    uint64_t size = computePackedBytes(bits, block.size());
    std::memcpy(packed, bytes.data(), size);
    packed += size;
  }
}

void CodePacker::append(llvm::ArrayRef<int8_t> codes) {
  constexpr size_t kPiece = 4096;
  std::array<char, kPiece> bytes;
  const uint64_t mask = (uint64_t(1) << bits) - 1;
  // One by one up to a whole byte, and what is left behind eights.
  auto put = [&](int8_t code) {
    pending |= (static_cast<uint64_t>(code) & mask) << numPending;
    for (numPending += bits; numPending >= 8; numPending -= 8) {
      stream << static_cast<char>(pending);
      pending >>= 8;
    }
  };
  while (!codes.empty() && (numPending || codes.size() < 8)) {
    put(codes.front());
    codes = codes.drop_front();
  }
  while (codes.size() >= 8) {
    llvm::ArrayRef<int8_t> piece =
        codes.take_front(std::min(kPiece, codes.size() / 8 * 8));
    packCodes(bits, piece, bytes.data());
    stream.write(bytes.data(), computePackedBytes(bits, piece.size()));
    codes = codes.drop_front(piece.size());
  }
  for (int8_t code : codes)
    put(code);
}

void CodePacker::finish() {
  if (numPending)
    stream << static_cast<char>(pending);
  pending = 0;
  numPending = 0;
}
