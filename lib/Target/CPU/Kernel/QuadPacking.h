// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Packing of a right operand of bytes that is not a parameter, by the task that needs it. Each unit gets panels that cost it least:
//
//   U8Quads    [K/4][16][4] of i8, then the sum of each column as i32, as weights lie; unsigned bytes less 128
//   I16Pairs   [K/4][16][4] of i16, less the zero point
//
// Steps past the end are zeros.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_QUADPACKING_H
#define WEFT_LIB_TARGET_CPU_KERNEL_QUADPACKING_H

#include "lib/Target/CPU/Kernel/KernelBuilder.h"
#include "lib/Target/CPU/Kernel/ProductUnit.h"
#include "lib/Target/CPU/Kernel/RowPacking.h"

namespace weft::cpu {

/// The columns of a panel where they lie in memory.
struct QuadColumns {
  /// Whether all columns of a step are neighbours, or all steps of a column.
  enum Order { ByStep, ByColumn, Neither };
  /// The first column, at step 0.
  mlir::Value pointer;
  /// How many there are from it on, at least one; those past 16 are not the panel's.
  mlir::Value count;
  /// Steps of the reduction.
  mlir::Value steps;
  /// Elements from one column to the next.
  mlir::Value stride;
  /// Elements from step 0 to a step.
  std::function<mlir::Value(mlir::Value step)> stepOffset;
  Order order = Neither;
};

class QuadPacker {
public:
  /// `element` is i8 or ui8.
  QuadPacker(KernelBuilder &builder, ProductUnit unit, mlir::Type element,
             ZeroPoint zeroPoint);

  /// The element that a packed panel has for the unit.
  static mlir::Type getElement(mlir::Builder &builder, ProductUnit unit);
  /// Bytes of a panel with `steps` steps, a multiple of 64.
  static mlir::Value computePanelBytes(KernelBuilder &builder, ProductUnit unit,
                                       mlir::Value steps);

  /// Writes the panel to memory.
  void pack(mlir::Value memory, const QuadColumns &columns);

private:
  /// Packs as many columns as a register has lanes, from column `first` of the panel on.
  void packColumns(mlir::Value memory, const QuadColumns &columns,
                   int64_t first, bool isFull);
  /// Stores a line of quads, which are lanes of i32, and returns the columns' sums with it.
  mlir::Value storeLine(mlir::Value memory, mlir::Value quad, int64_t first,
                        mlir::Value line, mlir::Value sums);

  KernelBuilder &b;
  ProductUnit unit;
  mlir::Type element;
  ZeroPoint zeroPoint;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_QUADPACKING_H
