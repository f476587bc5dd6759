// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The tables: vocabularies, tries and the cache of words.
#include "runtime/text/tokenizer/Vocabulary.h"
#include "runtime/text/tokenizer/ByteTrie.h"
#include "runtime/text/tokenizer/Hash.h"
#include "runtime/text/tokenizer/WordCache.h"

#include <gtest/gtest.h>

using namespace weft::text;

TEST(Vocabulary, FindsBothWays) {
  Vocabulary vocabulary;
  for (int i = 0; i < 5000; ++i)
    ASSERT_TRUE(vocabulary.insert("t" + std::to_string(i), 4999 - i).ok());
  for (int i = 0; i < 5000; ++i) {
    EXPECT_EQ(vocabulary.find("t" + std::to_string(i)), 4999 - i);
    EXPECT_EQ(vocabulary.getToken(i), "t" + std::to_string(4999 - i));
  }
  EXPECT_EQ(vocabulary.find("t"), -1);
  EXPECT_EQ(vocabulary.getToken(5000).data(), nullptr);
  EXPECT_EQ(vocabulary.size(), 5000u);
  ASSERT_TRUE(vocabulary.insert("t0", 6000).ok());
  EXPECT_EQ(vocabulary.find("t0"), 6000);
  EXPECT_EQ(vocabulary.size(), 5000u);
  EXPECT_FALSE(vocabulary.insert("x", -1).ok());
}

TEST(ByteTrie, VisitsPrefixes) {
  ByteTrie trie;
  trie.build({{"ab", 1}, {"a", 0}, {"abcd", 2}, {"b", 3}, {"", 9}, {"a", 5}});
  std::vector<std::pair<size_t, int>> found;
  trie.visitPrefixes("abcde", [&](size_t size, int32_t value) {
    found.emplace_back(size, value);
  });
  EXPECT_EQ(found,
            (std::vector<std::pair<size_t, int>>{{1, 5}, {2, 1}, {4, 2}}));
  EXPECT_FALSE(trie.canBegin('c'));
  trie.build({});
  EXPECT_TRUE(trie.empty());
}

TEST(ByteTrie, NodesOfManyChildren) {
  std::vector<std::string> keys;
  for (int a = 0; a < 256; ++a)
    for (int b = 0; b < 256; b += 3)
      keys.push_back({static_cast<char>(a), static_cast<char>(b)});
  std::vector<ByteTrie::Entry> entries;
  for (size_t i = 0; i < keys.size(); ++i)
    entries.push_back({keys[i], static_cast<int32_t>(i)});
  ByteTrie trie;
  trie.build(entries);
  for (size_t i = 0; i < keys.size(); ++i) {
    int32_t value = -1;
    trie.visitPrefixes(keys[i], [&](size_t, int32_t found) { value = found; });
    EXPECT_EQ(value, static_cast<int32_t>(i));
  }
}

TEST(WordCache, KeepsWhatFits) {
  WordCache cache;
  WordCache::Entry *place;
  const int32_t ids[8] = {1, 2, 3};
  EXPECT_EQ(cache.find("word", hashBytes("word"), place), nullptr);
  WordCache::insert("word", hashBytes("word"), ids, 3, place);
  const WordCache::Entry *found = cache.find("word", hashBytes("word"), place);
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(std::vector(found->ids, found->ids + found->count),
            (std::vector{1, 2, 3}));
  EXPECT_EQ(cache.find("ward", hashBytes("ward"), place), nullptr);
  WordCache::insert("ward", hashBytes("ward"), ids, 8, place);
  EXPECT_EQ(cache.find("ward", hashBytes("ward"), place), nullptr);
}
