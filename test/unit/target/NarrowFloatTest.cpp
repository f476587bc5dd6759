// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Conversions of f16 and bf16 against exact rounding, and arithmetic on them.

#include "test/unit/target/CompiledModule.h"
#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/bit.h"
#include <cmath>
#include <gtest/gtest.h>
#include <random>

using namespace weft::testing;

static const char *const source = R"mlir(
llvm.func @weft_fn_f32_bf16(%in: !llvm.ptr, %out: !llvm.ptr) {
  %x = llvm.load %in {alignment = 4 : i64} : !llvm.ptr -> vector<8xf32>
  %y = arith.truncf %x : vector<8xf32> to vector<8xbf16>
  llvm.store %y, %out {alignment = 2 : i64} : vector<8xbf16>, !llvm.ptr
  llvm.return
}
llvm.func @weft_fn_f64_bf16(%in: !llvm.ptr, %out: !llvm.ptr) {
  %x = llvm.load %in {alignment = 8 : i64} : !llvm.ptr -> vector<8xf64>
  %y = arith.truncf %x : vector<8xf64> to vector<8xbf16>
  llvm.store %y, %out {alignment = 2 : i64} : vector<8xbf16>, !llvm.ptr
  llvm.return
}
llvm.func @weft_fn_f32_f16(%in: !llvm.ptr, %out: !llvm.ptr) {
  %x = llvm.load %in {alignment = 4 : i64} : !llvm.ptr -> vector<8xf32>
  %y = arith.truncf %x : vector<8xf32> to vector<8xf16>
  llvm.store %y, %out {alignment = 2 : i64} : vector<8xf16>, !llvm.ptr
  llvm.return
}
llvm.func @weft_fn_f64_f16(%in: !llvm.ptr, %out: !llvm.ptr) {
  %x = llvm.load %in {alignment = 8 : i64} : !llvm.ptr -> vector<8xf64>
  %y = arith.truncf %x : vector<8xf64> to vector<8xf16>
  llvm.store %y, %out {alignment = 2 : i64} : vector<8xf16>, !llvm.ptr
  llvm.return
}
llvm.func @weft_fn_bf16_f32(%in: !llvm.ptr, %out: !llvm.ptr) {
  %x = llvm.load %in {alignment = 2 : i64} : !llvm.ptr -> vector<8xbf16>
  %y = arith.extf %x : vector<8xbf16> to vector<8xf32>
  llvm.store %y, %out {alignment = 4 : i64} : vector<8xf32>, !llvm.ptr
  llvm.return
}
llvm.func @weft_fn_f16_f64(%in: !llvm.ptr, %out: !llvm.ptr) {
  %x = llvm.load %in {alignment = 2 : i64} : !llvm.ptr -> vector<8xf16>
  %y = arith.extf %x : vector<8xf16> to vector<8xf64>
  llvm.store %y, %out {alignment = 8 : i64} : vector<8xf64>, !llvm.ptr
  llvm.return
}
llvm.func @weft_fn_i32_f16(%in: !llvm.ptr, %out: !llvm.ptr) {
  %x = llvm.load %in {alignment = 4 : i64} : !llvm.ptr -> vector<8xi32>
  %y = arith.sitofp %x : vector<8xi32> to vector<8xf16>
  llvm.store %y, %out {alignment = 2 : i64} : vector<8xf16>, !llvm.ptr
  llvm.return
}
// Everything that computes: vectors, scalars, fma, a function, a comparison.
llvm.func @weft_fn_arithmetic(%in: !llvm.ptr, %out: !llvm.ptr) {
  %x = llvm.load %in {alignment = 2 : i64} : !llvm.ptr -> vector<8xbf16>
  %a = arith.addf %x, %x : vector<8xbf16>
  %b = vector.fma %a, %x, %x : vector<8xbf16>
  %c = math.exp %b : vector<8xbf16>
  %d = arith.cmpf ogt, %c, %x : vector<8xbf16>
  %e = arith.select %d, %b, %x : vector<8xi1>, vector<8xbf16>
  %s = vector.reduction <add>, %e : vector<8xbf16> into bf16
  %v = vector.broadcast %s : bf16 to vector<8xbf16>
  llvm.store %v, %out {alignment = 2 : i64} : vector<8xbf16>, !llvm.ptr
  llvm.return
}
)mlir";

static const CompiledModule &getModule() {
  static const CompiledModule module(source);
  return module;
}

/// `value` rounded by LLVM's soft floats.
static uint16_t roundExactly(double value, const llvm::fltSemantics &type) {
  llvm::APFloat exact(value);
  bool losesInfo;
  exact.convert(type, llvm::APFloat::rmNearestTiesToEven, &losesInfo);
  return uint16_t(exact.bitcastToAPInt().getZExtValue());
}

static bool isNan(uint16_t bits, const llvm::fltSemantics &type) {
  return llvm::APFloat(type, llvm::APInt(16, bits)).isNaN();
}

/// Converts random numbers near the type's own, where rounding is hard.
template <typename Source>
static void checkRounding(const char *name, const llvm::fltSemantics &type) {
  SCOPED_TRACE(name);
  auto *convert = getModule().get<void(const Source *, uint16_t *)>(name);
  ASSERT_TRUE(convert);
  std::mt19937_64 random(3);
  for (int round = 0; round < 20000; ++round) {
    Source in[8];
    uint16_t out[8];
    for (Source &value : in) {
      double base = llvm::APFloat(type, llvm::APInt(16, random() & 0xffff))
                        .convertToDouble();
      double step = std::ldexp(std::fabs(base), -int(random() % 30));
      value = Source(base + (random() % 3 - 1.0) * step);
      if (round % 16 == 0)
        value =
            Source(std::nextafter(value, Source(random() % 2 ? 1e9 : -1e9)));
    }
    convert(in, out);
    for (int i = 0; i < 8; ++i) {
      uint16_t expected = roundExactly(double(in[i]), type);
      if (std::isnan(in[i]))
        ASSERT_TRUE(isNan(out[i], type)) << in[i];
      else
        ASSERT_EQ(out[i], expected) << in[i];
    }
  }
}

TEST(NarrowFloatTest, RoundsToBF16) {
  checkRounding<float>("f32_bf16", llvm::APFloat::BFloat());
  checkRounding<double>("f64_bf16", llvm::APFloat::BFloat());
}

TEST(NarrowFloatTest, RoundsToF16) {
  checkRounding<float>("f32_f16", llvm::APFloat::IEEEhalf());
  checkRounding<double>("f64_f16", llvm::APFloat::IEEEhalf());
}

TEST(NarrowFloatTest, NanWithoutUpperBitsStaysNan) {
  auto *convert = getModule().get<void(const float *, uint16_t *)>("f32_bf16");
  float in[8] = {llvm::bit_cast<float>(0x7f800001u),
                 llvm::bit_cast<float>(0xffffffffu)};
  uint16_t out[8];
  convert(in, out);
  EXPECT_TRUE(isNan(out[0], llvm::APFloat::BFloat()));
  EXPECT_TRUE(isNan(out[1], llvm::APFloat::BFloat()));
}

TEST(NarrowFloatTest, WidensExactly) {
  auto *fromBF16 = getModule().get<void(const uint16_t *, float *)>("bf16_f32");
  auto *fromF16 = getModule().get<void(const uint16_t *, double *)>("f16_f64");
  for (uint32_t first = 0; first < 0x10000; first += 8) {
    uint16_t in[8];
    float single[8];
    double wide[8];
    for (int i = 0; i < 8; ++i)
      in[i] = uint16_t(first + i);
    fromBF16(in, single);
    fromF16(in, wide);
    for (int i = 0; i < 8; ++i) {
      ASSERT_EQ(llvm::bit_cast<uint32_t>(single[i]), uint32_t(in[i]) << 16);
      double expected =
          llvm::APFloat(llvm::APFloat::IEEEhalf(), llvm::APInt(16, in[i]))
              .convertToDouble();
      if (std::isnan(expected))
        ASSERT_TRUE(std::isnan(wide[i]));
      else
        ASSERT_EQ(wide[i], expected);
    }
  }
}

TEST(NarrowFloatTest, IntegersRoundOnce) {
  auto *convert = getModule().get<void(const int32_t *, uint16_t *)>("i32_f16");
  // 2049 and 2051 lie between two numbers; 65520 is half way to infinity.
  int32_t in[8] = {2049, 2051, -2049, 65519, 65520, 1 << 30, 0, -1};
  uint16_t out[8];
  convert(in, out);
  for (int i = 0; i < 8; ++i)
    EXPECT_EQ(out[i], roundExactly(in[i], llvm::APFloat::IEEEhalf())) << in[i];
}

TEST(NarrowFloatTest, Computes) {
  auto *run = getModule().get<void(const uint16_t *, uint16_t *)>("arithmetic");
  uint16_t in[8], out[8];
  for (uint16_t &value : in)
    value = 0x3f80; // 1: 2, then 2 * 1 + 1 = 3, and exp(3) > 1
  run(in, out);
  EXPECT_EQ(out[0], 0x41c0); // 8 times 3
}
