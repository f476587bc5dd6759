// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Values as Python prints them, since that is what templates are written for.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_PYTHONTEXT_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_PYTHONTEXT_H

#include "runtime/text/template/Evaluation.h"

namespace weft::text {

/// repr(float): the shortest digits that read back, 1.0, 1e+16, inf, nan.
std::string toText(double number);
/// str(value): what {{ value }} gives.
std::string toText(Evaluation &evaluation, const Value &value);
/// repr(value): the same for what stands inside lists and maps.
void appendRepresentation(Evaluation &evaluation, const Value &value,
                          std::string &text, int depth = 0);

} // namespace weft::text

#endif
