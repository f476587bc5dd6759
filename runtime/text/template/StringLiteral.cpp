// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Python's escapes.
#include "runtime/text/template/StringLiteral.h"
#include "runtime/text/template/Unicode.h"

#include <cstring>

using namespace weft::text;

static int getDigit(char character) {
  if (character >= '0' && character <= '9')
    return character - '0';
  char lower = char(character | 32);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 16;
}

/// Reads `least` to `most` digits of `base` from `position` on.
static bool readNumber(std::string_view literal, size_t &position, int base,
                       int least, int most, char32_t &number) {
  number = 0;
  int count = 0;
  for (; count < most && position < literal.size() &&
         getDigit(literal[position]) < base;
       ++count, ++position)
    number = number * char32_t(base) + char32_t(getDigit(literal[position]));
  return count >= least && number <= 0x10ffff;
}

bool weft::text::resolveEscapes(std::string_view literal, std::string &text) {
  for (size_t i = 0; i < literal.size();) {
    if (literal[i] != '\\' || i + 1 == literal.size()) {
      text += literal[i++];
      continue;
    }
    char escape = literal[i + 1];
    i += 2;
    constexpr std::string_view names = "ntrabfv\\'\"";
    constexpr std::string_view meanings = "\n\t\r\a\b\f\v\\'\"";
    char32_t character;
    if (size_t found = names.find(escape); found != names.npos) {
      text += meanings[found];
    } else if (escape == '\n') {
      // A line that goes on in the next one.
    } else if (escape == 'x' || escape == 'u' || escape == 'U') {
      int digits = escape == 'x' ? 2 : escape == 'u' ? 4 : 8;
      if (!readNumber(literal, i, 16, digits, digits, character))
        return false;
      // Halves of a pair, which JSON writes so, are put together.
      char32_t second;
      size_t next = i + 2;
      if (character >= 0xd800 && character < 0xdc00 &&
          literal.substr(i).starts_with("\\u") &&
          readNumber(literal, next, 16, 4, 4, second) && second >= 0xdc00 &&
          second < 0xe000) {
        character = 0x10000 + ((character - 0xd800) << 10) + second - 0xdc00;
        i = next;
      }
      if (character >= 0xd800 && character < 0xe000)
        return false;
      appendCharacter(text, character);
    } else if (escape >= '0' && escape <= '7') {
      --i;
      readNumber(literal, i, 8, 1, 3, character);
      appendCharacter(text, character);
    } else {
      text += '\\';
      text += escape;
    }
  }
  return true;
}
