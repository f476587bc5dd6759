// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Attention on tiles against the interpreter, which computes in f64, over the shapes where tiles, blocks and tails end. Emulated on processors
// without AMX.

#include "runtime/device/cpu/Processor.h"
#include "test/emulator/TileEmulator.h"
#include "test/unit/target/KernelRunner.h"
#include "gtest/gtest.h"

#include <cmath>

using namespace weft;
using namespace weft::testing;

namespace {
class TileAttention : public ::testing::Test {
protected:
  static void SetUpTestSuite() {
    if (!emulator::installTileEmulator())
      ASSERT_TRUE(runtime::requestTilePermission());
  }
};

/// What products of bf16 may be off by (docs/Precision.md). Less than multiply-adds of f32 would tell that these were used.
constexpr double kMost = 2e-2, kLeast = 2e-5;

KernelRun expectRounded(const std::string &source,
                        std::vector<int64_t> dynamicSizes = {}) {
  KernelRunOptions options;
  options.hasTiles = true;
  options.dynamicSizes = std::move(dynamicSizes);
  KernelRun run = runKernel(source, options);
  EXPECT_EQ(run.message, "") << source;
  EXPECT_LE(run.normError, kMost) << source;
  EXPECT_LE(run.error, kMost) << source;
  EXPECT_GE(run.normError, kLeast) << source;
  return run;
}

struct Shape {
  int64_t heads = 2, keyHeads = 2, length, keys, width, valueWidth;
  std::string attributes = "";
  std::string element = "f32";
};

std::string attention(const Shape &shape) {
  std::string text =
      R"(weft.func private @kernel(%q: $q, %k: $k, %v: $v) -> $y {
    %y = weft.attention %q, %k, %v {scale = $s : f32, weft.bf16_products$a} : ($q, $k, $v) -> $y
    weft.return %y : $y
  })";
  auto replace = [&](const std::string &from, const std::string &to) {
    for (size_t at; (at = text.find(from)) != std::string::npos;)
      text.replace(at, from.size(), to);
  };
  auto type = [&](int64_t heads, int64_t length, int64_t width) {
    return llvm::formatv("tensor<1x{0}x{1}x{2}x{3}>", heads, length, width,
                         shape.element)
        .str();
  };
  replace("$q", type(shape.heads, shape.length, shape.width));
  replace("$k", type(shape.keyHeads, shape.keys, shape.width));
  replace("$v", type(shape.keyHeads, shape.keys, shape.valueWidth));
  replace("$y", type(shape.heads, shape.length, shape.valueWidth));
  replace("$s", llvm::formatv("{0:f6}", 1 / std::sqrt(double(shape.width))));
  replace("$a", shape.attributes);
  return text;
}

TEST_F(TileAttention, BordersOfTilesAndBlocks) {
  for (auto [length, keys, width, valueWidth] : {std::tuple(5, 5, 8, 8),
                                                 {15, 127, 16, 16},
                                                 {16, 128, 8, 24},
                                                 {17, 129, 9, 7},
                                                 {33, 260, 64, 64},
                                                 {65, 3, 12, 1},
                                                 {130, 257, 8, 40},
                                                 {131, 33, 33, 31}})
    for (const char *attributes : {"", ", causal"})
      expectRounded(
          attention({2, 2, length, keys, width, valueWidth, attributes}));
}

TEST_F(TileAttention, WidthsOfModels) {
  for (int64_t width : {64, 80, 96, 128, 256})
    expectRounded(attention({4, 2, 40, 150, width, width, ", causal"}));
}

TEST_F(TileAttention, HeadsThatShareKeys) {
  // Groups of all, of a part, and of one: 11 heads of a key have no divisor that a task takes.
  for (auto [heads, keyHeads] : {std::pair(9, 3), {8, 1}, {12, 1}, {11, 1}})
    expectRounded(attention({heads, keyHeads, 70, 140, 16, 24, ", causal"}));
}

TEST_F(TileAttention, WindowsAndSoftcaps) {
  for (const char *attributes :
       {", causal, window = 5 : i64", ", causal, window = 150 : i64",
        ", softcap = 2.0 : f32", ", causal, softcap = 0.5 : f32"})
    expectRounded(attention({4, 2, 150, 300, 16, 16, attributes}));
}

TEST_F(TileAttention, NothingSeen) {
  // More queries than keys: the first ones see nothing.
  expectRounded(attention({2, 1, 140, 20, 16, 16, ", causal"}));
}

TEST_F(TileAttention, OperandsOfBF16) {
  for (auto [length, keys] : {std::pair(20, 150), {197, 197}})
    expectRounded(attention({3, 3, length, keys, 64, 64, "", "bf16"}));
}

TEST_F(TileAttention, Masks) {
  for (const char *mask : {"150xf32", "1x1x150xi1", "40x150xf32",
                           "1x4x40x150xi1", "40x1xf32", "1x4x1x1xf32"})
    expectRounded(
        llvm::formatv(
            R"(weft.func private @kernel(%q: tensor<1x4x40x16xf32>, %k: tensor<1x2x150x16xf32>, %v: tensor<1x2x150x16xf32>, %m: tensor<{0}>) -> tensor<1x4x40x16xf32> {{
      %y = weft.attention %q, %k, %v mask %m {{scale = 0.25 : f32, weft.bf16_products} : (tensor<1x4x40x16xf32>, tensor<1x2x150x16xf32>, tensor<1x2x150x16xf32>, tensor<{0}>) -> tensor<1x4x40x16xf32>
      weft.return %y : tensor<1x4x40x16xf32>
    })",
            mask)
            .str());
}

TEST_F(TileAttention, PastAndPresent) {
  for (int64_t length : {3, 21})
    for (int64_t past : {0, 135}) {
      KernelRunOptions options;
      options.hasTiles = true;
      options.dynamicSizes = {length,        length, length, length,
                              length + past, past,   past};
      KernelRun run = runKernel(
          R"(weft.func private @kernel(%q: tensor<1x4x?x8xf32>, %k: tensor<1x2x?x8xf32>, %v: tensor<1x2x?x8xf32>, %m: tensor<1x1x?x?xi1>, %pk: tensor<1x2x?x8xf32>, %pv: tensor<1x2x?x8xf32>)
      -> (tensor<1x4x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>) {
    %y:3 = weft.attention %q, %k, %v mask %m past %pk, %pv {scale = 0.5 : f32, weft.bf16_products} : (tensor<1x4x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x1x?x?xi1>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>) -> (tensor<1x4x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>)
    weft.return %y#0, %y#1, %y#2 : tensor<1x4x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>
  })",
          options);
      EXPECT_EQ(run.message, "");
      EXPECT_LE(run.normError, kMost) << length << ' ' << past;
    }
}

TEST_F(TileAttention, CachesOfNarrowNumbers) {
  // As states keep them: [position][head][width] of bf16, or of bytes with a scale.
  expectRounded(
      R"(weft.func private @kernel(%q: tensor<1x4x?x16xf32>, %c: tensor<?x2x16xbf16>, %v: tensor<1x2x?x16xf32>) -> tensor<1x4x?x16xf32> {
    %f = weft.cast %c : (tensor<?x2x16xbf16>) -> tensor<?x2x16xf32>
    %shape = weft.constant dense<[1, -1, 2, 16]> : tensor<4xi64>
    %s = weft.reshape %f, %shape : (tensor<?x2x16xf32>, tensor<4xi64>) -> tensor<1x?x2x16xf32>
    %k = weft.transpose %s {permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x?x2x16xf32>) -> tensor<1x2x?x16xf32>
    %y = weft.attention %q, %k, %v {scale = 0.25 : f32, causal, weft.bf16_products} : (tensor<1x4x?x16xf32>, tensor<1x2x?x16xf32>, tensor<1x2x?x16xf32>) -> tensor<1x4x?x16xf32>
    weft.return %y : tensor<1x4x?x16xf32>
  })",
      {37, 150, 150});
}

TEST_F(TileAttention, ScratchDoesNotGrowWithKeys) {
  auto scratch = [](int64_t keys) {
    return expectRounded(attention({2, 2, 40, keys, 32, 32})).scratchBytes;
  };
  EXPECT_EQ(scratch(100), scratch(1500));
}

TEST_F(TileAttention, FewQueriesAreExact) {
  // One by one by multiply-adds, whatever the op allows.
  KernelRunOptions options;
  options.hasTiles = true;
  KernelRun run =
      runKernel(attention({4, 2, 3, 150, 64, 64, ", causal"}), options);
  EXPECT_EQ(run.message, "");
  EXPECT_LE(run.error, kLeast);
}

TEST_F(TileAttention, WithoutPermissionIsExact) {
  KernelRunOptions options;
  options.hasTiles = true;
  std::string source = attention({2, 2, 40, 150, 64, 64}),
              attribute = ", weft.bf16_products";
  source.erase(source.find(attribute), attribute.size());
  KernelRun run = runKernel(source, options);
  EXPECT_EQ(run.message, "");
  EXPECT_LE(run.error, kLeast);
}
} // namespace
