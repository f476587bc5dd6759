// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An open-addressing table of token numbers.
#include "runtime/text/tokenizer/Vocabulary.h"
#include "runtime/text/tokenizer/Hash.h"

#include <algorithm>

using namespace weft::text;
using weft::runtime::failure;
using weft::runtime::Status;

// Real vocabularies have no holes to speak of, and an index by id must not be
// larger than the file that asks for it.
static constexpr size_t maxHoles = 1 << 20;
static constexpr size_t maxTextBytes = size_t(1) << 30;

void Vocabulary::reserve(size_t count, size_t sizeBytes) {
  expectedCount = count;
  text.reserve(sizeBytes);
  tokens.reserve(count);
  tokenOfId.reserve(count);
  size_t capacity = 16;
  while (capacity < count * 2)
    capacity *= 2;
  if (capacity > slots.size())
    rehash(capacity);
}

void Vocabulary::rehash(size_t capacity) {
  slots.assign(capacity, Slot());
  for (size_t i = 0; i < tokens.size(); ++i) {
    auto hash = static_cast<uint32_t>(hashBytes(getText(tokens[i])));
    size_t at = hash & (capacity - 1);
    while (slots[at].token)
      at = (at + 1) & (capacity - 1);
    slots[at] = {hash, static_cast<uint32_t>(i + 1)};
  }
}

Status Vocabulary::insert(std::string_view token, int64_t id) {
  if (id < 0 || id > INT32_MAX)
    return failure(WEFT_STATUS_INVALID_ARGUMENT,
                   "expected ids from 0 to 2147483647, found ", id);
  size_t count = std::max(expectedCount, tokens.size() + 1);
  if (static_cast<uint64_t>(id) > 8 * count + maxHoles)
    return failure(WEFT_STATUS_INVALID_ARGUMENT,
                   "expected ids without large holes, found ", id, " among ",
                   count, " tokens");
  if (text.size() + token.size() > maxTextBytes)
    return failure(WEFT_STATUS_INVALID_ARGUMENT, "expected at most ",
                   maxTextBytes, " bytes of tokens");
  if (tokens.size() * 2 >= slots.size())
    rehash(std::max<size_t>(16, slots.size() * 2));
  auto hash = static_cast<uint32_t>(hashBytes(token));
  size_t at = hash & (slots.size() - 1);
  uint32_t number = 0;
  for (; slots[at].token; at = (at + 1) & (slots.size() - 1)) {
    if (slots[at].hash == hash &&
        getText(tokens[slots[at].token - 1]) == token) {
      number = slots[at].token;
      break;
    }
  }
  if (!number) {
    tokens.push_back({static_cast<uint32_t>(text.size()),
                      static_cast<uint32_t>(token.size()), 0});
    text += token;
    number = static_cast<uint32_t>(tokens.size());
    slots[at] = {hash, number};
  }
  tokens[number - 1].id = static_cast<int32_t>(id);
  if (tokenOfId.size() <= static_cast<size_t>(id))
    tokenOfId.resize(id + 1);
  tokenOfId[id] = number;
  return Status();
}

int32_t Vocabulary::find(std::string_view token) const {
  if (slots.empty())
    return -1;
  auto hash = static_cast<uint32_t>(hashBytes(token));
  for (size_t at = hash & (slots.size() - 1); slots[at].token;
       at = (at + 1) & (slots.size() - 1))
    if (slots[at].hash == hash && getText(tokens[slots[at].token - 1]) == token)
      return tokens[slots[at].token - 1].id;
  return -1;
}

std::string_view Vocabulary::getToken(int32_t id) const {
  if (id < 0 || static_cast<size_t>(id) >= tokenOfId.size() || !tokenOfId[id])
    return {};
  return getText(tokens[tokenOfId[id] - 1]);
}
