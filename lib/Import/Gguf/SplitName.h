// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The names of the parts of a split model: model-00002-of-00005.gguf.

#ifndef WEFT_LIB_IMPORT_GGUF_SPLITNAME_H
#define WEFT_LIB_IMPORT_GGUF_SPLITNAME_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace weft::gguf {

/// The name of a part, taken apart.
struct SplitName {
  /// What all parts begin with, the folder included.
  llvm::StringRef prefix;
  /// Counted from 1.
  unsigned number;
  unsigned count;
};

/// Returns nothing for the path of a file that is no part.
std::optional<SplitName> parseSplitName(llvm::StringRef path);

/// Returns the paths of all parts, in order.
std::vector<std::string> listParts(const SplitName &name);

} // namespace weft::gguf

#endif // WEFT_LIB_IMPORT_GGUF_SPLITNAME_H
