// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The models that a path names.

#ifndef WEFT_TOOLS_WEFT_MODELLIST_H
#define WEFT_TOOLS_WEFT_MODELLIST_H

#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace weft {

struct ModelList {
  std::vector<std::string> paths;
  /// Whether they are what a folder holds, in the order of names.
  bool isFolder = false;
};

/// A model itself, or all models of a folder that is none; its other files are
/// skipped. Fails where there is none, or the path cannot be read.
llvm::Expected<ModelList> findModels(llvm::StringRef path);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_MODELLIST_H
