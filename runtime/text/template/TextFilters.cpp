// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Filters that make text from text. Other values are printed first.
#include "runtime/text/template/Arguments.h"
#include "runtime/text/template/Filters.h"
#include "runtime/text/template/PythonText.h"
#include "runtime/text/template/TextFormat.h"
#include "runtime/text/template/TextOperations.h"
#include "runtime/text/template/Unicode.h"

#include <algorithm>

using namespace weft::text;

namespace {

template <std::string (*convert)(std::string_view)>
Value convertFilter(Evaluation &evaluation, const Value &input,
                    const Arguments &arguments) {
  Parameters parameters(evaluation, "filter", arguments, {});
  return evaluation.makeText(convert(toText(evaluation, input)));
}

Value trim(Evaluation &evaluation, const Value &input,
           const Arguments &arguments) {
  Parameters parameters(evaluation, "trim", arguments, {"chars"});
  std::string characters = parameters.getText(0, "");
  bool isGiven = parameters.has(0) && !parameters[0].isNone();
  std::string text = toText(evaluation, input);
  return evaluation.makeText(
      strip(text, Side::Both, isGiven ? &characters : nullptr));
}

/// Each word with its first letter in upper case and the rest in lower case;
/// words end at spaces, hyphens and opening brackets.
std::string toTitle(std::string_view text) {
  std::string result;
  bool isInside = false;
  for (std::string_view part : splitCharacters(text)) {
    size_t size;
    char32_t character = decodeCharacter(part, 0, size);
    bool isBorder = isSpace(character) || part == "-" || part == "(" ||
                    part == "{" || part == "[" || part == "<";
    result += isInside ? toLower(part) : toUpper(part);
    isInside = !isBorder;
  }
  return result;
}

std::string escapeMarkup(std::string_view text) {
  std::string result;
  for (char character : text)
    switch (character) {
    case '&':
      result += "&amp;";
      break;
    case '<':
      result += "&lt;";
      break;
    case '>':
      result += "&gt;";
      break;
    case '\'':
      result += "&#39;";
      break;
    case '"':
      result += "&#34;";
      break;
    default:
      result += character;
    }
  return result;
}

Value replace(Evaluation &evaluation, const Value &input,
              const Arguments &arguments) {
  Parameters parameters(evaluation, "replace", arguments,
                        {"old", "new", "count"}, 2);
  return replaceText(
      evaluation, toText(evaluation, input), toText(evaluation, parameters[0]),
      toText(evaluation, parameters[1]), parameters.getInteger(2, -1));
}

Value indent(Evaluation &evaluation, const Value &input,
             const Arguments &arguments) {
  Parameters parameters(evaluation, "indent", arguments,
                        {"width", "first", "blank"});
  std::string indentation;
  if (parameters.has(0) && parameters[0].getText()) {
    indentation = *parameters[0].getText();
  } else {
    int64_t width = std::max<int64_t>(0, parameters.getInteger(0, 4));
    if (!evaluation.countBytes(uint64_t(width)))
      return Value();
    indentation.assign(size_t(width), ' ');
  }
  bool indentsBlank = parameters.isTrue(2, false);
  // With a line end behind it, so that an empty last line counts.
  std::string text = toText(evaluation, input) + "\n";
  std::string result;
  bool isFirst = true;
  for (std::string_view line : splitLines(text, false)) {
    if (!evaluation.countBytes(indentation.size() + line.size()))
      return Value();
    if (!isFirst)
      result += '\n';
    if (isFirst ? parameters.isTrue(1, false) : indentsBlank || !line.empty())
      result += indentation;
    result += line;
    isFirst = false;
  }
  return evaluation.makeText(std::move(result));
}

Value center(Evaluation &evaluation, const Value &input,
             const Arguments &arguments) {
  Parameters parameters(evaluation, "center", arguments, {"width"});
  return centerText(evaluation, toText(evaluation, input),
                    parameters.getInteger(0, 80), " ", '^');
}

Value format(Evaluation &evaluation, const Value &input,
             const Arguments &arguments) {
  std::string text = toText(evaluation, input);
  if (arguments.keywords.empty())
    return formatPercent(evaluation, text,
                         evaluation.makeTuple(arguments.positional));
  if (!arguments.positional.empty())
    return evaluation.fail("format: expected arguments either all with or all "
                           "without a name");
  Map map;
  for (const auto &[name, value] : arguments.keywords)
    map.set(Value(name), value);
  return formatPercent(evaluation, text, evaluation.makeMap(std::move(map)));
}

Value countWords(Evaluation &evaluation, const Value &input,
                 const Arguments &arguments) {
  Parameters parameters(evaluation, "wordcount", arguments, {});
  std::string text = toText(evaluation, input);
  int64_t words = 0;
  bool isInside = false;
  size_t size;
  for (size_t i = 0; i < text.size(); i += size) {
    bool isPart = isWordCharacter(decodeCharacter(text, i, size));
    words += isPart && !isInside;
    isInside = isPart;
  }
  return Value(words);
}

Value truncate(Evaluation &evaluation, const Value &input,
               const Arguments &arguments) {
  Parameters parameters(evaluation, "truncate", arguments,
                        {"length", "killwords", "end", "leeway"});
  std::string text = toText(evaluation, input);
  int64_t length = parameters.getInteger(0, 255);
  std::string end = parameters.getText(2, "...");
  int64_t endLength = int64_t(countCharacters(end));
  int64_t leeway = parameters.getInteger(3, 5);
  if (length < endLength || leeway < 0)
    return evaluation.fail("truncate: expected a length of at least ",
                           endLength, " and a leeway of at least 0, found ",
                           length, " and ", leeway);
  // Without an overflow of length + leeway.
  if (int64_t(countCharacters(text)) - leeway <= length)
    return evaluation.makeText(std::move(text));
  text.resize(findCharacter(text, size_t(length - endLength)));
  if (!parameters.isTrue(1, false))
    text.resize(std::min(text.rfind(' '), text.size()));
  return evaluation.makeText(text + end);
}

Value keepSafe(Evaluation &evaluation, const Value &input,
               const Arguments &arguments) {
  Parameters parameters(evaluation, "safe", arguments, {});
  return evaluation.makeText(toText(evaluation, input));
}

constexpr FilterEntry filters[] = {
    {"capitalize", convertFilter<capitalize>},
    {"center", center},
    {"e", convertFilter<escapeMarkup>},
    {"escape", convertFilter<escapeMarkup>},
    {"forceescape", convertFilter<escapeMarkup>},
    {"format", format},
    {"indent", indent},
    {"lower", convertFilter<toLower>},
    {"replace", replace},
    {"safe", keepSafe},
    {"string", keepSafe},
    {"title", convertFilter<toTitle>},
    {"trim", trim},
    {"truncate", truncate},
    {"upper", convertFilter<toUpper>},
    {"wordcount", countWords},
};

} // namespace

std::span<const FilterEntry> weft::text::getTextFilters() { return filters; }
