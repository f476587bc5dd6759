// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What can be done about what the compiler could not.

#ifndef WEFT_TOOLS_WEFT_REMEDIES_H
#define WEFT_TOOLS_WEFT_REMEDIES_H

#include "llvm/ADT/StringRef.h"

namespace weft {

/// What the author of a model, or whoever compiles it, can do about a remark of
/// the compiler; empty where it tells of nothing slow.
llvm::StringRef findRemedy(llvm::StringRef remark);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_REMEDIES_H
