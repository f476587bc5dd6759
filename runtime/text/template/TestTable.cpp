// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tests by name.
#include "runtime/text/template/TestTable.h"
#include "runtime/text/template/Arguments.h"
#include "runtime/text/template/Filters.h"
#include "runtime/text/template/Operators.h"
#include "runtime/text/template/PythonText.h"
#include "runtime/text/template/Unicode.h"

#include <cmath>

using namespace weft::text;

namespace {

/// A test without arguments that cannot fail.
template <bool (*holds)(const Value &)>
bool check(Evaluation &evaluation, const Value &input,
           const Arguments &arguments) {
  Parameters parameters(evaluation, "test", arguments, {});
  return holds(input);
}

bool isDefined(const Value &value) { return !value.isUndefined(); }
bool isUndefined(const Value &value) { return value.isUndefined(); }
bool isNone(const Value &value) { return value.isNone(); }
bool isBoolean(const Value &value) { return value.getBoolean(); }
bool isTrue(const Value &value) {
  return value.getBoolean() && *value.getBoolean();
}
bool isFalse(const Value &value) {
  return value.getBoolean() && !*value.getBoolean();
}
bool isInteger(const Value &value) { return value.isInteger(); }
bool isFloat(const Value &value) { return value.isFloat(); }
bool isNumber(const Value &value) { return value.isNumber(); }
bool isString(const Value &value) { return value.getText(); }
bool isMapping(const Value &value) { return value.getMap(); }
bool isIterable(const Value &value) {
  return value.isUndefined() || value.getText() || value.getSequence() ||
         value.getMap() || value.getIterator();
}
bool isSequence(const Value &value) {
  const Sequence *sequence = value.getSequence();
  return value.isUndefined() || value.getText() || value.getMap() ||
         (sequence && sequence->flavor != Sequence::Flavor::View);
}
bool isCallable(const Value &value) {
  return value.getObject() && value.getObject()->isCallable();
}
bool isEscaped(const Value &) { return false; }

template <bool wantsUpper>
bool hasCase(Evaluation &evaluation, const Value &input,
             const Arguments &arguments) {
  Parameters parameters(evaluation, "upper", arguments, {});
  std::string text = toText(evaluation, input);
  std::string_view view = text;
  return (wantsUpper ? toUpper(view) : toLower(view)) == text &&
         (wantsUpper ? toLower(view) : toUpper(view)) != text;
}

template <Operator operation>
bool compareTest(Evaluation &evaluation, const Value &input,
                 const Arguments &arguments) {
  Parameters parameters(evaluation, "test", arguments, {"other"}, 1);
  return compare(evaluation, operation, input, parameters[0]);
}

bool isDivisible(Evaluation &evaluation, const Value &input,
                 const Value &divisor) {
  Value rest = computeBinary(evaluation, Operator::Modulo, input, divisor);
  return isEqual(evaluation, rest, Value(int64_t(0)));
}

bool isDivisibleBy(Evaluation &evaluation, const Value &input,
                   const Arguments &arguments) {
  Parameters parameters(evaluation, "divisibleby", arguments, {"num"}, 1);
  return isDivisible(evaluation, input, parameters[0]);
}

bool isEven(Evaluation &evaluation, const Value &input,
            const Arguments &arguments) {
  Parameters parameters(evaluation, "even", arguments, {});
  return isDivisible(evaluation, input, Value(int64_t(2)));
}

bool isOdd(Evaluation &evaluation, const Value &input,
           const Arguments &arguments) {
  Parameters parameters(evaluation, "odd", arguments, {});
  Value rest =
      computeBinary(evaluation, Operator::Modulo, input, Value(int64_t(2)));
  return isEqual(evaluation, rest, Value(int64_t(1)));
}

bool isSameAs(Evaluation &evaluation, const Value &input,
              const Arguments &arguments) {
  Parameters parameters(evaluation, "sameas", arguments, {"other"}, 1);
  return input.isSame(parameters[0]);
}

bool isFilter(Evaluation &evaluation, const Value &input,
              const Arguments &arguments) {
  Parameters parameters(evaluation, "filter", arguments, {});
  return input.getText() && findFilter(*input.getText());
}

bool isTest(Evaluation &evaluation, const Value &input,
            const Arguments &arguments) {
  Parameters parameters(evaluation, "test", arguments, {});
  return input.getText() && findTest(*input.getText());
}

struct TestEntry {
  std::string_view name;
  TestFunction function;
};

constexpr TestEntry tests[] = {
    {"!=", compareTest<Operator::NotEqual>},
    {"<", compareTest<Operator::Less>},
    {"<=", compareTest<Operator::LessEqual>},
    {"==", compareTest<Operator::Equal>},
    {">", compareTest<Operator::Greater>},
    {">=", compareTest<Operator::GreaterEqual>},
    {"boolean", check<isBoolean>},
    {"callable", check<isCallable>},
    {"defined", check<isDefined>},
    {"divisibleby", isDivisibleBy},
    {"eq", compareTest<Operator::Equal>},
    {"equalto", compareTest<Operator::Equal>},
    {"escaped", check<isEscaped>},
    {"even", isEven},
    {"false", check<isFalse>},
    {"filter", isFilter},
    {"float", check<isFloat>},
    {"ge", compareTest<Operator::GreaterEqual>},
    {"greaterthan", compareTest<Operator::Greater>},
    {"gt", compareTest<Operator::Greater>},
    {"in", compareTest<Operator::In>},
    {"integer", check<isInteger>},
    {"iterable", check<isIterable>},
    {"le", compareTest<Operator::LessEqual>},
    {"lessthan", compareTest<Operator::Less>},
    {"lower", hasCase<false>},
    {"lt", compareTest<Operator::Less>},
    {"mapping", check<isMapping>},
    {"ne", compareTest<Operator::NotEqual>},
    {"none", check<isNone>},
    {"number", check<isNumber>},
    {"odd", isOdd},
    {"sameas", isSameAs},
    {"sequence", check<isSequence>},
    {"string", check<isString>},
    {"test", isTest},
    {"true", check<isTrue>},
    {"undefined", check<isUndefined>},
    {"upper", hasCase<true>},
};

} // namespace

TestFunction weft::text::findTest(std::string_view name) {
  for (const TestEntry &entry : tests)
    if (entry.name == name)
      return entry.function;
  return nullptr;
}
