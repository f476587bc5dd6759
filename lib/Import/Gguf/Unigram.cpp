// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// "t5": SentencePiece's unigram model takes the cut of the text with the best
// sum of scores. Its normalization is a compiled table that the file carries.

#include "lib/Import/Gguf/TokenizerParts.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/Endian.h"

using namespace weft;
using namespace weft::gguf;
namespace json = llvm::json;

static constexpr llvm::StringLiteral kSpace = "\xe2\x96\x81"; // U+2581
static constexpr llvm::StringLiteral kTable =
    "tokenizer.ggml.precompiled_charsmap";

/// Appends the table, if the file has one: the size of a trie, the trie, and
/// the texts that it leads to.
static llvm::Error appendTable(const GgufFile &file, json::Array &steps) {
  const GgufValue *value = file.find(kTable);
  if (!value)
    return llvm::Error::success();
  bool isBytes =
      value->isArray() && (value->elementType == GgufValueType::UInt8 ||
                           value->elementType == GgufValueType::Int8);
  if (!isBytes)
    return file.failAt(kTable, "expected an array of u8, found " +
                                   value->describeType());
  llvm::StringRef bytes = value->bytes;
  if (bytes.size() < 4 ||
      llvm::support::endian::read32le(bytes.data()) > bytes.size() - 4)
    return file.failAt(kTable, "expected a size of 4 bytes and a trie of that "
                               "size, found " +
                                   llvm::Twine(bytes.size()) + " bytes");
  steps.push_back(
      json::Object{{"type", "Precompiled"},
                   {"precompiled_charsmap", llvm::encodeBase64(bytes)}});
  return llvm::Error::success();
}

static llvm::Expected<json::Value>
makeNormalizer(const TokenizerSource &source) {
  json::Array steps;
  if (llvm::Error error = appendTable(source.file, steps))
    return error;
  llvm::Expected<bool> removesSpaces =
      source.getFlag("remove_extra_whitespaces", false);
  if (!removesSpaces)
    return removesSpaces.takeError();
  if (*removesSpaces) {
    steps.push_back(makeReplacePattern("\\A +| +\\z", ""));
    steps.push_back(makeReplacePattern(" {2,}", " "));
  }
  if (steps.empty())
    return json::Value(nullptr);
  return makeSequence("normalizers", std::move(steps));
}

static json::Value makeMetaspace(bool addsPrefix) {
  return json::Object{{"type", "Metaspace"},
                      {"replacement", kSpace},
                      {"prepend_scheme", addsPrefix ? "always" : "never"},
                      {"split", true}};
}

static void writeUnigramModel(json::OStream &json, const Vocabulary &vocabulary,
                              int64_t unknown) {
  json.attribute("type", "Unigram");
  json.attribute("unk_id", unknown);
  json.attributeArray("vocab", [&] {
    for (auto [token, score] :
         llvm::zip_equal(vocabulary.tokens, vocabulary.scores)) {
      const std::string &text = token;
      double number = score;
      json.array([&] {
        json.value(text);
        json.value(number);
      });
    }
  });
  json.attribute("byte_fallback", vocabulary.hasType(TokenType::Byte));
}

llvm::Expected<TokenizerParts>
gguf::makeUnigram(const TokenizerSource &source) {
  if (source.vocabulary.scores.empty())
    return source.file.failAt("tokenizer.ggml.scores",
                              "expected a score for each token, as model 't5' "
                              "needs them, found none");
  llvm::Expected<std::string> unknown =
      source.getToken(source.text.unknown, "unknown");
  if (!unknown)
    return unknown.takeError();
  llvm::Expected<bool> addsPrefix = source.getFlag("add_space_prefix", true);
  if (!addsPrefix)
    return addsPrefix.takeError();
  TokenizerParts parts;
  if (llvm::Error error = makeNormalizer(source).moveInto(parts.normalizer))
    return error;
  parts.preTokenizer = makeMetaspace(*addsPrefix);
  parts.postProcessor = makeTemplate(source);
  parts.decoder = makeMetaspace(*addsPrefix);
  if (source.vocabulary.hasType(TokenType::Byte))
    parts.decoder = makeSequence(
        "decoders", json::Array{json::Object{{"type", "ByteFallback"}},
                                makeMetaspace(*addsPrefix)});
  parts.writeModel = [&vocabulary = source.vocabulary,
                      id = *source.text.unknown](json::OStream &json) {
    writeUnigramModel(json, vocabulary, id);
  };
  return parts;
}
