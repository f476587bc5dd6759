// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Chains of data movement before and behind an attention.

#include "passes/Fuse/AttentionGroup.h"
#include "lib/Analysis/SizeOrigin.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace weft;

static RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

static bool keepsRows(TransposeOp op) {
  ArrayRef<int64_t> permutation = op.getPermutation();
  return !permutation.empty() &&
         permutation.back() == static_cast<int64_t>(permutation.size()) - 1;
}

/// A part of dimensions of known size.
static bool keepsRows(SliceOp op) {
  auto starts = matchConstantInts(op.getStarts()),
       ends = matchConstantInts(op.getEnds()),
       steps = matchConstantInts(op.getSteps());
  return starts && ends && steps &&
         llvm::all_of(*starts, [](int64_t start) { return start >= 0; }) &&
         llvm::all_of(*steps, [](int64_t step) { return step == 1; }) &&
         llvm::none_of(op.getDims(), [&](int64_t dim) {
           return typeOf(op.getOperand()).isDynamicDim(dim);
         });
}

/// One index of a dimension of known size before the last.
static bool keepsRows(GatherOp op) {
  int64_t dim = op.getDim();
  auto index = matchConstantInts(op.getIndices());
  return index && typeOf(op.getIndices()).getRank() == 0 &&
         dim + 1 < typeOf(op.getData()).getRank() &&
         !typeOf(op.getData()).isDynamicDim(dim) && index->front() >= 0 &&
         index->front() < typeOf(op.getData()).getDimSize(dim);
}

/// Known sizes, or unknown ones that stay as they are.
static bool keepsRows(ReshapeOp op) {
  if (op.getShape() && !matchConstantInts(op.getShape()))
    return false;
  RankedTensorType from = typeOf(op.getOperand()), to = typeOf(op.getResult());
  if (from.getNumDynamicDims() != to.getNumDynamicDims())
    return false;
  for (int64_t dim = 0; dim < to.getRank(); ++dim)
    if (to.isDynamicDim(dim) &&
        findSizeOrigin(op.getResult(), dim) == SizeOrigin{op.getResult(), dim})
      return false;
  return true;
}

/// Whether `op` shows its first operand as it lies in memory, with rows in one piece.
static bool isRowView(Operation *op) {
  return llvm::TypeSwitch<Operation *, bool>(op)
      .Case<TransposeOp, SliceOp, GatherOp, ReshapeOp>(
          [](auto each) { return keepsRows(each); })
      .Default(false);
}

/// Whether `op` widens values of less than 32 bits to f32.
static bool isWidening(Operation *op) {
  auto cast = dyn_cast_if_present<CastOp>(op);
  return cast && getElementTypeOrSelf(cast.getType()).isF32() &&
         typeOf(cast.getOperand()).getElementTypeBitWidth() < 32;
}

/// Whether `op` multiplies each row of what is widened by a number.
static bool scalesRows(Operation *op) {
  auto mul = dyn_cast<MulOp>(op);
  return mul && isWidening(mul.getLhs().getDefiningOp()) &&
         mul.getLhs().getType() == mul.getType() &&
         typeOf(mul.getRhs()).getRank() == typeOf(mul.getLhs()).getRank() &&
         typeOf(mul.getRhs()).getRank() > 0 &&
         typeOf(mul.getRhs()).getShape().back() == 1;
}

/// Adds the views between a kernel and `operand` of `attention`, and what widens keys and values that are stored in fewer bits.
/// Reshapes at the far end stay with the host, which does nothing for them.
static void collectViews(Value operand, AttentionOp attention,
                         SmallVector<Operation *> &ops) {
  SmallVector<Operation *> chain;
  for (Operation *op = operand.getDefiningOp();
       op && op->getBlock() == attention->getBlock() && op->hasOneUse() &&
       (isRowView(op) || isWidening(op) || scalesRows(op));
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
