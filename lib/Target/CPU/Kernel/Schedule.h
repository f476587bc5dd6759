// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one table of tile sizes for contractions and convolutions.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_SCHEDULE_H
#define WEFT_LIB_TARGET_CPU_KERNEL_SCHEDULE_H

#include "llvm/ADT/ArrayRef.h"
#include <cstdint>
#include <string>

namespace weft::cpu {

/// Sizes of a product of matrices; mlir::ShapedType::kDynamic where unknown.
struct ProductSizes {
  int64_t batches, rows, columns;
  /// The reduction as a nest of two loops.
  int64_t outer, inner;
  /// Products that are computed side by side, of `columns` each.
  int64_t parts = 1;
  /// Whether every task packs its rows, so that many tasks pack the same ones.
  bool packsRows = false;
  /// So many rows there are where there is any: those of one image, say, of an unknown number of images.
  int64_t leastRows = 1;
  /// Blocks of fewer rows than these copy for each other what they have in common.
  int64_t leastBlockRows = 0;
};

struct Schedule {
  /// The register tile: rows x panels of 16 columns.
  int64_t rows, panels;
  /// What one task computes: rows x panels. Not more than there are; blockPanels is a multiple of `panels` unless it is all.
  int64_t blockRows, blockPanels;
  /// Steps of the reduction in one pass over the block, so that the panel's part stays in the first cache and the rows' in the
  /// second: of the inner loop where there is no outer one, else of the outer one.
  int64_t chunk;
  /// Whether there is more than one pass; the sums lie in scratch between them.
  bool isSplit;
};

/// What schedules depend on beside the sizes of a product: a core's registers and caches. The numbers are measured, on processors with
/// 32 to 48 KiB of first-level and 512 KiB to 2 MiB of second-level cache a core.
struct Machine {
  /// Lanes of f32 in a register: 8 (16 registers) or 16 (32 registers).
  int64_t lanes;
  /// The tile for products of enough rows, where panels are no multiple of three.
  int64_t tileRows, tilePanels;
  /// The tile where they are.
  int64_t tripleRows, triplePanels;
  /// So many panels, where they are all, go into one tile of so many rows: each row is read once.
  int64_t allPanels, allRows;
  /// Panels side by side for fewer rows than these, by their number: they give enough independent sums, and streams to read.
  llvm::ArrayRef<int64_t> fewRowPanels;
  /// Panels that are read next are fetched into the second cache up to this size: less than half of it, for the present ones and the rows lie
  /// there too.
  int64_t mostComingBytes;

  /// A reduction up to this long is not split; a longer one is split into parts of about `chunk`. Panels come from the second cache anyway,
  /// and ahead of their use, so what a split saves begins to exceed the sums that it writes and reads only where rows no longer fit there.
  int64_t wholeReduction = 4096, chunk = 1024;
  /// Rows of a block, so that rows x reduction x 4 bytes mostly stay in the second cache; a block of all rows may be somewhat larger.
  int64_t blockRows = 144, mostBlockRows = 216;
  /// Panels of a block whose sums are kept in scratch between passes.
  int64_t splitPanels = 12;
  /// As many tasks keep a few threads busy to the end; a task is worth at least so many multiplications.
  int64_t tasks = 16, taskProducts = 1 << 20;
  /// Fewer where each packs its rows.
  int64_t packingTasks = 4;
  /// Few rows: the task is as long as one of so many that finds its weights in a near cache.
  int64_t streamedRows = 8;
  /// What an unknown number of rows, and another unknown size, is taken to be.
  int64_t typicalRows = 128, typicalSize = 512;
};

/// The machine that levels with registers of `lanes` f32 are scheduled for.
const Machine &getMachine(int64_t lanes);

/// A product of fewer rows takes as long as one of so many, for it waits for its weights.
inline constexpr int64_t kLeastRows = 2;

/// The schedule of a product on \p machine.
Schedule chooseSchedule(const ProductSizes &sizes, const Machine &machine);

/// The schedule for the machine of `lanes`.
inline Schedule chooseSchedule(const ProductSizes &sizes, int64_t lanes) {
  return chooseSchedule(sizes, getMachine(lanes));
}

/// The schedule for tiles (AMX) that take `terms` numbers of bf16 for each of both operands, or bytes (one term). `rows` are those of one or two
/// tiles, of up to 16 rows each and all of the same number. Sizes but those of batches and rows are known. A unit that goes through `otherPanels`
/// at once may compute the same tasks.
Schedule chooseTileSchedule(const ProductSizes &sizes, int64_t terms,
                            int64_t otherPanels = 1);

/// What runs in the tasks of `schedule`, which was chosen for an unknown number of rows, where there is a single row.
Schedule chooseForOneRow(const Schedule &schedule, int64_t lanes);

/// What a product of known \p sizes cannot be computed with in \p schedule; "" if
/// kernels take it.
std::string findScheduleFault(const Schedule &schedule,
                              const ProductSizes &sizes,
                              const Machine &machine);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_SCHEDULE_H
