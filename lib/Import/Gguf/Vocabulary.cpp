// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The lists must be of the same length, and texts must be what JSON can hold.

#include "lib/Import/Gguf/Vocabulary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"
#include <cmath>

using namespace weft;
using namespace weft::gguf;

static constexpr llvm::StringLiteral kTokens = "tokenizer.ggml.tokens";
static constexpr llvm::StringLiteral kTypes = "tokenizer.ggml.token_type";
static constexpr llvm::StringLiteral kScores = "tokenizer.ggml.scores";

std::optional<int64_t> Vocabulary::find(llvm::StringRef token) const {
  auto it = ids.find(token);
  return it == ids.end() ? std::nullopt : std::optional(it->second);
}

bool Vocabulary::hasType(TokenType type) const {
  return llvm::is_contained(types, type);
}

static llvm::Error readTokens(const GgufFile &file, Vocabulary &vocabulary) {
  llvm::Expected<std::vector<llvm::StringRef>> texts = file.getStrings(kTokens);
  if (!texts)
    return texts.takeError();
  vocabulary.tokens.reserve(texts->size());
  for (auto [id, text] : llvm::enumerate(*texts)) {
    if (!llvm::json::isUTF8(text))
      return file.failAt(kTokens, llvm::Twine("expected UTF-8, found token ") +
                                      llvm::Twine(id) + ", which is not");
    vocabulary.tokens.push_back(
        text.empty() ? "[EMPTY_" + std::to_string(id) + "]" : text.str());
  }
  for (auto [id, text] : llvm::enumerate(vocabulary.tokens)) {
    auto [it, isNew] = vocabulary.ids.try_emplace(text, id);
    if (!isNew)
      return file.failAt(kTokens, llvm::Twine("expected each token once, found "
                                              "'") +
                                      text + "' as " + llvm::Twine(it->second) +
                                      " and " + llvm::Twine(id));
  }
  return llvm::Error::success();
}

/// Says that a list is shorter than that of tokens.
static llvm::Error checkLength(const GgufFile &file, llvm::StringRef key,
                               size_t found, size_t expected) {
  if (found >= expected)
    return llvm::Error::success();
  return file.failAt(key, llvm::Twine("expected ") + llvm::Twine(expected) +
                              " elements, one a token, found " +
                              llvm::Twine(found));
}

static llvm::Error readTypes(const GgufFile &file, Vocabulary &vocabulary) {
  vocabulary.types.assign(vocabulary.tokens.size(), TokenType::Normal);
  llvm::Expected<std::optional<std::vector<int64_t>>> types =
      file.findIntegers(kTypes);
  if (!types || !*types)
    return types.takeError();
  if (llvm::Error error =
          checkLength(file, kTypes, (*types)->size(), vocabulary.tokens.size()))
    return error;
  for (auto [id, type] : llvm::enumerate(vocabulary.types)) {
    int64_t value = (**types)[id];
    if (value < 0 || value > static_cast<int64_t>(TokenType::Byte))
      return file.failAt(
          kTypes, llvm::Twine("expected types of 0 to 6, found ") +
                      llvm::Twine(value) + " for token " + llvm::Twine(id));
    type = static_cast<TokenType>(value);
  }
  return llvm::Error::success();
}

static llvm::Error readScores(const GgufFile &file, Vocabulary &vocabulary) {
  llvm::Expected<std::optional<std::vector<double>>> scores =
      file.findFloats(kScores);
  if (!scores || !*scores)
    return scores.takeError();
  if (llvm::Error error = checkLength(file, kScores, (*scores)->size(),
                                      vocabulary.tokens.size()))
    return error;
  vocabulary.scores = std::move(**scores);
  vocabulary.scores.resize(vocabulary.tokens.size());
  for (auto [id, score] : llvm::enumerate(vocabulary.scores))
    if (!std::isfinite(score))
      return file.failAt(kScores, llvm::Twine("expected numbers, found ") +
                                      (std::isnan(score) ? "NaN" : "infinity") +
                                      " for token " + llvm::Twine(id));
  return llvm::Error::success();
}

llvm::Expected<std::unique_ptr<Vocabulary>>
gguf::readVocabulary(const GgufFile &file) {
  auto vocabulary = std::make_unique<Vocabulary>();
  for (auto *read : {readTokens, readTypes, readScores})
    if (llvm::Error error = read(file, *vocabulary))
      return error;
  return vocabulary;
}
