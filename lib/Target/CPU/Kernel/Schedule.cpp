// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How tiles, blocks and tasks are chosen.

#include "lib/Target/CPU/Kernel/Schedule.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "mlir/IR/BuiltinTypeInterfaces.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>
#include <numeric>

using namespace weft::cpu;

namespace {
constexpr int64_t kUnknown = mlir::ShapedType::kDynamic;

/// Tiles: the block that four of them make, elements of a step of bf16, elements of the reduction in a pass with three terms, elements of all
/// terms of a pass's rows, and the most rows of a task.
constexpr int64_t kTileBlock = 32, kTilePanels = 2, kTileStep = 32,
                  kTileChunk = 768, kTileRowElements = 512 << 10,
                  kMostTileRows = 256, kTypicalTileRows = 128;
/// As many tasks keep a few threads busy; tasks of a thread that have the same rows run as one, which packs them once. A task is worth at least so
/// many products of tiles.
constexpr int64_t kTileTasks = 16, kTileTaskProducts = 2 << 20;
/// By the number of rows, from 0 on.
constexpr int64_t kNarrowPanels[] = {4, 4, 2, 2, 1, 1},
                  kWidePanels[] = {8, 8, 6, 4, 4, 4, 4, 3};

int64_t orTypical(int64_t size, int64_t typical) {
  return size == kUnknown ? typical : size;
}

void chooseTile(const ProductSizes &sizes, int64_t panels,
                const Machine &machine, Schedule &schedule) {
  int64_t rows = sizes.rows,
          few = static_cast<int64_t>(machine.fewRowPanels.size());
  if (rows != kUnknown && rows < few) {
    schedule.rows = std::max<int64_t>(1, rows);
    schedule.panels = machine.fewRowPanels[rows];
  } else if (panels == machine.allPanels) {
    schedule.rows = machine.allRows;
    schedule.panels = machine.allPanels;
  } else if (panels % 3 == 0) {
    schedule.rows = machine.tripleRows;
    schedule.panels = machine.triplePanels;
  } else {
    schedule.rows = machine.tileRows;
    schedule.panels = machine.tilePanels;
  }
  // An unknown number of columns may be a single panel.
  schedule.panels =
      sizes.columns == kUnknown
          ? 1
          : std::min(schedule.panels, std::max<int64_t>(1, panels));
}

/// Tiles of equal height, so that the last one has little that another did already: 49 rows are 5 tiles of 10 rather than of 12, or 10 of 5
/// rather than 9 of 6. Returns the height, at most `most`; `total` is that of all tiles.
int64_t divideRows(int64_t rows, int64_t most, int64_t &total) {
  int64_t first = llvm::divideCeil(rows, most), best = 0, least = 0;
  for (int64_t tiles = first; tiles <= first + first / 4 + 1; ++tiles) {
    int64_t height = llvm::divideCeil(rows, tiles);
    // A tile costs about half a row beside its rows: the panels' registers, and its beginning and end. Lower tiles have to gain something.
    int64_t cost = tiles * (2 * height + 1);
    if (best == 0 || cost * 100 < least * 97) {
      best = height;
      least = cost;
      total = tiles * height;
    }
  }
  return best;
}
} // namespace

const Machine &weft::cpu::getMachine(int64_t lanes) {
  static const Machine narrow{8, 6, 1, 6, 1, 1, 6, kNarrowPanels, 256 << 10},
      wide{16, 12, 2, 8, 3, 4, 6, kWidePanels, 768 << 10};
  return lanes == 16 ? wide : narrow;
}

Schedule weft::cpu::chooseSchedule(const ProductSizes &sizes,
                                   const Machine &machine) {
  Schedule schedule;
  int64_t columns = orTypical(sizes.columns, machine.typicalSize),
          panels = std::max<int64_t>(1, llvm::divideCeil(columns, kPanel));
  chooseTile(sizes, panels, machine, schedule);

  int64_t outer = orTypical(sizes.outer, 1),
          inner = orTypical(sizes.inner, machine.typicalSize),
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
    schedule.chunk = hasOuter ? outer : machine.chunk;
  } else if (reduction <= machine.wholeReduction) {
    schedule.isSplit = false;
    schedule.chunk = hasOuter ? outer : inner;
  } else if (hasOuter) {
    int64_t most = std::max<int64_t>(1, machine.chunk / inner),
            parts = llvm::divideCeil(outer, most);
    schedule.chunk = llvm::divideCeil(outer, parts);
    schedule.isSplit = parts > 1;
  } else {
    int64_t parts = llvm::divideCeil(inner, machine.chunk);
    schedule.chunk = llvm::alignTo(llvm::divideCeil(inner, parts), 8);
    schedule.isSplit = true;
  }

  int64_t rows = orTypical(sizes.rows, machine.typicalRows);
  int64_t blocks = rows <= machine.mostBlockRows
                       ? 1
                       : llvm::divideCeil(rows, std::max(machine.blockRows,
                                                         sizes.leastBlockRows));
  if (sizes.rows == kUnknown) {
    schedule.blockRows = llvm::alignTo(machine.blockRows, schedule.rows);
  } else {
    schedule.rows =
        divideRows(std::max<int64_t>(1, llvm::divideCeil(rows, blocks)),
                   schedule.rows, schedule.blockRows);
  }

  int64_t batches = orTypical(sizes.batches, 1);
  int64_t products =
      std::max<int64_t>(1, batches * std::max(rows, machine.streamedRows) *
                               columns * sizes.parts * reduction);
  int64_t wanted =
      std::min(sizes.packsRows ? machine.packingTasks : machine.tasks,
               std::max<int64_t>(1, products / machine.taskProducts));
  int64_t columnBlocks =
      llvm::divideCeil(wanted, std::max<int64_t>(1, batches * blocks));
  int64_t blockPanels =
      std::max<int64_t>(1, llvm::divideCeil(panels, columnBlocks));
  if (schedule.isSplit)
    blockPanels = std::min(blockPanels, machine.splitPanels);
  schedule.blockPanels =
      std::min<int64_t>(panels, llvm::alignTo(blockPanels, schedule.panels));
  if (sizes.columns == kUnknown)
    schedule.blockPanels = std::max<int64_t>(1, blockPanels);
  return schedule;
}

Schedule weft::cpu::chooseTileSchedule(const ProductSizes &sizes, int64_t terms,
                                       int64_t otherPanels) {
  Schedule schedule;
  int64_t panels =
      std::max<int64_t>(1, llvm::divideCeil(sizes.columns, kPanel));
  schedule.panels = std::min<int64_t>(panels, kTilePanels);

  // Packed rows of a pass stay in the second cache.
  int64_t reduction = sizes.outer * sizes.inner,
          chunk = terms > 1 ? kTileChunk * 3 / terms : reduction;
  bool hasOuter = sizes.outer != 1;
  int64_t inOneStep = hasOuter ? sizes.inner : 1, steps = reduction / inOneStep,
          most = std::max<int64_t>(1, chunk / inOneStep),
          passes = llvm::divideCeil(steps, most);
  schedule.chunk = llvm::divideCeil(steps, passes);
  if (!hasOuter)
    schedule.chunk = llvm::alignTo(schedule.chunk, kTileStep);
  schedule.isSplit = schedule.chunk < steps;
  int64_t mostRows = std::max<int64_t>(
      kTileBlock, kTileRowElements / terms / (schedule.chunk * inOneStep));
  int64_t rows = std::max<int64_t>(1, orTypical(sizes.rows, kTypicalTileRows)),
          blocks = llvm::divideCeil(rows, std::min(mostRows, kMostTileRows)),
          blockRows = llvm::divideCeil(rows, blocks),
          tiles = llvm::divideCeil(blockRows, kTileBlock);
  // Tiles of equal height, see chooseSchedule.
  schedule.rows = llvm::divideCeil(blockRows, tiles);
  if (schedule.rows > kTileBlock / 2)
    schedule.rows = llvm::alignTo(schedule.rows, 2);
  schedule.blockRows = tiles * schedule.rows;

  int64_t batches = std::max<int64_t>(1, orTypical(sizes.batches, 1)),
          products = std::max<int64_t>(1, batches * rows * sizes.columns *
                                              reduction * terms),
          wanted = std::min(kTileTasks,
                            std::max<int64_t>(1, products / kTileTaskProducts)),
          columnBlocks = std::max<int64_t>(1, wanted / (batches * blocks));
  schedule.blockPanels = std::min<int64_t>(
      panels, llvm::alignTo(llvm::divideCeil(panels, columnBlocks),
                            std::lcm(schedule.panels, otherPanels)));
  return schedule;
}

Schedule weft::cpu::chooseForOneRow(const Schedule &schedule, int64_t lanes) {
  Schedule one = schedule;
  one.rows = 1;
  one.panels =
      std::min(schedule.blockPanels, getMachine(lanes).fewRowPanels[1]);
  one.isSplit = false;
  return one;
}

std::string weft::cpu::findScheduleFault(const Schedule &schedule,
                                         const ProductSizes &sizes,
                                         const Machine &machine) {
  auto expect = [](const llvm::Twine &what, int64_t found) {
    return ("expected " + what + ", found " + llvm::Twine(found)).str();
  };
  int64_t panels = llvm::divideCeil(sizes.columns, kPanel),
          vectors = schedule.panels * (kPanel / machine.lanes),
          registers = 2 * machine.lanes;
  if (schedule.rows < 1 || schedule.rows > sizes.rows)
    return expect("rows of a tile between 1 and " + llvm::Twine(sizes.rows),
                  schedule.rows);
  if (schedule.panels < 1 || schedule.panels > panels)
    return expect("panels of a tile between 1 and " + llvm::Twine(panels),
                  schedule.panels);
  // Neither factor overflows: both are small from here on.
  if (schedule.rows > registers || vectors > registers ||
      schedule.rows * vectors + std::min(schedule.rows, vectors) + 1 >
          registers)
    return expect(
        "a tile that leaves the smaller of its sides and one of the " +
            llvm::Twine(registers) + " registers",
        schedule.rows * vectors);
  if (schedule.blockRows < schedule.rows ||
      schedule.blockRows % schedule.rows != 0 ||
      schedule.blockRows - schedule.rows >= sizes.rows)
    return expect("rows of a block in whole tiles that there are rows for",
                  schedule.blockRows);
  if (schedule.blockPanels < schedule.panels || schedule.blockPanels > panels ||
      (schedule.blockPanels != panels &&
       schedule.blockPanels % schedule.panels != 0))
    return expect("panels of a block in whole tiles, or all " +
                      llvm::Twine(panels),
                  schedule.blockPanels);
  int64_t steps = sizes.outer != 1 ? sizes.outer : sizes.inner;
  if (schedule.chunk < 1 || schedule.chunk > steps)
    return expect("steps of a pass between 1 and " + llvm::Twine(steps),
                  schedule.chunk);
  if (schedule.isSplit != (schedule.chunk < steps))
    return expect("more than one pass if it is shorter than " +
                      llvm::Twine(steps) + " steps",
                  schedule.chunk);
  // Parts wait for each other within a tile, which has to be finished then.
  if (schedule.isSplit && sizes.parts > 1)
    return expect("one pass over columns in parts", schedule.chunk);
  return "";
}
