// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What llama.cpp calls a weight, and what a module calls it.

#include "dialects/Weft/WeftOps.h"
#include "lib/Import/Decoder/DecoderOrigin.h"
#include "lib/Import/Gguf/GgufWeights.h"
#include "lib/Import/Imatrix/Imatrix.h"

using namespace mlir;
using namespace weft;

llvm::Error weft::nameStatistics(ModuleOp module, StringRef path,
                                 Statistics &statistics) {
  auto roles = module->getAttrOfType<DictionaryAttr>(kDecoderWeightsAttribute);
  bool fits = statistics.getSites().empty();
  for (ParameterOp parameter : module.getOps<ParameterOp>()) {
    StringRef name = parameter.getSymName();
    if (statistics.find(name)) {
      fits = true;
      continue;
    }
    auto role =
        roles ? roles.getAs<StringAttr>(parameter.getSource().value_or(name))
              : StringAttr();
    std::optional<DecoderWeightId> id =
        role ? parseDecoderWeight(role.getValue()) : std::nullopt;
    fits |= id && statistics.addName(getGgufName(*id), name);
  }
  if (fits)
    return llvm::Error::success();
  return llvm::createStringError(
      "'" + path + "' has statistics of none of the model's weights, but of '" +
      statistics.getSites().front()->weights.front() +
      "': it comes from another model");
}
