// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Errors, limits and the making of values.
#include "runtime/text/template/Evaluation.h"
#include "runtime/text/template/Unicode.h"

#include <algorithm>

using namespace weft::text;
using weft::runtime::concat;

Evaluation::~Evaluation() {
  for (const std::shared_ptr<Object> &object : objects)
    object->clear();
}

void Evaluation::setFailure(WeftStatus code, std::string message) {
  if (!hasFailed())
    status = Status(code, concat("line ", line, ": ", message));
}

Value Evaluation::raise(std::string_view message) {
  setFailure(WEFT_STATUS_MODEL_FAILURE,
             concat("raised by the template: ", message));
  return Value();
}

Value Evaluation::failUndefined(const Value &value) {
  const Undefined *undefined = value.getUndefined();
  return fail(undefined && undefined->reason ? *undefined->reason
                                             : "the value is undefined");
}

bool Evaluation::countSteps(uint64_t count) {
  if (hasFailed())
    return false;
  steps += count;
  if (steps <= limits.steps)
    return true;
  fail("expected at most ", limits.steps,
       " steps of rendering, found a template that takes more");
  return false;
}

bool Evaluation::countBytes(uint64_t count) {
  if (hasFailed())
    return false;
  if (count <= limits.workBytes - bytes) {
    bytes += count;
    return true;
  }
  fail("expected at most ", limits.workBytes,
       " bytes of intermediate values, found a template that makes more");
  return false;
}

bool Evaluation::enter() {
  if (++depth <= limits.depth)
    return countSteps();
  fail("expected at most ", limits.depth,
       " evaluations inside each other, found more (endless recursion?)");
  return false;
}

bool Evaluation::checkDepth(int valueDepth) {
  if (valueDepth <= maxValueDepth)
    return !hasFailed();
  fail("expected values of at most ", maxValueDepth,
       " levels, found one that is nested deeper");
  return false;
}

Value Evaluation::makeText(std::string text) {
  return countBytes(text.size() + sizeof(text)) ? Value(std::move(text))
                                                : Value();
}

static int computeDepth(const std::vector<Value> &items) {
  int depth = 1;
  for (const Value &item : items)
    depth = std::max(depth, 1 + item.getDepth());
  return depth;
}

Value Evaluation::makeSequence(std::vector<Value> items,
                               Sequence::Flavor flavor) {
  auto sequence = std::make_shared<Sequence>();
  sequence->depth = computeDepth(items);
  if (!checkDepth(sequence->depth) ||
      !countBytes(sizeof(Sequence) + items.size() * sizeof(Value)))
    return Value();
  sequence->flavor = flavor;
  sequence->items = std::move(items);
  return Value(std::shared_ptr<const Sequence>(std::move(sequence)));
}

Value Evaluation::makeIterator(std::vector<Value> items) {
  auto iterator = std::make_shared<Iterator>();
  iterator->depth = computeDepth(items);
  if (!checkDepth(iterator->depth) ||
      !countBytes(sizeof(Iterator) + items.size() * sizeof(Value)))
    return Value();
  iterator->items = std::move(items);
  return Value(std::move(iterator));
}

Value Evaluation::makeMap(Map map) {
  constexpr size_t entryBytes = 4 * sizeof(Value);
  if (!checkDepth(map.getDepth()) ||
      !countBytes(sizeof(Map) + map.getEntries().size() * entryBytes))
    return Value();
  return Value(std::make_shared<const Map>(std::move(map)));
}

Value Evaluation::makeObject(std::shared_ptr<Object> object) {
  constexpr size_t objectBytes = 128;
  if (!countBytes(objectBytes))
    return Value();
  objects.push_back(object);
  return Value(std::move(object));
}

bool Evaluation::getItems(const Value &value, std::vector<Value> &items) {
  items.clear();
  if (value.isUndefined())
    return !hasFailed();
  if (const Sequence *sequence = value.getSequence()) {
    items = sequence->items;
  } else if (const Map *map = value.getMap()) {
    for (const Map::Entry &entry : map->getEntries())
      items.push_back(entry.first);
  } else if (Iterator *iterator = value.getIterator()) {
    items.assign(iterator->items.begin() + ptrdiff_t(iterator->position),
                 iterator->items.end());
    iterator->position = iterator->items.size();
  } else if (const std::string *text = value.getText()) {
    for (std::string_view character : splitCharacters(*text)) {
      items.push_back(makeText(character));
      if (hasFailed())
        return false;
    }
  } else {
    fail("expected a value with elements, found one of type ",
         value.getTypeName());
    return false;
  }
  return countBytes(items.size() * sizeof(Value));
}
