// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How fast a language model reads a prompt and writes behind it.

#ifndef WEFT_TOOLS_WEFT_LANGUAGEBENCH_H
#define WEFT_TOOLS_WEFT_LANGUAGEBENCH_H

#include "tools/weft/BenchOptions.h"
#include "tools/weft/CeilingTable.h"
#include "tools/weft/LanguageModel.h"
#include "tools/weft/PeerComparison.h"
#include "tools/weft/RooflineChart.h"

namespace weft {

/// Rounds of a prompt of random tokens and as many steps of generation; the text
/// does not matter for the time, so tokens are not chosen but drawn. What fails
/// is on stderr.
class LanguageBench {
public:
  LanguageBench(const BenchOptions &options, CeilingTable &ceilings)
      : options(options), ceilings(ceilings) {}

  /// Opens the model with each number of threads, and adds what it finds to
  /// \p facts: rates of prompts and of generation, the time to the first token,
  /// of each further one, memory, energy.
  ExitStatus run(const ModelFlags &flags, llvm::StringRef path,
                 llvm::json::Object &facts);

  /// Of prompts and of steps, dispatches and whole calls; none of a model that was
  /// opened compiled.
  llvm::ArrayRef<RooflinePoint> getPoints() const { return points; }

private:
  ExitStatus runRound(LanguageModel &model, TurnTimes &times,
                      std::vector<double> *tokens) const;
  ExitStatus measure(LanguageModel &model, llvm::json::Object &facts);

  ExitStatus measureDispatches(LanguageModel &model, llvm::json::Object &facts);

  const BenchOptions &options;
  CeilingTable &ceilings;
  std::vector<RooflinePoint> points;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_LANGUAGEBENCH_H
