// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What makes a contraction's left operand ends up in another kernel; that it has many zeros stays with the contraction.
//
//   %y = weft.select %isSmall, %zero, %x
//   %z = weft.contract "mk,nk->mn" %y, %w
//
// becomes the same with {weft.sparse_lhs} on the contraction.

#include "lib/Analysis/PrunedActivation.h"
#include "passes/Fuse/Fuse.h"

namespace weft {
#define GEN_PASS_DEF_MARKSPARSEOPERANDS
#include "passes/Fuse/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
struct MarkSparseOperandsPass
    : weft::impl::MarkSparseOperandsBase<MarkSparseOperandsPass> {
  void runOnOperation() override {
    getOperation().walk([](ContractOp contract) {
      if (isPrunedActivation(contract.getLhs()))
        contract->setAttr(kSparseLhsAttribute,
                          UnitAttr::get(contract.getContext()));
    });
  }
};
} // namespace
