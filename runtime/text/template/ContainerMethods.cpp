// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Methods of list, tuple, range and dict that do not change them.
#include "runtime/text/template/Arguments.h"
#include "runtime/text/template/Methods.h"
#include "runtime/text/template/Operators.h"
#include "runtime/text/template/PythonText.h"

using namespace weft::text;

namespace {

Value count(Evaluation &evaluation, const Value &self,
            const Arguments &arguments) {
  Parameters parameters(evaluation, "count", arguments, {"value"}, 1);
  int64_t found = 0;
  for (const Value &item : self.getSequence()->items)
    found += isEqual(evaluation, item, parameters[0]);
  return Value(found);
}

Value index(Evaluation &evaluation, const Value &self,
            const Arguments &arguments) {
  Parameters parameters(evaluation, "index", arguments, {"value"}, 1);
  const std::vector<Value> &items = self.getSequence()->items;
  for (size_t i = 0; i < items.size(); ++i)
    if (isEqual(evaluation, items[i], parameters[0]))
      return Value(int64_t(i));
  return evaluation.fail("index: expected ", toText(evaluation, parameters[0]),
                         " in the list, found it nowhere");
}

/// Nothing can tell a copy from the original.
Value copy(Evaluation &evaluation, const Value &self,
           const Arguments &arguments) {
  Parameters parameters(evaluation, "copy", arguments, {});
  return self;
}

Value get(Evaluation &evaluation, const Value &self,
          const Arguments &arguments) {
  Parameters parameters(evaluation, "get", arguments, {"key", "default"}, 1);
  if (const Value *found = self.getMap()->find(parameters[0]))
    return *found;
  return parameters.has(1) ? parameters[1] : Value(None());
}

template <bool withKeys, bool withValues>
Value view(Evaluation &evaluation, const Value &self,
           const Arguments &arguments) {
  Parameters parameters(evaluation, "items", arguments, {});
  std::vector<Value> items;
  for (const auto &[key, value] : self.getMap()->getEntries())
    items.push_back(withKeys && withValues ? evaluation.makeTuple({key, value})
                    : withKeys             ? key
                                           : value);
  return evaluation.makeSequence(std::move(items), Sequence::Flavor::View);
}

constexpr MethodEntry sequenceMethods[] = {
    {"copy", copy},
    {"count", count},
    {"index", index},
};

constexpr MethodEntry mapMethods[] = {
    {"copy", copy},
    {"get", get},
    {"items", view<true, true>},
    {"keys", view<true, false>},
    {"values", view<false, true>},
};

} // namespace

std::span<const MethodEntry> weft::text::getSequenceMethods() {
  return sequenceMethods;
}

std::span<const MethodEntry> weft::text::getMapMethods() { return mapMethods; }
