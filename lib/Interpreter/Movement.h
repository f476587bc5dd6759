// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Elements at other places: broadcasting, transposition, slices and the like
// are all one strided copy.

#ifndef WEFT_LIB_INTERPRETER_MOVEMENT_H
#define WEFT_LIB_INTERPRETER_MOVEMENT_H

#include "lib/Interpreter/Tensor.h"

namespace weft {

/// Where elements are: element (i, j, ...) of a view of sizes `dims` is at
/// `offset + i * strides[0] + j * strides[1] ...`. Strides are in elements and
/// may be 0 (repetition) or negative.
struct StridedView {
  llvm::SmallVector<int64_t, 6> dims;
  llvm::SmallVector<int64_t, 6> strides;
  int64_t offset = 0;

  /// The view of a contiguous tensor that NumPy's broadcasting gives for the
  /// larger sizes `dims`.
  static StridedView broadcast(llvm::ArrayRef<int64_t> from,
                               llvm::ArrayRef<int64_t> dims);

  /// Merges dimensions that one loop can run over.
  void coalesce();
};

/// Calls `visit(offset, stride, count)` for runs of a view's elements, in
/// row-major order. No allocation but one at the start.
template <typename Visitor> void forEachRun(StridedView view, Visitor visit) {
  view.coalesce();
  if (llvm::is_contained(view.dims, 0))
    return;
  int64_t outer = static_cast<int64_t>(view.dims.size()) - 1;
  if (outer < 0)
    return visit(view.offset, int64_t(1), int64_t(1));
  llvm::SmallVector<int64_t, 6> position(outer, 0);
  int64_t offset = view.offset;
  for (;;) {
    visit(offset, view.strides[outer], view.dims[outer]);
    int64_t dim = outer - 1;
    for (; dim >= 0; --dim) {
      offset += view.strides[dim];
      if (++position[dim] < view.dims[dim])
        break;
      offset -= view.strides[dim] * view.dims[dim];
      position[dim] = 0;
    }
    if (dim < 0)
      return;
  }
}

/// Writes the elements of a view of `from` one after the other to `to`.
void copyStrided(const char *from, const StridedView &view,
                 unsigned elementSizeBytes, char *to);

/// The reverse: writes consecutive elements of `from` to the places of a view
/// of `to`.
void scatterStrided(const char *from, char *to, const StridedView &view,
                    unsigned elementSizeBytes);

/// Reads the elements of a view one after the other in a wide type.
template <typename W>
void loadStrided(const Tensor &from, const StridedView &view, W *to) {
  unsigned size = getSizeBytes(from.getElement());
  forEachRun(view, [&](int64_t offset, int64_t stride, int64_t count) {
    const char *source = from.getData() + offset * size;
    if (stride == 1) {
      load(from.getElement(), source, count, to);
    } else if (stride == 0) {
      load(from.getElement(), source, 1, to);
      std::fill(to + 1, to + count, *to);
    } else {
      for (int64_t i = 0; i < count; ++i)
        load(from.getElement(), source + i * stride * size, 1, to + i);
    }
    to += count;
  });
}

} // namespace weft

#endif // WEFT_LIB_INTERPRETER_MOVEMENT_H
