// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See EntryFunction.h.

#include "passes/Compress/EntryFunction.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "passes/Compress/Compress.h"

using namespace mlir;
using namespace weft;

FuncOp weft::findEntryFunction(ModuleOp module, StringRef name) {
  FuncOp only;
  unsigned count = 0;
  for (FuncOp each : module.getOps<FuncOp>()) {
    if (each.isExternal() || !each.isPublic())
      continue;
    if (name.empty() ? each.getName() == "evaluate" : each.getName() == name)
      return each;
    only = each;
    ++count;
  }
  if (!name.empty())
    return {};
  if (auto main = module.lookupSymbol<FuncOp>("main"))
    return main;
  return count == 1 ? only : FuncOp();
}

void weft::isolateEntryFunction(FuncOp entry) {
  for (FuncOp other : llvm::make_early_inc_range(
           entry->getParentOfType<ModuleOp>().getOps<FuncOp>()))
    if (other != entry && other.isPublic())
      other.erase();
  for (unsigned i = 0; i < entry.getNumArguments(); ++i)
    if (entry.removeArgAttr(i, "weft.state"))
      entry.setArgAttr(i, kWasStateAttribute,
                       UnitAttr::get(entry.getContext()));
}

void weft::replaceResults(FuncOp entry, ValueRange results,
                          ArrayRef<DictionaryAttr> attributes) {
  auto terminator = cast<ReturnOp>(entry.getBody().front().getTerminator());
  terminator.getOperandsMutable().assign(results);
  entry.setFunctionType(FunctionType::get(
      entry.getContext(), entry.getArgumentTypes(), TypeRange(results)));
  entry.setAllResultAttrs(attributes);
  eraseDeadOps(entry);
}

void weft::dropStateResults(FuncOp entry) {
  auto terminator = cast<ReturnOp>(entry.getBody().front().getTerminator());
  SmallVector<Value> results;
  SmallVector<DictionaryAttr> attributes;
  for (auto [i, value] : llvm::enumerate(terminator.getOperands()))
    if (unsigned number = static_cast<unsigned>(i);
        !entry.getResultAttr(number, "weft.state")) {
      results.push_back(value);
      attributes.push_back(DictionaryAttr::get(entry.getContext(),
                                               entry.getResultAttrs(number)));
    }
  replaceResults(entry, results, attributes);
}

void weft::eraseDeadOps(FuncOp function) {
  SmallVector<Operation *> ops;
  for (Operation &op : function.getBody().front())
    ops.push_back(&op);
  for (Operation *op : llvm::reverse(ops))
    if (isOpTriviallyDead(op))
      op->erase();
}
