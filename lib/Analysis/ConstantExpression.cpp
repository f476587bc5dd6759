// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which values do not depend on the model's inputs.

#include "lib/Analysis/ConstantExpression.h"

#include "dialects/Weft/WeftOps.h"

using namespace mlir;
using namespace weft;

bool weft::isConstantExpression(Value value, unsigned depth) {
  Operation *op = value.getDefiningOp();
  if (!op || depth == 0)
    return false;
  if (isa<ConstantOp, GetOp>(op))
    return true;
  if (op->getNumOperands() == 0 || op->getNumRegions() != 0 || !isPure(op) ||
      isa<ExternOp, RandomOp, DispatchOp, SharesEvenlyOp>(op))
    return false;
  return llvm::all_of(op->getOperands(), [&](Value operand) {
    return isConstantExpression(operand, depth - 1);
  });
}
