// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rows of tables of codes that lie in panels, as products read them: an embedding that is also the output head is in the module once.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_CODELOOKUP_H
#define WEFT_LIB_TARGET_CPU_KERNEL_CODELOOKUP_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Target/CPU/Kernel/KernelFrame.h"

namespace weft::cpu {

/// Whether a kernel reads `argument` only to look up rows of codes, [rows, columns] of known sizes, in a list of indices.
bool isCodeTable(mlir::BlockArgument argument);

/// Whether such a table lies as products of integers read it, which read the same weight.
bool isIntegerTable(mlir::BlockArgument argument);

/// The code of `row` and `column` of such a table, which lies in panels of 16 rows, as an i8: in WeightLayout::CodePanels, or, `inQuads`, in
/// WeightLayout::QuadPanels.
mlir::Value loadCode(KernelBuilder &builder, const KernelTensor &table,
                     bool inQuads, mlir::Value row, mlir::Value column);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_CODELOOKUP_H
