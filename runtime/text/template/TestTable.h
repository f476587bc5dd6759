// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What can stand behind `is`.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_TESTTABLE_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_TESTTABLE_H

#include "runtime/text/template/Value.h"

namespace weft::text {

using TestFunction = bool (*)(Evaluation &, const Value &input,
                              const Arguments &);

/// Null for an unknown name.
TestFunction findTest(std::string_view name);

} // namespace weft::text

#endif
