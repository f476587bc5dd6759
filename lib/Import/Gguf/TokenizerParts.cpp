// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pieces of a tokenizer.json.

#include "lib/Import/Gguf/TokenizerParts.h"
#include "llvm/ADT/STLExtras.h"

using namespace weft;
using namespace weft::gguf;
namespace json = llvm::json;

llvm::Expected<std::string>
TokenizerSource::getToken(std::optional<int64_t> id,
                          llvm::StringRef what) const {
  if (id)
    return vocabulary.tokens[*id];
  return file.failAt(("tokenizer.ggml." + what + "_token_id").str(),
                     "expected this key in the metadata, found none");
}

llvm::Expected<bool> TokenizerSource::getFlag(llvm::StringRef name,
                                              bool fallback) const {
  llvm::Expected<std::optional<bool>> flag =
      file.findBool(("tokenizer.ggml." + name).str());
  if (!flag)
    return flag.takeError();
  return flag->value_or(fallback);
}

void gguf::writeBpeModel(json::OStream &json, const Vocabulary &vocabulary,
                         llvm::ArrayRef<Merge> merges,
                         const BpeOptions &options) {
  json.attribute("type", "BPE");
  json.attribute("dropout", nullptr);
  json.attribute("unk_token", options.unknown ? json::Value(*options.unknown)
                                              : json::Value(nullptr));
  json.attribute("continuing_subword_prefix", nullptr);
  json.attribute("end_of_word_suffix", nullptr);
  // A run of unknown characters is one unknown token.
  json.attribute("fuse_unk", options.unknown.has_value());
  json.attribute("byte_fallback", options.usesByteFallback);
  json.attribute("ignore_merges", options.ignoresMerges);
  json.attributeObject("vocab", [&] {
    for (auto [id, token] : llvm::enumerate(vocabulary.tokens))
      json.attribute(token, static_cast<int64_t>(id));
  });
  json.attributeArray("merges", [&] {
    for (const auto &[left, right] : merges)
      json.array([&] {
        json.value(left);
        json.value(right);
      });
  });
}

json::Value gguf::makeSequence(llvm::StringRef name, json::Array steps) {
  return json::Object{{"type", "Sequence"}, {name, std::move(steps)}};
}

json::Value gguf::makeReplace(llvm::StringRef text, llvm::StringRef by) {
  return json::Object{{"type", "Replace"},
                      {"pattern", json::Object{{"String", text}}},
                      {"content", by}};
}

json::Value gguf::makeReplacePattern(llvm::StringRef pattern,
                                     llvm::StringRef by) {
  return json::Object{{"type", "Replace"},
                      {"pattern", json::Object{{"Regex", pattern}}},
                      {"content", by}};
}

namespace {

/// Collects the items of a template and the tokens that it names.
class TemplateBuilder {
public:
  explicit TemplateBuilder(const Vocabulary &vocabulary)
      : vocabulary(vocabulary) {}

  json::Value makeToken(int64_t id, int64_t segment) {
    const std::string &token = vocabulary.tokens[id];
    tokens.try_emplace(token, json::Object{{"id", token},
                                           {"ids", json::Array{id}},
                                           {"tokens", json::Array{token}}});
    return json::Object{
        {"SpecialToken", json::Object{{"id", token}, {"type_id", segment}}}};
  }

  static json::Value makeText(llvm::StringRef name, int64_t segment) {
    return json::Object{
        {"Sequence", json::Object{{"id", name}, {"type_id", segment}}}};
  }

  json::Object takeTokens() { return std::move(tokens); }

private:
  const Vocabulary &vocabulary;
  json::Object tokens;
};

} // namespace

json::Value gguf::makeTemplate(const TokenizerSource &source) {
  const GgufText &text = source.text;
  std::vector<int64_t> before, after;
  if (text.addBos)
    before.push_back(*text.bos);
  if (text.addEos)
    after.push_back(*text.eos);
  if (text.addSeparator)
    after.push_back(*text.separator);
  if (before.empty() && after.empty())
    return nullptr;
  TemplateBuilder builder(source.vocabulary);
  auto append = [&](json::Array &items, llvm::StringRef name, int64_t segment) {
    // Where a separator stands between two texts, bos begins the first alone.
    if (segment == 0 || !text.addSeparator)
      for (int64_t id : before)
        items.push_back(builder.makeToken(id, segment));
    items.push_back(TemplateBuilder::makeText(name, segment));
    for (int64_t id : after)
      items.push_back(builder.makeToken(id, segment));
  };
  json::Array single, pair;
  append(single, "A", 0);
  append(pair, "A", 0);
  append(pair, "B", 1);
  return json::Object{{"type", "TemplateProcessing"},
                      {"single", std::move(single)},
                      {"pair", std::move(pair)},
                      {"special_tokens", builder.takeTokens()}};
}
