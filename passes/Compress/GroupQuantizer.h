// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Quantizes rows of weights in groups: each group of consecutive weights has a
// scale, which is a number of f16, and maybe a zero point:
//
//   weight ~ (code - zero) * scale
//
// Codes are signed. A scale may be negative: then the extreme weight, of
// whatever sign, has the code -2^(bits-1), which has no counterpart above.

#ifndef WEFT_PASSES_COMPRESS_GROUPQUANTIZER_H
#define WEFT_PASSES_COMPRESS_GROUPQUANTIZER_H

#include "llvm/ADT/ArrayRef.h"
#include <cstdint>

namespace weft {

struct GroupFormat {
  /// 3 to 6, or 8.
  unsigned bits = 8;
  /// Weights that share a scale; the last group of a row may be shorter.
  int64_t group = 128;
  /// Without zero points.
  bool isSymmetric = true;

  int64_t countGroups(int64_t width) const {
    return (width + group - 1) / group;
  }
  int getLeast() const { return -(1 << (bits - 1)); }
  int getGreatest() const { return (1 << (bits - 1)) - 1; }
};

enum class ScaleChoice {
  /// By the extreme weights: no weight is further from its value than half a
  /// scale.
  Extremes,
  /// The one of those and of 20 smaller ones with the least squared error.
  Clipped,
  /// Of many trial scales, each made the best for the codes that it gives
  /// (weighted least squares), the one with the least weighted squared error.
  /// Never worse than the other two by that measure.
  Search,
};

/// Sums over a row or more.
struct QuantizeError {
  /// Squares of differences, with the importance of their columns.
  double weighted = 0;
  /// Squares of differences, and of weights.
  double squared = 0, norm = 0;

  QuantizeError &operator+=(const QuantizeError &other) {
    weighted += other.weighted;
    squared += other.squared;
    norm += other.norm;
    return *this;
  }
};

enum class RowStatus {
  Done,
  /// A weight is NaN or infinite.
  NotFinite,
  /// A scale would be larger than f16 holds.
  TooLarge,
};

/// A row with room for what it becomes.
struct QuantizedRow {
  llvm::MutableArrayRef<int8_t> codes;
  /// Bits of f16, one for each group.
  llvm::MutableArrayRef<uint16_t> scales;
  /// One for each group; empty for a symmetric format.
  llvm::MutableArrayRef<int8_t> zeros;
};

/// Quantizes one row. \p importance is a factor of each column's squared error,
/// or empty: all are 1. May be called from any thread.
RowStatus quantizeRow(const GroupFormat &format, ScaleChoice choice,
                      llvm::ArrayRef<float> weights,
                      llvm::ArrayRef<float> importance, QuantizedRow row,
                      QuantizeError &error);

/// The weight that a code stands for.
float dequantizeCode(int8_t code, int8_t zero, uint16_t scale);

/// Rounds to the nearest f16 and back, and the bits of that f16.
uint16_t roundToHalf(float value);
float widenHalf(uint16_t bits);

/// Widens numbers of 16 bits.
void widenHalves(const uint16_t *from, int64_t count, float *to);
void widenBrains(const uint16_t *from, int64_t count, float *to);

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_GROUPQUANTIZER_H
