// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the elements of a tensor lie that only shows those of an argument in another order, or some of them: a transpose, a slice, one
// index of a dimension, or a reshape of what is in place.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_STRIDEDVIEW_H
#define WEFT_LIB_TARGET_CPU_KERNEL_STRIDEDVIEW_H

#include "lib/Target/CPU/Kernel/KernelFrame.h"

namespace weft::cpu {

/// Element [i, j, ...] is at base + i * strides[0] + j * strides[1] + ..., in elements.
struct StridedView {
  mlir::Value base;
  mlir::Type element;
  llvm::SmallVector<mlir::Value> sizes, strides;
};

/// The view that `tensor` is of an argument of the kernel, or nothing where it is computed or no strides describe it. With `isWidened` it may be
/// f32 made of narrower floats, which are the view's elements then.
std::optional<StridedView> findStridedView(KernelBuilder &builder,
                                           KernelFrame &frame,
                                           mlir::Value tensor,
                                           bool isWidened = false);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_STRIDEDVIEW_H
