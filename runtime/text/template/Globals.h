// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions that every template can call.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_GLOBALS_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_GLOBALS_H

#include "runtime/text/template/Evaluation.h"

namespace weft::text {

/// range, dict, namespace, joiner, cycler, and transformers' raise_exception
/// and strftime_now; undefined for other names.
Value findGlobal(Evaluation &evaluation, std::string_view name);

} // namespace weft::text

#endif
