// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rows of weights against arithmetic in double, and the bounds that the header
// promises.

#include "passes/Compress/GroupQuantizer.h"
#include "lib/Interpreter/ElementType.h"
#include "llvm/ADT/bit.h"
#include "gtest/gtest.h"

#include <cmath>
#include <ctime>
#include <limits>
#include <random>
#include <vector>

using namespace weft;

namespace {
struct Result {
  std::vector<int8_t> codes, zeros;
  std::vector<uint16_t> scales;
  QuantizeError error;
  RowStatus status;

  double value(size_t k, int64_t group) const {
    size_t g = k / static_cast<size_t>(group);
    return (codes[k] - (zeros.empty() ? 0 : zeros[g])) * widenF16(scales[g]);
  }
};

Result quantize(const GroupFormat &format, ScaleChoice choice,
                const std::vector<float> &row,
                const std::vector<float> &importance = {}) {
  Result result;
  auto groups =
      static_cast<size_t>(format.countGroups(static_cast<int64_t>(row.size())));
  result.codes.resize(row.size());
  result.scales.resize(groups);
  result.zeros.resize(format.isSymmetric ? 0 : groups);
  result.status =
      quantizeRow(format, choice, row, importance,
                  {result.codes, result.scales, result.zeros}, result.error);
  return result;
}

std::vector<float> makeRow(size_t size, unsigned seed, float shift = 0) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(shift, 0.02f);
  std::vector<float> row(size);
  for (float &each : row)
    each = normal(random);
  return row;
}

double sumError(const Result &result, const std::vector<float> &row,
                int64_t group, const std::vector<float> &importance) {
  double sum = 0;
  for (size_t k = 0; k < row.size(); ++k) {
    double d = row[k] - result.value(k, group);
    sum += (importance.empty() ? 1.0 : importance[k]) * d * d;
  }
  return sum;
}

TEST(GroupQuantizerTest, KnownCodes) {
  // The extreme is on one side only: -2^(bits-1) takes it exactly.
  GroupFormat format{4, 4, true};
  Result result = quantize(format, ScaleChoice::Extremes, {8, 1, 2, 3});
  EXPECT_EQ(result.status, RowStatus::Done);
  EXPECT_EQ(result.codes, (std::vector<int8_t>{-8, -1, -2, -3}));
  EXPECT_EQ(widenF16(result.scales[0]), -1.0);
  EXPECT_EQ(result.error.squared, 0.0);
  // Both extremes alike: 7 takes them.
  result = quantize(format, ScaleChoice::Extremes, {7, -7, 2, 3.4f});
  EXPECT_EQ(result.codes, (std::vector<int8_t>{7, -7, 2, 3}));
  EXPECT_EQ(widenF16(result.scales[0]), 1.0);
  // Zero points: 15 steps of 1 from -3 to 12.
  format.isSymmetric = false;
  result = quantize(format, ScaleChoice::Extremes, {-3, 12, 0, 5});
  EXPECT_EQ(result.zeros[0], -5);
  EXPECT_EQ(result.codes, (std::vector<int8_t>{-8, 7, -5, 0}));
  EXPECT_EQ(result.error.squared, 0.0);
}

/// Error sums are of the group alone, however little of a vector it fills.
TEST(GroupQuantizerTest, GroupsOfAnySize) {
  for (bool isSymmetric : {true, false})
    for (int64_t group : {1, 15, 16, 17, 33, 100}) {
      std::vector<float> row = makeRow(215, 7, 0.01f), importance(215);
      for (size_t k = 0; k < row.size(); ++k)
        importance[k] = static_cast<float>(k % 7);
      for (ScaleChoice choice :
           {ScaleChoice::Extremes, ScaleChoice::Clipped, ScaleChoice::Search}) {
        Result result =
            quantize({4, group, isSymmetric}, choice, row, importance);
        double norm = 0;
        for (float each : row)
          norm += static_cast<double>(each) * static_cast<double>(each);
        EXPECT_NEAR(result.error.norm, norm, 1e-5 * norm);
        double squared = sumError(result, row, group, {}),
               weighted = sumError(result, row, group, importance);
        EXPECT_NEAR(result.error.squared, squared, 1e-4 * squared + 1e-12);
        EXPECT_NEAR(result.error.weighted, weighted, 1e-4 * weighted + 1e-12);
      }
    }
}

TEST(GroupQuantizerTest, ZerosAndShortGroups) {
  GroupFormat format{8, 3, true};
  std::vector<float> row{0, 0, 0, 127, -64, 5, 254};
  Result result = quantize(format, ScaleChoice::Search, row);
  for (size_t k = 0; k < row.size(); ++k)
    EXPECT_EQ(result.value(k, 3), row[k]) << k;
  EXPECT_EQ(result.scales.size(), 3u);
  EXPECT_EQ(result.scales[0], 0u);
}

TEST(GroupQuantizerTest, RefusesWhatIsNoNumber) {
  std::vector<float> row = makeRow(40, 1);
  row[37] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(quantize({4, 32, true}, ScaleChoice::Extremes, row).status,
            RowStatus::NotFinite);
  row[37] = -std::numeric_limits<float>::infinity();
  EXPECT_EQ(quantize({4, 32, false}, ScaleChoice::Search, row).status,
            RowStatus::NotFinite);
  row[37] = 1e9f;
  EXPECT_EQ(quantize({8, 32, true}, ScaleChoice::Extremes, row).status,
            RowStatus::TooLarge);
}

TEST(GroupQuantizerTest, NoWeightIsFurtherThanHalfAScale) {
  for (unsigned bits : {3u, 4u, 5u, 6u, 8u})
    for (int64_t group : {7, 32, 128, 576})
      for (bool isSymmetric : {true, false})
        for (float size : {1.0f, 1e-5f, 3e-8f, 1000.0f}) {
          GroupFormat format{bits, group, isSymmetric};
          std::vector<float> row = makeRow(576, bits, 0.003f);
          for (float &each : row)
            each *= size;
          Result result = quantize(format, ScaleChoice::Extremes, row);
          ASSERT_EQ(result.status, RowStatus::Done);
          for (size_t k = 0; k < row.size(); ++k) {
            double scale = std::fabs(
                widenF16(result.scales[k / static_cast<size_t>(group)]));
            EXPECT_LE(std::fabs(row[k] - result.value(k, group)),
                      scale * 0.50001)
                << bits << ' ' << group << ' ' << isSymmetric << ' ' << k;
            EXPECT_GE(result.codes[k], format.getLeast());
            EXPECT_LE(result.codes[k], format.getGreatest());
          }
          EXPECT_NEAR(result.error.squared, sumError(result, row, group, {}),
                      1e-4 * result.error.squared + 1e-30);
        }
}

TEST(GroupQuantizerTest, SearchIsNeverWorse) {
  std::mt19937 random(7);
  std::lognormal_distribution<float> heavy(0, 2);
  for (unsigned bits : {3u, 4u, 5u, 6u, 8u})
    for (bool isSymmetric : {true, false})
      for (unsigned seed = 0; seed < 20; ++seed) {
        GroupFormat format{bits, 64, isSymmetric};
        std::vector<float> row = makeRow(576, seed, 0.01f), importance(576);
        for (float &each : importance)
          each = heavy(random);
        Result simple = quantize(format, ScaleChoice::Extremes, row),
               clipped = quantize(format, ScaleChoice::Clipped, row),
               search = quantize(format, ScaleChoice::Search, row, importance),
               plain = quantize(format, ScaleChoice::Search, row);
        double slack = 1 + 1e-5;
        EXPECT_LE(sumError(clipped, row, 64, {}),
                  sumError(simple, row, 64, {}) * slack);
        EXPECT_LE(sumError(plain, row, 64, {}),
                  sumError(simple, row, 64, {}) * slack);
        EXPECT_LE(sumError(search, row, 64, importance),
                  sumError(simple, row, 64, importance) * slack);
      }
}

/// At 4 bits the search is worth its time: a normal distribution loses less
/// than by the extremes, by a margin that is known from the literature.
TEST(GroupQuantizerTest, SearchPays) {
  std::vector<float> row = makeRow(128 * 64, 3);
  GroupFormat format{4, 128, true};
  double simple = quantize(format, ScaleChoice::Extremes, row).error.squared,
         search = quantize(format, ScaleChoice::Search, row).error.squared;
  EXPECT_LT(search, 0.85 * simple);
}

TEST(GroupQuantizerTest, WidensHalves) {
  std::vector<uint16_t> bits(65536);
  std::vector<float> wide(bits.size());
  for (size_t i = 0; i < bits.size(); ++i)
    bits[i] = static_cast<uint16_t>(i);
  widenHalves(bits.data(), 65536, wide.data());
  for (size_t i = 0; i < bits.size(); ++i) {
    double expected = widenF16(bits[i]);
    if (std::isnan(expected))
      EXPECT_TRUE(std::isnan(wide[i])) << i;
    else
      EXPECT_EQ(static_cast<double>(wide[i]), expected) << i;
  }
}

TEST(GroupQuantizerTest, RoundsToHalves) {
  auto check = [](uint32_t bits) {
    float value = llvm::bit_cast<float>(bits);
    ASSERT_EQ(roundToHalf(value), roundToF16(value)) << bits;
  };
  // Every f16, what lies between two, and next to those.
  for (uint64_t bits = 0; bits < uint64_t(1) << 32; bits += 0x1000)
    for (uint32_t near : {0u, 1u, UINT32_MAX})
      check(static_cast<uint32_t>(bits) + near);
}

/// Not a test of anything: says how fast it is.
TEST(GroupQuantizerTest, DISABLED_Speed) {
  constexpr int64_t kWidth = 4096;
  std::vector<float> row = makeRow(kWidth, 5);
  std::vector<uint16_t> halves(kWidth);
  for (int64_t i = 0; i < kWidth; ++i)
    halves[static_cast<size_t>(i)] = roundToF16(row[static_cast<size_t>(i)]);
  for (unsigned bits : {8u, 4u})
    for (ScaleChoice choice : {ScaleChoice::Extremes, ScaleChoice::Search}) {
      Result result;
      int rounds = choice == ScaleChoice::Search ? 100 : 4000;
      std::clock_t begin = std::clock();
      for (int i = 0; i < rounds; ++i) {
        widenHalves(halves.data(), kWidth, row.data());
        result = quantize({bits, 128, true}, choice, row);
      }
      double seconds = static_cast<double>(std::clock() - begin) /
                       static_cast<double>(CLOCKS_PER_SEC);
      std::printf("%u bits, %s: %.0f MB/s of f16\n", bits,
                  choice == ScaleChoice::Search ? "search" : "extremes",
                  rounds * kWidth * 2 / seconds / 1e6);
    }
}
} // namespace
