// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pieces of work that are made on all processors and taken in their order, as writing a file wants it. There is no pause between pieces: whoever
// has made the one that is next takes it, and those behind it that are ready, while the others make more.

#ifndef WEFT_PASSES_COMPRESS_INORDER_H
#define WEFT_PASSES_COMPRESS_INORDER_H

#include "mlir/IR/MLIRContext.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace weft {

/// Slots with which nobody of the context's threads waits for long.
size_t countSlots(mlir::MLIRContext *context);

/// Calls \p make with each number below \p count, on the threads of the context, and \p take with each in order, one at a time, after it was made.
/// Both get number modulo \p slots too, at least 1: from make to take nobody else has that slot. Where take fails no more is taken, and this fails.
llvm::LogicalResult
forEachInOrder(mlir::MLIRContext *context, size_t count, size_t slots,
               llvm::function_ref<void(size_t number, size_t slot)> make,
               llvm::function_ref<llvm::LogicalResult(size_t slot)> take);

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_INORDER_H
