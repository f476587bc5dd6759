// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rows times a matrix, in the wide type. Contractions and convolutions are made
// of it; it is what makes the interpreter fast enough for real models. Each sum
// is still taken in order, so no result depends on how the work was cut.

#ifndef WEFT_LIB_INTERPRETER_MULTIPLYBLOCK_H
#define WEFT_LIB_INTERPRETER_MULTIPLYBLOCK_H

#include <algorithm>
#include <array>
#include <cstdint>
#include <type_traits>

namespace weft {

/// Rows that multiplyRows() takes at a time.
inline constexpr int kRows = 4;

/// result[r][n] += sum over k of rows[r][k] * matrix[k][n], for `count` <=
/// kRows rows, `depth` values of k and `width` of n. Strides are in elements.
/// Integers are to be given as uint64_t, whose arithmetic wraps.
template <typename W>
void multiplyRows(const std::array<const W *, kRows> &rows, int count,
                  int64_t depth, const W *matrix, int64_t matrixStride,
                  int64_t width, W *result, int64_t resultStride) {
  constexpr int kColumns = 4;
  static_assert(!std::is_signed_v<W> || std::is_floating_point_v<W>,
                "signed integers would overflow");
  int64_t n = 0;
  if (count == kRows) {
    for (; n + kColumns <= width; n += kColumns) {
      W sums[kRows][kColumns];
      for (int r = 0; r < kRows; ++r)
        for (int c = 0; c < kColumns; ++c)
          sums[r][c] = result[r * resultStride + n + c];
      const W *line = matrix + n;
      for (int64_t k = 0; k < depth; ++k, line += matrixStride)
        for (int r = 0; r < kRows; ++r)
          for (int c = 0; c < kColumns; ++c)
            sums[r][c] += rows[r][k] * line[c];
      for (int r = 0; r < kRows; ++r)
        for (int c = 0; c < kColumns; ++c)
          result[r * resultStride + n + c] = sums[r][c];
    }
  }
  if (n == width)
    return;
  for (int r = 0; r < count; ++r)
    for (int64_t k = 0; k < depth; ++k) {
      W factor = rows[r][k];
      const W *line = matrix + k * matrixStride;
      W *sums = result + r * resultStride;
      for (int64_t c = n; c < width; ++c)
        sums[c] += factor * line[c];
    }
}

} // namespace weft

#endif // WEFT_LIB_INTERPRETER_MULTIPLYBLOCK_H
