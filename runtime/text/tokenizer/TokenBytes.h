// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What each token adds to a text, for those who choose tokens by their text.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_TOKENBYTES_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_TOKENBYTES_H

#include "runtime/text/tokenizer/Tokenizer.h"

namespace weft::text {

/// The bytes that token t adds in the middle of a text, as element t of
/// `count`; parts of a character too. Empty for special tokens, for numbers
/// that are no token, and for tokens whose text depends on more than the one
/// before.
std::vector<std::string> listTokenBytes(const Tokenizer &tokenizer,
                                        size_t count);

} // namespace weft::text

#endif
