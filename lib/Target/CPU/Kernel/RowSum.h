// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The sum of a row of bytes, by which the zero point of the columns that the row is multiplied by is taken back.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_ROWSUM_H
#define WEFT_LIB_TARGET_CPU_KERNEL_ROWSUM_H

#include "lib/Target/CPU/Kernel/KernelBuilder.h"

namespace weft::cpu {

/// Adds `quads` quads of unsigned bytes from `row` on to `sum` (i32), by byte products.
mlir::Value emitRowSum(KernelBuilder &builder, mlir::Value row,
                       mlir::Value quads, mlir::Value sum);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_ROWSUM_H
