// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The emulator's arithmetic against sums in 64 bits, and what it refuses. On a
// processor with AMX the same program tests the processor.

#include "test/emulator/TileEmulator.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <random>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

using weft::emulator::installTileEmulator;

namespace {
struct Config {
  uint8_t palette = 1, startRow = 0, reserved[14] = {};
  uint16_t rowBytes[16] = {};
  uint8_t rows[16] = {};
};

/// Tile 0 sums m x n from tile 1 (m rows of 4k bytes) and tile 2 (k rows of 4n).
Config makeConfig(unsigned m, unsigned n, unsigned k) {
  Config config;
  config.rows[0] = m, config.rowBytes[0] = 4 * n;
  config.rows[1] = m, config.rowBytes[1] = 4 * k;
  config.rows[2] = k, config.rowBytes[2] = 4 * n;
  return config;
}

void configure(const Config &config) {
  __asm__ volatile("ldtilecfg %0" ::"m"(config));
}

class Tiles : public ::testing::Test {
protected:
  static void SetUpTestSuite() {
    if (!installTileEmulator())
      ASSERT_EQ(syscall(SYS_arch_prctl, 0x1023, 18), 0);
  }
};

#define PRODUCT(instruction)                                                   \
  __asm__ volatile(                                                            \
      "tilezero %%tmm0\n"                                                      \
      "tileloadd (%0,%1,1), %%tmm1\n"                                          \
      "tileloadd 0(%2,%3,1), %%tmm2\n" instruction                             \
      " %%tmm2, %%tmm1, %%tmm0\n" instruction " %%tmm2, %%tmm1, %%tmm0\n"      \
      "tilestored %%tmm0, (%4,%5,2)\n"                                         \
      "tilerelease" ::"r"(lhs),                                                \
      "r"(lhsStride), "r"(rhs), "r"(rhsStride), "r"(sums), "r"(sumStride / 2)  \
      : "memory")

enum class Kind { SS, SU, US, UU, BF16 };

void multiply(Kind kind, const void *lhs, int64_t lhsStride, const void *rhs,
              int64_t rhsStride, void *sums, int64_t sumStride) {
  switch (kind) {
  case Kind::SS:
    PRODUCT("tdpbssd");
    break;
  case Kind::SU:
    PRODUCT("tdpbsud");
    break;
  case Kind::US:
    PRODUCT("tdpbusd");
    break;
  case Kind::UU:
    PRODUCT("tdpbuud");
    break;
  case Kind::BF16:
    PRODUCT("tdpbf16ps");
    break;
  }
}
} // namespace

TEST_F(Tiles, ProductsOfBytes) {
  std::mt19937 random(3);
  for (auto [m, n, k] : {std::tuple(16u, 16u, 16u), std::tuple(5u, 3u, 7u),
                         std::tuple(1u, 16u, 2u)})
    for (Kind kind : {Kind::SS, Kind::SU, Kind::US, Kind::UU}) {
      std::vector<uint8_t> lhs(m * 80), rhs(k * 96);
      for (auto *bytes : {&lhs, &rhs})
        for (uint8_t &byte : *bytes)
          byte = uint8_t(random());
      std::vector<int32_t> sums(m * 18, -1);
      configure(makeConfig(m, n, k));
      multiply(kind, lhs.data(), 80, rhs.data(), 96, sums.data(), 72);
      bool lhsSigned = kind == Kind::SS || kind == Kind::SU,
           rhsSigned = kind == Kind::SS || kind == Kind::US;
      for (unsigned i = 0; i < m; ++i)
        for (unsigned j = 0; j < 18; ++j) {
          int64_t expected = 0;
          for (unsigned p = 0; p < 4 * k; ++p) {
            uint8_t a = lhs[i * 80 + p], b = rhs[p / 4 * 96 + 4 * j + p % 4];
            expected += 2 * int64_t(lhsSigned ? int8_t(a) : a) *
                        (rhsSigned ? int8_t(b) : b);
          }
          ASSERT_EQ(sums[i * 18 + j], j < n ? int32_t(expected) : -1)
              << m << ' ' << n << ' ' << k << " at " << i << ' ' << j;
        }
    }
}

static uint16_t narrow(float value) {
  uint32_t bits;
  std::memcpy(&bits, &value, 4);
  return uint16_t(bits >> 16);
}

TEST_F(Tiles, ProductsOfBF16) {
  std::mt19937 random(4);
  // Small integers, so that every sum is exact.
  for (auto [m, n, k] : {std::tuple(16u, 16u, 16u), std::tuple(3u, 2u, 5u)}) {
    std::vector<uint16_t> lhs(m * 32), rhs(k * 32);
    std::vector<float> left(lhs.size()), right(rhs.size()), sums(m * 16);
    for (size_t i = 0; i < lhs.size(); ++i)
      lhs[i] = narrow(left[i] = float(int(random() % 255)) - 127);
    for (size_t i = 0; i < rhs.size(); ++i)
      rhs[i] = narrow(right[i] = float(int(random() % 255)) - 127);
    configure(makeConfig(m, n, k));
    multiply(Kind::BF16, lhs.data(), 64, rhs.data(), 64, sums.data(), 64);
    for (unsigned i = 0; i < m; ++i)
      for (unsigned j = 0; j < n; ++j) {
        double expected = 0;
        for (unsigned p = 0; p < 2 * k; ++p)
          expected += 2 * left[i * 32 + p] * right[p / 2 * 32 + 2 * j + p % 2];
        ASSERT_EQ(sums[i * 16 + j], float(expected));
      }
  }
}

TEST_F(Tiles, SpecialValuesOfBF16) {
  auto product = [](uint16_t a0, uint16_t b0, uint16_t a1, uint16_t b1) {
    uint16_t lhs[2] = {a0, a1}, rhs[2] = {b0, b1};
    float sum = -1;
    configure(makeConfig(1, 1, 1));
    multiply(Kind::BF16, lhs, 4, rhs, 4, &sum, 4);
    return sum;
  };
  uint16_t one = narrow(1), infinity = 0x7f80, least = 0x0080, denormal = 0x7f;
  EXPECT_EQ(product(denormal, one, 0, 0), 0);
  EXPECT_EQ(product(least, one, 0, 0), 0x1p-125f);
  EXPECT_EQ(product(least, narrow(0.5f), 0, 0), 0) << "denormal results";
  EXPECT_EQ(product(infinity, one, one, one), INFINITY);
  EXPECT_TRUE(std::isnan(product(infinity, one, infinity, narrow(-1))));
  EXPECT_TRUE(std::isnan(product(infinity, 0, 0, 0)));
}

TEST_F(Tiles, ConfigurationIsKept) {
  Config config = makeConfig(7, 9, 4), stored;
  configure(config);
  __asm__ volatile("sttilecfg %0" : "=m"(stored));
  EXPECT_EQ(std::memcmp(&config, &stored, sizeof(config)), 0);
  __asm__ volatile("tilerelease\n\tsttilecfg %0" : "=m"(stored));
  EXPECT_EQ(stored.palette, 0);
}

using TilesDeathTest = Tiles;

TEST_F(TilesDeathTest, WhatAProcessorRefuses) {
  EXPECT_DEATH(__asm__ volatile("tilerelease\n\ttilezero %tmm0"), "");
  EXPECT_DEATH(
      {
        Config config = makeConfig(4, 4, 4);
        config.rows[2] = 5;
        configure(config);
        __asm__ volatile("tdpbf16ps %tmm2, %tmm1, %tmm0");
      },
      "");
  EXPECT_DEATH(__asm__ volatile("ud2"), "");
}
