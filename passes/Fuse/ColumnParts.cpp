// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Recognition of parts.

#include "passes/Fuse/ColumnParts.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;

/// Parts are multiples of this, so that no register of a target holds columns of two.
static constexpr int64_t kPartColumns = 16;
/// The most parts of a tile that are computed side by side.
static constexpr int64_t kMostParts = 4;

/// Whether `op` cuts a piece of `value` between multiples of its size out of the last dimension.
static bool isPart(Operation *op, Value value) {
  auto slice = dyn_cast<SliceOp>(op);
  auto whole = cast<RankedTensorType>(value.getType());
  if (!slice || slice->getBlock() != value.getParentBlock() ||
      slice.getOperand() != value ||
      slice.getDims() != ArrayRef<int64_t>(whole.getRank() - 1))
    return false;
  int64_t columns = whole.getShape().back(),
          size = cast<RankedTensorType>(slice.getType()).getShape().back();
  auto starts = matchConstantInts(slice.getStarts()),
       ends = matchConstantInts(slice.getEnds()),
       steps = matchConstantInts(slice.getSteps());
  return starts && ends && steps && !ShapedType::isDynamic(columns) &&
         !ShapedType::isDynamic(size) && size > 0 && columns % size == 0 &&
         columns / size <= kMostParts && size < columns &&
         size % kPartColumns == 0 && starts->front() >= 0 &&
         starts->front() % size == 0 && steps->front() == 1;
}

/// Whether a contraction is a product of a matrix and a weight with sums of f32, whose columns are the last dimension.
static bool multipliesWeight(ContractOp op) {
  StringRef lhs = op.getLhsDims(), rhs = op.getRhsDims(),
            result = op.getResultDims();
  auto isFloat = [](Value value) {
    Type element = getElementTypeOrSelf(value.getType());
    return element.isF32() || element.isBF16() || element.isF16();
  };
  auto isColumn = [&](char letter) {
    return rhs.contains(letter) && !lhs.contains(letter);
  };
  auto isSummedAlone = [&](StringRef letters, StringRef others) {
    return llvm::any_of(letters, [&](char letter) {
      return !result.contains(letter) && !others.contains(letter);
    });
  };
  return op.getRhs().getDefiningOp<GetOp>() && isFloat(op.getLhs()) &&
         isFloat(op.getRhs()) && getElementTypeOrSelf(op.getType()).isF32() &&
         !result.empty() && isColumn(result.back()) &&
         llvm::count_if(result, isColumn) == 1 && !isSummedAlone(lhs, rhs) &&
         !isSummedAlone(rhs, lhs);
}

bool weft::isCutIntoParts(Value value, Operation *root) {
  auto contract = dyn_cast<ContractOp>(root);
  if (!contract || !multipliesWeight(contract) || value.use_empty())
    return false;
  // The first user may have no results, but then it is no part.
  Operation *first = *value.user_begin();
  return llvm::all_of(value.getUsers(), [&](Operation *user) {
    return isPart(user, value) &&
           user->getResultTypes() == first->getResultTypes() &&
           llvm::all_of(user->getUsers(), [](Operation *next) {
             return isa<ElementwiseOpInterface>(next);
           });
  });
}

void weft::moveParts(Operation *op) {
  for (Operation *part : llvm::make_early_inc_range(op->getUsers())) {
    for (Value number : part->getOperands().drop_front())
      if (Operation *constant = number.getDefiningOp();
          constant->getBlock() == op->getBlock() &&
          op->isBeforeInBlock(constant))
        constant->moveBefore(op);
    part->moveAfter(op);
  }
}
