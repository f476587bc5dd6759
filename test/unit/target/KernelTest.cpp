// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Kernels against the interpreter, over the shapes where tiles, blocks and tails end.

#include "lib/Target/CPU/Backend/Levels.h"
#include "test/unit/target/KernelRunner.h"
#include "gtest/gtest.h"

#include <random>

using namespace weft;
using namespace weft::testing;

namespace {
/// Lanes of the levels that this processor runs.
std::vector<int64_t> lanesHere() {
  std::vector<int64_t> lanes;
  for (const cpu::LevelDescription &level : cpu::describeLevels())
    if (level.runsHere && (level.name == "avx2" || level.name == "avx512"))
      lanes.push_back(level.name == "avx512" ? 16 : 8);
  return lanes;
}

/// Expects that the kernel agrees with the interpreter, at every level of this processor.
void expectSame(const std::string &source,
                std::vector<int64_t> dynamicSizes = {}, double tolerance = 2e-5,
                int64_t integerLimit = 4) {
  KernelRunOptions options;
  options.integerLimit = integerLimit;
  options.dynamicSizes = std::move(dynamicSizes);
  for (int64_t lanes : lanesHere()) {
    options.lanes = lanes;
    KernelRun run = runKernel(source, options);
    EXPECT_EQ(run.message, "") << lanes << " lanes:\n" << source;
    EXPECT_LE(run.error, tolerance) << lanes << " lanes:\n" << source;
  }
}

std::string matmul(const std::string &m, const std::string &k,
                   const std::string &n, bool isWeight) {
  return llvm::formatv(
      R"(weft.func private @kernel(%a: tensor<{0}x{1}xf32>, %b: tensor<{1}x{2}xf32> {3}) -> tensor<{0}x{2}xf32> {{
    %y = weft.contract "mk,kn->mn" %a, %b : (tensor<{0}x{1}xf32>, tensor<{1}x{2}xf32>) -> tensor<{0}x{2}xf32>
    weft.return %y : tensor<{0}x{2}xf32>
  })",
      m, k, n, isWeight ? "{weft.parameter}" : "");
}

TEST(ContractKernel, WeightsOfManySizes) {
  for (auto [m, k, n] : {std::tuple(1, 5, 7),
                         {2, 16, 16},
                         {3, 33, 64},
                         {5, 20, 100},
                         {6, 64, 16},
                         {7, 64, 48},
                         {13, 700, 40},
                         {49, 64, 33},
                         {128, 96, 256},
                         {300, 1500, 37},
                         {20, 1024, 40},
                         {20, 5000, 40},
                         {230, 4500, 130}})
    expectSame(
        matmul(std::to_string(m), std::to_string(k), std::to_string(n), true));
}

TEST(ContractKernel, ActivationsOfManySizes) {
  for (auto [m, k, n] : {std::tuple(1, 5, 7),
                         {3, 33, 64},
                         {13, 700, 40},
                         {150, 64, 33},
                         {128, 96, 256}})
    expectSame(
        matmul(std::to_string(m), std::to_string(k), std::to_string(n), false));
}

TEST(ContractKernel, UnknownRows) {
  for (int64_t m : {0, 1, 4, 6, 11, 145, 300})
    expectSame(matmul("?", "70", "48", true), {m});
}

TEST(ContractKernel, UnknownSizes) {
  for (auto [m, k, n] :
       {std::tuple(1, 1, 1), {7, 800, 50}, {200, 3, 16}, {5, 0, 20}})
    expectSame(matmul("?", "?", "?", false), {m, k, k, n});
}

TEST(ContractKernel, BatchesLettersAndEpilogues) {
  // Batches, a transposed activation, bias, residual and an expensive op behind.
  expectSame(
      R"(weft.func private @kernel(%a: tensor<2x3x20x24xf32>, %b: tensor<2x3x40x24xf32>) -> tensor<2x3x20x40xf32> {
    %y = weft.contract "bhmk,bhnk->bhmn" %a, %b : (tensor<2x3x20x24xf32>, tensor<2x3x40x24xf32>) -> tensor<2x3x20x40xf32>
    weft.return %y : tensor<2x3x20x40xf32>
  })");
  expectSame(
      R"(weft.func private @kernel(%a: tensor<2x11x32xf32>, %w: tensor<32x48xf32> {weft.parameter}, %c: tensor<48xf32>, %r: tensor<2x11x48xf32>) -> tensor<2x11x48xf32> {
    %y = weft.contract "bmk,kn->bmn" %a, %w : (tensor<2x11x32xf32>, tensor<32x48xf32>) -> tensor<2x11x48xf32>
    %z = weft.add %y, %c : (tensor<2x11x48xf32>, tensor<48xf32>) -> tensor<2x11x48xf32>
    %e = weft.erf %z : (tensor<2x11x48xf32>) -> tensor<2x11x48xf32>
    %s = weft.add %e, %r : (tensor<2x11x48xf32>, tensor<2x11x48xf32>) -> tensor<2x11x48xf32>
    weft.return %s : tensor<2x11x48xf32>
  })");
  expectSame(
      R"(weft.func private @kernel(%a: tensor<2x9x32xf32>, %w: tensor<32x4x16xf32> {weft.parameter}) -> tensor<2x4x9x16xf32> {
    %y = weft.contract "bmk,khd->bhmd" %a, %w : (tensor<2x9x32xf32>, tensor<32x4x16xf32>) -> tensor<2x4x9x16xf32>
    weft.return %y : tensor<2x4x9x16xf32>
  })");
  expectSame(
      R"(weft.func private @kernel(%w: tensor<24x40xf32> {weft.parameter}, %a: tensor<3x40x7xf32>) -> tensor<3x7x24xf32> {
    %y = weft.contract "mk,bkn->bnm" %w, %a : (tensor<24x40xf32>, tensor<3x40x7xf32>) -> tensor<3x7x24xf32>
    weft.return %y : tensor<3x7x24xf32>
  })");
}

/// A step of an lstm: the gates are parts of the columns, and two results are read from them.
std::string lstmCell(const std::string &m, int64_t k, int64_t hidden) {
  std::string gates =
                  "tensor<" + m + "x" + std::to_string(4 * hidden) + "xf32>",
              part = "tensor<" + m + "x" + std::to_string(hidden) + "xf32>";
  auto slice = [&](int64_t gate) {
    return llvm::formatv(R"(
      %from{0} = weft.constant dense<{1}> : tensor<1xi64>
      %to{0} = weft.constant dense<{2}> : tensor<1xi64>
      %part{0} = weft.slice %g, %from{0}, %to{0}, %one {{dims = array<i64: 1>} : ({3}, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> {4})",
                         gate, gate * hidden, (gate + 1) * hidden, gates, part)
        .str();
  };
  return llvm::formatv(
      R"(weft.func private @kernel(%x: tensor<4x{0}x{1}xf32>, %t: tensor<i64>, %h: tensor<{0}x{2}xf32>, %w: tensor<{2}x{1}xf32> {{weft.parameter}, %c: {4})
      -> ({4}, {4}) {{
    %now = weft.gather %x, %t {{dim = 0 : i64} : (tensor<4x{0}x{1}xf32>, tensor<i64>) -> {3}
    %y = weft.contract "bh,hg->bg" %h, %w : (tensor<{0}x{2}xf32>, tensor<{2}x{1}xf32>) -> {3}
    %g = weft.add %y, %now : ({3}, {3}) -> {3}
    %one = weft.constant dense<1> : tensor<1xi64>
    {5}
    %i = weft.logistic %part0 : ({4}) -> {4}
    %o = weft.logistic %part1 : ({4}) -> {4}
    %f = weft.logistic %part2 : ({4}) -> {4}
    %n = weft.tanh %part3 : ({4}) -> {4}
    %kept = weft.mul %f, %c : ({4}, {4}) -> {4}
    %new = weft.mul %i, %n : ({4}, {4}) -> {4}
    %cell = weft.add %kept, %new : ({4}, {4}) -> {4}
    %squashed = weft.tanh %cell : ({4}) -> {4}
    %state = weft.mul %o, %squashed : ({4}, {4}) -> {4}
    weft.return %state, %cell : {4}, {4}
  })",
      m, 4 * hidden, k, gates, part, slice(0) + slice(1) + slice(2) + slice(3));
}

TEST(ContractKernel, PartsOfColumns) {
  auto runsHere = [](llvm::StringRef name) {
    return llvm::any_of(cpu::describeLevels(),
                        [&](const cpu::LevelDescription &level) {
                          return level.name == name && level.runsHere;
                        });
  };
  for (int64_t lanes : {8, 16})
    for (int64_t round : {0, 1})
      for (auto [m, k, hidden] : {std::tuple(1, 512, 512),
                                  {1, 7, 16},
                                  {1, 40, 176},
                                  {1, 700, 240},
                                  {2, 33, 48},
                                  {5, 64, 64},
                                  {17, 20, 32}}) {
        if (lanes == 16 && !runsHere("avx512"))
          continue;
        KernelRunOptions options;
        options.lanes = lanes;
        options.round = round;
        KernelRun run =
            runKernel(lstmCell(std::to_string(m), k, hidden), options);
        EXPECT_EQ(run.message, "") << m << " " << k << " " << hidden;
        EXPECT_LE(run.error, 2e-5) << m << " " << k << " " << hidden;
      }
  for (int64_t m : {0, 1, 3, 14})
    expectSame(lstmCell("?", 24, 32), {m, m, m});
}

TEST(ContractKernel, GoesForthAndBack) {
  // More tasks than one, panels that do not fill the last tile.
  for (int64_t round : {1, 2}) {
    KernelRunOptions options;
    options.round = round;
    KernelRun run = runKernel(matmul("1", "600", "1100", true), options);
    EXPECT_EQ(run.message, "");
    EXPECT_GT(run.tasks, 1);
    EXPECT_LE(run.error, 2e-5);
  }
}

TEST(ContractKernel, BytesByBytes) {
  // Columns side by side, and one behind the other; the whole range of bytes, and no step at all.
  for (const char *order : {"kn", "nk"}) {
    std::string source = llvm::formatv(
        R"(weft.func private @kernel(%a: tensor<?x?xui8>, %b: tensor<?x?xui8>) -> tensor<?x?xi32> {{
    %z = weft.constant dense<131> : tensor<i16>
    %v = weft.cast %a : (tensor<?x?xui8>) -> tensor<?x?xi16>
    %c = weft.sub %v, %z : (tensor<?x?xi16>, tensor<i16>) -> tensor<?x?xi16>
    %w = weft.cast %b : (tensor<?x?xui8>) -> tensor<?x?xi16>
    %d = weft.sub %w, %z : (tensor<?x?xi16>, tensor<i16>) -> tensor<?x?xi16>
    %y = weft.contract "mk,{0}->mn" %c, %d : (tensor<?x?xi16>, tensor<?x?xi16>) -> tensor<?x?xi32>
    weft.return %y : tensor<?x?xi32>
  })",
        order);
    for (auto [m, k, n] : {std::tuple(1, 1, 1),
                           {7, 66, 50},
                           {30, 3, 16},
                           {150, 200, 33},
                           {5, 0, 20}}) {
      std::vector<int64_t> sizes{m, k, k, n};
      if (order[0] == 'n')
        std::swap(sizes[2], sizes[3]);
      expectSame(source, sizes, 0, 256);
      if (!llvm::is_contained(lanesHere(), 16))
        continue;
      KernelRunOptions options;
      options.dynamicSizes = sizes;
      options.integerLimit = 256;
      options.lanes = 16;
      options.hasByteProducts = true;
      KernelRun run = runKernel(source, options);
      EXPECT_EQ(run.message, "");
      EXPECT_EQ(run.error, 0) << order << m << " " << k << " " << n;
    }
  }
}

TEST(ContractKernel, OtherTypes) {
  expectSame(
      R"(weft.func private @kernel(%a: tensor<5x9xi32>, %b: tensor<9x11xi8>) -> tensor<5x11xi32> {
    %y = weft.contract "mk,kn->mn" %a, %b : (tensor<5x9xi32>, tensor<9x11xi8>) -> tensor<5x11xi32>
    weft.return %y : tensor<5x11xi32>
  })",
      {}, 0);
  expectSame(
      R"(weft.func private @kernel(%a: tensor<5x9xf64>, %b: tensor<9x11xf64>) -> tensor<5x11xf64> {
    %y = weft.contract "mk,kn->mn" %a, %b : (tensor<5x9xf64>, tensor<9x11xf64>) -> tensor<5x11xf64>
    weft.return %y : tensor<5x11xf64>
  })");
  expectSame(
      R"(weft.func private @kernel(%a: tensor<7x9xf16>, %b: tensor<9x11xf16> {weft.parameter}) -> tensor<7x11xf16> {
    %y = weft.contract "mk,kn->mn" %a, %b : (tensor<7x9xf16>, tensor<9x11xf16>) -> tensor<7x11xf16>
    weft.return %y : tensor<7x11xf16>
  })",
      {}, 2e-3);
}

std::string conv(const std::string &attributes, const std::string &input,
                 const std::string &filter, const std::string &result,
                 bool isWeight = true) {
  return llvm::formatv(
      R"(weft.func private @kernel(%x: tensor<{1}xf32>, %w: tensor<{2}xf32> {4}) -> tensor<{3}xf32> {{
    %y = weft.conv %x, %w {{{0}} : (tensor<{1}xf32>, tensor<{2}xf32>) -> tensor<{3}xf32>
    %z = weft.max %y, %y : (tensor<{3}xf32>, tensor<{3}xf32>) -> tensor<{3}xf32>
    weft.return %z : tensor<{3}xf32>
  })",
      attributes, input, filter, result, isWeight ? "{weft.parameter}" : "");
}

TEST(ConvKernel, PaddingStridesDilationsGroups) {
  auto plane = [](const char *strides, const char *dilations, const char *gaps,
                  const char *padding, int groups) {
    return llvm::formatv("strides = array<i64: {0}>, dilations = array<i64: "
                         "{1}>, input_dilations = array<i64: {2}>, padding = "
                         "array<i64: {3}>, groups = {4} : i64",
                         strides, dilations, gaps, padding, groups)
        .str();
  };
  expectSame(conv(plane("1, 1", "1, 1", "1, 1", "0, 0, 0, 0", 1), "2x5x6x20",
                  "1x1x20x24", "2x5x6x24"));
  expectSame(conv(plane("1, 1", "1, 1", "1, 1", "1, 1, 1, 1", 1), "1x7x9x16",
                  "3x3x16x32", "1x7x9x32"));
  expectSame(conv(plane("2, 2", "1, 1", "1, 1", "3, 3, 3, 3", 1), "1x17x19x3",
                  "7x7x3x20", "1x9x10x20"));
  expectSame(conv(plane("2, 2", "1, 1", "1, 1", "0, 0, 0, 0", 1), "1x17x19x3",
                  "7x7x3x20", "1x6x7x20"));
  expectSame(conv(plane("2, 1", "2, 3", "1, 1", "2, 0, 1, 3", 1), "2x11x13x5",
                  "3x2x5x18", "2x5x13x18"));
  expectSame(conv(plane("1, 1", "1, 1", "1, 1", "1, 1, 1, 1", 4), "1x6x6x16",
                  "3x3x4x24", "1x6x6x24"));
  expectSame(conv(plane("1, 1", "1, 1", "2, 3", "1, 2, 1, 2", 1), "1x4x5x6",
                  "3x3x6x17", "1x7x15x17"));
  expectSame(conv(plane("1, 1", "1, 1", "1, 1", "1, 1, 1, 1", 1), "1x7x7x512",
                  "3x3x512x16", "1x7x7x16"));
  expectSame(conv(plane("1, 1", "1, 1", "1, 1", "1, 1, 1, 1", 1), "1x5x5x4",
                  "3x3x4x8", "1x5x5x8", false));
  expectSame(conv(plane("2", "1", "1", "1, 1", 1), "1x9x4", "3x4x8", "1x5x8"));
}

/// A convolution of 3 x 3 by Winograd's algorithm, with what `epilogue` computes of %y into %z.
std::string winograd(const std::string &padding, const std::string &input,
                     const std::string &filter, const std::string &result,
                     const std::string &epilogue) {
  return llvm::formatv(
      R"(weft.func private @kernel(%x: tensor<{1}xf32>, %w: tensor<{2}xf32> {{weft.parameter}, %r: tensor<{3}xf32>) -> tensor<{3}xf32> {{
    %y = weft.conv %x, %w {{strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: {0}>} : (tensor<{1}xf32>, tensor<{2}xf32>) -> tensor<{3}xf32>
    %z = weft.{4} : (tensor<{3}xf32>, tensor<{3}xf32>) -> tensor<{3}xf32>
    weft.return %z : tensor<{3}xf32>
  })",
      padding, input, filter, result, epilogue);
}

/// The relative error in the 2-norm of sums of `length` products, each a chain of multiply-adds in f32.
double computeChainError(int64_t length) {
  std::mt19937 random(3);
  std::normal_distribution<float> normal;
  double difference = 0, norm = 0;
  for (int64_t i = 0; i < 400; ++i) {
    float chain = 0;
    double sum = 0;
    for (int64_t k = 0; k < length; ++k) {
      float x = normal(random), y = normal(random);
      chain = std::fma(x, y, chain);
      sum += static_cast<double>(x) * y;
    }
    difference += (chain - sum) * (chain - sum);
    norm += sum * sum;
  }
  return std::sqrt(difference / norm);
}

TEST(WinogradKernel, ImagesThatAreNoWholeTiles) {
  for (auto [padding, input, filter, result, batch] :
       {std::tuple("1, 1, 1, 1", "1x12x12x64", "3x3x64x96", "1x12x12x96", 0),
        {"1, 1, 1, 1", "2x7x9x48", "3x3x48x80", "2x7x9x80", 0},
        {"0, 0, 0, 0", "1x15x18x64", "3x3x64x64", "1x13x16x64", 0},
        {"2, 0, 1, 2", "1x11x14x80", "3x3x80x112", "1x12x14x112", 0},
        {"1, 1, 1, 1", "1x7x7x256", "3x3x256x80", "1x7x7x80", 0},
        {"1, 1, 1, 1", "?x14x14x64", "3x3x64x64", "?x14x14x64", 3}})
    for (const char *epilogue : {"add %y, %r", "div %y, %r"}) {
      KernelRunOptions options;
      if (batch)
        options.dynamicSizes = {batch, batch};
      for (int64_t lanes : lanesHere()) {
        options.lanes = lanes;
        std::string source = winograd(padding, input, filter, result, epilogue);
        KernelRun run = runKernel(source, options);
        EXPECT_EQ(run.message, "") << lanes << " lanes:\n" << source;
        EXPECT_LE(run.error, 2e-5) << lanes << " lanes:\n" << source;
        EXPECT_EQ(run.layouts[1].kind, cpu::WeightLayout::Winograd);
      }
    }
}

TEST(WinogradKernel, RoundsAtMostTwiceAsMuchAsAChain) {
  for (int64_t channels : {64, 96, 128, 256})
    for (int64_t size : {7, 16}) {
      std::string image = llvm::formatv("1x{0}x{0}x", size);
      std::string source =
          conv("strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, "
               "input_dilations = array<i64: 1, 1>, padding = array<i64: 1, "
               "1, 1, 1>",
               image + std::to_string(channels),
               llvm::formatv("3x3x{0}x96", channels), image + "96");
      double chain = computeChainError(9 * channels);
      for (int64_t lanes : lanesHere()) {
        KernelRunOptions options;
        options.lanes = lanes;
        KernelRun run = runKernel(source, options);
        EXPECT_EQ(run.layouts[1].kind, cpu::WeightLayout::Winograd) << source;
        EXPECT_LE(run.normError, 2 * chain) << lanes << " lanes:\n" << source;
      }
    }
}

TEST(DepthwiseKernel, PixelsAtEdges) {
  for (auto [attributes, input, filter, result] :
       {std::tuple("1, 1>, padding = array<i64: 1, 1, 1, 1>, groups = 24",
                   "2x7x7x24", "3x3x1x24", "2x7x7x24"),
        {"2, 2>, padding = array<i64: 0, 0, 1, 1>, groups = 13", "1x14x14x13",
         "3x3x1x13", "1x7x7x13"},
        {"1, 1>, padding = array<i64: 3, 3, 3, 3>, groups = 16", "1x5x20x16",
         "7x7x1x16", "1x5x20x16"},
        {"1, 1>, padding = array<i64: 2, 2, 2, 2>, groups = 16", "1x4x14x16",
         "5x5x1x16", "1x4x14x16"},
        {"1, 1>, padding = array<i64: 0, 4, 0, 0>, groups = 16", "1x3x30x16",
         "1x5x1x16", "1x3x30x16"},
        {"1, 1>, padding = array<i64: 4, 4, 4, 4>, groups = 8", "1x9x1x8",
         "9x9x1x8", "1x9x1x8"},
        {"2, 2>, padding = array<i64: 1, 1, 1, 1>, groups = 160", "1x57x57x160",
         "3x3x1x160", "1x29x29x160"}})
    expectSame(
        conv(llvm::formatv("dilations = array<i64: 1, 1>, input_dilations = "
                           "array<i64: 1, 1>, strides = array<i64: {0} : i64",
                           attributes),
             input, filter, result));
}

std::string transpose(const std::string &permutation, const std::string &from,
                      const std::string &to, const std::string &element) {
  return llvm::formatv(
      R"(weft.func private @kernel(%x: tensor<{1}x{3}>, %r: tensor<{2}x{3}>) -> tensor<{2}x{3}> {{
    %n = weft.neg %x : (tensor<{1}x{3}>) -> tensor<{1}x{3}>
    %t = weft.transpose %n {{permutation = array<i64: {0}>} : (tensor<{1}x{3}>) -> tensor<{2}x{3}>
    %y = weft.add %t, %r : (tensor<{2}x{3}>, tensor<{2}x{3}>) -> tensor<{2}x{3}>
    weft.return %y : tensor<{2}x{3}>
  })",
      permutation, from, to, element);
}

TEST(TransposeKernel, SizesAroundTheSquare) {
  for (auto [permutation, from, to] : {std::tuple("1, 0", "16x16", "16x16"),
                                       {"1, 0", "33x70", "70x33"},
                                       {"1, 0", "17x8", "8x17"},
                                       {"1, 0", "3x100", "100x3"},
                                       {"0, 2, 3, 1", "2x5x9x31", "2x9x31x5"},
                                       {"0, 3, 1, 2", "2x9x5x40", "2x40x9x5"},
                                       {"2, 1, 0", "20x3x67", "67x3x20"},
                                       {"1, 0", "9x7", "7x9"},
                                       {"1, 2, 0", "40x1x18", "1x18x40"}})
    expectSame(transpose(permutation, from, to, "f32"));
  for (const char *element : {"f64", "f16", "i8", "i64"})
    for (auto [permutation, from, to] :
         {std::tuple("1, 0", "33x70", "70x33"),
          {"0, 2, 3, 1", "2x5x9x31", "2x9x31x5"}})
      expectSame(transpose(permutation, from, to, element));
}

TEST(TransposeKernel, UnknownSizes) {
  for (auto [m, n] :
       {std::pair(1, 1), {3, 70}, {70, 3}, {40, 50}, {16, 8}, {0, 5}})
    expectSame(
        R"(weft.func private @kernel(%x: tensor<?x2x?xf32>) -> tensor<?x2x?xf32> {
      %e = weft.abs %x : (tensor<?x2x?xf32>) -> tensor<?x2x?xf32>
      %y = weft.transpose %e {permutation = array<i64: 2, 1, 0>} : (tensor<?x2x?xf32>) -> tensor<?x2x?xf32>
      weft.return %y : tensor<?x2x?xf32>
    })",
        {m, n});
}

TEST(DepthwiseKernel, UnknownTaps) {
  for (auto [height, width] : {std::tuple(3, 3), {1, 5}, {4, 2}})
    expectSame(conv("dilations = array<i64: 1, 2>, input_dilations = "
                    "array<i64: 1, 1>, strides = array<i64: 2, 1>, padding = "
                    "array<i64: 1, 2, 1, 2>, groups = 13 : i64",
                    "1x9x14x13", "?x?x1x13", "1x?x?x13", false),
               {height, width});
}

TEST(ConvKernel, UnknownTaps) {
  for (const char *attributes :
       {"groups = 1 : i64, input_dilations = array<i64: 1, 1>, padding = "
        "array<i64: 1, 0, 2, 3>",
        "groups = 3 : i64, input_dilations = array<i64: 1, 1>, padding = "
        "array<i64: 0, 0, 0, 0>",
        "groups = 1 : i64, input_dilations = array<i64: 2, 3>, padding = "
        "array<i64: 3, 3, 3, 3>"})
    for (auto [height, width] : {std::tuple(3, 3), {1, 1}, {4, 2}})
      expectSame(
          conv("dilations = array<i64: 1, 2>, strides = array<i64: 2, 1>, " +
                   std::string(attributes),
               "2x9x14x12",
               std::string("?x?x") + (attributes[9] == '3' ? "4" : "12") +
                   "x18",
               "2x?x?x18", false),
          {height, width});
}

TEST(PoolKernel, Kinds) {
  for (const char *kind : {"max", "min", "sum", "mean"})
    expectSame(llvm::formatv(
        R"(weft.func private @kernel(%x: tensor<2x9x8x11xf32>) -> tensor<2x5x4x11xf32> {{
      %y = weft.reduce_window {0} %x {{window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>,
                                        padding = array<i64: 1, 1, 1, 1>} : (tensor<2x9x8x11xf32>) -> tensor<2x5x4x11xf32>
      weft.return %y : tensor<2x5x4x11xf32>
    })",
        kind));
}

TEST(AttentionKernel, MasksCausalAndGroups) {
  auto text = [](const char *attributes, const char *mask) {
    return llvm::formatv(
               R"(weft.func private @kernel(%q: tensor<2x4x13x16xf32>, %k: tensor<2x2x21x16xf32>, %v: tensor<2x2x21x20xf32>, %m: tensor<{1}>) -> tensor<2x4x13x20xf32> {{
      %y = weft.attention %q, %k, %v mask %m {{{0}} : (tensor<2x4x13x16xf32>, tensor<2x2x21x16xf32>, tensor<2x2x21x20xf32>, tensor<{1}>) -> tensor<2x4x13x20xf32>
      weft.return %y : tensor<2x4x13x20xf32>
    })",
               attributes, mask)
        .str();
  };
  expectSame(text("scale = 0.25 : f32", "2x1x1x21xf32"));
  expectSame(text("scale = 0.25 : f32, causal", "13x21xi1"));
  expectSame(text("scale = 0.25 : f32, softcap = 2.0 : f32", "2x4x13x21xi1"));
}

/// Attention of one head over `keys` keys of `width`; `attributes` may hold a mask.
std::string attention(int64_t length, int64_t keys, int64_t width,
                      int64_t valueWidth, const std::string &attributes = "",
                      const std::string &element = "f32") {
  return llvm::formatv(
      R"(weft.func private @kernel(%q: tensor<1x2x{0}x{2}x{5}>, %k: tensor<1x2x{1}x{2}x{5}>, %v: tensor<1x2x{1}x{3}x{5}>) -> tensor<1x2x{0}x{3}x{5}> {{
    %y = weft.attention %q, %k, %v {{scale = 0.25 : f32{4}} : (tensor<1x2x{0}x{2}x{5}>, tensor<1x2x{1}x{2}x{5}>, tensor<1x2x{1}x{3}x{5}>) -> tensor<1x2x{0}x{3}x{5}>
    weft.return %y : tensor<1x2x{0}x{3}x{5}>
  })",
      length, keys, width, valueWidth, attributes, element);
}

TEST(AttentionKernel, BordersOfTilesAndBlocks) {
  // Queries one by one and in tiles, tasks of several tiles, blocks of keys, and widths that registers do not divide.
  for (auto [length, keys, width, valueWidth] : {std::tuple(1, 1, 8, 8),
                                                 {1, 7, 16, 8},
                                                 {1, 300, 64, 64},
                                                 {4, 129, 20, 5},
                                                 {5, 5, 8, 8},
                                                 {15, 127, 16, 16},
                                                 {16, 128, 8, 24},
                                                 {17, 129, 9, 7},
                                                 {33, 260, 64, 64},
                                                 {65, 3, 12, 1},
                                                 {130, 257, 8, 40}}) {
    expectSame(attention(length, keys, width, valueWidth));
    expectSame(attention(length, keys, width, valueWidth, ", causal"));
  }
}

TEST(AttentionKernel, NothingSeenAndFewKeysSeen) {
  // More queries than keys: the first ones see nothing.
  expectSame(attention(140, 20, 16, 16, ", causal"));
  expectSame(attention(3, 2, 16, 16, ", causal"));
}

TEST(AttentionKernel, NarrowFloats) {
  for (const char *element : {"f16", "bf16"})
    for (int64_t length : {2, 20})
      expectSame(attention(length, 150, 24, 16, "", element), {}, 1e-2);
}

TEST(AttentionKernel, OperandsInOtherOrders) {
  // As projections leave them: [batch][position][head][width].
  for (int64_t length : {3, 40})
    expectSame(
        llvm::formatv(
            R"(weft.func private @kernel(%q: tensor<2x{0}x3x16xf32>, %k: tensor<2x150x3x16xf32>, %v: tensor<2x150x3x16xf32>) -> tensor<2x3x{0}x16xf32> {{
      %a = weft.transpose %q {{permutation = array<i64: 0, 2, 1, 3>} : (tensor<2x{0}x3x16xf32>) -> tensor<2x3x{0}x16xf32>
      %b = weft.transpose %k {{permutation = array<i64: 0, 2, 1, 3>} : (tensor<2x150x3x16xf32>) -> tensor<2x3x150x16xf32>
      %c = weft.transpose %v {{permutation = array<i64: 0, 2, 1, 3>} : (tensor<2x150x3x16xf32>) -> tensor<2x3x150x16xf32>
      %y = weft.attention %a, %b, %c {{scale = 0.25 : f32} : (tensor<2x3x{0}x16xf32>, tensor<2x3x150x16xf32>, tensor<2x3x150x16xf32>) -> tensor<2x3x{0}x16xf32>
      weft.return %y : tensor<2x3x{0}x16xf32>
    })",
            length)
            .str());
}

TEST(AttentionKernel, PartsOfOneProjection) {
  // Thirds of the columns by slices, and by indices of a dimension; the result goes back to the order of positions.
  for (bool isSliced : {true, false}) {
    std::string parts, whole = isSliced ? "1x37x96xf32" : "37x1x3x32xf32",
                       part = isSliced ? "1x37x32xf32" : "37x1x32xf32";
    for (int i = 0; i < 3; ++i)
      parts += isSliced ? llvm::formatv(R"(
    %from{0} = weft.constant dense<{1}> : tensor<1xi64>
    %to{0} = weft.constant dense<{2}> : tensor<1xi64>
    %part{0} = weft.slice %x, %from{0}, %to{0}, %one {{dims = array<i64: 2>} : (tensor<{3}>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<{4}>)",
                                        i, 32 * i, 32 * (i + 1), whole, part)
                              .str()
                        : llvm::formatv(R"(
    %at{0} = weft.constant dense<{0}> : tensor<i64>
    %part{0} = weft.gather %x, %at{0} {{dim = 2 : i64} : (tensor<{1}>, tensor<i64>) -> tensor<{2}>)",
                                        i, whole, part)
                              .str();
    expectSame(
        llvm::formatv(
            R"(weft.func private @kernel(%x: tensor<{0}>) -> tensor<37x1x2x16xf32> {{
    %one = weft.constant dense<1> : tensor<1xi64>{2}
    %a = weft.reshape %part0 : (tensor<{1}>) -> tensor<1x37x2x16xf32>
    %b = weft.reshape %part1 : (tensor<{1}>) -> tensor<1x37x2x16xf32>
    %c = weft.reshape %part2 : (tensor<{1}>) -> tensor<1x37x2x16xf32>
    %q = weft.transpose %a {{permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x37x2x16xf32>) -> tensor<1x2x37x16xf32>
    %k = weft.transpose %b {{permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x37x2x16xf32>) -> tensor<1x2x37x16xf32>
    %v = weft.transpose %c {{permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x37x2x16xf32>) -> tensor<1x2x37x16xf32>
    %y = weft.attention %q, %k, %v {{scale = 0.25 : f32} : (tensor<1x2x37x16xf32>, tensor<1x2x37x16xf32>, tensor<1x2x37x16xf32>) -> tensor<1x2x37x16xf32>
    %t = weft.transpose %y {{permutation = array<i64: 2, 0, 1, 3>} : (tensor<1x2x37x16xf32>) -> tensor<37x1x2x16xf32>
    weft.return %t : tensor<37x1x2x16xf32>
  })",
            whole, part, parts)
            .str());
  }
}

TEST(AttentionKernel, MasksOfManyKeys) {
  for (const char *mask : {"150xf32", "1x1x150xi1", "40x150xf32",
                           "1x2x40x150xi1", "40x1xf32", "1x2x1x1xf32"})
    expectSame(
        llvm::formatv(
            R"(weft.func private @kernel(%q: tensor<1x2x40x16xf32>, %k: tensor<1x2x150x16xf32>, %v: tensor<1x2x150x16xf32>, %m: tensor<{0}>) -> tensor<1x2x40x16xf32> {{
      %y = weft.attention %q, %k, %v mask %m {{scale = 0.25 : f32} : (tensor<1x2x40x16xf32>, tensor<1x2x150x16xf32>, tensor<1x2x150x16xf32>, tensor<{0}>) -> tensor<1x2x40x16xf32>
      weft.return %y : tensor<1x2x40x16xf32>
    })",
            mask)
            .str());
}

TEST(AttentionKernel, PastAndPresent) {
  expectSame(
      R"(weft.func private @kernel(%q: tensor<1x2x?x8xf32>, %k: tensor<1x2x?x8xf32>, %v: tensor<1x2x?x8xf32>, %pk: tensor<1x2x?x8xf32>, %pv: tensor<1x2x?x8xf32>)
      -> (tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>) {
    %y:3 = weft.attention %q, %k, %v past %pk, %pv {scale = 0.5 : f32, causal} : (tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>) -> (tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>)
    weft.return %y#0, %y#1, %y#2 : tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>
  })",
      {3, 3, 3, 9, 9});
  // Blocks of the past and behind it; the mask has a size for both.
  for (int64_t length : {1, 21})
    expectSame(
        R"(weft.func private @kernel(%q: tensor<1x4x?x8xf32>, %k: tensor<1x2x?x8xf32>, %v: tensor<1x2x?x8xf32>, %m: tensor<1x1x?x?xi1>, %pk: tensor<1x2x?x8xf32>, %pv: tensor<1x2x?x8xf32>)
      -> (tensor<1x4x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>) {
    %y:3 = weft.attention %q, %k, %v mask %m past %pk, %pv {scale = 0.5 : f32} : (tensor<1x4x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x1x?x?xi1>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>) -> (tensor<1x4x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>)
    weft.return %y#0, %y#1, %y#2 : tensor<1x4x?x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>
  })",
        {length, length, length, length, length + 135, 135, 135});
}

/// A kernel of one op with one operand.
std::string single(const std::string &op, const std::string &operand,
                   const std::string &results) {
  bool isPair = llvm::StringRef(results).contains(',');
  return llvm::formatv(R"(weft.func private @kernel(%x: {1}) -> ({2}) {{
    %k = weft.constant dense<20> : tensor<i64>
    {3} = {0} -> ({2})
    weft.return {3} : {2}
  })",
                       op, operand, results, isPair ? "%y, %z" : "%y");
}

TEST(RowKernel, RowsBesideEachOther) {
  // Rows in memory and computed ones, of sizes that several or only one are taken at a time of.
  for (auto [rows, size] :
       {std::pair(1, 128), {19, 96}, {11, 100}, {5, 768}, {9, 7}, {3, 3000}})
    for (const char *op :
         {"weft.softmax %x {dim = 1 : i64}",
          "weft.softmax %x {dim = 1 : i64, log}",
          "weft.normalize %x {dims = array<i64: 1>, epsilon = 1.0e-5 : f32}",
          "weft.normalize %x {dims = array<i64: 1>, epsilon = 1.0e-5 : f32, "
          "rms}"})
      for (const char *before :
           {"", "%x = weft.add %a, %r : (tensor<{0}x{1}xf32>, "
                "tensor<{0}x{1}xf32>) -> tensor<{0}x{1}xf32>\n"}) {
        std::string name = *before ? "%a" : "%x",
                    type = llvm::formatv("tensor<{0}x{1}xf32>", rows, size);
        expectSame(
            llvm::formatv(
                "weft.func private @kernel({0}: {1}, %r: {1}) -> {1} {{\n",
                name, type)
                .str() +
            llvm::formatv(before, rows, size).str() +
            llvm::formatv("%n = {0} : ({1}) -> {1}\n%y = weft.mul %n, %r : "
                          "({1}, {1}) -> {1}\nweft.return %y : {1}\n}",
                          op, type)
                .str());
      }
}

TEST(ReduceKernel, VectorsBesideEachOther) {
  for (int64_t size : {7, 16, 72, 128, 136, 300})
    for (const char *kind : {"mean", "max"})
      expectSame(llvm::formatv(
          R"(weft.func private @kernel(%x: tensor<2x5x3x{0}xf32>) -> tensor<2x{0}xf32> {{
        %y = weft.reduce {1} %x {{dims = array<i64: 1, 2>} : (tensor<2x5x3x{0}xf32>) -> tensor<2x{0}xf32>
        weft.return %y : tensor<2x{0}xf32>
      })",
          size, kind));
}

TEST(ContractKernel, OneRowOfFewColumns) {
  for (auto [k, n] : {std::pair("1", "1"),
                      {"7", "16"},
                      {"1152", "48"},
                      {"65", "33"},
                      {"2048", "300"}})
    for (bool isWeight : {false, true})
      expectSame(matmul("1", k, n, isWeight));
}

TEST(ArgReduceKernel, RowsAndColumns) {
  for (const char *flags : {"", ", last"})
    for (const char *kind : {"max", "min"}) {
      auto test = [&](const std::string &operand, const std::string &result,
                      int dim, std::vector<int64_t> sizes = {}) {
        expectSame(
            single(llvm::formatv(
                       "weft.arg_reduce {0} %x {{dim = {1} : i64{2}} : ({3})",
                       kind, dim, flags, operand)
                       .str(),
                   operand, result),
            std::move(sizes), 0);
      };
      test("tensor<3x1003xf32>", "tensor<3xi64>", 1);
      test("tensor<3x77xi8>", "tensor<3xi64>", 1);
      test("tensor<2x?xf64>", "tensor<2xi64>", 1, {130});
      test("tensor<2x?xbf16>", "tensor<2xi64>", 1, {5});
      test("tensor<4x9x19xf32>", "tensor<4x19xi64>", 1);
      test("tensor<9x?xui16>", "tensor<?xi64>", 0, {35, 35});
    }
}

TEST(CumulativeKernel, RowsAndPieces) {
  for (const char *flags : {"", ", exclusive", ", reverse"})
    for (const char *kind : {"sum", "max"})
      for (auto [operand, dim] : {std::pair("tensor<3x130xf32>", 1),
                                  {"tensor<7x3x300xf32>", 0},
                                  {"tensor<2x9x11xi16>", 1},
                                  {"tensor<5x17xf64>", 0}})
        expectSame(
            single(llvm::formatv(
                       "weft.cumulative {0} %x {{dim = {1} : i64{2}} : ({3})",
                       kind, dim, flags, operand)
                       .str(),
                   operand, operand));
}

TEST(OrderKernel, SortsShortAndLongLines) {
  for (const char *flags : {"", ", descending"})
    for (const char *element :
         {"f32", "f16", "f64", "i8", "ui16", "i32", "i64"})
      for (auto [sizes, dim] : {std::pair("3x47x", 1),
                                {"2x48x", 1},
                                {"2x1000x", 1},
                                {"300x3x", 0},
                                {"2x1x", 1}}) {
        std::string operand =
                        llvm::formatv("tensor<{0}{1}>", sizes, element).str(),
                    places = llvm::formatv("tensor<{0}i64>", sizes).str();
        expectSame(
            single(llvm::formatv("weft.sort %x {{dim = {0} : i64{1}} : ({2})",
                                 dim, flags, operand)
                       .str(),
                   operand, operand + ", " + places),
            {}, 0, 100000);
      }
}

TEST(OrderKernel, KeepsTheFirstOfMany) {
  for (const char *flags : {"", ", smallest"})
    for (const char *element : {"f32", "bf16", "f64", "i8", "ui64"}) {
      auto test = [&](const std::string &sizes, const std::string &resultSizes,
                      int dim, std::vector<int64_t> dynamicSizes = {}) {
        std::string operand = "tensor<" + sizes + element + ">",
                    values = "tensor<" + resultSizes + element + ">",
                    places = "tensor<" + resultSizes + "i64>";
        expectSame(single(llvm::formatv("weft.top_k %x, %k {{dim = {0} : "
                                        "i64{1}} : ({2}, tensor<i64>)",
                                        dim, flags, operand)
                              .str(),
                          operand, values + ", " + places),
                   std::move(dynamicSizes), 0);
      };
      test("2x5003x", "2x20x", 1);
      test("2x21x", "2x20x", 1);
      test("700x3x", "20x3x", 0);
      test("2x?x", "2x20x", 1, {299});
    }
}

TEST(ScatterKernel, PiecesAndLines) {
  // The indices are random numbers below the smallest dimension that they index.
  for (const char *kind : {"assign", "add", "min"}) {
    auto elements = [&](const char *data, const char *indices,
                        const char *updates, int dim) {
      std::string source =
          llvm::formatv(
              R"(weft.func private @kernel(%x: {1}, %i: {2}, %u: {3}) -> {1} {{
        %y = weft.scatter_elements {0} %x, %i, %u {{dim = {4} : i64} : ({1}, {2}, {3}) -> {1}
        weft.return %y : {1}
      })",
              kind, data, indices, updates, dim)
              .str();
      expectSame(source, {}, 1e-6, 5);
    };
    elements("tensor<5x1100xf32>", "tensor<9x1001xi64>", "tensor<9x1001xf32>",
             0);
    elements("tensor<3x6x7xf32>", "tensor<2x9x5xi32>", "tensor<2x9x5xf32>", 1);
    elements("tensor<4x13xi16>", "tensor<3x40xi64>", "tensor<3x40xi16>", 1);
    std::string source =
        llvm::formatv(
            R"(weft.func private @kernel(%x: tensor<5x3x701xf32>, %i: tensor<2x4x1xi64>, %u: tensor<2x4x3x701xf32>) -> tensor<5x3x701xf32> {{
      %y = weft.scatter_nd {0} %x, %i, %u : (tensor<5x3x701xf32>, tensor<2x4x1xi64>, tensor<2x4x3x701xf32>) -> tensor<5x3x701xf32>
      weft.return %y : tensor<5x3x701xf32>
    })",
            kind)
            .str();
    expectSame(source, {}, 1e-6, 5);
  }
}
} // namespace
