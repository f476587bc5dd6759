// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Strided copies, by the width of the element.

#include "lib/Interpreter/Movement.h"
#include "lib/Interpreter/Evaluation.h"

using namespace mlir;
using namespace weft;

StridedView StridedView::broadcast(ArrayRef<int64_t> from,
                                   ArrayRef<int64_t> dims) {
  StridedView view;
  view.dims.assign(dims.begin(), dims.end());
  view.strides.assign(dims.size(), 0);
  SmallVector<int64_t> strides = computeStrides(from);
  size_t lead = dims.size() - from.size();
  for (size_t i = 0; i < from.size(); ++i)
    view.strides[lead + i] = from[i] == 1 ? 0 : strides[i];
  return view;
}

void StridedView::coalesce() {
  size_t kept = 0;
  for (size_t i = 0; i < dims.size(); ++i) {
    if (dims[i] == 1)
      continue;
    if (kept && strides[kept - 1] == strides[i] * dims[i]) {
      dims[kept - 1] *= dims[i];
      strides[kept - 1] = strides[i];
      continue;
    }
    dims[kept] = dims[i];
    strides[kept++] = strides[i];
  }
  dims.truncate(kept);
  strides.truncate(kept);
}

void weft::copyStrided(const char *from, const StridedView &view,
                       unsigned elementSizeBytes, char *to) {
  visitBits(elementSizeBytes, [&](auto tag) {
    using T = decltype(tag);
    forEachRun(view, [&](int64_t offset, int64_t stride, int64_t count) {
      const char *source = from + offset * static_cast<int64_t>(sizeof(T));
      if (stride == 1) {
        std::memcpy(to, source, count * sizeof(T));
      } else {
        for (int64_t i = 0; i < count; ++i)
          std::memcpy(to + i * sizeof(T),
                      source + i * stride * static_cast<int64_t>(sizeof(T)),
                      sizeof(T));
      }
      to += count * sizeof(T);
    });
  });
}

void weft::scatterStrided(const char *from, char *to, const StridedView &view,
                          unsigned elementSizeBytes) {
  visitBits(elementSizeBytes, [&](auto tag) {
    using T = decltype(tag);
    forEachRun(view, [&](int64_t offset, int64_t stride, int64_t count) {
      char *target = to + offset * static_cast<int64_t>(sizeof(T));
      if (stride == 1) {
        std::memcpy(target, from, count * sizeof(T));
      } else {
        for (int64_t i = 0; i < count; ++i)
          std::memcpy(target + i * stride * static_cast<int64_t>(sizeof(T)),
                      from + i * sizeof(T), sizeof(T));
      }
      from += count * sizeof(T);
    });
  });
}
