// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Recognition of widening, and copies of it.

#include "passes/Fuse/ByteWidening.h"
#include "mlir/IR/TypeUtilities.h"
#include "passes/Fuse/HostOps.h"
#include "passes/Fuse/KernelKind.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace weft;

/// Whether `op` widens bytes, or goes on with such a value (one of `widened`) by one number, or a number for each column.
static bool isWidening(Operation *op,
                       const llvm::DenseSet<Operation *> &widened) {
  auto isWidened = [&](Value value) {
    return value.getDefiningOp() && widened.contains(value.getDefiningOp());
  };
  if (auto cast = dyn_cast<CastOp>(op))
    return isWidened(cast.getOperand()) ||
           (getElementTypeOrSelf(cast.getOperand().getType()).isInteger(8) &&
            getElementTypeOrSelf(cast.getType()).getIntOrFloatBitWidth() > 8);
  auto isRepeated = [](Value value) {
    return cast<RankedTensorType>(value.getType()).getRank() == 0 ||
           isa_and_present<ConstantOp, GetOp>(value.getDefiningOp());
  };
  return isa<SubOp, MulOp>(op) && isWidened(op->getOperand(0)) &&
         op->getOperand(0).getType() == op->getResult(0).getType() &&
         isRepeated(op->getOperand(1));
}

SmallVector<Operation *> weft::collectWidening(Block &block) {
  llvm::DenseSet<Operation *> widened;
  SmallVector<Operation *> order;
  for (Operation &op : block.without_terminator())
    if (!isHostOp(&op) && isWidening(&op, widened)) {
      widened.insert(&op);
      order.push_back(&op);
    }
  return order;
}

bool weft::isIntegerProduct(Operation *op) {
  return isa<ContractOp, ConvOp>(op) &&
         isa<IntegerType>(getElementTypeOrSelf(op->getResult(0).getType()));
}

void weft::copyWidening(Block &block) {
  auto takesIn = [&](Operation *user) {
    KernelKind kind = kindOf(user);
    return user->getBlock() == &block && !isHostOp(user) &&
           (kind == KernelKind::Pointwise || kind == KernelKind::Row ||
            kind == KernelKind::Reduce || isIntegerProduct(user));
  };
  SmallVector<Operation *> widening = collectWidening(block);
  // From the last on, so that a copy is there when what it reads is copied.
  for (Operation *op : llvm::reverse(widening)) {
    llvm::SetVector<Operation *> users;
    for (Operation *user : op->getUsers())
      if (takesIn(user))
        users.insert(user);
    bool isShared = !llvm::all_of(op->getUsers(), takesIn);
    for (Operation *user : users.getArrayRef().drop_front(isShared ? 0 : 1)) {
      OpBuilder builder(user);
      user->replaceUsesOfWith(op->getResult(0),
                              builder.clone(*op)->getResult(0));
    }
  }
}

SmallVector<Operation *> weft::findWidening(Operation *product, Value operand) {
  SmallVector<Operation *> ops;
  Operation *op = operand.getDefiningOp();
  auto isOnlyFor = [&](Operation *each, Operation *reader) {
    return llvm::all_of(each->getUsers(),
                        [&](Operation *user) { return user == reader; }) &&
           !isHostOp(each) && each->getBlock() == product->getBlock();
  };
  Operation *reader = product;
  if (auto sub = dyn_cast_if_present<SubOp>(op);
      sub && isOnlyFor(sub, reader) &&
      sub.getLhs().getType() == sub.getType() &&
      cast<RankedTensorType>(sub.getRhs().getType()).getRank() == 0) {
    ops.push_back(op);
    reader = op;
    op = sub.getLhs().getDefiningOp();
  }
  if (auto cast = dyn_cast_if_present<CastOp>(op);
      cast && isOnlyFor(cast, reader) &&
      getElementTypeOrSelf(cast.getOperand().getType()).isInteger(8)) {
    ops.push_back(op);
    return llvm::to_vector(llvm::reverse(ops));
  }
  return {};
}
