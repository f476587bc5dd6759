// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What slows the machine down for a while then slows all of them.

#include "tools/weft/PeerComparison.h"
#include "lib/Interpreter/NpyFile.h"
#include "tools/weft/LatencyDistribution.h"
#include "tools/weft/PeerProcess.h"
#include "tools/weft/Progress.h"
#include "weft/Version.h"

#include <memory>

using namespace weft;
using llvm::json::Array;
using llvm::json::Object;

static constexpr int kRounds = 5;

static Object describeTimes(llvm::StringRef name, llvm::StringRef version,
                            const BenchOptions &options,
                            const TurnTimes &times) {
  Object facts{{"name", name.str()}, {"version", version.str()}};
  if (times.calls.empty())
    return facts;
  LatencyDistribution calls(times.calls);
  facts["runs"] = static_cast<int64_t>(calls.getCount());
  facts["min_ms"] = calls.getMin();
  facts["median_ms"] = calls.getQuantile(0.5);
  facts["p99_ms"] = calls.getQuantile(0.99);
  if (times.steps.empty())
    return facts;
  auto rate = [](int64_t tokens, double milliseconds) {
    return static_cast<double>(tokens) / milliseconds * 1e3;
  };
  facts["prefill_tokens_per_s"] =
      rate(options.promptTokens, calls.getQuantile(0.5));
  facts["decode_tokens_per_s"] =
      rate(options.generate, LatencyDistribution(times.steps).getQuantile(0.5));
  return facts;
}

ExitStatus
weft::comparePeers(const BenchOptions &options, llvm::StringRef model,
                   int threads, const Signature &signature,
                   llvm::ArrayRef<Tensor> inputs, const TemporaryFolder &folder,
                   llvm::function_ref<ExitStatus(double, TurnTimes &)> runOurs,
                   Object &facts) {
  Array files;
  for (auto [argument, tensor] : llvm::zip(signature.inputs, inputs)) {
    if (tensor.isNull())
      continue;
    std::string file =
        folder.getPath("peer" + llvm::Twine(files.size()) + ".npy");
    if (llvm::Error error = writeNpy(file, tensor))
      return reportError(ExitStatus::BadInput, std::move(error));
    files.push_back(Array{argument.name, file});
  }
  std::vector<std::unique_ptr<PeerProcess>> peers;
  for (const std::string &name : options.peers) {
    progress::show(name + " loads the model");
    peers.push_back(std::make_unique<PeerProcess>(name));
    peers.back()->start(
        options.python,
        Object{{"model", options.peerModel.empty() ? model : options.peerModel},
               {"threads", threads},
               {"inputs", Array(files)},
               {"prompt_tokens", options.promptTokens},
               {"generate", options.generate}});
  }
  TurnTimes ours;
  double turn = options.seconds / kRounds;
  bool isAlone = llvm::all_of(
      peers, [](const auto &peer) { return !peer->getObstacle().empty(); });
  for (int round = 0; round < kRounds && !isAlone; ++round) {
    progress::show(static_cast<double>(round) / kRounds, "taking turns");
    if (ExitStatus status = runOurs(turn, ours); status != ExitStatus::Done)
      return status;
    for (const std::unique_ptr<PeerProcess> &peer : peers)
      peer->measure(turn);
  }
  progress::clear();
  Array list;
  list.push_back(describeTimes("weft", WEFT_VERSION_STRING, options, ours));
  auto median = [](const std::vector<double> &times) {
    return LatencyDistribution(times).getQuantile(0.5);
  };
  for (const std::unique_ptr<PeerProcess> &peer : peers) {
    Object each = describeTimes(peer->getName(), peer->getVersion(), options,
                                {peer->calls, peer->steps});
    if (!peer->getObstacle().empty())
      each["missing"] = peer->getObstacle();
    if (peer->getPeakMegabytes() > 0)
      each["peak_rss_mb"] = peer->getPeakMegabytes();
    if (!peer->calls.empty() && !ours.calls.empty())
      each["ratio"] = median(peer->calls) / median(ours.calls);
    if (!peer->steps.empty() && !ours.steps.empty())
      each["decode_ratio"] = median(peer->steps) / median(ours.steps);
    list.push_back(std::move(each));
  }
  facts["peers"] = std::move(list);
  return ExitStatus::Done;
}
