// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Finding what reads weights.

#include "passes/Compress/WeightUses.h"
#include "dialects/Weft/DecoderAttributes.h"

using namespace mlir;
using namespace weft;

namespace {
class UseCollector {
public:
  explicit UseCollector(WeightUses &uses) : uses(uses) {}

  void visit(Value value) {
    for (OpOperand &use : value.getUses()) {
      Operation *user = use.getOwner();
      if (auto cast = dyn_cast<CastOp>(user);
          cast && isa<FloatType>(getElementTypeOrSelf(cast.getType()))) {
        uses.casts.push_back(cast);
        visit(cast.getResult());
      } else if (auto contract = dyn_cast<ContractOp>(user)) {
        visitContract(contract, use.getOperandNumber());
      } else if (auto gather = dyn_cast<GatherOp>(user);
                 gather && use.getOperandNumber() == 0 &&
                 gather.getDim() == 0) {
        setTransposed(false);
        uses.gathers.push_back(gather);
      } else {
        stop((user->getName().getStringRef() + " reads it").str());
      }
    }
  }

private:
  void stop(std::string why) {
    if (uses.obstacle.empty())
      uses.obstacle = std::move(why);
  }

  void setTransposed(bool value) {
    if (isKnown && uses.isTransposed != value)
      stop("it is read in two orders of its dimensions");
    isKnown = true;
    uses.isTransposed = value;
  }

  void visitContract(ContractOp contract, unsigned operand) {
    StringRef left = contract.getLhsDims(), right = contract.getRhsDims(),
              result = contract.getResultDims();
    if (operand != 1 || contract.getLhs() == contract.getRhs())
      return stop("it is the left operand of a contraction");
    auto isInput = [&](char letter) {
      return left.contains(letter) && !result.contains(letter);
    };
    auto isOutput = [&](char letter) {
      return !left.contains(letter) && result.contains(letter);
    };
    bool isPlain = isOutput(right[0]) && isInput(right[1]);
    if (!isPlain && !(isInput(right[0]) && isOutput(right[1])))
      return stop(("contraction \"" + contract.getEquation() +
                   "\" is no linear layer with it")
                      .str());
    if (!isa<FloatType>(getElementTypeOrSelf(contract.getType())))
      return stop("a contraction of integers reads it");
    setTransposed(!isPlain);
    uses.contractions.push_back(contract);
  }

  WeightUses &uses;
  bool isKnown = false;
};
} // namespace

std::vector<WeightUses> weft::findWeightUses(ModuleOp module) {
  llvm::MapVector<StringAttr, WeightUses> found;
  for (ParameterOp parameter : module.getOps<ParameterOp>()) {
    auto type = cast<RankedTensorType>(parameter.getType());
    if (isa<FloatType>(type.getElementType()) && type.getRank() == 2)
      found[parameter.getSymNameAttr()].parameter = parameter;
  }
  module.walk([&](GetOp get) {
    if (auto it = found.find(get.getParameterAttr().getAttr());
        it != found.end())
      it->second.gets.push_back(get);
  });
  std::vector<WeightUses> all;
  for (auto &[name, uses] : found) {
    if (uses.gets.empty())
      continue;
    if (uses.parameter->hasAttr(kAdapterAttribute))
      uses.obstacle = "it is of an adapter";
    UseCollector collector(uses);
    for (GetOp get : uses.gets)
      collector.visit(get.getResult());
    if (uses.contractions.empty() && uses.gathers.empty() &&
        uses.obstacle.empty())
      uses.obstacle = "nothing multiplies with it";
    all.push_back(std::move(uses));
  }
  return all;
}
