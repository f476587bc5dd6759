// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Products of a few rows by quantized weights, as in a step of generation: what takes the time is to read the weights, each once.
//
//   task = a pair of panels
//     group of the reduction        sums of codes times rows, in several turns
//       sum * scale + offset * (sum of the row over the group)
//
// Rows of bf16 become i16 with a scale for each group first, which keeps more of their bits than they have but for numbers below 1/256 of the
// group's largest; codes are multiplied as they are then, two at a time, and sums are exact.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_QUANTIZEDROWS_H
#define WEFT_LIB_TARGET_CPU_KERNEL_QUANTIZEDROWS_H

#include "lib/Target/CPU/Kernel/Epilogue.h"
#include "lib/Target/CPU/Kernel/QuantizedWeight.h"

namespace weft::cpu {

/// More rows than these are computed by tiles of rows.
inline constexpr int64_t kMostQuantizedRows = 4;

struct QuantizedRows {
  /// At most kMostQuantizedRows.
  int64_t rows = 1;
  /// Their elements are neighbours.
  mlir::Type lhsElement;
  std::function<mlir::Value(int64_t row)> rowPointer;
  mlir::Value columns;
  /// Of 512 bits.
  bool hasWideRegisters = false;
  ProductPosition position;
};

/// Emits the loop over the kernel's tasks.
void emitQuantizedRows(KernelBuilder &builder, KernelFrame &frame,
                       Epilogue &epilogue, QuantizedPanels &panels,
                       const QuantizedRows &product);

/// For the launch: `depth` is the size of the reduction.
mlir::Value countQuantizedTasks(KernelBuilder &builder, mlir::Value columns);
mlir::Value computeQuantizedScratch(KernelBuilder &builder, int64_t rows,
                                    mlir::Value depth,
                                    const QuantizedWeight &weight);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_QUANTIZEDROWS_H
