// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which ops the host computes itself, between the dispatches.

#ifndef WEFT_PASSES_FUSE_HOSTOPS_H
#define WEFT_PASSES_FUSE_HOSTOPS_H

#include "mlir/IR/Operation.h"

namespace weft {

/// Whether `op` stays with the host: it is structure (parameters, constants, calls, control flow), a view (reshape), a shape, or
/// arithmetic on a handful of numbers, which are registers there and need no kernel.
bool isHostOp(mlir::Operation *op);

/// Whether the host computes the elements of `op`'s result in registers.
bool isHostArithmetic(mlir::Operation *op);

} // namespace weft

#endif // WEFT_PASSES_FUSE_HOSTOPS_H
