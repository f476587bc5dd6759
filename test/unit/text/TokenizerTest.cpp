// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The stages around the model, on cases that can be worked out by hand.
#include "test/unit/text/Fixtures.h"

#include <thread>

using namespace weft::test;

static Json withSplit(Json file, const char *behavior, bool invert = false) {
  file["pre_tokenizer"] = {{"type", "Split"},
                           {"pattern", {{"String", "x"}}},
                           {"behavior", behavior},
                           {"invert", invert}};
  return file;
}

TEST(Tokenizer, SplitsAsTheBehaviorSays) {
  Json file = makeWordLevel({"ax", "xb", "xx"}); // 28, 29, 30
  // a x x b: Removed a b; Isolated a x x b; MergedWithPrevious ax x b;
  // MergedWithNext a x xb; Contiguous a xx b.
  EXPECT_EQ(encode(*load(withSplit(file, "Removed")), "axxb"), (Ids{0, 1}));
  EXPECT_EQ(encode(*load(withSplit(file, "Isolated")), "axxb"),
            (Ids{0, 23, 23, 1}));
  EXPECT_EQ(encode(*load(withSplit(file, "MergedWithPrevious")), "axxb"),
            (Ids{28, 23, 1}));
  EXPECT_EQ(encode(*load(withSplit(file, "MergedWithNext")), "axxb"),
            (Ids{0, 23, 29}));
  EXPECT_EQ(encode(*load(withSplit(file, "Contiguous")), "axxb"),
            (Ids{0, 30, 1}));
  EXPECT_EQ(encode(*load(withSplit(file, "Removed", true)), "axxb"),
            (Ids{23, 23}));
}

TEST(Tokenizer, FindsAddedTokens) {
  Json file = withSplit(makeWordLevel(), "Isolated");
  file["pre_tokenizer"]["pattern"] = {{"Regex", "."}};
  file["added_tokens"] = {
      {{"content", "<s>"}, {"id", 28}, {"special", true}},
      {{"content", "<s>s"}, {"id", 29}, {"special", false}},
      {{"content", "cat"}, {"id", 30}, {"single_word", true}},
      {{"content", "!"}, {"id", 31}, {"lstrip", true}, {"rstrip", true}}};
  auto tokenizer = load(file);
  EXPECT_EQ(encode(*tokenizer, "a<s>b"), (Ids{0, 28, 1}));
  // The tokens that are not normalized come first, before a longer one that is.
  EXPECT_EQ(encode(*tokenizer, "<s>s"), (Ids{28, 18}));
  EXPECT_EQ(encode(*tokenizer, "cat"), (Ids{30}));
  EXPECT_EQ(encode(*tokenizer, "cats"), (Ids{2, 0, 19, 18}));
  EXPECT_EQ(encode(*tokenizer, "a  !\n b"), (Ids{0, 31, 1}));
  EXPECT_TRUE(tokenizer->isSpecial(28));
  EXPECT_FALSE(tokenizer->isSpecial(29));
  EXPECT_EQ(tokenizer->getSpecialIds(), (Ids{28}));
  EXPECT_EQ(tokenizer->getVocabularySize(), 32u);
  EXPECT_EQ(tokenizer->findId("<s>"), 28);
  EXPECT_EQ(tokenizer->findId("z"), 25);
  EXPECT_EQ(tokenizer->findId("zz"), std::nullopt);
  EXPECT_EQ(tokenizer->getToken(30), "cat");
  EXPECT_EQ(tokenizer->getToken(99), "");
  EXPECT_EQ(tokenizer->getToken(-1), "");
}

TEST(Tokenizer, AddsSpecialTokens) {
  Json file = withSplit(makeWordLevel(), "Isolated");
  Json special = {{"type_id", 0}, {"id", "<s>"}};
  file["post_processor"] = {
      {"type", "TemplateProcessing"},
      {"single",
       {{{"SpecialToken", special}},
        {{"Sequence", {{"id", "A"}, {"type_id", 0}}}},
        {{"SpecialToken", special}}}},
      {"special_tokens",
       {{"<s>", {{"id", "<s>"}, {"ids", {7, 8}}, {"tokens", {"h", "i"}}}}}}};
  auto tokenizer = load(file);
  EXPECT_EQ(encode(*tokenizer, "a", true), (Ids{7, 8, 0, 7, 8}));
  EXPECT_EQ(encode(*tokenizer, "a", false), (Ids{0}));
  EXPECT_EQ(encode(*tokenizer, "", true), (Ids{7, 8, 7, 8}));
  file["post_processor"] = {
      {"type", "BertProcessing"}, {"sep", {"b", 1}}, {"cls", {"c", 2}}};
  EXPECT_EQ(encode(*load(file), "a", true), (Ids{2, 0, 1}));
}

TEST(Tokenizer, AppendsToWhatIsThere) {
  auto tokenizer = load(makeWordLevel());
  Ids ids{5};
  ASSERT_TRUE(tokenizer->encode("a", true, ids).ok());
  EXPECT_EQ(ids, (Ids{5, 0}));
}

TEST(Tokenizer, Normalizes) {
  Json file = withSplit(makeWordLevel(), "Isolated");
  file["pre_tokenizer"]["pattern"] = {{"Regex", "."}};
  file["normalizer"] = {{"type", "Sequence"},
                        {"normalizers",
                         {{{"type", "NFD"}},
                          {{"type", "StripAccents"}},
                          {{"type", "Lowercase"}},
                          {{"type", "Strip"}},
                          {{"type", "Replace"},
                           {"pattern", {{"String", "q"}}},
                           {"content", "kw"}},
                          {{"type", "Prepend"}, {"prepend", "z"}}}}};
  EXPECT_EQ(encode(*load(file), " \u00C9Q\u3000"), (Ids{25, 4, 10, 22}));
  EXPECT_EQ(encode(*load(file), "  "), (Ids{}));
}

TEST(Tokenizer, PrependsToTheFirstWordAlone) {
  Json file = makeWordLevel({"_a", "_b"}); // 28, 29
  file["pre_tokenizer"] = {
      {"type", "Metaspace"}, {"replacement", "_"}, {"prepend_scheme", "first"}};
  file["added_tokens"] = {{{"content", "|"}, {"id", 30}, {"special", true}}};
  EXPECT_EQ(encode(*load(file), "a b|b"), (Ids{28, 29, 30, 1}));
  file["pre_tokenizer"]["prepend_scheme"] = "always";
  EXPECT_EQ(encode(*load(file), "a b|b"), (Ids{28, 29, 30, 29}));
  file["pre_tokenizer"]["prepend_scheme"] = "never";
  EXPECT_EQ(encode(*load(file), "a b|b"), (Ids{0, 29, 30, 1}));
  // Files from before there was a scheme.
  file["pre_tokenizer"].erase("prepend_scheme");
  file["pre_tokenizer"]["add_prefix_space"] = false;
  EXPECT_EQ(encode(*load(file), "a b|b"), (Ids{0, 29, 30, 1}));
}

TEST(Tokenizer, ReadsDamagedUtf8AsReplacementCharacters) {
  Json file = withSplit(makeWordLevel({"\uFFFD"}), "Isolated");
  file["pre_tokenizer"]["pattern"] = {{"Regex", "."}};
  auto tokenizer = load(file);
  // A cut sequence is one, a stray byte is one, a surrogate is three.
  EXPECT_EQ(encode(*tokenizer, "a\xE2\x82z\xFF\xED\xA0\x80"),
            (Ids{0, 28, 25, 28, 28, 28, 28}));
}

TEST(Tokenizer, JoinsWithSpacesIfThereIsNoDecoder) {
  auto tokenizer = load(makeWordLevel());
  EXPECT_EQ(tokenizer->decode(Ids{0, 99, 1, -5}, false), "a b");
}

TEST(Tokenizer, NamesAllThatIsUnsupported) {
  Json file = makeWordLevel();
  file["normalizer"] = {
      {"type", "Sequence"},
      {"normalizers", {{{"type", "Foo"}}, {{"type", "NFC"}}}}};
  file["pre_tokenizer"] = {{"type", "UnicodeScripts"}};
  file["decoder"] = {{"type", "Bar"}};
  file["post_processor"] = {{"x", 1}};
  EXPECT_EQ(loadError(file),
            "tokenizer: unsupported: normalizer Foo, pre-tokenizer "
            "UnicodeScripts, post-processor without type, decoder Bar");
  EXPECT_EQ(loadError(Json{{"model", {{"type", "Baz"}}}}),
            "tokenizer: unsupported: model Baz");
}

TEST(Tokenizer, EncodesFromManyThreads) {
  Json file = makeBpe({"a", "b", "ab", "abab"}, {"a b", "ab ab"});
  auto tokenizer = load(file);
  std::vector<std::thread> threads;
  std::vector<int> failures(4);
  for (int &failed : failures)
    threads.emplace_back([&] {
      for (int i = 0; i < 2000; ++i)
        failed += encode(*tokenizer, "ababa") != Ids{3, 0};
    });
  for (std::thread &thread : threads)
    thread.join();
  EXPECT_EQ(failures, std::vector<int>(4));
}
