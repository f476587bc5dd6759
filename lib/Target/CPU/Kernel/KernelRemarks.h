// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What --remarks says of kernels: how products are scheduled, and what is slower
// than it could be. Costs nothing where nobody listens.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_KERNELREMARKS_H
#define WEFT_LIB_TARGET_CPU_KERNEL_KERNELREMARKS_H

#include "lib/Target/CPU/Kernel/ProductPlan.h"
#include "lib/Target/CPU/Kernel/ScheduleChoice.h"
#include "mlir/IR/Operation.h"

namespace weft::cpu {

/// \p op is computed, or its operands are read, one element at a time.
void reportNotVectorized(mlir::Operation *op, llvm::StringRef why);

/// The contraction or convolution \p op does not run on the register tile.
void reportNotTiled(mlir::Operation *op);

/// Sizes of \p op that only a call knows, so that its schedule is for typical
/// ones. Says nothing when all are known.
void reportUnknownSizes(mlir::Operation *op, const ProductSizes &sizes);

/// How the product \p op is computed, and whether that was measured or follows
/// from the machine's numbers.
void reportSchedule(mlir::Operation *op, const ProductKey &product,
                    const Schedule &schedule, bool isMeasured);

/// That the product \p op keeps only \p kept steps of its weights.
void reportSparse(mlir::Operation *op, const ProductSizes &sizes, int64_t kept,
                  const Schedule &schedule);

/// That `op` runs on tiles (AMX), in what form they take its operands and how it is cut.
void reportTiles(mlir::Operation *op, const ProductPlan &plan);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_KERNELREMARKS_H
