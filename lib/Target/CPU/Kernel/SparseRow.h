// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The product of one row with many zeros by quantized weights: a step of generation whose activations were pruned. What takes the time is to
// read the weights, and those that meet a zero are not read: a step of the reduction is a row of lines of memory (WeightLayout::CodeLines).
//
//   list the elements that are not zero, group by group
//   task = the columns of a line; a few lines side by side
//     group of the reduction        sums of codes times elements, over the list
//       sum * scale + offset * (sum of the row over the group)

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_SPARSEROW_H
#define WEFT_LIB_TARGET_CPU_KERNEL_SPARSEROW_H

#include "lib/Target/CPU/Kernel/Epilogue.h"
#include "lib/Target/CPU/Kernel/QuantizedWeight.h"

namespace weft::cpu {

struct SparseRow {
  /// Of one stride.
  mlir::Value pointer;
  mlir::Type element;
  mlir::Value columns;
  /// Of 512 bits.
  bool hasByteProducts = false;
  ProductPosition position;
};

/// Emits the loop over the kernel's tasks, for panels in lines.
void emitSparseRow(KernelBuilder &builder, KernelFrame &frame,
                   Epilogue &epilogue, QuantizedPanels &panels,
                   const SparseRow &product);

/// For the launch: `depth` is the size of the reduction.
mlir::Value countSparseRowTasks(KernelBuilder &builder, mlir::Value columns,
                                const QuantizedWeight &weight);
mlir::Value computeSparseRowScratch(KernelBuilder &builder, mlir::Value depth,
                                    const QuantizedWeight &weight);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_SPARSEROW_H
