// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Packing of a right operand that is not a parameter, by the task that needs it.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_PANELPACKING_H
#define WEFT_LIB_TARGET_CPU_KERNEL_PANELPACKING_H

#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/KernelFrame.h"

namespace weft::cpu {

class PanelPacker {
public:
  /// Where an element is in the operand, by its place in the reduction's two loops and its column.
  using Position = llvm::function_ref<llvm::SmallVector<Lane>(
      mlir::Value outer, mlir::Value inner, const Lane &column)>;

  PanelPacker(KernelBuilder &builder, KernelFrame &frame, mlir::Value operand)
      : b(builder), operand(operand), emitter(b, frame, b.getLanes()) {}

  /// Writes the panel of 16 columns from `column` on as f32 [outer][inner][16]; columns at and after `columns` are zeros.
  void pack(mlir::Value memory, mlir::Value outer, mlir::Value inner,
            mlir::Value column, mlir::Value columns, Position position);

private:
  void packByRows(mlir::Value memory, mlir::Value outer, mlir::Value inner,
                  mlir::Value column, Position position);
  void packByElements(mlir::Value memory, mlir::Value outer, mlir::Value inner,
                      mlir::Value column, mlir::Value columns,
                      Position position);

  KernelBuilder &b;
  mlir::Value operand;
  ExpressionEmitter emitter;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_PANELPACKING_H
