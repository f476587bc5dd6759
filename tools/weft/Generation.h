// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft run MODEL --prompt: text from a language model, token by token.

#ifndef WEFT_TOOLS_WEFT_GENERATION_H
#define WEFT_TOOLS_WEFT_GENERATION_H

#include "runtime/text/constraint/JsonConstraint.h"
#include "runtime/text/sampling/SamplerOptions.h"
#include "tools/weft/LanguageModel.h"

namespace weft {

/// The flags that say what is generated and how.
class GenerationFlags {
public:
  void addTo(FlagSet &set);

  /// Whether there is a prompt.
  bool isWanted() const { return !prompt.empty() || !promptFile.empty(); }

  /// Whether adapters are to count otherwise than they were compiled.
  bool hasAdapterScales() const { return !adapterScales.empty(); }

  /// Generates to stdout, with figures to stderr.
  ExitStatus run(LanguageModel &model) const;

private:
  llvm::Expected<text::SamplerOptions> readOptions() const;
  /// What --json-schema says; null without it.
  llvm::Expected<std::unique_ptr<text::JsonConstraint>> readSchema() const;
  llvm::Expected<std::string> readPrompt() const;
  /// The prompt as a message of a conversation, by the model's template.
  llvm::Expected<std::string> renderChat(const LanguageModel &model,
                                         llvm::StringRef text) const;
  ExitStatus scaleAdapters(LanguageModel &model) const;
  /// The tokens that the model reads first.
  llvm::Expected<std::vector<int32_t>>
  encodePrompt(const LanguageModel &model) const;

  std::string prompt, promptFile, system, schema;
  std::vector<std::string> stops, adapterScales;
  int most = 0, topK = 0, seed = 0;
  double temperature = 0, topP = 1, minP = 0, repetitionPenalty = 1;
  bool isRaw = false, isQuiet = false;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_GENERATION_H
