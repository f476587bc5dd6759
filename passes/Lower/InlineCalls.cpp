// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Replaces calls by the bodies of their functions.
//
//   weft.func private @f(%a) { %r = weft.exp %a  weft.return %r }
//   %y = weft.call @f(%x)                                           =>  %y = weft.exp %x

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/IRMapping.h"
#include "passes/Lower/Lower.h"

using namespace mlir;
using namespace weft;

namespace weft {
#define GEN_PASS_DEF_INLINECALLS
#include "passes/Lower/Passes.h.inc"
} // namespace weft

namespace {
/// Ops that inlining may make in all; calls of calls multiply.
constexpr int64_t kMaxInlinedOps = 1 << 20;

struct InlineCalls : weft::impl::InlineCallsBase<InlineCalls> {
  void runOnOperation() override {
    SymbolTable symbols(getOperation());
    int64_t made = 0;
    llvm::SmallPtrSet<Operation *, 4> active;
    for (FuncOp func : getOperation().getOps<FuncOp>())
      if (func.isPublic() && failed(inlineInto(func, symbols, active, made)))
        return signalPassFailure();
    for (FuncOp func :
         llvm::make_early_inc_range(getOperation().getOps<FuncOp>()))
      if (func.isPrivate())
        func.erase();
  }

  LogicalResult inlineInto(FuncOp func, SymbolTable &symbols,
                           llvm::SmallPtrSet<Operation *, 4> &active,
                           int64_t &made) {
    if (!active.insert(func).second)
      return func.emitError("expected no recursion, but @")
             << func.getName() << " calls itself";
    SmallVector<CallOp> calls;
    func.walk([&](CallOp call) { calls.push_back(call); });
    for (CallOp call : calls) {
      auto callee = symbols.lookup<FuncOp>(call.getCallee());
      if (callee.isExternal())
        return call.emitError("@") << call.getCallee() << " has no body";
      // The callee first, so that what is cloned holds no call.
      if (failed(inlineInto(callee, symbols, active, made)))
        return failure();
      OpBuilder builder(call);
      IRMapping map;
      Block &body = callee.getBody().front();
      map.map(body.getArguments(), call.getOperands());
      for (Operation &op : body.without_terminator()) {
        if (++made > kMaxInlinedOps)
          return call.emitError("expected at most ")
                 << kMaxInlinedOps
                 << " ops after replacing calls by their functions";
        builder.clone(op, map);
      }
      for (auto [result, returned] :
           llvm::zip(call.getResults(), body.getTerminator()->getOperands()))
        result.replaceAllUsesWith(map.lookupOrDefault(returned));
      call.erase();
    }
    active.erase(func);
    return success();
  }
};
} // namespace
