// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Kinds, truth and maps.
#include "runtime/text/template/Value.h"
#include "runtime/text/template/Arguments.h"
#include "runtime/text/template/Evaluation.h"

#include <algorithm>
#include <functional>

using namespace weft::text;

bool Object::getAttribute(Evaluation &, std::string_view, Value &) {
  return false;
}

Value Object::call(Evaluation &evaluation, const Arguments &) {
  return evaluation.fail("expected something that can be called, found ",
                         describe(evaluation, 0));
}

bool Value::getInteger(int64_t &number) const {
  if (const bool *boolean = getBoolean())
    number = *boolean;
  else if (const int64_t *integer = std::get_if<int64_t>(&data))
    number = *integer;
  else
    return false;
  return true;
}

bool Value::getNumber(double &number) const {
  if (const double *found = std::get_if<double>(&data)) {
    number = *found;
    return true;
  }
  int64_t integer;
  if (!getInteger(integer))
    return false;
  number = double(integer);
  return true;
}

bool Value::isTrue() const {
  if (isUndefined() || isNone())
    return false;
  double number;
  if (getNumber(number))
    return number != 0;
  if (const std::string *text = getText())
    return !text->empty();
  if (const Sequence *sequence = getSequence())
    return !sequence->items.empty();
  if (const Map *map = getMap())
    return !map->getEntries().empty();
  return true;
}

bool Value::isSame(const Value &other) const {
  if (data.index() != other.data.index())
    return false;
  if (isUndefined() || isNone())
    return true;
  if (getSequence() || getMap() || getIterator() || getObject())
    return getSequence() == other.getSequence() && getMap() == other.getMap() &&
           getIterator() == other.getIterator() &&
           getObject() == other.getObject();
  if (const std::string *text = getText())
    return *text == *other.getText();
  double left, right;
  return getNumber(left) && other.getNumber(right) && left == right;
}

int Value::getDepth() const {
  if (const Sequence *sequence = getSequence())
    return sequence->depth;
  if (const Map *map = getMap())
    return map->getDepth();
  if (const Iterator *iterator = getIterator())
    return iterator->depth;
  if (const Object *object = getObject())
    return object->getDepth();
  return 0;
}

const char *Value::getTypeName() const {
  if (isUndefined())
    return "Undefined";
  if (isNone())
    return "NoneType";
  if (getBoolean())
    return "bool";
  if (isInteger())
    return "int";
  if (isFloat())
    return "float";
  if (getText())
    return "str";
  if (const Sequence *sequence = getSequence()) {
    switch (sequence->flavor) {
    case Sequence::Flavor::List:
      return "list";
    case Sequence::Flavor::Tuple:
      return "tuple";
    case Sequence::Flavor::Range:
      return "range";
    case Sequence::Flavor::View:
      return "view";
    }
  }
  if (getMap())
    return "dict";
  return getIterator() ? "generator" : "object";
}

bool Map::isKey(const Value &key) {
  return key.isNone() || key.isNumber() || key.getText();
}

size_t Map::Hash::operator()(const Value &key) const {
  if (const std::string *text = key.getText())
    return std::hash<std::string_view>()(*text);
  double number = 0;
  key.getNumber(number);
  return std::hash<double>()(number);
}

bool Map::Equal::operator()(const Value &left, const Value &right) const {
  const std::string *text = left.getText(), *other = right.getText();
  if (text || other)
    return text && other && *text == *other;
  int64_t leftInteger, rightInteger;
  if (left.getInteger(leftInteger) && right.getInteger(rightInteger))
    return leftInteger == rightInteger;
  double leftNumber, rightNumber;
  bool isNumber = left.getNumber(leftNumber);
  if (isNumber != right.getNumber(rightNumber))
    return false;
  return !isNumber || leftNumber == rightNumber;
}

const Value *Map::find(const Value &key) const {
  if (!isKey(key))
    return nullptr;
  if (!index.empty()) {
    auto found = index.find(key);
    return found == index.end() ? nullptr : &entries[found->second].second;
  }
  for (const Entry &entry : entries)
    if (Equal()(entry.first, key))
      return &entry.second;
  return nullptr;
}

const Value *Map::find(std::string_view key) const {
  return find(Value(std::string(key)));
}

void Map::set(const Value &key, const Value &value) {
  depth = std::max(depth, 1 + value.getDepth());
  if (const Value *found = find(key)) {
    const_cast<Value &>(*found) = value;
    return;
  }
  entries.emplace_back(key, value);
  constexpr size_t searchedEntries = 8;
  if (!index.empty())
    index.emplace(key, entries.size() - 1);
  else if (entries.size() > searchedEntries)
    for (size_t i = 0; i < entries.size(); ++i)
      index.emplace(entries[i].first, i);
}
