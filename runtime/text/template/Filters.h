// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The filters of templates, one function each, by family.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_FILTERS_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_FILTERS_H

#include "runtime/text/template/Value.h"

#include <span>

namespace weft::text {

using FilterFunction = Value (*)(Evaluation &, const Value &input,
                                 const Arguments &);

struct FilterEntry {
  std::string_view name;
  FilterFunction function;
};

/// Null for an unknown name.
FilterFunction findFilter(std::string_view name);

std::span<const FilterEntry> getTextFilters();
std::span<const FilterEntry> getNumberFilters();
std::span<const FilterEntry> getSequenceFilters();
std::span<const FilterEntry> getSelectionFilters();
std::span<const FilterEntry> getOrderFilters();
std::span<const FilterEntry> getConversionFilters();

} // namespace weft::text

#endif
