// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What this processor can do at most, measured.

#ifndef WEFT_TOOLS_WEFT_CEILINGS_H
#define WEFT_TOOLS_WEFT_CEILINGS_H

namespace weft {

struct Ceilings {
  /// f32 multiply-adds out of registers, each two operations, in 10^9 a second.
  double gflops = 0;
  /// Bytes read from memory that no cache holds, in 10^9 a second.
  double gigabytesPerSecond = 0;
};

/// Measures for about a quarter of a second on `threads` threads at once, with
/// 64 MiB of memory each. Zeros on a processor without AVX2 and FMA.
Ceilings measureCeilings(int threads);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_CEILINGS_H
