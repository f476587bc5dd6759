// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What optimizing a model was worth: size, memory, latency and accuracy before and after, measured on this machine.
//
// Accuracy is a stand-in where nobody says what the model is for. Of a language model it is the share of a text's tokens that it finds the likeliest;
// of another model the cosine of its outputs to those before, or, on images whose classes are known, the share of those that it finds.

#ifndef WEFT_TOOLS_WEFT_VERDICT_H
#define WEFT_TOOLS_WEFT_VERDICT_H

#include "tools/weft/InputFlags.h"
#include "tools/weft/LanguageComparison.h"
#include "tools/weft/RequestPairs.h"

namespace weft {

struct VerdictOptions {
  /// A text for language models; empty = Weft's own. Of others a folder of images.
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
  ExitStatus prepare(OutputComparison &comparison);
  /// From a share before and the difference to the one after.
  void setAccuracy(double before, const Estimate &change);

  const ModelFlags &flagsBefore, &flagsAfter;
  const VerdictOptions &options;
  Memory memory[2];
  std::vector<LatencyPairs> latencies;
  std::optional<LanguageFigures> language;
  std::optional<LabelAccuracy> labels;
  Estimate accuracy;
  std::string material;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_VERDICT_H
