// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See SliceCopies.h.

#include "passes/Fuse/SliceCopies.h"
#include "dialects/Weft/WeftOps.h"
#include "passes/Fuse/HostOps.h"
#include "passes/Fuse/KernelKind.h"

using namespace mlir;
using namespace weft;

/// More readers than these share the copy in memory.
static constexpr unsigned kMostReaders = 4;

/// Whether `value` is there without a kernel that might be fused with its reader.
static bool liesInMemory(Value value) {
  return !value.getDefiningOp() || isHostOp(value.getDefiningOp());
}

void weft::copySlices(Block &block) {
  for (SliceOp slice : llvm::make_early_inc_range(block.getOps<SliceOp>())) {
    if (isHostOp(slice) || !liesInMemory(slice.getOperand()) ||
        !matchConstantInts(slice.getStarts()) ||
        !matchConstantInts(slice.getSteps()) || slice->hasOneUse() ||
        slice.getResult().hasNUsesOrMore(kMostReaders + 1) ||
        !llvm::all_of(slice->getUsers(), [&](Operation *user) {
          return user->getBlock() == &block && !isHostOp(user) &&
                 kindOf(user) == KernelKind::Pointwise;
        }))
      continue;
    for (OpOperand &use :
         llvm::make_early_inc_range(llvm::drop_begin(slice->getUses()))) {
      OpBuilder builder(use.getOwner());
      use.set(builder.clone(*slice)->getResult(0));
    }
  }
}
