// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Packing of the rows of a task into the worker's scratch, in the form that the product's unit reads: one piece a row, whatever taps or
// strides it has in the tensor, widened, and without the zero point where the unit wants that.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_ROWPACKING_H
#define WEFT_LIB_TARGET_CPU_KERNEL_ROWPACKING_H

#include "lib/Target/CPU/Kernel/KernelBuilder.h"
#include "lib/Target/CPU/Kernel/ProductUnit.h"

namespace weft::cpu {

/// The zero point of quantized rows or columns.
struct ZeroPoint {
  /// As it is subtracted (i16); null where nothing is.
  mlir::Value value;

  /// As it lies among the values of `element` (i8 or ui8), which is what stands for nothing: i8.
  mlir::Value asStored(KernelBuilder &builder) const;
  /// Of the packed row, whose values are unsigned (i32); null where it is 0 for sure.
  mlir::Value ofUnsigned(KernelBuilder &builder, mlir::Type element) const;
  /// Of the packed panel of quads, whose values are signed; null where it is 0 for sure.
  mlir::Value ofSigned(KernelBuilder &builder, mlir::Type element) const;
};

class RowPacking {
public:
  /// Rows of `steps` steps (i64), whose elements in the tensor are `element`.
  RowPacking(KernelBuilder &builder, ProductUnit unit, mlir::Type element,
             ZeroPoint zeroPoint, mlir::Value steps);

  /// From one packed row to the next, in packed elements: whole quads, of which the last may end with anything, for weights are 0 there.
  mlir::Value getStride() const { return stride; }
  /// Bytes for `rows` rows and what copyWhole writes behind them, a multiple of 64.
  static mlir::Value computeBytes(KernelBuilder &builder, ProductUnit unit,
                                  mlir::Value steps, int64_t rows);

  /// Copies `count` elements that lie `step` apart from `from` on to the packed elements from `to` on.
  void copy(mlir::Value from, mlir::Value step, mlir::Value count,
            mlir::Value to);

  /// Copies `count` (known) neighbours from `from` on of which only [begin, end) lie in the tensor; the others become what stands for nothing.
  void copyInside(mlir::Value from, mlir::Value begin, mlir::Value end,
                  mlir::Value count, mlir::Value to);
  /// Copies `count` (known) neighbours, and reads and writes as many more as fill the last vector, so that rows are copied in order.
  void copyWhole(mlir::Value from, mlir::Value count, mlir::Value to);
  /// Elements that copyWhole reads and writes for `count`.
  static int64_t countTouched(int64_t count);

  mlir::Type getElement() const { return packed; }

private:
  mlir::Value convert(mlir::Value values, int64_t lanes);

  KernelBuilder &b;
  ProductUnit unit;
  mlir::Type element, packed;
  ZeroPoint zeroPoint;
  mlir::Value stride;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_ROWPACKING_H
