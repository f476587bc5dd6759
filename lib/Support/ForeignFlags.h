// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// LLVM's code generators register hundreds of flags in every program that is
// linked to them.

#ifndef WEFT_LIB_SUPPORT_FOREIGNFLAGS_H
#define WEFT_LIB_SUPPORT_FOREIGNFLAGS_H

#include "llvm/Support/CommandLine.h"

namespace weft {

/// Moves the flags that are registered so far from --help to --help-hidden.
/// Before a tool registers its own.
inline void hideForeignFlags() {
  for (auto &[name, option] : llvm::cl::getRegisteredOptions())
    if (option->getOptionHiddenFlag() == llvm::cl::NotHidden &&
        !llvm::StringRef(name).starts_with("help"))
      option->setHiddenFlag(llvm::cl::Hidden);
}

} // namespace weft

#endif // WEFT_LIB_SUPPORT_FOREIGNFLAGS_H
