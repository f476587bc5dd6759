// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which kind of kernel a function is.

#include "lib/Target/CPU/Kernel/ConvForm.h"
#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/Kernels.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// The one op of type OpT in the kernel, or null.
template <typename OpT> static OpT findOp(FuncOp kernel) {
  for (OpT op : kernel.getBody().front().getOps<OpT>())
    return op;
  return OpT();
}

FailureOr<EmittedKernel> cpu::emitKernel(OpBuilder &builder, FuncOp kernel,
                                         const KernelContext &context) {
  OpBuilder::InsertionGuard guard(builder);
  KernelBuilder b(kernel.getLoc(), builder, context.lanes);
  b.setInsertionPoint(builder.getInsertionBlock(), builder.getInsertionPoint());
  if (auto root = findOp<ContractOp>(kernel))
    return emitContractKernel(b, kernel, root, context);
  if (auto root = findOp<ConvOp>(kernel)) {
    if (std::optional<WinogradTile> tile = chooseWinogradTile(root))
      return emitWinogradKernel(b, kernel, root, *tile, context);
    return isDepthwise(root) ? emitDepthwiseKernel(b, kernel, root, context)
                             : emitConvKernel(b, kernel, root, context);
  }
  if (auto root = findOp<ReduceWindowOp>(kernel))
    return emitPoolKernel(b, kernel, root, context);
  if (auto root = findOp<ResizeOp>(kernel);
      root && root.getMode() != ResizeMode::nearest)
    return emitResizeKernel(b, kernel, root, context);
  if (auto root = findOp<RandomOp>(kernel))
    return emitRandomKernel(b, kernel, root, context);
  if (auto root = findOp<AttentionOp>(kernel))
    return emitAttentionKernel(b, kernel, root, context);
  if (findOp<SoftmaxOp>(kernel) || findOp<NormalizeOp>(kernel))
    return emitRowKernel(b, kernel, context);
  if (auto root = findOp<ReduceOp>(kernel))
    if (readsRowsAgain(kernel, root))
      return emitRowKernel(b, kernel, context);
  if (auto root = findOp<ReduceOp>(kernel))
    return emitReduceKernel(b, kernel, root, context);
  if (auto root = findOp<ArgReduceOp>(kernel))
    return emitArgReduceKernel(b, kernel, root, context);
  if (auto root = findOp<CumulativeOp>(kernel))
    return emitCumulativeKernel(b, kernel, root, context);
  if (auto root = findOp<SortOp>(kernel))
    return emitOrderKernel(b, kernel, root, context);
  if (auto root = findOp<TopKOp>(kernel))
    return emitOrderKernel(b, kernel, root, context);
  if (auto root = findOp<ScatterElementsOp>(kernel))
    return emitScatterElementsKernel(b, kernel, root, context);
  if (auto root = findOp<ScatterNdOp>(kernel))
    return emitScatterNdKernel(b, kernel, root, context);
  if (auto root = findOp<NonZeroOp>(kernel))
    return emitNonZeroKernel(b, kernel, root, context);
  auto ret = cast<ReturnOp>(kernel.getBody().front().getTerminator());
  for (Value result : ret.getOperands())
    if (!ExpressionEmitter::canEmit(result, [](Value) { return false; }))
      return kernel.emitError("cannot compile this kernel for the CPU");
  if (TransposeOp root = findTurningTranspose(kernel, context.lanes))
    return emitTransposeKernel(b, kernel, root, context);
  return emitPointwiseKernel(b, kernel, context);
}
