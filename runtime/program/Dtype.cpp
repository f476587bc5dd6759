// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One table gives every element type its name and size.
#include "runtime/program/Dtype.h"

#include <iterator>

namespace {
struct DtypeRow {
  const char *name;
  int64_t sizeBytes;
};
} // namespace

// Indexed by WeftDtype.
static constexpr DtypeRow table[] = {
    {"invalid", 0}, {"f64", 8},  {"f32", 4},  {"f16", 2}, {"bf16", 2},
    {"i8", 1},      {"i16", 2},  {"i32", 4},  {"i64", 8}, {"ui8", 1},
    {"ui16", 2},    {"ui32", 4}, {"ui64", 8}, {"i1", 1}};
static_assert(std::size(table) == WEFT_DTYPE_I1 + 1);

static const DtypeRow &getRow(int32_t dtype) {
  return dtype > 0 && dtype < int32_t(std::size(table)) ? table[dtype]
                                                        : table[0];
}

const char *weft::runtime::getDtypeName(int32_t dtype) {
  return getRow(dtype).name;
}

int64_t weft::runtime::getDtypeSizeBytes(int32_t dtype) {
  return getRow(dtype).sizeBytes;
}

WeftDtype weft::runtime::findDtype(std::string_view name) {
  for (int32_t dtype = 1; dtype < int32_t(std::size(table)); ++dtype)
    if (name == table[dtype].name)
      return WeftDtype(dtype);
  return WEFT_DTYPE_INVALID;
}
