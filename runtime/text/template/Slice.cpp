// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// value[begin:end:step].
#include "runtime/text/template/Operators.h"
#include "runtime/text/template/Unicode.h"

using namespace weft::text;

/// A bound within [least, most]; negative ones count from the end.
static bool getBound(Evaluation &evaluation, const Value &value, int64_t absent,
                     int64_t size, int64_t least, int64_t most,
                     int64_t &bound) {
  bound = absent;
  if (value.isNone())
    return true;
  if (!value.getInteger(bound)) {
    evaluation.fail("expected integers as bounds of a slice, found a value of "
                    "type ",
                    value.getTypeName());
    return false;
  }
  if (bound < 0)
    bound = bound < -size ? least : bound + size;
  bound = std::clamp(bound, least, most);
  return true;
}

/// The indices that a slice of `size` elements takes.
static bool getIndices(Evaluation &evaluation, int64_t size, const Value &begin,
                       const Value &end, const Value &step,
                       std::vector<size_t> &indices) {
  int64_t stride = 1;
  if (!step.isNone() && !step.getInteger(stride)) {
    evaluation.fail("expected an integer as step of a slice, found a value of "
                    "type ",
                    step.getTypeName());
    return false;
  }
  if (stride == 0) {
    evaluation.fail("expected a step of a slice other than 0");
    return false;
  }
  bool isBackward = stride < 0;
  int64_t least = isBackward ? -1 : 0, most = isBackward ? size - 1 : size;
  int64_t first, last;
  if (!getBound(evaluation, begin, isBackward ? most : 0, size, least, most,
                first) ||
      !getBound(evaluation, end, isBackward ? -1 : size, size, least, most,
                last))
    return false;
  stride = std::clamp(stride, -size - 1, size + 1);
  for (int64_t i = first; isBackward ? i > last : i < last; i += stride)
    indices.push_back(size_t(i));
  return evaluation.countSteps(indices.size() / 8);
}

Value weft::text::computeSlice(Evaluation &evaluation, const Value &value,
                               const Value &begin, const Value &end,
                               const Value &step) {
  std::vector<size_t> indices;
  if (const std::string *text = value.getText()) {
    if (!evaluation.countBytes(text->size()))
      return Value();
    std::vector<std::string_view> characters = splitCharacters(*text);
    if (!getIndices(evaluation, int64_t(characters.size()), begin, end, step,
                    indices))
      return Value();
    std::string result;
    for (size_t index : indices)
      result += characters[index];
    return evaluation.makeText(std::move(result));
  }
  const Sequence *sequence = value.getSequence();
  if (sequence && sequence->flavor != Sequence::Flavor::View) {
    if (!getIndices(evaluation, int64_t(sequence->items.size()), begin, end,
                    step, indices))
      return Value();
    std::vector<Value> items;
    for (size_t index : indices)
      items.push_back(sequence->items[index]);
    return evaluation.makeSequence(std::move(items), sequence->flavor);
  }
  if (value.isUndefined())
    return evaluation.failUndefined(value);
  // As for any other subscript that does not exist.
  return Value(Undefined{std::make_shared<const std::string>(runtime::concat(
      "a value of type ", value.getTypeName(), " cannot be sliced"))});
}
