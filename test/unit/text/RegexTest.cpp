// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Oniguruma's syntax, and how matches follow one another.
#include "runtime/text/tokenizer/Regex.h"

#include <gtest/gtest.h>

using namespace weft::text;

/// The segments of `text`, matches in parentheses.
static std::string cut(std::string_view pattern, std::string_view text) {
  std::unique_ptr<Regex> regex;
  weft::runtime::Status status = Regex::compile(pattern, regex);
  if (!status.ok())
    return status.getMessage();
  RegexScratch scratch;
  std::vector<Segment> segments;
  status = regex->split(text, scratch, segments);
  if (!status.ok())
    return status.getMessage();
  std::string result;
  for (const Segment &segment : segments) {
    std::string part(text.substr(segment.start, segment.end - segment.start));
    result += segment.isMatch ? "(" + part + ")" : part;
  }
  return result;
}

TEST(Regex, Segments) {
  EXPECT_EQ(cut("b+", "abbcb"), "a(bb)c(b)");
  EXPECT_EQ(cut("x*", "axb"), "()a(x)b()");
  EXPECT_EQ(cut("x", ""), "");
}

TEST(Regex, Quantifiers) {
  // An interval knows no possessive form; the plus repeats it.
  EXPECT_EQ(cut("a{1,2}+b", "aaaab"), "(aaaab)");
  EXPECT_EQ(cut("a{,2}b", "aaab"), "a(aab)");
  EXPECT_EQ(cut("a{2}?b", "aab"), "(aab)");
  EXPECT_EQ(cut("a++a", "aaa"), "aaa");
  EXPECT_EQ(cut("a{x}", "a{x}"), "(a{x})");
}

TEST(Regex, Sets) {
  EXPECT_EQ(cut("\\h", "gf"), "g(f)");
  EXPECT_EQ(cut("[a[^b-z]]+", "abA"), "(a)b(A)");
  EXPECT_EQ(cut("[a-z&&[^m-z]]+", "lmn"), "(l)mn");
  EXPECT_EQ(cut("[^a[b]]", "abc"), "ab(c)");
  EXPECT_EQ(cut("[]a]", "]b"), "(])b");
  EXPECT_EQ(cut("[a-\\d]+", "a-1b"), "(a-1)b");
  EXPECT_EQ(cut("\\p{^L}", "a1"), "a(1)");
  // U+180E is no space, and the mark U+0301 belongs to a word.
  EXPECT_EQ(cut("\\s", "\u180E\u3000"), "\u180E(\u3000)");
  EXPECT_EQ(cut("\\w+", "e\u0301!"), "(e\u0301)!");
}

TEST(Regex, Options) {
  EXPECT_EQ(cut("a(?i)b|c", "aBCaC"), "(aB)C(aC)");
  EXPECT_EQ(cut("(?i:k)", "\u212A"), "(\u212A)");
  EXPECT_EQ(cut("(?m:.)", "\n"), "(\n)");
  EXPECT_EQ(cut("a$", "a\na"), "(a)\n(a)");
  EXPECT_EQ(cut("\\Aa", "aa"), "(a)a");
}

TEST(Regex, ManyStepsNeedNoStack) {
  // More than the compiled code's stack holds.
  std::string text(200000, 'a');
  EXPECT_EQ(cut("(?:a|b)*c", text + "c"), "(" + text + "c)");
}
