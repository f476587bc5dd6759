// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What fusion may rely on after the stage `lower`: each function stands by itself, and what is written by simpler ops is gone. It changes
// nothing; a violation is a fault of the compiler.
//
//   %y = weft.softmax %x {dim = 0} : tensor<2x3xf32>       error: expected the last dimension, found 0 of 2

#include "dialects/Weft/WeftOps.h"
#include "passes/Lower/Lower.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace weft;

namespace weft {
#define GEN_PASS_DEF_VERIFYLOWERED
#include "passes/Lower/Passes.h.inc"
} // namespace weft

namespace {
LogicalResult verifyLastDim(Operation *op, ArrayRef<int64_t> dims) {
  int64_t rank = cast<RankedTensorType>(op->getOperand(0).getType()).getRank();
  if (dims == ArrayRef<int64_t>{rank - 1})
    return success();
  InFlightDiagnostic error = op->emitOpError(
      "is left after lowering: expected the last dimension, found ");
  llvm::interleaveComma(dims, error);
  return error << " of " << rank;
}

LogicalResult verifyOp(Operation *op) {
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([](SoftmaxOp softmax) {
        return verifyLastDim(softmax, {static_cast<int64_t>(softmax.getDim())});
      })
      .Case([](NormalizeOp normalize) {
        return verifyLastDim(normalize, normalize.getDims());
      })
      .Case([](FuncOp function) {
        return function.isPrivate()
                   ? function.emitOpError(
                         "is private: expected its calls to be inlined")
                   : success();
      })
      .Case<CallOp, RecurrenceOp, BatchNormOp, DropoutOp>(
          [](Operation *composite) {
            return composite->emitOpError(
                "is left after lowering: expected simpler ops");
          })
      .Default(success());
}

struct VerifyLowered : weft::impl::VerifyLoweredBase<VerifyLowered> {
  void runOnOperation() override {
    bool isValid = true;
    getOperation().walk(
        [&](Operation *op) { isValid &= succeeded(verifyOp(op)); });
    if (!isValid)
      signalPassFailure();
  }
};
} // namespace
