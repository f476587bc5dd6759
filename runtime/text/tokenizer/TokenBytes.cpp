// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See TokenBytes.h. Decoders know texts only, so a token is decoded behind
// another one; where it is a part of a character, its spelling has the bytes.
#include "runtime/text/tokenizer/TokenBytes.h"
#include "runtime/text/tokenizer/ByteAlphabet.h"

#include <array>
#include <charconv>

using namespace weft::text;

/// U+FFFD, for parts of characters.
static constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// A token that is one letter: what comes behind it is in the middle of a text.
static std::optional<int32_t> findLetter(const Tokenizer &tokenizer) {
  for (size_t i = 0; i < tokenizer.getVocabularySize(); ++i) {
    auto id = static_cast<int32_t>(i);
    if (tokenizer.isSpecial(id))
      continue;
    std::string text = tokenizer.decode(std::array{id}, true);
    if (text.size() == 1 && (text[0] | 32) >= 'a' && (text[0] | 32) <= 'z')
      return id;
  }
  return std::nullopt;
}

/// The bytes of a spelling like <0x0A>, or of byte-level tokenizers.
static std::string parseSpelling(std::string_view token) {
  unsigned value = 0;
  if (token.size() == 6 && token.starts_with("<0x") && token[5] == '>' &&
      std::from_chars(token.data() + 3, token.data() + 5, value, 16).ptr ==
          token.data() + 5)
    return std::string(1, static_cast<char>(value));
  std::string bytes;
  appendAlphabetAsBytes(token, bytes);
  return bytes;
}

std::vector<std::string> weft::text::listTokenBytes(const Tokenizer &tokenizer,
                                                    size_t count) {
  std::vector<std::string> tokens(count);
  std::optional<int32_t> letter = findLetter(tokenizer);
  if (!letter)
    return tokens;
  std::string before = tokenizer.decode(std::array{*letter}, true);
  size_t known = std::min(count, tokenizer.getVocabularySize());
  for (size_t i = 0; i < known; ++i) {
    auto id = static_cast<int32_t>(i);
    if (tokenizer.isSpecial(id))
      continue;
    std::string text = tokenizer.decode(std::array{*letter, id}, true);
    if (!text.starts_with(before))
      continue;
    text.erase(0, before.size());
    tokens[i] = text.find(kReplacement) == std::string::npos
                    ? std::move(text)
                    : parseSpelling(tokenizer.getToken(id));
  }
  return tokens;
}
