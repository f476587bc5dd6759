// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which values do not depend on the model's inputs.

#ifndef WEFT_LIB_ANALYSIS_CONSTANTEXPRESSION_H
#define WEFT_LIB_ANALYSIS_CONSTANTEXPRESSION_H

#include "mlir/IR/Value.h"

namespace weft {

/// Whether `value` is computed from constants and parameters only, by at most
/// `depth` pure ops one behind the other, so that it can be evaluated at compile
/// time. The bound keeps the question cheap; an expression that is deeper counts
/// as none.
bool isConstantExpression(mlir::Value value, unsigned depth = 12);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_CONSTANTEXPRESSION_H
