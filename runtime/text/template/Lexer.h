// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From the source of a template to tokens. What white space around tags stays
// in the text is decided here, as Jinja2 3.1 does with trim_blocks and
// lstrip_blocks.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_LEXER_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_LEXER_H

#include "runtime/program/Status.h"

#include <cstdint>
#include <vector>

namespace weft::text {

using runtime::Status;

struct Token {
  enum class Kind : uint8_t {
    Data,          // text between tags
    VariableBegin, // {{
    VariableEnd,
    BlockBegin, // {%
    BlockEnd,
    Name,
    String, // text without quotes and escapes
    Integer,
    Float,
    Operator,
    End // of the source
  };
  Kind kind = Kind::End;
  int line = 1;
  std::string text;
  int64_t integer = 0;
  double number = 0;
};

/// Cuts `source` into `tokens`, of which the last one is End. INVALID_ARGUMENT
/// with the line for what is no token and for tags that do not end.
Status cutIntoTokens(std::string_view source, std::vector<Token> &tokens);

} // namespace weft::text

#endif
