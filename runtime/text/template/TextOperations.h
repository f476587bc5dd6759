// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What filters and methods of strings have in common.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_TEXTOPERATIONS_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_TEXTOPERATIONS_H

#include "runtime/text/template/Evaluation.h"

namespace weft::text {

enum class Side : uint8_t { Left, Right, Both };

/// Without spaces, or if given the characters of `characters`, at its ends.
std::string_view strip(std::string_view text, Side side,
                       const std::string *characters);
/// The first `count` occurrences replaced, all if negative.
Value replaceText(Evaluation &evaluation, std::string_view text,
                  std::string_view from, std::string_view to, int64_t count);
/// First letter upper case, the rest lower case.
std::string capitalize(std::string_view text);
/// In the middle of `width` characters.
Value centerText(Evaluation &evaluation, std::string_view text, int64_t width,
                 std::string_view fill, char align);
/// Lines as str.splitlines gives them, with their ends if asked for.
std::vector<std::string_view> splitLines(std::string_view text, bool keepsEnds);

} // namespace weft::text

#endif
