// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Finding tokens: the leftmost, and there the longest.
#include "runtime/text/tokenizer/AddedTokens.h"
#include "runtime/text/tokenizer/Unicode.h"

#include <algorithm>

using namespace weft::text;
using weft::runtime::concat;
using weft::runtime::failure;
using weft::runtime::Status;

static constexpr size_t maxTokens = 1 << 20;
// A search looks at this many bytes for each byte of text, at worst.
static constexpr size_t maxTokenBytes = 1024;

Status AddedTokens::readToken(const Component &component, Token &token) const {
  if (!component.getValue().is_object())
    return component.bad("expected an object, found ",
                         component.getValue().type_name());
  if (Status status = component.readText("content", token.content);
      !status.ok())
    return status;
  if (token.content.size() > maxTokenBytes)
    return component.badField("content", "expected at most ", maxTokenBytes,
                              " bytes, found ", token.content.size());
  if (Status status = component.readBool("special", token.special, false);
      !status.ok())
    return status;
  for (auto [key, flag, fallback] :
       {std::tuple{"single_word", &token.singleWord, false},
        std::tuple{"lstrip", &token.stripsLeft, false},
        std::tuple{"rstrip", &token.stripsRight, false},
        std::tuple{"normalized", &token.normalized, !token.special}})
    if (Status status = component.readBool(key, *flag, fallback); !status.ok())
      return status;
  return Status();
}

Status AddedTokens::read(const Json *value, const Vocabulary &model,
                         const Normalizers &normalizers,
                         ParseContext &context) {
  if (!value || value->is_null())
    return Status();
  if (!value->is_array() || value->size() > maxTokens)
    return failure(WEFT_STATUS_INVALID_ARGUMENT,
                   "added_tokens: expected an array of at most ", maxTokens,
                   " tokens, found ", value->type_name());
  auto nextId = static_cast<int64_t>(model.size());
  EncodeScratch scratch;
  for (size_t i = 0; i < value->size(); ++i) {
    Component component((*value)[i], concat("added_tokens[", i, "]"), context);
    Token token;
    if (Status status = readToken(component, token); !status.ok())
      return status;
    if (token.content.empty())
      continue;
    int32_t id = findId(token.content);
    if (id < 0)
      id = model.find(token.content);
    if (id < 0) {
      if (nextId > INT32_MAX)
        return component.bad("no id is left");
      id = static_cast<int32_t>(nextId++);
    }
    token.spelling = token.content;
    if (token.normalized && !normalizers.empty()) {
      NormalizedText normalized{token.content};
      if (Status status = normalizers.apply(normalized, scratch); !status.ok())
        return std::move(status).in(component.getPath());
      if (normalized.text.size() > maxTokenBytes)
        return component.badField("content", "expected at most ", maxTokenBytes,
                                  " bytes when normalized");
      token.spelling = std::move(normalized.text);
    }
    ids[token.content] = id;
    if (token.special)
      specials.insert(token.content);
    tokens[id] = std::move(token);
  }
  buildTries();
  return Status();
}

void AddedTokens::buildTries() {
  std::vector<ByteTrie::Entry> plain, normalized;
  for (const auto &[id, token] : tokens) {
    (token.normalized ? normalized : plain).push_back({token.spelling, id});
    if (isSpecial(token.spelling))
      specialIds.push_back(id);
  }
  std::sort(specialIds.begin(), specialIds.end());
  trie.build(std::move(plain));
  normalizedTrie.build(std::move(normalized));
}

void AddedTokens::findMatches(std::string_view text, bool normalized,
                              std::vector<Match> &matches) const {
  const ByteTrie &set = normalized ? normalizedTrie : trie;
  size_t covered = 0;
  for (size_t at = 0; at < text.size() && !set.empty();) {
    if (!set.canBegin(text[at])) {
      ++at;
      continue;
    }
    size_t size = 0;
    int32_t id = -1;
    set.visitPrefixes(text.substr(at), [&](size_t found, int32_t value) {
      size = found;
      id = value;
    });
    if (!size) {
      ++at;
      continue;
    }
    size_t start = at, end = at + size;
    at = end;
    const Token &token = tokens.find(id)->second;
    if (token.singleWord) {
      size_t before = start, after = end;
      if ((start > 0 && isWord(previousCodePoint(text, before))) ||
          (end < text.size() && isWord(nextCodePoint(text, after))))
        continue;
    }
    if (token.stripsLeft) {
      while (start > covered) {
        size_t before = start;
        if (!isWhitespace(previousCodePoint(text, before)))
          break;
        start = before;
      }
    }
    if (token.stripsRight) {
      while (end < text.size()) {
        size_t after = end;
        if (!isWhitespace(nextCodePoint(text, after)))
          break;
        end = after;
      }
    }
    if (covered < start)
      matches.push_back({covered, start, -1});
    matches.push_back({start, end, id});
    covered = end;
  }
  if (covered != text.size())
    matches.push_back({covered, text.size(), -1});
}

int32_t AddedTokens::findId(std::string_view content) const {
  auto found = ids.find(std::string(content));
  return found == ids.end() ? -1 : found->second;
}

const std::string *AddedTokens::findSpelling(int32_t id) const {
  auto found = tokens.find(id);
  return found == tokens.end() ? nullptr : &found->second.spelling;
}

bool AddedTokens::isSpecial(std::string_view spelling) const {
  return specials.contains(std::string(spelling));
}

size_t AddedTokens::countNew(const Vocabulary &model) const {
  return std::count_if(ids.begin(), ids.end(), [&](const auto &entry) {
    return model.find(entry.first) < 0;
  });
}
