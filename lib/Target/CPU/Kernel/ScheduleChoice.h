// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which schedule a product is computed with: one that was measured for its
// sizes, or the one that the machine's numbers give.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_SCHEDULECHOICE_H
#define WEFT_LIB_TARGET_CPU_KERNEL_SCHEDULECHOICE_H

#include "lib/Target/CPU/Kernel/Schedule.h"
#include "mlir/IR/Operation.h"
#include <functional>
#include <optional>

namespace weft::cpu {

struct KernelContext;
struct ProductRows;
struct TilePacking;

/// What a schedule was measured for, beside the processor.
struct ProductKey {
  ProductSizes sizes;
  /// Element types: "f32 x f32".
  std::string elements;
  /// Lanes of f32 in a register of the level.
  int64_t lanes;

  bool operator<(const ProductKey &other) const;
  /// Whether no size is left to the call.
  bool isKnown() const;
  /// "f32 x f32, 1 x 128 x 768 x 768": batches, rows, columns, reduction.
  std::string describe() const;
};

/// Where emitters find schedules that were measured.
struct ScheduleSource {
  /// Asked for each product of known sizes, with the op that it is; nothing
  /// where none was measured. Null: never.
  std::function<std::optional<Schedule>(mlir::Operation *op,
                                        const ProductKey &product)>
      find;
};

/// The schedule of the product that \p op is, of \p rows and a right operand with elements \p rhs: what the context's source has, or the machine's choice. --remarks
/// says which and why, unless \p tiles (null: none) compute all of it.
Schedule scheduleProduct(mlir::Operation *op, const ProductRows &rows,
                         mlir::Type rhs, const ProductSizes &sizes,
                         const TilePacking *tiles,
                         const KernelContext &context);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_SCHEDULECHOICE_H
