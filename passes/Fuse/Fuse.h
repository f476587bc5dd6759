// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The stage that forms fusion groups.

#ifndef WEFT_PASSES_FUSE_FUSE_H
#define WEFT_PASSES_FUSE_FUSE_H

#include "lib/Analysis/PrunedWeight.h"
#include "mlir/Pass/Pass.h"

namespace weft {
#define GEN_PASS_DECL
#include "passes/Fuse/Passes.h.inc"

/// With what a target says of products in place of kMostByteShare.
std::unique_ptr<mlir::Pass>
createMarkSparseWeights(std::function<bool(const SparseProduct &)> isFaster);

/// Registers the passes of this stage for tools.
void registerFusePasses();
} // namespace weft

#endif // WEFT_PASSES_FUSE_FUSE_H
