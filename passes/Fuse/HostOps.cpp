// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The line between host and kernels.

#include "passes/Fuse/HostOps.h"
#include "lib/Analysis/StateAppend.h"

using namespace mlir;
using namespace weft;

/// More numbers than these are worth a kernel.
static constexpr int64_t kHostElements = 16;

static bool isHandful(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  return tensor && tensor.hasStaticShape() &&
         tensor.getNumElements() <= kHostElements && tensor.getRank() <= 1;
}

bool weft::isHostArithmetic(Operation *op) {
  if (isa<ShapeOp, DimOp>(op))
    return true;
  if (op->getNumResults() != 1 || !isHandful(op->getResult(0).getType()) ||
      !llvm::all_of(op->getOperandTypes(), isHandful))
    return false;
  // Floats come up beside shapes (scales of a resize), but only arithmetic on integers decides that this is about shapes.
  auto isInteger = [](Type type) {
    return isa<IntegerType>(cast<RankedTensorType>(type).getElementType());
  };
  if (!isInteger(op->getResult(0).getType()) &&
      !llvm::all_of(op->getOperandTypes(), isInteger))
    return false;
  if (isa<ElementwiseOpInterface, ConcatOp, BroadcastOp>(op))
    return !isa<PowOp, BitcastOp>(op);
  if (auto reduce = dyn_cast<ReduceOp>(op))
    return reduce.getDims().size() == 1;
  if (auto slice = dyn_cast<SliceOp>(op))
    return matchConstantInts(slice.getStarts()) &&
           matchConstantInts(slice.getSteps());
  if (auto gather = dyn_cast<GatherOp>(op))
    return matchConstantInts(gather.getIndices()).has_value();
  return false;
}

bool weft::isHostOp(Operation *op) {
  return isStateAppend(op) ||
         isa<FuncOp, ReturnOp, CallOp, DispatchOp, IfOp, LoopOp, MapOp,
             SharesEvenlyOp, YieldOp, ParameterOp, GetOp, ConstantOp, ExternOp,
             ReshapeOp>(op) ||
         isHostArithmetic(op);
}
