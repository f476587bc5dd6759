// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The instruction that multiplies bytes.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_BYTEPRODUCTS_H
#define WEFT_LIB_TARGET_CPU_KERNEL_BYTEPRODUCTS_H

#include "lib/Target/CPU/Kernel/KernelBuilder.h"

namespace weft::cpu {

/// Adds to each lane of `sum` (i32) four products of an unsigned byte of `lhs` and a signed byte of `rhs`, both of which are vectors of i32 with
/// four bytes in a lane. Sums wrap and do not saturate: vpdpbusd without the s at its end. For levels that have it.
mlir::Value addByteProducts(KernelBuilder &builder, mlir::Value lhs,
                            mlir::Value rhs, mlir::Value sum);

/// Adds to each lane of `sum` (i32) two products of i16, which the lanes of both operands hold two of each: vpmaddwd and vpaddd, or vpdpwssd.
/// Vectors of 16 lanes are cut in two where registers have not their width.
mlir::Value addPairProducts(KernelBuilder &builder, mlir::Value lhs,
                            mlir::Value rhs, mlir::Value sum,
                            bool hasWideRegisters);

/// Ones as a factor of addByteProducts, which sums up the bytes of the other one.
mlir::Value makeByteOnes(KernelBuilder &builder);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_BYTEPRODUCTS_H
