// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two tables, computed by the compiler.
#include "runtime/text/tokenizer/ByteAlphabet.h"
#include "runtime/text/tokenizer/Unicode.h"

#include <array>

using namespace weft::text;

namespace {
struct Alphabet {
  struct Character {
    char bytes[2] = {};
    unsigned char size = 0;
  };
  std::array<Character, 256> characters{};
  /// For the code points below U+0144: their byte, or -1.
  std::array<int16_t, 0x144> bytes{};

  constexpr Alphabet() {
    bytes.fill(-1);
    unsigned next = 0x100;
    for (unsigned byte = 0; byte < 256; ++byte) {
      bool isPrintable = (byte >= '!' && byte <= '~') ||
                         (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
      unsigned point = isPrintable ? byte : next++;
      bytes[point] = static_cast<int16_t>(byte);
      Character &character = characters[byte];
      if (point < 0x80) {
        character.bytes[0] = static_cast<char>(point);
        character.size = 1;
      } else {
        character.bytes[0] = static_cast<char>(0xC0 | point >> 6);
        character.bytes[1] = static_cast<char>(0x80 | (point & 0x3F));
        character.size = 2;
      }
    }
  }
};
constexpr Alphabet alphabet;
} // namespace

std::string_view weft::text::getAlphabetCharacter(unsigned char byte) {
  const Alphabet::Character &character = alphabet.characters[byte];
  return {character.bytes, character.size};
}

void weft::text::appendBytesAsAlphabet(std::string_view bytes,
                                       std::string &out) {
  for (char byte : bytes)
    out += getAlphabetCharacter(static_cast<unsigned char>(byte));
}

bool weft::text::appendAlphabetAsBytes(std::string_view text,
                                       std::string &out) {
  size_t before = out.size();
  for (size_t at = 0; at < text.size();) {
    uint32_t point = nextCodePoint(text, at);
    int byte = point < alphabet.bytes.size() ? alphabet.bytes[point] : -1;
    if (byte < 0) {
      out.resize(before);
      return false;
    }
    out += static_cast<char>(byte);
  }
  return true;
}
