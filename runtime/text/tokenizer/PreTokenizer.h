// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pre-tokenizers cut pieces into smaller ones, which the model sees one by one.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_PRETOKENIZER_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_PRETOKENIZER_H

#include "runtime/text/tokenizer/Component.h"
#include "runtime/text/tokenizer/Pieces.h"

namespace weft::text {

/// One pre-tokenizer; its methods may be called from any thread.
class PreTokenizer {
public:
  virtual ~PreTokenizer() = default;
  /// Appends the parts of `piece`, which is no added token, to `out`.
  virtual runtime::Status split(const Piece &piece, EncodeScratch &scratch,
                                std::vector<Piece> &out) const = 0;
};

/// A list of pre-tokenizers that work one after the other. Sequences within
/// sequences are part of it.
class PreTokenizers {
public:
  /// Adds what `component` describes.
  runtime::Status add(const Component &component);
  /// Replaces `scratch.pieces` by their parts.
  runtime::Status apply(EncodeScratch &scratch) const;

private:
  std::vector<std::unique_ptr<PreTokenizer>> list;
};

/// Each makes pre-tokenizers of one family: `made` stays null if the type is
/// not of the family.
runtime::Status
makePatternPreTokenizer(const Component &component,
                        std::unique_ptr<PreTokenizer> &made); // Split
runtime::Status makeByteLevelPreTokenizer(const Component &component,
                                          std::unique_ptr<PreTokenizer> &made);
/// Digits, Punctuation, Whitespace, WhitespaceSplit, BertPreTokenizer,
/// CharDelimiterSplit, FixedLength.
runtime::Status makeCharacterPreTokenizer(const Component &component,
                                          std::unique_ptr<PreTokenizer> &made);
runtime::Status makeMetaspacePreTokenizer(const Component &component,
                                          std::unique_ptr<PreTokenizer> &made);

} // namespace weft::text

#endif
