// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Products by weights with zeros in blocks: a panel of 16 columns has the numbers of the steps at which one of them is not zero, and the weights
// there (WeightLayout::SparsePanels). What is left out is neither read nor multiplied.
//
//   task = (block of rows, block of panels)
//     pack the rows, tile by tile, as [step][row]: all of a tile at one step lie together, wherever the next step is
//     panel
//       tile of rows in registers
//         step of the panel      look its number up, multiply the line of weights with each row at that step; then epilogue
//
// A few rows are read where they lie. An infinity or NaN that meets zeros alone is left out with them.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_SPARSEPANELS_H
#define WEFT_LIB_TARGET_CPU_KERNEL_SPARSEPANELS_H

#include "lib/Target/CPU/Kernel/PanelProduct.h"

namespace weft::cpu {

/// What a product is by. Of codes there is a scale for each column.
struct SparseWeight {
  KernelTensor values;
  std::optional<KernelTensor> scales;
  /// Of each panel.
  int64_t kept = 0;
};

/// Bytes from the beginning of a panel to its weights, and to the next panel.
int64_t getSparseLinesOffset(int64_t kept);
int64_t computeSparsePanelBytes(int64_t kept, int64_t elementBytes);

/// The schedule of such a product, whose sizes but the rows are known.
Schedule chooseSparseSchedule(const ProductSizes &sizes, int64_t lanes);

/// Emits the loop over the kernel's tasks: of `product`, of one batch and without an outer loop, by `weight`.
void emitSparsePanels(KernelBuilder &builder, KernelFrame &frame,
                      Epilogue &epilogue, const PanelProduct &product,
                      const SparseWeight &weight);

/// Scratch bytes for the launch, and what all tasks take.
mlir::Value computeSparseScratch(KernelBuilder &builder,
                                 const ProductExtents &extents,
                                 const Schedule &schedule, int64_t lanes);
mlir::Value computeSparseCost(KernelBuilder &builder,
                              const ProductExtents &extents, int64_t kept);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_SPARSEPANELS_H
