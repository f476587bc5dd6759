// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Activations whose small values were set to zero, as weft-prune-activations writes them:
//
//   %m = weft.abs %x
//   %s = weft.compare lt %m, %thresholds
//   %y = weft.select %s, %zero, %x
//
// They are what a product of one row may skip weights for.

#ifndef WEFT_LIB_ANALYSIS_PRUNEDACTIVATION_H
#define WEFT_LIB_ANALYSIS_PRUNEDACTIVATION_H

#include "dialects/Weft/WeftOps.h"

namespace weft {

/// Of a contraction whose left operand has many zeros.
inline constexpr llvm::StringLiteral kSparseLhsAttribute = "weft.sparse_lhs";

/// Whether `value` is such a select, or a cast of one.
bool isPrunedActivation(mlir::Value value);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_PRUNEDACTIVATION_H
