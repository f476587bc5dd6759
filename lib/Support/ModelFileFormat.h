// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the writer and the reader of model.ir agree on.

#ifndef WEFT_LIB_SUPPORT_MODELFILEFORMAT_H
#define WEFT_LIB_SUPPORT_MODELFILEFORMAT_H

#include "llvm/ADT/StringRef.h"

namespace weft {

inline constexpr llvm::StringRef kModelHeaderMagic("WEFTIR\0\0", 8);

/// The footer's numbers are: size of the file, then offset, size and XXH3-64 of
/// the index.
inline constexpr llvm::StringLiteral kModelFooterMagic("WEFTIREN");

/// Whether an asset may be called so: it becomes a file of a folder, and must
/// not reach files elsewhere.
inline bool isAssetName(llvm::StringRef name) {
  return !name.empty() && name != "." && name != ".." &&
         name.find_first_of(llvm::StringRef("/\\\0", 3)) ==
             llvm::StringRef::npos;
}

} // namespace weft

#endif // WEFT_LIB_SUPPORT_MODELFILEFORMAT_H
