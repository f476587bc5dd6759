// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Makes of a model one that takes its weights as inputs, so that one compiled module shows what a change of any of them does.
//
//   weft.parameter @w : tensor<9x8xf16>
//   weft.func @evaluate(%t: tensor<?xi64>, %past: tensor<?x4xf32> {weft.state = "key"})
//       -> (tensor<?x9xf32> {weft.name = "logits"}, tensor<?x4xf32> {weft.state = "key"}) {
//     %w = weft.get @w : tensor<9x8xf16>
//
// becomes
//
//   weft.func @evaluate(%t: tensor<?xi64>, %past: tensor<?x4xf32>, %w: tensor<9x8xf16> {weft.name = "w", weft.weight = "w"})
//       -> (tensor<?x9xf32> {weft.name = "logits"}) {

#include "passes/Compress/Compress.h"
#include "passes/Compress/EntryFunction.h"
#include "passes/Compress/WeightUses.h"
#include "passes/Simplify/ParameterTable.h"

namespace weft {
#define GEN_PASS_DEF_EXPOSEWEIGHTS
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
struct ExposeWeightsPass : weft::impl::ExposeWeightsBase<ExposeWeightsPass> {
  using Base::Base;

  void runOnOperation() override {
    FuncOp entry = findEntryFunction(getOperation(), function);
    if (!entry) {
      getOperation().emitError("weft-expose-weights: expected ")
          << (function.empty() ? "a function evaluate or main, or one alone"
                               : "a function '" + function + "'")
          << ", found none";
      return signalPassFailure();
    }
    isolateEntryFunction(entry);
    dropStateResults(entry);
    for (WeightUses &uses : findWeightUses(getOperation()))
      if (uses.isLinear() && llvm::all_of(uses.gets, [&](GetOp get) {
            return get->getParentOfType<FuncOp>() == entry;
          }))
        expose(entry, uses);
    ParameterTable(getOperation()).dropUnused();
  }

private:
  static void expose(FuncOp entry, WeightUses &uses) {
    StringAttr name = uses.parameter.getSymNameAttr();
    NamedAttribute named[] = {
        {StringAttr::get(entry.getContext(), "weft.name"), name},
        {StringAttr::get(entry.getContext(), kWeightAttribute), name}};
    unsigned number = entry.getNumArguments();
    if (failed(
            entry.insertArgument(number, uses.parameter.getType(),
                                 DictionaryAttr::get(entry.getContext(), named),
                                 uses.parameter.getLoc())))
      return;
    for (GetOp get : uses.gets) {
      get.getResult().replaceAllUsesWith(entry.getArgument(number));
      get.erase();
    }
  }
};
} // namespace
