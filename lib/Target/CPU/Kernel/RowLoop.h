// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Loops over the last dimension of a tensor, in vectors: what pointwise, reduction and row kernels have in common.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_ROWLOOP_H
#define WEFT_LIB_TARGET_CPU_KERNEL_ROWLOOP_H

#include "dialects/Weft/WeftDialect.h"
#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"

namespace weft::cpu {

/// Calls body(lane) for vectors of the emitter's lanes that cover [from, to) and, where they do not divide it, for single
/// elements (with the emitter set to one lane). `from` is a multiple of the lanes.
void emitRowLoop(KernelBuilder &builder, ExpressionEmitter &emitter,
                 mlir::Value from, mlir::Value to,
                 llvm::function_ref<void(const Lane &)> body);

/// As emitRowLoop over a whole row of `size`, but a body that may be run twice for an element (it only stores what it computes)
/// covers a rest with one vector that overlaps the last.
void emitIdempotentRowLoop(KernelBuilder &builder, ExpressionEmitter &emitter,
                           mlir::Value from, mlir::Value to, mlir::Value size,
                           llvm::function_ref<void(const Lane &)> body);

/// As emitIdempotentRowLoop over [0, size), with up to kVectorsTogether vectors at a time where the size is known: their sums do not wait for each
/// other, and one loop over what is summed serves all.
void emitWideRowLoop(KernelBuilder &builder, ExpressionEmitter &emitter,
                     mlir::Value size,
                     llvm::function_ref<void(llvm::ArrayRef<Lane>)> body);

inline constexpr int64_t kVectorsTogether = 8;

/// Combines body(lane) over [0, size): a scalar register. `element` is the tensor element type of the values. With NaN ignored the result is never
/// NaN.
mlir::Value emitRowReduction(KernelBuilder &builder, ExpressionEmitter &emitter,
                             ReductionKind kind, mlir::Type element,
                             mlir::Value size,
                             llvm::function_ref<mlir::Value(const Lane &)> body,
                             NaNs nans = NaNs::Kept);

/// The quotient of a sum by a number of elements (i64), for a mean.
mlir::Value emitMean(KernelBuilder &builder, mlir::Type element,
                     mlir::Value sum, mlir::Value count);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_ROWLOOP_H
