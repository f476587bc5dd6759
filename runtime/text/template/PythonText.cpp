// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// str() and repr().
#include "runtime/text/template/PythonText.h"
#include "runtime/text/template/Unicode.h"

#include <charconv>
#include <cmath>

using namespace weft::text;

std::string weft::text::toText(double number) {
  if (std::isnan(number))
    return "nan";
  if (std::isinf(number))
    return number < 0 ? "-inf" : "inf";
  char buffer[40];
  double magnitude = std::fabs(number);
  bool isScientific = magnitude != 0 && (magnitude < 1e-4 || magnitude >= 1e16);
  auto end = std::to_chars(buffer, buffer + sizeof(buffer), number,
                           isScientific ? std::chars_format::scientific
                                        : std::chars_format::fixed)
                 .ptr;
  std::string text(buffer, end);
  if (!isScientific && text.find('.') == text.npos)
    text += ".0";
  return text;
}

static void appendQuoted(const std::string &text, std::string &result) {
  char quote =
      text.find('\'') != text.npos && text.find('"') == text.npos ? '"' : '\'';
  result += quote;
  size_t size;
  for (size_t i = 0; i < text.size(); i += size) {
    char32_t character = decodeCharacter(text, i, size);
    auto appendHex = [&](char kind, int digits) {
      result += {'\\', kind};
      for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        result += "0123456789abcdef"[character >> shift & 15];
    };
    if (character == char32_t(quote) || character == '\\')
      result += {'\\', char(character)};
    else if (character == '\n')
      result += "\\n";
    else if (character == '\r')
      result += "\\r";
    else if (character == '\t')
      result += "\\t";
    else if (isPrintable(character))
      result.append(text, i, size);
    else if (character < 0x100)
      appendHex('x', 2);
    else if (character < 0x10000)
      appendHex('u', 4);
    else
      appendHex('U', 8);
  }
  result += quote;
}

void weft::text::appendRepresentation(Evaluation &evaluation,
                                      const Value &value, std::string &text,
                                      int depth) {
  // Objects can lead back to what they are in.
  if (depth > maxValueDepth) {
    evaluation.fail("expected values of at most ", maxValueDepth,
                    " levels to print, found one that is nested deeper");
    return;
  }
  if (!evaluation.countSteps())
    return;
  size_t before = text.size();
  if (const std::string *string = value.getText()) {
    appendQuoted(*string, text);
  } else if (const bool *boolean = value.getBoolean()) {
    text += *boolean ? "True" : "False";
  } else if (value.isNone()) {
    text += "None";
  } else if (value.isUndefined()) {
    text += "Undefined";
  } else if (int64_t integer; value.getInteger(integer)) {
    text += std::to_string(integer);
  } else if (double number; value.getNumber(number)) {
    text += toText(number);
  } else if (const Map *map = value.getMap()) {
    text += '{';
    for (const Map::Entry &entry : map->getEntries()) {
      if (text.size() > before + 1)
        text += ", ";
      appendRepresentation(evaluation, entry.first, text, depth + 1);
      text += ": ";
      appendRepresentation(evaluation, entry.second, text, depth + 1);
      if (evaluation.hasFailed())
        return;
    }
    text += '}';
    return;
  } else if (const Sequence *sequence = value.getSequence()) {
    const std::vector<Value> &items = sequence->items;
    bool isTuple = sequence->flavor == Sequence::Flavor::Tuple;
    text += isTuple ? '(' : '[';
    size_t begin = text.size();
    for (const Value &item : items) {
      if (text.size() > begin)
        text += ", ";
      appendRepresentation(evaluation, item, text, depth + 1);
      if (evaluation.hasFailed())
        return;
    }
    text += isTuple && items.size() == 1 ? ",)" : isTuple ? ")" : "]";
    return;
  } else if (value.getIterator()) {
    text += "<generator object>";
  } else if (const Object *object = value.getObject()) {
    text += object->describe(evaluation, depth + 1);
  }
  evaluation.countBytes(text.size() - before);
}

std::string weft::text::toText(Evaluation &evaluation, const Value &value) {
  if (const std::string *string = value.getText())
    return *string;
  std::string text;
  if (!value.isUndefined())
    appendRepresentation(evaluation, value, text);
  return evaluation.hasFailed() ? "" : text;
}
