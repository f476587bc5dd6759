// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Filters that compare elements: sort, unique, min, max, dictsort, groupby.
#include "runtime/text/template/Arguments.h"
#include "runtime/text/template/Attributes.h"
#include "runtime/text/template/Filters.h"
#include "runtime/text/template/Operators.h"
#include "runtime/text/template/Unicode.h"

using namespace weft::text;

namespace {

/// What an element is compared by.
class Key {
public:
  Key(Evaluation &evaluation, Value attribute, bool distinguishesCase)
      : evaluation(evaluation), attribute(std::move(attribute)),
        distinguishesCase(distinguishesCase) {}

  Value operator()(const Value &item) const {
    if (attribute.isNone())
      return fold(item);
    // Several attributes with commas between them.
    const std::string *names = attribute.getText();
    if (!names || names->find(',') == names->npos)
      return fold(getPath(evaluation, item, attribute));
    std::vector<Value> keys;
    for (size_t begin = 0; begin <= names->size();) {
      size_t end = std::min(names->find(',', begin), names->size());
      keys.push_back(fold(
          getPath(evaluation, item, Value(names->substr(begin, end - begin)))));
      begin = end + 1;
    }
    return evaluation.makeList(std::move(keys));
  }

private:
  Value fold(const Value &value) const {
    const std::string *text = value.getText();
    return text && !distinguishesCase
               ? evaluation.makeText(toLower(std::string_view(*text)))
               : value;
  }

  Evaluation &evaluation;
  Value attribute;
  bool distinguishesCase;
};

Value orNone(const Parameters &parameters, size_t index) {
  return parameters.has(index) ? parameters[index] : Value(None());
}

Value sort(Evaluation &evaluation, const Value &input,
           const Arguments &arguments) {
  Parameters parameters(evaluation, "sort", arguments,
                        {"reverse", "case_sensitive", "attribute"});
  std::vector<Value> items;
  if (!evaluation.getItems(input, items))
    return Value();
  sortValues(
      evaluation, items, parameters.isTrue(0, false),
      Key(evaluation, orNone(parameters, 2), parameters.isTrue(1, false)));
  return evaluation.makeList(std::move(items));
}

Value unique(Evaluation &evaluation, const Value &input,
             const Arguments &arguments) {
  Parameters parameters(evaluation, "unique", arguments,
                        {"case_sensitive", "attribute"});
  std::vector<Value> items, kept;
  if (!evaluation.getItems(input, items))
    return Value();
  Key getKey(evaluation, orNone(parameters, 1), parameters.isTrue(0, false));
  Map seen;
  for (const Value &item : items) {
    Value key = getKey(item);
    if (!Map::isKey(key))
      return evaluation.fail("unique: expected strings, numbers, booleans and "
                             "none, found a value of type ",
                             key.getTypeName());
    if (!evaluation.countBytes(4 * sizeof(Value)))
      return Value();
    if (seen.find(key))
      continue;
    seen.set(key, Value());
    kept.push_back(item);
  }
  return evaluation.makeIterator(std::move(kept));
}

template <bool wantsMost>
Value findExtreme(Evaluation &evaluation, const Value &input,
                  const Arguments &arguments) {
  Parameters parameters(evaluation, wantsMost ? "max" : "min", arguments,
                        {"case_sensitive", "attribute"});
  std::vector<Value> items;
  if (!evaluation.getItems(input, items))
    return Value();
  if (items.empty())
    return Value(Undefined{std::make_shared<const std::string>(
        "no least or largest element exists, the sequence is empty")});
  Key getKey(evaluation, orNone(parameters, 1), parameters.isTrue(0, false));
  size_t best = 0;
  Value bestKey = getKey(items[0]);
  for (size_t i = 1; i < items.size() && !evaluation.hasFailed(); ++i) {
    Value key = getKey(items[i]);
    if (wantsMost ? isLess(evaluation, bestKey, key)
                  : isLess(evaluation, key, bestKey)) {
      best = i;
      bestKey = key;
    }
  }
  return items[best];
}

Value sortMap(Evaluation &evaluation, const Value &input,
              const Arguments &arguments) {
  Parameters parameters(evaluation, "dictsort", arguments,
                        {"case_sensitive", "by", "reverse"});
  std::string by = parameters.getText(1, "key");
  const Map *map = input.getMap();
  if (!map)
    return evaluation.fail("dictsort: expected a dict, found a value of type ",
                           input.getTypeName());
  if (by != "key" && by != "value")
    return evaluation.fail("dictsort: expected by='key' or by='value', found '",
                           by, "'");
  std::vector<Value> items;
  for (const auto &[key, value] : map->getEntries())
    items.push_back(evaluation.makeTuple({key, value}));
  if (evaluation.hasFailed())
    return Value();
  sortValues(evaluation, items, parameters.isTrue(2, false),
             Key(evaluation, Value(int64_t(by == "value")),
                 parameters.isTrue(0, false)));
  return evaluation.makeList(std::move(items));
}

Value groupBy(Evaluation &evaluation, const Value &input,
              const Arguments &arguments) {
  Parameters parameters(evaluation, "groupby", arguments,
                        {"attribute", "default", "case_sensitive"}, 1);
  std::vector<Value> items, groups;
  if (!evaluation.getItems(input, items))
    return Value();
  Key exact(evaluation, parameters[0], true);
  Key folded(evaluation, parameters[0], parameters.isTrue(2, false));
  auto getKey = [&](const Value &item, const Key &key) {
    Value found = key(item);
    return found.isUndefined() && parameters.has(1) ? parameters[1] : found;
  };
  sortValues(evaluation, items, false,
             [&](const Value &item) { return getKey(item, folded); });
  for (size_t begin = 0; begin < items.size() && !evaluation.hasFailed();) {
    Value key = getKey(items[begin], folded);
    size_t end = begin + 1;
    while (end < items.size() &&
           isEqual(evaluation, key, getKey(items[end], folded)))
      ++end;
    Value members = evaluation.makeList(
        {items.begin() + ptrdiff_t(begin), items.begin() + ptrdiff_t(end)});
    groups.push_back(
        evaluation.makeTuple({getKey(items[begin], exact), members}));
    begin = end;
  }
  return evaluation.makeList(std::move(groups));
}

constexpr FilterEntry filters[] = {
    {"dictsort", sortMap},
    {"groupby", groupBy},
    {"max", findExtreme<true>},
    {"min", findExtreme<false>},
    {"sort", sort},
    {"unique", unique},
};

} // namespace

std::span<const FilterEntry> weft::text::getOrderFilters() { return filters; }
