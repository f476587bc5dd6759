// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a task does with tiles in one pass over a part of the reduction: packs its rows, then for a pair of panels after the other packs the
// panels and goes through all rows.
//
//   rows     [term][row][depth]              each row padded with zeros to whole steps of 64 bytes
//   panels   [term][panel][depth/2][16][2]   bf16, for the present pair; of quads of bytes the last step alone, for they are read in place
//   sums     [row][column]                   of a block, or of the whole task where there are several passes
//
// All of them lie in the worker's scratch.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_TILEPASS_H
#define WEFT_LIB_TARGET_CPU_KERNEL_TILEPASS_H

#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/RowPacking.h"
#include "lib/Target/CPU/Kernel/Schedule.h"
#include "lib/Target/CPU/Kernel/TileKernel.h"

namespace weft::cpu {

/// In what form tiles take the operands of a product.
struct TilePacking {
  TileElement element = TileElement::BF16;
  /// Terms of bf16 that stand for each number of both operands.
  int64_t terms = 1;
  /// Products of fewer rows are better computed by other units.
  int64_t leastRows = 1;

  int64_t getSizeBytes() const { return element == TileElement::BF16 ? 2 : 1; }
};

/// A part of a task's reduction. Functions are called while it is emitted.
struct TilePass {
  /// Of the task, chosen by chooseTileSchedule.
  Schedule schedule;
  TilePacking packing;
  mlir::Type lhsElement, rhsElement;
  mlir::Value firstRow, endRow, firstPanel, endPanel;
  /// The part of the reduction: the range of the outer loop, the range of the inner one (all of it where there is an outer loop), and how many
  /// elements all of it has.
  mlir::Value outerFrom, outerTo, innerFrom, innerTo, innerSize;
  /// The most elements of the reduction that a pass has.
  mlir::Value mostDepth;
  /// Row `row` at an index of the outer loop and at the first element of the inner one; of floats neighbours follow.
  std::function<mlir::Value(mlir::Value row, mlir::Value outer)> rowPointer;
  /// Panel number `panel`, [reduction][16] of rhsElement, or quads of bytes.
  std::function<mlir::Value(mlir::Value panel)> panelPointer;
  /// For bytes: how rows are made unsigned, and elements from one to the next in the tensor.
  RowPacking *bytes = nullptr;
  mlir::Value bytesStride;
  /// Of computeTileScratch bytes.
  mlir::Value scratch;
  /// Whether this is the first and the last pass (i1); null where there is only one.
  mlir::Value isFirst, isLast;
  /// Takes the sums of columns of panel `panel` in row `row`, which are at `sums`.
  std::function<void(mlir::Value panel, mlir::Value row, mlir::Value sums)>
      store;
};

/// How tiles take a product of `sizes`, of which those of batches and rows may be unknown; nothing where other units compute it. `isInteger` is
/// for bytes by packed weights of i8; elements of rows of floats must be neighbours in the inner loop.
std::optional<TilePacking> chooseTiles(const KernelTarget &target,
                                       const ProductSizes &sizes,
                                       bool isInteger, mlir::Type lhs,
                                       mlir::Type rhs);

/// The rows of each tile, for configureTiles.
int64_t getTileRows(const Schedule &schedule);

/// Scratch bytes of a pass.
mlir::Value computeTileScratch(KernelBuilder &builder, const Schedule &schedule,
                               const TilePacking &packing,
                               mlir::Value mostDepth);

/// Emits the pass.
void emitTilePass(KernelBuilder &builder, const TilePass &pass);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_TILEPASS_H
