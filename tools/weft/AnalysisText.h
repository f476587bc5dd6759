// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An analysis for people.

#ifndef WEFT_TOOLS_WEFT_ANALYSISTEXT_H
#define WEFT_TOOLS_WEFT_ANALYSISTEXT_H

#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace weft {

/// Arguments, ops and dispatches of the facts that `weft analyze --json` gives,
/// with the sums of all.
void printDispatches(llvm::raw_ostream &stream,
                     const llvm::json::Object &facts);

/// Functions, memory, parameters, sensitivity and what is slow.
void printCosts(llvm::raw_ostream &stream, const llvm::json::Object &facts);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_ANALYSISTEXT_H
