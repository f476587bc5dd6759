// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Stripping, replacing, splitting.
#include "runtime/text/template/TextOperations.h"
#include "runtime/text/template/Unicode.h"

#include <algorithm>

using namespace weft::text;

std::string_view weft::text::strip(std::string_view text, Side side,
                                   const std::string *characters) {
  if (!characters) {
    if (side != Side::Right)
      text = trimLeft(text);
    return side == Side::Left ? text : trimRight(text);
  }
  std::vector<std::string_view> set = splitCharacters(*characters);
  std::vector<std::string_view> parts = splitCharacters(text);
  auto isIn = [&](std::string_view character) {
    return std::ranges::find(set, character) != set.end();
  };
  size_t begin = 0, end = parts.size();
  while (side != Side::Right && begin < end && isIn(parts[begin]))
    ++begin;
  while (side != Side::Left && begin < end && isIn(parts[end - 1]))
    --end;
  if (begin == end)
    return text.substr(0, 0);
  const char *first = parts[begin].data();
  return {first, size_t(parts[end - 1].data() + parts[end - 1].size() - first)};
}

Value weft::text::replaceText(Evaluation &evaluation, std::string_view text,
                              std::string_view from, std::string_view to,
                              int64_t count) {
  if (!evaluation.countBytes(text.size()))
    return Value();
  std::string result;
  uint64_t left = count < 0 ? UINT64_MAX : uint64_t(count);
  size_t position = 0;
  // An empty text is found in front of every character and at the end.
  while (left > 0) {
    size_t found = text.find(from, position);
    if (found == text.npos || !evaluation.countBytes(to.size()))
      break;
    --left;
    result.append(text, position, found - position);
    result += to;
    position = found + from.size();
    if (!from.empty())
      continue;
    if (position >= text.size())
      break;
    size_t size;
    decodeCharacter(text, position, size);
    result.append(text, position, size);
    position += size;
  }
  if (position < text.size())
    result.append(text, position, text.npos);
  return evaluation.makeText(std::move(result));
}

std::string weft::text::capitalize(std::string_view text) {
  if (text.empty())
    return "";
  size_t size;
  decodeCharacter(text, 0, size);
  return toUpper(text.substr(0, size)) + toLower(text.substr(size));
}

Value weft::text::centerText(Evaluation &evaluation, std::string_view text,
                             int64_t width, std::string_view fill, char align) {
  int64_t size = int64_t(countCharacters(text));
  int64_t missing = std::max<int64_t>(0, width - size);
  if (countCharacters(fill) != 1)
    return evaluation.fail("expected one character to fill up with, found '",
                           fill, "'");
  if (!evaluation.countBytes(uint64_t(missing)))
    return Value();
  // Python puts the odd one to the left if the width is odd.
  int64_t left = align == '<'   ? 0
                 : align == '>' ? missing
                                : missing / 2 + (missing & width & 1);
  std::string result;
  for (int64_t i = 0; i < left; ++i)
    result += fill;
  result += text;
  for (int64_t i = left; i < missing; ++i)
    result += fill;
  return evaluation.makeText(std::move(result));
}

std::vector<std::string_view> weft::text::splitLines(std::string_view text,
                                                     bool keepsEnds) {
  std::vector<std::string_view> lines;
  size_t begin = 0, size;
  for (size_t i = 0; i < text.size(); i += size) {
    char32_t character = decodeCharacter(text, i, size);
    if (!isLineEnd(character))
      continue;
    size_t end = i;
    if (character == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
      size = 2;
    lines.push_back(text.substr(begin, end + (keepsEnds ? size : 0) - begin));
    begin = i + size;
  }
  if (begin < text.size())
    lines.push_back(text.substr(begin));
  return lines;
}
