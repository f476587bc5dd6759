// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Filters by name.
#include "runtime/text/template/Filters.h"

using namespace weft::text;

FilterFunction weft::text::findFilter(std::string_view name) {
  for (std::span<const FilterEntry> family :
       {getTextFilters(), getNumberFilters(), getSequenceFilters(),
        getSelectionFilters(), getOrderFilters(), getConversionFilters()})
    for (const FilterEntry &entry : family)
      if (entry.name == name)
        return entry.function;
  return nullptr;
}
