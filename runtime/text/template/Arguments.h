// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Arguments of filters, tests, functions and methods.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_ARGUMENTS_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_ARGUMENTS_H

#include "runtime/text/template/Value.h"

#include <initializer_list>

namespace weft::text {

/// As they stand in a call.
struct Arguments {
  std::vector<Value> positional;
  std::vector<std::pair<std::string, Value>> keywords;

  const Value *findKeyword(std::string_view name) const;
};

/// Arguments by parameter. Reports arguments that `callee` does not have, has
/// twice or of which it lacks one of the first `required`.
class Parameters {
public:
  Parameters(Evaluation &evaluation, std::string_view callee,
             const Arguments &arguments,
             std::initializer_list<std::string_view> names,
             size_t required = 0);

  bool has(size_t index) const { return given[index]; }
  const Value &operator[](size_t index) const { return values[index]; }
  bool isTrue(size_t index, bool absent) const {
    return has(index) ? values[index].isTrue() : absent;
  }
  /// An error if it is there and no integer; none is the same as absent.
  int64_t getInteger(size_t index, int64_t absent) const;
  /// An error if it is there and no string; none is the same as absent.
  std::string getText(size_t index, std::string_view absent) const;

private:
  Evaluation &evaluation;
  std::string_view callee;
  std::vector<std::string_view> names;
  std::vector<Value> values;
  std::vector<bool> given;
};

} // namespace weft::text

#endif
