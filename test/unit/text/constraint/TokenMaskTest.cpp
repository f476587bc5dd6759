// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The mask against trying each token, and its speed on a large vocabulary.
#include "runtime/text/constraint/JsonConstraint.h"
#include "runtime/text/sampling/RandomStream.h"

#include <gtest/gtest.h>

#include <chrono>

using namespace weft::text;

namespace {

constexpr std::string_view schema = R"({
  "type": "object", "additionalProperties": false,
  "properties": {
    "name": {"type": "string", "minLength": 2, "maxLength": 12},
    "text": {"type": "string"}, "more": {"type": "object"},
    "numbers": {"type": "array", "items": {"type": "integer", "maximum": 99}},
    "any": true, "kind": {"enum": ["one", "other", 5]}},
  "required": ["name", "kind"]})";

constexpr std::string_view text =
    R"({"text": "a \n\u00e9 日", "name": "some", "kind": "other", )"
    R"("more": {"nam": 1, "x\n": [true]}, "numbers": [5, -100, 12], )"
    R"("any": [null, {"k": "v"}, 1.5e3]})";

/// Something like a byte pair vocabulary: words, pieces with punctuation,
/// bytes, and pieces that end inside a character.
std::vector<std::string> makeVocabulary(size_t size) {
  RandomStream random(5);
  std::vector<std::string> tokens{""};
  for (int byte = 0; byte < 256; ++byte)
    tokens.emplace_back(1, char(byte));
  constexpr std::string_view marks[] = {
      "\"", "\",", "{\"",  "\":",  "}", "],", ", ", "\\n", "\n",
      "日", "é",   "\xe6", "\x97", "[", "5",  "12", "-",   "true"};
  while (tokens.size() < size) {
    std::string token = random.next() % 2 ? " " : "";
    for (uint64_t i = 1 + random.next() % 8; i > 0; --i)
      token += char('a' + random.next() % 26);
    if (random.next() % 6 == 0)
      token.insert(random.next() % 2 ? token.size() : 0,
                   marks[random.next() % std::size(marks)]);
    tokens.push_back(token);
  }
  return tokens;
}

} // namespace

TEST(TokenMaskTest, AgreesWithTryingEachToken) {
  std::vector<std::string> vocabulary = makeVocabulary(3000);
  TokenTrie tokens(vocabulary);
  std::unique_ptr<JsonConstraint> constraint;
  ASSERT_TRUE(JsonConstraint::parse(schema, constraint).ok());
  std::vector<uint64_t> mask(tokens.getMaskWords(), ~uint64_t(0));
  for (size_t i = 0; i <= text.size(); ++i) {
    constraint->allowed(tokens, mask);
    for (size_t token = 0; token < vocabulary.size(); ++token) {
      bool expected =
          !vocabulary[token].empty() &&
          JsonConstraint(*constraint).advance(vocabulary[token]).ok();
      ASSERT_EQ(bool(mask[token / 64] >> (token % 64) & 1), expected)
          << "'" << vocabulary[token] << "' behind " << text.substr(0, i);
    }
    EXPECT_EQ(constraint->isComplete(), i == text.size());
    if (i < text.size())
      ASSERT_TRUE(constraint->advance(text.substr(i, 1)).ok())
          << text.substr(0, i + 1);
  }
}

TEST(TokenMaskTest, IsFastEnoughForEveryToken) {
  std::vector<std::string> vocabulary = makeVocabulary(150000);
  TokenTrie tokens(vocabulary);
  std::unique_ptr<JsonConstraint> constraint;
  ASSERT_TRUE(JsonConstraint::parse(schema, constraint).ok());
  std::vector<uint64_t> mask(tokens.getMaskWords());
  auto begin = std::chrono::steady_clock::now();
  double worst = 0;
  for (char character : text) {
    auto before = std::chrono::steady_clock::now();
    constraint->allowed(tokens, mask);
    std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - before;
    worst = std::max(worst, took.count());
    ASSERT_TRUE(constraint->advance({&character, 1}).ok());
  }
  std::chrono::duration<double, std::milli> all =
      std::chrono::steady_clock::now() - begin;
  RecordProperty("meanMilliseconds",
                 std::to_string(all.count() / double(text.size())));
  RecordProperty("worstMilliseconds", std::to_string(worst));
  std::printf("a mask of 150000 tokens: %.2f ms, at most %.2f ms\n",
              all.count() / double(text.size()), worst);
  // Generous, for slow and busy machines.
  EXPECT_LT(all.count() / double(text.size()), 100);
}
