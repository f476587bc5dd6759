// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What streams return, part by part.
#include "runtime/text/tokenizer/StreamDecoder.h"
#include "test/unit/text/Fixtures.h"

using namespace weft::test;
using weft::text::StreamDecoder;

/// The parts of `ids`, the last from finish().
static std::vector<std::string> stream(const weft::text::Tokenizer &tokenizer,
                                       const Ids &ids) {
  StreamDecoder decoder(tokenizer, /*skipSpecialTokens=*/true);
  std::vector<std::string> parts;
  std::string all;
  for (int32_t id : ids)
    all += parts.emplace_back(decoder.add(id));
  all += parts.emplace_back(decoder.finish());
  EXPECT_EQ(all, tokenizer.decode(ids, true));
  return parts;
}
using Parts = std::vector<std::string>;

TEST(StreamDecoder, WaitsForWholeCharacters) {
  // The bytes of U+20AC are E2 82 AC.
  Json file = makeBpe({"a", "\u00E2", "\u0124", "\u00AC", "\u0120b"}, {});
  file["decoder"] = {{"type", "ByteLevel"}};
  auto tokenizer = load(file);
  EXPECT_EQ(stream(*tokenizer, {0, 1, 2, 3, 4}),
            (Parts{"a", "", "", "\u20AC", " b", ""}));
  // One that never becomes complete is one U+FFFD, as soon as that is certain.
  EXPECT_EQ(stream(*tokenizer, {1, 2, 0}), (Parts{"", "", "\uFFFDa", ""}));
  EXPECT_EQ(stream(*tokenizer, {1, 2}), (Parts{"", "", "\uFFFD"}));
  EXPECT_EQ(stream(*tokenizer, {3, 0}), (Parts{"\uFFFD", "a", ""}));
}

TEST(StreamDecoder, BeginsAnewAfterTheEnd) {
  Json file = makeBpe({"_a", "_b"}, {});
  file["decoder"] = {{"type", "Metaspace"}, {"replacement", "_"}};
  auto tokenizer = load(file);
  StreamDecoder decoder(*tokenizer, false);
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(decoder.add(0), "a");
    EXPECT_EQ(decoder.add(1), " b");
    EXPECT_EQ(decoder.finish(), "");
  }
}

TEST(StreamDecoder, BytesAreTextIfTheWholeRunIs) {
  Json file = makeBpe({"_a", "<0xC3>", "<0xA9>"}, {});
  file["decoder"] = {
      {"type", "Sequence"},
      {"decoders",
       {{{"type", "Replace"}, {"pattern", {{"String", "_"}}}, {"content", " "}},
        {{"type", "ByteFallback"}},
        {{"type", "Fuse"}},
        {{"type", "Strip"}, {"content", " "}, {"start", 1}, {"stop", 0}}}}};
  auto tokenizer = load(file);
  EXPECT_EQ(stream(*tokenizer, {0, 1, 2, 0, 0}),
            (Parts{"a", "", "", "\u00E9 a", " a", ""}));
  EXPECT_EQ(stream(*tokenizer, {1, 2, 1}),
            (Parts{"", "", "", "\uFFFD\uFFFD\uFFFD"}));
}

TEST(StreamDecoder, StripsBothEndsOfFusedText) {
  Json file = makeBpe({"_", "a", "__", "a_"}, {});
  file["decoder"] = {
      {"type", "Sequence"},
      {"decoders",
       {{{"type", "Fuse"}},
        {{"type", "Strip"}, {"content", "_"}, {"start", 2}, {"stop", 2}}}}};
  auto tokenizer = load(file);
  EXPECT_EQ(stream(*tokenizer, {0, 2, 1, 0, 2}),
            (Parts{"", "", "_a", "", "_", ""}));
  EXPECT_EQ(stream(*tokenizer, {3, 0, 1}), (Parts{"a", "", "__a", ""}));
  EXPECT_EQ(stream(*tokenizer, {2, 2}), (Parts{"", "", ""}));
}

TEST(StreamDecoder, OtherDecoders) {
  Json file = makeBpe({"un", "##able", ".", "do", "n't"}, {});
  file["decoder"] = {
      {"type", "WordPiece"}, {"prefix", "##"}, {"cleanup", true}};
  EXPECT_EQ(stream(*load(file), {0, 1, 2, 3, 4}),
            (Parts{"un", "able", ".", " do", "n't", ""}));
  file = makeBpe({"un", "able</w>"}, {});
  file["decoder"] = {{"type", "BPEDecoder"}, {"suffix", "</w>"}};
  EXPECT_EQ(stream(*load(file), {0, 1, 1}), (Parts{"", "un", "able ", "able"}));
  file = makeBpe({"<pad>", "a", "|"}, {});
  file["decoder"] = {{"type", "CTC"},
                     {"pad_token", "<pad>"},
                     {"word_delimiter_token", "|"},
                     {"cleanup", true}};
  EXPECT_EQ(stream(*load(file), {1, 1, 0, 1, 2}),
            (Parts{"a", "", "", "a", " ", ""}));
}

TEST(StreamDecoder, SkipsSpecialTokens) {
  Json file = makeBpe({"a"}, {});
  file["decoder"] = {{"type", "ByteLevel"}};
  file["added_tokens"] = {{{"content", "<s>"}, {"special", true}}};
  auto tokenizer = load(file);
  EXPECT_EQ(tokenizer->decode(Ids{1, 0, 1}, true), "a");
  EXPECT_EQ(tokenizer->decode(Ids{1, 0, 1}, false), "<s>a<s>");
}
