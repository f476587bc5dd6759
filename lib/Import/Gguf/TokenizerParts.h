// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The sections of a tokenizer.json that each kind of tokenizer fills in its own
// way, and pieces that several kinds share.

#ifndef WEFT_LIB_IMPORT_GGUF_TOKENIZERPARTS_H
#define WEFT_LIB_IMPORT_GGUF_TOKENIZERPARTS_H

#include "lib/Import/Gguf/GgufText.h"
#include "lib/Import/Gguf/Vocabulary.h"
#include "llvm/Support/JSON.h"
#include <functional>

namespace weft::gguf {

/// What a kind of tokenizer is made from.
struct TokenizerSource {
  const GgufFile &file;
  const Vocabulary &vocabulary;
  const GgufText &text;

  /// Returns the text of a token that the kind cannot do without.
  llvm::Expected<std::string> getToken(std::optional<int64_t> id,
                                       llvm::StringRef what) const;

  /// Returns a flag under tokenizer.ggml.
  llvm::Expected<bool> getFlag(llvm::StringRef name, bool fallback) const;
};

/// The sections by their names in the file; null is a section that does
/// nothing.
struct TokenizerParts {
  llvm::json::Value normalizer = nullptr;
  llvm::json::Value preTokenizer = nullptr;
  llvm::json::Value postProcessor = nullptr;
  llvm::json::Value decoder = nullptr;
  /// Writes the attributes of "model". It is the bulk of the file, so it is
  /// streamed.
  std::function<void(llvm::json::OStream &)> writeModel;
};

/// Each converts one tokenizer.ggml.model.
llvm::Expected<TokenizerParts> makeByteLevelBpe(const TokenizerSource &source);
llvm::Expected<TokenizerParts>
makeSentencePieceBpe(const TokenizerSource &source);
llvm::Expected<TokenizerParts> makeUnigram(const TokenizerSource &source);
llvm::Expected<TokenizerParts> makeWordPiece(const TokenizerSource &source);

/// Spells the tokens of model "bert" as the original does, if the file has them
/// with the marks of the format.
llvm::Error spellWordPieces(const GgufFile &file, Vocabulary &vocabulary);

/// A merge of two tokens by their texts.
using Merge = std::pair<llvm::StringRef, llvm::StringRef>;

/// What models of type BPE differ in.
struct BpeOptions {
  std::optional<std::string> unknown;
  bool usesByteFallback = false;
  bool ignoresMerges = false;
};

/// Writes a model of type BPE; most important merge first.
void writeBpeModel(llvm::json::OStream &json, const Vocabulary &vocabulary,
                   llvm::ArrayRef<Merge> merges, const BpeOptions &options);

/// Returns {"type": "Sequence", name: steps}.
llvm::json::Value makeSequence(llvm::StringRef name, llvm::json::Array steps);

/// Returns {"type": "Replace"} of a text.
llvm::json::Value makeReplace(llvm::StringRef text, llvm::StringRef by);

/// The same of matches of a pattern.
llvm::json::Value makeReplacePattern(llvm::StringRef pattern,
                                     llvm::StringRef by);

/// Returns what adds bos, eos and separator, or null where none is added.
llvm::json::Value makeTemplate(const TokenizerSource &source);

} // namespace weft::gguf

#endif // WEFT_LIB_IMPORT_GGUF_TOKENIZERPARTS_H
