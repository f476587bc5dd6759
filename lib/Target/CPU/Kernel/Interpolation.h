// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where an index of a resized dimension stands in the operand, and how its
// neighbours weigh (ONNX's specification of Resize, opset 19). Coordinates are
// f64, so that the neighbours are those of the interpreter.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_INTERPOLATION_H
#define WEFT_LIB_TARGET_CPU_KERNEL_INTERPOLATION_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Target/CPU/Kernel/KernelBuilder.h"

namespace weft::cpu {

/// One dimension that is resized from `from` to `to` elements (i64) with a
/// scale (f64); constants where known.
struct ResizeAxis {
  mlir::Value from, to, scale;
};

/// `scale` is as the op has it, f32: one that is the nearest f32 to the ratio
/// of the sizes stands for the ratio.
ResizeAxis makeResizeAxis(KernelBuilder &builder, mlir::Value from,
                          mlir::Value to, mlir::Value scale);

/// The operand's index (i64) that a nearest `op` takes for `index` of the
/// result.
mlir::Value emitNearest(KernelBuilder &builder, ResizeOp op,
                        const ResizeAxis &axis, mlir::Value index);

/// The k with which a nearest `op` takes index div k, clipped to the operand,
/// where that is so.
std::optional<int64_t> findRepetition(ResizeOp op, const ResizeAxis &axis);

/// The neighbours of an index of the result in a linear or cubic `op`: `count`
/// of them from `first` on (i64; some may lie outside).
struct Neighbours {
  mlir::Value first, count;
  /// The weight (f64) of a neighbour of the operand's index (i64).
  std::function<mlir::Value(mlir::Value neighbour)> weigh;
};

/// How many neighbours each index has: a constant, unless an antialiasing
/// filter's width depends on an unknown scale.
mlir::Value emitNeighbourCount(KernelBuilder &builder, ResizeOp op,
                               const ResizeAxis &axis);
Neighbours emitNeighbours(KernelBuilder &builder, ResizeOp op,
                          const ResizeAxis &axis, mlir::Value index);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_INTERPOLATION_H
