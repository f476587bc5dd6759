// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// "gpt2": each byte of the text becomes a visible character, a named
// pre-tokenizer cuts it into words, and merges of the file join characters.

#include "lib/Import/Gguf/PreTokenizers.h"
#include "lib/Import/Gguf/TokenizerParts.h"
#include "llvm/ADT/STLExtras.h"

using namespace weft;
using namespace weft::gguf;
namespace json = llvm::json;

static constexpr llvm::StringLiteral kMerges = "tokenizer.ggml.merges";
static constexpr llvm::StringLiteral kPre = "tokenizer.ggml.pre";

/// Reads "left right". Loaders refuse merges of tokens that are not there, so
/// they are looked up here, where the file can be named.
static llvm::Expected<std::vector<Merge>>
readMerges(const TokenizerSource &source) {
  llvm::Expected<std::vector<llvm::StringRef>> lines =
      source.file.getStrings(kMerges);
  if (!lines)
    return lines.takeError();
  std::vector<Merge> merges;
  merges.reserve(lines->size());
  for (auto [index, line] : llvm::enumerate(*lines)) {
    // The first character may be a space that belongs to the token.
    size_t space = line.find(' ', 1);
    if (space == llvm::StringRef::npos || !json::isUTF8(line))
      return source.file.failAt(
          kMerges, llvm::Twine("expected two tokens with a space between, "
                               "found merge ") +
                       llvm::Twine(index) + ", which is '" +
                       json::fixUTF8(line) + "'");
    Merge merge(line.take_front(space), line.drop_front(space + 1));
    std::string whole = (merge.first + merge.second).str();
    for (llvm::StringRef token :
         {merge.first, merge.second, llvm::StringRef(whole)})
      if (!source.vocabulary.find(token))
        return source.file.failAt(
            kMerges, llvm::Twine("expected merges of tokens of the "
                                 "vocabulary, found merge ") +
                         llvm::Twine(index) + ", '" + line + "', without '" +
                         token + "' there");
    merges.push_back(merge);
  }
  return merges;
}

static llvm::Expected<const PreTokenizer *>
getPreTokenizer(const GgufFile &file) {
  llvm::Expected<std::optional<llvm::StringRef>> name = file.findString(kPre);
  if (!name)
    return name.takeError();
  if (const PreTokenizer *found = findPreTokenizer(name->value_or("default")))
    return found;
  return file.failAt(kPre, "has the value '" + llvm::Twine(**name) +
                               "', expected one of " + listPreTokenizers());
}

static json::Value makeByteLevel(bool addsPrefixSpace) {
  return json::Object{{"type", "ByteLevel"},
                      {"add_prefix_space", addsPrefixSpace},
                      {"trim_offsets", true},
                      {"use_regex", true}};
}

llvm::Expected<TokenizerParts>
gguf::makeByteLevelBpe(const TokenizerSource &source) {
  llvm::Expected<const PreTokenizer *> pre = getPreTokenizer(source.file);
  if (!pre)
    return pre.takeError();
  llvm::Expected<std::vector<Merge>> merges = readMerges(source);
  if (!merges)
    return merges.takeError();
  TokenizerParts parts;
  if ((*pre)->normalizes)
    parts.normalizer = json::Object{{"type", "NFC"}};
  parts.preTokenizer = makePreTokenizerJson(**pre);
  parts.decoder = makeByteLevel(true);
  json::Value addsTokens = makeTemplate(source);
  if (addsTokens == nullptr)
    parts.postProcessor = makeByteLevel(false);
  else
    parts.postProcessor = makeSequence(
        "processors", json::Array{makeByteLevel(false), std::move(addsTokens)});
  BpeOptions options;
  options.ignoresMerges = (*pre)->ignoresMerges;
  parts.writeModel = [&vocabulary = source.vocabulary,
                      merges = std::move(*merges),
                      options](json::OStream &json) {
    writeBpeModel(json, vocabulary, merges, options);
  };
  return parts;
}
