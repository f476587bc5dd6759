// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Makes of a simplified model one whose results are what its products with constant weights read.
//
//   weft.func @main(%x: tensor<1x8x8x3xf32>) -> tensor<1x10xf32> {
//     %y = weft.conv %x, %w {...} : (tensor<1x8x8x3xf32>, tensor<3x3x3x16xf32>) -> tensor<1x8x8x16xf32>
//     ...
//
// becomes
//
//   weft.func @main(%x: tensor<1x8x8x3xf32>) -> (tensor<1x8x8x3xf32> {weft.activation = "w", weft.channels = 3 : i64, weft.name = "activation.0"}, ...
//
// Their ranges and histograms are taken outside: they want no op of their own, and a histogram of the values is as quick as a copy.

#include "passes/Compress/ActivationSites.h"
#include "passes/Compress/Compress.h"

namespace weft {
#define GEN_PASS_DEF_COLLECTACTIVATIONS
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
struct CollectActivationsPass
    : weft::impl::CollectActivationsBase<CollectActivationsPass> {
  void runOnOperation() override {
    FuncOp function = findQuantizedFunction(getOperation());
    if (!function) {
      getOperation().emitError(
          "weft-collect-activations: expected a function main, or one public "
          "function, found none; activations of language models stay floats");
      return signalPassFailure();
    }
    std::vector<ActivationWeb> webs = findActivationWebs(function);
    if (webs.empty()) {
      function.emitError("weft-collect-activations: no product of f32 values "
                         "with constant weights in @")
          << function.getName();
      return signalPassFailure();
    }
    for (FuncOp other :
         llvm::make_early_inc_range(getOperation().getOps<FuncOp>()))
      if (other != function && other.isPublic())
        other.erase();
    replaceResults(function, webs);
    makeStatesArguments(function);
    ParameterTable(getOperation()).dropUnused();
  }

private:
  static void replaceResults(FuncOp function, ArrayRef<ActivationWeb> webs) {
    auto terminator =
        cast<ReturnOp>(function.getBody().front().getTerminator());
    Builder builder(function.getContext());
    SmallVector<Value> results;
    SmallVector<DictionaryAttr> attributes;
    for (const ActivationWeb &web : webs)
      for (const Activation &activation : web.activations) {
        std::string name = "activation." + std::to_string(results.size());
        results.push_back(activation.value);
        SmallVector<NamedAttribute> facts{
            {builder.getStringAttr("weft.name"), builder.getStringAttr(name)},
            {builder.getStringAttr(kActivationAttribute),
             builder.getStringAttr(activation.name)}};
        if (activation.channelDim)
          facts.emplace_back(builder.getStringAttr(kChannelsAttribute),
                             builder.getI64IntegerAttr(*activation.channelDim));
        attributes.push_back(builder.getDictionaryAttr(facts));
      }
    terminator.getOperandsMutable().assign(results);
    function.setFunctionType(builder.getFunctionType(
        function.getArgumentTypes(), TypeRange(ValueRange(results))));
    function.setAllResultAttrs(ArrayRef<DictionaryAttr>(attributes));
    SmallVector<Operation *> ops;
    for (Operation &op : function.getBody().front())
      ops.push_back(&op);
    for (Operation *op : llvm::reverse(ops))
      if (isOpTriviallyDead(op))
        op->erase();
  }
};
} // namespace
