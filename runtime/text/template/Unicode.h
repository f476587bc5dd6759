// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Characters of UTF-8 text with the properties that Python's strings show.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_UNICODE_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_UNICODE_H

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace weft::text {

/// The character at `position` and its length in bytes, at least 1. A byte that
/// belongs to no character counts as one: U+DC00 plus the byte, as Python's
/// surrogateescape has it.
char32_t decodeCharacter(std::string_view text, size_t position,
                         size_t &sizeBytes);
void appendCharacter(std::string &text, char32_t character);

size_t countCharacters(std::string_view text);
/// Offset in bytes of character `index`, the size of `text` if it has fewer.
size_t findCharacter(std::string_view text, size_t index);
std::vector<std::string_view> splitCharacters(std::string_view text);

/// As str.isspace.
bool isSpace(char32_t character);
/// Whether str.splitlines ends a line here.
bool isLineEnd(char32_t character);
/// Letters, digits and underscores; beyond ASCII everything but spaces,
/// punctuation and symbols of the general blocks.
bool isWordCharacter(char32_t character);
bool isLetter(char32_t character);
/// Whether str() of a list shows it as it is.
bool isPrintable(char32_t character);

/// Simple case mapping of Latin, Greek, Cyrillic, Armenian and full-width
/// letters; other characters stay.
char32_t toUpper(char32_t character);
char32_t toLower(char32_t character);
std::string toUpper(std::string_view text);
std::string toLower(std::string_view text);

/// Without the spaces at its ends.
std::string_view trimLeft(std::string_view text);
std::string_view trimRight(std::string_view text);

} // namespace weft::text

#endif
