// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Interpolation, blocks of scales and random numbers compiled, against the
// interpreter, over the shapes where vectors end.

#include "test/unit/target/KernelRunner.h"
#include "llvm/Support/FormatVariadic.h"
#include "gtest/gtest.h"

using namespace weft;
using namespace weft::testing;

static void expectSame(const std::string &source, double tolerance,
                       std::vector<int64_t> dynamicSizes = {}) {
  KernelRunOptions options;
  options.dynamicSizes = std::move(dynamicSizes);
  KernelRun run = runKernel(source, options);
  EXPECT_EQ(run.message, "") << source;
  EXPECT_LE(run.error, tolerance) << source;
}

/// Two dimensions of a 2x5x6xC tensor resized to 8x9, and an op behind.
static std::string resize(llvm::StringRef mode, llvm::StringRef element,
                          int64_t channels, llvm::StringRef flags) {
  return llvm::formatv(
             R"(weft.func private @kernel(%x: tensor<2x5x6x{0}x{1}>) -> tensor<2x8x9x{0}x{1}> {{
    %sizes = weft.constant dense<[8, 9]> : tensor<2xi64>
    %scales = weft.constant dense<[1.6, 1.5]> : tensor<2xf32>
    %y = weft.resize {2} %x, %sizes, %scales {{dims = array<i64: 1, 2>, coordinates = #weft<coordinates half_pixel>{3}}
       : (tensor<2x5x6x{0}x{1}>, tensor<2xi64>, tensor<2xf32>) -> tensor<2x8x9x{0}x{1}>
    %z = weft.abs %y : (tensor<2x8x9x{0}x{1}>) -> tensor<2x8x9x{0}x{1}>
    weft.return %z : tensor<2x8x9x{0}x{1}>
  })",
             channels, element, mode, flags)
      .str();
}

TEST(ResizeKernel, ChannelsOfManySizes) {
  for (int64_t channels : {1, 3, 8, 17, 32})
    for (const char *mode : {"nearest", "linear", "cubic"})
      expectSame(resize(mode, "f32", channels, ""), 1e-6);
}

TEST(ResizeKernel, ElementTypes) {
  for (const char *mode : {"nearest", "linear", "cubic"}) {
    expectSame(resize(mode, "f16", 9, ""), 1e-3);
    expectSame(resize(mode, "bf16", 9, ""), 1e-2);
    expectSame(resize(mode, "f64", 9, ""), 1e-14);
    expectSame(resize(mode, "i32", 9, ""), 0);
  }
}

TEST(ResizeKernel, OutsideExcluded) {
  expectSame(resize("cubic", "f32", 9, ", exclude_outside"), 1e-6);
}

TEST(ResizeKernel, DimensionsInAnyOrderWithOthersInside) {
  for (const char *flags : {"", ", antialias"})
    expectSame(
        llvm::formatv(
            R"(weft.func private @kernel(%x: tensor<?x?x?x?x?xf32>) -> tensor<?x?x?x?x?xf32> {{
    %sizes = weft.constant dense<[3, 5]> : tensor<2xi64>
    %scales = weft.constant dense<[0.6, 1.25]> : tensor<2xf32>
    %y = weft.resize cubic %x, %sizes, %scales {{dims = array<i64: 2, 0>, coordinates = #weft<coordinates align_corners>{0}}
       : (tensor<?x?x?x?x?xf32>, tensor<2xi64>, tensor<2xf32>) -> tensor<?x?x?x?x?xf32>
    weft.return %y : tensor<?x?x?x?x?xf32>
  })",
            flags)
            .str(),
        1e-6, {4, 2, 5, 3, 11});
}

TEST(ResizeKernel, TheLastDimension) {
  for (const char *mode : {"nearest", "linear"})
    expectSame(
        llvm::formatv(
            R"(weft.func private @kernel(%x: tensor<3x40xf32>) -> tensor<3x25xf32> {{
    %sizes = weft.constant dense<25> : tensor<1xi64>
    %scales = weft.constant dense<0.625> : tensor<1xf32>
    %y = weft.resize {0} %x, %sizes, %scales {{dims = array<i64: 1>, coordinates = #weft<coordinates half_pixel>, nearest = #weft<nearest floor>}
       : (tensor<3x40xf32>, tensor<1xi64>, tensor<1xf32>) -> tensor<3x25xf32>
    weft.return %y : tensor<3x25xf32>
  })",
            mode)
            .str(),
        1e-6);
}

// As scales of blocks are: shorter than a vector, whole vectors, not a multiple
// of them; the last block may be short.
TEST(ResizeKernel, RepeatedElements) {
  for (auto [count, block, size] : {std::tuple(5, 2, 9),
                                    {3, 8, 24},
                                    {3, 32, 70},
                                    {4, 12, 48},
                                    {2, 64, 128}})
    expectSame(
        llvm::formatv(
            R"(weft.func private @kernel(%q: tensor<3x{2}xi8>, %s: tensor<3x{0}xf32>) -> tensor<3x{2}xf32> {{
    %sizes = weft.constant dense<{2}> : tensor<1xi64>
    %scales = weft.constant dense<{1}.0> : tensor<1xf32>
    %r = weft.resize nearest %s, %sizes, %scales {{dims = array<i64: 1>, coordinates = #weft<coordinates asymmetric>, nearest = #weft<nearest floor>}
       : (tensor<3x{0}xf32>, tensor<1xi64>, tensor<1xf32>) -> tensor<3x{2}xf32>
    %f = weft.cast %q : (tensor<3x{2}xi8>) -> tensor<3x{2}xf32>
    %y = weft.mul %f, %r : (tensor<3x{2}xf32>, tensor<3x{2}xf32>) -> tensor<3x{2}xf32>
    weft.return %y : tensor<3x{2}xf32>
  })",
            count, block, size)
            .str(),
        0);
}

static std::string random(llvm::StringRef kind, int64_t size,
                          llvm::StringRef counter) {
  return llvm::formatv(
             R"(weft.func private @kernel(%key: tensor<i64>) -> tensor<{1}xf32> {{
    %counter = weft.constant dense<{2}> : tensor<i64>
    %shape = weft.constant dense<{1}> : tensor<1xi64>
    %y = weft.random {0} %key, %counter, %shape : (tensor<i64>, tensor<i64>, tensor<1xi64>) -> tensor<{1}xf32>
    weft.return %y : tensor<{1}xf32>
  })",
             kind, size, counter)
      .str();
}

TEST(RandomKernel, Agrees) {
  // Counters on both sides of 32 bits, and of 64.
  for (const char *counter : {"0", "4294967290", "-3"})
    for (int64_t size : {1, 3, 4, 32, 33, 64, 67, 9001}) {
      expectSame(random("uniform", size, counter), 0);
      expectSame(random("normal", size, counter), 1e-7);
    }
}
