// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// f32 as a sum of numbers of bf16, which tiles multiply.
//
// bf16 has 8 digits, f32 has 24: x = hi + mid + lo. Three terms are the digits cut in three, without any rounding, which takes two masks and two
// subtractions. Of the nine products of two such sums the six largest carry f32's accuracy: the others make 2^-24 of the whole together. Of two
// terms, each rounded, the three largest products carry 16 digits; cut, they would lose three of these.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_SPLITTOBF16_H
#define WEFT_LIB_TARGET_CPU_KERNEL_SPLITTOBF16_H

#include "lib/Target/CPU/Kernel/KernelBuilder.h"

namespace weft::cpu {

/// `terms` numbers of bf16, in f32 registers, whose sum is `value` (f32, or a vector of it) as nearly as may be; for one term, what a cast gives.
///
/// Of several: a value so large that rounding would make it infinite is cut off instead. Infinities and NaN are the last term, the others
/// 0: that one meets only the first term of the other factor, so that infinity times a number is infinite, and not infinity times the 0 that
/// the number's further terms may be.
llvm::SmallVector<mlir::Value> splitToBF16(KernelBuilder &builder,
                                           mlir::Value value, int64_t terms);

/// The terms of two values, of `lower` in the lower halves of i32 words and of `upper` in the upper ones: for values that are hardly ever
/// infinite or NaN.
llvm::SmallVector<mlir::Value> splitToWords(KernelBuilder &builder,
                                            mlir::Value lower,
                                            mlir::Value upper, int64_t terms);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_SPLITTOBF16_H
