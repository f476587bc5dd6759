// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which keywords of JSON Schema are known.
#ifndef WEFT_RUNTIME_TEXT_CONSTRAINT_SCHEMAKEYWORDS_H
#define WEFT_RUNTIME_TEXT_CONSTRAINT_SCHEMAKEYWORDS_H

#include "runtime/program/Status.h"

#include <nlohmann/json_fwd.hpp>

namespace weft::text {

using runtime::Status;

/// Whether `keyword` says nothing about which values are valid.
bool isAnnotation(std::string_view keyword);

/// Checks a whole schema, subschemas too: the forms of what is supported, and
/// that nothing else is there. One error lists all that is wrong, each with
/// its JSON pointer.
Status checkSchema(const nlohmann::ordered_json &schema);

} // namespace weft::text

#endif
