// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which taps of a sliding window lie inside of the input.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_WINDOWRANGE_H
#define WEFT_LIB_TARGET_CPU_KERNEL_WINDOWRANGE_H

#include "lib/Target/CPU/Kernel/KernelBuilder.h"

namespace weft::cpu {

/// A window along one dimension.
struct Window {
  mlir::Value inputSize, taps;
  int64_t stride, dilation, low;
};

/// The input index of tap 0 for an output index (it may lie outside), and the range of taps that lie inside.
struct WindowRange {
  mlir::Value start, firstTap, endTap;
};
WindowRange computeWindowRange(KernelBuilder &builder, const Window &window,
                               mlir::Value output);

/// The range of outputs whose taps all lie inside, within [0, outputs]; first <= end.
std::pair<mlir::Value, mlir::Value> computeInterior(KernelBuilder &builder,
                                                    const Window &window,
                                                    mlir::Value outputs);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_WINDOWRANGE_H
