// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sums of a depthwise convolution of bytes in two dimensions where four products are one instruction:
//
//   up to four rows of taps      column of the input, each lane a channel   times   the filter's column
//   row 0  row 1  row 2  -   =>  [x0 x1 x2 0] [x0 x1 x2 0] ...                      [w0 w1 w2 0] ...
//
// A column is put together once for all pixels that it is a tap of. What lies outside of the input reads as the zero point, whose share is taken
// away from the sums at their start.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_DEPTHWISEBYTES_H
#define WEFT_LIB_TARGET_CPU_KERNEL_DEPTHWISEBYTES_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Target/CPU/Kernel/KernelFrame.h"
#include "lib/Target/CPU/Kernel/ProductUnit.h"

namespace weft::cpu {

class DepthwiseBytes {
public:
  /// Whether the sums of `root`, a depthwise convolution, can be computed so at `target`'s level: of unsigned bytes, with a number of channels
  /// that fills its registers.
  static bool canCompute(ConvOp root, const KernelTarget &target);

  DepthwiseBytes(KernelBuilder &builder, KernelFrame &frame, ConvOp root);

  /// What follows is about row `y` of image `batch` of the result.
  void beginRow(mlir::Value batch, mlir::Value y);
  /// What follows is about the channels of a register, from `channel` on.
  void beginChannels(mlir::Value channel);

  /// Vectors of i32 for `count` neighbouring pixels from column `pixel` of the result on. `isInside` says that all their taps lie between the left
  /// and the right border.
  llvm::SmallVector<mlir::Value> sum(mlir::Value pixel, int64_t count,
                                     bool isInside);

private:
  /// Rows of taps that share a lane.
  struct Quad {
    int64_t first, count;
  };
  /// A row of the input and, where it may lie outside, whether it does not (a vector of i1); its pointer is inside in any case.
  struct InputRow {
    mlir::Value pointer, isInside;
  };

  llvm::SmallVector<Quad> quads() const;
  /// `count` bytes in each lane, the first in its lowest bits.
  mlir::Value joinBytes(llvm::ArrayRef<mlir::Value> bytes);
  mlir::Value loadBytes(mlir::Value pointer, mlir::Value offset);
  mlir::Value emitColumn(const Quad &quad, mlir::Value x, bool isInside);
  mlir::Value weight(int64_t quad, int64_t tap) const {
    return weights[quad * width + tap];
  }

  KernelBuilder &b;
  ConvOp root;
  const KernelTensor &input, &filter;
  /// Of the filter.
  int64_t height, width;
  /// The zero point as i32, and in a lane's four bytes; null where it is 0.
  mlir::Value zeroPoint, zeroBytes;
  llvm::SmallVector<InputRow> rows;
  llvm::SmallVector<mlir::Value> weights;
  mlir::Value channel, start;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_DEPTHWISEBYTES_H
