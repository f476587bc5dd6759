// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Time as profiles and spinning threads read it.
#ifndef WEFT_RUNTIME_PROGRAM_CLOCK_H
#define WEFT_RUNTIME_PROGRAM_CLOCK_H

#include <cstdint>
#include <ctime>

namespace weft::runtime {

/// Nanoseconds of the monotonic clock.
inline int64_t readClockNs() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return int64_t(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

/// When a thread was busy with a dispatch; endNs = 0 when it took no part.
struct WorkerSpan {
  int64_t beginNs = 0;
  int64_t endNs = 0;
};

} // namespace weft::runtime

#endif
