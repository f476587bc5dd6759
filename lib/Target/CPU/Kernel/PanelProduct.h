// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The loops around the micro kernel that contractions and convolutions share: tasks, blocks for the caches, passes over a long
// reduction, ends that are no whole tile.
//
//   task = (batch, block of rows, block of panels)
//     pass over a part of the reduction            sums of more than one pass wait in the worker's scratch
//       panel (its part stays in the first cache)
//         tile of rows: micro kernel, then epilogue
//
// Columns may be parts that the epilogue reads side by side (the gates of a recurrent cell): a tile is then computed for each part, waits
// in the first cache, and panels are counted within a part.
//
// A product that is computed in each round of a loop, with more weights than a cache holds, goes through them forth and back: a round
// begins with what the one before left in the cache.
//
// A task whose unit does not read the rows as they lie (narrow floats, signed bytes, quads that end within a tap) packs them into the worker's
// scratch first, all taps of a row in one piece.
//
// A last tile overlaps the one before where rows do not divide: what is stored twice is the same. A block of fewer rows than a tile repeats its
// last.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_PANELPRODUCT_H
#define WEFT_LIB_TARGET_CPU_KERNEL_PANELPRODUCT_H

#include "lib/Target/CPU/Kernel/Epilogue.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "lib/Target/CPU/Kernel/ProductPlan.h"
#include "lib/Target/CPU/Kernel/RowPacking.h"

namespace weft::cpu {

/// What a copy of a row takes at an index of the outer reduction loop: of the elements from `pointer` on those from `begin` to `end`, and whether
/// these are all (i1) and RowPacking::copyWhole may copy them.
struct RowRun {
  mlir::Value pointer, begin, end, isWhole;
};

/// A product of matrices as a kernel sees it. Functions are called while a task is emitted.
struct PanelProduct {
  ProductExtents extents;
  ProductPlan plan;
  /// For weights and an unknown number of rows: what runs where there is one, which a tile of several would compute several times.
  std::optional<Schedule> oneRow;
  /// Whether this run goes backwards through the tasks and panels (i1); null: never.
  mlir::Value isBackward;
  /// What is subtracted from the rows, and from columns that are no weights; for integers.
  ZeroPoint zeroPoint, rhsZeroPoint;
  mlir::Type lhsElement, rhsElement;
  mlir::Value lhsStride;
  /// Numbers of a row that are computed once for a task (offsets, coordinates).
  std::function<llvm::SmallVector<mlir::Value>(mlir::Value row)> describeRow;
  /// Before the rows [firstRow, endRow) of a task are described: copies what they read, for one.
  std::function<void(mlir::Value batch, mlir::Value firstRow,
                     mlir::Value endRow)>
      prepareTask;
  /// The pointer of a row at an index of the outer reduction loop.
  std::function<mlir::Value(mlir::Value batch,
                            llvm::ArrayRef<mlir::Value> described,
                            mlir::Value outer)>
      rowPointer;
  /// For rows whose inner loop may leave the tensor: what of it lies inside; and whether all of the row does (i1), with as many elements more as
  /// RowPacking::copyWhole reads.
  std::function<RowRun(mlir::Value batch, llvm::ArrayRef<mlir::Value> described,
                       mlir::Value outer)>
      rowRun;
  std::function<mlir::Value(mlir::Value batch,
                            llvm::ArrayRef<mlir::Value> described)>
      isRowInside;
  /// For tiles that read rows where they lie (TilePacking::readsRows): those of a batch, laid out for rows [firstRow, endRow) of a task.
  std::function<EvenRows(mlir::Value batch, mlir::Value firstRow,
                         mlir::Value endRow)>
      evenRows;
  /// Whether a row is one of the result (i1); null where all are.
  std::function<mlir::Value(mlir::Value row)> isStored;
  /// The packed panels of a batch; null where `packPanel` makes them.
  std::function<mlir::Value(mlir::Value batch)> panels;
  /// Writes panel number `panel` of a batch to memory as [outer][inner][16] of f32, or in quads or pairs for another unit.
  std::function<void(mlir::Value batch, mlir::Value panel, mlir::Value memory,
                     ProductUnit unit)>
      packPanel;
  /// For tiles whose panels are widened beside the products (TilePacking::sharedBytes).
  std::optional<PanelWidening> widening;
  /// The position in the root's result.
  std::function<llvm::SmallVector<Lane>(mlir::Value batch, mlir::Value row,
                                        const Lane &column)>
      position;
  /// Once for each call of the kernel: fills the scratch behind the product's own, which the functions above use for themselves.
  std::function<void(mlir::Value memory)> prepare;
};

/// The value of `zeroPoint`, a tensor of rank 0 in the kernel, or null.
ZeroPoint emitZeroPoint(KernelBuilder &builder, KernelFrame &frame,
                        mlir::Value zeroPoint);

/// Calls body(task, count) for runs of the kernel's tasks that have the same rows, of which there are `ofRows` one after the other: what packs the
/// rows does so once for all of them.
void emitTasksOfRows(
    KernelBuilder &builder, KernelFrame &frame, mlir::Value ofRows,
    llvm::function_ref<void(mlir::Value task, mlir::Value count)> body);

/// Emits the loop over the kernel's tasks.
void emitPanelProduct(KernelBuilder &builder, KernelFrame &frame,
                      Epilogue &epilogue, const PanelProduct &product);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_PANELPRODUCT_H
