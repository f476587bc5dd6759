// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// value.name and value[key].
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_ATTRIBUTES_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_ATTRIBUTES_H

#include "runtime/text/template/Evaluation.h"

namespace weft::text {

/// A method, or else the entry of a map; undefined if there is neither, an
/// error if `value` is undefined.
Value getAttribute(Evaluation &evaluation, const Value &value,
                   std::string_view name);

/// An element, or else a method; undefined if there is neither, an error if
/// `value` is undefined.
Value getItem(Evaluation &evaluation, const Value &value, const Value &key);

/// Follows a path such as "function.name" or "0", as filters take it.
Value getPath(Evaluation &evaluation, const Value &value, const Value &path);

} // namespace weft::text

#endif
