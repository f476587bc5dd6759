// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Recognition of quantized operands.

#include "lib/Target/CPU/Kernel/IntegerOperand.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

std::optional<IntegerOperand> cpu::matchIntegerOperand(Value operand) {
  IntegerOperand found;
  if (auto sub = operand.getDefiningOp<SubOp>()) {
    auto zero = cast<RankedTensorType>(sub.getRhs().getType());
    if (zero.getRank() != 0 || !zero.getElementType().isInteger(16))
      return std::nullopt;
    found.zeroPoint = sub.getRhs();
    operand = sub.getLhs();
  }
  if (auto cast = operand.getDefiningOp<CastOp>()) {
    // A wider integer would wrap the difference elsewhere.
    if (!getElementTypeOrSelf(cast.getType()).isInteger(16))
      return std::nullopt;
    operand = cast.getOperand();
  } else if (found.zeroPoint) {
    return std::nullopt;
  }
  auto argument = dyn_cast<BlockArgument>(operand);
  if (!argument || !getElementTypeOrSelf(argument.getType()).isInteger(8))
    return std::nullopt;
  found.values = argument;
  return found;
}
