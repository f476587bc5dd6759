// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Places in one piece of memory for tensors that are alive at different times.

#ifndef WEFT_LIB_TARGET_CPU_HOST_ARENALAYOUT_H
#define WEFT_LIB_TARGET_CPU_HOST_ARENALAYOUT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

#include <cstdint>

namespace weft::cpu {

/// A tensor that needs `sizeBytes` in all steps from `begin` to `end`, both included.
struct ArenaItem {
  int64_t sizeBytes, begin, end;
};

struct ArenaLayout {
  /// One for each item; items that are alive at once do not overlap.
  llvm::SmallVector<int64_t> offsets;
  int64_t sizeBytes = 0;
  /// The largest sum of sizes that are alive at once: no layout can be smaller.
  int64_t lowerBoundBytes = 0;
};

/// Places the items one after the other, each into the tightest gap of those that are alive with it, in several orders of importance
/// (Pisarchyk and Lee, "Efficient Memory Management for Deep Neural Net Inference", 2020: greedy by size, and by breadth); keeps the
/// smallest layout. Sizes are multiples of an alignment, which offsets then are too.
ArenaLayout layOutArena(llvm::ArrayRef<ArenaItem> items);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_HOST_ARENALAYOUT_H
