// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How tiles, blocks and tasks are chosen. The numbers come from measurements on processors with 32 to 48 KiB of first-level and 512 KiB
// to 2 MiB of second-level cache a core.

#include "lib/Target/CPU/Kernel/Schedule.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "mlir/IR/BuiltinTypeInterfaces.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>

using namespace weft::cpu;

namespace {
constexpr int64_t kUnknown = mlir::ShapedType::kDynamic;

/// A reduction up to this long is not split; a longer one is split into parts of about kChunk. Panels come from the second cache anyway, and
/// ahead of their use, so what a split saves begins to exceed the sums that it writes and reads only where rows no longer fit there.
constexpr int64_t kWholeReduction = 4096, kChunk = 1024;
/// Rows of a block, so that rows x reduction x 4 bytes mostly stay in the second cache.
constexpr int64_t kBlockRows = 144, kMaxBlockRows = 216;
/// Panels of a block whose sums are kept in scratch between passes.
constexpr int64_t kSplitPanels = 12;
/// As many tasks keep a few threads busy to the end; a task is worth at least so many multiplications.
constexpr int64_t kTasks = 8, kTaskProducts = 1 << 20;
/// Few rows: the task is as long as one of so many that finds its weights in a near cache.
constexpr int64_t kStreamedRows = 8;
/// What an unknown size is taken to be.
constexpr int64_t kTypicalRows = 128, kTypicalSize = 512;

/// Panels side by side for a few rows, by their number: they give enough independent sums, and streams to read.
constexpr int64_t kNarrowPanels[] = {4, 4, 2, 2, 1, 1},
                  kWidePanels[] = {8, 8, 6, 4, 4, 4, 4, 3};

int64_t orTypical(int64_t size, int64_t typical) {
  return size == kUnknown ? typical : size;
}

void chooseTile(const ProductSizes &sizes, int64_t panels, int64_t lanes,
                Schedule &schedule) {
  bool isWide = lanes == 16;
  int64_t rows = sizes.rows;
  if (rows != kUnknown && rows < (isWide ? 8 : 6)) {
    schedule.rows = std::max<int64_t>(1, rows);
    schedule.panels = isWide ? kWidePanels[rows] : kNarrowPanels[rows];
  } else if (!isWide) {
    schedule.rows = 6;
    schedule.panels = 1;
  } else {
    schedule.panels = panels % 3 == 0 ? 3 : panels == 1 ? 1 : 2;
    schedule.rows = schedule.panels == 3 ? 8 : 12;
  }
  // An unknown number of columns may be a single panel.
  schedule.panels =
      sizes.columns == kUnknown
          ? 1
          : std::min(schedule.panels, std::max<int64_t>(1, panels));
}
} // namespace

Schedule weft::cpu::chooseSchedule(const ProductSizes &sizes, int64_t lanes) {
  Schedule schedule;
  int64_t columns = orTypical(sizes.columns, kTypicalSize),
          panels = std::max<int64_t>(1, llvm::divideCeil(columns, kPanel));
  chooseTile(sizes, panels, lanes, schedule);

  int64_t outer = orTypical(sizes.outer, 1),
          inner = orTypical(sizes.inner, kTypicalSize),
          reduction = outer * inner;
  bool hasOuter = sizes.outer != 1;
  // A panel that meets one tile of rows, or waits for those beside it, is read once and need not stay in a cache.
  bool isOnce = sizes.parts > 1 ||
                (sizes.rows != kUnknown && sizes.rows <= schedule.rows);
  if (isOnce) {
    schedule.isSplit = false;
    schedule.chunk = hasOuter ? outer : inner;
  } else if (sizes.inner == kUnknown || sizes.outer == kUnknown) {
    schedule.isSplit = !hasOuter;
    schedule.chunk = hasOuter ? outer : kChunk;
  } else if (reduction <= kWholeReduction) {
    schedule.isSplit = false;
    schedule.chunk = hasOuter ? outer : inner;
  } else if (hasOuter) {
    int64_t most = std::max<int64_t>(1, kChunk / inner),
            parts = llvm::divideCeil(outer, most);
    schedule.chunk = llvm::divideCeil(outer, parts);
    schedule.isSplit = parts > 1;
  } else {
    int64_t parts = llvm::divideCeil(inner, kChunk);
    schedule.chunk = llvm::alignTo(llvm::divideCeil(inner, parts), 8);
    schedule.isSplit = true;
  }

  int64_t rows = orTypical(sizes.rows, kTypicalRows);
  int64_t blocks =
      rows <= kMaxBlockRows ? 1 : llvm::divideCeil(rows, kBlockRows);
  if (sizes.rows == kUnknown) {
    schedule.blockRows = llvm::alignTo(kBlockRows, schedule.rows);
  } else {
    // Tiles of equal height, so that the last one has little that another did already: 49 rows are 5 tiles of 10, not of 12.
    int64_t blockRows = std::max<int64_t>(1, llvm::divideCeil(rows, blocks)),
            tiles = llvm::divideCeil(blockRows, schedule.rows);
    schedule.rows = llvm::divideCeil(blockRows, tiles);
    schedule.blockRows = tiles * schedule.rows;
  }

  int64_t batches = orTypical(sizes.batches, 1);
  int64_t products =
      std::max<int64_t>(1, batches * std::max(rows, kStreamedRows) * columns *
                               sizes.parts * reduction);
  int64_t wanted =
      std::min(kTasks * 2, std::max<int64_t>(1, products / kTaskProducts));
  int64_t columnBlocks =
      llvm::divideCeil(wanted, std::max<int64_t>(1, batches * blocks));
  int64_t blockPanels =
      std::max<int64_t>(1, llvm::divideCeil(panels, columnBlocks));
  if (schedule.isSplit)
    blockPanels = std::min(blockPanels, kSplitPanels);
  schedule.blockPanels =
      std::min<int64_t>(panels, llvm::alignTo(blockPanels, schedule.panels));
  if (sizes.columns == kUnknown)
    schedule.blockPanels = std::max<int64_t>(1, blockPanels);
  return schedule;
}

Schedule weft::cpu::chooseForOneRow(const Schedule &schedule, int64_t lanes) {
  Schedule one = schedule;
  one.rows = 1;
  one.panels = std::min(schedule.blockPanels,
                        lanes == 16 ? kWidePanels[1] : kNarrowPanels[1]);
  one.isSplit = false;
  return one;
}
