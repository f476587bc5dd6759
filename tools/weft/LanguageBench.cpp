// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rounds of a prompt of random tokens and as many steps of generation; the text does not matter for the time, so tokens are not chosen but drawn.

#include "tools/weft/LanguageBench.h"
#include "tools/weft/Ceilings.h"
#include "tools/weft/Progress.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include <algorithm>
#include <chrono>
#include <fstream>
#include <random>

using namespace weft;
using llvm::StringRef;

using Clock = std::chrono::steady_clock;

static double secondsSince(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

void LanguageBench::addTo(FlagSet &set) {
  set.beginGroup("language models");
  set.addNumber("--prompt-tokens", "N", promptTokens, 1,
                "tokens of the prompt, 128 by default");
  set.addNumber("--generate", "N", generate, 1,
                "tokens that are generated behind it, 64 by default");
}

namespace {
/// Seconds of each round.
struct Times {
  std::vector<double> prefill, decode;
};

struct Rates {
  double best, median;
};

/// Tokens a second.
Rates rateOf(std::vector<double> seconds, int64_t tokens) {
  std::sort(seconds.begin(), seconds.end());
  auto rate = [&](double each) { return static_cast<double>(tokens) / each; };
  return {rate(seconds.front()), rate(seconds[seconds.size() / 2])};
}

/// Bytes of weights that a step reads: all but the rows of tables that other tokens have.
double countStepBytes(WeftProgram *program) {
  double bytes = 0;
  for (int32_t i = 0; i < weft_program_weight_count(program); ++i) {
    WeftWeightInfo info = WEFT_WEIGHT_INFO_INIT;
    if (weft_program_weight(program, i, &info) == WEFT_STATUS_OK &&
        (StringRef(info.layout) != "row-major" || info.rank < 2))
      bytes += static_cast<double>(info.sizeBytes);
  }
  return bytes;
}

double readPeakMegabytes() {
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
} // namespace

ExitStatus LanguageBench::run(LanguageModel &model, double seconds,
                              bool json) const {
  int64_t ofPrompt = promptTokens > 0 ? promptTokens : 128,
          ofText = generate > 0 ? generate : 64;
  std::mt19937 random(0);
  std::uniform_int_distribution<int32_t> anyToken(
      0, static_cast<int32_t>(model.getVocabularySize() - 1));
  std::vector<int32_t> prompt;
  for (int64_t i = 0; i < ofPrompt; ++i)
    prompt.push_back(anyToken(random));
  progress::show("measuring");
  Times times;
  std::span<const float> logits;
  double firstPrompt = 0;
  Clock::time_point start = Clock::now();
  // The first round finds nothing in the caches.
  for (int round = 0; round < 3 || secondsSince(start) < seconds; ++round) {
    if (ExitStatus status = model.reset(); status != ExitStatus::Done)
      return status;
    Clock::time_point begin = Clock::now();
    if (ExitStatus status = model.read(prompt, logits);
        status != ExitStatus::Done)
      return status;
    double reading = secondsSince(begin);
    if (round == 0)
      firstPrompt = reading;
    begin = Clock::now();
    for (int64_t i = 0; i < ofText; ++i) {
      int32_t token = anyToken(random);
      if (ExitStatus status = model.read(std::span(&token, 1), logits);
          status != ExitStatus::Done)
        return status;
    }
    if (round == 0)
      continue;
    times.prefill.push_back(reading);
    times.decode.push_back(secondsSince(begin));
  }
  progress::clear();
  Rates prefill = rateOf(times.prefill, ofPrompt),
        decode = rateOf(times.decode, ofText);
  int threads = weft_session_get_threads(model.getSession());
  double stepBytes = countStepBytes(model.getProgram());
  // The ceilings are measured on memory of their own.
  double peakMegabytes = readPeakMegabytes();
  Ceilings ceilings = measureCeilings(threads);
  std::string level = weft_program_level(model.getProgram());
  if (json) {
    llvm::json::OStream stream(llvm::outs());
    stream.object([&] {
      stream.attribute("prompt_tokens", ofPrompt);
      stream.attribute("generated_tokens", ofText);
      stream.attribute("prefill_tokens_per_s", prefill.best);
      stream.attribute("prefill_tokens_per_s_median", prefill.median);
      stream.attribute("decode_tokens_per_s", decode.best);
      stream.attribute("decode_tokens_per_s_median", decode.median);
      stream.attribute("first_prompt_ms", firstPrompt * 1000);
      stream.attribute("rounds", static_cast<int64_t>(times.decode.size()));
      stream.attribute("weight_bytes_per_token", stepBytes);
      stream.attribute("decode_gigabytes_per_second",
                       stepBytes * decode.best / 1e9);
      stream.attribute("peak_rss_mb", peakMegabytes);
      stream.attribute("compile_s",
                       model.getCompileSeconds() < 0
                           ? llvm::json::Value(nullptr)
                           : llvm::json::Value(model.getCompileSeconds()));
      stream.attribute("threads", threads);
      stream.attribute("target", "cpu");
      stream.attribute("level", level);
      stream.attributeObject("ceilings", [&] {
        stream.attribute("gflops", ceilings.gflops);
        stream.attribute("gigabytes_per_second", ceilings.gigabytesPerSecond);
      });
    });
    llvm::outs() << '\n';
    return ExitStatus::Done;
  }
  llvm::outs() << llvm::format(
                      "prefill      %.1f tokens a second (median %.1f), %lld "
                      "tokens\n",
                      prefill.best, prefill.median,
                      static_cast<long long>(ofPrompt))
               << llvm::format(
                      "decode       %.1f tokens a second (median %.1f), %lld "
                      "tokens, %.2f ms each\n",
                      decode.best, decode.median,
                      static_cast<long long>(ofText), 1000 / decode.best)
               << llvm::format(
                      "weights      %.1f MB a step, %.1f GB/s; memory gives "
                      "%.1f GB/s now\n",
                      stepBytes / 1e6, stepBytes * decode.best / 1e9,
                      ceilings.gigabytesPerSecond)
               << "threads      " << threads << ", level " << level << '\n';
  if (model.getCompileSeconds() >= 0)
    llvm::outs() << llvm::format("compiled in  %.2f s\n",
                                 model.getCompileSeconds());
  return ExitStatus::Done;
}
