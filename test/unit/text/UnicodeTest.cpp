// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// UTF-8, categories and normalization forms.
#include "runtime/text/tokenizer/Unicode.h"
#include "runtime/text/tokenizer/ByteAlphabet.h"
#include "runtime/text/tokenizer/NormalizationForm.h"

#include <gtest/gtest.h>

using namespace weft::text;

static std::string replaceInvalid(std::string_view text) {
  std::string out;
  appendReplacingInvalid(text, out);
  return out;
}

TEST(Unicode, EveryCodePointIsReadAsItIsWritten) {
  for (uint32_t point = 0; point < 0x110000; ++point) {
    std::string text;
    appendCodePoint(point, text);
    bool isSurrogate = point >= 0xD800 && point < 0xE000;
    ASSERT_EQ(getValidPrefixSize(text) == text.size(), !isSurrogate);
    size_t at = 0, end = text.size();
    ASSERT_EQ(nextCodePoint(text, at), point);
    ASSERT_EQ(at, text.size());
    ASSERT_EQ(getSequenceSize(text[0]), text.size());
    ASSERT_EQ(previousCodePoint(text, end), point);
  }
}

TEST(Unicode, InvalidPartsAreMaximal) {
  // From the Unicode standard, section 3.9, table 3-8 to 3-11.
  EXPECT_EQ(replaceInvalid("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"),
            "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA");
  EXPECT_EQ(replaceInvalid("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"),
            "\uFFFD\uFFFD\uFFFD\uFFFDA");
}

TEST(Unicode, Properties) {
  EXPECT_TRUE(isWhitespace(0x3000) && isWhitespace(0x85));
  EXPECT_FALSE(isWhitespace(0x200B) || isWhitespace(0x180E));
  EXPECT_TRUE(isNumeric(0xBD) && isNumeric(0x2167) && isNumeric(0x663));
  EXPECT_TRUE(isPunctuation('$') && isPunctuation('_') &&
              isPunctuation(0x3002));
  EXPECT_FALSE(isPunctuation(0x20AC) || isPunctuation(' '));
  EXPECT_TRUE(isWord(0x301) && isWord('_') && isWord(0x24B6));
  std::string lower;
  appendLowercase(0x130, lower);
  appendLowercase(0x1E9E, lower);
  appendLowercase('Z', lower);
  EXPECT_EQ(lower, "i\u0307\u00DFz");
}

TEST(Unicode, NormalizationForms) {
  // From UAX 15, figures 3 to 6.
  using Form = NormalizationForm;
  EXPECT_EQ(normalize("\u1E9B\u0323", Form::C), "\u1E9B\u0323");
  EXPECT_EQ(normalize("\u1E9B\u0323", Form::D), "\u017F\u0323\u0307");
  EXPECT_EQ(normalize("\u1E9B\u0323", Form::KC), "\u1E69");
  EXPECT_EQ(normalize("\u1E9B\u0323", Form::KD), "s\u0323\u0307");
  EXPECT_EQ(normalize("\uAC00", Form::D), "\u1100\u1161");
  EXPECT_EQ(normalize("\u1100\u1161\u11A8", Form::C), "\uAC01");
  EXPECT_EQ(normalize("\u2126", Form::C), "\u03A9");
}

TEST(Unicode, LongRunsOfMarksAreSortedInTime) {
  std::string marks = "a";
  for (int i = 0; i < 300000; ++i)
    marks += i % 2 ? "\u0323" : "\u0301";
  std::string sorted = normalize(marks, NormalizationForm::D);
  EXPECT_EQ(sorted.size(), marks.size());
  EXPECT_TRUE(sorted.starts_with("a\u0323\u0323"));
  EXPECT_TRUE(sorted.ends_with("\u0301\u0301"));
}

TEST(ByteAlphabet, IsABijection) {
  std::string bytes, spelled, back;
  for (int byte = 0; byte < 256; ++byte)
    bytes += static_cast<char>(byte);
  appendBytesAsAlphabet(bytes, spelled);
  ASSERT_TRUE(appendAlphabetAsBytes(spelled, back));
  EXPECT_EQ(back, bytes);
  EXPECT_EQ(getAlphabetCharacter(' '), "\u0120");
  EXPECT_EQ(getAlphabetCharacter('\n'), "\u010A");
  EXPECT_FALSE(appendAlphabetAsBytes("a ", back));
  EXPECT_EQ(back, bytes);
}
