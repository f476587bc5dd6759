// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See OptimizeReport.h.

#include "lib/Optimizer/OptimizeReport.h"
#include "dialects/Weft/WeftOps.h"
#include "lib/Support/WeightStore.h"
#include "passes/Compress/Compress.h"
#include "passes/Simplify/ParameterTable.h"

using namespace mlir;
using namespace weft;

static uint64_t computeBytes(RankedTensorType type) {
  return llvm::cantFail(computeSizeBytes(makeWeightType(type)));
}

static StringRef nameOf(ParameterOp parameter) {
  return parameter.getSource().value_or(parameter.getSymName());
}

uint64_t OptimizeReport::getBytesBefore(StringRef name) const {
  auto entry = before.find(name.str());
  return entry == before.end() ? 0 : entry->second;
}

OptimizeReport::OptimizeReport(ModuleOp module) {
  for (ParameterOp parameter : module.getOps<ParameterOp>()) {
    uint64_t bytes = computeBytes(cast<RankedTensorType>(parameter.getType()));
    before[nameOf(parameter).str()] += bytes;
    bytesBefore += bytes;
  }
}

/// The parameter that a dequantization reads, whole or by rows; null if it reads something else.
static ParameterOp findCodes(ModuleOp module, DequantizeOp op) {
  Operation *source = op.getOperand().getDefiningOp();
  if (auto gather = dyn_cast_or_null<GatherOp>(source))
    source = gather.getData().getDefiningOp();
  auto get = dyn_cast_or_null<GetOp>(source);
  return get ? dyn_cast_or_null<ParameterOp>(SymbolTable::lookupSymbolIn(
                   module, get.getParameterAttr().getAttr()))
             : ParameterOp();
}

void OptimizeReport::finish(ModuleOp module) {
  llvm::MapVector<StringRef, WeightChange> changes;
  for (ParameterOp parameter : module.getOps<ParameterOp>()) {
    StringRef name = nameOf(parameter);
    auto type = cast<RankedTensorType>(parameter.getType());
    WeightChange &change = changes[name];
    change.name = name.str();
    change.bytesBefore = getBytesBefore(name);
    change.bytesAfter += computeBytes(type);
    auto facts = parameter->getAttrOfType<DictionaryAttr>(kQuantizedAttribute);
    auto error = facts ? facts.getAs<FloatAttr>("error") : FloatAttr();
    if (error)
      change.error = error.getValueAsDouble();
    if (auto pruned =
            parameter->getAttrOfType<DictionaryAttr>(kPrunedAttribute)) {
      auto read = [&](StringRef name, std::optional<double> &value) {
        if (auto number = pruned.getAs<FloatAttr>(name))
          value = number.getValueAsDouble();
      };
      read("sparsity", change.sparsity);
      read("error", change.pruningError);
    }
    // Of the parts of a weight the codes say what it is.
    if (change.type.empty() || error) {
      change.type = makeWeightType(type).dtype;
      change.bits = type.getElementTypeBitWidth();
    }
  }
  module.walk([&](DequantizeOp op) {
    if (ParameterOp codes = findCodes(module, op); codes && op.getBlock())
      changes[nameOf(codes)].group = op.getBlock();
  });
  for (const auto &[name, bytes] : before)
    if (auto [entry, isGone] = changes.insert({name, WeightChange()}); isGone) {
      entry->second.name = name;
      entry->second.type = "gone";
      entry->second.bytesBefore = bytes;
    }
  weights.clear();
  bytesAfter = 0;
  for (auto &[name, change] : changes) {
    bytesAfter += change.bytesAfter;
    weights.push_back(std::move(change));
  }
}

llvm::json::Value OptimizeReport::toJson(StringRef output,
                                         StringRef precision) const {
  llvm::json::Array list;
  for (const WeightChange &change : weights) {
    llvm::json::Object facts{
        {"name", change.name},
        {"type", change.type},
        {"bits", change.bits},
        {"bytes_before", static_cast<int64_t>(change.bytesBefore)},
        {"bytes_after", static_cast<int64_t>(change.bytesAfter)}};
    if (change.group)
      facts["group"] = change.group;
    if (change.error)
      facts["relative_error"] = *change.error;
    if (change.sparsity)
      facts["sparsity"] = *change.sparsity;
    if (change.pruningError)
      facts["pruning_error"] = *change.pruningError;
    list.push_back(std::move(facts));
  }
  return llvm::json::Object{{"output", output},
                            {"precision", precision},
                            {"bytes_before", static_cast<int64_t>(bytesBefore)},
                            {"bytes_after", static_cast<int64_t>(bytesAfter)},
                            {"weights", std::move(list)}};
}
