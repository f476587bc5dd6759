// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// test/Import/Gguf compares all types with another implementation; here is what
// can be said by hand.

#include "lib/Import/Gguf/BlockTypes.h"
#include "GgufBytes.h"
#include "gtest/gtest.h"
#include <cmath>
#include <limits>

using namespace weft;
using namespace weft::test;

static std::vector<float> decode(GgufType type, const std::string &blocks) {
  int64_t count = static_cast<int64_t>(blocks.size()) /
                  getBlockSizeBytes(type) * getBlockSize(type);
  std::vector<float> values(count);
  dequantize(type, reinterpret_cast<const uint8_t *>(blocks.data()),
             values.data(), count);
  return values;
}

/// An f16 by its bits.
static std::string half(uint16_t bits) { return bytesOf(bits); }

TEST(BlockTypes, NamesAndSizes) {
  struct {
    uint32_t id;
    const char *name;
    int64_t values, bytes;
  } expected[] = {
      {0, "F32", 1, 4},         {1, "F16", 1, 2},       {2, "Q4_0", 32, 18},
      {3, "Q4_1", 32, 20},      {6, "Q5_0", 32, 22},    {7, "Q5_1", 32, 24},
      {8, "Q8_0", 32, 34},      {9, "Q8_1", 32, 36},    {10, "Q2_K", 256, 84},
      {11, "Q3_K", 256, 110},   {12, "Q4_K", 256, 144}, {13, "Q5_K", 256, 176},
      {14, "Q6_K", 256, 210},   {15, "Q8_K", 256, 292}, {20, "IQ4_NL", 32, 18},
      {23, "IQ4_XS", 256, 136}, {24, "I8", 1, 1},       {25, "I16", 1, 2},
      {26, "I32", 1, 4},        {27, "I64", 1, 8},      {28, "F64", 1, 8},
      {30, "BF16", 1, 2},       {39, "MXFP4", 32, 17}};
  for (const auto &row : expected) {
    std::optional<GgufType> type = findGgufType(row.id);
    ASSERT_TRUE(type) << row.name;
    EXPECT_EQ(getGgufTypeName(*type), row.name);
    EXPECT_EQ(getBlockSize(*type), row.values) << row.name;
    EXPECT_EQ(getBlockSizeBytes(*type), row.bytes) << row.name;
    EXPECT_EQ(findElementType(*type).has_value(), row.values == 1) << row.name;
    EXPECT_EQ(findIntegerForm(*type).has_value(), row.values > 1) << row.name;
  }
  EXPECT_EQ(findGgufType(17), std::nullopt);
  EXPECT_EQ(findGgufType(4), std::nullopt);
  EXPECT_EQ(findGgufType(~0u), std::nullopt);
  EXPECT_EQ(findGgufTypeName(17), "IQ2_XS");
  EXPECT_EQ(findGgufTypeName(33), "Q4_0_8_8");
  EXPECT_EQ(findGgufTypeName(99), "99");
  EXPECT_EQ(*findElementType(GgufType::BF16), "bf16");
}

TEST(BlockTypes, HalvesAreExact) {
  std::vector<float> values =
      decode(GgufType::F16, half(0x3c00) + half(0xc000) + half(0x0001) +
                                half(0x03ff) + half(0x7bff) + half(0x7c00) +
                                half(0xfc00) + half(0x8000) + half(0x7e00));
  EXPECT_EQ(values[0], 1.0f);
  EXPECT_EQ(values[1], -2.0f);
  EXPECT_EQ(values[2], 0x1p-24f);
  EXPECT_EQ(values[3], 1023 * 0x1p-24f);
  EXPECT_EQ(values[4], 65504.0f);
  EXPECT_EQ(values[5], std::numeric_limits<float>::infinity());
  EXPECT_EQ(values[6], -std::numeric_limits<float>::infinity());
  EXPECT_TRUE(values[7] == 0 && std::signbit(values[7]));
  EXPECT_TRUE(std::isnan(values[8]));
}

TEST(BlockTypes, NibblesOfTheFirstHalfAreLow) {
  std::string nibbles;
  for (int j = 0; j < 16; ++j)
    nibbles += static_cast<char>(j | (15 - j) << 4);
  std::vector<float> q4 = decode(GgufType::Q4_0, half(0x3c00) + nibbles);
  std::vector<float> q41 =
      decode(GgufType::Q4_1, half(0x3800) + half(0x4000) + nibbles);
  for (int j = 0; j < 16; ++j) {
    EXPECT_EQ(q4[j], j - 8);
    EXPECT_EQ(q4[j + 16], 7 - j);
    EXPECT_EQ(q41[j], 0.5f * j + 2);
    EXPECT_EQ(q41[j + 16], 0.5f * (15 - j) + 2);
  }
}

TEST(BlockTypes, SplitsIntoCodesAndScales) {
  std::string block = half(0x4200) + std::string(16, '\x1f');
  int8_t codes[32];
  float scale;
  splitBlocks(GgufType::Q4_0, reinterpret_cast<const uint8_t *>(block.data()),
              codes, &scale, nullptr, 32);
  EXPECT_EQ(scale, 3.0f);
  EXPECT_EQ(codes[0], 7);
  EXPECT_EQ(codes[31], -7);
  IntegerForm form = *findIntegerForm(GgufType::Q4_K);
  EXPECT_EQ(form.groupSize, 32);
  EXPECT_EQ(form.bits, 4u);
  EXPECT_FALSE(form.isSymmetric);
  EXPECT_TRUE(findIntegerForm(GgufType::Q6_K)->isSymmetric);
}

TEST(BlockTypes, BlocksNeedNoAlignment) {
  std::string bytes = "x" + half(0x3c00) + std::string(32, '\5') +
                      half(0xbc00) + std::string(32, '\7');
  float values[64];
  dequantize(GgufType::Q8_0,
             reinterpret_cast<const uint8_t *>(bytes.data()) + 1, values, 64);
  EXPECT_EQ(values[31], 5.0f);
  EXPECT_EQ(values[32], -7.0f);
  dequantize(GgufType::Q8_0, nullptr, nullptr, 0);
  dequantize(GgufType::F32, nullptr, nullptr, 0);
}
