// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Equality, order and membership.
#include "runtime/text/template/Operators.h"

using namespace weft::text;

static bool isEqualItems(Evaluation &evaluation, const std::vector<Value> &left,
                         const std::vector<Value> &right) {
  if (left.size() != right.size())
    return false;
  for (size_t i = 0; i < left.size(); ++i)
    if (!isEqual(evaluation, left[i], right[i]))
      return false;
  return true;
}

static bool isEqualMaps(Evaluation &evaluation, const Map &left,
                        const Map &right) {
  if (left.getEntries().size() != right.getEntries().size())
    return false;
  for (const Map::Entry &entry : left.getEntries()) {
    const Value *other = right.find(entry.first);
    if (!other || !isEqual(evaluation, entry.second, *other))
      return false;
  }
  return true;
}

bool weft::text::isEqual(Evaluation &evaluation, const Value &left,
                         const Value &right) {
  if (!evaluation.countSteps())
    return false;
  if (left.isSame(right)) {
    double number;
    return !left.getNumber(number) || number == number;
  }
  int64_t leftInteger, rightInteger;
  if (left.getInteger(leftInteger) && right.getInteger(rightInteger))
    return leftInteger == rightInteger;
  double leftNumber, rightNumber;
  if (left.getNumber(leftNumber) && right.getNumber(rightNumber))
    return leftNumber == rightNumber;
  const Sequence *leftItems = left.getSequence();
  const Sequence *rightItems = right.getSequence();
  if (leftItems && rightItems)
    return leftItems->flavor == rightItems->flavor &&
           isEqualItems(evaluation, leftItems->items, rightItems->items);
  if (left.getMap() && right.getMap())
    return isEqualMaps(evaluation, *left.getMap(), *right.getMap());
  return false;
}

bool weft::text::isLess(Evaluation &evaluation, const Value &left,
                        const Value &right) {
  if (!evaluation.countSteps())
    return false;
  for (const Value *value : {&left, &right})
    if (value->isUndefined()) {
      evaluation.failUndefined(*value);
      return false;
    }
  int64_t leftInteger, rightInteger;
  if (left.getInteger(leftInteger) && right.getInteger(rightInteger))
    return leftInteger < rightInteger;
  double leftNumber, rightNumber;
  if (left.getNumber(leftNumber) && right.getNumber(rightNumber))
    return leftNumber < rightNumber;
  // UTF-8 sorts as its characters do.
  if (left.getText() && right.getText())
    return *left.getText() < *right.getText();
  const Sequence *leftItems = left.getSequence();
  const Sequence *rightItems = right.getSequence();
  if (leftItems && rightItems && leftItems->flavor == rightItems->flavor &&
      leftItems->flavor <= Sequence::Flavor::Tuple) {
    size_t both = std::min(leftItems->items.size(), rightItems->items.size());
    for (size_t i = 0; i < both && !evaluation.hasFailed(); ++i)
      if (!isEqual(evaluation, leftItems->items[i], rightItems->items[i]))
        return isLess(evaluation, leftItems->items[i], rightItems->items[i]);
    return leftItems->items.size() < rightItems->items.size();
  }
  evaluation.fail("expected values that can be ordered, found types ",
                  left.getTypeName(), " and ", right.getTypeName());
  return false;
}

bool weft::text::contains(Evaluation &evaluation, const Value &container,
                          const Value &value) {
  if (const std::string *text = container.getText()) {
    const std::string *part = value.getText();
    if (!part) {
      if (value.isUndefined())
        evaluation.failUndefined(value);
      evaluation.fail("expected a string in front of 'in' a string, found a "
                      "value of type ",
                      value.getTypeName());
      return false;
    }
    return evaluation.countBytes(text->size()) &&
           text->find(*part) != text->npos;
  }
  if (const Map *map = container.getMap())
    return map->find(value) != nullptr;
  const Sequence *sequence = container.getSequence();
  std::vector<Value> items;
  if (!sequence && !evaluation.getItems(container, items))
    return false;
  for (const Value &item : sequence ? sequence->items : items) {
    if (isEqual(evaluation, item, value))
      return true;
    if (evaluation.hasFailed())
      return false;
  }
  return false;
}

bool weft::text::compare(Evaluation &evaluation, Operator operation,
                         const Value &left, const Value &right) {
  switch (operation) {
  case Operator::Equal:
    return isEqual(evaluation, left, right);
  case Operator::NotEqual:
    return !isEqual(evaluation, left, right);
  case Operator::In:
    return contains(evaluation, right, left);
  case Operator::NotIn:
    return !contains(evaluation, right, left);
  case Operator::Less:
    return isLess(evaluation, left, right);
  case Operator::Greater:
    return isLess(evaluation, right, left);
  // Not the opposite of the other two: nothing is ordered against a NaN.
  case Operator::LessEqual:
    return isLess(evaluation, left, right) || isEqual(evaluation, left, right);
  case Operator::GreaterEqual:
    return isLess(evaluation, right, left) || isEqual(evaluation, left, right);
  default:
    return false;
  }
}
