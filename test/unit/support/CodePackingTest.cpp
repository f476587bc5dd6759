// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Support/CodePacking.h"
#include "gtest/gtest.h"

#include <random>
#include <vector>

using namespace weft;

namespace {
std::string pack(unsigned bits, llvm::ArrayRef<int8_t> codes,
                 std::mt19937 *random = nullptr) {
  std::string bytes;
  llvm::raw_string_ostream stream(bytes);
  CodePacker packer(bits, stream);
  while (!codes.empty()) {
    size_t piece = random ? (*random)() % 40 : codes.size();
    piece = std::min(piece, codes.size());
    packer.append(codes.take_front(piece));
    codes = codes.drop_front(piece);
  }
  packer.finish();
  return bytes;
}

TEST(CodePackingTest, Layout) {
  EXPECT_EQ(pack(4, {1, -2, 3}), "\xe1\x03");
  // 001, 111, 010 from the low end: 10111001, and a byte with one bit.
  EXPECT_EQ(pack(3, {1, -1, 2}), std::string("\xb9\x00", 2));
  EXPECT_EQ(pack(5, {-1}), "\x1f");
  EXPECT_EQ(pack(6, {}), "");
}

/// Against a bit at a time.
TEST(CodePackingTest, RoundTrips) {
  std::mt19937 random(1);
  for (unsigned bits = 3; bits <= 6; ++bits)
    for (size_t size : {1u, 7u, 8u, 9u, 576u, 5000u, 12345u}) {
      std::vector<int8_t> codes(size);
      for (int8_t &each : codes)
        each = static_cast<int8_t>(static_cast<int>(random() % (1u << bits)) -
                                   (1 << (bits - 1)));
      std::string bytes = pack(bits, codes, &random);
      ASSERT_EQ(bytes.size(), computePackedBytes(bits, size));
      ASSERT_EQ(bytes.size(), (size * bits + 7) / 8);
      for (size_t i = 0; i < size * bits; ++i)
        ASSERT_EQ(static_cast<uint8_t>(bytes[i / 8]) >> (i % 8) & 1,
                  codes[i / bits] >> (i % bits) & 1)
            << bits << ' ' << i;
      std::string whole(bytes.size(), '\xff');
      packCodes(bits, codes, whole.data());
      EXPECT_EQ(whole, bytes);
      for (size_t first : {size_t(0), size_t(1), size / 3, size - 1}) {
        std::vector<int8_t> back(size - first);
        unpackCodes(bits, bytes, first, back.size(), back.data());
        EXPECT_TRUE(std::equal(back.begin(), back.end(),
                               codes.begin() + static_cast<ptrdiff_t>(first)));
      }
    }
}
} // namespace
