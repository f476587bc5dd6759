// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How much arithmetic an op is.

#ifndef WEFT_LIB_ANALYSIS_OPERATIONCOUNT_H
#define WEFT_LIB_ANALYSIS_OPERATIONCOUNT_H

#include "mlir/IR/Operation.h"

namespace weft {

/// The additions and multiplications of a contraction, convolution or attention
/// by its static sizes, taps in padding included. 0 where a size is dynamic,
/// and for other ops, whose time is that of their bytes.
double countOperations(mlir::Operation *op);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_OPERATIONCOUNT_H
