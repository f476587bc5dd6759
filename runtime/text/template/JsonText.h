// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// JSON in and out.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_JSONTEXT_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_JSONTEXT_H

#include "runtime/text/template/Evaluation.h"

#include <nlohmann/json_fwd.hpp>

namespace weft::text {

/// How json.dumps writes; the defaults are those of transformers' tojson.
struct JsonStyle {
  bool escapesNonAscii = false;
  bool sortsKeys = false;
  bool isIndented = false;
  std::string indent; // of one level
  std::string itemSeparator = ", ";
  std::string keySeparator = ": ";
};

/// Fails for what JSON does not know: undefined values, functions, ...
std::string toJson(Evaluation &evaluation, const Value &value,
                   const JsonStyle &style);

/// A value of the caller. Fails for integers beyond 64 bits and for nesting
/// deeper than maxValueDepth.
Value toValue(Evaluation &evaluation, const nlohmann::ordered_json &json,
              int depth = 0);

} // namespace weft::text

#endif
