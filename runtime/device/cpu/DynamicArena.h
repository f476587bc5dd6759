// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Memory for the temporaries whose size a call finds out on its way.
//
// First fit over a list of blocks in address order, so the same sequence of
// requests gets the same places. What a run needed beyond the region it had is
// kept apart and decides the size of the region for the next run: from the
// second run of the same sizes on nothing is asked of the system.
#ifndef WEFT_RUNTIME_DEVICE_CPU_DYNAMICARENA_H
#define WEFT_RUNTIME_DEVICE_CPU_DYNAMICARENA_H

#include "runtime/program/Buffer.h"

#include <cstdint>
#include <vector>

namespace weft::runtime {

/// Used by one thread at a time.
class DynamicArena {
public:
  /// At least `bytes`, aligned to 64; null when memory is out or `bytes` is
  /// negative.
  void *allocate(int64_t bytes);

  /// Gives back what `allocate` returned; null is ignored.
  void release(void *pointer);

  /// Ends a run: everything is free again, in one region that is large enough
  /// for the same run.
  void reset();

  /// Bytes that it holds of the system's memory.
  uint64_t getHeldBytes() const;

private:
  struct Block;

  Block *addRegion(uint64_t bytes);
  void mergeWithNext(Block &block);

  std::vector<Buffer> regions;
  uint64_t usedBytes = 0; // blocks in use, headers included
  uint64_t peakBytes = 0;
};

} // namespace weft::runtime

#endif
