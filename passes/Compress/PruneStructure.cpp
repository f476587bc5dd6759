// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Takes away whole channels, so that all tensors that have them become smaller and kernels have less to do.
//
//   weft.parameter @up : tensor<6x4xf32>
//   weft.parameter @down : tensor<4x6xf32>
//   %u = weft.get @up : tensor<6x4xf32>
//   %h = weft.contract "mk,nk->mn" %x, %u : (tensor<?x4xf32>, tensor<6x4xf32>) -> tensor<?x6xf32>
//   %a = weft.tanh %h : (tensor<?x6xf32>) -> tensor<?x6xf32>
//   %d = weft.get @down : tensor<4x6xf32>
//   %y = weft.contract "mk,nk->mn" %a, %d : (tensor<?x6xf32>, tensor<4x6xf32>) -> tensor<?x4xf32>
//
// becomes, with channels=0.5 round=1,
//
//   weft.parameter @up : tensor<3x4xf32>
//   weft.parameter @down : tensor<4x3xf32>
//   ...
//   %y = weft.contract "mk,nk->mn" %a, %d : (tensor<?x3xf32>, tensor<4x3xf32>) -> tensor<?x4xf32>

#include "dialects/Weft/DecoderAttributes.h"
#include "lib/Analysis/ChannelDependencies.h"
#include "mlir/IR/Remarks.h"
#include "passes/Compress/ChannelImportance.h"
#include "passes/Compress/ChannelRemoval.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/SharedOptions.h"
#include "passes/Compress/WeightUses.h"
#include "llvm/Support/Regex.h"

#include <numeric>

namespace weft {
#define GEN_PASS_DEF_PRUNESTRUCTURE
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
struct PruneStructurePass : weft::impl::PruneStructureBase<PruneStructurePass> {
  using Base::Base;
  PruneStructurePass(PruneStructureOptions options,
                     std::shared_ptr<Statistics> known)
      : Base(std::move(options)), known(std::move(known)) {}

  void runOnOperation() override {
    if (failed(checkOptions()) || failed(readStatistics()) ||
        failed(removeChannels()))
      signalPassFailure();
  }

private:
  LogicalResult fail(const Twine &text) {
    return getOperation().emitError("weft-prune-structure: " + text);
  }

  LogicalResult checkOptions() {
    for (auto [name, share] : {std::pair("channels", double(channels)),
                               std::pair("heads", double(heads))})
      if (!(share >= 0 && share < 1))
        return fail(llvm::formatv("expected {0} to be a number of at least 0 "
                                  "and below 1, found {1}",
                                  name, share));
    if (round < 1)
      return fail("expected round to be at least 1, found " + Twine(round));
    if (llvm::Error error = checkSkip(skip))
      return fail(llvm::toString(std::move(error)));
    return success();
  }

  LogicalResult readStatistics() {
    if (llvm::Error error = readMissing(statistics, known))
      return fail(llvm::toString(std::move(error)));
    return success();
  }

  /// How many channels of a group stay.
  size_t countKept(const ChannelGroup &group) const {
    size_t count = group.channels.size();
    double share = group.isParallel ? heads : channels;
    auto kept =
        count - static_cast<size_t>(share * static_cast<double>(count) + 1e-9);
    // Groups of a convolution have many positions each.
    llvm::SmallDenseMap<unsigned, uint64_t> counts;
    uint64_t most = 1;
    for (ChannelPlace place : group.channels.front())
      most = std::max(most, ++counts[place.axis]);
    auto unit = static_cast<uint64_t>(round);
    if (!group.isParallel)
      kept = llvm::alignTo(kept, unit / std::gcd(unit, most));
    return std::min(std::max<size_t>(kept, 1), count);
  }

  /// Says why all channels or heads stay where some were to go.
  void warnOfNothing(ArrayRef<ChannelGroup> groups, bool isParallel) {
    if (!((isParallel ? heads : channels) > 0))
      return;
    size_t most = 0;
    for (const ChannelGroup &group : groups)
      if (group.isParallel == isParallel)
        most = std::max(most, group.channels.size());
    InFlightDiagnostic warning = getOperation().emitWarning()
                                 << "weft-prune-structure: no "
                                 << (isParallel ? "heads" : "channels")
                                 << " could go: ";
    if (most == 0)
      warning << "inputs, results, ops that look along them or weights that "
                 "are skipped or of less than 8 bits need all of them";
    else if (isParallel)
      warning << "the share is less than one of at most " << most
              << " in a layer: raise heads";
    else
      warning << "layers have at most " << most
              << " that can go for each other, and those that stay are "
                 "rounded up to a multiple of "
              << int64_t(round) << ": lower round or raise channels";
  }

  LogicalResult removeChannels() {
    ModuleOp module = getOperation();
    llvm::Regex skipped(skip);
    ChannelDependencies dependencies(module, [&](ParameterOp parameter) {
      return !skip.empty() && skipped.match(parameter.getSymName());
    });
    ParameterTable parameters(module);
    FailureOr<ChannelImportance> importance = ChannelImportance::compute(
        module, dependencies, parameters, known.get());
    if (failed(importance))
      return failure();
    ChannelRemoval removal(module, dependencies, parameters);
    // Of channels and of heads.
    bool isGuessed = false, hasChanged[2] = {};
    for (const ChannelGroup &group : dependencies.getGroups()) {
      size_t count = group.channels.size(), kept = countKept(group);
      if (kept == count)
        continue;
      hasChanged[group.isParallel] = true;
      isGuessed |= importance->isGuessed(group);
      std::vector<double> scores = importance->measure(group);
      std::vector<size_t> order(count);
      std::iota(order.begin(), order.end(), size_t(0));
      llvm::sort(order, [&](size_t a, size_t b) {
        return std::pair(scores[a], a) < std::pair(scores[b], b);
      });
      for (size_t i = 0; i < count - kept; ++i)
        removal.remove(group.channels[order[i]]);
      report(group, *importance, kept);
    }
    for (bool isParallel : {false, true})
      if (!hasChanged[isParallel])
        warnOfNothing(dependencies.getGroups(), isParallel);
    if (!hasChanged[0] && !hasChanged[1])
      return success();
    if (isGuessed)
      module.emitWarning("channels of linear layers are chosen by the norms of "
                         "weights alone, which can ruin a model: calibrate to "
                         "choose by their inputs");
    if (failed(removal.apply()))
      return failure();
    // It is no longer the model that it was imported as.
    module->removeAttr(kDecoderAttribute);
    if (known)
      cutStatistics(removal);
    return success();
  }

  /// Passes behind this one look up what they know of the channels that stay.
  void cutStatistics(const ChannelRemoval &removal) {
    llvm::SmallPtrSet<const SiteStatistics *, 16> done;
    for (WeightUses &uses : findWeightUses(getOperation())) {
      StringRef name = uses.parameter.getSymName();
      const SiteStatistics *site = known->find(name);
      if (!uses.isLinear() || uses.contractions.empty() || !site ||
          !done.insert(site).second)
        continue;
      ContractOp contract = uses.contractions.front();
      char letter = contract.getRhsDims()[uses.isTransposed ? 0 : 1];
      auto dim = static_cast<int64_t>(contract.getLhsDims().find(letter));
      if (const auto *kept = removal.findKept(contract.getLhs(), dim))
        known->select(name, *kept);
    }
  }

  void report(const ChannelGroup &group, const ChannelImportance &importance,
              size_t kept) {
    std::string name;
    for (ChannelPlace place : group.channels.front())
      if (ArrayRef<std::string> names = importance.getWeights(place.axis);
          name.empty() && !names.empty())
        name = names.front();
    remark::passed(
        getOperation().getLoc(),
        remark::RemarkOpts::name("ChannelsRemoved").category("compress"))
        << "'" << name << "' keeps " << std::to_string(kept) << " of "
        << std::to_string(group.channels.size())
        << (group.isParallel ? " heads" : " channels");
  }

  std::shared_ptr<Statistics> known;
};
} // namespace

std::unique_ptr<Pass>
weft::createPruneStructure(PruneStructureOptions options,
                           std::shared_ptr<Statistics> statistics) {
  return std::make_unique<PruneStructurePass>(std::move(options),
                                              std::move(statistics));
}
