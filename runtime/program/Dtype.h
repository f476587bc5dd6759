// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Element types: their names in the manifest and their sizes in memory.
#ifndef WEFT_RUNTIME_PROGRAM_DTYPE_H
#define WEFT_RUNTIME_PROGRAM_DTYPE_H

#include "weft/Tensor.h"

#include <string_view>

namespace weft::runtime {

/// The name in the manifest, "f32" or "ui8"; "invalid" for any other number.
const char *getDtypeName(int32_t dtype);

/// Bytes of one element; 0 for a number that is no dtype.
int64_t getDtypeSizeBytes(int32_t dtype);

/// WEFT_DTYPE_INVALID when nothing has this name.
WeftDtype findDtype(std::string_view name);

} // namespace weft::runtime

#endif
