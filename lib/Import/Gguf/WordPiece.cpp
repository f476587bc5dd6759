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

/// Returns the tokens as the original spells them; as they are where no token
/// has the mark of the format.
static std::vector<std::string> spellTokens(const Vocabulary &vocabulary) {
  std::vector<std::string> spelled = vocabulary.tokens;
  auto isMarked = [](llvm::StringRef token) {
    return token.starts_with(kSpace);
  };
  if (llvm::none_of(spelled, isMarked))
    return spelled;
  for (auto [id, token] : llvm::enumerate(spelled)) {
    llvm::StringRef text = vocabulary.tokens[id];
    bool isSpecial = vocabulary.types[id] != TokenType::Normal ||
                     (text.starts_with("[") && text.ends_with("]"));
    if (text.consume_front(kSpace))
      token = text.str();
    else if (!isSpecial)
      token = "##" + text.str();
  }
  return spelled;
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

static llvm::Error checkUnique(const GgufFile &file,
                               llvm::ArrayRef<std::string> tokens) {
  llvm::DenseMap<llvm::StringRef, int64_t> seen;
  for (auto [id, token] : llvm::enumerate(tokens)) {
    auto [it, isNew] = seen.try_emplace(token, id);
    if (!isNew)
      return file.failAt("tokenizer.ggml.tokens",
                         llvm::Twine("expected each token once, found '") +
                             token + "' as " + llvm::Twine(it->second) +
                             " and " + llvm::Twine(id));
  }
  return llvm::Error::success();
}

llvm::Expected<TokenizerParts>
gguf::makeWordPiece(const TokenizerSource &source) {
  llvm::Expected<std::string> unknown =
      source.getToken(source.text.unknown, "unknown");
  if (!unknown)
    return unknown.takeError();
  std::vector<std::string> tokens = spellTokens(source.vocabulary);
  if (llvm::Error error = checkUnique(source.file, tokens))
    return error;
  TokenizerParts parts;
  if (llvm::Error error = makeNormalizer(source).moveInto(parts.normalizer))
    return error;
  parts.preTokenizer = json::Object{{"type", "BertPreTokenizer"}};
  parts.postProcessor = makeTemplate(source);
  parts.decoder =
      json::Object{{"type", "WordPiece"}, {"prefix", "##"}, {"cleanup", true}};
  parts.writeModel = [tokens = std::move(tokens),
                      unknown = std::move(*unknown)](json::OStream &json) {
    json.attribute("type", "WordPiece");
    json.attribute("unk_token", unknown);
    json.attribute("continuing_subword_prefix", "##");
    json.attribute("max_input_chars_per_word", 100);
    json.attributeObject("vocab", [&] {
      for (auto [id, token] : llvm::enumerate(tokens))
        json.attribute(token, static_cast<int64_t>(id));
    });
  };
  return parts;
}
