// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Verdict.h.

#include "tools/weft/Verdict.h"
#include "tools/weft/Progress.h"
#include "tools/weft/SampleText.h"
#include "llvm/Support/Format.h"
#include <cmath>

using namespace weft;
using llvm::StringRef;
using llvm::Twine;

/// Of a chunk of Weft's own text, which is short.
static constexpr int kSampleContext = 256;

SampleOptions VerdictOptions::getSamples() const {
  SampleOptions made{inputs, data, samples, images};
  if (data.empty() && inputs.inputs.empty() && !calibration.empty()) {
    made.file = calibration;
    if (samples == 0)
      made.count = calibrationSamples;
  }
  return made;
}

bool VerdictOptions::areSamplesRandom() const {
  return data.empty() && inputs.inputs.empty() && calibration.empty();
}

std::string VerdictOptions::describeSamples(size_t count) const {
  bool areImages = getSamples().areImages();
  return (Twine(count) + " calls with " +
          (!data.empty()            ? (areImages ? "images of " : "") + data
           : !inputs.inputs.empty() ? "the inputs given"
           : !calibration.empty()   ? "the calibration data"
                                    : "random inputs"))
      .str();
}

Verdict::Memory Verdict::measureMemory(WeftProgram *program) {
  Memory memory;
  for (int32_t i = 0; i < weft_program_weight_count(program); ++i) {
    WeftWeightInfo info = WEFT_WEIGHT_INFO_INIT;
    if (weft_program_weight(program, i, &info) == WEFT_STATUS_OK)
      memory.weights += static_cast<double>(info.sizeBytes);
  }
  // One function runs at a time.
  for (int32_t i = 0; i < weft_program_function_count(program); ++i) {
    WeftFunctionInfo info = WEFT_FUNCTION_INFO_INIT;
    if (weft_program_function(program, i, &info) == WEFT_STATUS_OK)
      memory.temporaries =
          std::max(memory.temporaries, static_cast<double>(info.arenaBytes));
  }
  return memory;
}

void Verdict::setAccuracy(double before, const Estimate &change) {
  auto keep = [&](double difference) {
    return before > 0 ? 1 + difference / before : NAN;
  };
  accuracy = {keep(change.value), before > 0 ? change.error / before : NAN,
              keep(change.low), keep(change.high)};
}

ExitStatus Verdict::compareLanguage(LanguageModel &a, LanguageModel &b) {
  bool isOwn = options.data.empty();
  int context = options.context;
  if (isOwn && context == 0)
    context = kSampleContext;
  LanguageComparison comparison(a, b, context, options.chunks);
  if (ExitStatus status =
          isOwn ? comparison.readText("Weft's sample text", kSampleText)
                : comparison.readFile(options.data);
      status != ExitStatus::Done)
    return status;
  if (ExitStatus status = comparison.run(); status != ExitStatus::Done)
    return status;
  language = comparison.getFigures();
  material = (Twine(language->scored) + " tokens of " +
              (isOwn ? "Weft's sample text" : options.data))
                 .str();
  setAccuracy(language->accuracyA.value, language->accuracyDifference);
  LatencyPairs prefill("prefill"), decode("decode");
  if (ExitStatus status =
          measureRequests(a, b, comparison.getTokens(), RequestSize(),
                          options.seconds, prefill, decode);
      status != ExitStatus::Done)
    return status;
  latencies.push_back(std::move(prefill));
  latencies.push_back(std::move(decode));
  return ExitStatus::Done;
}

ExitStatus Verdict::compareOutputs(ComparedModel &a, ComparedModel &b) {
  OutputComparison comparison(a, b);
  if (ExitStatus status = comparison.prepare(options.getSamples());
      status != ExitStatus::Done)
    return status;
  if (ExitStatus status = comparison.run(); status != ExitStatus::Done)
    return status;
  accuracyMeasure = chooseMeasure(options.measure, comparison.getFigures(),
                                  options.areSamplesRandom());
  accuracy = computeAccuracy(accuracyMeasure, comparison.getFigures());
  if (accuracyMeasure == AccuracyMeasure::Agreement &&
      std::isnan(accuracy.value))
    return reportError(ExitStatus::WrongUsage,
                       "--metric top1 expects an output with 2 elements or "
                       "more along its last dimension, found none");
  material = options.describeSamples(comparison.getNumSamples());
  if (const LabelAccuracy *known = comparison.getAccuracy()) {
    labels = *known;
    setAccuracy(labels->computeTop1(0).value, labels->computeDifference());
  }
  return measureRequests(comparison, options.seconds,
                         latencies.emplace_back("call"));
}

ExitStatus Verdict::measure(StringRef before, StringRef after) {
  progress::show("compiling both models to compare them");
  ComparedModel a(flagsBefore, before), b(flagsAfter, after);
  for (ComparedModel *model : {&a, &b}) {
    if (ExitStatus status = model->load(); status != ExitStatus::Done)
      return status;
    if (ExitStatus status = model->open(options.threads);
        status != ExitStatus::Done)
      return status;
  }
  bool isLanguage = a.isLanguageModel();
  if (!isLanguage)
    if (ExitStatus status = checkSampleData(options.data, options.inputs);
        status != ExitStatus::Done)
      return status;
  memory[0] = measureMemory(isLanguage ? a.getLanguageModel().getProgram()
                                       : a.getExecution().getProgram());
  memory[1] = measureMemory(isLanguage ? b.getLanguageModel().getProgram()
                                       : b.getExecution().getProgram());
  return isLanguage
             ? compareLanguage(a.getLanguageModel(), b.getLanguageModel())
             : compareOutputs(a, b);
}

static void printRow(llvm::raw_ostream &stream, StringRef name,
                     const char *format, double before, double after) {
  stream << llvm::left_justify(name, 14) << llvm::format(format, before)
         << llvm::format(format, after);
  if (before > 0)
    stream << llvm::format("%9.3f", after / before);
}

void Verdict::print(llvm::raw_ostream &stream) const {
  constexpr const char *kMegabytes = "%11.2f MB", *kTime = "%11.3f ms",
                       *kShare = "%11.2f %% ", *kNumber = "%11.3f   ";
  auto printRange = [&](const Estimate &of, const char *format) {
    stream << " (" << llvm::format(format, of.low) << " to "
           << llvm::format(format, of.high) << ")";
  };
  stream << "                     before         after    ratio\n";
  printRow(stream, "weights", kMegabytes, memory[0].weights / 1e6,
           memory[1].weights / 1e6);
  stream << ", as compiled\n";
  auto sum = [](const Memory &of) {
    return (of.weights + of.temporaries) / 1e6;
  };
  printRow(stream, "memory", kMegabytes, sum(memory[0]), sum(memory[1]));
  stream << ", with temporaries of static size\n";
  for (const LatencyPairs &pairs : latencies) {
    printRow(stream, pairs.getName(), kTime, pairs.computeMedian(0),
             pairs.computeMedian(1));
    printRange(pairs.computeRatio(), "%.3f");
    if (pairs.getName() == "prefill")
      stream << ", of " << RequestSize().prompt << " tokens";
    stream << '\n';
  }
  if (labels) {
    printRow(stream, "accuracy", kShare, labels->computeTop1(0).value * 100,
             labels->computeTop1(1).value * 100);
    printRange(accuracy, "%.3f");
    stream << ", top-1 of " << material << '\n';
    return;
  }
  if (!language) {
    if (accuracyMeasure == AccuracyMeasure::Cosine) {
      printRow(stream, "cosine", kNumber, 1, accuracy.value);
    } else {
      printRow(stream, "same top-1", kShare, 100, accuracy.value * 100);
      printRange(accuracy, "%.3f");
    }
    stream << ", of " << material << '\n';
    return;
  }
  printRow(stream, "accuracy", kShare, language->accuracyA.value * 100,
           language->accuracyB.value * 100);
  printRange(accuracy, "%.3f");
  stream << ", of " << material << '\n';
  printRow(stream, "perplexity", kNumber, language->perplexityA.value,
           language->perplexityB.value);
  printRange(language->ratio, "%.3f");
  stream << ", KL divergence " << llvm::format("%.5f", language->klMean.value)
         << '\n';
}

llvm::json::Object Verdict::toJson() const {
  auto describe = [](const Memory &of) {
    return llvm::json::Object{
        {"weight_bytes", static_cast<int64_t>(of.weights)},
        {"temporary_bytes", static_cast<int64_t>(of.temporaries)}};
  };
  llvm::json::Object latency;
  for (const LatencyPairs &pairs : latencies)
    latency[pairs.getName()] = pairs.toJson();
  llvm::json::Object object{{"memory_before", describe(memory[0])},
                            {"memory_after", describe(memory[1])},
                            {"latency", std::move(latency)},
                            {"material", material}};
  if (!language)
    object["metric"] =
        accuracyMeasure == AccuracyMeasure::Cosine ? "cosine" : "top1";
  addEstimate(object, "accuracy_kept", accuracy);
  if (labels)
    labels->addTo(object);
  if (language) {
    llvm::json::Object figures;
    addFigures(*language, figures);
    object["language"] = std::move(figures);
  }
  return object;
}
