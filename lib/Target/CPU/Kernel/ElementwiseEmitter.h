// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The arithmetic of one elementwise op on registers: scalars, or vectors of any one length.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_ELEMENTWISEEMITTER_H
#define WEFT_LIB_TARGET_CPU_KERNEL_ELEMENTWISEEMITTER_H

#include "dialects/Weft/WeftDialect.h"
#include "lib/Target/CPU/Kernel/KernelBuilder.h"

namespace weft::cpu {

/// Emits `op` (of the elementwise family) on `operands`, which are registers of one length. Null for an op that is not of
/// the family.
mlir::Value emitElementwise(KernelBuilder &builder, mlir::Operation *op,
                            mlir::ValueRange operands);

/// What becomes of NaN in the maximum or minimum of floats: it is the result, or may be left out, which takes one instruction.
enum class NaNs { Kept, Ignored };

/// Combines two registers as a reduction of `kind` does; `mean` adds. `element` tells the signedness.
mlir::Value emitCombine(KernelBuilder &builder, ReductionKind kind,
                        mlir::Type element, mlir::Value lhs, mlir::Value rhs,
                        NaNs nans = NaNs::Kept);

/// What a reduction of `kind` starts from, as a register of `lanes` lanes.
mlir::Value emitIdentity(KernelBuilder &builder, ReductionKind kind,
                         mlir::Type element, int64_t lanes);

/// Combines the lanes of a vector into a scalar.
mlir::Value emitHorizontal(KernelBuilder &builder, ReductionKind kind,
                           mlir::Type element, mlir::Value vector,
                           NaNs nans = NaNs::Kept);

/// Converts a register from one tensor element type to another, as weft.cast does.
mlir::Value emitCast(KernelBuilder &builder, mlir::Value value, mlir::Type from,
                     mlir::Type to);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_ELEMENTWISEEMITTER_H
