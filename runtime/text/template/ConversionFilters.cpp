// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// default, items, attr and tojson.
#include "runtime/text/template/Arguments.h"
#include "runtime/text/template/Attributes.h"
#include "runtime/text/template/Filters.h"
#include "runtime/text/template/JsonText.h"
#include "runtime/text/template/Methods.h"
#include "runtime/text/template/PythonText.h"

using namespace weft::text;

namespace {

Value useDefault(Evaluation &evaluation, const Value &input,
                 const Arguments &arguments) {
  Parameters parameters(evaluation, "default", arguments,
                        {"default_value", "boolean"});
  bool isMissing =
      input.isUndefined() || (parameters.isTrue(1, false) && !input.isTrue());
  if (!isMissing)
    return input;
  return parameters.has(0) ? parameters[0] : evaluation.makeText("");
}

Value getItemsOf(Evaluation &evaluation, const Value &input,
                 const Arguments &arguments) {
  Parameters parameters(evaluation, "items", arguments, {});
  std::vector<Value> items;
  if (const Map *map = input.getMap()) {
    for (const auto &[key, value] : map->getEntries())
      items.push_back(evaluation.makeTuple({key, value}));
  } else if (!input.isUndefined()) {
    return evaluation.fail("items: expected a dict, found a value of type ",
                           input.getTypeName());
  }
  return evaluation.makeIterator(std::move(items));
}

Value getAttributeOf(Evaluation &evaluation, const Value &input,
                     const Arguments &arguments) {
  Parameters parameters(evaluation, "attr", arguments, {"name"}, 1);
  std::string name = parameters.getText(0, "");
  // Entries of a map are no attributes here.
  return input.getMap() ? getMethod(evaluation, input, name)
                        : getAttribute(evaluation, input, name);
}

/// transformers' tojson: json.dumps, without escapes for HTML.
Value toJsonText(Evaluation &evaluation, const Value &input,
                 const Arguments &arguments) {
  Parameters parameters(evaluation, "tojson", arguments,
                        {"ensure_ascii", "indent", "separators", "sort_keys"});
  JsonStyle style;
  style.escapesNonAscii = parameters.isTrue(0, false);
  style.sortsKeys = parameters.isTrue(3, false);
  if (parameters.has(1) && !parameters[1].isNone()) {
    style.isIndented = true;
    style.itemSeparator = ",";
    if (const std::string *text = parameters[1].getText()) {
      style.indent = *text;
    } else {
      int64_t width = parameters.getInteger(1, 0);
      if (width > 1000)
        return evaluation.fail("tojson: expected an indent of at most 1000, "
                               "found ",
                               width);
      style.indent.assign(size_t(std::max<int64_t>(0, width)), ' ');
    }
  }
  if (parameters.has(2) && !parameters[2].isNone()) {
    const Sequence *both = parameters[2].getSequence();
    if (!both || both->items.size() != 2 || !both->items[0].getText() ||
        !both->items[1].getText())
      return evaluation.fail("tojson: expected two strings as separators");
    style.itemSeparator = *both->items[0].getText();
    style.keySeparator = *both->items[1].getText();
  }
  return evaluation.makeText(toJson(evaluation, input, style));
}

constexpr FilterEntry filters[] = {
    {"attr", getAttributeOf}, {"d", useDefault},      {"default", useDefault},
    {"items", getItemsOf},    {"tojson", toJsonText},
};

} // namespace

std::span<const FilterEntry> weft::text::getConversionFilters() {
  return filters;
}
