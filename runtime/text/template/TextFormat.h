// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Python's two ways of filling values into text.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_TEXTFORMAT_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_TEXTFORMAT_H

#include "runtime/text/template/Evaluation.h"

namespace weft::text {

/// format % value: %s %r %d %i %u %x %X %o %c %f %F %e %E %g %G and %% with
/// flags, width and precision; %(name)s takes entries of a map.
Value formatPercent(Evaluation &evaluation, std::string_view format,
                    const Value &value);

/// format.format(...): {} {0} {name} with .attribute and [subscript], !s and
/// !r; behind a colon fill, alignment, sign, 0, width, comma, precision and
/// one of s d x X o b e E f F g G %.
Value formatBraces(Evaluation &evaluation, std::string_view format,
                   const Arguments &arguments);

} // namespace weft::text

#endif
