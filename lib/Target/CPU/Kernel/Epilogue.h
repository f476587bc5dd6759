// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What follows a contraction or convolution, on its tile of sums: the elementwise ops of the kernel, and the stores.
//
// Cheap ops are written out for each register of the tile. For expensive ones (exp, erf, ...), and where the last columns of a panel lie
// past the end, the tile goes through the first cache and one loop, so that code stays small.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_EPILOGUE_H
#define WEFT_LIB_TARGET_CPU_KERNEL_EPILOGUE_H

#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/KernelFrame.h"

namespace weft::cpu {

/// The position in the root's result of a row and column of a product.
using ProductPosition =
    std::function<llvm::SmallVector<Lane>(mlir::Value row, const Lane &column)>;

/// Whether the ops of `kernel` beside `root` are so few and simple that they may be written out for each register.
bool hasCheapOps(FuncOp kernel, mlir::Operation *root);

/// Of the panel that begins at `column`, how many of the product's `columns` it has: a constant 16 where that is sure.
mlir::Value countPanelColumns(KernelBuilder &builder, mlir::Value columns,
                              mlir::Value column);

class Epilogue {
public:
  /// `root` is the heavy op's result; the kernel returns values of its shape.
  Epilogue(KernelBuilder &builder, KernelFrame &frame, mlir::Value root);

  /// Whether all operands are whole or repeated over dimensions [first, last] of the result, so that they may run as one (with the index
  /// in the place of the last).
  bool isUniformOver(int64_t first, int64_t last);

  /// Stores a tile of one panel: vectors in the order [row][vector], of which `count` columns exist (a constant 16 where all do).
  void store(llvm::ArrayRef<mlir::Value> sums, llvm::ArrayRef<mlir::Value> rows,
             mlir::Value column, mlir::Value count,
             const ProductPosition &position);

  /// Stores a tile of columns that are parts of the root's, `partColumns` each. `sums` holds, for each part, rows of `width` sums of which
  /// the first is of column `column` in the part; `count` of them, a multiple of 16, exist. The kernel returns values of a part's shape.
  void storeParts(mlir::Value sums, llvm::ArrayRef<mlir::Value> rows,
                  mlir::Value column, int64_t width, mlir::Value count,
                  mlir::Value partColumns, const ProductPosition &position);

private:
  void storeOnRegisters(llvm::ArrayRef<mlir::Value> sums,
                        llvm::ArrayRef<mlir::Value> rows, mlir::Value column,
                        const ProductPosition &position);
  void storeThroughTile(llvm::ArrayRef<mlir::Value> sums,
                        llvm::ArrayRef<mlir::Value> rows, mlir::Value column,
                        mlir::Value count, const ProductPosition &position);
  void storeResults(llvm::ArrayRef<Lane> position, int64_t lanes);

  KernelBuilder &b;
  KernelFrame &frame;
  mlir::Value root;
  ReturnOp ret;
  ExpressionEmitter emitter;
  bool isCheap;
  /// What the root is at the place of emission.
  mlir::Value current;
  /// Emits body(number, row) as a loop.
  void loopOverRows(
      llvm::ArrayRef<mlir::Value> rows,
      llvm::function_ref<void(mlir::Value number, mlir::Value row)> body);

  /// Rows and sums of the tile on their way through memory.
  mlir::Value tile, tileRows;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_EPILOGUE_H
