// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What every entry of the schedule table has to keep, over sizes around the borders of tiles and blocks.

#include "lib/Target/CPU/Kernel/Schedule.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "mlir/IR/BuiltinTypeInterfaces.h"
#include "gtest/gtest.h"

using namespace weft::cpu;

namespace {
constexpr int64_t kDynamic = mlir::ShapedType::kDynamic;

std::string describe(const ProductSizes &sizes, int64_t lanes) {
  return std::to_string(sizes.batches) + " x " + std::to_string(sizes.rows) +
         " x " + std::to_string(sizes.columns) + " x " +
         std::to_string(sizes.outer) + " x " + std::to_string(sizes.inner) +
         ", " + std::to_string(lanes) + " lanes";
}

template <typename Check> void forEachSchedule(Check check) {
  for (int64_t lanes : {8, 16})
    for (int64_t rows : {int64_t(1), int64_t(2), int64_t(5), int64_t(7),
                         int64_t(8), int64_t(13), int64_t(49), int64_t(128),
                         int64_t(197), int64_t(217), int64_t(3136), kDynamic})
      for (int64_t columns :
           {int64_t(1), int64_t(16), int64_t(17), int64_t(48), int64_t(80),
            int64_t(512), int64_t(1000), int64_t(3072), kDynamic})
        for (int64_t outer : {int64_t(1), int64_t(9), int64_t(49)})
          for (int64_t inner :
               {int64_t(1), int64_t(3), int64_t(64), int64_t(768),
                int64_t(3072), int64_t(9216), kDynamic}) {
            ProductSizes sizes{1, rows, columns, outer, inner};
            SCOPED_TRACE(describe(sizes, lanes));
            check(sizes, lanes, chooseSchedule(sizes, lanes));
          }
}

TEST(ScheduleTest, TileFitsTheRegisters) {
  forEachSchedule([](const ProductSizes &, int64_t lanes,
                     const Schedule &schedule) {
    int64_t vectors = kPanel / lanes, registers = lanes == 16 ? 32 : 16,
            columns = schedule.panels * vectors;
    ASSERT_GE(schedule.rows, 1);
    ASSERT_GE(schedule.panels, 1);
    // The sums, the smaller side, and one register that goes by.
    EXPECT_LE(schedule.rows * columns + std::min(schedule.rows, columns) + 1,
              registers);
  });
}

TEST(ScheduleTest, BlocksHoldWholeTilesAndNoMoreThanThereIs) {
  forEachSchedule(
      [](const ProductSizes &sizes, int64_t, const Schedule &schedule) {
        EXPECT_EQ(schedule.blockRows % schedule.rows, 0);
        EXPECT_GE(schedule.blockPanels, 1);
        if (sizes.columns == kDynamic)
          return;
        int64_t panels = (sizes.columns + kPanel - 1) / kPanel;
        EXPECT_LE(schedule.blockPanels, panels);
        EXPECT_TRUE(schedule.blockPanels == panels ||
                    schedule.blockPanels % schedule.panels == 0);
      });
}

TEST(ScheduleTest, TilesOfKnownRowsComputeLittleTwice) {
  forEachSchedule([](const ProductSizes &sizes, int64_t,
                     const Schedule &schedule) {
    if (sizes.rows == kDynamic)
      return;
    int64_t blocks = (sizes.rows + schedule.blockRows - 1) / schedule.blockRows,
            tiles = 0;
    for (int64_t block = 0; block < blocks; ++block) {
      int64_t rows =
          std::min(schedule.blockRows, sizes.rows - block * schedule.blockRows);
      tiles += (rows + schedule.rows - 1) / schedule.rows;
    }
    // Less than one row a tile, and a last block that is shorter than the others.
    EXPECT_LT(tiles * schedule.rows - sizes.rows, tiles + schedule.rows);
  });
}

TEST(ScheduleTest, ReductionIsSplitOnlyWhereItIsLong) {
  forEachSchedule(
      [](const ProductSizes &sizes, int64_t, const Schedule &schedule) {
        ASSERT_GE(schedule.chunk, 1);
        if (sizes.inner == kDynamic)
          return;
        int64_t whole = sizes.outer == 1 ? sizes.inner : sizes.outer;
        EXPECT_EQ(schedule.isSplit, schedule.chunk < whole);
        if (sizes.outer * sizes.inner <= 768) {
          EXPECT_FALSE(schedule.isSplit);
        }
      });
}

TEST(ScheduleTest, ChoicesHaveNoFault) {
  forEachSchedule(
      [](const ProductSizes &sizes, int64_t lanes, const Schedule &schedule) {
        if (sizes.rows != kDynamic && sizes.columns != kDynamic &&
            sizes.inner != kDynamic) {
          EXPECT_EQ(findScheduleFault(schedule, sizes, getMachine(lanes)), "");
        }
      });
}

TEST(ScheduleTest, FaultsAreFound) {
  ProductSizes sizes{1, 128, 768, 1, 768};
  auto isRefused = [&](void (*change)(Schedule &)) {
    Schedule schedule = chooseSchedule(sizes, 8);
    change(schedule);
    return !findScheduleFault(schedule, sizes, getMachine(8)).empty();
  };
  EXPECT_FALSE(isRefused([](Schedule &) {}));
  EXPECT_TRUE(isRefused([](Schedule &s) { s.rows = 0; }));
  EXPECT_TRUE(isRefused([](Schedule &s) { s.rows = 7; }));
  EXPECT_TRUE(isRefused([](Schedule &s) { s.rows = INT64_MAX; }));
  EXPECT_TRUE(isRefused([](Schedule &s) { s.panels = 2; }));
  EXPECT_TRUE(isRefused([](Schedule &s) { s.panels = -1; }));
  EXPECT_TRUE(isRefused([](Schedule &s) { s.blockRows += 1; }));
  EXPECT_TRUE(isRefused([](Schedule &s) { s.blockRows += 60; }));
  EXPECT_TRUE(isRefused([](Schedule &s) { s.blockPanels = 49; }));
  EXPECT_TRUE(isRefused([](Schedule &s) { s.blockPanels = 0; }));
  EXPECT_TRUE(isRefused([](Schedule &s) { s.chunk = 769; }));
  EXPECT_TRUE(isRefused([](Schedule &s) { s.chunk = 512; }));
  EXPECT_TRUE(isRefused([](Schedule &s) { s.isSplit = true; }));
  EXPECT_FALSE(isRefused([](Schedule &s) {
    s.chunk = 512;
    s.isSplit = true;
  }));
  sizes.parts = 4;
  EXPECT_TRUE(isRefused([](Schedule &s) {
    s.chunk = 512;
    s.isSplit = true;
  }));
}
} // namespace
