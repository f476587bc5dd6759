// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// WordPiece (Schuster, Nakajima: Japanese and Korean Voice Search, 2012): the
// longest token that a word begins with, then the longest continuation, and so
// on; a word that cannot be covered is unknown as a whole.
#include "runtime/text/tokenizer/ByteTrie.h"
#include "runtime/text/tokenizer/Model.h"

#include <algorithm>

using namespace weft::text;
using weft::runtime::failure;
using weft::runtime::Status;

namespace {
// A word looks at this many bytes for each of its own, at worst.
constexpr size_t maxTokenBytes = 4096;

class WordPieceModel : public Model {
public:
  Status read(const Component &component);
  std::unique_ptr<ModelScratch> makeScratch() const override {
    return std::make_unique<ModelScratch>();
  }
  Status encode(std::string_view text, bool, ModelScratch &,
                std::vector<int32_t> &ids) const override;

private:
  std::string unknownToken, prefix;
  uint64_t maxCharacters;
  /// Tokens that begin a word, and those that continue one, without the prefix.
  ByteTrie beginnings, continuations;
};
} // namespace

Status WordPieceModel::read(const Component &component) {
  if (Status status = readVocabulary(component, vocabulary); !status.ok())
    return status;
  if (Status status = component.readText("unk_token", unknownToken, "[UNK]");
      !status.ok())
    return status;
  if (Status status =
          component.readText("continuing_subword_prefix", prefix, "##");
      !status.ok())
    return status;
  if (Status status =
          component.readCount("max_input_chars_per_word", maxCharacters, 100);
      !status.ok())
    return status;
  std::vector<ByteTrie::Entry> all, continuing;
  for (size_t i = 0; i < vocabulary.size(); ++i) {
    std::string_view token = vocabulary.getInserted(i);
    if (token.size() > maxTokenBytes)
      return component.badField("vocab", "expected tokens of at most ",
                                maxTokenBytes, " bytes, found ", token.size());
    all.push_back({token, vocabulary.getInsertedId(i)});
    if (token.starts_with(prefix))
      continuing.push_back(
          {token.substr(prefix.size()), vocabulary.getInsertedId(i)});
  }
  beginnings.build(std::move(all));
  continuations.build(std::move(continuing));
  return Status();
}

Status WordPieceModel::encode(std::string_view text, bool, ModelScratch &,
                              std::vector<int32_t> &ids) const {
  size_t before = ids.size();
  auto characters = static_cast<uint64_t>(
      std::count_if(text.begin(), text.end(),
                    [](char byte) { return (byte & 0xC0) != 0x80; }));
  for (size_t at = 0; at < text.size() && characters <= maxCharacters;) {
    size_t size = 0;
    int32_t id = -1;
    const ByteTrie &tokens = at == 0 ? beginnings : continuations;
    tokens.visitPrefixes(text.substr(at), [&](size_t found, int32_t value) {
      size = found;
      id = value;
    });
    if (!size)
      break;
    ids.push_back(id);
    at += size;
    if (at == text.size())
      return Status();
  }
  ids.resize(before);
  int32_t unknown = vocabulary.find(unknownToken);
  if (unknown < 0)
    return failure(WEFT_STATUS_INVALID_ARGUMENT,
                   "the text has an unknown word, and ",
                   std::string_view(unknownToken).substr(0, 64),
                   " is not in the vocabulary");
  ids.push_back(unknown);
  return Status();
}

Status weft::text::makeWordPieceModel(const Component &component,
                                      std::unique_ptr<Model> &model) {
  auto wordPiece = std::make_unique<WordPieceModel>();
  if (Status status = wordPiece->read(component); !status.ok())
    return status;
  model = std::move(wordPiece);
  return Status();
}
