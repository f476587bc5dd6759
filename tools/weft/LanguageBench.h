// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft bench of a language model: how fast it reads a prompt, and how fast it generates.

#ifndef WEFT_TOOLS_WEFT_LANGUAGEBENCH_H
#define WEFT_TOOLS_WEFT_LANGUAGEBENCH_H

#include "tools/weft/LanguageModel.h"

namespace weft {

class LanguageBench {
public:
  void addTo(FlagSet &set);

  /// Whether a flag asks for it.
  bool isWanted() const { return promptTokens > 0 || generate > 0; }

  /// Measures for about so many seconds; the result goes to stdout.
  ExitStatus run(LanguageModel &model, double seconds, bool json) const;

private:
  int promptTokens = 0, generate = 0;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_LANGUAGEBENCH_H
