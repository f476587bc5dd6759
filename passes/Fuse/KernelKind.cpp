// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The kind of each op.

#include "passes/Fuse/KernelKind.h"

using namespace mlir;
using namespace weft;

KernelKind weft::kindOf(Operation *op) {
  if (isa<ElementwiseOpInterface, TransposeOp, BroadcastOp, SliceOp, PadOp,
          ConcatOp, TileOp, IotaOp, GatherOp, GatherElementsOp, GatherNdOp,
          DropoutOp, ReshapeOp>(op))
    return KernelKind::Pointwise;
  if (auto resize = dyn_cast<ResizeOp>(op))
    return resize.getMode() == ResizeMode::nearest ? KernelKind::Pointwise
                                                   : KernelKind::Heavy;
  if (isa<SoftmaxOp, NormalizeOp>(op))
    return KernelKind::Row;
  if (isa<ReduceOp, ArgReduceOp, CumulativeOp>(op))
    return KernelKind::Reduce;
  if (isa<ContractOp, ConvOp, ReduceWindowOp>(op))
    return KernelKind::Heavy;
  return KernelKind::Alone;
}
