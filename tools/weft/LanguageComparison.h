// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two language models on the same text: how well each predicts it, and how far the second is from the first.
//
// The protocol is that of llama.cpp's llama-perplexity. The text becomes tokens as a whole, with a token of its beginning where the tokenizer adds
// one; these are cut into chunks of `context` tokens, and what is left over at the end is not used. Each chunk is read from an empty memory, its
// first token replaced by that of the beginning where there is one. Predictions behind the positions context / 2 to context - 2 count, those that
// have at least half a chunk before them.

#ifndef WEFT_TOOLS_WEFT_LANGUAGECOMPARISON_H
#define WEFT_TOOLS_WEFT_LANGUAGECOMPARISON_H

#include "tools/weft/Estimate.h"
#include "tools/weft/LanguageModel.h"
#include "tools/weft/TokenScore.h"

namespace weft {

struct LanguageFigures {
  int64_t tokens = 0, context = 0, chunks = 0, scored = 0;
  Estimate perplexityA, perplexityB, ratio;
  Estimate klMean;
  double klMedian = 0, klP99 = 0, klMax = 0;
  /// Shares of tokens: where both models find the same token the likeliest, and where that is the text's.
  Estimate top1Agreement, accuracyA, accuracyB, accuracyDifference;
  /// Tokens that A predicts and B does not, and the other way round.
  int64_t lost = 0, won = 0;
  /// Of the probability of the text's token, B's less A's.
  Estimate deltaPMean;
  double deltaPRms = 0;
  double cosineMean = 0, cosineMin = 0;
};

class LanguageComparison {
public:
  /// `context` 0 = 512, or what the models were made for where that is less; `chunks` 0 = as many as the text has.
  LanguageComparison(LanguageModel &a, LanguageModel &b, int context,
                     int chunks)
      : models{&a, &b}, context(context), mostChunks(chunks) {}

  /// Refuses models of different vocabularies, and a text that is shorter than one chunk.
  ExitStatus readFile(llvm::StringRef path);
  /// The same of a text in memory; `name` is for messages.
  ExitStatus readText(llvm::StringRef name, llvm::StringRef text);
  ExitStatus run();

  const LanguageFigures &getFigures() const { return figures; }
  /// Of the text; only after reading a text.
  const std::vector<int32_t> &getTokens() const { return tokens; }

private:
  ExitStatus chooseContext();
  ExitStatus findBeginning();
  ExitStatus runChunk(int64_t chunk);
  void summarize();

  LanguageModel *models[2];
  int64_t context, mostChunks;
  std::vector<int32_t> tokens;
  /// The token that a tokenizer puts before a text; none if it does not.
  std::optional<int32_t> beginning;
  /// Tokens that it puts behind one.
  size_t numEnds = 0;
  std::vector<TokenScore> scores;
  LanguageFigures figures;
};

void print(const LanguageFigures &figures, llvm::raw_ostream &stream);
void addFigures(const LanguageFigures &figures, llvm::json::Object &object);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_LANGUAGECOMPARISON_H
