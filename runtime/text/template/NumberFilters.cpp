// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// abs, int, float and round.
#include "runtime/text/template/Arguments.h"
#include "runtime/text/template/Filters.h"
#include "runtime/text/template/Operators.h"
#include "runtime/text/template/PythonText.h"
#include "runtime/text/template/TextOperations.h"

#include <charconv>
#include <cmath>
#include <cstdio>

using namespace weft::text;

namespace {

Value computeAbsolute(Evaluation &evaluation, const Value &input,
                      const Arguments &arguments) {
  Parameters parameters(evaluation, "abs", arguments, {});
  double number;
  if (!input.getNumber(number))
    return input.isUndefined()
               ? evaluation.failUndefined(input)
               : evaluation.fail("abs: expected a number, found a value of "
                                 "type ",
                                 input.getTypeName());
  int64_t integer;
  if (input.getInteger(integer) && integer >= 0)
    return Value(integer);
  return number < 0 ? negate(evaluation, input) : Value(std::fabs(number));
}

/// Text as float() reads it; false if it is no number.
bool readFloat(std::string_view text, double &number) {
  text = strip(text, Side::Both, nullptr);
  bool isNegative = text.starts_with('-');
  if (isNegative || text.starts_with('+'))
    text.remove_prefix(1);
  if (text.empty() || text[0] == '-' || text[0] == '+')
    return false;
  auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc::invalid_argument || end != text.data() + text.size())
    return false;
  if (error == std::errc::result_out_of_range)
    return false;
  number = isNegative ? -number : number;
  return true;
}

bool readInteger(std::string_view text, int base, int64_t &number) {
  text = strip(text, Side::Both, nullptr);
  bool isNegative = text.starts_with('-');
  if (isNegative || text.starts_with('+'))
    text.remove_prefix(1);
  char letter = text.size() > 2 && text[0] == '0' ? char(text[1] | 32) : 0;
  if ((base == 16 && letter == 'x') || (base == 8 && letter == 'o') ||
      (base == 2 && letter == 'b'))
    text.remove_prefix(2);
  if (text.empty() || text[0] == '-')
    return false;
  auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, base);
  number = isNegative ? -number : number;
  return error == std::errc() && end == text.data() + text.size();
}

Value toInteger(Evaluation &evaluation, const Value &input,
                const Arguments &arguments) {
  Parameters parameters(evaluation, "int", arguments, {"default", "base"});
  Value absent = parameters.has(0) ? parameters[0] : Value(int64_t(0));
  int64_t base = parameters.getInteger(1, 10), integer;
  if (base < 2 || base > 36)
    return evaluation.fail("int: expected a base from 2 to 36, found ", base);
  if (input.isUndefined())
    return evaluation.failUndefined(input);
  double number;
  if (const std::string *text = input.getText()) {
    if (readInteger(*text, int(base), integer))
      return Value(integer);
    if (!readFloat(*text, number))
      return absent;
  } else if (input.getInteger(integer)) {
    return Value(integer);
  } else if (!input.getNumber(number)) {
    return absent;
  }
  if (!(std::fabs(number) < 9223372036854775808.0))
    return std::isfinite(number)
               ? evaluation.fail("int: expected a number of 64 bits, found ",
                                 toText(number))
               : absent;
  return Value(int64_t(number));
}

Value toFloat(Evaluation &evaluation, const Value &input,
              const Arguments &arguments) {
  Parameters parameters(evaluation, "float", arguments, {"default"});
  if (input.isUndefined())
    return evaluation.failUndefined(input);
  double number;
  const std::string *text = input.getText();
  if (text ? readFloat(*text, number) : input.getNumber(number))
    return Value(number);
  return parameters.has(0) ? parameters[0] : Value(0.0);
}

Value roundNumber(Evaluation &evaluation, const Value &input,
                  const Arguments &arguments) {
  Parameters parameters(evaluation, "round", arguments,
                        {"precision", "method"});
  int64_t precision = parameters.getInteger(0, 0);
  std::string method = parameters.getText(1, "common");
  if (method != "common" && method != "ceil" && method != "floor")
    return evaluation.fail("round: expected the method common, ceil or floor, "
                           "found '",
                           method, "'");
  double number;
  if (!input.getNumber(number))
    return input.isUndefined()
               ? evaluation.failUndefined(input)
               : evaluation.fail("round: expected a number, found a value of "
                                 "type ",
                                 input.getTypeName());
  if (precision < -300 || precision > 300)
    return evaluation.fail("round: expected a precision from -300 to 300, "
                           "found ",
                           precision);
  double scale = std::pow(10.0, double(precision));
  if (method == "ceil")
    return Value(std::ceil(number * scale) / scale);
  if (method == "floor")
    return Value(std::floor(number * scale) / scale);
  int64_t integer;
  bool isInteger = input.getInteger(integer);
  if (isInteger && precision >= 0)
    return Value(integer);
  if (precision < 0) {
    double rounded = std::nearbyint(number * scale) / scale;
    if (!isInteger)
      return Value(rounded);
    return std::fabs(rounded) < 9.2e18
               ? Value(int64_t(rounded))
               : evaluation.fail("round: expected integers of 64 bits, found "
                                 "an overflow");
  }
  // printf rounds the exact value of the double, as Python does.
  char buffer[700];
  std::snprintf(buffer, sizeof(buffer), "%.*f", int(precision), number);
  double rounded = number;
  std::from_chars(buffer, buffer + sizeof(buffer), rounded);
  return Value(rounded);
}

constexpr FilterEntry filters[] = {
    {"abs", computeAbsolute},
    {"float", toFloat},
    {"int", toInteger},
    {"round", roundNumber},
};

} // namespace

std::span<const FilterEntry> weft::text::getNumberFilters() { return filters; }
