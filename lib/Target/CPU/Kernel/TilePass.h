// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a task does with tiles in one pass over a part of the reduction: packs its rows, then for a pair of panels after the other packs the
// panels and goes through all rows.
//
//   rows     none                                that lie in memory as tiles read them
//            [row][step][64]                     bytes and bf16 as they are, padded to whole steps of 64 bytes
//            [tile][step][term][row][64]         f32 (SplitPacking.h): what a product reads at once lies together
//   panels   [2][panel][step][term][16][64]      of f32, of the present pair and the next one
//            [2][panel][step][16][64]            of those that are widened to what tiles read, and what their lines share
//            [panel][16][64]                     of those that tiles read in the module, the last step
//   sums     [2][row][column]                    of a block and the one before, or of the whole task where there are several passes
//
// All of them lie in the worker's scratch. What follows the sums of a block (bias, activation, rounding, stores) is spread over the products of
// the next one, for vector units and tiles work side by side.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_TILEPASS_H
#define WEFT_LIB_TARGET_CPU_KERNEL_TILEPASS_H

#include "lib/Target/CPU/Kernel/Kernels.h"
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
  /// Whether panels lie in the module as tiles read them: quads of bytes, pairs of bf16. Rows are then copied as they are; else both are packed
  /// as in SplitPacking.h.
  bool readsPanels = false;
  /// Whether rows are read where they lie (EvenRows); only with readsPanels.
  bool readsRows = false;
  /// With readsPanels, for panels that lie otherwise and are widened to those (PanelWidening): bytes of what the lines of one share.
  std::optional<int64_t> sharedBytes;

  /// Whether panels are made in scratch, pair by pair beside the products.
  bool makesPanels() const { return !readsPanels || sharedBytes; }
  /// Whether other units take over while tiles are slow: six products for one of f32 need their full rate.
  bool needsFullRate(const KernelTarget &target) const;
  /// Whether no other unit ever computes the product, of `rows` rows (ShapedType::kDynamic where unknown).
  bool takesAll(const KernelTarget &target, int64_t rows) const;
  int64_t getSizeBytes() const { return element == TileElement::BF16 ? 2 : 1; }
  /// Steps of `outer` runs of `inner` elements.
  mlir::Value countSteps(KernelBuilder &builder, mlir::Value outer,
                         mlir::Value inner) const;
};

/// Rows that tiles read where they lie: the same number of bytes from one to the next, and whole steps of 64 bytes.
struct EvenRows {
  std::function<mlir::Value(mlir::Value row)> pointer;
  mlir::Value stride;
  /// Bytes from the first step to another; null where they follow one another.
  std::function<mlir::Value(mlir::Value step)> stepOffset;
  /// How many rows there are, at least as many as a block has; null where what lies behind them may be read.
  mlir::Value count;
};

/// How panels that lie otherwise than tiles read them become so, a line of 64 bytes at a time.
struct PanelWidening {
  /// How many lines of a panel are written; what is behind them in the last step is 0.
  mlir::Value lines;
  /// Writes to `shared`, of TilePacking::sharedBytes, what the lines of a panel share.
  std::function<void(mlir::Value panel, mlir::Value shared)> prepare;
  std::function<void(mlir::Value panel, mlir::Value line, mlir::Value shared,
                     mlir::Value to)>
      widen;
  /// Where a line comes from.
  std::function<mlir::Value(mlir::Value panel, mlir::Value line)> address;
};

/// A part of a task's reduction. Functions are called while it is emitted.
struct TilePass {
  /// Of the task, chosen by chooseTileSchedule.
  Schedule schedule;
  TilePacking packing;
  mlir::Type lhsElement, rhsElement;
  mlir::Value firstRow, endRow, firstPanel, endPanel;
  /// The part of the reduction: the range of the outer loop, the range of the inner one (all of it where there is an outer loop), and how many
  /// elements all of it has. Where panels are read in place it is the whole reduction.
  mlir::Value outerFrom, outerTo, innerFrom, innerTo, innerSize;
  /// The most steps that a pass has, and the most panels.
  mlir::Value mostSteps, mostPanels;
  /// Row `row` at an index of the outer loop and at the first element of the inner one; neighbours follow. For rows that are split.
  std::function<mlir::Value(mlir::Value row, mlir::Value outer)> rowPointer;
  /// For rows that are read where they lie.
  std::optional<EvenRows> evenRows;
  /// Copies row `row` to `memory`. For others that are not split.
  std::function<void(mlir::Value row, mlir::Value memory)> copyRow;
  /// Panel number `panel`, [reduction][16] of rhsElement, or as tiles read it.
  std::function<mlir::Value(mlir::Value panel)> panelPointer;
  /// For panels that lie otherwise.
  std::optional<PanelWidening> widening;
  /// Of computeTileScratch bytes.
  mlir::Value scratch;
  /// Whether this is the first and the last pass (i1); null where there is only one.
  mlir::Value isFirst, isLast;
  /// Takes the sums of columns of panel `panel` in row `row`, which are at `sums`.
  std::function<void(mlir::Value panel, mlir::Value row, mlir::Value sums)>
      store;
};

/// How tiles take a product of `sizes`, of which those of batches and rows may be unknown; nothing where other units compute it. `isInteger` is
/// for bytes by packed weights of i8, `isWeight` for any packed weights; elements of rows of floats must be neighbours in the inner loop.
std::optional<TilePacking> chooseTiles(const KernelTarget &target,
                                       const ProductSizes &sizes,
                                       bool isInteger, bool isWeight,
                                       mlir::Type lhs, mlir::Type rhs);

/// Whether tiles can read rows of `lhs` where they lie, `strideBytes` apart.
bool canReadRows(const TilePacking &packing, const ProductSizes &sizes,
                 mlir::Type lhs, int64_t strideBytes);

/// The rows of each tile, for configureTiles.
int64_t getTileRows(const Schedule &schedule);

/// Scratch bytes of a pass.
mlir::Value computeTileScratch(KernelBuilder &builder, const Schedule &schedule,
                               const TilePacking &packing,
                               mlir::Value mostSteps, mlir::Value mostPanels);

/// Emits the pass.
void emitTilePass(KernelBuilder &builder, const TilePass &pass);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_TILEPASS_H
