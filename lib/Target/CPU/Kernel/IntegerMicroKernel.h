// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The register tile of integer products: packed rows times panels [K/4][16][4] of i8, in i32.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_INTEGERMICROKERNEL_H
#define WEFT_LIB_TARGET_CPU_KERNEL_INTEGERMICROKERNEL_H

#include "lib/Target/CPU/Kernel/KernelBuilder.h"
#include "lib/Target/CPU/Kernel/ProductUnit.h"

namespace weft::cpu {

struct IntegerMicroKernel {
  ProductUnit unit;
  /// Where each row begins, packed for the unit; a row is a whole number of quads.
  llvm::SmallVector<mlir::Value> rows;
  llvm::SmallVector<mlir::Value> panels;
  /// Quads of the reduction (i64).
  mlir::Value quads;
  /// For U8Quads the zero point of the rows (i32), or null where it is 0.
  mlir::Value zeroPoint;
};

/// Bytes of a panel: lines of four steps of 16 columns, then the sum of each column as i32, by which a zero point is taken back.
mlir::Value computeQuadPanelBytes(KernelBuilder &builder, mlir::Value steps);

/// The sums, vectors of i32 in the order [row][panel][vector]. Nothing saturates on the way: vpmaddwd adds products of at most 255 * 128 in
/// i32, and vpdpbusd (without the s at its end) wraps like the sum that it stands for.
llvm::SmallVector<mlir::Value>
emitIntegerMicroKernel(KernelBuilder &builder,
                       const IntegerMicroKernel &kernel);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_INTEGERMICROKERNEL_H
