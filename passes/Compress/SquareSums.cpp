// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Elements are widened in pieces that stay in a cache.

#include "passes/Compress/SquareSums.h"

using namespace weft;

std::vector<std::vector<double>>
weft::sumSquares(const Tensor &tensor, llvm::ArrayRef<int64_t> dims) {
  std::vector<std::vector<double>> sums;
  llvm::SmallVector<int64_t> strides;
  for (int64_t dim : dims) {
    sums.emplace_back(static_cast<size_t>(tensor.getDim(dim)));
    int64_t stride = 1;
    for (int64_t i = dim + 1; i < tensor.getRank(); ++i)
      stride *= tensor.getDim(i);
    strides.push_back(stride);
  }
  constexpr int64_t kPiece = 4096;
  std::vector<double> values(kPiece);
  unsigned size = getSizeBytes(tensor.getElement());
  for (int64_t at = 0; at < tensor.getNumElements(); at += kPiece) {
    int64_t count = std::min(kPiece, tensor.getNumElements() - at);
    load(tensor.getElement(), tensor.getData() + at * size,
         static_cast<size_t>(count), values.data());
    for (int64_t i = 0; i < count; ++i) {
      double value = values[static_cast<size_t>(i)];
      for (auto [k, stride] : llvm::enumerate(strides))
        sums[k][static_cast<size_t>((at + i) / stride) % sums[k].size()] +=
            value * value;
    }
  }
  return sums;
}
