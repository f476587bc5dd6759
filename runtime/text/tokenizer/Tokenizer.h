// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Text to token ids and back, as a tokenizer.json of Hugging Face describes
// it. The ids are those of the Python package `tokenizers`.
//
//   added tokens -> normalizer -> added tokens -> pre-tokenizer -> model ->
//   post-processor
//
// Each stage has a header of its own in this folder. `truncation` and `padding`
// of the file are not applied: how many ids fit is the caller's business.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_TOKENIZER_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_TOKENIZER_H

#include "runtime/program/Status.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace weft::text {

using runtime::Status;

class Decoder;

/// A loaded tokenizer. Every const method may be called from any thread at any
/// time.
class Tokenizer {
public:
  /// Reads a whole tokenizer.json. What is malformed, too large or unsupported
  /// is an invalid argument; one message names all unsupported components.
  static Status parse(std::string_view json,
                      std::unique_ptr<Tokenizer> &tokenizer);
  ~Tokenizer();

  /// Appends the ids of `text` to `ids`. Bytes that are not UTF-8 are read as
  /// U+FFFD, one for each maximal invalid part, as Python's errors="replace"
  /// does. `addSpecialTokens` says whether the post-processor adds its tokens
  /// (such as [CLS]); special tokens in the text itself are always recognized.
  /// Fails where the model meets an unknown character and has no token for it,
  /// and where a regular expression exceeds its limits; `ids` is then as before.
  Status encode(std::string_view text, bool addSpecialTokens,
                std::vector<int32_t> &ids) const;

  /// The text of `ids`, valid UTF-8. Ids that are no token count for nothing.
  std::string decode(std::span<const int32_t> ids,
                     bool skipSpecialTokens) const;

  /// The id of a token, spelled as in the vocabulary ("Ġhello", "<s>").
  std::optional<int32_t> findId(std::string_view token) const;
  /// The spelling of `id`, valid as long as the tokenizer; empty if `id` is no
  /// token.
  std::string_view getToken(int32_t id) const;
  /// The number of tokens, added ones included.
  size_t getVocabularySize() const;
  /// Whether `id` is a special added token, which decode() can skip.
  bool isSpecial(int32_t id) const;
  /// The ids of all special tokens in ascending order.
  const std::vector<int32_t> &getSpecialIds() const;

  /// For StreamDecoder: the chain of decoders, null if tokens are joined by
  /// spaces.
  const Decoder *getDecoder() const;

private:
  struct Implementation;
  explicit Tokenizer(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation;
};

} // namespace weft::text

#endif
