// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See RoundedRows.h.

#include "passes/Fuse/RoundedRows.h"
#include "mlir/IR/TypeUtilities.h"
#include "passes/Fuse/HostOps.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace weft;

namespace {
/// More ops than these are no rounding.
constexpr size_t kMostOps = 16;

RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

/// Whether `op` goes along the last dimension of f32, whose size is known, and leaves it with size 1.
bool reducesRows(ReduceOp op) {
  RankedTensorType type = typeOf(op.getOperand());
  return type.getElementType().isF32() && type.getRank() > 0 &&
         !ShapedType::isDynamic(type.getShape().back()) &&
         type.getShape().back() > 1 && op.getKeepDims() &&
         op.getDims().size() == 1 && op.getDims()[0] == type.getRank() - 1;
}

class RowCollector {
public:
  explicit RowCollector(ReduceOp reduce)
      : reduce(reduce), shape(typeOf(reduce.getOperand()).getShape()) {}

  SmallVector<Operation *> collect() {
    Operation *abs = reduce.getOperand().getDefiningOp();
    if (!isa_and_present<AbsOp>(abs) || !isInside(abs) || !abs->hasOneUse())
      return {};
    row = abs->getOperand(0);
    ops.insert(abs);
    ops.insert(reduce);
    if (!addReaders() || !endsInBytes())
      return {};
    moveTogether();
    addNorm();
    return ops.takeVector();
  }

private:
  bool isInside(Operation *op) const {
    return op->getBlock() == reduce->getBlock() && !isHostOp(op) &&
           op->getNumResults() == 1;
  }
  bool isWhole(Value value) const { return typeOf(value).getShape() == shape; }

  /// Adds what goes on with the reduction's result, up to bytes: numbers of rows, and `row` multiplied by them.
  bool addReaders() {
    SmallVector<Value> open{reduce.getResult()};
    while (!open.empty()) {
      Value value = open.pop_back_val();
      for (Operation *user : value.getUsers()) {
        // The other readers, which scale sums, take numbers from memory.
        if (ops.contains(user) || !isReader(user, value))
          continue;
        if (ops.size() == kMostOps)
          return false;
        ops.insert(user);
        if (getElementTypeOrSelf(user->getResult(0).getType()).isF32())
          open.push_back(user->getResult(0));
      }
    }
    return true;
  }

  bool isReader(Operation *op, Value value) const {
    if (!isa<ElementwiseOpInterface>(op) || !isInside(op))
      return false;
    bool becomesRow = !isWhole(value) && isWhole(op->getResult(0));
    return (becomesRow || op->getResult(0).getType() == value.getType() ||
            (isWhole(value) && isa<CastOp>(op))) &&
           llvm::all_of(op->getOperands(), [&](Value operand) {
             return operand == value || isNumber(operand) ||
                    (becomesRow && operand == row);
           });
  }

  static bool isNumber(Value value) {
    return typeOf(value).getRank() == 0 &&
           isa_and_present<ConstantOp>(value.getDefiningOp());
  }

  /// Brings the ops behind the reduction together there, so that what reads one of their results comes behind all of them.
  void moveTogether() {
    SmallVector<Operation *> behind;
    for (Operation *op : ops)
      if (reduce->isBeforeInBlock(op))
        behind.push_back(op);
    llvm::sort(behind, [](Operation *a, Operation *b) {
      return a->isBeforeInBlock(b);
    });
    Operation *place = reduce;
    for (Operation *op : behind) {
      for (Value operand : op->getOperands())
        if (Operation *number = operand.getDefiningOp();
            isa_and_present<ConstantOp>(number) &&
            number->getBlock() == op->getBlock() &&
            place->isBeforeInBlock(number))
          number->moveBefore(reduce);
      op->moveAfter(place);
      place = op;
    }
  }

  /// Whether whole rows leave as bytes alone.
  bool endsInBytes() const {
    bool hasBytes = false;
    for (Operation *op : ops) {
      Value result = op->getResult(0);
      bool leaves = llvm::any_of(result.getUsers(), [&](Operation *user) {
        return !ops.contains(user);
      });
      bool isByte = getElementTypeOrSelf(result.getType()).isInteger(8);
      if (isWhole(result) && leaves && !isByte)
        return false;
      hasBytes |= isByte;
    }
    return hasBytes;
  }

  /// Adds the norm that makes the rows, and what follows it, where nothing else reads them.
  void addNorm() {
    SmallVector<Operation *> chain;
    llvm::SmallPtrSet<Operation *, 8> readers(ops.begin(), ops.end());
    for (Value value = row;;) {
      Operation *op = value.getDefiningOp();
      if (!op || !isInside(op) || !isWhole(value) || chain.size() == kMostOps ||
          !getElementTypeOrSelf(value.getType()).isF32() ||
          !llvm::all_of(op->getUsers(), [&](Operation *user) {
            return readers.contains(user);
          }))
        return;
      chain.push_back(op);
      readers.insert(op);
      if (auto norm = dyn_cast<NormalizeOp>(op)) {
        if (norm.getDims().size() == 1 &&
            norm.getDims()[0] == typeOf(value).getRank() - 1)
          ops.insert(chain.begin(), chain.end());
        return;
      }
      if (!isa<ElementwiseOpInterface>(op))
        return;
      // Scales and shifts of a norm are parameters.
      Value next;
      for (Value operand : op->getOperands())
        if (!isa_and_present<GetOp, ConstantOp>(operand.getDefiningOp())) {
          if (next)
            return;
          next = operand;
        }
      if (!next)
        return;
      value = next;
    }
  }

  ReduceOp reduce;
  ArrayRef<int64_t> shape;
  /// What is rounded.
  Value row;
  llvm::SmallSetVector<Operation *, kMostOps> ops;
};
} // namespace

SmallVector<Operation *> weft::collectRoundedRows(ReduceOp reduce) {
  if (!reducesRows(reduce) || isHostOp(reduce))
    return {};
  return RowCollector(reduce).collect();
}
