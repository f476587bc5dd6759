// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which range of an activation 256 integers stand for.

#ifndef WEFT_PASSES_COMPRESS_ACTIVATIONRANGE_H
#define WEFT_PASSES_COMPRESS_ACTIVATIONRANGE_H

#include "passes/Compress/Histogram.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace weft {

enum class RangeMethod {
  /// From the least to the most that was seen.
  MinMax,
  /// Without as many of the extreme values as a percentile leaves out, in halves at both ends.
  Percentile,
  /// With the least divergence of the distribution of what the integers stand for from that of the values; see Migacz, "8-bit Inference
  /// with TensorRT", GTC 2017.
  Entropy,
  /// With the least squared error.
  Mse
};

/// Nothing where there is no such method.
std::optional<RangeMethod> parseRangeMethod(llvm::StringRef name);

/// x = (q - zeroPoint) * scale for q of 0 to 255. Zero is always one of those x, since padding and many activations are.
struct ByteGrid {
  float scale = 1;
  int zeroPoint = 0;

  /// The grid from `low` to `high` or to zero; that of scale 1 where there is nothing between them.
  static ByteGrid ofRange(double low, double high);

  double round(double value) const;
};

/// The grid for values as in `histogram`; `percentile`, of RangeMethod::Percentile, is 50 to 100.
ByteGrid chooseGrid(const Histogram &histogram, RangeMethod method,
                    double percentile);

/// The norm of the rounding errors over the norm of the values; 0 where all are 0.
double computeGridError(const Histogram &histogram, const ByteGrid &grid);

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_ACTIVATIONRANGE_H
