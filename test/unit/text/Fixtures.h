// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Small tokenizers, written down as JSON.
#ifndef WEFT_TEST_UNIT_TEXT_FIXTURES_H
#define WEFT_TEST_UNIT_TEXT_FIXTURES_H

#include "runtime/text/tokenizer/Tokenizer.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace weft::test {

using Json = nlohmann::json;
using Ids = std::vector<int32_t>;

/// A file with a vocabulary of "a" to "z", space and some words, whose numbers
/// are the places in this list: a = 0, z = 25, " " = 26, "<unk>" = 27, ...
inline Json makeWordLevel(std::vector<std::string> words = {}) {
  Json vocab = Json::object();
  for (int i = 0; i < 26; ++i)
    vocab[std::string(1, static_cast<char>('a' + i))] = i;
  vocab[" "] = 26;
  vocab["<unk>"] = 27;
  for (size_t i = 0; i < words.size(); ++i)
    vocab[words[i]] = 28 + i;
  return {{"model",
           {{"type", "WordLevel"}, {"vocab", vocab}, {"unk_token", "<unk>"}}}};
}

/// A byte-pair model of `tokens`, numbered in order, with `merges`.
inline Json makeBpe(std::vector<std::string> tokens,
                    std::vector<std::string> merges) {
  Json vocab = Json::object();
  for (size_t i = 0; i < tokens.size(); ++i)
    vocab[tokens[i]] = i;
  return {{"model", {{"type", "BPE"}, {"vocab", vocab}, {"merges", merges}}}};
}

inline std::unique_ptr<text::Tokenizer> load(const Json &file) {
  std::unique_ptr<text::Tokenizer> tokenizer;
  text::Status status = text::Tokenizer::parse(file.dump(), tokenizer);
  EXPECT_TRUE(status.ok()) << status.getMessage();
  return tokenizer;
}

inline std::string textError(std::string_view file) {
  std::unique_ptr<text::Tokenizer> tokenizer;
  text::Status status = text::Tokenizer::parse(file, tokenizer);
  EXPECT_EQ(status.ok(), tokenizer != nullptr);
  if (!status.ok()) {
    EXPECT_EQ(status.getCode(), WEFT_STATUS_INVALID_ARGUMENT);
  }
  return status.getMessage();
}
inline std::string loadError(const Json &file) {
  return textError(file.dump());
}

inline Ids encode(const text::Tokenizer &tokenizer, std::string_view text,
                  bool addSpecialTokens = false) {
  Ids ids;
  text::Status status = tokenizer.encode(text, addSpecialTokens, ids);
  EXPECT_TRUE(status.ok()) << status.getMessage();
  return ids;
}

inline std::string encodeError(const text::Tokenizer &tokenizer,
                               std::string_view text) {
  Ids ids{7};
  text::Status status = tokenizer.encode(text, false, ids);
  EXPECT_EQ(ids, status.ok() ? ids : Ids{7});
  return status.getMessage();
}

} // namespace weft::test

#endif
