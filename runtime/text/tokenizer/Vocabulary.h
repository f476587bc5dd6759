// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tokens and their ids, both ways.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_VOCABULARY_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_VOCABULARY_H

#include "runtime/program/Status.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weft::text {

/// A bijection of tokens and ids, as a rule; where a file repeats an id, its
/// last token answers for it. Tokens lie in one text, and the index is one flat
/// table.
class Vocabulary {
public:
  /// Makes room for `count` tokens of `sizeBytes` in all.
  void reserve(size_t count, size_t sizeBytes);
  /// Adds `token`, or gives it another id if it is there.
  runtime::Status insert(std::string_view token, int64_t id);

  /// The id of `token`, or -1.
  int32_t find(std::string_view token) const;
  /// The token of `id`; its data() is null if there is none.
  std::string_view getToken(int32_t id) const;
  /// The number of tokens.
  size_t size() const { return tokens.size(); }
  /// One more than the highest id.
  size_t getIdEnd() const { return tokenOfId.size(); }

  /// The token that was inserted as number `index`.
  std::string_view getInserted(size_t index) const {
    return getText(tokens[index]);
  }
  int32_t getInsertedId(size_t index) const { return tokens[index].id; }

private:
  struct Token {
    uint32_t offset;
    uint32_t size;
    int32_t id;
  };
  struct Slot {
    uint32_t hash = 0;
    uint32_t token = 0; // one more than the index, 0 = empty
  };
  std::string_view getText(const Token &token) const {
    return std::string_view(text).substr(token.offset, token.size);
  }
  void rehash(size_t capacity);

  std::string text;
  size_t expectedCount = 0;
  std::vector<Token> tokens;
  std::vector<Slot> slots;
  std::vector<uint32_t> tokenOfId; // one more than the index, 0 = none
};

} // namespace weft::text

#endif
