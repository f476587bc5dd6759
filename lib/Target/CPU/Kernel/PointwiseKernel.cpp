// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A kernel whose every result element is computed by itself: elementwise ops and data movement in any combination.
//
// Neighbouring dimensions over which every operand is either whole or repeated run as one. The last dimension is the vectors';
// the others, or pieces of the last where there are none, are the tasks.

#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/KernelRemarks.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
/// Elements of the last dimension in a task where there is no other dimension.
constexpr int64_t kPieceElements = 4096;
/// Rows of fewer elements are grouped into tasks by the host's ranges; this is the cost of an element and op.
constexpr double kNsPerElementOp = 0.15;

/// Whether `operand` has the sizes of dimensions [first, last] of a result of `rank`, or repeats over all of them.
bool isUniformOver(RankedTensorType operand, ArrayRef<int64_t> result,
                   int64_t first, int64_t last) {
  int64_t lead = static_cast<int64_t>(result.size()) - operand.getRank();
  bool isWhole = true, isRepeated = true;
  for (int64_t i = first; i <= last; ++i) {
    int64_t size = i < lead ? 1 : operand.getDimSize(i - lead);
    isWhole = isWhole && i >= lead && size == result[i] &&
              !ShapedType::isDynamic(size);
    isRepeated = isRepeated && size == 1;
  }
  return isWhole || isRepeated;
}

/// The first of the trailing dimensions that run as one.
int64_t findCollapsedStart(FuncOp kernel, RankedTensorType type) {
  int64_t start = std::max<int64_t>(0, type.getRank() - 1);
  Block &body = kernel.getBody().front();
  for (Operation &op : body.without_terminator())
    if (!isa<ElementwiseOpInterface, ConstantOp>(op))
      return start;
  auto fits = [&](int64_t first) {
    auto isUniform = [&](Value tensor) {
      return isUniformOver(cast<RankedTensorType>(tensor.getType()),
                           type.getShape(), first, type.getRank() - 1);
    };
    // Values between may repeat as well, and are computed at the position of their operands.
    for (Operation &op : body.without_terminator())
      if (!llvm::all_of(op.getOperands(), isUniform))
        return false;
    return !type.isDynamicDim(first);
  };
  while (start > 0 && fits(start - 1))
    --start;
  return start;
}
} // namespace

FailureOr<EmittedKernel>
cpu::emitPointwiseKernel(KernelBuilder &b, FuncOp kernel,
                         const KernelContext &context) {
  auto ret = cast<ReturnOp>(kernel.getBody().front().getTerminator());
  auto type = cast<RankedTensorType>(ret.getOperand(0).getType());
  KernelFrame frame(b, kernel, context.messages);
  ArrayRef<Value> dims = frame.getResult(0).dims;
  int64_t rank = type.getRank(), start = findCollapsedStart(kernel, type);
  int64_t shared = rank - 1;
  while (shared > start && type.getDimSize(shared) == 1)
    --shared;
  ArrayRef<Value> outerDims = dims.take_front(start);
  Value row = b.product(dims.drop_front(start));
  bool hasRows = llvm::any_of(type.getShape().take_front(start),
                              [](int64_t size) { return size != 1; });
  int64_t lanes = context.lanes;
  if (auto known = KernelBuilder::known(row); known && *known < lanes)
    lanes = *known == 4 || *known == 2 ? *known : 1;
  if (lanes == 1 && hasRows)
    reportNotVectorized(ret.getOperand(0).getDefiningOp(),
                        "its rows are shorter than a vector");
  ExpressionEmitter emitter(b, frame, lanes);

  auto emitRow = [&](ArrayRef<Value> outer, Value from, Value to) {
    emitIdempotentRowLoop(b, emitter, from, to, row, [&](const Lane &lane) {
      SmallVector<Lane> position;
      SmallVector<Value> bases;
      for (Value index : outer)
        position.push_back(Lane{index, 0, 1});
      // The dimensions that run as one share an index, in the place of the last that is not of size 1: there an index is always 0.
      for (int64_t i = start; i < rank; ++i)
        position.push_back(i == shared ? lane : Lane{b.index(0), 0, 1});
      for (const Lane &each : position)
        bases.push_back(each.base);
      for (auto [i, value] : llvm::enumerate(ret.getOperands())) {
        const KernelTensor &result = frame.getResult(i);
        Value at = b.linearize(bases, result.dims);
        b.store(b.splat(emitter.emit(value, position),
                        lane.isUniform() ? 1 : emitter.getLanes()),
                result.pointer, result.element, at);
      }
    });
  };
  if (rank == 0) {
    emitRow({}, b.index(0), b.index(1));
  } else if (hasRows) {
    b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
      emitRow(b.delinearize(task, outerDims), b.index(0), row);
    });
  } else {
    SmallVector<Value> outer(start, b.index(0));
    emitRow(outer, b.mul(frame.getBegin(), kPieceElements),
            b.min(b.mul(frame.getEnd(), kPieceElements), row));
  }
  frame.finish();

  int64_t ops = std::distance(kernel.getBody().front().begin(),
                              kernel.getBody().front().end());
  return EmittedKernel{[=](KernelBuilder &host, ArrayRef<SmallVector<Value>>,
                           ArrayRef<SmallVector<Value>> resultDims) {
    ArrayRef<Value> all = resultDims[0];
    Value inner = host.product(all.drop_front(start));
    Value tasks = hasRows     ? host.product(all.take_front(start))
                  : rank == 0 ? host.index(1)
                              : host.ceilDiv(inner, kPieceElements);
    // In units of 1/8 ns, so that integers do.
    Value cost =
        host.div(host.mul(host.product(all),
                          static_cast<int64_t>(8 * kNsPerElementOp * ops) + 1),
                 8);
    return Launch{tasks, host.index(0), cost};
  }};
}
