// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An operand of an integer product: quantized values in memory, less a zero point.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_INTEGEROPERAND_H
#define WEFT_LIB_TARGET_CPU_KERNEL_INTEGEROPERAND_H

#include "dialects/Weft/WeftOps.h"

#include <optional>

namespace weft::cpu {

struct IntegerOperand {
  /// An argument of the kernel, of i8 or ui8.
  mlir::BlockArgument values;
  /// A tensor of rank 0, or null where nothing is subtracted.
  mlir::Value zeroPoint;
};

/// `operand` as quantized values less their zero point: an argument of 8 bits, `weft.cast` of it to i16, or `weft.sub` of a scalar from
/// that cast. Nothing for other operands.
std::optional<IntegerOperand> matchIntegerOperand(mlir::Value operand);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_INTEGEROPERAND_H
