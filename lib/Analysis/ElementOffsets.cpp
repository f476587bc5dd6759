// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ElementOffsets.h.

#include "lib/Analysis/ElementOffsets.h"
#include "llvm/ADT/SmallVector.h"

using namespace weft;

std::vector<int64_t> weft::computeElementOffsets(llvm::ArrayRef<int64_t> shape,
                                                 llvm::ArrayRef<int64_t> dims) {
  llvm::SmallVector<int64_t> strides(shape.size(), 1);
  for (size_t i = shape.size(); i-- > 1;)
    strides[i - 1] = strides[i] * shape[i];
  std::vector<int64_t> offsets{0};
  for (int64_t dim : dims) {
    std::vector<int64_t> next;
    next.reserve(offsets.size() * static_cast<size_t>(shape[dim]));
    for (int64_t offset : offsets)
      for (int64_t i = 0; i < shape[dim]; ++i)
        next.push_back(offset + i * strides[dim]);
    offsets = std::move(next);
  }
  return offsets;
}
