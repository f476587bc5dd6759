// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whatever schedule the search tries or a file asks for, the result is the
// interpreter's.

#include "lib/Target/CPU/Tuning/ScheduleSearch.h"
#include "test/unit/target/KernelRunner.h"
#include "gtest/gtest.h"

using namespace weft;
using namespace weft::testing;

namespace {
std::vector<int64_t> lanesHere() {
  std::vector<int64_t> lanes;
  for (const cpu::LevelDescription &level : cpu::describeLevels())
    if (level.runsHere && (level.name == "avx2" || level.name == "avx512"))
      lanes.push_back(level.name == "avx512" ? 16 : 8);
  return lanes;
}

std::string describe(const cpu::Schedule &schedule) {
  return llvm::formatv("{0} x {1}, block {2} x {3}, chunk {4}", schedule.rows,
                       schedule.panels, schedule.blockRows,
                       schedule.blockPanels, schedule.chunk);
}

/// All that a search around the table's choice may try.
std::vector<cpu::Schedule> listVariants(const cpu::ProductSizes &sizes,
                                        int64_t lanes) {
  const cpu::Machine &machine = cpu::getMachine(lanes);
  cpu::Schedule table = cpu::chooseSchedule(sizes, machine);
  std::vector<cpu::Schedule> all;
  for (auto vary : {cpu::varyTile, cpu::varyBlocks, cpu::varySplit})
    llvm::append_range(all, vary(table, sizes, machine));
  return all;
}

/// Runs the kernel with each schedule that a search may try; returns how many.
size_t expectSameInAll(const std::string &source) {
  size_t count = 0;
  for (int64_t lanes : lanesHere()) {
    KernelRunOptions options;
    options.lanes = lanes;
    std::optional<cpu::ProductKey> key;
    options.schedules.find = [&](mlir::Operation *,
                                 const cpu::ProductKey &asked) {
      key = asked;
      return std::optional<cpu::Schedule>();
    };
    EXPECT_EQ(runKernel(source, options).message, "") << source;
    if (!key) {
      ADD_FAILURE() << "no product of known sizes in\n" << source;
      continue;
    }
    for (const cpu::Schedule &schedule : listVariants(key->sizes, lanes)) {
      options.schedules.find = [&](mlir::Operation *, const cpu::ProductKey &) {
        return std::optional<cpu::Schedule>(schedule);
      };
      KernelRun run = runKernel(source, options);
      EXPECT_EQ(run.message, "") << describe(schedule) << '\n' << source;
      EXPECT_LE(run.error, 2e-5) << describe(schedule) << '\n' << source;
      ++count;
    }
  }
  return count;
}

std::string matmul(int64_t m, int64_t k, int64_t n, bool isWeight) {
  return llvm::formatv(
      R"(weft.func private @kernel(%a: tensor<{0}x{1}xf32>, %b: tensor<{1}x{2}xf32> {3}, %c: tensor<{2}xf32>) -> tensor<{0}x{2}xf32> {{
    %y = weft.contract "mk,kn->mn" %a, %b : (tensor<{0}x{1}xf32>, tensor<{1}x{2}xf32>) -> tensor<{0}x{2}xf32>
    %z = weft.add %y, %c : (tensor<{0}x{2}xf32>, tensor<{2}xf32>) -> tensor<{0}x{2}xf32>
    weft.return %z : tensor<{0}x{2}xf32>
  })",
      m, k, n, isWeight ? "{weft.parameter}" : "");
}

TEST(ScheduleSearch, EveryVariantComputesTheProduct) {
  size_t count = 0;
  for (auto [m, k, n] : {std::tuple(1, 20, 100),
                         {2, 33, 17},
                         {7, 64, 48},
                         {13, 600, 40},
                         {49, 64, 33},
                         {150, 1100, 70}})
    count += expectSameInAll(matmul(m, k, n, true));
  count += expectSameInAll(matmul(31, 40, 50, false));
  // The table's choice alone would be one of each.
  EXPECT_GT(count, 7 * 4 * lanesHere().size());
}

TEST(ScheduleSearch, EveryVariantComputesTheConvolution) {
  expectSameInAll(
      R"(weft.func private @kernel(%x: tensor<1x9x9x70xf32>, %w: tensor<3x3x70x36xf32> {weft.parameter}) -> tensor<1x9x9x36xf32> {
    %y = weft.conv %x, %w {strides = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, groups = 1 : i64}
       : (tensor<1x9x9x70xf32>, tensor<3x3x70x36xf32>) -> tensor<1x9x9x36xf32>
    weft.return %y : tensor<1x9x9x36xf32>
  })");
}

TEST(ScheduleSearch, VariantsAreValidAndDifferent) {
  for (int64_t lanes : {8, 16})
    for (cpu::ProductSizes sizes : {cpu::ProductSizes{1, 128, 768, 1, 768},
                                    {12, 128, 64, 1, 128},
                                    {1, 1, 4096, 1, 1024},
                                    {1, 3136, 64, 9, 64},
                                    {1, 49, 512, 1, 9000},
                                    {1, 1, 512, 1, 512, 4}}) {
      std::vector<cpu::Schedule> tiles = cpu::varyTile(
          cpu::chooseSchedule(sizes, lanes), sizes, cpu::getMachine(lanes));
      EXPECT_GT(tiles.size(), 1u);
      for (const cpu::Schedule &schedule : listVariants(sizes, lanes))
        EXPECT_EQ(
            cpu::findScheduleFault(schedule, sizes, cpu::getMachine(lanes)), "")
            << describe(schedule);
    }
}
} // namespace
