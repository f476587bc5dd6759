// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What kernels are built around.

#ifndef WEFT_PASSES_FUSE_KERNELKIND_H
#define WEFT_PASSES_FUSE_KERNELKIND_H

#include "dialects/Weft/WeftOps.h"

namespace weft {

/// What a kernel is built around.
enum class KernelKind {
  /// Elementwise ops and data movement.
  Pointwise,
  /// Softmax or normalization along the last dimension.
  Row,
  /// A reduction or a running one.
  Reduce,
  /// A contraction, convolution, window reduction or interpolation: takes elementwise ops behind it.
  Heavy,
  /// Anything else: alone.
  Alone,
};

/// What a kernel is whose root `op` would be.
KernelKind kindOf(mlir::Operation *op);

} // namespace weft

#endif // WEFT_PASSES_FUSE_KERNELKIND_H
