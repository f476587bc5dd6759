// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Packing of rows and panels of floats into the worker's scratch in the form that tiles multiply: as terms of bf16 (SplitToBF16.h), in steps of
// 32 elements of the reduction.
//
//   row     [step][16] words                      word i of a step holds its elements i (lower half) and 16 + i
//   panel   [step][16][16] words                  line i of a step the same of 16 columns
//
// Which elements share a word is free as long as rows and panels agree, and these two come from two vectors without a shuffle. What is missing
// in a last step is zero.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_SPLITPACKING_H
#define WEFT_LIB_TARGET_CPU_KERNEL_SPLITPACKING_H

#include "lib/Target/CPU/Kernel/KernelBuilder.h"

namespace weft::cpu {

class SplitPacking {
public:
  /// Elements are f32, or bf16 for one term.
  SplitPacking(KernelBuilder &builder, mlir::Type element, int64_t terms)
      : b(builder), element(element), terms(terms) {}

  /// Packs `count` neighbours from `from` on to the steps from `to` on, which lie `stepStride` bytes apart, and terms `termStride` bytes.
  void packRow(mlir::Value from, mlir::Value count, mlir::Value to,
               mlir::Value stepStride, mlir::Value termStride);
  /// Packs line number `line` of the 16 of a step, which lies at `to` for the first term, from the lines of 16 columns from `from` on, of which
  /// `left` exist.
  void packLine(mlir::Value from, mlir::Value left, mlir::Value line,
                mlir::Value to, mlir::Value termStride);

  static mlir::Value countSteps(KernelBuilder &builder, mlir::Value count);

private:
  /// Stores the words of two vectors; a null one is zeros.
  void storeWords(mlir::Value first, mlir::Value second, mlir::Value to,
                  mlir::Value termStride);
  /// A vector from `offset` on, of which `left` elements exist; null where none does for sure.
  mlir::Value loadPart(mlir::Value from, mlir::Value offset, mlir::Value left);

  KernelBuilder &b;
  mlir::Type element;
  int64_t terms;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_SPLITPACKING_H
