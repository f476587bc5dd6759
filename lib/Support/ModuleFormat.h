// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The frame of the module .wm; docs/ModuleFormat.md has all of it.

#ifndef WEFT_LIB_SUPPORT_MODULEFORMAT_H
#define WEFT_LIB_SUPPORT_MODULEFORMAT_H

#include "llvm/ADT/StringRef.h"

namespace weft {

/// The header's numbers are: size of the file, then offset, size and XXH3-64 of
/// the manifest.
inline constexpr llvm::StringLiteral kModuleMagic("WEFTMODL");
inline constexpr uint32_t kModuleVersion = 1;

} // namespace weft

#endif // WEFT_LIB_SUPPORT_MODULEFORMAT_H
