// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a benchmark found, for people and for spreadsheets.

#ifndef WEFT_TOOLS_WEFT_BENCHTEXT_H
#define WEFT_TOOLS_WEFT_BENCHTEXT_H

#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace weft {

/// Prints the facts of one model, without ceilings.
void printBench(llvm::raw_ostream &stream, const llvm::json::Object &facts);

/// Prints one table of all models (RFC 4180): a line for each model, point of a
/// sweep and other program.
void printBenchTable(llvm::raw_ostream &stream,
                     llvm::ArrayRef<const llvm::json::Object *> models);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_BENCHTEXT_H
