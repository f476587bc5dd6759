// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rows that become bytes by a scale of their own.

#ifndef WEFT_PASSES_FUSE_ROUNDEDROWS_H
#define WEFT_PASSES_FUSE_ROUNDEDROWS_H

#include "dialects/Weft/WeftOps.h"

namespace weft {

/// The ops that round rows by what `reduce` finds of each of them, for one kernel with two results, bytes and scales:
///
///   %n = weft.normalize %x {dims = array<i64: 1>, ...}     where nothing else reads what is rounded
///   %v = weft.mul %n, %w
///   %a = weft.abs %v
///   %m = weft.reduce max %a {dims = array<i64: 1>, keep_dims}
///   %s = weft.mul %m, 1 / 127
///   %f = weft.div 127, %m
///   %r = weft.mul %v, %f ; ... ; %q = weft.cast ... : (tensor<?x64xf32>) -> tensor<?x64xui8>
///
/// None where `reduce` is of another kind, or its result goes elsewhere.
llvm::SmallVector<mlir::Operation *> collectRoundedRows(ReduceOp reduce);

} // namespace weft

#endif // WEFT_PASSES_FUSE_ROUNDEDROWS_H
