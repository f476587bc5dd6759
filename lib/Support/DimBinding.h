// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a user says of a named dimension: its size, or the sizes that calls may
// give it.

#ifndef WEFT_LIB_SUPPORT_DIMBINDING_H
#define WEFT_LIB_SUPPORT_DIMBINDING_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace weft {

struct DimBinding {
  std::string name;
  /// The least and the largest size.
  int64_t least = 0, most = 0;

  bool isFixed() const { return least == most; }
};

/// Reads "NAME=SIZE" or "NAME=LO..HI", both ends included.
llvm::Expected<DimBinding> parseDimBinding(llvm::StringRef text);

} // namespace weft

#endif // WEFT_LIB_SUPPORT_DIMBINDING_H
