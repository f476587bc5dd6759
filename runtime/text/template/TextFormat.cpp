// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One value at a time is laid out; the two grammars only differ in how they
// say what is wanted.
#include "runtime/text/template/TextFormat.h"
#include "runtime/text/template/Arguments.h"
#include "runtime/text/template/Attributes.h"
#include "runtime/text/template/PythonText.h"
#include "runtime/text/template/Unicode.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>

using namespace weft::text;

constexpr int64_t maxWidth = 10000;

namespace {

struct Layout {
  std::string fill = " ";
  char align = 0; // < > ^ = or 0: by type
  char sign = '-';
  bool isAlternate = false;
  bool hasCommas = false;
  int64_t width = 0;
  int64_t precision = -1;
  char type = 0;
};

class Reader {
public:
  explicit Reader(std::string_view text) : text(text) {}
  bool atEnd() const { return position >= text.size(); }
  char peek() const { return atEnd() ? '\0' : text[position]; }
  char take() { return atEnd() ? '\0' : text[position++]; }
  bool takeIf(char wanted) {
    bool found = !atEnd() && peek() == wanted;
    position += found;
    return found;
  }
  /// A number that ends up no larger than maxWidth + 1.
  int64_t takeNumber() {
    int64_t number = 0;
    while (peek() >= '0' && peek() <= '9')
      number = std::min(number * 10 + (take() - '0'), maxWidth + 1);
    return number;
  }
  std::string_view text;
  size_t position = 0;
};

} // namespace

static std::string toDigits(uint64_t number, unsigned base) {
  char buffer[70];
  return std::string(
      buffer,
      std::to_chars(buffer, buffer + sizeof(buffer), number, int(base)).ptr);
}

static std::string formatFloat(double number, char type, int64_t precision,
                               bool isAlternate) {
  if (std::isnan(number) || std::isinf(number))
    return std::isnan(number) ? "nan" : "inf";
  const char kind[] = {'%',
                       isAlternate ? '#' : '.',
                       isAlternate ? '.' : '*',
                       isAlternate ? '*' : type,
                       isAlternate ? type : '\0',
                       '\0'};
  std::string text(size_t(precision) + 340, '\0');
  int size = std::snprintf(text.data(), text.size(), kind, int(precision),
                           std::fabs(number));
  text.resize(size_t(std::max(size, 0)));
  return text;
}

static void insertCommas(std::string &digits) {
  size_t end = digits.find_first_not_of("0123456789");
  for (size_t at = end == digits.npos ? digits.size() : end; at > 3;)
    digits.insert(at -= 3, ",");
}

/// Sign and digits of a number; false if `type` is not for numbers.
static bool layNumber(Evaluation &evaluation, const Value &value,
                      const Layout &layout, std::string &sign,
                      std::string &digits) {
  int64_t integer;
  double number;
  char type = layout.type;
  bool isInteger = value.getInteger(integer);
  if (!value.getNumber(number))
    return false;
  bool isNegative = isInteger ? integer < 0 : std::signbit(number);
  if (type && std::strchr("eEfFgG%", type)) {
    int64_t precision = layout.precision < 0 ? 6 : layout.precision;
    digits =
        formatFloat(type == '%' ? number * 100 : number,
                    type == '%' ? 'f' : type, precision, layout.isAlternate);
    if (type == '%')
      digits += '%';
  } else if (type && std::strchr("dxXob", type)) {
    if (!isInteger)
      return false;
    uint64_t magnitude =
        integer < 0 ? 0 - uint64_t(integer) : uint64_t(integer);
    digits = toDigits(magnitude, type == 'd'   ? 10
                                 : type == 'o' ? 8
                                 : type == 'b' ? 2
                                               : 16);
    if (type == 'X')
      digits = toUpper(std::string_view(digits));
    if (layout.isAlternate && type != 'd')
      sign = {'0', type};
  } else if (!type && isInteger) {
    digits =
        toDigits(integer < 0 ? 0 - uint64_t(integer) : uint64_t(integer), 10);
  } else if (!type && layout.precision >= 0) {
    digits =
        formatFloat(number, 'g', std::max<int64_t>(layout.precision, 1), false);
  } else if (!type) {
    digits = toText(std::fabs(number));
  } else {
    return false;
  }
  if (layout.hasCommas)
    insertCommas(digits);
  if (isNegative)
    sign = "-" + sign;
  else if (layout.sign != '-')
    sign = layout.sign + sign;
  return !evaluation.hasFailed();
}

/// Sign and text, filled up to the width.
static std::string fillUp(const Layout &layout, const std::string &sign,
                          const std::string &text, char defaultAlign) {
  int64_t size = int64_t(countCharacters(text) + sign.size());
  std::string left, right, inner;
  char align = layout.align ? layout.align : defaultAlign;
  for (int64_t i = 0; i < layout.width - size; ++i)
    (align == '<'   ? right
     : align == '=' ? inner
     : align == '^' ? i % 2 ? left : right
                    : left) += layout.fill;
  return left + sign + inner + text + right;
}

static bool checkSizes(Evaluation &evaluation, const Layout &layout) {
  if (layout.width <= maxWidth && layout.precision <= 300)
    return evaluation.countBytes(uint64_t(layout.width) + 400);
  evaluation.fail("format: expected widths of at most ", maxWidth,
                  " and precisions of at most 300, found more");
  return false;
}

static Value getPercentArgument(Evaluation &evaluation, const Value &value,
                                size_t index) {
  const Sequence *tuple = value.getSequence();
  if (!tuple || tuple->flavor != Sequence::Flavor::Tuple)
    return index == 0 ? value
                      : evaluation.fail("format: expected more values than 1");
  if (index < tuple->items.size())
    return tuple->items[index];
  return evaluation.fail("format: expected more values than ",
                         tuple->items.size());
}

static std::string formatOne(Evaluation &evaluation, Value value,
                             Layout layout) {
  std::string sign, text;
  if (std::strchr("diu", layout.type)) {
    layout.type = 'd';
    if (double number; value.isFloat() && value.getNumber(number)) {
      if (!(std::fabs(number) < 9e18)) {
        evaluation.fail("format: expected a number of 64 bits, found ",
                        toText(number));
        return "";
      }
      value = Value(int64_t(number));
    }
  }
  if (layout.type == 's' || layout.type == 'r' || layout.type == 'c') {
    int64_t code;
    if (layout.type == 'r')
      appendRepresentation(evaluation, value, text);
    else if (layout.type == 'c' && value.getInteger(code))
      appendCharacter(text, char32_t(code & 0x1fffff));
    else
      text = toText(evaluation, value);
    if (layout.precision >= 0)
      text.resize(findCharacter(text, size_t(layout.precision)));
    return fillUp(layout, "", text, '>');
  }
  if (!layNumber(evaluation, value, layout, sign, text))
    evaluation.fail("format: expected a number for %",
                    std::string(1, layout.type), ", found a value of type ",
                    value.getTypeName());
  return fillUp(layout, sign, text, '>');
}

Value weft::text::formatPercent(Evaluation &evaluation, std::string_view format,
                                const Value &value) {
  Reader reader(format);
  std::string result;
  size_t used = 0;
  bool usesNames = false;
  while (!reader.atEnd() && !evaluation.hasFailed()) {
    if (char character = reader.take(); character != '%') {
      result += character;
      continue;
    }
    if (reader.takeIf('%')) {
      result += '%';
      continue;
    }
    const Value *named = nullptr;
    Layout layout;
    if (reader.takeIf('(')) {
      std::string name;
      while (!reader.atEnd() && reader.peek() != ')')
        name += reader.take();
      reader.take();
      usesNames = true;
      named = value.getMap() ? value.getMap()->find(Value(name)) : nullptr;
      if (!named)
        return evaluation.fail("format: expected a value named '", name,
                               "', found none");
    }
    for (bool more = true; more;) {
      switch (reader.peek()) {
      case '-':
        layout.align = '<';
        break;
      case '0':
        layout.fill = "0";
        break;
      case '+':
      case ' ':
        layout.sign = layout.sign == '+' ? '+' : reader.peek();
        break;
      case '#':
        layout.isAlternate = true;
        break;
      default:
        more = false;
      }
      if (more)
        reader.take();
    }
    layout.width = reader.takeNumber();
    if (reader.takeIf('.'))
      layout.precision = reader.takeNumber();
    layout.type = reader.take();
    if (!layout.type || !std::strchr("srcdiuxXoeEfFgG", layout.type))
      return evaluation.fail("format: expected a conversion that is supported, "
                             "found '%",
                             std::string(1, layout.type), "'");
    if (layout.fill == "0") {
      if (std::strchr("src", layout.type) || layout.align == '<')
        layout.fill = " ";
      else
        layout.align = '=';
    }
    if (checkSizes(evaluation, layout))
      result += formatOne(evaluation,
                          named ? *named
                                : getPercentArgument(evaluation, value, used++),
                          layout);
  }
  const Sequence *tuple = value.getSequence();
  bool isTuple = tuple && tuple->flavor == Sequence::Flavor::Tuple;
  size_t given = isTuple ? tuple->items.size() : 1;
  if (!usesNames && used < given && !value.getMap() && (isTuple || !tuple))
    return evaluation.fail("format: expected ", used, " values, found ", given);
  return evaluation.makeText(std::move(result));
}

/// What stands behind the colon of {:...}.
static bool parseLayout(std::string_view spec, Layout &layout) {
  Reader reader(spec);
  size_t size = 0;
  if (!spec.empty())
    decodeCharacter(spec, 0, size);
  auto isAlign = [&](size_t at) {
    return at < spec.size() && std::strchr("<>^=", spec[at]);
  };
  if (isAlign(size)) {
    layout.fill = spec.substr(0, size);
    layout.align = spec[size];
    reader.position = size + 1;
  } else if (isAlign(0)) {
    layout.align = reader.take();
  }
  if (reader.peek() == '+' || reader.peek() == '-' || reader.peek() == ' ')
    layout.sign = reader.take();
  layout.isAlternate = reader.takeIf('#');
  if (reader.takeIf('0') && !layout.align) {
    layout.fill = "0";
    layout.align = '=';
  }
  layout.width = reader.takeNumber();
  layout.hasCommas = reader.takeIf(',');
  if (reader.takeIf('.'))
    layout.precision = reader.takeNumber();
  layout.type = reader.take();
  return reader.atEnd() &&
         (!layout.type || std::strchr("sdxXobeEfFgG%", layout.type));
}

/// name, .attribute and [key] of a replacement field.
static Value findField(Evaluation &evaluation, std::string_view field,
                       const Arguments &arguments, int64_t &automatic) {
  size_t end = std::min(field.find_first_of(".["), field.size());
  std::string_view name = field.substr(0, end);
  Value value;
  bool isNumber = name.find_first_not_of("0123456789") == name.npos;
  if (isNumber) {
    int64_t index = name.empty() ? automatic++ : Reader(name).takeNumber();
    if (size_t(index) >= arguments.positional.size())
      return evaluation.fail("format: expected more values than ",
                             arguments.positional.size());
    value = arguments.positional[size_t(index)];
  } else if (const Value *found = arguments.findKeyword(name)) {
    value = *found;
  } else {
    return evaluation.fail("format: expected a value named '", name,
                           "', found none");
  }
  Reader reader(field);
  reader.position = end;
  while (!reader.atEnd() && !evaluation.hasFailed()) {
    bool isAttribute = reader.take() == '.';
    size_t begin = reader.position;
    while (!reader.atEnd() &&
           (isAttribute ? reader.peek() != '.' && reader.peek() != '['
                        : reader.peek() != ']'))
      reader.take();
    std::string key(field.substr(begin, reader.position - begin));
    bool isIndex =
        !key.empty() && key.find_first_not_of("0123456789") == key.npos;
    if (isAttribute)
      value = getAttribute(evaluation, value, key);
    else
      value = getItem(evaluation, value,
                      isIndex ? Value(Reader(key).takeNumber()) : Value(key));
    if (!isAttribute)
      reader.takeIf(']');
    if (value.isUndefined())
      return evaluation.failUndefined(value);
  }
  return value;
}

Value weft::text::formatBraces(Evaluation &evaluation, std::string_view format,
                               const Arguments &arguments) {
  Reader reader(format);
  std::string result;
  int64_t automatic = 0;
  while (!reader.atEnd() && !evaluation.hasFailed()) {
    char character = reader.take();
    if (character != '{' && character != '}') {
      result += character;
      continue;
    }
    if (reader.takeIf(character)) {
      result += character;
      continue;
    }
    size_t begin = reader.position;
    size_t end = format.find('}', begin);
    std::string_view field = format.substr(begin, end - begin);
    if (character == '}' || end == format.npos || field.find('{') != field.npos)
      return evaluation.fail("format: expected simple fields in matching "
                             "braces, found '",
                             format.substr(begin - 1, 20), "'");
    reader.position = end + 1;
    size_t colon = std::min(field.find(':'), field.size());
    std::string_view name = field.substr(0, colon);
    std::string_view spec = field.substr(std::min(colon + 1, field.size()));
    char conversion = 0;
    if (name.size() >= 2 && name[name.size() - 2] == '!') {
      conversion = name.back();
      name.remove_suffix(2);
    }
    Value value = findField(evaluation, name, arguments, automatic);
    Layout layout;
    if (!parseLayout(spec, layout))
      return evaluation.fail("format: expected a format that is supported, "
                             "found '",
                             spec, "'");
    if (!checkSizes(evaluation, layout))
      return Value();
    std::string sign, text;
    bool isNumber = !conversion && !(value.getBoolean() && !layout.type) &&
                    layNumber(evaluation, value, layout, sign, text);
    if (isNumber) {
      result += fillUp(layout, sign, text, '>');
      continue;
    }
    if (layout.type && layout.type != 's')
      return evaluation.fail("format: expected a number for '", spec,
                             "', found a value of type ", value.getTypeName());
    if (conversion == 'r')
      appendRepresentation(evaluation, value, text);
    else
      text = toText(evaluation, value);
    if (layout.precision >= 0)
      text.resize(findCharacter(text, size_t(layout.precision)));
    result += fillUp(layout, "", text, '<');
  }
  return evaluation.makeText(std::move(result));
}
