// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Fusion for people and for machines.

#ifndef WEFT_TOOLS_WEFT_FUSIONTABLE_H
#define WEFT_TOOLS_WEFT_FUSIONTABLE_H

#include "lib/Analysis/DispatchTraffic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace weft {

/// Prints what kernels are made of and what that keeps out of memory, in lines of 100 columns: those that keep most first, one line for all
/// dispatches of a kernel, and not more than the first 20; with `isWhole` each dispatch in order, in lines of any length.
void printFusionTable(llvm::raw_ostream &stream,
                      llvm::ArrayRef<DispatchTraffic> dispatches, bool isWhole);

llvm::json::Object describeFusion(llvm::ArrayRef<DispatchTraffic> dispatches);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_FUSIONTABLE_H
