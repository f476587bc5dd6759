// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See InputScaling.h.

#include "passes/Compress/InputScaling.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace weft;

namespace {
/// What makes the input of linear layers.
struct Producer {
  /// The names of parameters that are divided.
  SmallVector<StringAttr, 2> parameters;
  /// From the first op that reads one of them to the one whose result is the input.
  SmallVector<Operation *, 3> ops;
};

Value skipCasts(Value value) {
  while (auto cast = value.getDefiningOp<CastOp>())
    value = cast.getOperand();
  return value;
}

bool isLastDim(Value value, int64_t dim) {
  return cast<RankedTensorType>(value.getType()).getRank() - 1 == dim;
}

class ScalingFinder {
public:
  ScalingFinder(ArrayRef<WeightUses> weights, ModuleOp module) {
    for (const WeightUses &uses : weights)
      if (uses.isLinear() && uses.gathers.empty())
        for (ContractOp contract : uses.contractions)
          layers[contract] = &uses;
    module.walk([&](GetOp get) {
      gets[get.getParameterAttr().getAttr()].push_back(get);
    });
  }

  std::vector<InputScaling> run(ArrayRef<WeightUses> weights, ModuleOp module) {
    for (const WeightUses &uses : weights)
      for (ContractOp contract : uses.contractions)
        if (layers.contains(contract))
          addLayer(contract, uses);
    std::vector<InputScaling> found;
    SymbolTable symbols(module);
    for (auto &[parameters, candidate] : candidates) {
      auto names = cast<ArrayAttr>(parameters);
      if (!candidate.isSound || !hasOnlyKnownReaders(names, candidate))
        continue;
      InputScaling &scaling = found.emplace_back();
      for (auto name : names.getAsRange<StringAttr>())
        scaling.divided.push_back(symbols.lookup<ParameterOp>(name));
      scaling.isTransposed = candidate.isTransposed;
      scaling.readers.assign(candidate.readers.begin(),
                             candidate.readers.end());
    }
    return found;
  }

private:
  struct Candidate {
    llvm::SetVector<const WeightUses *> readers;
    llvm::DenseSet<Operation *> ops;
    bool isSound = true, isTransposed = false;
  };

  void addLayer(ContractOp contract, const WeightUses &uses) {
    std::optional<Producer> producer = matchProducer(contract, uses);
    Attribute key;
    if (producer) {
      SmallVector<Attribute> names(producer->parameters.begin(),
                                   producer->parameters.end());
      key = ArrayAttr::get(contract.getContext(), names);
      Candidate &candidate = candidates[key];
      candidate.readers.insert(&uses);
      candidate.ops.insert(producer->ops.begin(), producer->ops.end());
      if (auto layer = layers.find(producer->ops.front());
          layer != layers.end())
        candidate.isTransposed = layer->second->isTransposed;
    }
    // A weight with several makers of its input would need the factors of each.
    auto [it, isNew] = makers.try_emplace(&uses, key);
    if (!isNew && it->second != key)
      for (Attribute each : {it->second, key})
        if (each)
          candidates[each].isSound = false;
  }

  /// The name of a parameter of one value for each channel; null where `value` is none.
  static StringAttr findVector(Value value, int64_t channels) {
    auto get = skipCasts(value).getDefiningOp<GetOp>();
    if (!get || cast<RankedTensorType>(get.getType()).getShape() !=
                    ArrayRef<int64_t>(channels))
      return {};
    return get.getParameterAttr().getAttr();
  }

  std::optional<Producer> matchProducer(ContractOp contract,
                                        const WeightUses &uses) const {
    char letter = contract.getRhsDims()[uses.isTransposed ? 0 : 1];
    if (!isLastDim(contract.getLhs(),
                   static_cast<int64_t>(contract.getLhsDims().find(letter))))
      return std::nullopt;
    Value value = skipCasts(contract.getLhs());
    if (auto mul = value.getDefiningOp<MulOp>())
      if (std::optional<Producer> product = matchProduct(mul))
        return product;
    ParameterOp weight = uses.parameter;
    return matchNorm(value, cast<RankedTensorType>(weight.getType())
                                .getDimSize(uses.isTransposed ? 0 : 1));
  }

  static std::optional<Producer> matchNorm(Value value, int64_t channels) {
    Producer producer;
    auto shift = value.getDefiningOp<AddOp>();
    if (shift) {
      unsigned number = findVector(shift.getLhs(), channels) ? 0 : 1;
      StringAttr name = findVector(shift->getOperand(number), channels);
      if (!name)
        return std::nullopt;
      producer.parameters.push_back(name);
      value = shift->getOperand(1 - number);
    }
    auto scale = value.getDefiningOp<MulOp>();
    if (!scale)
      return std::nullopt;
    unsigned number = findVector(scale.getLhs(), channels) ? 0 : 1;
    StringAttr name = findVector(scale->getOperand(number), channels);
    auto norm =
        skipCasts(scale->getOperand(1 - number)).getDefiningOp<NormalizeOp>();
    if (!name || !norm || llvm::is_contained(producer.parameters, name))
      return std::nullopt;
    producer.parameters.insert(producer.parameters.begin(), name);
    producer.ops.push_back(scale);
    if (shift)
      producer.ops.push_back(shift);
    return producer;
  }

  /// A gate times the result of a linear layer.
  std::optional<Producer> matchProduct(MulOp mul) const {
    for (Value operand : {mul.getRhs(), mul.getLhs()}) {
      auto contract = skipCasts(operand).getDefiningOp<ContractOp>();
      auto layer = contract ? layers.find(contract) : layers.end();
      if (layer == layers.end() ||
          mul.getLhs().getType() != mul.getRhs().getType())
        continue;
      const WeightUses &uses = *layer->second;
      ParameterOp parameter = uses.parameter;
      char letter = contract.getRhsDims()[uses.isTransposed ? 1 : 0];
      if (isLastDim(
              contract.getResult(),
              static_cast<int64_t>(contract.getResultDims().find(letter))))
        return Producer{{parameter.getSymNameAttr()}, {contract, mul}};
    }
    return std::nullopt;
  }

  /// Whether what reads the parameters is what was found, and what reads its results are the layers. A product of two values that are both
  /// divided would be divided twice.
  bool hasOnlyKnownReaders(ArrayAttr names, const Candidate &candidate) const {
    SmallVector<Value> values;
    for (auto name : names.getAsRange<StringAttr>())
      for (GetOp get : gets.lookup(name))
        values.push_back(get.getResult());
    for (Operation *op : candidate.ops)
      values.push_back(op->getResult(0));
    llvm::DenseSet<Operation *> divided;
    for (size_t i = 0; i < values.size(); ++i)
      for (OpOperand &use : values[i].getUses()) {
        Operation *user = use.getOwner();
        if (isa<CastOp>(user)) {
          values.push_back(user->getResult(0));
          continue;
        }
        if (candidate.ops.contains(user)) {
          if (!isa<AddOp>(user) && !divided.insert(user).second)
            return false;
          continue;
        }
        auto layer = layers.find(user);
        if (layer == layers.end() || use.getOperandNumber() != 0 ||
            !candidate.readers.contains(layer->second))
          return false;
      }
    return true;
  }

  llvm::DenseMap<Operation *, const WeightUses *> layers;
  llvm::DenseMap<StringAttr, SmallVector<GetOp>> gets;
  llvm::MapVector<Attribute, Candidate> candidates;
  llvm::DenseMap<const WeightUses *, Attribute> makers;
};
} // namespace

std::vector<InputScaling> weft::findInputScalings(ArrayRef<WeightUses> weights,
                                                  ModuleOp module) {
  return ScalingFinder(weights, module).run(weights, module);
}
