// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The models, on vocabularies of a few tokens.
#include "test/unit/text/Fixtures.h"

using namespace weft::test;

TEST(Bpe, MergesTheLeastRankFirst) {
  Json file =
      makeBpe({"a", "b", "c", "ab", "bc", "abc"}, {"b c", "a b", "a bc"});
  EXPECT_EQ(encode(*load(file), "abc"), (Ids{5}));
  file = makeBpe({"a", "b", "c", "ab", "bc"}, {"a b", "b c"});
  EXPECT_EQ(encode(*load(file), "abc"), (Ids{3, 2}));
  EXPECT_EQ(encode(*load(file), "abcbcab"), (Ids{3, 2, 4, 3}));
}

TEST(Bpe, LongPiecesMergeAsShortOnesDo) {
  // a a -> aa -> aaaa -> ...: a power of two, however long.
  std::vector<std::string> tokens{"a"}, merges;
  for (int i = 0; i < 12; ++i) {
    merges.push_back(tokens.back() + " " + tokens.back());
    tokens.push_back(tokens.back() + tokens.back());
  }
  auto tokenizer = load(makeBpe(tokens, merges));
  EXPECT_EQ(encode(*tokenizer, std::string(4096, 'a')), (Ids{12}));
  EXPECT_EQ(encode(*tokenizer, std::string(4096 + 3, 'a')), (Ids{12, 1, 0}));
  EXPECT_EQ(encode(*tokenizer, std::string(32, 'a')), (Ids{5}));
  // A million characters, in far less than the time of a million squared.
  EXPECT_EQ(encode(*tokenizer, std::string(1 << 20, 'a')).size(), 256u);
}

TEST(Bpe, ReadsPairsAndLines) {
  Json file = makeBpe({"a", " b", "a b"}, {});
  file["model"]["merges"] = Json::array({Json::array({"a", " b"})});
  // The token " b" is no character.
  EXPECT_EQ(encode(*load(file), "a"), (Ids{0}));
  file = makeBpe({"a", "b", "ab"}, {"#version: 0.2", "a b"});
  EXPECT_EQ(encode(*load(file), "ab"), (Ids{2}));
}

TEST(Bpe, FallsBackToBytesAndThenToUnknown) {
  Json file = makeBpe({"<unk>", "a", "<0xC3>", "<0xA9>"}, {});
  file["model"]["byte_fallback"] = true;
  file["model"]["unk_token"] = "<unk>";
  auto tokenizer = load(file);
  EXPECT_EQ(encode(*tokenizer, "a\u00E9"), (Ids{1, 2, 3}));
  EXPECT_EQ(encode(*tokenizer, "axya"), (Ids{1, 0, 0, 1}));
  file["model"]["fuse_unk"] = true;
  EXPECT_EQ(encode(*load(file), "axya"), (Ids{1, 0, 1}));
  // Without a token for it an unknown character is left out.
  file["model"].erase("unk_token");
  EXPECT_EQ(encode(*load(file), "axya"), (Ids{1, 1}));
  file["model"]["unk_token"] = "<none>";
  EXPECT_NE(encodeError(*load(file), "axya").find("unknown character"),
            std::string::npos);
}

TEST(Bpe, TakesWholeWordsIfItIgnoresMerges) {
  Json file = makeBpe({"a", "b", "ab"}, {});
  EXPECT_EQ(encode(*load(file), "ab"), (Ids{0, 1}));
  file["model"]["ignore_merges"] = true;
  EXPECT_EQ(encode(*load(file), "ab"), (Ids{2}));
}

TEST(Bpe, ReadsBytesAsTheirCharacters) {
  Json file =
      makeBpe({"\u0120", "a", "\u00C3", "\u00A9", "\u0120a"}, {"\u0120 a"});
  file["pre_tokenizer"] = {{"type", "ByteLevel"},
                           {"add_prefix_space", true},
                           {"trim_offsets", false},
                           {"use_regex", true}};
  EXPECT_EQ(encode(*load(file), "a \u00E9"), (Ids{4, 0, 2, 3}));
}

TEST(Bpe, RefusesMergesOfUnknownTokens) {
  EXPECT_EQ(loadError(makeBpe({"a", "b"}, {"a b"})),
            "tokenizer: model.merges: merge 0 is of tokens that are not in the "
            "vocabulary");
  EXPECT_NE(loadError(makeBpe({"a", "b", "ab"}, {"ab"})).find("merge 0"),
            std::string::npos);
  Json file = makeBpe({"a"}, {});
  file["model"]["dropout"] = 0.1;
  EXPECT_EQ(loadError(file), "tokenizer: unsupported: model BPE with dropout");
  file["model"]["dropout"] = 0.0;
  EXPECT_EQ(loadError(file), "");
}

using Scores = std::vector<std::pair<std::string, double>>;

static Json makeUnigram(const Scores &vocab, Json unknown) {
  return {
      {"model", {{"type", "Unigram"}, {"vocab", vocab}, {"unk_id", unknown}}}};
}

TEST(Unigram, FindsTheBestSum) {
  Json file = makeUnigram({{"<unk>", 0.0},
                           {"a", 0.0},
                           {"b", 0.0},
                           {"c", 0.0},
                           {"d", 0.0},
                           {"cd", 1.0},
                           {"ab", 2.0},
                           {"abc", 5.0},
                           {"abcd", 10.0}},
                          0);
  // abcd a cd, and x x as one unknown.
  EXPECT_EQ(encode(*load(file), "abcdacdxx"), (Ids{8, 1, 5, 0}));
  file["model"]["unk_id"] = nullptr;
  EXPECT_NE(encodeError(*load(file), "abx").find("no unk_id"),
            std::string::npos);
  file["model"]["unk_id"] = 9;
  EXPECT_NE(loadError(file).find("expected the number of one of 9 tokens"),
            std::string::npos);
}

TEST(Unigram, FallsBackToBytes) {
  Json file = makeUnigram(
      {{"<unk>", 0.0}, {"a", -1}, {"<0xC3>", -2}, {"<0xA9>", -2}}, 0);
  file["model"]["byte_fallback"] = true;
  EXPECT_EQ(encode(*load(file), "a\u00E9x"), (Ids{1, 0}));
  EXPECT_EQ(encode(*load(file), "a\u00E9"), (Ids{1, 2, 3}));
}

TEST(WordPiece, TakesTheLongestToken) {
  Json file = {{"model",
                {{"type", "WordPiece"},
                 {"vocab",
                  {{"[UNK]", 0},
                   {"un", 1},
                   {"##able", 2},
                   {"##ab", 3},
                   {"una", 4},
                   {"##ble", 5},
                   {"able", 6}}},
                 {"unk_token", "[UNK]"},
                 {"continuing_subword_prefix", "##"},
                 {"max_input_chars_per_word", 8}}}};
  auto tokenizer = load(file);
  // Greedy, even where that ends as unknown.
  EXPECT_EQ(encode(*tokenizer, "unable"), (Ids{4, 5}));
  EXPECT_EQ(encode(*tokenizer, "able"), (Ids{6}));
  EXPECT_EQ(encode(*tokenizer, "unax"), (Ids{0}));
  EXPECT_EQ(encode(*tokenizer, "unableble"), (Ids{0}));
}
