// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See StateAppend.h.

#include "lib/Analysis/StateAppend.h"

using namespace mlir;
using namespace weft;

bool weft::isStateAppend(Operation *op) {
  auto concat = dyn_cast<ConcatOp>(op);
  if (!concat || concat.getDim() != 0 || concat.getOperands().size() != 2)
    return false;
  auto past = dyn_cast<BlockArgument>(concat.getOperands()[0]);
  auto function = dyn_cast<FuncOp>(op->getParentOp());
  if (!past || !function || past.getOwner() != &function.getBody().front())
    return false;
  auto state =
      function.getArgAttrOfType<StringAttr>(past.getArgNumber(), "weft.state");
  Operation *ret = function.getBody().front().getTerminator();
  return state &&
         llvm::count_if(ret->getOpOperands(),
                        [&](OpOperand &use) {
                          return use.get() == concat.getResult();
                        }) == 1 &&
         llvm::any_of(ret->getOpOperands(), [&](OpOperand &use) {
           return use.get() == concat.getResult() &&
                  function.getResultAttr(use.getOperandNumber(),
                                         "weft.state") == state;
         });
}
