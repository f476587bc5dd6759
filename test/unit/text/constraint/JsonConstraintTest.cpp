// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Spelling, states and limits. Which values a schema allows is compared with
// the jsonschema package in test/text/constraint.
#include "runtime/text/constraint/JsonConstraint.h"

#include <gtest/gtest.h>

#include <chrono>

using namespace weft::text;

namespace {

std::unique_ptr<JsonConstraint>
make(std::string_view schema, const JsonConstraintOptions &options = {}) {
  std::unique_ptr<JsonConstraint> constraint;
  Status status = JsonConstraint::parse(schema, constraint, options);
  EXPECT_TRUE(status.ok()) << status.getMessage();
  return constraint;
}

bool accepts(std::string_view schema, std::string_view text,
             const JsonConstraintOptions &options = {}) {
  JsonConstraint constraint = *make(schema, options);
  return constraint.advance(text).ok() && constraint.isComplete();
}

std::string refusal(std::string_view schema) {
  std::unique_ptr<JsonConstraint> constraint;
  return JsonConstraint::parse(schema, constraint).getMessage();
}

} // namespace

TEST(JsonConstraintTest, TextArrivesInPieces) {
  auto constraint = make(R"({"type": "array", "items": {"type": "integer"}})");
  EXPECT_FALSE(constraint->isComplete());
  ASSERT_TRUE(constraint->advance("[1").ok());
  ASSERT_TRUE(constraint->advance("2, ").ok());
  JsonConstraint copy = *constraint;
  EXPECT_EQ(constraint->advance("x3]").getMessage(),
            "constraint: expected text that the schema allows, found 'x3]' at "
            "byte 0 of 'x3]'");
  ASSERT_TRUE(constraint->advance("3]").ok());
  EXPECT_TRUE(constraint->isComplete());
  EXPECT_FALSE(constraint->advance(" ").ok());
  EXPECT_FALSE(copy.isComplete());
  ASSERT_TRUE(copy.advance("-4]").ok());
  EXPECT_TRUE(copy.isComplete());
  constraint->reset();
  ASSERT_TRUE(constraint->advance("[]").ok());
}

TEST(JsonConstraintTest, NumbersMayGoOnAtTheEnd) {
  auto constraint = make(R"({"enum": [1, 12, 123]})");
  ASSERT_TRUE(constraint->advance("1").ok());
  EXPECT_TRUE(constraint->isComplete());
  ASSERT_TRUE(constraint->advance("2").ok());
  EXPECT_TRUE(constraint->isComplete());
  EXPECT_FALSE(constraint->advance("4").ok());
  EXPECT_TRUE(constraint->isComplete());
}

TEST(JsonConstraintTest, WhitespaceIsBounded) {
  EXPECT_TRUE(accepts("{}", "[ 1 , {\"a\" :\n\t2 } ]"));
  EXPECT_FALSE(accepts("{}", " 1"));
  EXPECT_FALSE(accepts("{}", "[1] "));
  EXPECT_TRUE(accepts("{}", "[  1]", {.maxWhitespace = 2}));
  EXPECT_FALSE(accepts("{}", "[   1]", {.maxWhitespace = 2}));
  EXPECT_FALSE(accepts("{}", "[1, 2]", {.maxWhitespace = 0}));
}

TEST(JsonConstraintTest, StringsAreJson) {
  constexpr std::string_view text = R"({"type": "string", "maxLength": 2})";
  for (std::string_view good :
       {R"("")", R"("ab")", R"("\n\/")", R"("\u00e9\uD83d\uDe00")", "\"日🎉\""})
    EXPECT_TRUE(accepts(text, good)) << good;
  for (std::string_view bad :
       {R"("abc")", R"("\x")", R"("\ud83d")", R"("\ude00")", R"("\ud83dx")",
        "\"\n\"", "\"\xff\"", "\"\xc3\"", "\"\xed\xa0\x80\"", "\"\xc0\x80\"",
        "\"\xf4\x90\x80\x80\"", "\"日本語\""})
    EXPECT_FALSE(accepts(text, bad)) << bad;
}

TEST(JsonConstraintTest, KeysAndConstantsHaveOneSpelling) {
  constexpr std::string_view object =
      R"({"properties": {"a\n": {"type": "null"}},
          "additionalProperties": {"type": "integer"}, "type": "object"})";
  EXPECT_TRUE(accepts(object, R"({"a\n": null, "b": 1, "\u001f": 2})"));
  EXPECT_FALSE(accepts(object, R"({"a\u000a": 1})"));
  EXPECT_FALSE(accepts(object, R"({"\u0061\n": 1})"));
  EXPECT_FALSE(accepts(object, R"({"\u001F": 1})"));
  EXPECT_FALSE(accepts(object, R"({"a\n": null, "a\n": null})"));
  EXPECT_TRUE(accepts(R"({"const": "é"})", "\"é\""));
  EXPECT_FALSE(accepts(R"({"const": "é"})", R"("\u00e9")"));
  EXPECT_FALSE(accepts(R"({"type": "integer"})", "-0"));
  EXPECT_FALSE(accepts(R"({"type": "integer"})", "1.0"));
  EXPECT_FALSE(accepts(R"({"type": "number"})", "01"));
}

TEST(JsonConstraintTest, DepthIsBounded) {
  auto nest = [](size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_TRUE(accepts("true", nest(1000)));
  EXPECT_FALSE(accepts("true", nest(5000)));
}

TEST(JsonConstraintTest, ManyReadingsAreAnError) {
  // Two readings an array, which no byte tells apart.
  auto constraint = make(
      R"({"$defs": {"a": {"anyOf": [
            {"type": "array", "items": {"$ref": "#/$defs/a"}, "maxItems": 8},
            {"type": "array", "items": {"$ref": "#/$defs/a"}, "maxItems": 9}
          ]}}, "$ref": "#/$defs/a"})");
  ASSERT_TRUE(constraint->advance("[[[[").ok());
  EXPECT_EQ(constraint->advance("[[[[[[[[[[").getMessage(),
            "constraint: expected a schema with at most 1024 readings of a "
            "text, found more");
}

TEST(JsonConstraintTest, MasksStayWithinReadings) {
  // A token of many brackets has more readings than the text is allowed.
  std::string schema = R"({"$defs": {"a": {"anyOf": [)";
  for (int i = 0; i < 40; ++i)
    schema += std::string(i ? "," : "") +
              R"({"type": "array", "items": {"$ref": "#/$defs/a"},)" +
              R"("maxItems": )" + std::to_string(i + 1) + "}";
  auto constraint = make(schema + R"(]}}, "$ref": "#/$defs/a"})");
  std::vector<std::string> tokens{"[", "[[[[[[[[[[[[[[[["};
  uint64_t mask = 0;
  constraint->allowed(TokenTrie(tokens), {&mask, 1});
  EXPECT_EQ(mask, 1u);
  EXPECT_FALSE(constraint->advance(tokens[1]).ok());
}

TEST(JsonConstraintTest, SmallSchemasDoNotTakeLong) {
  auto start = std::chrono::steady_clock::now();
  // References that double what they stand for, 30 times.
  std::string doubling = R"({"$ref": "#/$defs/a0", "$defs": {"a30": {})";
  for (int i = 0; i < 30; ++i) {
    std::string next = R"({"$ref": "#/$defs/a)" + std::to_string(i + 1) + "\"}";
    doubling += ", \"a" + std::to_string(i) + R"(": {"allOf": [)" + next +
                ", " + next + "]}";
  }
  EXPECT_NE(refusal(doubling + "}}").find("fewer combinations"),
            std::string::npos);
  // A constant with two readings an array.
  std::string nested = std::string(60, '[') + std::string(60, ']');
  EXPECT_NE(refusal(R"({"enum": [)" + nested + R"(], "$ref": "#/$defs/a",
      "items": {"$ref": "#/$defs/a"}, "$defs": {"a": {"anyOf": [
        {"type": "array", "items": {"$ref": "#/$defs/a"}},
        {"type": "array", "items": {"$ref": "#/$defs/a"}, "maxItems": 5}]}}})")
                .find("constants with at most 1024 readings"),
            std::string::npos);
  // Properties whose conjunctions grow with each level.
  EXPECT_EQ(refusal(R"({"$ref": "#/$defs/l", "$defs": {
      "l": {"properties": {"x": {"allOf": [{"$ref": "#/$defs/l"},
                                           {"$ref": "#/$defs/m"}]}}},
      "m": {"properties": {"x": {"allOf": [{"$ref": "#/$defs/m"},
                                           {"$ref": "#/$defs/l"},
                                           {"minLength": 1}]}}}}})"),
            "");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::minutes(1));
}

TEST(JsonConstraintTest, BrokenSchemasAreReported) {
  EXPECT_EQ(refusal("{"), "JSON schema: expected JSON, found malformed text");
  EXPECT_EQ(refusal(std::string(300, '[')),
            "JSON schema: expected at most 200 levels of nesting, found more");
  EXPECT_EQ(refusal(R"({"pattern": "x", "items": {"uniqueItems": true}})"),
            "JSON schema: #/pattern: expected no such keyword, it is not "
            "supported; #/items/uniqueItems: expected no such keyword, it is "
            "not supported");
  std::string many = R"({"allOf": [)";
  for (int i = 0; i < 9; ++i)
    many += std::string(i ? "," : "") + R"({"anyOf": [{"minLength": )" +
            std::to_string(i) + R"(}, {"required": ["a)" + std::to_string(i) +
            R"("]}]})";
  EXPECT_EQ(refusal(many + "]}"),
            "JSON schema: expected at most 256 alternatives for a value, found "
            "more");
}
