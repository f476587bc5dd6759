// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Chains of data movement before and behind an attention.

#include "passes/Fuse/AttentionGroup.h"

using namespace mlir;
using namespace weft;

static bool isStatic(Operation *op) {
  return cast<RankedTensorType>(op->getOperand(0).getType()).hasStaticShape() &&
         cast<RankedTensorType>(op->getResult(0).getType()).hasStaticShape();
}

static bool keepsRows(TransposeOp op) {
  ArrayRef<int64_t> permutation = op.getPermutation();
  return !permutation.empty() &&
         permutation.back() == static_cast<int64_t>(permutation.size()) - 1;
}

/// Whether `op` shows its first operand as it lies in memory, with rows in one piece. Only of a transpose do sizes follow where they are
/// not known.
static bool isRowView(Operation *op) {
  if (auto transpose = dyn_cast<TransposeOp>(op))
    return keepsRows(transpose);
  if (!isa<SliceOp, GatherOp, ReshapeOp>(op) || !isStatic(op))
    return false;
  if (auto slice = dyn_cast<SliceOp>(op)) {
    auto starts = matchConstantInts(slice.getStarts()),
         ends = matchConstantInts(slice.getEnds()),
         steps = matchConstantInts(slice.getSteps());
    return starts && ends && steps &&
           llvm::all_of(*starts, [](int64_t start) { return start >= 0; }) &&
           llvm::all_of(*steps, [](int64_t step) { return step == 1; });
  }
  if (auto gather = dyn_cast<GatherOp>(op)) {
    auto data = cast<RankedTensorType>(gather.getData().getType());
    auto index = matchConstantInts(gather.getIndices());
    return index && index->size() == 1 && index->front() >= 0 &&
           cast<RankedTensorType>(gather.getIndices().getType()).getRank() ==
               0 &&
           static_cast<int64_t>(gather.getDim()) + 1 < data.getRank();
  }
  return true;
}

/// Adds the views between a kernel and `operand` of `attention`. Reshapes at the far end stay with the host, which does nothing for them.
static void collectViews(Value operand, AttentionOp attention,
                         SmallVector<Operation *> &ops) {
  SmallVector<Operation *> chain;
  for (Operation *op = operand.getDefiningOp();
       op && op->getBlock() == attention->getBlock() && isRowView(op) &&
       op->hasOneUse();
       op = op->getOperand(0).getDefiningOp())
    chain.push_back(op);
  while (!chain.empty() && isa<ReshapeOp>(chain.back()))
    chain.pop_back();
  llvm::append_range(ops, chain);
}

SmallVector<Operation *> weft::collectAttentionGroup(AttentionOp attention) {
  SmallVector<Operation *> ops{attention};
  for (Value operand :
       {attention.getQuery(), attention.getKey(), attention.getValue()})
    collectViews(operand, attention, ops);
  if (attention.getResult().hasOneUse())
    if (auto transpose =
            dyn_cast<TransposeOp>(*attention.getResult().user_begin());
        transpose && transpose->getBlock() == attention->getBlock() &&
        keepsRows(transpose))
      ops.push_back(transpose);
  return ops;
}
