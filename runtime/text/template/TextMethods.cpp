// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Methods of str. Offsets count characters, as in Python.
#include "runtime/text/template/Arguments.h"
#include "runtime/text/template/Methods.h"
#include "runtime/text/template/PythonText.h"
#include "runtime/text/template/TextFormat.h"
#include "runtime/text/template/TextOperations.h"
#include "runtime/text/template/Unicode.h"

#include <algorithm>

using namespace weft::text;

namespace {

template <Side side>
Value stripMethod(Evaluation &evaluation, const Value &self,
                  const Arguments &arguments) {
  Parameters parameters(evaluation, "strip", arguments, {"chars"});
  std::string characters = parameters.getText(0, "");
  bool isGiven = parameters.has(0) && !parameters[0].isNone();
  return evaluation.makeText(
      strip(*self.getText(), side, isGiven ? &characters : nullptr));
}

template <std::string (*convert)(std::string_view)>
Value convertMethod(Evaluation &evaluation, const Value &self,
                    const Arguments &arguments) {
  Parameters parameters(evaluation, "method", arguments, {});
  return evaluation.makeText(convert(*self.getText()));
}

/// Each run of letters with its first one in upper case.
std::string toTitle(std::string_view text) {
  std::string result;
  bool isInside = false;
  for (std::string_view part : splitCharacters(text)) {
    size_t size;
    char32_t character = decodeCharacter(part, 0, size);
    result += isInside ? toLower(part) : toUpper(part);
    isInside = isLetter(character);
  }
  return result;
}

std::string swapCase(std::string_view text) {
  std::string result;
  for (std::string_view part : splitCharacters(text)) {
    std::string upper = toUpper(part);
    result += upper == part ? toLower(part) : upper;
  }
  return result;
}

void splitAtSpaces(std::string_view text, int64_t most, bool fromRight,
                   std::vector<std::string_view> &parts) {
  text = fromRight ? trimRight(text) : trimLeft(text);
  while (!text.empty() && most-- != 0) {
    size_t begin = 0, end = text.size(), size;
    if (!fromRight) {
      for (end = 0; end < text.size(); end += size)
        if (isSpace(decodeCharacter(text, end, size)))
          break;
    } else {
      for (size_t i = 0; i < text.size(); i += size)
        if (isSpace(decodeCharacter(text, i, size)))
          begin = i + size;
    }
    parts.push_back(text.substr(begin, end - begin));
    text = fromRight ? trimRight(text.substr(0, begin))
                     : trimLeft(text.substr(end));
  }
  if (!text.empty())
    parts.push_back(text);
}

template <bool fromRight>
Value split(Evaluation &evaluation, const Value &self,
            const Arguments &arguments) {
  Parameters parameters(evaluation, "split", arguments, {"sep", "maxsplit"});
  std::string separator = parameters.getText(0, "");
  int64_t most = parameters.getInteger(1, -1);
  std::string_view text = *self.getText();
  std::vector<std::string_view> parts;
  bool atSpaces = !parameters.has(0) || parameters[0].isNone();
  if (!atSpaces && separator.empty())
    return evaluation.fail("split: expected a separator, found an empty one");
  // Each cut from the right goes through all that is left.
  uint64_t scans = atSpaces && fromRight && most > 0 ? uint64_t(most) : 1;
  if (atSpaces && fromRight && most < 0)
    return split<false>(evaluation, self, arguments);
  if (!evaluation.countBytes(std::min<uint64_t>(scans, text.size() + 1) *
                             text.size()))
    return Value();
  if (atSpaces) {
    splitAtSpaces(text, most, fromRight, parts);
  } else {
    while (most-- != 0) {
      size_t found = fromRight ? text.rfind(separator) : text.find(separator);
      if (found == text.npos)
        break;
      size_t behind = found + separator.size();
      parts.push_back(fromRight ? text.substr(behind) : text.substr(0, found));
      text = fromRight ? text.substr(0, found) : text.substr(behind);
    }
    parts.push_back(text);
  }
  if (fromRight)
    std::ranges::reverse(parts);
  std::vector<Value> items;
  for (std::string_view part : parts) {
    items.push_back(evaluation.makeText(part));
    if (evaluation.hasFailed())
      return Value();
  }
  return evaluation.makeList(std::move(items));
}

Value splitLinesMethod(Evaluation &evaluation, const Value &self,
                       const Arguments &arguments) {
  Parameters parameters(evaluation, "splitlines", arguments, {"keepends"});
  std::vector<Value> items;
  for (std::string_view line :
       splitLines(*self.getText(), parameters.isTrue(0, false)))
    items.push_back(evaluation.makeText(line));
  return evaluation.makeList(std::move(items));
}

/// Sets `text` to what is between the characters that parameters `first` and
/// `first` + 1 name, and `offset` to the index of its first character.
std::string_view getRange(const Parameters &parameters, size_t first,
                          std::string_view text, int64_t &offset) {
  int64_t size = int64_t(countCharacters(text));
  int64_t begin = parameters.getInteger(first, 0);
  int64_t end = parameters.getInteger(first + 1, size);
  begin = std::clamp<int64_t>(begin < 0 ? begin + size : begin, 0, size);
  end = std::clamp<int64_t>(end < 0 ? end + size : end, begin, size);
  offset = begin;
  size_t from = findCharacter(text, size_t(begin));
  return text.substr(from, findCharacter(text, size_t(end)) - from);
}

template <bool atEnd>
Value hasAffix(Evaluation &evaluation, const Value &self,
               const Arguments &arguments) {
  const char *name = atEnd ? "endswith" : "startswith";
  Parameters parameters(evaluation, name, arguments, {"affix", "start", "end"},
                        1);
  std::string_view text = *self.getText();
  if (int64_t offset; parameters.has(1) || parameters.has(2))
    text = getRange(parameters, 1, text, offset);
  auto matches = [&](const Value &affix) {
    const std::string *wanted = affix.getText();
    if (!wanted) {
      evaluation.fail(name, ": expected strings, found a value of type ",
                      affix.getTypeName());
      return false;
    }
    return atEnd ? text.ends_with(*wanted) : text.starts_with(*wanted);
  };
  const Sequence *several = parameters[0].getSequence();
  if (!several || several->flavor != Sequence::Flavor::Tuple)
    return Value(matches(parameters[0]));
  return Value(std::ranges::any_of(several->items, matches));
}

/// find, rfind, index and rindex.
template <bool fromRight, bool mustExist>
Value find(Evaluation &evaluation, const Value &self,
           const Arguments &arguments) {
  Parameters parameters(evaluation, "find", arguments, {"sub", "start", "end"},
                        1);
  std::string wanted = parameters.getText(0, "");
  int64_t offset;
  std::string_view text = getRange(parameters, 1, *self.getText(), offset);
  if (!evaluation.countBytes(text.size()))
    return Value();
  size_t found = fromRight ? text.rfind(wanted) : text.find(wanted);
  if (found != text.npos)
    return Value(offset + int64_t(countCharacters(text.substr(0, found))));
  if (mustExist)
    return evaluation.fail("index: expected '", wanted,
                           "' in the text, found it nowhere");
  return Value(int64_t(-1));
}

Value count(Evaluation &evaluation, const Value &self,
            const Arguments &arguments) {
  Parameters parameters(evaluation, "count", arguments, {"sub", "start", "end"},
                        1);
  std::string wanted = parameters.getText(0, "");
  int64_t offset, found = 0;
  std::string_view text = getRange(parameters, 1, *self.getText(), offset);
  if (wanted.empty())
    return Value(int64_t(countCharacters(text) + 1));
  for (size_t at = text.find(wanted); at != text.npos;
       at = text.find(wanted, at + wanted.size()))
    ++found;
  return Value(found);
}

Value replace(Evaluation &evaluation, const Value &self,
              const Arguments &arguments) {
  Parameters parameters(evaluation, "replace", arguments,
                        {"old", "new", "count"}, 2);
  return replaceText(evaluation, *self.getText(), parameters.getText(0, ""),
                     parameters.getText(1, ""), parameters.getInteger(2, -1));
}

Value join(Evaluation &evaluation, const Value &self,
           const Arguments &arguments) {
  Parameters parameters(evaluation, "join", arguments, {"iterable"}, 1);
  std::vector<Value> items;
  if (!evaluation.getItems(parameters[0], items))
    return Value();
  std::string result;
  for (size_t i = 0; i < items.size(); ++i) {
    const std::string *text = items[i].getText();
    if (!text)
      return evaluation.fail("join: expected strings, found a value of type ",
                             items[i].getTypeName());
    if (!evaluation.countBytes(text->size() + self.getText()->size()))
      return Value();
    result += (i > 0 ? *self.getText() : "") + *text;
  }
  return evaluation.makeText(std::move(result));
}

Value format(Evaluation &evaluation, const Value &self,
             const Arguments &arguments) {
  return formatBraces(evaluation, *self.getText(), arguments);
}

template <bool fromRight>
Value partition(Evaluation &evaluation, const Value &self,
                const Arguments &arguments) {
  Parameters parameters(evaluation, "partition", arguments, {"sep"}, 1);
  std::string separator = parameters.getText(0, "");
  std::string_view text = *self.getText();
  if (separator.empty())
    return evaluation.fail("partition: expected a separator, found an empty "
                           "one");
  size_t at = fromRight ? text.rfind(separator) : text.find(separator);
  std::vector<Value> parts;
  if (at != text.npos)
    parts = {evaluation.makeText(text.substr(0, at)),
             evaluation.makeText(separator),
             evaluation.makeText(text.substr(at + separator.size()))};
  else if (fromRight)
    parts = {evaluation.makeText(""), evaluation.makeText(""), self};
  else
    parts = {self, evaluation.makeText(""), evaluation.makeText("")};
  return evaluation.makeTuple(std::move(parts));
}

template <bool atEnd>
Value removeAffix(Evaluation &evaluation, const Value &self,
                  const Arguments &arguments) {
  Parameters parameters(evaluation, "removeprefix", arguments, {"affix"}, 1);
  std::string affix = parameters.getText(0, "");
  std::string_view text = *self.getText();
  if (atEnd ? text.ends_with(affix) : text.starts_with(affix))
    text = text.substr(atEnd ? 0 : affix.size(), text.size() - affix.size());
  return evaluation.makeText(text);
}

template <char align>
Value justify(Evaluation &evaluation, const Value &self,
              const Arguments &arguments) {
  Parameters parameters(evaluation, "center", arguments, {"width", "fillchar"},
                        1);
  return centerText(evaluation, *self.getText(), parameters.getInteger(0, 0),
                    parameters.getText(1, " "), align);
}

Value zfill(Evaluation &evaluation, const Value &self,
            const Arguments &arguments) {
  Parameters parameters(evaluation, "zfill", arguments, {"width"}, 1);
  std::string text = *self.getText();
  bool hasSign = text.starts_with('+') || text.starts_with('-');
  int64_t missing =
      parameters.getInteger(0, 0) - int64_t(countCharacters(text));
  if (missing <= 0 || !evaluation.countBytes(uint64_t(missing)))
    return self;
  text.insert(hasSign, std::string(size_t(missing), '0'));
  return evaluation.makeText(std::move(text));
}

bool isDigit(char32_t character) {
  return character >= '0' && character <= '9';
}
bool isAlphanumeric(char32_t character) {
  return isDigit(character) || isLetter(character);
}

template <bool (*holds)(char32_t)>
Value all(Evaluation &, const Value &self, const Arguments &) {
  const std::string &text = *self.getText();
  size_t size;
  for (size_t i = 0; i < text.size(); i += size)
    if (!holds(decodeCharacter(text, i, size)))
      return Value(false);
  return Value(!text.empty());
}

/// isupper and islower: some letters have a case, and none the other one.
template <bool wantsUpper>
Value hasCase(Evaluation &, const Value &self, const Arguments &) {
  std::string_view text = *self.getText();
  return Value((wantsUpper ? toUpper(text) : toLower(text)) == text &&
               (wantsUpper ? toLower(text) : toUpper(text)) != text);
}

constexpr MethodEntry methods[] = {
    {"capitalize", convertMethod<capitalize>},
    {"casefold", convertMethod<toLower>},
    {"center", justify<'^'>},
    {"count", count},
    {"endswith", hasAffix<true>},
    {"find", find<false, false>},
    {"format", format},
    {"index", find<false, true>},
    {"isalnum", all<isAlphanumeric>},
    {"isalpha", all<isLetter>},
    {"isdecimal", all<isDigit>},
    {"isdigit", all<isDigit>},
    {"islower", hasCase<false>},
    {"isnumeric", all<isDigit>},
    {"isspace", all<isSpace>},
    {"isupper", hasCase<true>},
    {"join", join},
    {"ljust", justify<'<'>},
    {"lower", convertMethod<toLower>},
    {"lstrip", stripMethod<Side::Left>},
    {"partition", partition<false>},
    {"removeprefix", removeAffix<false>},
    {"removesuffix", removeAffix<true>},
    {"replace", replace},
    {"rfind", find<true, false>},
    {"rindex", find<true, true>},
    {"rjust", justify<'>'>},
    {"rpartition", partition<true>},
    {"rsplit", split<true>},
    {"rstrip", stripMethod<Side::Right>},
    {"split", split<false>},
    {"splitlines", splitLinesMethod},
    {"startswith", hasAffix<false>},
    {"strip", stripMethod<Side::Both>},
    {"swapcase", convertMethod<swapCase>},
    {"title", convertMethod<toTitle>},
    {"upper", convertMethod<toUpper>},
    {"zfill", zfill},
};

} // namespace

std::span<const MethodEntry> weft::text::getTextMethods() { return methods; }
