// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rounding and denormals while a model runs: to nearest, and kept, whatever the
// embedding program has set. So a result does not depend on who calls, or on
// which thread a task ran.
#ifndef WEFT_RUNTIME_DEVICE_CPU_FLOATENVIRONMENT_H
#define WEFT_RUNTIME_DEVICE_CPU_FLOATENVIRONMENT_H

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace weft::runtime {

/// Sets the default environment of this thread, and what was there before when
/// it dies.
class FloatEnvironment {
public:
#if defined(__x86_64__)
  FloatEnvironment() : saved(_mm_getcsr()) { _mm_setcsr(defaultControl); }
  ~FloatEnvironment() { _mm_setcsr(saved); }
#else
  FloatEnvironment() {}
  ~FloatEnvironment() {}
#endif
  FloatEnvironment(const FloatEnvironment &) = delete;
  FloatEnvironment &operator=(const FloatEnvironment &) = delete;

private:
#if defined(__x86_64__)
  /// All exceptions masked, round to nearest, no flushing to zero.
  static constexpr unsigned defaultControl = 0x1f80;
  unsigned saved;
#endif
};

} // namespace weft::runtime

#endif
