// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Columns of a contraction that are cut into equal parts, the gates of a recurrent cell, and read side by side by what follows.

#ifndef WEFT_PASSES_FUSE_COLUMNPARTS_H
#define WEFT_PASSES_FUSE_COLUMNPARTS_H

#include "dialects/Weft/WeftOps.h"

namespace weft {

/// Whether `value`, of a group behind the contraction `root`, is used by the parts that it is cut into, all of one size, and these by elementwise
/// ops.
bool isCutIntoParts(mlir::Value value, mlir::Operation *root);

/// Puts the parts of `op`'s result right behind it, so that nothing that reads one of them stands before another.
void moveParts(mlir::Operation *op);

} // namespace weft

#endif // WEFT_PASSES_FUSE_COLUMNPARTS_H
