// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Strings as they stand in the source of a template.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_STRINGLITERAL_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_STRINGLITERAL_H

#include <string>
#include <string_view>

namespace weft::text {

/// Replaces Python's escapes (\\n, \\x41, \\u00e9, ...) in what stands between
/// the quotes. Unknown escapes stay as they are. False for incomplete ones.
bool resolveEscapes(std::string_view literal, std::string &text);

} // namespace weft::text

#endif
