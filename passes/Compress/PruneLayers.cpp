// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Takes away whole layers whose result is added to what they read.
//
//   %y = weft.add %x, %u        %u comes from %x by way of the layer's weights
//   %z = weft.add %y, %v        %v from %y
//
// becomes, without the first layer,
//
//   %z = weft.add %x, %v        %v from %x
//
// The layer leaves all functions with its weights and states. A size that was read from one of its states is read from another layer's of the same
// symbolic dimension.

#include "dialects/Weft/DecoderAttributes.h"
#include "lib/Analysis/ResidualLayers.h"
#include "mlir/IR/Remarks.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/EntryFunction.h"
#include "passes/Compress/SharedOptions.h"
#include "passes/Compress/UpdateEnergy.h"
#include "llvm/Support/Regex.h"

#include <map>

namespace weft {
#define GEN_PASS_DEF_PRUNELAYERS
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// One layer in all functions that have it.
struct SharedLayer {
  std::vector<std::pair<FuncOp, ResidualLayer *>> places;
  std::string name;
  std::string obstacle;
  /// What it adds, over what comes in.
  double importance = 0;
};

struct PruneLayersPass : weft::impl::PruneLayersBase<PruneLayersPass> {
  using Base::Base;
  PruneLayersPass(PruneLayersOptions options,
                  std::shared_ptr<const Statistics> known)
      : Base(std::move(options)), known(std::move(known)) {}

  void runOnOperation() override {
    if (failed(checkOptions()) || failed(readStatistics()) ||
        failed(pruneLayers()))
      signalPassFailure();
  }

private:
  LogicalResult fail(const Twine &text) {
    return getOperation().emitError("weft-prune-layers: " + text);
  }

  LogicalResult checkOptions() {
    if (count < 0)
      return fail("expected count to be at least 0, found " + Twine(count));
    if (llvm::Error error = checkSkip(skip))
      return fail(llvm::toString(std::move(error)));
    return success();
  }

  LogicalResult readStatistics() {
    if (llvm::Error error = readMissing(statistics, known))
      return fail(llvm::toString(std::move(error)));
    return success();
  }

  /// Layers of different functions with the same weights are one.
  std::vector<SharedLayer> findLayers();
  void findObstacles(std::vector<SharedLayer> &layers);
  void measure(std::vector<SharedLayer> &layers, ParameterTable &parameters);
  LogicalResult remove(FuncOp function, ArrayRef<ResidualLayer *> layers);
  LogicalResult removeStates(FuncOp function,
                             const llvm::SetVector<StringAttr> &states);
  LogicalResult pruneLayers();

  std::shared_ptr<const Statistics> known;
  std::vector<std::pair<FuncOp, std::vector<ResidualLayer>>> functions;
};
} // namespace

/// What a layer is called in messages: the first part of its weights' names that they have in common, or the first weight.
static std::string nameLayer(const ResidualLayer &layer) {
  StringRef common = layer.parameters.front().getValue();
  for (StringAttr each : layer.parameters) {
    size_t size = 0;
    while (size < common.size() && size < each.size() &&
           common[size] == each.getValue()[size])
      ++size;
    common = common.take_front(size);
  }
  size_t end = common.find_last_of("./_");
  return (end == StringRef::npos || end == 0
              ? layer.parameters.front().getValue()
              : common.take_front(end))
      .str();
}

std::vector<SharedLayer> PruneLayersPass::findLayers() {
  functions.clear();
  for (FuncOp function : getOperation().getOps<FuncOp>())
    functions.push_back({function, findResidualLayers(function)});
  std::vector<SharedLayer> layers;
  // Several layers of a function may have the same weights: the n-th of one
  // function is the n-th of another.
  std::map<std::vector<StringRef>, std::vector<size_t>> known;
  for (auto &[function, found] : functions) {
    std::map<std::vector<StringRef>, size_t> counts;
    for (ResidualLayer &layer : found) {
      std::vector<StringRef> key;
      for (StringAttr each : layer.parameters)
        key.push_back(each.getValue());
      llvm::sort(key);
      std::vector<size_t> &numbers = known[key];
      size_t ordinal = counts[key]++;
      if (ordinal == numbers.size()) {
        numbers.push_back(layers.size());
        layers.emplace_back();
        layers.back().name = nameLayer(layer);
        if (ordinal > 0)
          layers.back().name += " (" + std::to_string(ordinal + 1) + ")";
      }
      SharedLayer &shared = layers[numbers[ordinal]];
      shared.places.push_back({function, &layer});
      if (!layer.obstacle.empty())
        shared.obstacle = layer.obstacle;
    }
  }
  for (auto &[key, numbers] : known)
    if (layers[numbers.front()].places.size() !=
        layers[numbers.back()].places.size())
      for (size_t number : numbers)
        layers[number].obstacle =
            "functions have different numbers of layers with its weights";
  return layers;
}

void PruneLayersPass::findObstacles(std::vector<SharedLayer> &layers) {
  llvm::Regex skipped(skip);
  llvm::DenseMap<StringAttr, llvm::DenseSet<Operation *>> readers, covered;
  getOperation().walk([&](GetOp get) {
    readers[get.getParameterAttr().getAttr()].insert(
        get->getParentOfType<FuncOp>());
  });
  for (SharedLayer &layer : layers)
    for (auto [function, place] : layer.places)
      for (StringAttr each : place->parameters)
        covered[each].insert(function);
  for (SharedLayer &layer : layers)
    for (StringAttr each : layer.places.front().second->parameters) {
      if (covered[each].size() < readers[each].size() ||
          llvm::any_of(readers[each],
                       [&](Operation *function) { return !function; }))
        layer.obstacle =
            "a function reads '" + each.str() + "' that has no such layer";
      if (!skip.empty() && skipped.match(each))
        layer.obstacle = "it is to be skipped";
    }
}

void PruneLayersPass::measure(std::vector<SharedLayer> &layers,
                              ParameterTable &parameters) {
  UpdateEnergy energy(getOperation(), parameters, known.get());
  for (SharedLayer &layer : layers)
    for (const ResidualLayer::Join &join : layer.places.front().second->joins) {
      if (!layer.obstacle.empty())
        break;
      std::optional<double> update = energy.estimate(join.getUpdate()),
                            stream = energy.estimate(join.getStream());
      if (!update || !stream || !(*stream > 0))
        layer.obstacle = "how much it adds is not known";
      else
        layer.importance += *update / *stream;
    }
  if (energy.isGuessed())
    getOperation().emitWarning("layers are chosen by the norms of weights "
                               "alone, which can ruin a model: calibrate to "
                               "choose by their inputs");
}

LogicalResult
PruneLayersPass::removeStates(FuncOp function,
                              const llvm::SetVector<StringAttr> &states) {
  Block &block = function.getBody().front();
  llvm::BitVector arguments(function.getNumArguments()),
      results(function.getNumResults());
  auto isGone = [&](Attribute state) {
    auto name = dyn_cast_or_null<StringAttr>(state);
    return name && states.contains(name);
  };
  for (unsigned i = 0; i < function.getNumArguments(); ++i)
    arguments[i] = isGone(function.getArgAttr(i, "weft.state"));
  for (unsigned i = 0; i < function.getNumResults(); ++i)
    results[i] = isGone(function.getResultAttr(i, "weft.state"));
  auto getDimName = [&](BlockArgument argument, uint64_t dim) {
    auto names = function.getArgAttrOfType<ArrayAttr>(argument.getArgNumber(),
                                                      "weft.dims");
    return names && dim < names.size() ? dyn_cast<StringAttr>(names[dim])
                                       : StringAttr();
  };
  block.getTerminator()->eraseOperands(results);
  for (unsigned i : arguments.set_bits()) {
    BlockArgument argument = block.getArgument(i);
    for (Operation *user : llvm::make_early_inc_range(argument.getUsers())) {
      auto dim = dyn_cast<DimOp>(user);
      if (!dim)
        return user->emitError("reads a state of a layer that is removed");
      StringAttr name = getDimName(argument, dim.getDim());
      BlockArgument other;
      for (BlockArgument each : block.getArguments())
        if (!arguments[each.getArgNumber()] && name && !name.empty() &&
            getDimName(each, dim.getDim()) == name)
          other = each;
      if (!other)
        return dim.emitError("nothing else says this size without layer: "
                             "prune fewer layers");
      dim.getOperandMutable().assign(other);
    }
  }
  if (failed(function.eraseResults(results)) ||
      failed(function.eraseArguments(arguments)))
    return function.emitError("its states cannot be removed");
  return success();
}

LogicalResult PruneLayersPass::remove(FuncOp function,
                                      ArrayRef<ResidualLayer *> layers) {
  llvm::SetVector<StringAttr> states;
  for (ResidualLayer *layer : layers) {
    states.insert(layer->states.begin(), layer->states.end());
    for (const ResidualLayer::Join &join : layer->joins)
      join.op->getResult(0).replaceAllUsesWith(join.getStream());
  }
  Block &block = function.getBody().front();
  // States that the layers made keep their ops alive until they are no results.
  Operation *terminator = block.getTerminator();
  for (OpOperand &operand : terminator->getOpOperands()) {
    auto state = dyn_cast_or_null<StringAttr>(
        function.getResultAttr(operand.getOperandNumber(), "weft.state"));
    if (!state || !states.contains(state))
      continue;
    for (BlockArgument argument : block.getArguments())
      if (function.getArgAttr(argument.getArgNumber(), "weft.state") == state)
        operand.set(argument);
  }
  eraseDeadOps(function);
  return removeStates(function, states);
}

LogicalResult PruneLayersPass::pruneLayers() {
  if (count == 0)
    return success();
  ModuleOp module = getOperation();
  ParameterTable parameters(module);
  std::vector<SharedLayer> layers = findLayers();
  findObstacles(layers);
  measure(layers, parameters);
  std::vector<SharedLayer *> order;
  for (SharedLayer &layer : layers) {
    if (layer.obstacle.empty())
      order.push_back(&layer);
    else
      remark::missed(
          module.getLoc(),
          remark::RemarkOpts::name("LayerStays").category("compress"))
          << "layer '" << layer.name << "' stays: " << layer.obstacle;
  }
  if (count > static_cast<int64_t>(order.size()))
    return fail("expected count to be at most " + Twine(order.size()) +
                ", the layers that can go, found " + Twine(count));
  llvm::sort(order, [](const SharedLayer *a, const SharedLayer *b) {
    // Of equal ones the first.
    return std::pair(a->importance, a) < std::pair(b->importance, b);
  });
  order.resize(static_cast<size_t>(count));
  for (auto &[function, found] : functions) {
    std::vector<ResidualLayer *> gone;
    for (SharedLayer *layer : order)
      for (auto [place, residual] : layer->places)
        if (place == function)
          gone.push_back(residual);
    if (!gone.empty() && failed(remove(function, gone)))
      return failure();
  }
  for (SharedLayer *layer : order)
    remark::passed(
        module.getLoc(),
        remark::RemarkOpts::name("LayerRemoved").category("compress"))
        << "layer '" << layer->name << "' is removed: it adds "
        << llvm::formatv("{0:f4}", layer->importance).str()
        << " times what it reads";
  parameters.dropUnused();
  // It is no longer the model that it was imported as.
  module->removeAttr(kDecoderAttribute);
  return success();
}

std::unique_ptr<Pass>
weft::createPruneLayers(PruneLayersOptions options,
                        std::shared_ptr<const Statistics> statistics) {
  return std::make_unique<PruneLayersPass>(std::move(options),
                                           std::move(statistics));
}
