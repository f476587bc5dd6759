// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The checksum in pieces against LLVM's over the whole.

#include "lib/Support/Xxh3.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/xxhash.h"
#include "gtest/gtest.h"
#include <random>

using namespace weft;

static std::string makeBytes(size_t size) {
  std::mt19937 random(7);
  std::string bytes(size, 0);
  for (char &byte : bytes)
    byte = static_cast<char>(random());
  return bytes;
}

TEST(Xxh3, EveryShortLength) {
  std::string bytes = makeBytes(4200);
  for (size_t size = 0; size <= bytes.size(); ++size) {
    Xxh3 checksum;
    checksum.update({bytes.data(), size});
    ASSERT_EQ(checksum.getValue(),
              llvm::xxh3_64bits(llvm::StringRef(bytes.data(), size)))
        << size << " bytes";
  }
}

TEST(Xxh3, AnyPieces) {
  std::string bytes = makeBytes(300000);
  std::mt19937 random(11);
  for (size_t largest : {1, 63, 64, 65, 1023, 1024, 1025, 5000, 100000}) {
    Xxh3 checksum;
    for (size_t at = 0; at < bytes.size();) {
      size_t size = std::min<size_t>(random() % largest + 1, bytes.size() - at);
      checksum.update({bytes.data() + at, size});
      at += size;
    }
    EXPECT_EQ(checksum.getValue(), llvm::xxh3_64bits(llvm::StringRef(bytes)))
        << "pieces of up to " << largest << " bytes";
  }
}

TEST(Xxh3, ValueBetweenUpdates) {
  std::string bytes = makeBytes(3000);
  Xxh3 checksum;
  for (size_t at = 0; at < bytes.size(); at += 100) {
    checksum.update({bytes.data() + at, 100});
    ASSERT_EQ(checksum.getValue(),
              llvm::xxh3_64bits(llvm::StringRef(bytes.data(), at + 100)));
  }
}

TEST(Xxh3, Text) {
  EXPECT_EQ(formatChecksum(0x1f), "000000000000001f");
  uint64_t checksum = 0;
  EXPECT_TRUE(parseChecksum("fedcba9876543210", checksum));
  EXPECT_EQ(checksum, 0xfedcba9876543210u);
  for (const char *wrong : {"", "1f", "FEDCBA9876543210", "0xdcba9876543210",
                            "-edcba9876543210", "fedcba98765432100"})
    EXPECT_FALSE(parseChecksum(wrong, checksum)) << wrong;
}
