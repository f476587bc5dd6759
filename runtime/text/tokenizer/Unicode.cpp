// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Case, categories and UTF-8. Categories come from utf8proc; ASCII, which is
// most of all text, does not ask it.
#include "runtime/text/tokenizer/Unicode.h"
#include "runtime/text/tokenizer/OlderUnicode.h"

#include <cstring>
#include <utf8proc.h>

using namespace weft::text;

namespace {
constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned char byteAt(std::string_view text, size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// The length of the sequence at `at` if it is valid, else 0; `valid` counts
/// its bytes that could begin a valid sequence.
size_t checkSequence(std::string_view text, size_t at, size_t &valid) {
  unsigned char lead = byteAt(text, at);
  valid = 1;
  if (lead < 0x80)
    return 1;
  if (lead < 0xC2 || lead > 0xF4)
    return 0;
  size_t size = getSequenceSize(text[at]);
  // The second byte is narrower where a sequence would be overlong, a
  // surrogate or beyond U+10FFFF.
  unsigned char low = 0x80, high = 0xBF;
  if (lead == 0xE0)
    low = 0xA0;
  else if (lead == 0xED)
    high = 0x9F;
  else if (lead == 0xF0)
    low = 0x90;
  else if (lead == 0xF4)
    high = 0x8F;
  for (; valid < size; ++valid) {
    if (at + valid >= text.size())
      return 0;
    unsigned char byte = byteAt(text, at + valid);
    if (byte < low || byte > high)
      return 0;
    low = 0x80;
    high = 0xBF;
  }
  return size;
}

utf8proc_category_t getCategory(uint32_t point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(point));
}
} // namespace

size_t weft::text::getValidPrefixSize(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    uint64_t word;
    while (at + 8 <= text.size()) {
      std::memcpy(&word, text.data() + at, 8);
      if (word & 0x8080808080808080)
        break;
      at += 8;
    }
    if (at == text.size())
      break;
    size_t valid;
    size_t size = checkSequence(text, at, valid);
    if (!size)
      break;
    at += size;
  }
  return at;
}

size_t weft::text::getInvalidPartSize(std::string_view text, bool &isCut) {
  size_t valid;
  isCut = false;
  unsigned char lead = byteAt(text, 0);
  if (checkSequence(text, 0, valid) || lead < 0xC2 || lead > 0xF4)
    return 1;
  isCut = valid == text.size();
  return valid;
}

void weft::text::appendReplacingInvalid(std::string_view text,
                                        std::string &out) {
  while (true) {
    size_t valid = getValidPrefixSize(text);
    out += text.substr(0, valid);
    if (valid == text.size())
      return;
    text.remove_prefix(valid);
    bool isCut;
    text.remove_prefix(getInvalidPartSize(text, isCut));
    out += replacement;
  }
}

void weft::text::appendCodePoint(uint32_t point, std::string &out) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | point >> 6);
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0 | point >> 12);
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | point >> 18);
    out += static_cast<char>(0x80 | (point >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

bool weft::text::isWhitespace(uint32_t point) {
  if (point < 0x80)
    return point == ' ' || (point >= '\t' && point <= '\r');
  switch (point) {
  case 0x85:
  case 0xA0:
  case 0x1680:
  case 0x2028:
  case 0x2029:
  case 0x202F:
  case 0x205F:
  case 0x3000:
    return true;
  default:
    return point >= 0x2000 && point <= 0x200A;
  }
}

bool weft::text::isNumeric(uint32_t point) {
  if (point < 0x80)
    return point >= '0' && point <= '9';
  utf8proc_category_t category = getCategory(point);
  return category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_NL ||
         category == UTF8PROC_CATEGORY_NO;
}

static bool isAsciiWord(uint32_t point) {
  return (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z') ||
         (point >= 'a' && point <= 'z') || point == '_';
}

bool weft::text::isPunctuation(uint32_t point) {
  if (point < 0x80)
    return point > ' ' && point < 0x7F && (!isAsciiWord(point) || point == '_');
  utf8proc_category_t category = getCategory(point);
  bool isNow =
      category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
  return isNow != isOtherInOlderUnicode(OlderProperty::Punctuation, point);
}

bool weft::text::isOther(uint32_t point) {
  if (point < 0x80)
    return point < ' ' || point == 0x7F;
  utf8proc_category_t category = getCategory(point);
  bool isNow = category == UTF8PROC_CATEGORY_CC ||
               category == UTF8PROC_CATEGORY_CF ||
               category == UTF8PROC_CATEGORY_CO;
  return isNow != isOtherInOlderUnicode(OlderProperty::Other, point);
}

bool weft::text::isNonspacingMark(uint32_t point) {
  bool isNow = point >= 0x300 && getCategory(point) == UTF8PROC_CATEGORY_MN;
  return isNow != isOtherInOlderUnicode(OlderProperty::NonspacingMark, point);
}

bool weft::text::isMark(uint32_t point) {
  if (point < 0x300)
    return false;
  utf8proc_category_t category = getCategory(point);
  bool isNow =
      category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
  return isNow != isOtherInOlderUnicode(OlderProperty::Mark, point);
}

bool weft::text::isWord(uint32_t point) {
  if (point < 0x80)
    return isAsciiWord(point);
  utf8proc_category_t category = getCategory(point);
  if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NL)
    return true; // L*, M*, Nd, Nl
  if (category == UTF8PROC_CATEGORY_PC)
    return true;
  // The joiners, and the symbols that are Alphabetic: circled and squared
  // letters.
  return point == 0x200C || point == 0x200D ||
         (point >= 0x24B6 && point <= 0x24E9) ||
         (point >= 0x1F130 && point <= 0x1F149) ||
         (point >= 0x1F150 && point <= 0x1F169) ||
         (point >= 0x1F170 && point <= 0x1F189);
}

void weft::text::appendLowercase(uint32_t point, std::string &out) {
  if (point < 0x80) {
    out += static_cast<char>(point >= 'A' && point <= 'Z' ? point + 32 : point);
    return;
  }
  // The one character whose lower case is two, whatever the context.
  if (point == 0x130) {
    out += "i\xCC\x87";
    return;
  }
  appendCodePoint(static_cast<uint32_t>(
                      utf8proc_tolower(static_cast<utf8proc_int32_t>(point))),
                  out);
}
