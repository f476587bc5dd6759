// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What all kinds have in common: the frame of the file, and added tokens, which
// are found in the text before anything else happens to it.

#include "lib/Import/Gguf/GgufTokenizer.h"
#include "lib/Import/Gguf/TextTokens.h"
#include "lib/Import/Gguf/TokenizerParts.h"
#include "lib/Support/IndexReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace weft;
using namespace weft::gguf;
namespace json = llvm::json;

namespace {
struct Kind {
  const char *model;
  llvm::Expected<TokenizerParts> (*make)(const TokenizerSource &);
  /// Changes the vocabulary before anything else, or null.
  llvm::Error (*prepare)(const GgufFile &, Vocabulary &) = nullptr;
};
} // namespace

static constexpr Kind kKinds[] = {{"bert", makeWordPiece, spellWordPieces},
                                  {"gpt2", makeByteLevelBpe},
                                  {"llama", makeSentencePieceBpe},
                                  {"t5", makeUnigram}};

static llvm::Expected<const Kind *> getKind(const GgufFile &file) {
  constexpr llvm::StringLiteral key = "tokenizer.ggml.model";
  llvm::Expected<llvm::StringRef> model = file.getString(key);
  if (!model)
    return model.takeError();
  std::string known;
  for (const Kind &kind : kKinds) {
    if (*model == kind.model)
      return &kind;
    known += (known.empty() ? "" : ", ") + std::string(kind.model);
  }
  return file.failAt(key, "has the value '" + llvm::Twine(*model) +
                              "', expected one of " + known);
}

/// Returns the tokens that are special whatever their type says: a file may
/// have no types, or wrong ones.
static std::set<int64_t> findSpecialIds(const GgufText &text) {
  std::set<int64_t> ids = text.endOfGeneration;
  for (std::optional<int64_t> id :
       {text.bos, text.eos, text.eot, text.eom, text.unknown, text.padding,
        text.separator, text.mask})
    if (id)
      ids.insert(*id);
  return ids;
}

static void writeAddedTokens(json::OStream &json,
                             const TokenizerSource &source) {
  const Vocabulary &vocabulary = source.vocabulary;
  std::set<int64_t> specialIds = findSpecialIds(source.text);
  for (auto [index, token] : llvm::enumerate(vocabulary.tokens)) {
    int64_t id = static_cast<int64_t>(index);
    TokenType type = vocabulary.types[index];
    bool isSpecial = type == TokenType::Control || type == TokenType::Unknown ||
                     specialIds.count(id);
    if (!isSpecial && type != TokenType::UserDefined)
      continue;
    const std::string &content = token;
    json.object([&] {
      json.attribute("id", id);
      json.attribute("content", content);
      json.attribute("single_word", false);
      json.attribute("lstrip", false);
      json.attribute("rstrip", false);
      json.attribute("normalized", false);
      json.attribute("special", isSpecial);
    });
  }
}

/// Some writers keep the text that the lists are made from.
static llvm::Expected<std::optional<std::string>>
findOriginal(const GgufFile &file) {
  constexpr llvm::StringLiteral key = "tokenizer.huggingface.json";
  llvm::Expected<std::optional<llvm::StringRef>> text = file.findString(key);
  if (!text)
    return text.takeError();
  if (!*text)
    return std::optional<std::string>();
  llvm::Expected<json::Object> object =
      parseIndex(**text, ("'" + file.getPath() + "': '" + key + "'").str());
  if (!object)
    return object.takeError();
  return std::optional((*text)->str());
}

llvm::Expected<std::string> weft::makeTokenizerJson(const GgufFile &file) {
  llvm::Expected<std::optional<std::string>> original = findOriginal(file);
  if (!original)
    return original.takeError();
  if (*original)
    return std::move(**original);
  llvm::Expected<const Kind *> kind = getKind(file);
  if (!kind)
    return kind.takeError();
  llvm::Expected<std::unique_ptr<Vocabulary>> vocabulary = readVocabulary(file);
  if (!vocabulary)
    return vocabulary.takeError();
  if ((*kind)->prepare)
    if (llvm::Error error = (*kind)->prepare(file, **vocabulary))
      return error;
  llvm::Expected<GgufText> text = readTextTokens(file, **vocabulary);
  if (!text)
    return text.takeError();
  TokenizerSource source{file, **vocabulary, *text};
  llvm::Expected<TokenizerParts> parts = (*kind)->make(source);
  if (!parts)
    return parts.takeError();
  std::string result;
  llvm::raw_string_ostream stream(result);
  json::OStream json(stream);
  json.object([&] {
    json.attribute("version", "1.0");
    json.attribute("truncation", nullptr);
    json.attribute("padding", nullptr);
    json.attributeArray("added_tokens",
                        [&] { writeAddedTokens(json, source); });
    json.attribute("normalizer", std::move(parts->normalizer));
    json.attribute("pre_tokenizer", std::move(parts->preTokenizer));
    json.attribute("post_processor", std::move(parts->postProcessor));
    json.attribute("decoder", std::move(parts->decoder));
    json.attributeObject("model", [&] { parts->writeModel(json); });
  });
  return result;
}
