// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One entry for each value of the hash's low bits.
#include "runtime/text/tokenizer/WordCache.h"

#include <algorithm>
#include <cstring>

using namespace weft::text;

const WordCache::Entry *WordCache::find(std::string_view word, uint64_t hash,
                                        Entry *&place) {
  if (!entries)
    return nullptr;
  Entry &entry = entries[hash >> 32 & (entryCount - 1)];
  place = &entry;
  if (entry.size != word.size() || entry.hash != static_cast<uint32_t>(hash) ||
      std::memcmp(entry.word, word.data(), word.size()) != 0)
    return nullptr;
  return &entry;
}

void WordCache::insert(std::string_view word, uint64_t hash, const int32_t *ids,
                       size_t count, Entry *place) {
  if (word.size() > maxBytes || count > maxIds)
    return;
  std::memcpy(place->word, word.data(), word.size());
  place->size = static_cast<uint8_t>(word.size());
  place->count = static_cast<uint8_t>(count);
  // Of no tokens there may be no list.
  std::copy_n(ids, count, place->ids);
  place->hash = static_cast<uint32_t>(hash);
}
