// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes the bytes of a parameter in the layout that kernels read, one panel at a time.

#ifndef WEFT_LIB_TARGET_CPU_PACKWEIGHTS_H
#define WEFT_LIB_TARGET_CPU_PACKWEIGHTS_H

#include "lib/Target/CPU/Kernel/Kernels.h"
#include "llvm/Support/Error.h"

namespace weft::cpu {

/// "row-major" or "panels16:<batch>/<reduction>/<outputs>" (pairs16 of bf16, quads16 for quads of i8, lines64 for lines of codes,
/// sparse16xKEPT without zeros), for the manifest.
std::string describeLayout(const WeightLayout &layout);

/// Writes a row-major tensor of `type` in `layout` to `stream`; holds one panel. Codes of less than 8 bits come as a byte each. Fails where a panel
/// has more steps that are not zero than the layout keeps.
llvm::Error packWeight(llvm::ArrayRef<char> bytes, mlir::RankedTensorType type,
                       const WeightLayout &layout, llvm::raw_ostream &stream);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_PACKWEIGHTS_H
