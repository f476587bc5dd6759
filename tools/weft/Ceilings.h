// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What this processor can do at most, measured by this program: whoever installs
// it has a processor, but no compiler.

#ifndef WEFT_TOOLS_WEFT_CEILINGS_H
#define WEFT_TOOLS_WEFT_CEILINGS_H

#include "lib/Analysis/Roofline.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace weft {

/// Measures for about half a second on `threads` threads at once, with 64 to 256
/// MiB of memory each, by the size of the last cache. Zeros on a processor without AVX2 and FMA.
Ceilings measureCeilings(int threads);

/// {"threads", "gflops", "bf16_gflops" and "int8_gops" or null,
/// "gigabytes_per_second", "caches": [{"name", "bytes", "gigabytes_per_second"}]}
llvm::json::Object describeCeilings(const Ceilings &ceilings);

void printCeilings(llvm::raw_ostream &stream, const Ceilings &ceilings);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_CEILINGS_H
