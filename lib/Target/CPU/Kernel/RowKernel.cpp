// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Softmax, normalization and reductions along the last dimension, with the elementwise ops around them, row by row.
//
// Each such op needs passes over a row that lies in the cache: for softmax the maximum, then the exponentials and their sum; for
// normalization the mean, then the variance. An operand that is computed is kept in the worker's scratch during the first pass. What the op
// yields is bound as an expression of the row and its scalars, so the last pass stores the final result only:
//
//   %s = weft.add %x, %r          pass 1: x + r, kept, summed
//   %n = weft.normalize %s        pass 2: squares of s - mean, summed
//   %y = weft.mul %n, %scale      pass 3: (s - mean) * inverse * scale, stored

#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// The element type that rows are computed in: that of softmax and normalization. Their results may be cast behind them, to bytes too.
static Type findRowElement(FuncOp kernel) {
  for (Operation &op : kernel.getBody().front())
    if (isa<SoftmaxOp, NormalizeOp>(op))
      return getElementTypeOrSelf(op.getResult(0).getType());
  llvm_unreachable("the kernel is that of a softmax or a normalization");
}

namespace {
class RowEmitter {
public:
  RowEmitter(KernelBuilder &builder, FuncOp kernel,
             const KernelContext &context)
      : b(builder), kernel(kernel), frame(b, kernel, context.messages),
        emitter(b, frame, context.lanes) {}

  void emit();
  /// Rows of f32 (f64 for that type) that a worker keeps.
  int64_t getKeptRows() const { return keptRows; }

private:
  /// The operand of a row op at a lane of the current row.
  Value at(Value tensor, const Lane &lane);
  /// Memory for a row of registers of `element`.
  Value keepRow();
  void bindRow(Value tensor, Value memory);
  void storeRow(Value memory, const Lane &lane, Value value);

  void bindSoftmax(SoftmaxOp op);
  void bindNormalize(NormalizeOp op);
  void bindReduce(ReduceOp op);

  KernelBuilder &b;
  FuncOp kernel;
  KernelFrame frame;
  ExpressionEmitter emitter;
  SmallVector<Lane> outer;
  Value size;
  Type rowType;
  int64_t keptRows = 0;
};

Value RowEmitter::at(Value tensor, const Lane &lane) {
  SmallVector<Lane> position(outer);
  position.push_back(lane);
  return b.splat(emitter.emit(tensor, position),
                 lane.isUniform() ? 1 : emitter.getLanes());
}

Value RowEmitter::keepRow() {
  // Each kept row is rounded up to whole vectors, so that all are aligned.
  Value padded = b.mul(b.ceilDiv(size, 16), 16);
  Value offset = b.mul(padded, keptRows++);
  return b.address(frame.getScratch(), rowType, offset);
}

void RowEmitter::storeRow(Value memory, const Lane &lane, Value value) {
  b.store(value, memory, rowType, lane.base);
}

void RowEmitter::bindRow(Value tensor, Value memory) {
  emitter.bind(tensor, [this, memory](ArrayRef<Lane> position) {
    const Lane &lane = position.back();
    return b.load(memory, rowType, lane.base,
                  lane.isUniform() ? 1 : emitter.getLanes());
  });
}

/// A reduction over the operand of an op; an operand that is computed is kept on the way.
static bool isInMemory(Value tensor) { return isa<BlockArgument>(tensor); }

void RowEmitter::bindSoftmax(SoftmaxOp op) {
  Value x = op.getOperand(), kept = isInMemory(x) ? Value() : keepRow();
  Value maximum = emitRowReduction(b, emitter, ReductionKind::max, rowType,
                                   size, [&](const Lane &lane) {
                                     Value value = at(x, lane);
                                     if (kept)
                                       storeRow(kept, lane, value);
                                     return value;
                                   });
  if (kept)
    bindRow(x, kept);
  auto shifted = [this, x, maximum](const Lane &lane) -> Value {
    Value value = at(x, lane);
    int64_t lanes = lane.isUniform() ? 1 : emitter.getLanes();
    return arith::SubFOp::create(b, value, b.splat(maximum, lanes));
  };
  Value powers = op.getLog() ? Value() : kept ? kept : keepRow();
  Value sum = emitRowReduction(
      b, emitter, ReductionKind::sum, rowType, size, [&](const Lane &lane) {
        Value power = math::ExpOp::create(b, shifted(lane));
        if (powers)
          storeRow(powers, lane, power);
        return power;
      });
  if (op.getLog()) {
    Value offset =
        arith::AddFOp::create(b, maximum, math::LogOp::create(b, sum));
    emitter.bind(
        op.getResult(), [this, x, offset](ArrayRef<Lane> position) -> Value {
          int64_t lanes = position.back().isUniform() ? 1 : emitter.getLanes();
          return arith::SubFOp::create(b, at(x, position.back()),
                                       b.splat(offset, lanes));
        });
    return;
  }
  Value inverse = arith::DivFOp::create(b, b.constant(rowType, 1), sum);
  emitter.bind(
      op.getResult(),
      [this, powers, inverse](ArrayRef<Lane> position) -> Value {
        int64_t lanes = position.back().isUniform() ? 1 : emitter.getLanes();
        Value power = b.load(powers, rowType, position.back().base, lanes);
        return arith::MulFOp::create(b, power, b.splat(inverse, lanes));
      });
}

void RowEmitter::bindNormalize(NormalizeOp op) {
  Value x = op.getOperand(), kept = isInMemory(x) ? Value() : keepRow(), mean;
  auto lanesOf = [this](const Lane &lane) {
    return lane.isUniform() ? 1 : emitter.getLanes();
  };
  auto operand = [&](const Lane &lane) {
    Value value = at(x, lane);
    if (kept)
      storeRow(kept, lane, value);
    return value;
  };
  auto square = [&](Value value) -> Value {
    return arith::MulFOp::create(b, value, value);
  };
  Value squares;
  if (op.getRms()) {
    squares = emitRowReduction(
        b, emitter, ReductionKind::sum, rowType, size,
        [&](const Lane &lane) { return square(operand(lane)); });
    if (kept)
      bindRow(x, kept);
  } else {
    mean = emitMean(b, rowType,
                    emitRowReduction(b, emitter, ReductionKind::sum, rowType,
                                     size, operand),
                    size);
    if (kept)
      bindRow(x, kept);
    squares = emitRowReduction(
        b, emitter, ReductionKind::sum, rowType, size, [&](const Lane &lane) {
          return square(arith::SubFOp::create(b, at(x, lane),
                                              b.splat(mean, lanesOf(lane))));
        });
  }
  Value variance = emitMean(b, rowType, squares, size);
  Value epsilon = b.constant(rowType, op.getEpsilon().convertToFloat());
  Value inverse = arith::DivFOp::create(
      b, b.constant(rowType, 1),
      math::SqrtOp::create(b, arith::AddFOp::create(b, variance, epsilon)));
  emitter.bind(
      op.getResult(),
      [this, x, mean, inverse](ArrayRef<Lane> position) -> Value {
        int64_t lanes = position.back().isUniform() ? 1 : emitter.getLanes();
        Value value = at(x, position.back());
        if (mean)
          value = arith::SubFOp::create(b, value, b.splat(mean, lanes));
        return arith::MulFOp::create(b, value, b.splat(inverse, lanes));
      });
}

void RowEmitter::bindReduce(ReduceOp op) {
  Value x = op.getOperand(), kept = isInMemory(x) ? Value() : keepRow();
  Type element = getElementTypeOrSelf(x.getType());
  Value total = emitRowReduction(b, emitter, op.getKind(), element, size,
                                 [&](const Lane &lane) {
                                   Value value = at(x, lane);
                                   if (kept)
                                     storeRow(kept, lane, value);
                                   return value;
                                 });
  if (kept)
    bindRow(x, kept);
  if (op.getKind() == ReductionKind::mean)
    total = emitMean(b, element, total, size);
  emitter.bind(op.getResult(), [total](ArrayRef<Lane>) { return total; });
}

void RowEmitter::emit() {
  ArrayRef<Value> dims = frame.getResult(0).dims;
  size = dims.back();
  rowType = b.registerType(findRowElement(kernel));
  b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
    outer.clear();
    for (Value index : b.delinearize(task, dims.drop_back()))
      outer.push_back(Lane{index, 0, 1});
    for (Operation &op : kernel.getBody().front().without_terminator())
      llvm::TypeSwitch<Operation *>(&op)
          .Case([&](SoftmaxOp each) { bindSoftmax(each); })
          .Case([&](NormalizeOp each) { bindNormalize(each); })
          .Case([&](ReduceOp each) { bindReduce(each); });
    emitIdempotentRowLoop(b, emitter, b.index(0), size, size,
                          [&](const Lane &lane) {
                            SmallVector<Lane> position(outer);
                            position.push_back(lane);
                            emitter.storeResults(position);
                          });
  });
  frame.finish();
}
} // namespace

FailureOr<EmittedKernel> cpu::emitRowKernel(KernelBuilder &b, FuncOp kernel,
                                            const KernelContext &context) {
  RowEmitter emitter(b, kernel, context);
  emitter.emit();
  int64_t rows = emitter.getKeptRows(),
          ops = std::distance(kernel.getBody().front().begin(),
                              kernel.getBody().front().end());
  int64_t bytes =
      std::max<int64_t>(4, KernelBuilder::sizeBytes(findRowElement(kernel)));
  return EmittedKernel{[rows, bytes,
                        ops](KernelBuilder &host, ArrayRef<SmallVector<Value>>,
                             ArrayRef<SmallVector<Value>> resultDims) {
    ArrayRef<Value> all = resultDims[0];
    Value padded = host.mul(host.ceilDiv(all.back(), 16), 16);
    return Launch{host.product(all.drop_back()), host.mul(padded, rows * bytes),
                  host.div(host.mul(host.product(all), 2 * ops), 4)};
  }};
}
