// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A weight as rows of f32, whatever its type and the order of its dimensions.

#ifndef WEFT_PASSES_COMPRESS_WEIGHTROWS_H
#define WEFT_PASSES_COMPRESS_WEIGHTROWS_H

#include "passes/Simplify/ParameterTable.h"

namespace weft {

class WeightRows {
public:
  /// Of a parameter of floats and rank 2, whose columns are the rows where `isTransposed`. Fails with a diagnostic where there are no bytes.
  static llvm::FailureOr<WeightRows>
  open(ParameterTable &parameters, ParameterOp parameter, bool isTransposed);

  int64_t getCount() const { return count; }
  int64_t getWidth() const { return width; }

  /// Rows that are read at once with profit; a multiple of 8.
  int64_t getPiece() const;

  /// Bytes of the weight that no row from `row` on needs.
  uint64_t getOffset(int64_t row) const;

  /// Reads `rows` rows from `first` on. May be called from any thread.
  void read(int64_t first, int64_t rows, float *to) const;

private:
  WeightRows() = default;

  Tensor tensor;
  bool isTransposed = false;
  int64_t count = 0, width = 0;
};

/// Reads floats of a type, at any alignment, as f32.
void readFloats(Element element, const char *from, int64_t count, float *to);

/// All floats of a tensor as f32.
std::vector<float> readFloats(const Tensor &tensor);

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_WEIGHTROWS_H
