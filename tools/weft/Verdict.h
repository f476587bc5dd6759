// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What optimizing a model was worth: size, memory, latency and accuracy before and after, measured on this machine.
//
// Accuracy is a stand-in where nobody says what the model is for. Of a language model it is the share of a text's tokens that it finds the likeliest;
// of another model how often the likeliest of its classes stays the same, where outputs are probabilities on real data, else the cosine of its
// outputs to those before; or, on images whose classes are known, the share of those that it finds.

#ifndef WEFT_TOOLS_WEFT_VERDICT_H
#define WEFT_TOOLS_WEFT_VERDICT_H

#include "tools/weft/LanguageComparison.h"
#include "tools/weft/OutputComparison.h"
#include "tools/weft/RequestPairs.h"

namespace weft {

struct VerdictOptions {
  /// A text for language models; empty = Weft's own. For others a folder of images, or a .npy or .npz file of samples; empty = `inputs`.
  std::string data;
  ImageOptions images;
  /// Calls of other models; 0 = by default.
  int samples = 0;
  /// Tokens of a chunk, and chunks; 0 = by default.
  int context = 0, chunks = 0;
  InputFlags inputs;
  int threads = 0;
  /// About how long latency is measured.
  double seconds = 1;
  /// The same as `data` for other models, where that and `inputs` say nothing; empty = random inputs.
  std::string calibration;
  /// Of the latter.
  int calibrationSamples = 128;
  /// Of kAccuracyMeasures; not for language models.
  std::string measure = "auto";

  /// What models other than language models are called with.
  SampleOptions getSamples() const;
  /// Whether no one gave values.
  bool areSamplesRandom() const;
  std::string describeSamples(size_t count) const;
};

class Verdict {
public:
  /// \p before and \p after are how each model is imported and compiled.
  Verdict(const ModelFlags &before, const ModelFlags &after,
          const VerdictOptions &options)
      : flagsBefore(before), flagsAfter(after), options(options) {}

  /// Compiles both models and runs them in turns. What fails is on stderr.
  ExitStatus measure(llvm::StringRef before, llvm::StringRef after);

  /// Accuracy after over accuracy before, with its interval where there is one.
  const Estimate &getAccuracy() const { return accuracy; }
  /// Of prefill and decode, or of calls.
  llvm::ArrayRef<LatencyPairs> getLatencies() const { return latencies; }
  /// On what accuracy was measured.
  const std::string &getMaterial() const { return material; }

  void print(llvm::raw_ostream &stream) const;
  llvm::json::Object toJson() const;

private:
  /// Of one model.
  struct Memory {
    double weights = 0, temporaries = 0;
  };

  static Memory measureMemory(WeftProgram *program);
  ExitStatus compareLanguage(LanguageModel &a, LanguageModel &b);
  ExitStatus compareOutputs(ComparedModel &a, ComparedModel &b);
  /// From a share before and the difference to the one after.
  void setAccuracy(double before, const Estimate &change);

  const ModelFlags &flagsBefore, &flagsAfter;
  const VerdictOptions &options;
  Memory memory[2];
  std::vector<LatencyPairs> latencies;
  std::optional<LanguageFigures> language;
  std::optional<LabelAccuracy> labels;
  Estimate accuracy;
  AccuracyMeasure accuracyMeasure = AccuracyMeasure::Cosine;
  std::string material;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_VERDICT_H
