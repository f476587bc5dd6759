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

/// The dimension but the last one whose elements lie closest together in `view`, if the last one's lie further apart.
static std::optional<size_t> findCloserDim(const StridedView &view) {
  std::optional<size_t> closest;
  if (view.dims.size() < 2)
    return closest;
  int64_t least = std::abs(view.strides.back());
  for (size_t i = 0; i + 1 < view.dims.size(); ++i)
    if (int64_t stride = std::abs(view.strides[i]); stride && stride < least) {
      closest = i;
      least = stride;
    }
  return closest;
}

/// Copies in blocks of the last dimension and `closer`: what a line of memory
/// holds is used while it is in the near cache, of either side.
template <typename T>
static void copyBlocked(const char *from, const StridedView &view,
                        size_t closer, char *to) {
  constexpr int64_t kBlock = 16;
  SmallVector<int64_t> toStrides = computeStrides(view.dims);
  size_t last = view.dims.size() - 1;
  SmallVector<int64_t, 6> position(view.dims.size(), 0);
  auto copyPlane = [&](int64_t source, int64_t target) {
    for (int64_t j0 = 0; j0 < view.dims[closer]; j0 += kBlock)
      for (int64_t i0 = 0; i0 < view.dims[last]; i0 += kBlock)
        for (int64_t j = j0; j < std::min(j0 + kBlock, view.dims[closer]); ++j)
          for (int64_t i = i0; i < std::min(i0 + kBlock, view.dims[last]); ++i)
            std::memcpy(to + (target + j * toStrides[closer] + i) *
                                 static_cast<int64_t>(sizeof(T)),
                        from + (source + j * view.strides[closer] +
                                i * view.strides[last]) *
                                   static_cast<int64_t>(sizeof(T)),
                        sizeof(T));
  };
  int64_t source = view.offset, target = 0;
  for (;;) {
    copyPlane(source, target);
    auto dim = static_cast<int64_t>(last) - 1;
    for (; dim >= 0; --dim) {
      if (dim == static_cast<int64_t>(closer))
        continue;
      source += view.strides[dim];
      target += toStrides[dim];
      if (++position[dim] < view.dims[dim])
        break;
      source -= view.strides[dim] * view.dims[dim];
      target -= toStrides[dim] * view.dims[dim];
      position[dim] = 0;
    }
    if (dim < 0)
      return;
  }
}

void weft::copyStrided(const char *from, const StridedView &given,
                       unsigned elementSizeBytes, char *to) {
  StridedView view = given;
  view.coalesce();
  bool isEmpty = llvm::is_contained(view.dims, 0);
  std::optional<size_t> closer = findCloserDim(view);
  visitBits(elementSizeBytes, [&](auto tag) {
    using T = decltype(tag);
    if (closer && !isEmpty)
      return copyBlocked<T>(from, view, *closer, to);
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
