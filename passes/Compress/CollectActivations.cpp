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
#include "passes/Compress/EntryFunction.h"

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
          "function, found none; language models need no ranges");
      return signalPassFailure();
    }
    std::vector<ActivationWeb> webs = findActivationWebs(function);
    if (webs.empty()) {
      function.emitError("weft-collect-activations: no product of f32 values "
                         "with constant weights in @")
          << function.getName();
      return signalPassFailure();
    }
    isolateEntryFunction(function);
    returnActivations(function, webs);
    ParameterTable(getOperation()).dropUnused();
  }

private:
  static void returnActivations(FuncOp function, ArrayRef<ActivationWeb> webs) {
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
    replaceResults(function, results, attributes);
  }
};
} // namespace
