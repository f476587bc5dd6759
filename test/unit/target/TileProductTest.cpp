// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Contractions and convolutions on tiles against the interpreter, over the shapes where tiles, blocks, passes and steps of the reduction end.
// Emulated on processors without AMX.

#include "runtime/device/cpu/Processor.h"
#include "test/emulator/TileEmulator.h"
#include "test/unit/target/KernelRunner.h"
#include "llvm/Support/FormatVariadic.h"
#include "gtest/gtest.h"

#include <cmath>

using namespace weft;
using namespace weft::testing;

namespace {
class TileProduct : public ::testing::Test {
protected:
  static void SetUpTestSuite() {
    if (!emulator::installTileEmulator())
      ASSERT_TRUE(runtime::requestTilePermission());
  }
};

/// Runs with `terms` for f32; operands of bf16 have one.
void expectSame(const std::string &source, int64_t terms) {
  KernelRunOptions options;
  options.hasTiles = true;
  options.f32Terms = terms;
  options.integerLimit = 120;
  KernelRun run = runKernel(source, options);
  EXPECT_EQ(run.message, "") << source;
  EXPECT_LE(run.error, terms == 2 ? 3e-5 : 2e-6) << source;
}

std::string matmul(int64_t m, int64_t k, int64_t n, llvm::StringRef element,
                   llvm::StringRef weight = "{weft.parameter}") {
  return llvm::formatv(
      R"(weft.func private @kernel(%a: tensor<{0}x{1}x{3}>, %b: tensor<{1}x{2}x{3}> {4}) -> tensor<{0}x{2}xf32> {{
    %y = weft.contract "mk,kn->mn" %a, %b : (tensor<{0}x{1}x{3}>, tensor<{1}x{2}x{3}>) -> tensor<{0}x{2}xf32>
    weft.return %y : tensor<{0}x{2}xf32>
  })",
      m, k, n, element, weight);
}

std::string conv(int64_t size, int64_t channels, int64_t outputs, int64_t taps,
                 int64_t stride, llvm::StringRef element) {
  return llvm::formatv(
      R"(weft.func private @kernel(%x: tensor<2x{0}x{0}x{1}x{5}>, %w: tensor<{3}x{3}x{1}x{2}x{5}> {{weft.parameter}, %b: tensor<{2}xf32>) -> tensor<2x{6}x{6}x{2}xf32> {{
    %y = weft.conv %x, %w {{strides = array<i64: {4}, {4}>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: {7}, {7}, {7}, {7}>, groups = 1 : i64}
       : (tensor<2x{0}x{0}x{1}x{5}>, tensor<{3}x{3}x{1}x{2}x{5}>) -> tensor<2x{6}x{6}x{2}xf32>
    %z = weft.add %y, %b : (tensor<2x{6}x{6}x{2}xf32>, tensor<{2}xf32>) -> tensor<2x{6}x{6}x{2}xf32>
    weft.return %z : tensor<2x{6}x{6}x{2}xf32>
  })",
      size, channels, outputs, taps, stride, element, (size - 1) / stride + 1,
      taps / 2);
}

/// Bytes less a zero point, of a padded convolution with `taps` x `taps`.
std::string integerConv(int64_t size, int64_t channels, int64_t outputs,
                        int64_t taps, llvm::StringRef element) {
  return llvm::formatv(
      R"(weft.func private @kernel(%x: tensor<2x{0}x{0}x{1}x{4}>, %w: tensor<{3}x{3}x{1}x{2}xi8> {{weft.parameter}, %b: tensor<{2}xf32>) -> tensor<2x{0}x{0}x{2}xf32> {{
    %z = weft.constant dense<5> : tensor<i16>
    %i = weft.cast %x : (tensor<2x{0}x{0}x{1}x{4}>) -> tensor<2x{0}x{0}x{1}xi16>
    %s = weft.sub %i, %z : (tensor<2x{0}x{0}x{1}xi16>, tensor<i16>) -> tensor<2x{0}x{0}x{1}xi16>
    %y = weft.conv %s, %w {{strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: {5}, {5}, {5}, {5}>, groups = 1 : i64}
       : (tensor<2x{0}x{0}x{1}xi16>, tensor<{3}x{3}x{1}x{2}xi8>) -> tensor<2x{0}x{0}x{2}xi32>
    %f = weft.cast %y : (tensor<2x{0}x{0}x{2}xi32>) -> tensor<2x{0}x{0}x{2}xf32>
    %r = weft.add %f, %b : (tensor<2x{0}x{0}x{2}xf32>, tensor<{2}xf32>) -> tensor<2x{0}x{0}x{2}xf32>
    weft.return %r : tensor<2x{0}x{0}x{2}xf32>
  })",
      size, channels, outputs, taps, element, taps / 2);
}

bool usesTiles(const std::string &source, bool hasTiles, int64_t terms) {
  KernelRunOptions options;
  options.hasTiles = hasTiles;
  options.f32Terms = terms;
  options.prefersTiles = false;
  // Scratch holds packed rows; multiply-adds of f32 read rows in place.
  return runKernel(source, options).scratchBytes > 0;
}
} // namespace

TEST_F(TileProduct, WeightsOfManySizes) {
  for (auto [m, k, n] : {std::tuple(1, 32, 16),
                         {9, 64, 40},
                         {16, 100, 32},
                         {17, 31, 32},
                         {32, 32, 32},
                         {32, 16, 16},
                         {33, 40, 48},
                         {37, 33, 50},
                         {63, 129, 17},
                         {197, 64, 96}})
    for (auto [element, terms] :
         {std::pair("bf16", 3), std::pair("f32", 2), std::pair("f32", 3)})
      expectSame(matmul(m, k, n, element), terms);
}

TEST_F(TileProduct, RowsThatLieAsTilesReadThem) {
  // The last block ends with the last row; rows of a page each are copied.
  for (auto [m, k, n] : {std::tuple(16, 64, 32),
                         {17, 64, 32},
                         {49, 96, 40},
                         {300, 192, 64},
                         {37, 2048, 16}})
    expectSame(matmul(m, k, n, "bf16"), 3);
}

TEST_F(TileProduct, SeveralPasses) {
  expectSame(matmul(32, 1600, 32, "f32"), 3);
  expectSame(matmul(40, 2330, 40, "f32"), 2);
  expectSame(matmul(32, 2500, 16, "bf16"), 3);
}

TEST_F(TileProduct, SeveralBlocks) {
  expectSame(matmul(300, 48, 80, "f32"), 3);
  expectSame(matmul(300, 200, 144, "bf16"), 3);
}

TEST_F(TileProduct, Activations) {
  for (const char *element : {"f32", "bf16"})
    expectSame(matmul(45, 70, 41, element, ""), 3);
  expectSame(
      R"(weft.func private @kernel(%a: tensor<2x40x3x24xf32>, %b: tensor<2x3x20x24xf32>) -> tensor<2x3x40x20xf32> {
    %y = weft.contract "bmhk,bhnk->bhmn" %a, %b : (tensor<2x40x3x24xf32>, tensor<2x3x20x24xf32>) -> tensor<2x3x40x20xf32>
    weft.return %y : tensor<2x3x40x20xf32>
  })",
      3);
}

TEST_F(TileProduct, WhatFollows) {
  expectSame(
      R"(weft.func private @kernel(%a: tensor<2x21x32xf32>, %w: tensor<32x44xf32> {weft.parameter}, %c: tensor<44xf32>, %r: tensor<2x21x44xf32>) -> tensor<2x21x44xf32> {
    %y = weft.contract "bmk,kn->bmn" %a, %w : (tensor<2x21x32xf32>, tensor<32x44xf32>) -> tensor<2x21x44xf32>
    %z = weft.add %y, %c : (tensor<2x21x44xf32>, tensor<44xf32>) -> tensor<2x21x44xf32>
    %e = weft.erf %z : (tensor<2x21x44xf32>) -> tensor<2x21x44xf32>
    %s = weft.add %e, %r : (tensor<2x21x44xf32>, tensor<2x21x44xf32>) -> tensor<2x21x44xf32>
    weft.return %s : tensor<2x21x44xf32>
  })",
      3);
}

TEST_F(TileProduct, Convolutions) {
  for (const char *element : {"f32", "bf16"}) {
    expectSame(conv(7, 32, 40, 1, 1, element), 3);
    expectSame(conv(7, 19, 24, 3, 1, element), 3);
    expectSame(conv(9, 32, 16, 3, 2, element), 3);
    // Images with a border, in one block and in several, and as wide as their filter.
    expectSame(conv(7, 32, 40, 3, 1, element), 3);
    expectSame(conv(20, 64, 24, 5, 1, element), 3);
    expectSame(conv(3, 32, 16, 3, 1, element), 3);
  }
  // Taps are in several passes.
  expectSame(conv(5, 160, 16, 3, 1, "f32"), 3);
}

TEST_F(TileProduct, Integers) {
  for (const char *element : {"ui8", "i8"}) {
    expectSame(integerConv(5, 64, 32, 1, element), 3);
    expectSame(integerConv(6, 20, 40, 3, element), 3);
    expectSame(integerConv(3, 100, 17, 1, element), 3);
    expectSame(integerConv(6, 64, 40, 3, element), 3);
    expectSame(integerConv(19, 128, 17, 3, element), 3);
  }
}

TEST_F(TileProduct, IsChosenBySizeAndPrecision) {
  EXPECT_TRUE(usesTiles(matmul(128, 64, 160, "f32"), true, 3));
  EXPECT_TRUE(usesTiles(matmul(128, 64, 160, "f32"), true, 2));
  EXPECT_FALSE(usesTiles(matmul(128, 64, 160, "f32"), true, 0)) << "strict";
  EXPECT_FALSE(usesTiles(matmul(40, 64, 160, "f32"), true, 3)) << "few rows";
  EXPECT_FALSE(usesTiles(matmul(128, 64, 48, "f32"), true, 3)) << "few columns";
  EXPECT_FALSE(usesTiles(matmul(128, 64, 160, "f32"), false, 3)) << "no tiles";
}

TEST_F(TileProduct, UnknownRows) {
  for (int64_t rows : {1, 64, 130, 300})
    for (bool prefersTiles : {false, true}) {
      KernelRunOptions options;
      options.hasTiles = true;
      options.prefersTiles = prefersTiles;
      options.dynamicSizes = {rows};
      KernelRun run = runKernel(
          R"(weft.func private @kernel(%a: tensor<?x70xf32>, %b: tensor<70x160xf32> {weft.parameter}) -> tensor<?x160xf32> {
    %y = weft.contract "mk,kn->mn" %a, %b : (tensor<?x70xf32>, tensor<70x160xf32>) -> tensor<?x160xf32>
    weft.return %y : tensor<?x160xf32>
  })",
          options);
      EXPECT_EQ(run.message, "");
      EXPECT_LE(run.error, 2e-6) << rows;
      EXPECT_EQ(run.scratchBytes > 0, prefersTiles || rows >= 73) << rows;
    }
}
