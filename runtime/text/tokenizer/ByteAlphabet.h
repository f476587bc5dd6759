// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The alphabet of byte-level tokenizers (GPT-2): each of the 256 bytes is a
// printable character, so that any text is made of known characters. Printable
// bytes of Latin-1 are themselves, the others U+0100 and up in order; a space
// is "Ġ".
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_BYTEALPHABET_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_BYTEALPHABET_H

#include <cstdint>
#include <string>
#include <string_view>

namespace weft::text {

/// The character (UTF-8) that stands for `byte`.
std::string_view getAlphabetCharacter(unsigned char byte);

/// Appends the characters that stand for the bytes of `bytes`.
void appendBytesAsAlphabet(std::string_view bytes, std::string &out);

/// Appends the bytes that the characters of `text` (valid UTF-8) stand for;
/// false, and nothing appended, if one of them is not of the alphabet.
bool appendAlphabetAsBytes(std::string_view text, std::string &out);

} // namespace weft::text

#endif
