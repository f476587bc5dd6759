// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Groups of ops as functions of their own.

#ifndef WEFT_PASSES_FUSE_OUTLINEKERNEL_H
#define WEFT_PASSES_FUSE_OUTLINEKERNEL_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Analysis/SymbolicDims.h"
#include "llvm/ADT/StringMap.h"

namespace weft {

/// Ops that become one kernel, and what crosses its border.
struct KernelPlan {
  /// Ops of one block, in order.
  llvm::SmallVector<mlir::Operation *> ops;
  llvm::SmallVector<mlir::Value> results;
  /// A name for each dimension of each operand (outside value, in order of first use); equal names mean equal sizes, a static one has none.
  llvm::SmallVector<llvm::SmallVector<std::string>> dimNames;
};

/// Plans a kernel for `group`. Constants that are splats or sizes move into the kernel; every other outside value becomes an operand.
/// Plans are made before any is carried out, because dimensions are followed through the ops that become dispatches.
KernelPlan planKernel(llvm::ArrayRef<mlir::Operation *> group,
                      SymbolicDims &dims);

/// Makes kernels and finds the one that a group has already. One for each module.
class KernelOutliner {
public:
  explicit KernelOutliner(mlir::ModuleOp module);

  /// Replaces the plan's ops by a dispatch at the place of the last one.
  void outline(const KernelPlan &plan);

private:
  FuncOp makeKernel(const KernelPlan &plan,
                    llvm::ArrayRef<mlir::Value> operands);

  mlir::ModuleOp module;
  mlir::SymbolTable symbols;
  /// The text of a kernel without its name, to the kernel.
  llvm::StringMap<FuncOp> kernels;
};

} // namespace weft

#endif // WEFT_PASSES_FUSE_OUTLINEKERNEL_H
