// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See RequestPairs.h. The first round of each is not counted.

#include "tools/weft/RequestPairs.h"
#include "tools/weft/Progress.h"
#include <random>

using namespace mlir;
using namespace weft;

/// So many pairs are enough for the figures.
static constexpr size_t kMostPairs = 2000;

ExitStatus weft::measureRequests(LanguageModel &a, LanguageModel &b,
                                 std::vector<int32_t> tokens,
                                 const RequestSize &size, double seconds,
                                 LatencyPairs &prefill, LatencyPairs &decode) {
  auto prompt = static_cast<size_t>(size.prompt),
       steps = static_cast<size_t>(size.steps);
  LanguageModel *models[] = {&a, &b};
  int64_t vocabulary = std::min(a.getVocabularySize(), b.getVocabularySize());
  // What the tokens are makes no difference to the time.
  for (std::mt19937_64 random(0); tokens.size() < prompt + steps;)
    tokens.push_back(int32_t(random() % uint64_t(vocabulary)));
  std::span<const int32_t> all(tokens);
  std::span<const float> logits;
  double begin = readClock();
  for (int round = -1; round < 2 || (readClock() - begin < seconds &&
                                     decode.getCount() < kMostPairs);
       ++round) {
    progress::show("measuring latency");
    for (LanguageModel *model : models)
      if (ExitStatus status = model->reset(); status != ExitStatus::Done)
        return status;
    auto readPrompt = [&](int which) {
      return models[which]->read(all.first(prompt), logits);
    };
    if (ExitStatus status = prefill.measure(readPrompt, round < 0);
        status != ExitStatus::Done)
      return status;
    for (size_t step = 0; step < steps; ++step) {
      auto readOne = [&](int which) {
        return models[which]->read(all.subspan(prompt + step, 1), logits);
      };
      if (ExitStatus status = decode.measure(readOne, round < 0);
          status != ExitStatus::Done)
        return status;
    }
    if (round < 0)
      begin = readClock();
  }
  progress::clear();
  return ExitStatus::Done;
}

ExitStatus weft::measureRequests(OutputComparison &comparison, double seconds,
                                 LatencyPairs &calls) {
  auto call = [&](int which) { return comparison.call(which); };
  progress::show("measuring latency");
  if (ExitStatus status = calls.measure(call, /*isWarmUp=*/true);
      status != ExitStatus::Done)
    return status;
  double begin = readClock();
  for (int round = 0; round < 3 || (readClock() - begin < seconds &&
                                    calls.getCount() < kMostPairs);
       ++round)
    if (ExitStatus status = calls.measure(call); status != ExitStatus::Done)
      return status;
  progress::clear();
  return ExitStatus::Done;
}
