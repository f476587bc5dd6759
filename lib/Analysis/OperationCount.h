// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How much arithmetic an op is.

#ifndef WEFT_LIB_ANALYSIS_OPERATIONCOUNT_H
#define WEFT_LIB_ANALYSIS_OPERATIONCOUNT_H

#include "lib/Analysis/SizedCount.h"
#include "mlir/IR/Operation.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace weft {

/// The name of a size that is not static.
using SizeNamer =
    llvm::function_ref<std::string(mlir::Value tensor, int64_t dim)>;

/// The additions and multiplications of a contraction, convolution or
/// attention, taps in padding included. 0 for other ops, whose time is that of
/// their bytes.
SizedCount countOperations(mlir::Operation *op, SizeNamer name);

/// The same by static sizes alone: 0 where one is dynamic.
double countOperations(mlir::Operation *op);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_OPERATIONCOUNT_H
