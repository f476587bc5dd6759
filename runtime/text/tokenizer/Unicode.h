// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// UTF-8 and the properties of characters that tokenizers ask for.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_UNICODE_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_UNICODE_H

#include <cstdint>
#include <string>
#include <string_view>

namespace weft::text {

/// The length of the longest prefix of `text` that is valid UTF-8.
size_t getValidPrefixSize(std::string_view text);

/// The length of the invalid part at the start of `text`, which is the longest
/// prefix of a valid sequence or one byte; `isCut` says that `text` ends within
/// a sequence that more bytes could complete.
size_t getInvalidPartSize(std::string_view text, bool &isCut);

/// Appends `text` to `out` with U+FFFD for each maximal invalid part.
void appendReplacingInvalid(std::string_view text, std::string &out);

/// The number of bytes of the character that begins with `lead`, in valid
/// UTF-8.
inline size_t getSequenceSize(char lead) {
  auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// The code point at `at` in valid UTF-8; `at` moves behind it.
inline uint32_t nextCodePoint(std::string_view text, size_t &at) {
  auto byte = [&](size_t i) {
    return static_cast<uint32_t>(static_cast<unsigned char>(text[at + i]));
  };
  uint32_t lead = byte(0);
  if (lead < 0x80) {
    at += 1;
    return lead;
  }
  if (lead < 0xE0) {
    uint32_t point = (lead & 0x1F) << 6 | (byte(1) & 0x3F);
    at += 2;
    return point;
  }
  if (lead < 0xF0) {
    uint32_t point =
        (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    at += 3;
    return point;
  }
  uint32_t point = (lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 |
                   (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  at += 4;
  return point;
}

/// The code point that ends at `end` (> 0) in valid UTF-8; `end` moves before
/// it.
inline uint32_t previousCodePoint(std::string_view text, size_t &end) {
  size_t at = end - 1;
  while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
    --at;
  end = at;
  return nextCodePoint(text, at);
}

void appendCodePoint(uint32_t point, std::string &out);

// These say what the Python package says; see OlderUnicode.h.

/// The property White_Space.
bool isWhitespace(uint32_t point);
/// The categories Nd, Nl and No.
bool isNumeric(uint32_t point);
/// The categories P*, and all of ASCII that is neither letter, digit, space nor
/// control.
bool isPunctuation(uint32_t point);
/// The categories Cc, Cf and Co.
bool isOther(uint32_t point);
/// The category Mn.
bool isNonspacingMark(uint32_t point);
/// The categories Mn, Mc and Me.
bool isMark(uint32_t point);
/// What \w means for words: Alphabetic, M*, Nd, Pc and the two joiners.
bool isWord(uint32_t point);

/// Appends the lower case of `point`, which can be two characters.
void appendLowercase(uint32_t point, std::string &out);

} // namespace weft::text

#endif
