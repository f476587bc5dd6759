// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// json.dumps, and values from the caller's JSON.
#include "runtime/text/template/JsonText.h"
#include "runtime/text/template/Operators.h"
#include "runtime/text/template/PythonText.h"
#include "runtime/text/template/Unicode.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

using namespace weft::text;

namespace {

class JsonWriter {
public:
  JsonWriter(Evaluation &evaluation, const JsonStyle &style)
      : evaluation(evaluation), style(style) {}

  void write(const Value &value, int depth);
  std::string text;

private:
  void writeString(const std::string &string);
  void writeUnit(char32_t unit);
  void writeKey(const Value &key);
  void startLine(int depth);
  void writeItems(const std::vector<Value> &items, int depth);
  void writeEntries(const Map &map, int depth);

  Evaluation &evaluation;
  const JsonStyle &style;
};

} // namespace

void JsonWriter::writeUnit(char32_t unit) {
  text += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4)
    text += "0123456789abcdef"[unit >> shift & 15];
}

void JsonWriter::writeString(const std::string &string) {
  text += '"';
  size_t size;
  for (size_t i = 0; i < string.size(); i += size) {
    char32_t character = decodeCharacter(string, i, size);
    constexpr std::string_view escaped = "\"\\\n\r\t\b\f";
    constexpr std::string_view letters = "\"\\nrtbf";
    size_t escape =
        character < 0x80 ? escaped.find(char(character)) : escaped.npos;
    if (escape != escaped.npos)
      text += {'\\', letters[escape]};
    else if (character < 0x20 || (style.escapesNonAscii && character >= 0x7f &&
                                  character < 0x10000))
      writeUnit(character);
    else if (style.escapesNonAscii && character >= 0x10000) {
      writeUnit(0xd800 + ((character - 0x10000) >> 10));
      writeUnit(0xdc00 + ((character - 0x10000) & 0x3ff));
    } else {
      text.append(string, i, size);
    }
  }
  text += '"';
}

void JsonWriter::startLine(int depth) {
  if (!style.isIndented)
    return;
  text += '\n';
  for (int i = 0; i < depth; ++i)
    text += style.indent;
}

void JsonWriter::writeItems(const std::vector<Value> &items, int depth) {
  text += '[';
  for (size_t i = 0; i < items.size() && !evaluation.hasFailed(); ++i) {
    if (i > 0)
      text += style.itemSeparator;
    startLine(depth + 1);
    write(items[i], depth + 1);
  }
  if (!items.empty())
    startLine(depth);
  text += ']';
}

void JsonWriter::writeKey(const Value &key) {
  if (const std::string *string = key.getText())
    return writeString(*string);
  text += '"';
  write(key, 0);
  text += '"';
}

void JsonWriter::writeEntries(const Map &map, int depth) {
  std::vector<const Map::Entry *> entries;
  for (const Map::Entry &entry : map.getEntries())
    entries.push_back(&entry);
  if (style.sortsKeys)
    sortValues(evaluation, entries, false,
               [](const Map::Entry *entry) { return entry->first; });
  text += '{';
  for (size_t i = 0; i < entries.size() && !evaluation.hasFailed(); ++i) {
    if (i > 0)
      text += style.itemSeparator;
    startLine(depth + 1);
    writeKey(entries[i]->first);
    text += style.keySeparator;
    write(entries[i]->second, depth + 1);
  }
  if (!entries.empty())
    startLine(depth);
  text += '}';
}

void JsonWriter::write(const Value &value, int depth) {
  if (!evaluation.countSteps())
    return;
  size_t before = text.size();
  const Sequence *sequence = value.getSequence();
  int64_t integer;
  double number;
  if (const std::string *string = value.getText()) {
    writeString(*string);
  } else if (const bool *boolean = value.getBoolean()) {
    text += *boolean ? "true" : "false";
  } else if (value.isNone()) {
    text += "null";
  } else if (value.getInteger(integer)) {
    text += std::to_string(integer);
  } else if (value.getNumber(number)) {
    text += std::isnan(number)   ? "NaN"
            : std::isinf(number) ? number < 0 ? "-Infinity" : "Infinity"
                                 : toText(number);
  } else if (const Map *map = value.getMap()) {
    return writeEntries(*map, depth);
  } else if (sequence && (sequence->flavor == Sequence::Flavor::List ||
                          sequence->flavor == Sequence::Flavor::Tuple)) {
    return writeItems(sequence->items, depth);
  } else {
    evaluation.fail("tojson: expected a value that JSON has, found one of "
                    "type ",
                    value.getTypeName());
  }
  evaluation.countBytes(text.size() - before + size_t(depth));
}

std::string weft::text::toJson(Evaluation &evaluation, const Value &value,
                               const JsonStyle &style) {
  JsonWriter writer(evaluation, style);
  writer.write(value, 0);
  return std::move(writer.text);
}

Value weft::text::toValue(Evaluation &evaluation,
                          const nlohmann::ordered_json &json, int depth) {
  using Type = nlohmann::ordered_json::value_t;
  if (depth > maxValueDepth)
    return evaluation.fail("variables: expected at most ", maxValueDepth,
                           " levels of nesting, found more");
  switch (json.type()) {
  case Type::null:
    return Value(None());
  case Type::boolean:
    return Value(json.get<bool>());
  case Type::number_integer:
    return Value(json.get<int64_t>());
  case Type::number_unsigned: {
    uint64_t number = json.get<uint64_t>();
    if (number > uint64_t(INT64_MAX))
      return evaluation.fail("variables: expected integers of 64 bits with a "
                             "sign, found ",
                             number);
    return Value(int64_t(number));
  }
  case Type::number_float:
    return Value(json.get<double>());
  case Type::string:
    return evaluation.makeText(json.get_ref<const std::string &>());
  case Type::array: {
    std::vector<Value> items;
    for (const nlohmann::ordered_json &item : json) {
      items.push_back(toValue(evaluation, item, depth + 1));
      if (evaluation.hasFailed())
        return Value();
    }
    return evaluation.makeList(std::move(items));
  }
  case Type::object: {
    Map map;
    for (auto item = json.begin(); item != json.end(); ++item) {
      map.set(evaluation.makeText(item.key()),
              toValue(evaluation, item.value(), depth + 1));
      if (evaluation.hasFailed())
        return Value();
    }
    return evaluation.makeMap(std::move(map));
  }
  case Type::binary:
  case Type::discarded:
    break;
  }
  return evaluation.fail("variables: expected JSON, found binary data");
}
