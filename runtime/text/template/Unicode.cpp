// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Case mappings are given as ranges, since whole alphabets follow one rule.
#include "runtime/text/template/Unicode.h"

using namespace weft::text;

char32_t weft::text::decodeCharacter(std::string_view text, size_t position,
                                     size_t &sizeBytes) {
  uint8_t lead = uint8_t(text[position]);
  sizeBytes = 1;
  if (lead < 0x80)
    return lead;
  size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  char32_t broken = 0xdc00 + lead;
  if (lead < 0xc2 || lead > 0xf4 || position + size > text.size())
    return broken;
  char32_t character = lead & (0x7f >> size);
  for (size_t i = 1; i < size; ++i) {
    uint8_t byte = uint8_t(text[position + i]);
    if ((byte & 0xc0) != 0x80)
      return broken;
    character = character << 6 | (byte & 0x3f);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (character < least[size] || character > 0x10ffff ||
      (character >= 0xd800 && character < 0xe000))
    return broken;
  sizeBytes = size;
  return character;
}

void weft::text::appendCharacter(std::string &text, char32_t character) {
  if (character < 0x80) {
    text += char(character);
    return;
  }
  if (character >= 0xdc80 && character <= 0xdcff) { // a byte of its own
    text += char(character - 0xdc00);
    return;
  }
  int size = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
  text += char(uint8_t(0xf00 >> size) | character >> (6 * (size - 1)));
  for (int i = size - 2; i >= 0; --i)
    text += char(0x80 | (character >> (6 * i) & 0x3f));
}

size_t weft::text::countCharacters(std::string_view text) {
  size_t count = 0, size;
  for (size_t i = 0; i < text.size(); i += size, ++count)
    decodeCharacter(text, i, size);
  return count;
}

size_t weft::text::findCharacter(std::string_view text, size_t index) {
  size_t position = 0, size;
  for (; index > 0 && position < text.size(); --index, position += size)
    decodeCharacter(text, position, size);
  return position;
}

std::vector<std::string_view>
weft::text::splitCharacters(std::string_view text) {
  std::vector<std::string_view> characters;
  size_t size;
  for (size_t i = 0; i < text.size(); i += size) {
    decodeCharacter(text, i, size);
    characters.push_back(text.substr(i, size));
  }
  return characters;
}

bool weft::text::isSpace(char32_t c) {
  return (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x20) || c == 0x85 ||
         c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
         c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
         c == 0x3000;
}

bool weft::text::isLineEnd(char32_t c) {
  return (c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e) || c == 0x85 ||
         c == 0x2028 || c == 0x2029;
}

bool weft::text::isLetter(char32_t c) {
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0x100)
    return c == 0xaa || c == 0xb5 || c == 0xba ||
           (c >= 0xc0 && c != 0xd7 && c != 0xf7);
  bool isSymbol = (c >= 0x2000 && c < 0x2c00) || (c >= 0x3000 && c <= 0x3004) ||
                  (c >= 0x3008 && c <= 0x3020) || (c >= 0xd800 && c < 0xf900) ||
                  (c >= 0xfe00 && c < 0xfe70) || (c >= 0xff00 && c <= 0xff20) ||
                  (c >= 0xff3b && c <= 0xff40) ||
                  (c >= 0xff5b && c <= 0xff65) || c >= 0xfff0;
  return !isSymbol || (c >= 0x20000 && c < 0x32000) ||
         (c >= 0x10000 && c < 0x1d000);
}

bool weft::text::isWordCharacter(char32_t c) {
  return isLetter(c) || (c >= '0' && c <= '9') || c == '_';
}

bool weft::text::isPrintable(char32_t c) {
  if (c == ' ')
    return true;
  return c > 0x20 && !(c >= 0x7f && c <= 0xa0) && c != 0xad && !isSpace(c) &&
         !(c >= 0x200b && c <= 0x200f) && !(c >= 0x202a && c <= 0x202e) &&
         !(c >= 0x2060 && c <= 0x206f) && !(c >= 0xd800 && c < 0xf900) &&
         c != 0xfeff && !(c >= 0xfff0 && c <= 0xfffb) && c < 0xe0000;
}

namespace {

/// Upper-case letters from `first` to `last`; the lower-case one of each is
/// `distance` behind it. At distance 1 every second character is upper case.
struct CaseRange {
  char32_t first, last;
  char32_t distance;
};

constexpr CaseRange caseRanges[] = {
    {'A', 'Z', 32},      {0xc0, 0xd6, 32},    {0xd8, 0xde, 32},
    {0x100, 0x12e, 1},   {0x132, 0x136, 1},   {0x139, 0x147, 1},
    {0x14a, 0x176, 1},   {0x179, 0x17d, 1},   {0x218, 0x21e, 1},
    {0x386, 0x386, 38},  {0x388, 0x38a, 37},  {0x38c, 0x38c, 64},
    {0x38e, 0x38f, 63},  {0x391, 0x3a1, 32},  {0x3a3, 0x3ab, 32},
    {0x400, 0x40f, 80},  {0x410, 0x42f, 32},  {0x460, 0x480, 1},
    {0x48a, 0x4be, 1},   {0x4d0, 0x52e, 1},   {0x531, 0x556, 48},
    {0x1e00, 0x1e94, 1}, {0x1ea0, 0x1efe, 1}, {0xff21, 0xff3a, 32},
};

} // namespace

char32_t weft::text::toUpper(char32_t c) {
  switch (c) {
  case 0xb5:
    return 0x39c;
  case 0xff:
    return 0x178;
  case 0x131:
    return 'I';
  case 0x17f:
    return 'S';
  case 0x3c2:
    return 0x3a3;
  }
  for (const CaseRange &range : caseRanges) {
    char32_t upper = c - range.distance;
    if (upper >= range.first && upper <= range.last &&
        (range.distance != 1 || (upper - range.first) % 2 == 0))
      return upper;
  }
  return c;
}

char32_t weft::text::toLower(char32_t c) {
  if (c == 0x178)
    return 0xff;
  for (const CaseRange &range : caseRanges)
    if (c >= range.first && c <= range.last &&
        (range.distance != 1 || (c - range.first) % 2 == 0))
      return c + range.distance;
  return c;
}

std::string weft::text::toUpper(std::string_view text) {
  std::string result;
  size_t size;
  for (size_t i = 0; i < text.size(); i += size) {
    char32_t character = decodeCharacter(text, i, size);
    if (character == 0xdf) // the sharp s has no upper case of its own
      result += "SS";
    else
      appendCharacter(result, toUpper(character));
  }
  return result;
}

std::string weft::text::toLower(std::string_view text) {
  std::string result;
  size_t size;
  for (size_t i = 0; i < text.size(); i += size)
    appendCharacter(result, toLower(decodeCharacter(text, i, size)));
  return result;
}

std::string_view weft::text::trimLeft(std::string_view text) {
  size_t size;
  while (!text.empty() && isSpace(decodeCharacter(text, 0, size)))
    text.remove_prefix(size);
  return text;
}

std::string_view weft::text::trimRight(std::string_view text) {
  while (!text.empty()) {
    size_t start = text.size() - 1, size;
    while (start > 0 && text.size() - start < 4 &&
           (uint8_t(text[start]) & 0xc0) == 0x80)
      --start;
    char32_t character = decodeCharacter(text, start, size);
    if (start + size != text.size() || !isSpace(character))
      break;
    text.remove_suffix(size);
  }
  return text;
}
