// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Arithmetic, and what + * and % mean for text and lists.
#include "runtime/text/template/Operators.h"
#include "runtime/text/template/TextFormat.h"

#include <cmath>

using namespace weft::text;

static Value overflow(Evaluation &evaluation) {
  return evaluation.fail("expected integers of 64 bits, found an overflow");
}

static Value divideByZero(Evaluation &evaluation) {
  return evaluation.fail("expected a divisor other than 0");
}

static Value computePower(Evaluation &evaluation, int64_t base,
                          int64_t exponent) {
  if (exponent < 0)
    return base == 0 ? divideByZero(evaluation)
                     : Value(std::pow(double(base), double(exponent)));
  int64_t result = 1;
  for (; exponent > 0; exponent >>= 1) {
    if ((exponent & 1) && __builtin_mul_overflow(result, base, &result))
      return overflow(evaluation);
    if (exponent > 1 && __builtin_mul_overflow(base, base, &base))
      return overflow(evaluation);
  }
  return Value(result);
}

static Value computeIntegers(Evaluation &evaluation, Operator operation,
                             int64_t left, int64_t right) {
  int64_t result = 0;
  switch (operation) {
  case Operator::Add:
    return __builtin_add_overflow(left, right, &result) ? overflow(evaluation)
                                                        : Value(result);
  case Operator::Subtract:
    return __builtin_sub_overflow(left, right, &result) ? overflow(evaluation)
                                                        : Value(result);
  case Operator::Multiply:
    return __builtin_mul_overflow(left, right, &result) ? overflow(evaluation)
                                                        : Value(result);
  case Operator::Power:
    return computePower(evaluation, left, right);
  default:
    break;
  }
  if (right == 0)
    return divideByZero(evaluation);
  if (operation == Operator::Divide)
    return Value(double(left) / double(right));
  if (right == -1) // the one quotient that overflows, and processors trap on
    return operation == Operator::Modulo ? Value(int64_t(0))
           : left == INT64_MIN           ? overflow(evaluation)
                                         : Value(-left);
  int64_t quotient = left / right, remainder = left % right;
  // Rounded down, so that the remainder has the sign of the divisor.
  bool isBelow = remainder != 0 && (remainder < 0) != (right < 0);
  return operation == Operator::Modulo
             ? Value(remainder + (isBelow ? right : 0))
             : Value(quotient - isBelow);
}

static Value computeFloats(Evaluation &evaluation, Operator operation,
                           double left, double right) {
  switch (operation) {
  case Operator::Add:
    return Value(left + right);
  case Operator::Subtract:
    return Value(left - right);
  case Operator::Multiply:
    return Value(left * right);
  case Operator::Power:
    if (left == 0 && right < 0)
      return divideByZero(evaluation);
    if (left < 0 && right != std::floor(right))
      return evaluation.fail("expected a base of at least 0 for a fractional "
                             "exponent");
    return Value(std::pow(left, right));
  default:
    break;
  }
  if (right == 0)
    return divideByZero(evaluation);
  if (operation == Operator::Divide)
    return Value(left / right);
  double remainder = std::fmod(left, right);
  if (remainder != 0 && (remainder < 0) != (right < 0))
    remainder += right;
  else if (remainder == 0)
    remainder = std::copysign(0.0, right);
  if (operation == Operator::Modulo)
    return Value(remainder);
  double quotient = (left - remainder) / right;
  return Value(std::round(quotient));
}

/// text * count or list * count, in any order; false if it is neither.
static bool repeat(Evaluation &evaluation, const Value &value,
                   const Value &times, Value &result) {
  int64_t count;
  const std::string *text = value.getText();
  const Sequence *sequence = value.getSequence();
  if (!times.getInteger(count) || (!text && !sequence))
    return false;
  uint64_t size = text ? text->size() : sequence->items.size() * sizeof(Value);
  uint64_t repeats = count < 0 || size == 0 ? 0 : uint64_t(count);
  uint64_t total;
  if (__builtin_mul_overflow(size, repeats, &total) ||
      total > evaluation.getLimits().workBytes)
    total = UINT64_MAX;
  if (!evaluation.countBytes(total))
    return true;
  if (text) {
    std::string repeated;
    for (; repeats > 0; --repeats)
      repeated += *text;
    result = evaluation.makeText(std::move(repeated));
    return true;
  }
  std::vector<Value> items;
  for (; repeats > 0; --repeats)
    items.insert(items.end(), sequence->items.begin(), sequence->items.end());
  result = evaluation.makeSequence(std::move(items), sequence->flavor);
  return true;
}

static const char *getSpelling(Operator operation) {
  constexpr const char *spellings[] = {"+",  "-",  "*",  "/",  "//",
                                       "%",  "**", "==", "!=", "<",
                                       "<=", ">",  ">=", "in", "not in"};
  return spellings[size_t(operation)];
}

Value weft::text::computeBinary(Evaluation &evaluation, Operator operation,
                                const Value &left, const Value &right) {
  if (evaluation.hasFailed())
    return Value();
  const std::string *leftText = left.getText(), *rightText = right.getText();
  if (leftText && operation == Operator::Modulo)
    return formatPercent(evaluation, *leftText, right);
  if (left.isUndefined())
    return evaluation.failUndefined(left);
  if (right.isUndefined())
    return evaluation.failUndefined(right);
  int64_t leftInteger, rightInteger;
  if (left.getInteger(leftInteger) && right.getInteger(rightInteger))
    return computeIntegers(evaluation, operation, leftInteger, rightInteger);
  double leftNumber, rightNumber;
  if (left.getNumber(leftNumber) && right.getNumber(rightNumber))
    return computeFloats(evaluation, operation, leftNumber, rightNumber);
  if (operation == Operator::Add && leftText && rightText)
    return evaluation.makeText(*leftText + *rightText);
  const Sequence *leftItems = left.getSequence();
  const Sequence *rightItems = right.getSequence();
  if (operation == Operator::Add && leftItems && rightItems &&
      leftItems->flavor == rightItems->flavor &&
      leftItems->flavor <= Sequence::Flavor::Tuple) {
    std::vector<Value> items = leftItems->items;
    items.insert(items.end(), rightItems->items.begin(),
                 rightItems->items.end());
    return evaluation.makeSequence(std::move(items), leftItems->flavor);
  }
  if (Value result; operation == Operator::Multiply &&
                    (repeat(evaluation, left, right, result) ||
                     repeat(evaluation, right, left, result)))
    return result;
  return evaluation.fail("expected operands that '", getSpelling(operation),
                         "' takes, found values of type ", left.getTypeName(),
                         " and ", right.getTypeName());
}

Value weft::text::negate(Evaluation &evaluation, const Value &value) {
  if (value.isUndefined())
    return evaluation.failUndefined(value);
  int64_t integer;
  if (value.getInteger(integer))
    return computeIntegers(evaluation, Operator::Subtract, 0, integer);
  double number;
  if (value.getNumber(number))
    return Value(-number);
  return evaluation.fail("expected a number behind '-', found a value of type ",
                         value.getTypeName());
}
