// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Binding of arguments to parameters.
#include "runtime/text/template/Arguments.h"
#include "runtime/text/template/Evaluation.h"

#include <algorithm>

using namespace weft::text;

const Value *Arguments::findKeyword(std::string_view name) const {
  for (const auto &[keyword, value] : keywords)
    if (keyword == name)
      return &value;
  return nullptr;
}

Parameters::Parameters(Evaluation &evaluation, std::string_view callee,
                       const Arguments &arguments,
                       std::initializer_list<std::string_view> list,
                       size_t required)
    : evaluation(evaluation), callee(callee), names(list), values(names.size()),
      given(names.size()) {
  if (arguments.positional.size() > names.size())
    evaluation.fail(callee, ": expected at most ", names.size(),
                    " arguments, found ", arguments.positional.size());
  for (size_t i = 0; i < std::min(names.size(), arguments.positional.size());
       ++i) {
    values[i] = arguments.positional[i];
    given[i] = true;
  }
  for (const auto &[keyword, value] : arguments.keywords) {
    size_t index =
        size_t(std::find(names.begin(), names.end(), keyword) - names.begin());
    if (index == names.size()) {
      evaluation.fail(callee, ": unknown argument '", keyword, "'");
    } else if (given[index]) {
      evaluation.fail(callee, ": argument '", keyword, "' is given twice");
    } else {
      values[index] = value;
      given[index] = true;
    }
  }
  for (size_t i = 0; i < required; ++i)
    if (!given[i])
      evaluation.fail(callee, ": expected argument '", names[i],
                      "', found none");
}

int64_t Parameters::getInteger(size_t index, int64_t absent) const {
  int64_t number = absent;
  if (has(index) && !values[index].isNone() &&
      !values[index].getInteger(number))
    evaluation.fail(callee, ": expected an integer for '", names[index],
                    "', found a value of type ", values[index].getTypeName());
  return number;
}

std::string Parameters::getText(size_t index, std::string_view absent) const {
  if (!has(index) || values[index].isNone())
    return std::string(absent);
  if (const std::string *text = values[index].getText())
    return *text;
  evaluation.fail(callee, ": expected a string for '", names[index],
                  "', found a value of type ", values[index].getTypeName());
  return "";
}
