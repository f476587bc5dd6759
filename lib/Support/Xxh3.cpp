// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The long-input part of XXH3-64; inputs of up to one block go to LLVM's.

#include "lib/Support/Xxh3.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include <algorithm>
#include <cstring>

using namespace weft;
using llvm::support::endian::read64le;

static constexpr uint32_t kPrime32_1 = 0x9E3779B1;
static constexpr uint32_t kPrime32_2 = 0x85EBCA77;
static constexpr uint32_t kPrime32_3 = 0xC2B2AE3D;
static constexpr uint64_t kPrime64_1 = 0x9E3779B185EBCA87;
static constexpr uint64_t kPrime64_2 = 0xC2B2AE3D27D4EB4F;
static constexpr uint64_t kPrime64_3 = 0x165667B19E3779F9;
static constexpr uint64_t kPrime64_4 = 0x85EBCA77C2B2AE63;
static constexpr uint64_t kPrime64_5 = 0x27D4EB2F165667C5;
static constexpr uint64_t kPrimeMix = 0x165667919E3779F9;

static constexpr size_t kSecretSize = 192;
static constexpr unsigned char kSecret[kSecretSize] = {
    0xb8, 0xfe, 0x6c, 0x39, 0x23, 0xa4, 0x4b, 0xbe, 0x7c, 0x01, 0x81, 0x2c,
    0xf7, 0x21, 0xad, 0x1c, 0xde, 0xd4, 0x6d, 0xe9, 0x83, 0x90, 0x97, 0xdb,
    0x72, 0x40, 0xa4, 0xa4, 0xb7, 0xb3, 0x67, 0x1f, 0xcb, 0x79, 0xe6, 0x4e,
    0xcc, 0xc0, 0xe5, 0x78, 0x82, 0x5a, 0xd0, 0x7d, 0xcc, 0xff, 0x72, 0x21,
    0xb8, 0x08, 0x46, 0x74, 0xf7, 0x43, 0x24, 0x8e, 0xe0, 0x35, 0x90, 0xe6,
    0x81, 0x3a, 0x26, 0x4c, 0x3c, 0x28, 0x52, 0xbb, 0x91, 0xc3, 0x00, 0xcb,
    0x88, 0xd0, 0x65, 0x8b, 0x1b, 0x53, 0x2e, 0xa3, 0x71, 0x64, 0x48, 0x97,
    0xa2, 0x0d, 0xf9, 0x4e, 0x38, 0x19, 0xef, 0x46, 0xa9, 0xde, 0xac, 0xd8,
    0xa8, 0xfa, 0x76, 0x3f, 0xe3, 0x9c, 0x34, 0x3f, 0xf9, 0xdc, 0xbb, 0xc7,
    0xc7, 0x0b, 0x4f, 0x1d, 0x8a, 0x51, 0xe0, 0x4b, 0xcd, 0xb4, 0x59, 0x31,
    0xc8, 0x9f, 0x7e, 0xc9, 0xd9, 0x78, 0x73, 0x64, 0xea, 0xc5, 0xac, 0x83,
    0x34, 0xd3, 0xeb, 0xc3, 0xc5, 0x81, 0xa0, 0xff, 0xfa, 0x13, 0x63, 0xeb,
    0x17, 0x0d, 0xdd, 0x51, 0xb7, 0xf0, 0xda, 0x49, 0xd3, 0x16, 0x55, 0x26,
    0x29, 0xd4, 0x68, 0x9e, 0x2b, 0x16, 0xbe, 0x58, 0x7d, 0x47, 0xa1, 0xfc,
    0x8f, 0xf8, 0xb8, 0xd1, 0x7a, 0xd0, 0x31, 0xce, 0x45, 0xcb, 0x3a, 0x8f,
    0x95, 0x16, 0x04, 0x28, 0xaf, 0xd7, 0xfb, 0xca, 0xbb, 0x4b, 0x40, 0x7e};

static void accumulateStripe(std::array<uint64_t, 8> &lanes, const char *data,
                             const unsigned char *secret) {
  for (size_t i = 0; i < 8; ++i) {
    uint64_t value = read64le(data + 8 * i);
    uint64_t key = value ^ read64le(secret + 8 * i);
    lanes[i ^ 1] += value;
    lanes[i] += (key & 0xFFFFFFFF) * (key >> 32);
  }
}

static void scramble(std::array<uint64_t, 8> &lanes) {
  const unsigned char *secret = kSecret + kSecretSize - 64;
  for (size_t i = 0; i < 8; ++i) {
    lanes[i] ^= lanes[i] >> 47;
    lanes[i] ^= read64le(secret + 8 * i);
    lanes[i] *= kPrime32_1;
  }
}

static uint64_t multiplyFold(uint64_t a, uint64_t b) {
  unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

static uint64_t merge(const std::array<uint64_t, 8> &lanes, uint64_t total) {
  uint64_t result = total * kPrime64_1;
  const unsigned char *secret = kSecret + 11;
  for (size_t i = 0; i < 4; ++i)
    result += multiplyFold(lanes[2 * i] ^ read64le(secret + 16 * i),
                           lanes[2 * i + 1] ^ read64le(secret + 16 * i + 8));
  result ^= result >> 37;
  result *= kPrimeMix;
  return result ^ (result >> 32);
}

Xxh3::Xxh3()
    : lanes{kPrime32_3, kPrime64_1, kPrime64_2, kPrime64_3,
            kPrime64_4, kPrime32_2, kPrime64_5, kPrime32_1} {}

// Every byte of a model's weights comes by here, several times as fast with wide registers.
#if defined(__x86_64__) && defined(__linux__)
__attribute__((target_clones("avx512f", "avx2", "default")))
#endif
static void accumulateStripes(std::array<uint64_t, 8> &lanes, const char *data,
                              size_t count) {
  // A copy that the data cannot alias stays in registers.
  std::array<uint64_t, 8> local = lanes;
  for (size_t i = 0; i < count; ++i)
    accumulateStripe(local, data + 64 * i, kSecret + 8 * i);
  scramble(local);
  lanes = local;
}

void Xxh3::accumulateBlock(const char *block) {
  accumulateStripes(lanes, block, kBlock / kStripe);
}

void Xxh3::update(llvm::ArrayRef<char> bytes) {
  total += bytes.size();
  while (!bytes.empty()) {
    if (waiting == kBlock) {
      accumulateBlock(buffer.data() + kStripe);
      std::memcpy(buffer.data(), buffer.data() + kBlock, kStripe);
      waiting = 0;
    }
    if (waiting == 0 && bytes.size() > kBlock) {
      size_t blocks = (bytes.size() - 1) / kBlock;
      for (size_t i = 0; i < blocks; ++i)
        accumulateBlock(bytes.data() + i * kBlock);
      std::memcpy(buffer.data(), bytes.data() + blocks * kBlock - kStripe,
                  kStripe);
      bytes = bytes.drop_front(blocks * kBlock);
    }
    size_t taken = std::min(kBlock - waiting, bytes.size());
    std::memcpy(buffer.data() + kStripe + waiting, bytes.data(), taken);
    waiting += taken;
    bytes = bytes.drop_front(taken);
  }
}

uint64_t Xxh3::getValue() const {
  const char *data = buffer.data() + kStripe;
  if (total <= kBlock)
    return llvm::xxh3_64bits(llvm::StringRef(data, total));
  std::array<uint64_t, 8> last = lanes;
  for (size_t i = 0; i < (waiting - 1) / kStripe; ++i)
    accumulateStripe(last, data + kStripe * i, kSecret + 8 * i);
  accumulateStripe(last, data + waiting - kStripe,
                   kSecret + kSecretSize - kStripe - 7);
  return merge(last, total);
}

std::string weft::formatChecksum(uint64_t checksum) {
  std::string text;
  llvm::raw_string_ostream(text) << llvm::format_hex_no_prefix(checksum, 16);
  return text;
}

bool weft::parseChecksum(llvm::StringRef text, uint64_t &checksum) {
  return text.size() == 16 &&
         llvm::all_of(text,
                      [](char c) {
                        return llvm::isDigit(c) || (c >= 'a' && c <= 'f');
                      }) &&
         !text.getAsInteger(16, checksum);
}
