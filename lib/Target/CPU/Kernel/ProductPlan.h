// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How the tasks of a product are cut, and how large what they keep in their scratch is. The kernel and the host that launches it ask for the same
// numbers.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_PRODUCTPLAN_H
#define WEFT_LIB_TARGET_CPU_KERNEL_PRODUCTPLAN_H

#include "lib/Target/CPU/Kernel/KernelBuilder.h"
#include "lib/Target/CPU/Kernel/ProductUnit.h"
#include "lib/Target/CPU/Kernel/Schedule.h"
#include "lib/Target/CPU/Kernel/TilePass.h"

namespace weft::cpu {

/// The sizes of a product in registers of the kernel or of the host.
struct ProductExtents {
  mlir::Value batches, rows, columns, outer, inner;
};

/// How the tasks of a product are cut and what they pack into their scratch.
struct ProductPlan {
  Schedule schedule;
  /// Parts of the columns, of whole panels; more than one for weights only.
  int64_t parts = 1;
  /// Panels that are no weights are packed, and rows that do not lie as the unit reads them: once, and not for each panel.
  bool packsPanels = false, packsRows = false;
  /// Weights of narrow floats that many rows share are widened, each tile of panels before its first row.
  bool widensPanels = false;
  ProductUnit unit = ProductUnit::F32;
  /// Where tiles compute: products of at least so many rows as `tiles` says, which is decided when it runs if the rows are unknown.
  std::optional<TilePacking> tiles;
  Schedule tileSchedule;
  /// What computes the same tasks while tiles are slow (emitTileProbe); nothing where tiles are faster even then.
  std::optional<Schedule> slowTileSchedule;

  /// Takes units, and the schedule of tiles, for a product that is scheduled as `schedule` without them. `weight` is the element type of a packed
  /// right operand, null of another one; of integers, products of bytes only.
  static ProductPlan choose(const KernelTarget &target,
                            const Schedule &schedule, const ProductSizes &sizes,
                            std::optional<TilePacking> tiles,
                            const ProductRows &rows, mlir::Type weight);

  /// Keeps the panels that a task packs, of so many steps, in the second-level cache.
  void limitPackedPanels(int64_t depth);
};

/// Bytes of scratch that a worker needs beside what `prepare` fills.
mlir::Value computeProductScratch(KernelBuilder &builder,
                                  const ProductExtents &extents,
                                  const ProductPlan &plan);

/// The number of tasks.
mlir::Value computeProductTasks(KernelBuilder &builder,
                                const ProductExtents &extents,
                                const ProductPlan &plan);

/// An estimate of the time of all tasks on one thread, in ns.
mlir::Value computeProductCost(KernelBuilder &builder,
                               const ProductExtents &extents);

/// Bytes of sums that wait between passes; those of tiles are among their scratch.
int64_t countSumBytes(const Schedule &schedule, bool hasTiles);
/// Bytes of a panel that a task packs.
mlir::Value computePackedPanelBytes(KernelBuilder &builder, ProductUnit unit,
                                    const ProductExtents &extents);
/// Of the panels of a task, a multiple of 64.
mlir::Value computePackedBytes(KernelBuilder &builder,
                               const ProductExtents &extents, ProductUnit unit,
                               const Schedule &schedule);
/// The most elements of the reduction that a pass has, in runs of the inner loop.
struct PassDepth {
  mlir::Value outer, inner;
};
PassDepth computePassDepth(KernelBuilder &builder,
                           const ProductExtents &extents,
                           const Schedule &schedule);
/// Whether tiles compute products of `rows` rows (i1, or a constant).
mlir::Value isForTiles(KernelBuilder &builder, const TilePacking &tiles,
                       mlir::Value rows);
/// Bytes of a panel that is widened for a pass.
mlir::Value computeWidenedBytes(KernelBuilder &builder,
                                const ProductExtents &extents,
                                const Schedule &schedule);
/// Panels of one part.
mlir::Value countPanels(KernelBuilder &builder, const ProductExtents &extents,
                        int64_t parts);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_PRODUCTPLAN_H
