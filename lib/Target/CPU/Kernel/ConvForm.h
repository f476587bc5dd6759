// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What kind of product of matrices a convolution is.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_CONVFORM_H
#define WEFT_LIB_TARGET_CPU_KERNEL_CONVFORM_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Target/CPU/Kernel/Schedule.h"

namespace weft::cpu {

struct ConvForm {
  /// Whether the register-tiled kernel takes it; else a plain loop does.
  bool isTiled = false;
  /// Whether the filter is a parameter, packed when the module is made.
  bool isWeight = false;
  /// The input as it lies in memory. In a tiled product of quantized values and i8 weights it is an argument of the kernel less `zeroPoint`,
  /// a tensor of rank 0 or null.
  mlir::Value input, zeroPoint;
  bool isInteger = false;
  /// Whether some tap of some pixel may lie outside of the input.
  bool isPadded = false;
  /// Whether each output pixel is the input pixel of the same number.
  bool isMatrix = false;
  /// For each spatial dimension whether taps may lie outside, and the filter's size.
  llvm::SmallVector<bool> clipped;
  llvm::SmallVector<int64_t> taps;
  int64_t groups = 1;
  /// The reduction: outer taps (perhaps dynamic), each with innerTaps x channels that lie in one piece.
  int64_t outerTaps = 1, innerTaps = 1;
  ProductSizes sizes{};
  /// Whether a row of taps of few channels lies in one piece but for what is outside of the input: copied, it has a long inner loop.
  bool hasShortRuns = false;
  /// Whether rows of taps are copied.
  bool copiesRuns = false;
  /// Whether a task copies its part of an image with a border around it: for tiles, see layBorder, or the lines of few channels that its rows
  /// reach, see layLines.
  bool hasBorder = false, hasLines = false;
  /// Then the width of such an image, and the rows of it that those of the output lack.
  int64_t borderedWidth = 0, borderedRows = 0;
  /// Of copied lines: pixels of a line of the output, and lines of the input from one of them to the next.
  int64_t lineWidth = 0, lineStep = 1;

  bool isClipped(int64_t i) const { return clipped[i]; }
  /// Whether a tap outside of the input reads a row of zeros.
  bool readsZeros() const { return isPadded && !hasBorder && !hasLines; }
  /// Makes a row of taps the inner loop.
  void joinRuns();
  /// Whether tiles can read the pixels of an image with a border (2-D, steps of one pixel, whole lines of channels).
  bool canLayBorder(ConvOp op) const;
  /// Makes the product one for each image, with a row for each pixel of the output and for those that its width lacks to the input's with its
  /// border: a row and the next are then neighbours in such an image for every tap. What the rows beyond the output's width give is not stored.
  void layBorder(ConvOp op);
  /// Whether lines of an image are better copied than each row's taps: of few channels of f32, padded, in 2-D. Blocks have up to `mostBlockRows`
  /// rows, or those of a few lines.
  bool canLayLines(ConvOp op, int64_t mostBlockRows) const;
  /// Makes the product one for each image, and a row of taps, which lies in one piece within a border, the inner loop.
  void layLines(ConvOp op);
  /// Then the lines that `rows` neighbouring rows reach at most.
  int64_t countLines(int64_t rows) const;
};

ConvForm analyzeConv(ConvOp op);

/// Whether `op` convolves each channel by itself, in a way that the kernel for that takes.
bool isDepthwise(ConvOp op);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_CONVFORM_H
