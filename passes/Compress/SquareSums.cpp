// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Elements are widened in pieces that stay in a cache.

#include "passes/Compress/SquareSums.h"

using namespace weft;

std::vector<std::vector<double>>
weft::sumSquares(const Tensor &tensor, llvm::ArrayRef<int64_t> dims) {
  std::vector<std::vector<double>> sums;
  /// Where a dimension is: its position, and elements until the next one.
  struct Place {
    int64_t stride, left;
    size_t position = 0;
  };
  llvm::SmallVector<Place> places;
  for (int64_t dim : dims) {
    sums.emplace_back(static_cast<size_t>(tensor.getDim(dim)));
    int64_t stride = 1;
    for (int64_t i = dim + 1; i < tensor.getRank(); ++i)
      stride *= tensor.getDim(i);
    places.push_back({stride, stride});
  }
  constexpr int64_t kPiece = 4096;
  std::vector<double> values(kPiece);
  unsigned size = getSizeBytes(tensor.getElement());
  for (int64_t at = 0; at < tensor.getNumElements(); at += kPiece) {
    int64_t count = std::min(kPiece, tensor.getNumElements() - at);
    load(tensor.getElement(), tensor.getData() + at * size,
         static_cast<size_t>(count), values.data());
    for (int64_t i = 0; i < count; ++i) {
      double value = values[static_cast<size_t>(i)], square = value * value;
      for (auto [place, sum] : llvm::zip(places, sums)) {
        sum[place.position] += square;
        if (--place.left > 0)
          continue;
        place.left = place.stride;
        if (++place.position == sum.size())
          place.position = 0;
      }
    }
  }
  return sums;
}
