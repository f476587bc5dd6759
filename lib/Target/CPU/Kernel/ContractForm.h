// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A contraction as a batch of products of matrices: which letters are which, and whether the register-tiled kernel takes it.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_CONTRACTFORM_H
#define WEFT_LIB_TARGET_CPU_KERNEL_CONTRACTFORM_H

#include "lib/Target/CPU/Kernel/QuantizedWeight.h"

#include <string>

namespace weft::cpu {

struct ContractForm {
  /// The left and right operand of the product. They are the op's the other way round where the result's last letter is the
  /// left one's, so that the result's vectors run along the packed side.
  mlir::Value lhs, rhs;
  std::string lhsDims, rhsDims, resultDims;
  /// Letters of both operands and the result, in the result's order.
  std::string batch;
  /// Letters of lhs and the result, in lhs's order.
  std::string rows;
  /// Letters of rhs and the result, in the result's order.
  std::string columns;
  /// Letters of both operands alone, in lhs's order: those over which lhs runs with one stride are `inner`, the others before are `outer`.
  std::string outer, inner;
  /// Whether the register-tiled kernel takes it; else a plain loop does.
  bool isTiled = false;
  /// Whether rhs is a parameter, packed when the module is made.
  bool isWeight = false;
  /// Of a tiled product of one matrix by weights that are widened on their way.
  std::optional<QuantizedWeight> quantized;
  /// Whether it is a tiled product of quantized values by i8 weights or by quantized values; lhs and rhs are then arguments of the kernel, and
  /// the zero points what is subtracted from them (tensors of rank 0, or null).
  bool isInteger = false;
  mlir::Value zeroPoint, rhsZeroPoint;
  /// Of a tiled product of one matrix by weights with many zeros, floats or codes of 8 bits: the argument of the kernel that they are, the one that
  /// is the scales of the columns, or null, and the steps that each panel keeps (kKeptStepsAttribute). isWeight and quantized are then not set.
  mlir::Value sparse, sparseScales;
  int64_t kept = 0;
};

ContractForm analyzeContract(ContractOp op);

/// The number of parts of the root's columns that the kernel's results stand for side by side.
int64_t countParts(FuncOp kernel, ContractOp root);

/// Whether `letters` are neighbours in `dims`, in the same order.
bool areNeighbours(llvm::StringRef letters, llvm::StringRef dims);

/// Whether `value` is an argument of the kernel that is a parameter of the model, read once, so that it may lie packed.
bool isPackedWeight(mlir::Value value);

/// Whether `rhs` is a packed parameter of i8 and the sums are i32.
bool isIntegerWeight(mlir::Value rhs, mlir::Type result);

/// Whether sums of `type` are computed in f32 from operands that f32 holds.
bool isF32Product(mlir::Type lhs, mlir::Type rhs, mlir::Type result);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_CONTRACTFORM_H
