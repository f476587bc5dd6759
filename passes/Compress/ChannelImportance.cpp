// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each weight is read once, for all of its dimensions that have channels.

#include "passes/Compress/ChannelImportance.h"
#include "passes/Compress/SharedOptions.h"
#include "passes/Compress/SquareSums.h"
#include "passes/Compress/WeightUses.h"
#include "passes/Simplify/Tensors.h"

using namespace mlir;
using namespace weft;

namespace {
/// A dimension of a weight with its axis.
struct WeightDim {
  int64_t dim;
  unsigned axis;

  bool operator==(const WeightDim &other) const {
    return dim == other.dim && axis == other.axis;
  }
};
} // namespace

FailureOr<ChannelImportance> ChannelImportance::compute(
    ModuleOp module, const ChannelDependencies &dependencies,
    ParameterTable &parameters, const Statistics *statistics) {
  ChannelImportance importance;
  unsigned count = dependencies.getNumAxes();
  importance.norms.resize(count);
  importance.contributions.resize(count);
  importance.weights.resize(count);
  importance.hasLinearReader.resize(count);
  std::vector<bool> isFree(count);
  for (const ChannelGroup &group : dependencies.getGroups())
    for (ChannelPlace place : group.channels.front())
      isFree[place.axis] = true;

  llvm::StringMap<int64_t> inputDims;
  for (WeightUses &uses : findWeightUses(module))
    if (uses.isLinear() && !uses.contractions.empty())
      inputDims[uses.parameter.getSymName()] = uses.isTransposed ? 0 : 1;

  llvm::MapVector<StringAttr, SmallVector<WeightDim>> wanted;
  module.walk([&](GetOp get) {
    auto type = tensorType(get.getResult());
    if (!isa<FloatType>(type.getElementType()))
      return;
    for (int64_t i = 0; i < type.getRank(); ++i)
      if (std::optional<unsigned> axis =
              dependencies.findAxis(get.getResult(), i);
          axis && isFree[*axis]) {
        auto &dims = wanted[get.getParameterAttr().getAttr()];
        if (!llvm::is_contained(dims, WeightDim{i, *axis}))
          dims.push_back({i, *axis});
      }
  });
  for (auto &[name, dims] : wanted) {
    ParameterOp parameter = parameters.find(name);
    FailureOr<Tensor> tensor =
        parameter ? parameters.read(parameter) : FailureOr<Tensor>(failure());
    if (failed(tensor))
      return module.emitError()
             << "weight '" << name.getValue()
             << "' has bytes neither in the module nor in the weight store";
    SmallVector<int64_t> numbers;
    for (const WeightDim &each : dims)
      numbers.push_back(each.dim);
    auto sums = sumSquares(*tensor, numbers);
    parameters.release(parameter);
    const SiteStatistics *site = statistics ? statistics->find(name) : nullptr;
    for (auto [each, squares] : llvm::zip(dims, sums)) {
      if (!llvm::all_of(squares, [](double sum) { return std::isfinite(sum); }))
        return parameter.emitError()
               << "weight '" << name.getValue()
               << "' cannot be pruned: it has a value that is NaN or infinite";
      auto entry = inputDims.find(name);
      bool isInput = entry != inputDims.end() && entry->second == each.dim;
      if (isInput)
        importance.hasLinearReader[each.axis] = true;
      auto &names = importance.weights[each.axis];
      names.insert(isInput ? names.begin() : names.end(),
                   name.getValue().str());
      auto add = [&](std::vector<double> &to, auto factor) {
        to.resize(squares.size());
        for (size_t i = 0; i < squares.size(); ++i)
          to[i] += squares[i] * factor(i);
      };
      // A bias says nothing of what reads the channel.
      if (tensor->getRank() > 1)
        add(importance.norms[each.axis], [](size_t) { return 1.0; });
      if (!isInput || !site || !(site->count > 0))
        continue;
      if (failed(checkInputs(parameter, *site, squares.size())))
        return failure();
      add(importance.contributions[each.axis],
          [&](size_t i) { return site->squares[i] / site->count; });
    }
  }
  return importance;
}

bool ChannelImportance::isKnown(const ChannelGroup &group) const {
  return llvm::any_of(group.channels.front(), [&](ChannelPlace place) {
    return !contributions[place.axis].empty();
  });
}

bool ChannelImportance::isGuessed(const ChannelGroup &group) const {
  return !isKnown(group) &&
         llvm::any_of(group.channels.front(), [&](ChannelPlace place) {
           return hasLinearReader[place.axis];
         });
}

std::vector<double>
ChannelImportance::measure(const ChannelGroup &group) const {
  const auto &table = isKnown(group) ? contributions : norms;
  std::vector<double> scores;
  for (const auto &places : group.channels) {
    double sum = 0;
    for (ChannelPlace place : places)
      if (!table[place.axis].empty())
        sum += table[place.axis][static_cast<size_t>(place.position)];
    scores.push_back(sum);
  }
  return scores;
}
