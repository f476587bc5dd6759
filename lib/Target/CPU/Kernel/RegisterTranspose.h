// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A square of registers turned over, or added up.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_REGISTERTRANSPOSE_H
#define WEFT_LIB_TARGET_CPU_KERNEL_REGISTERTRANSPOSE_H

#include "lib/Target/CPU/Kernel/KernelBuilder.h"

namespace weft::cpu {

/// The columns of a square: `rows` are as many vectors as each has lanes, a power of two from 4 on.
llvm::SmallVector<mlir::Value> emitRegisterTranspose(KernelBuilder &builder,
                                                     mlir::ValueRange rows);

/// The sums of the rows of a square, in a vector: lane i is the sum of all lanes of rows[i]. Half of the shuffles of turning it over.
mlir::Value emitRowSums(KernelBuilder &builder, mlir::ValueRange rows);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_REGISTERTRANSPOSE_H
