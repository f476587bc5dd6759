// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Random numbers that are the same on every machine: draw n of a seed is a
// function of both, computed in integers alone.
#ifndef WEFT_RUNTIME_TEXT_SAMPLING_RANDOMSTREAM_H
#define WEFT_RUNTIME_TEXT_SAMPLING_RANDOMSTREAM_H

#include <cstdint>

namespace weft::text {

/// SplitMix64: a Weyl sequence through a mixing function. Source: Steele, Lea
/// and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014,
/// with the constants of Stafford's variant 13.
class RandomStream {
public:
  explicit RandomStream(uint64_t seed) : state(seed) {}

  uint64_t next() {
    uint64_t mixed = state += 0x9e3779b97f4a7c15;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
  }

  /// In [0, 1), a multiple of 2^-53.
  double nextUniform() { return double(next() >> 11) * 0x1p-53; }

private:
  uint64_t state;
};

} // namespace weft::text

#endif
