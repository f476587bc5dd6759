// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// map, and the four ways to leave elements out.
#include "runtime/text/template/Arguments.h"
#include "runtime/text/template/Attributes.h"
#include "runtime/text/template/Evaluation.h"
#include "runtime/text/template/Filters.h"
#include "runtime/text/template/TestTable.h"

using namespace weft::text;

namespace {

/// The arguments behind the first `count`.
Arguments dropFirst(const Arguments &arguments, size_t count) {
  Arguments rest = arguments;
  rest.positional.erase(rest.positional.begin(),
                        rest.positional.begin() + ptrdiff_t(count));
  return rest;
}

Value mapAttribute(Evaluation &evaluation, const std::vector<Value> &items,
                   const Arguments &arguments) {
  Parameters parameters(evaluation, "map", arguments, {"attribute", "default"});
  std::vector<Value> mapped;
  for (const Value &item : items) {
    if (!evaluation.countSteps())
      return Value();
    Value value = getPath(evaluation, item, parameters[0]);
    mapped.push_back(value.isUndefined() && parameters.has(1) ? parameters[1]
                                                              : value);
  }
  return evaluation.makeIterator(std::move(mapped));
}

Value mapElements(Evaluation &evaluation, const Value &input,
                  const Arguments &arguments) {
  std::vector<Value> items;
  if (!evaluation.getItems(input, items))
    return Value();
  if (arguments.positional.empty() && arguments.findKeyword("attribute"))
    return mapAttribute(evaluation, items, arguments);
  const std::string *name = arguments.positional.empty()
                                ? nullptr
                                : arguments.positional[0].getText();
  FilterFunction filter = name ? findFilter(*name) : nullptr;
  if (!filter)
    return evaluation.fail("map: expected attribute=... or the name of a "
                           "filter, found ",
                           name ? "'" + *name + "'" : "neither");
  Arguments rest = dropFirst(arguments, 1);
  std::vector<Value> mapped;
  for (const Value &item : items) {
    EvaluationLevel level(evaluation);
    if (!level)
      return Value();
    mapped.push_back(filter(evaluation, item, rest));
  }
  return evaluation.makeIterator(std::move(mapped));
}

template <bool keeps, bool ofAttribute>
Value select(Evaluation &evaluation, const Value &input,
             const Arguments &arguments) {
  const char *filter = keeps         ? ofAttribute ? "selectattr" : "select"
                       : ofAttribute ? "rejectattr"
                                     : "reject";
  std::vector<Value> items;
  if (!evaluation.getItems(input, items))
    return Value();
  size_t used = ofAttribute;
  if (arguments.positional.size() < used)
    return evaluation.fail(filter, ": expected the name of an attribute, "
                                   "found no argument");
  TestFunction test = nullptr;
  Arguments rest;
  if (arguments.positional.size() > used) {
    const std::string *name = arguments.positional[used].getText();
    test = name ? findTest(*name) : nullptr;
    if (!test)
      return evaluation.fail(filter, ": expected the name of a test, found ",
                             name ? "'" + *name + "'" : "another value");
    rest = dropFirst(arguments, used + 1);
  }
  std::vector<Value> kept;
  for (const Value &item : items) {
    EvaluationLevel level(evaluation);
    if (!level)
      return Value();
    Value value =
        ofAttribute ? getPath(evaluation, item, arguments.positional[0]) : item;
    if ((test ? test(evaluation, value, rest) : value.isTrue()) == keeps)
      kept.push_back(item);
  }
  return evaluation.makeIterator(std::move(kept));
}

constexpr FilterEntry filters[] = {
    {"map", mapElements},
    {"reject", select<false, false>},
    {"rejectattr", select<false, true>},
    {"select", select<true, false>},
    {"selectattr", select<true, true>},
};

} // namespace

std::span<const FilterEntry> weft::text::getSelectionFilters() {
  return filters;
}
