// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Files and texts of somebody who means harm: an error, and soon.
#include "test/unit/text/Fixtures.h"

#include <cstring>

using namespace weft::test;

static std::string toBase64(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  uint32_t bits = 0;
  int count = 0;
  for (char byte : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(byte);
    for (count += 8; count >= 6; count -= 6)
      text += digits[bits >> (count - 6) & 63];
  }
  if (count)
    text += digits[bits << (6 - count) & 63];
  return text;
}

TEST(Hostile, MalformedFiles) {
  for (const char *file :
       {"", "{", "[]", "null", "{\"model\":", "\xFF", "{\"model\":[]}",
        "{\"model\":{}}", "{\"model\":3}", R"({"model":{"type":"BPE"}})",
        R"({"model":{"type":"BPE","vocab":{"a":-1}}})",
        R"({"model":{"type":"BPE","vocab":{"a":1.5}}})",
        R"({"model":{"type":"BPE","vocab":[],"merges":[]}})",
        R"({"model":{"type":"Unigram","vocab":[["a"]]}})",
        R"({"model":{"type":"WordPiece","vocab":{"a":4e9}}})"})
    EXPECT_NE(textError(std::string_view(file)), "") << file;
}

TEST(Hostile, EveryCutOfAFile) {
  Json json = makeBpe({"a", "b", "ab"}, {"a b"});
  json["added_tokens"] = {{{"content", "<s>"}, {"special", true}}};
  json["decoder"] = {{"type", "Strip"}, {"content", " "}};
  std::string file = json.dump();
  for (size_t size = 0; size < file.size(); ++size)
    EXPECT_NE(textError(std::string_view(file).substr(0, size)), "");
}

TEST(Hostile, DeepNesting) {
  std::string file = "{\"model\":";
  file.append(1 << 20, '[');
  EXPECT_EQ(textError(std::string_view(file)),
            "tokenizer: expected at most 64 levels of nesting");
  Json inner = {{"type", "NFC"}};
  for (int i = 0; i < 20; ++i)
    inner = {{"type", "Sequence"}, {"normalizers", {inner}}};
  Json json = makeWordLevel();
  json["normalizer"] = inner;
  EXPECT_EQ(loadError(json), "");
}

TEST(Hostile, TooManyComponents) {
  Json json = makeWordLevel();
  Json list = Json::array();
  for (int i = 0; i < 200; ++i)
    list.push_back({{"type", "NFC"}});
  Json sequence = {{"type", "Sequence"}, {"normalizers", list}};
  json["normalizer"] = {{"type", "Sequence"},
                        {"normalizers", {sequence, sequence}}};
  EXPECT_NE(loadError(json).find("expected at most 256 components"),
            std::string::npos);
}

TEST(Hostile, LargeHolesBetweenIds) {
  Json json = makeWordLevel();
  json["model"]["vocab"]["hole"] = 2000000000;
  EXPECT_NE(loadError(json).find("without large holes"), std::string::npos);
}

TEST(Hostile, NormalizersThatDoubleTheText) {
  Json json = makeWordLevel();
  Json list = Json::array();
  for (int i = 0; i < 60; ++i)
    list.push_back({{"type", "Replace"},
                    {"pattern", {{"String", "a"}}},
                    {"content", "aa"}});
  json["normalizer"] = {{"type", "Sequence"}, {"normalizers", list}};
  EXPECT_NE(encodeError(*load(json), "a").find("too large"), std::string::npos);
}

TEST(Hostile, PreTokenizersThatDoubleTheText) {
  Json json = makeWordLevel();
  Json list = Json::array();
  for (int i = 0; i < 60; ++i)
    list.push_back({{"type", "ByteLevel"},
                    {"add_prefix_space", false},
                    {"use_regex", false}});
  json["pre_tokenizer"] = {{"type", "Sequence"}, {"pretokenizers", list}};
  EXPECT_NE(encodeError(*load(json), "\u00E9").find("too large"),
            std::string::npos);
}

TEST(Hostile, DecodersThatDoubleTheText) {
  Json json = makeWordLevel();
  Json list = Json::array();
  for (int i = 0; i < 60; ++i)
    list.push_back({{"type", "Replace"},
                    {"pattern", {{"String", "a"}}},
                    {"content", "aa"}});
  json["decoder"] = {{"type", "Sequence"}, {"decoders", list}};
  EXPECT_NE(loadError(json).find("at most 1024 times as large"),
            std::string::npos);
}

static Json withRegex(const std::string &pattern) {
  Json json = makeWordLevel();
  json["pre_tokenizer"] = {{"type", "Split"},
                           {"pattern", {{"Regex", pattern}}},
                           {"behavior", "Removed"}};
  return json;
}

TEST(Hostile, ExpressionsThatNeverEnd) {
  auto tokenizer = load(withRegex("(?:a|aa)+$"));
  EXPECT_NE(encodeError(*tokenizer, std::string(100, 'a') + "c")
                .find("match limit exceeded"),
            std::string::npos);
  for (const char *pattern :
       {"(", ")", "[", "[z-a]", "a{2", "a{99999999}", "(?<n", "\\", "\\p{Foo}",
        "(?{x})", "(*FAIL)", "(?R)", "((((a{1000}){1000}){1000}){1000})",
        "(?P<x>a)", "\\x{110000}", "[[:foo:]]", "(?x:a)", "*"})
    (void)loadError(withRegex(pattern));
  EXPECT_NE(loadError(withRegex(std::string(100000, 'a'))), "");
  EXPECT_NE(loadError(withRegex(std::string(10000, '('))), "");
  EXPECT_NE(loadError(withRegex(std::string(10000, '['))), "");
  (void)loadError(withRegex("a" + std::string(50000, '+')));
}

TEST(Hostile, LongTokens) {
  Json json = makeWordLevel();
  json["added_tokens"] = {{{"content", std::string(2000, 'a')}}};
  EXPECT_NE(loadError(json).find("at most 1024 bytes"), std::string::npos);
}

TEST(Hostile, CharacterMapsThatGrowOneGrapheme) {
  // A trie that maps "a" to a mebibyte, which many marks on one letter repeat.
  // Darts-clone: the root's offset 1, the unit of "a" at 1 ^ 'a', its value at
  // the offset from there.
  std::vector<uint32_t> units(256);
  size_t node = 1 ^ 0xCC; // U+0301 is CC 81
  units[0] = 1 << 10;
  units[node] = 0xCC | 2 << 10;
  size_t leaf = node ^ 2 ^ 0x81;
  units[leaf] = 0x81 | 1 << 8 | 4 << 10;
  units[leaf ^ 4] = uint32_t(1) << 31;
  std::string map(4, '\0');
  uint32_t trieBytes = uint32_t(units.size() * 4);
  std::memcpy(map.data(), &trieBytes, 4);
  map.append(reinterpret_cast<const char *>(units.data()), trieBytes);
  map.append(size_t(1) << 20, 'a');
  Json json = makeWordLevel();
  json["normalizer"] = {{"type", "Precompiled"},
                        {"precompiled_charsmap", toBase64(map)}};
  auto tokenizer = load(json);
  std::string text = "a";
  for (int i = 0; i < 10000; ++i)
    text += "\xCC\x81";
  EXPECT_NE(encodeError(*tokenizer, text).find("too large"), std::string::npos);
}

TEST(Hostile, CharacterMapsThatPointNowhere) {
  Json json = makeWordLevel();
  json["normalizer"] = {{"type", "Precompiled"},
                        {"precompiled_charsmap", "/////w=="}};
  EXPECT_NE(loadError(json).find("expected a trie within"), std::string::npos);
  // A trie of one unit whose offset leads out of it.
  json["normalizer"]["precompiled_charsmap"] = "BAAAAP////8=";
  (void)encodeError(*load(json), "abc");
  json["normalizer"]["precompiled_charsmap"] = "!";
  EXPECT_NE(loadError(json).find("base 64"), std::string::npos);
}
