// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tokens that are found in the text before the model sees it, such as <s>.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_ADDEDTOKENS_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_ADDEDTOKENS_H

#include "runtime/text/tokenizer/ByteTrie.h"
#include "runtime/text/tokenizer/Component.h"
#include "runtime/text/tokenizer/Normalizer.h"
#include "runtime/text/tokenizer/Vocabulary.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace weft::text {

/// The array `added_tokens`. Const methods may be called from any thread.
class AddedTokens {
public:
  /// Reads `value`, null or an array. A token that `model` knows has the id of
  /// `model`; another gets the next free one, whatever the file says, as in the
  /// Python package.
  runtime::Status read(const Json *value, const Vocabulary &model,
                       const Normalizers &normalizers, ParseContext &context);

  /// A part of a text: an added token, or (id -1) what lies between them.
  struct Match {
    size_t start;
    size_t end;
    int32_t id;
  };
  /// Cuts `text` at the tokens that are looked for before (`normalized` false)
  /// or after normalization. The parts cover `text`; none is empty.
  void findMatches(std::string_view text, bool normalized,
                   std::vector<Match> &matches) const;
  bool hasNormalized() const { return !normalizedTrie.empty(); }

  /// The id of the token with this content, or -1.
  int32_t findId(std::string_view content) const;
  /// How `id` is spelled when decoding: normalized, if it is a normalized
  /// token. Null if `id` is no added token.
  const std::string *findSpelling(int32_t id) const;
  /// Whether `spelling` is the content of a special token.
  bool isSpecial(std::string_view spelling) const;

  /// The number of added tokens that `model` does not know.
  size_t countNew(const Vocabulary &model) const;
  const std::vector<int32_t> &getSpecialIds() const { return specialIds; }

private:
  struct Token {
    std::string content;
    std::string spelling;
    bool singleWord, stripsLeft, stripsRight, normalized, special;
  };
  runtime::Status readToken(const Component &component, Token &token) const;
  void buildTries();

  std::unordered_map<int32_t, Token> tokens;
  std::unordered_map<std::string, int32_t> ids;
  std::unordered_set<std::string> specials;
  std::vector<int32_t> specialIds;
  ByteTrie trie, normalizedTrie;
};

} // namespace weft::text

#endif
