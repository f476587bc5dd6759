// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The sizes of an op's results as i64 arithmetic, for kernels and for the host function that allocates them.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_RESULTDIMS_H
#define WEFT_LIB_TARGET_CPU_KERNEL_RESULTDIMS_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Target/CPU/Kernel/KernelBuilder.h"

#include <functional>

namespace weft::cpu {

/// What the sizes of results are computed from.
struct DimsContext {
  /// The sizes of an operand.
  std::function<llvm::SmallVector<mlir::Value>(mlir::Value tensor)> dimsOf;
  /// The first \p count elements of an operand that holds sizes (as i64) or scales (f32).
  std::function<llvm::SmallVector<mlir::Value>(mlir::Value tensor,
                                               int64_t count)>
      elementsOf;
  /// Makes the program fail where `condition` (i1) holds.
  std::function<void(mlir::Value condition, llvm::StringRef message,
                     mlir::Value value0, mlir::Value value1)>
      failIf;
  /// How many elements of a nonzero's operand are not 0; null where that is not known.
  std::function<mlir::Value(NonZeroOp)> countOf;
};

/// The elements of a constant that holds sizes (as i64) or scales (f32); nothing for another value.
std::optional<llvm::SmallVector<mlir::Value>>
emitConstantElements(KernelBuilder &builder, mlir::Value tensor);

/// The sizes of every result of `op`; static ones are constants. Checks the operands' dynamic sizes against each other where
/// the op demands it. Fails, without a diagnostic, where sizes depend on more than `context` tells (control flow, calls).
mlir::FailureOr<llvm::SmallVector<llvm::SmallVector<mlir::Value>>>
emitResultDims(KernelBuilder &builder, mlir::Operation *op,
               const DimsContext &context);

/// First index, number of elements and step (i64) that a slice takes of a dimension of `size`, by NumPy's rules.
struct SliceRange {
  mlir::Value start, count, step;
};
SliceRange emitSliceRange(KernelBuilder &builder, mlir::Value size,
                          mlir::Value start, mlir::Value end, mlir::Value step);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_RESULTDIMS_H
