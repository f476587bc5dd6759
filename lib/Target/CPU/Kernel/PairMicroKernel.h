// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The register tile of integer products where pairs of i16 are multiplied: packed rows times panels [K/4][16][4] of i8 or i16, in i32.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_PAIRMICROKERNEL_H
#define WEFT_LIB_TARGET_CPU_KERNEL_PAIRMICROKERNEL_H

#include "lib/Target/CPU/Kernel/KernelBuilder.h"

namespace weft::cpu {

struct PairMicroKernel {
  /// Where each row begins, i16 without zero point; a row is a whole number of quads.
  llvm::SmallVector<mlir::Value> rows;
  llvm::SmallVector<mlir::Value> panels;
  /// The panels that are read next, each of which is fetched beside one of the present ones; none where they are in the caches already.
  llvm::SmallVector<mlir::Value> coming;
  mlir::Type panelElement;
  /// Quads of the reduction (i64).
  mlir::Value quads;
};

/// The sums, vectors of i32 in the order [row][panel][vector]. Nothing saturates on the way: vpmaddwd adds products of at most 255 * 255 in
/// i32, and the sums wrap like those that they stand for.
llvm::SmallVector<mlir::Value>
emitPairMicroKernel(KernelBuilder &builder, const PairMicroKernel &kernel);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_PAIRMICROKERNEL_H
