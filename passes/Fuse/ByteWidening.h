// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What makes wider numbers of bytes: a cast, the subtraction of a zero point, a scale. It is computed where it is read, so that bytes are what
// kernels read and write.

#ifndef WEFT_PASSES_FUSE_BYTEWIDENING_H
#define WEFT_PASSES_FUSE_BYTEWIDENING_H

#include "dialects/Weft/WeftOps.h"

namespace weft {

/// The ops of `block` that widen bytes, or go on with such a value by one number, or a number for each column, in order.
llvm::SmallVector<mlir::Operation *> collectWidening(mlir::Block &block);

/// Gives every op that takes in what it reads a copy of its own of what widens bytes.
void copyWidening(mlir::Block &block);

/// Whether `op` is a contraction or convolution with sums of integers.
bool isIntegerProduct(mlir::Operation *op);

/// What widens the bytes that `operand` of an integer product is, in order; nothing where they are not computed for it alone.
llvm::SmallVector<mlir::Operation *> findWidening(mlir::Operation *product,
                                                  mlir::Value operand);

} // namespace weft

#endif // WEFT_PASSES_FUSE_BYTEWIDENING_H
