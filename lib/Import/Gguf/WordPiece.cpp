// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// "bert": the longest piece first, word by word. Files mark pieces that begin a
// word with U+2581 where the original marks those that go on with ##.

#include "lib/Import/Gguf/TokenizerParts.h"
#include "llvm/ADT/STLExtras.h"

using namespace weft;
using namespace weft::gguf;
namespace json = llvm::json;

static constexpr llvm::StringLiteral kSpace = "\xe2\x96\x81"; // U+2581

/// Spells a token as the original does. Special tokens have no mark.
static std::string spellToken(llvm::StringRef token, TokenType type) {
  if (token.consume_front(kSpace))
    return token.str();
  bool isSpecial = type != TokenType::Normal ||
                   (token.starts_with("[") && token.ends_with("]"));
  return (isSpecial ? "" : "##") + token.str();
}

llvm::Error gguf::spellWordPieces(const GgufFile &file,
                                  Vocabulary &vocabulary) {
  auto isMarked = [](llvm::StringRef token) {
    return token.starts_with(kSpace);
  };
  if (llvm::none_of(vocabulary.tokens, isMarked))
    return llvm::Error::success();
  vocabulary.ids.clear();
  for (auto [token, type] :
       llvm::zip_equal(vocabulary.tokens, vocabulary.types))
    token = spellToken(token, type);
  for (auto [id, token] : llvm::enumerate(vocabulary.tokens)) {
    auto [it, isNew] = vocabulary.ids.try_emplace(token, id);
    if (!isNew)
      return file.failAt("tokenizer.ggml.tokens",
                         llvm::Twine("expected each token once, found '") +
                             token + "' as " + llvm::Twine(it->second) +
                             " and " + llvm::Twine(id));
  }
  return llvm::Error::success();
}

static llvm::Expected<json::Value>
makeNormalizer(const TokenizerSource &source) {
  llvm::Expected<bool> lowercases =
      source.getFlag("normalizer.lowercase", true);
  if (!lowercases)
    return lowercases.takeError();
  llvm::Expected<bool> stripsAccents =
      source.getFlag("normalizer.strip_accents", *lowercases);
  if (!stripsAccents)
    return stripsAccents.takeError();
  return json::Value(json::Object{{"type", "BertNormalizer"},
                                  {"clean_text", true},
                                  {"handle_chinese_chars", true},
                                  {"strip_accents", *stripsAccents},
                                  {"lowercase", *lowercases}});
}

llvm::Expected<TokenizerParts>
gguf::makeWordPiece(const TokenizerSource &source) {
  llvm::Expected<std::string> unknown =
      source.getToken(source.text.unknown, "unknown");
  if (!unknown)
    return unknown.takeError();
  TokenizerParts parts;
  if (llvm::Error error = makeNormalizer(source).moveInto(parts.normalizer))
    return error;
  parts.preTokenizer = json::Object{{"type", "BertPreTokenizer"}};
  parts.postProcessor = makeTemplate(source);
  parts.decoder =
      json::Object{{"type", "WordPiece"}, {"prefix", "##"}, {"cleanup", true}};
  parts.writeModel = [&vocabulary = source.vocabulary,
                      unknown = std::move(*unknown)](json::OStream &json) {
    json.attribute("type", "WordPiece");
    json.attribute("unk_token", unknown);
    json.attribute("continuing_subword_prefix", "##");
    json.attribute("max_input_chars_per_word", 100);
    json.attributeObject("vocab", [&] {
      for (auto [id, token] : llvm::enumerate(vocabulary.tokens))
        json.attribute(token, static_cast<int64_t>(id));
    });
  };
  return parts;
}
