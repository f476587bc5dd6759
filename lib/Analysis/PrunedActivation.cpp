// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See PrunedActivation.h.

#include "lib/Analysis/PrunedActivation.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace weft;

static Value skipCasts(Value value) {
  while (auto cast = value.getDefiningOp<CastOp>())
    value = cast.getOperand();
  return value;
}

bool weft::isPrunedActivation(Value value) {
  auto select = skipCasts(value).getDefiningOp<SelectOp>();
  if (!select || !matchPattern(select.getOnTrue(), m_AnyZeroFloat()))
    return false;
  auto compare = select.getCondition().getDefiningOp<CompareOp>();
  if (!compare || compare.getPredicate() != Predicate::lt)
    return false;
  auto magnitude = skipCasts(compare.getLhs()).getDefiningOp<AbsOp>();
  return magnitude && magnitude.getOperand() == select.getOnFalse();
}
