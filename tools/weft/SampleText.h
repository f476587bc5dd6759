// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A text of many kinds that language models are compared on where the user gives none: a story, an encyclopedia's entries, a talk, instructions,
// programs, tables, and some sentences of other languages.

#ifndef WEFT_TOOLS_WEFT_SAMPLETEXT_H
#define WEFT_TOOLS_WEFT_SAMPLETEXT_H

#include "llvm/ADT/StringRef.h"

namespace weft {

extern const llvm::StringLiteral kSampleText;

} // namespace weft

#endif // WEFT_TOOLS_WEFT_SAMPLETEXT_H
