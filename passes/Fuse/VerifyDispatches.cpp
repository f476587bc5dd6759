// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a target may rely on after the stage `dispatch`. It changes nothing; a violation is a fault of the compiler and is told where it is
// and not where it hurts, in the middle of code generation.
//
//   weft.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
//     %y = weft.exp %x : ...                                error: expected a dispatch or an op of the host
//     weft.return %y : tensor<4xf32>
//   }

#include "dialects/Weft/WeftOps.h"
#include "passes/Fuse/Fuse.h"
#include "passes/Fuse/HostOps.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace weft;

namespace weft {
#define GEN_PASS_DEF_VERIFYDISPATCHES
#include "passes/Fuse/Passes.h.inc"
} // namespace weft

namespace {
LogicalResult verifyHostFunction(FuncOp function) {
  WalkResult result = function.walk([&](Operation *op) -> WalkResult {
    if (op == function || isHostOp(op))
      return WalkResult::advance();
    return op->emitOpError("is left between the dispatches: expected a "
                           "dispatch or an op of the host");
  });
  return failure(result.wasInterrupted());
}

LogicalResult verifyKernel(FuncOp kernel) {
  if (!kernel.getBody().hasOneBlock())
    return kernel.emitOpError("is a kernel: expected one block, found ")
           << kernel.getBody().getBlocks().size();
  for (Operation &op : kernel.getBody().front().without_terminator())
    if (op.getNumRegions() != 0 || isa<DispatchOp, CallOp, GetOp, ExternOp>(op))
      return op.emitOpError(
          "is in a kernel: expected arithmetic on tensors alone");
  return success();
}

/// Whether the operands that a kernel takes as parameters are parameters.
LogicalResult verifyOperands(DispatchOp dispatch, FuncOp kernel) {
  for (auto [i, operand] : llvm::enumerate(dispatch.getOperands())) {
    bool isParameter = operand.getDefiningOp<GetOp>() != nullptr,
         isExpected = static_cast<bool>(kernel.getArgAttr(i, "weft.parameter"));
    if (isExpected && !isParameter)
      return dispatch.emitOpError("operand ")
             << i << " of @" << kernel.getName() << ": expected a parameter";
  }
  return success();
}

struct VerifyDispatches : weft::impl::VerifyDispatchesBase<VerifyDispatches> {
  void runOnOperation() override {
    ModuleOp module = getOperation();
    SymbolTable symbols(module);
    llvm::StringSet<> dispatched;
    bool isValid = true;
    module.walk([&](DispatchOp dispatch) {
      dispatched.insert(dispatch.getKernel());
      isValid &= succeeded(verifyOperands(
          dispatch, symbols.lookup<FuncOp>(dispatch.getKernel())));
    });
    for (FuncOp function : module.getOps<FuncOp>()) {
      if (!function.isPrivate()) {
        isValid &= succeeded(verifyHostFunction(function));
      } else if (!dispatched.contains(function.getName())) {
        function.emitOpError("is private: expected a dispatch of it");
        isValid = false;
      } else {
        isValid &= succeeded(verifyKernel(function));
      }
    }
    if (!isValid)
      signalPassFailure();
  }
};
} // namespace
