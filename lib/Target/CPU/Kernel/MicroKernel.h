// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The innermost loop of contractions: a tile of rows times panels of 16 columns that stays in registers while k runs.
//
// Rows of the left operand are pointers, wherever they are, so that one kernel serves matrices, convolutions (a row is an
// output pixel) and attention. k runs over a nest of two loops: the outer one (filter taps, leading reduction letters) may give every row
// another pointer, the inner one has one stride. The right operand is packed as panels [k][16], which are read in order.
//
// Products of bytes take four steps of k at once: a quad of a row, and a line of the panel with the quads of 16 columns, are read as i32, so that
// a quad is what an f32 is to the other products.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_MICROKERNEL_H
#define WEFT_LIB_TARGET_CPU_KERNEL_MICROKERNEL_H

#include "lib/Target/CPU/Kernel/KernelBuilder.h"
#include "lib/Target/CPU/Kernel/ProductUnit.h"

#include <functional>

namespace weft::cpu {

/// Columns of a panel.
inline constexpr int64_t kPanel = 16;

/// Bytes of a line of a panel of bytes: a quad of each column.
inline constexpr int64_t kQuadLineBytes = kPanel * kQuad;

/// Bytes of a panel of i8 with `steps` steps: lines of quads, then the sum of each column as i32, by which a zero point is taken back.
mlir::Value computeQuadPanelBytes(KernelBuilder &builder, mlir::Value steps);

/// Elements of a packed weight's panel with `steps` steps: of bytes as above, of bf16 lines of pairs [ceil(steps / 2)][16][2], else [steps][16].
mlir::Value computePanelElements(KernelBuilder &builder, mlir::Type element,
                                 mlir::Value steps);

/// The lines of a packed weight of floats, from column `column` on, that `step` begins: of bf16 two, for which it is even; else one.
llvm::SmallVector<mlir::Value> loadPanelLines(KernelBuilder &builder,
                                              mlir::Value panel,
                                              mlir::Type element,
                                              mlir::Value step, int64_t column);

/// Panels that will be read soon. Tiles of rows that share the present panels fetch them into the second-level cache, an equal
/// part each: read for the first time at the speed of the products, they would ask for more than memory gives, and the first
/// tile would wait for all of them.
struct ComingPanels {
  /// Where their part of the reduction begins, and the type of their elements.
  llvm::SmallVector<mlir::Value> pointers;
  mlir::Type element;
  /// Steps of the reduction that tiles before this one have gone through, and how many tiles share the work.
  mlir::Value stepsBefore;
  int64_t tiles = 1;
};

struct MicroKernel {
  int64_t rows, panels;
  /// F32 or U8Quads; of quads the elements are i32, and all sizes count quads.
  ProductUnit unit = ProductUnit::F32;
  mlir::Type lhsElement, rhsElement;
  /// The pointers of the rows for an index of the outer loop, at the first element of the inner loop.
  std::function<llvm::SmallVector<mlir::Value>(mlir::Value outer)> rowPointers;
  /// Elements between neighbours in the inner loop of the left operand.
  mlir::Value lhsStride;
  /// The panels, at k = 0.
  llvm::SmallVector<mlir::Value> panelPointers;
  /// The range of the outer loop; the range of the inner one, and how many elements all of it has.
  mlir::Value outerFrom, outerTo, innerFrom, innerTo, innerSize;
  ComingPanels coming;
};

/// Vectors in the tile: rows x panels x (16 / lanes).
int64_t countAccumulators(KernelBuilder &builder, const MicroKernel &kernel);

/// Sums of each of so many elements: steps take turns, for with few of them each would wait for the one before.
int64_t countTurns(int64_t accumulators);

/// Adds up the sums of the turns, one turn after the other in `sums`.
llvm::SmallVector<mlir::Value> joinTurns(KernelBuilder &builder,
                                         llvm::ArrayRef<mlir::Value> sums,
                                         int64_t accumulators);

/// Zeros to start from, of the unit's sums.
llvm::SmallVector<mlir::Value> makeZeroAccumulators(KernelBuilder &builder,
                                                    const MicroKernel &kernel);

/// Adds the products to `accumulators`, vectors of the unit's sums in the order [row][panel][vector]; returns the sums. Those of bytes wrap and
/// do not saturate: it is vpdpbusd without the s at its end.
llvm::SmallVector<mlir::Value> emitMicroKernel(KernelBuilder &builder,
                                               const MicroKernel &kernel,
                                               mlir::ValueRange accumulators);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_MICROKERNEL_H
