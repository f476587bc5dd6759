// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rounding and wrapping, against LLVM's arbitrary-precision floats and exact
// integers.

#include "lib/Interpreter/ElementType.h"
#include "llvm/ADT/APFloat.h"
#include "gtest/gtest.h"

#include <cmath>
#include <limits>
#include <random>

using namespace weft;

namespace {
uint64_t roundByApFloat(const llvm::fltSemantics &semantics, double value) {
  llvm::APFloat exact(value);
  bool losesInfo;
  exact.convert(semantics, llvm::APFloat::rmNearestTiesToEven, &losesInfo);
  return exact.bitcastToAPInt().getZExtValue();
}

TEST(ElementType, RoundsToSixteenBits) {
  std::mt19937_64 random(1);
  auto check = [](double value) {
    ASSERT_EQ(roundToF16(value),
              roundByApFloat(llvm::APFloat::IEEEhalf(), value))
        << value;
    ASSERT_EQ(roundToBF16(value),
              roundByApFloat(llvm::APFloat::BFloat(), value))
        << value;
  };
  for (double value : {0.0,
                       -0.0,
                       1.0,
                       65504.0,
                       65519.999,
                       65520.0,
                       1e300,
                       -1e300,
                       0x1p-24,
                       0x1p-25,
                       0x1.000001p-25,
                       0x1p-26,
                       0x1.8p-24,
                       0x1.ffcp-15,
                       0x1.ffep-15,
                       0x1p-133,
                       0x1p-134,
                       0x1.0001p-134,
                       0x1.ffp127,
                       std::numeric_limits<double>::infinity(),
                       -std::numeric_limits<double>::infinity(),
                       std::numeric_limits<double>::denorm_min()})
    check(value);
  for (int i = 0; i < 200000; ++i) {
    uint64_t bits = random();
    // Exponents near those of 16-bit floats, and fractions near halves.
    int64_t exponent = static_cast<int64_t>(random() % 320) - 160;
    double value =
        std::ldexp(1.0 + static_cast<double>(
                             bits >> 12 & (i % 2 ? ~uint64_t(0)
                                                 : uint64_t(0xfff8000000000))) *
                             0x1p-52,
                   exponent);
    check(bits & 1 ? value : -value);
  }
  EXPECT_TRUE(std::isnan(widenF16(roundToF16(std::nan("")))));
}

TEST(ElementType, WidensF16) {
  for (uint32_t bits = 0; bits < 65536; ++bits) {
    llvm::APFloat exact(llvm::APFloat::IEEEhalf(), llvm::APInt(16, bits));
    if (exact.isNaN())
      ASSERT_TRUE(std::isnan(widenF16(bits)));
    else
      ASSERT_EQ(widenF16(bits), exact.convertToDouble()) << bits;
  }
}

template <typename W, typename T> T convert(Element from, W value, Element to) {
  char bytes[8];
  store(from, &value, 1, bytes);
  W wide;
  load(from, bytes, 1, &wide);
  T result;
  store(to, &wide, 1, reinterpret_cast<char *>(&result));
  return result;
}

TEST(ElementType, FloatsSaturate) {
  double inf = std::numeric_limits<double>::infinity();
  EXPECT_EQ((convert<double, int8_t>(Element::F64, 127.9, Element::I8)), 127);
  EXPECT_EQ((convert<double, int8_t>(Element::F64, 128, Element::I8)), 127);
  EXPECT_EQ((convert<double, int8_t>(Element::F64, -128.9, Element::I8)), -128);
  EXPECT_EQ((convert<double, int8_t>(Element::F64, -1e30, Element::I8)), -128);
  EXPECT_EQ((convert<double, int8_t>(Element::F64, -1.99, Element::I8)), -1);
  EXPECT_EQ((convert<double, int8_t>(Element::F64, std::nan(""), Element::I8)),
            0);
  EXPECT_EQ((convert<double, uint8_t>(Element::F64, -0.9, Element::U8)), 0);
  EXPECT_EQ((convert<double, uint8_t>(Element::F64, -5, Element::U8)), 0);
  EXPECT_EQ((convert<double, uint8_t>(Element::F64, 255.99, Element::U8)), 255);
  EXPECT_EQ((convert<double, uint8_t>(Element::F64, 256, Element::U8)), 255);
  EXPECT_EQ((convert<double, int64_t>(Element::F64, inf, Element::I64)),
            INT64_MAX);
  EXPECT_EQ((convert<double, int64_t>(Element::F64, -inf, Element::I64)),
            INT64_MIN);
  EXPECT_EQ((convert<double, int64_t>(Element::F64, 0x1p63, Element::I64)),
            INT64_MAX);
  EXPECT_EQ((convert<double, uint64_t>(Element::F64, 0x1p64, Element::U64)),
            UINT64_MAX);
  EXPECT_EQ((convert<double, uint64_t>(Element::F64, 0x1p63, Element::U64)),
            uint64_t(1) << 63);
  EXPECT_EQ((convert<double, uint8_t>(Element::F64, std::nan(""), Element::I1)),
            1);
  EXPECT_EQ((convert<double, uint8_t>(Element::F64, -0.0, Element::I1)), 0);
}

TEST(ElementType, IntegersWrap) {
  EXPECT_EQ((convert<int64_t, int8_t>(Element::I32, 300, Element::I8)), 44);
  EXPECT_EQ((convert<int64_t, uint8_t>(Element::I32, -1, Element::U8)), 255);
  EXPECT_EQ(
      (convert<uint64_t, int32_t>(Element::U64, UINT64_MAX, Element::I32)), -1);
  EXPECT_EQ(
      (convert<uint64_t, int64_t>(Element::U32, UINT32_MAX, Element::I64)),
      4294967295);
}

TEST(ElementType, LargeIntegersRoundOnce) {
  std::mt19937_64 random(2);
  for (int i = 0; i < 100000; ++i) {
    // Halfway between two floats, give or take one.
    int64_t value = static_cast<int64_t>(random() & 0xffffff) << 39 | int64_t(1)
                                                                          << 38;
    value += static_cast<int64_t>(random() % 3) - 1;
    value = random() & 1 ? -value : value;
    ASSERT_EQ((convert<int64_t, float>(Element::I64, value, Element::F32)),
              static_cast<float>(value))
        << value;
  }
  // 2^56 + 2^48 is halfway between two bf16; one more is not.
  EXPECT_EQ((convert<int64_t, uint16_t>(Element::I64,
                                        (int64_t(1) << 56) + (int64_t(1) << 48),
                                        Element::BF16)),
            0x5b80);
  EXPECT_EQ((convert<int64_t, uint16_t>(
                Element::I64, (int64_t(1) << 56) + (int64_t(1) << 48) + 1,
                Element::BF16)),
            0x5b81);
  EXPECT_EQ((convert<uint64_t, double>(Element::U64, UINT64_MAX, Element::F64)),
            0x1p64);
  EXPECT_EQ((convert<int64_t, double>(Element::I64, (int64_t(1) << 53) + 1,
                                      Element::F64)),
            0x1p53);
}

TEST(ElementType, Extremes) {
  EXPECT_EQ(getLeast<int64_t>(Element::I8), -128);
  EXPECT_EQ(getGreatest<int64_t>(Element::I16), 32767);
  EXPECT_EQ(getLeast<uint64_t>(Element::U8), 0u);
  EXPECT_EQ(getGreatest<uint64_t>(Element::U64), UINT64_MAX);
  EXPECT_EQ(getGreatest<double>(Element::F16),
            std::numeric_limits<double>::infinity());
  EXPECT_EQ(getGreatest<uint64_t>(Element::I1), 1u);
}
} // namespace
