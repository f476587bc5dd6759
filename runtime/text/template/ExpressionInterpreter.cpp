// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Expressions.
#include "runtime/text/template/Attributes.h"
#include "runtime/text/template/Globals.h"
#include "runtime/text/template/Interpreter.h"
#include "runtime/text/template/Operators.h"
#include "runtime/text/template/PythonText.h"

using namespace weft::text;
using Kind = Expression::Kind;

Value Interpreter::evaluate(const Expression &expression) {
  EvaluationLevel level(evaluation);
  if (!level)
    return Value();
  evaluation.line = expression.line;
  auto operand = [&](size_t index) {
    return evaluate(*expression.operands[index]);
  };
  switch (expression.kind) {
  case Kind::Constant:
    return expression.constant;
  case Kind::Name:
    return evaluateName(expression.name);
  case Kind::List:
    return evaluation.makeList(evaluateAll(expression, 0));
  case Kind::Tuple:
    return evaluation.makeTuple(evaluateAll(expression, 0));
  case Kind::Map:
    return evaluateMap(expression);
  case Kind::Attribute:
    return getAttribute(evaluation, operand(0), expression.name);
  case Kind::Subscript: {
    Value object = operand(0);
    return getItem(evaluation, object, operand(1));
  }
  case Kind::Slice:
    return evaluateSlice(expression);
  case Kind::Call:
    return evaluateCall(expression);
  case Kind::Filter: {
    Value input = operand(0);
    Arguments arguments = evaluateArguments(expression);
    return evaluation.hasFailed()
               ? Value()
               : expression.filter(evaluation, input, arguments);
  }
  case Kind::Test: {
    Value input = operand(0);
    Arguments arguments = evaluateArguments(expression);
    return evaluation.hasFailed()
               ? Value()
               : Value(expression.test(evaluation, input, arguments));
  }
  case Kind::Negate:
    return negate(evaluation, operand(0));
  case Kind::Plus: {
    Value value = operand(0);
    return value.isNumber() ? value
                            : evaluation.fail("expected a number behind '+', "
                                              "found a value of type ",
                                              value.getTypeName());
  }
  case Kind::Not:
    return Value(!operand(0).isTrue());
  case Kind::And: {
    Value left = operand(0);
    return left.isTrue() ? operand(1) : left;
  }
  case Kind::Or: {
    Value left = operand(0);
    return left.isTrue() ? left : operand(1);
  }
  case Kind::Binary: {
    Value left = operand(0);
    return computeBinary(evaluation, expression.operators[0], left, operand(1));
  }
  case Kind::Compare:
    return evaluateCompare(expression);
  case Kind::Concatenate:
    return evaluateConcatenation(expression);
  case Kind::Conditional:
    return evaluateConditional(expression);
  }
  return Value();
}

Value Interpreter::evaluateName(const std::string &name) {
  for (const Scope *at = scope.get(); at; at = at->parent.get())
    if (auto found = at->variables.find(name); found != at->variables.end())
      return found->second;
  if (Value global = findGlobal(evaluation, name); !global.isUndefined())
    return global;
  return Value(Undefined{std::make_shared<const std::string>(
      runtime::concat("'", name, "' is undefined"))});
}

std::vector<Value> Interpreter::evaluateAll(const Expression &expression,
                                            size_t first) {
  std::vector<Value> values;
  for (size_t i = first; i < expression.operands.size(); ++i)
    values.push_back(evaluate(*expression.operands[i]));
  return values;
}

Value Interpreter::evaluateMap(const Expression &expression) {
  Map map;
  for (size_t i = 0; i + 1 < expression.operands.size(); i += 2) {
    Value key = evaluate(*expression.operands[i]);
    Value value = evaluate(*expression.operands[i + 1]);
    if (evaluation.hasFailed())
      return Value();
    if (!Map::isKey(key))
      return evaluation.fail("expected a string, a number, a boolean or none "
                             "as key, found a value of type ",
                             key.getTypeName());
    map.set(key, value);
  }
  return evaluation.makeMap(std::move(map));
}

Value Interpreter::evaluateSlice(const Expression &expression) {
  Value parts[4] = {None(), None(), None(), None()};
  for (size_t i = 0; i < 4; ++i)
    if (expression.operands[i])
      parts[i] = evaluate(*expression.operands[i]);
  return evaluation.hasFailed()
             ? Value()
             : computeSlice(evaluation, parts[0], parts[1], parts[2], parts[3]);
}

/// Operands behind the first one, keywords, and what * and ** spread.
Arguments Interpreter::evaluateArguments(const Expression &expression) {
  Arguments arguments;
  arguments.positional = evaluateAll(expression, 1);
  for (const auto &[name, value] : expression.keywords)
    arguments.keywords.emplace_back(name, evaluate(*value));
  if (expression.spreadList) {
    std::vector<Value> items;
    evaluation.getItems(evaluate(*expression.spreadList), items);
    arguments.positional.insert(arguments.positional.end(), items.begin(),
                                items.end());
  }
  if (expression.spreadMap) {
    Value value = evaluate(*expression.spreadMap);
    if (!value.getMap())
      evaluation.fail("expected a dict behind '**', found a value of type ",
                      value.getTypeName());
    else
      for (const Map::Entry &entry : value.getMap()->getEntries())
        if (const std::string *name = entry.first.getText())
          arguments.keywords.emplace_back(*name, entry.second);
        else
          evaluation.fail("expected strings as keys behind '**', found a "
                          "value of type ",
                          entry.first.getTypeName());
    evaluation.countBytes(arguments.keywords.size() * sizeof(Map::Entry));
  }
  return arguments;
}

Value Interpreter::evaluateCall(const Expression &expression,
                                const Value *caller) {
  Value callee = evaluate(*expression.operands[0]);
  Arguments arguments = evaluateArguments(expression);
  if (evaluation.hasFailed())
    return Value();
  if (caller)
    arguments.keywords.emplace_back("caller", *caller);
  evaluation.line = expression.line;
  if (callee.isUndefined())
    return evaluation.failUndefined(callee);
  if (Object *object = callee.getObject())
    return object->call(evaluation, arguments);
  return evaluation.fail("expected something that can be called, found a "
                         "value of type ",
                         callee.getTypeName());
}

Value Interpreter::evaluateCompare(const Expression &expression) {
  Value left = evaluate(*expression.operands[0]);
  for (size_t i = 0; i < expression.operators.size(); ++i) {
    Value right = evaluate(*expression.operands[i + 1]);
    if (evaluation.hasFailed() ||
        !compare(evaluation, expression.operators[i], left, right))
      return Value(false);
    left = std::move(right);
  }
  return Value(true);
}

Value Interpreter::evaluateConcatenation(const Expression &expression) {
  std::string text;
  for (const ExpressionPtr &part : expression.operands) {
    text += toText(evaluation, evaluate(*part));
    if (!evaluation.countBytes(text.size() / 4))
      return Value();
  }
  return evaluation.makeText(std::move(text));
}

Value Interpreter::evaluateConditional(const Expression &expression) {
  if (evaluate(*expression.operands[1]).isTrue())
    return evaluate(*expression.operands[0]);
  if (expression.operands[2])
    return evaluate(*expression.operands[2]);
  return Value(Undefined{std::make_shared<const std::string>(
      "the value of an 'if' without 'else' is undefined")});
}
