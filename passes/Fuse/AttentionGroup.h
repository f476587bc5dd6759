// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What moves data around an attention, and need not be a kernel.

#ifndef WEFT_PASSES_FUSE_ATTENTIONGROUP_H
#define WEFT_PASSES_FUSE_ATTENTIONGROUP_H

#include "dialects/Weft/WeftOps.h"

namespace weft {

/// `attention` with the ops that bring its query, keys and values into its order of dimensions, and the one that brings the result into
/// another:
///
///   %s = weft.slice %qkv ...                one third of a projection
///   %h = weft.reshape %s                    [batch, position, head, width]
///   %q = weft.transpose %h ...              [batch, head, position, width]
///   %y = weft.attention %q, ...
///   %t = weft.transpose %y ...
///
/// Rows stay in one piece through all of them, so that a kernel reads and writes them where they are. Only ops that nobody else needs.
llvm::SmallVector<mlir::Operation *>
collectAttentionGroup(AttentionOp attention);

} // namespace weft

#endif // WEFT_PASSES_FUSE_ATTENTIONGROUP_H
