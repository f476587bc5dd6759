// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Filters that take lists apart and put them together.
#include "runtime/text/template/Arguments.h"
#include "runtime/text/template/Attributes.h"
#include "runtime/text/template/Filters.h"
#include "runtime/text/template/Operators.h"
#include "runtime/text/template/PythonText.h"
#include "runtime/text/template/Unicode.h"

#include <algorithm>

using namespace weft::text;

namespace {

Value getLength(Evaluation &evaluation, const Value &input,
                const Arguments &arguments) {
  Parameters parameters(evaluation, "length", arguments, {});
  if (input.isUndefined())
    return Value(int64_t(0));
  if (const std::string *text = input.getText()) {
    evaluation.countBytes(text->size() / 4);
    return Value(int64_t(countCharacters(*text)));
  }
  if (const Sequence *sequence = input.getSequence())
    return Value(int64_t(sequence->items.size()));
  if (const Map *map = input.getMap())
    return Value(int64_t(map->getEntries().size()));
  return evaluation.fail("length: expected a string, list or dict, found a "
                         "value of type ",
                         input.getTypeName());
}

Value makeUndefined(std::string_view reason) {
  return Value(Undefined{std::make_shared<const std::string>(reason)});
}

Value getFirst(Evaluation &evaluation, const Value &input,
               const Arguments &arguments) {
  Parameters parameters(evaluation, "first", arguments, {});
  if (Iterator *iterator = input.getIterator()) {
    if (iterator->position < iterator->items.size())
      return iterator->items[iterator->position++];
  } else if (const std::string *text = input.getText()) {
    if (!text->empty())
      return getItem(evaluation, input, Value(int64_t(0)));
  } else {
    std::vector<Value> items;
    if (!evaluation.getItems(input, items))
      return Value();
    if (!items.empty())
      return items.front();
  }
  return makeUndefined("no first element exists, the sequence is empty");
}

Value getLast(Evaluation &evaluation, const Value &input,
              const Arguments &arguments) {
  Parameters parameters(evaluation, "last", arguments, {});
  if (input.getIterator())
    return evaluation.fail("last: expected a list, found a generator");
  if (const std::string *text = input.getText(); text && !text->empty())
    return getItem(evaluation, input, Value(int64_t(-1)));
  std::vector<Value> items;
  if (!evaluation.getItems(input, items))
    return Value();
  return items.empty()
             ? makeUndefined("no last element exists, the sequence is empty")
             : items.back();
}

Value toList(Evaluation &evaluation, const Value &input,
             const Arguments &arguments) {
  Parameters parameters(evaluation, "list", arguments, {});
  std::vector<Value> items;
  evaluation.getItems(input, items);
  return evaluation.makeList(std::move(items));
}

Value join(Evaluation &evaluation, const Value &input,
           const Arguments &arguments) {
  Parameters parameters(evaluation, "join", arguments, {"d", "attribute"});
  std::string separator =
      parameters.has(0) ? toText(evaluation, parameters[0]) : "";
  std::vector<Value> items;
  if (!evaluation.getItems(input, items))
    return Value();
  std::string result;
  for (size_t i = 0; i < items.size() && !evaluation.hasFailed(); ++i) {
    if (i > 0)
      result += separator;
    bool hasAttribute = parameters.has(1) && !parameters[1].isNone();
    std::string text = toText(
        evaluation,
        hasAttribute ? getPath(evaluation, items[i], parameters[1]) : items[i]);
    evaluation.countBytes(text.size() + separator.size());
    result += text;
  }
  return evaluation.makeText(std::move(result));
}

Value reverse(Evaluation &evaluation, const Value &input,
              const Arguments &arguments) {
  Parameters parameters(evaluation, "reverse", arguments, {});
  if (input.getText())
    return computeSlice(evaluation, input, Value(None()), Value(None()),
                        Value(int64_t(-1)));
  std::vector<Value> items;
  if (!evaluation.getItems(input, items))
    return Value();
  std::ranges::reverse(items);
  return input.getIterator() ? evaluation.makeList(std::move(items))
                             : evaluation.makeIterator(std::move(items));
}

Value sum(Evaluation &evaluation, const Value &input,
          const Arguments &arguments) {
  Parameters parameters(evaluation, "sum", arguments, {"attribute", "start"});
  std::vector<Value> items;
  if (!evaluation.getItems(input, items))
    return Value();
  Value total = parameters.has(1) ? parameters[1] : Value(int64_t(0));
  if (total.getText())
    return evaluation.fail("sum: expected a start that is no string");
  bool hasAttribute = parameters.has(0) && !parameters[0].isNone();
  for (const Value &item : items) {
    if (evaluation.hasFailed())
      return Value();
    total = computeBinary(
        evaluation, Operator::Add, total,
        hasAttribute ? getPath(evaluation, item, parameters[0]) : item);
  }
  return total;
}

Value batch(Evaluation &evaluation, const Value &input,
            const Arguments &arguments) {
  Parameters parameters(evaluation, "batch", arguments,
                        {"linecount", "fill_with"}, 1);
  int64_t size = parameters.getInteger(0, 0);
  std::vector<Value> items, batches, current;
  if (!evaluation.getItems(input, items))
    return Value();
  if (size < 1)
    return evaluation.fail("batch: expected at least 1 element a batch, found ",
                           size);
  for (const Value &item : items) {
    if (current.size() == size_t(size))
      batches.push_back(evaluation.makeList(std::exchange(current, {})));
    current.push_back(item);
  }
  if (!current.empty()) {
    if (parameters.has(1) && !parameters[1].isNone() &&
        evaluation.countBytes(uint64_t(size)))
      current.resize(size_t(size), parameters[1]);
    batches.push_back(evaluation.makeList(std::move(current)));
  }
  return evaluation.makeIterator(std::move(batches));
}

Value cutIntoSlices(Evaluation &evaluation, const Value &input,
                    const Arguments &arguments) {
  Parameters parameters(evaluation, "slice", arguments, {"slices", "fill_with"},
                        1);
  int64_t count = parameters.getInteger(0, 0);
  std::vector<Value> items, slices;
  if (!evaluation.getItems(input, items))
    return Value();
  if (count < 1)
    return evaluation.fail("slice: expected at least 1 slice, found ", count);
  if (!evaluation.countSteps(uint64_t(count)))
    return Value();
  size_t each = items.size() / size_t(count),
         more = items.size() % size_t(count);
  size_t begin = 0;
  for (size_t i = 0; i < size_t(count) && !evaluation.hasFailed(); ++i) {
    size_t end = begin + each + (i < more);
    std::vector<Value> slice(items.begin() + ptrdiff_t(begin),
                             items.begin() + ptrdiff_t(end));
    if (parameters.has(1) && !parameters[1].isNone() && i >= more)
      slice.push_back(parameters[1]);
    slices.push_back(evaluation.makeList(std::move(slice)));
    begin = end;
  }
  return evaluation.makeIterator(std::move(slices));
}

constexpr FilterEntry filters[] = {
    {"batch", batch}, {"count", getLength}, {"first", getFirst},
    {"join", join},   {"last", getLast},    {"length", getLength},
    {"list", toList}, {"reverse", reverse}, {"slice", cutIntoSlices},
    {"sum", sum},
};

} // namespace

std::span<const FilterEntry> weft::text::getSequenceFilters() {
  return filters;
}
