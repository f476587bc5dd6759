// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See LanguageBench.h.

#include "tools/weft/LanguageBench.h"
#include "tools/weft/EnergyMeter.h"
#include "tools/weft/LatencyDistribution.h"
#include "tools/weft/ModelAnalysis.h"
#include "tools/weft/Progress.h"
#include <chrono>
#include <fstream>
#include <numeric>
#include <random>

using namespace weft;
using llvm::StringRef;
using llvm::json::Array;
using llvm::json::Object;

using Clock = std::chrono::steady_clock;

static double millisecondsSince(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin)
      .count();
}

/// Bytes of weights that a step reads: all but the rows of tables that other tokens have.
static double countStepBytes(WeftProgram *program) {
  double bytes = 0;
  for (int32_t i = 0; i < weft_program_weight_count(program); ++i) {
    WeftWeightInfo info = WEFT_WEIGHT_INFO_INIT;
    if (weft_program_weight(program, i, &info) == WEFT_STATUS_OK &&
        (StringRef(info.layout) != "row-major" || info.rank < 2))
      bytes += static_cast<double>(info.sizeBytes);
  }
  return bytes;
}

/// Bytes of all states: keys and values of the tokens so far, which a step reads.
static double countStateBytes(WeftSession *session, WeftProgram *program) {
  double bytes = 0;
  for (int32_t i = 0; i < weft_program_state_count(program); ++i) {
    WeftTensorInfo info = WEFT_TENSOR_INFO_INIT;
    WeftTensor state = WEFT_TENSOR_INIT;
    if (weft_program_state(program, i, &info) == WEFT_STATUS_OK &&
        weft_session_get_state(session, info.name, &state) == WEFT_STATUS_OK)
      bytes +=
          std::accumulate(state.dims, state.dims + state.rank,
                          static_cast<double>(weft_dtype_size(state.dtype)),
                          std::multiplies<>());
  }
  return bytes;
}

/// Forgets the peak of what this process did before.
static void resetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }

static double readPeakMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (StringRef(line).consume_front("VmHWM:")) {
      double kilobytes = 0;
      StringRef(line).drop_front(6).trim().split(' ').first.getAsDouble(
          kilobytes);
      return kilobytes / 1024;
    }
  return 0;
}

ExitStatus LanguageBench::runRound(LanguageModel &model, TurnTimes &times,
                                   std::vector<double> *tokens) const {
  std::mt19937 random(static_cast<unsigned>(times.calls.size()));
  std::uniform_int_distribution<int32_t> anyToken(
      0, static_cast<int32_t>(model.getVocabularySize() - 1));
  std::vector<int32_t> prompt(options.promptTokens);
  for (int32_t &token : prompt)
    token = anyToken(random);
  if (ExitStatus status = model.reset(); status != ExitStatus::Done)
    return status;
  std::span<const float> logits;
  Clock::time_point begin = Clock::now();
  if (ExitStatus status = model.read(prompt, logits);
      status != ExitStatus::Done)
    return status;
  times.calls.push_back(millisecondsSince(begin));
  begin = Clock::now();
  double before = 0;
  for (int64_t i = 0; i < options.generate; ++i) {
    int32_t token = anyToken(random);
    if (ExitStatus status = model.read(std::span(&token, 1), logits);
        status != ExitStatus::Done)
      return status;
    double now = millisecondsSince(begin);
    if (tokens)
      tokens->push_back(now - before);
    before = now;
  }
  times.steps.push_back(before);
  return ExitStatus::Done;
}

/// Best and median rates of rounds, in tokens a second.
static void addRates(Object &facts, StringRef name,
                     const LatencyDistribution &rounds, int64_t tokens) {
  auto rate = [&](double milliseconds) {
    return static_cast<double>(tokens) / milliseconds * 1e3;
  };
  facts[(name + "_tokens_per_s").str()] = rate(rounds.getMin());
  facts[(name + "_tokens_per_s_median").str()] = rate(rounds.getQuantile(0.5));
}

ExitStatus LanguageBench::measure(LanguageModel &model, Object &facts) {
  progress::show("measuring");
  TurnTimes cold, times;
  std::vector<double> tokens;
  // The first round finds nothing in the caches.
  if (ExitStatus status = runRound(model, cold, nullptr);
      status != ExitStatus::Done)
    return status;
  EnergyMeter meter(options.powercap);
  meter.start();
  Clock::time_point start = Clock::now();
  while (times.calls.size() < 2 ||
         millisecondsSince(start) < options.seconds * 1e3)
    if (ExitStatus status = runRound(model, times, &tokens);
        status != ExitStatus::Done)
      return status;
  auto rounds = static_cast<double>(times.calls.size());
  if (std::optional<double> joules = meter.stop())
    facts["energy_j_per_token"] =
        *joules / rounds /
        static_cast<double>(options.promptTokens + options.generate);
  else
    facts["energy_obstacle"] = meter.getObstacle();
  LatencyDistribution prefill(times.calls), decode(times.steps),
      token(std::move(tokens));
  facts["prompt_tokens"] = options.promptTokens;
  facts["generated_tokens"] = options.generate;
  addRates(facts, "prefill", prefill, options.promptTokens);
  addRates(facts, "decode", decode, options.generate);
  facts["first_prompt_ms"] = cold.calls.front();
  facts["time_to_first_token_ms"] = prefill.getQuantile(0.5);
  facts["ms_per_token"] = token.describe();
  facts["histogram"] = token.describeHistogram();
  facts["rounds"] = static_cast<int64_t>(times.calls.size());
  double stepBytes = countStepBytes(model.getProgram());
  // States grow by each token: of what they have in the end, a step reads this in the mean.
  auto prompt = static_cast<double>(options.promptTokens),
       generated = static_cast<double>(options.generate);
  double stateBytes = countStateBytes(model.getSession(), model.getProgram()) *
                      (prompt + generated / 2) / (prompt + generated);
  facts["weight_bytes_per_token"] = stepBytes;
  facts["state_bytes_per_token"] = stateBytes;
  facts["decode_gigabytes_per_second"] =
      (stepBytes + stateBytes) * generated / decode.getMin() / 1e6;
  return ExitStatus::Done;
}

ExitStatus LanguageBench::measureDispatches(LanguageModel &model,
                                            Object &facts) {
  progress::show("measuring dispatches");
  const Ceilings &here =
      ceilings.get(weft_session_get_threads(model.getSession()));
  facts["ceilings"] = describeCeilings(here);
  Model *compiled = model.getModel();
  if (!compiled)
    return ExitStatus::Done;
  // A step reads what the prompt has left.
  NamedSizes sizes{{"tokens", options.promptTokens},
                   {"past", options.promptTokens}};
  DispatchTimes times;
  std::string functions[] = {"prefill", "decode"};
  if (ExitStatus status = timeDispatches(
          model.getModule(), functions, sizes, here.threads,
          std::min(options.seconds, 1.0), compiled->getContext(), times);
      status != ExitStatus::Done)
    return status;
  ModelAnalysis analysis(compiled->getModule(), {}, sizes);
  analysis.setTimes(here, times);
  points = analysis.getPoints();
  facts["dispatch_times"] = describePoints(points);
  for (const RooflinePoint &point : points)
    if (point.isCall)
      facts[(StringRef(point.name).split(',').first + "_gflops").str()] =
          point.operations / point.seconds / 1e9;
  facts["prefill_least_ms"] = analysis.getLimit("prefill") * 1e3;
  facts["decode_least_ms"] = analysis.getLimit("decode") * 1e3;
  return ExitStatus::Done;
}

ExitStatus LanguageBench::run(const ModelFlags &flags, StringRef path,
                              Object &facts) {
  if (!options.batches.empty())
    return reportError(ExitStatus::BadInput,
                       path + ": --batch is for models with one call; a "
                              "language model reads one text at a time");
  Array sweep;
  for (auto [number, threads] : llvm::enumerate(options.threads)) {
    resetPeak();
    LanguageModel model(flags);
    model.setCodeDirectory(options.codeDirectory);
    if (ExitStatus status = model.open(path, threads);
        status != ExitStatus::Done)
      return status;
    BenchOptions usual;
    if (options.promptTokens != usual.promptTokens ||
        options.generate != usual.generate)
      if (ExitStatus status =
              model.checkRequest(options.promptTokens, options.generate);
          status != ExitStatus::Done)
        return status;
    int used = weft_session_get_threads(model.getSession());
    Object here;
    if (ExitStatus status = measure(model, here); status != ExitStatus::Done)
      return status;
    Object point{{"threads", used}};
    for (StringRef name : {"prefill_tokens_per_s", "decode_tokens_per_s"})
      point[name] = here[name];
    sweep.push_back(std::move(point));
    if (number > 0)
      continue;
    facts = std::move(here);
    // What measures the processor has memory of its own.
    facts["peak_rss_mb"] = readPeakMegabytes();
    facts["compile_s"] = model.getCompileSeconds() < 0
                             ? llvm::json::Value(nullptr)
                             : llvm::json::Value(model.getCompileSeconds());
    facts["threads"] = used;
    facts["target"] = "cpu";
    facts["level"] = std::string(weft_program_level(model.getProgram()));
    if (!options.peers.empty())
      if (ExitStatus status = comparePeers(
              options, path, used, {}, {}, TemporaryFolder(),
              [&](double seconds, TurnTimes &times) {
                Clock::time_point begin = Clock::now();
                ExitStatus status;
                do
                  status = runRound(model, times, nullptr);
                while (status == ExitStatus::Done &&
                       millisecondsSince(begin) < seconds * 1e3);
                return status;
              },
              facts);
          status != ExitStatus::Done)
        return status;
    if (ExitStatus status = measureDispatches(model, facts);
        status != ExitStatus::Done)
      return status;
  }
  if (sweep.size() > 1)
    facts["sweep"] = std::move(sweep);
  progress::clear();
  return ExitStatus::Done;
}
