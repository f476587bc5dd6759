// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// f16 and bf16: storage types that x86 converts (f16) or not even that (bf16).

#ifndef WEFT_LIB_TARGET_CPU_BACKEND_MATH_NARROWFLOATS_H
#define WEFT_LIB_TARGET_CPU_BACKEND_MATH_NARROWFLOATS_H

#include "mlir/IR/PatternMatch.h"

namespace weft::cpu {

/// Adds patterns that compute in f32 what is given in f16 or bf16, and that
/// write conversions as bit arithmetic where the processor has none. All
/// conversions round once, to nearest even; NaN stays NaN. With `hasBF16`
/// (AVX512-BF16) conversions to bf16 take numbers below 2^-126 for zero.
void populateNarrowFloatPatterns(mlir::RewritePatternSet &patterns,
                                 bool hasBF16);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_BACKEND_MATH_NARROWFLOATS_H
