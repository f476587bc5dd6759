// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The ids of words that were seen before: natural text repeats itself, and a
// model takes much longer than one look into a table.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_WORDCACHE_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_WORDCACHE_H

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace weft::text {

/// A direct-mapped table of fixed size for words of few bytes and few ids; a new
/// word takes the place of the old one. Its memory comes as it is used, so that
/// a short text costs little. For one thread.
class WordCache {
public:
  static constexpr size_t maxBytes = 30;
  static constexpr size_t maxIds = 7;

  struct Entry {
    uint32_t hash;
    uint8_t size; // 0 = empty
    uint8_t count;
    char word[maxBytes];
    int32_t ids[maxIds];
  };
  static_assert(sizeof(Entry) == 64, "one line of the processor's cache");

  /// The entry of `word`, or null with `place` where it would be put.
  const Entry *find(std::string_view word, uint64_t hash, Entry *&place);
  /// Puts `word` and its ids at `place`, if they fit.
  static void insert(std::string_view word, uint64_t hash, const int32_t *ids,
                     size_t count, Entry *place);

private:
  static constexpr size_t entryCount = size_t(1) << 14;
  struct Release {
    void operator()(Entry *entries) const { std::free(entries); }
  };
  /// Zeros; null where there is no memory, and then nothing is remembered.
  std::unique_ptr<Entry[], Release> entries{
      static_cast<Entry *>(std::calloc(entryCount, sizeof(Entry)))};
};

} // namespace weft::text

#endif
