// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Methods of strings, lists and dicts.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_METHODS_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_METHODS_H

#include "runtime/text/template/Evaluation.h"

#include <span>

namespace weft::text {

using MethodFunction = Value (*)(Evaluation &, const Value &self,
                                 const Arguments &);

struct MethodEntry {
  std::string_view name;
  MethodFunction function;
};

std::span<const MethodEntry> getTextMethods();
std::span<const MethodEntry> getSequenceMethods();
std::span<const MethodEntry> getMapMethods();

/// Something to call with the arguments of the method; undefined if values of
/// this kind have none of that name.
Value getMethod(Evaluation &evaluation, const Value &self,
                std::string_view name);

/// Whether Python has such a method, but the sandbox refuses it because it
/// changes the value: append, pop, update, ...
bool isForbiddenMethod(const Value &self, std::string_view name);

} // namespace weft::text

#endif
