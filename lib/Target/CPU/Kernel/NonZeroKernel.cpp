// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The positions of elements that are not 0. A piece of the operand is a task,
// which counts first; when the host has made room for all, it writes behind
// what the pieces before it found.

#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/Kernels.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

namespace {
/// Elements in a task: many, for each task adds up the counts of those before
/// it.
constexpr int64_t kPieceElements = 16384;

class NonZeroEmitter {
public:
  NonZeroEmitter(KernelBuilder &builder, FuncOp kernel, NonZeroOp root,
                 const KernelContext &context)
      : b(builder), frame(b, kernel, context.messages),
        emitter(b, frame, /*lanes=*/1), operand(root.getOperand()),
        dims(frame.getDims(operand)), all(b.product(dims)),
        lanes(context.lanes) {}

  void emit();

private:
  /// Whether the elements from `i` on are not 0, as i1.
  Value isFound(Value i, int64_t count) {
    emitter.forget();
    return emitCast(b, emitter.emitRun(operand, i, count),
                    getElementTypeOrSelf(operand.getType()), b.getI1Type());
  }
  Value count(Value from, Value to);
  void write(Value from, Value to, Value column);

  KernelBuilder &b;
  KernelFrame frame;
  ExpressionEmitter emitter;
  Value operand;
  ArrayRef<Value> dims;
  Value all;
  int64_t lanes;
};

Value NonZeroEmitter::count(Value from, Value to) {
  auto number = [&](Value i, int64_t count) -> Value {
    return arith::ExtUIOp::create(b, b.withLanes(b.getI64Type(), count),
                                  isFound(i, count));
  };
  auto add = [&](int64_t count) {
    return [&, count](Value i, ValueRange sum) -> SmallVector<Value> {
      return {arith::AddIOp::create(b, sum[0], number(i, count)).getResult()};
    };
  };
  Value middle = b.add(from, b.mul(b.div(b.sub(to, from), lanes), lanes));
  Value inLanes =
      b.loop(from, middle, lanes, b.splat(b.index(0), lanes), add(lanes))[0];
  return b.loop(middle, to, 1,
                emitHorizontal(b, ReductionKind::sum, b.getI64Type(), inLanes),
                add(1))[0];
}

void NonZeroEmitter::write(Value from, Value to, Value column) {
  const KernelTensor &result = frame.getResult(0);
  b.loop(
      from, to, 1, column,
      [&](Value i, ValueRange carried) -> SmallVector<Value> {
        return b.ifElse(
            isFound(i, 1), TypeRange{b.getI64Type()},
            [&]() -> SmallVector<Value> {
              for (auto [row, index] : llvm::enumerate(b.delinearize(i, dims)))
                b.store(index, result.pointer, b.getI64Type(),
                        b.add(b.mul(b.index(row), result.dims[1]), carried[0]));
              return {b.add(carried[0], 1)};
            },
            [&]() -> SmallVector<Value> { return {carried[0]}; });
      });
}

void NonZeroEmitter::emit() {
  Value counts = frame.loadCounts(), pointer = frame.getResult(0).pointer;
  Value isCounting =
      LLVM::ICmpOp::create(b, LLVM::ICmpPredicate::eq, pointer,
                           LLVM::ZeroOp::create(b, pointer.getType()));
  b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
    Value from = b.mul(task, kPieceElements),
          to = b.min(b.add(from, kPieceElements), all);
    b.ifThen(
        isCounting,
        [&] { b.store(count(from, to), counts, b.getI64Type(), task); },
        [&] {
          Value before = b.loop(
              b.index(0), task, 1, b.index(0),
              [&](Value i, ValueRange sum) -> SmallVector<Value> {
                return {b.add(sum[0], b.load(counts, b.getI64Type(), i))};
              })[0];
          write(from, to, before);
        });
  });
  frame.finish();
}
} // namespace

FailureOr<EmittedKernel> cpu::emitNonZeroKernel(KernelBuilder &b, FuncOp kernel,
                                                NonZeroOp root,
                                                const KernelContext &context) {
  NonZeroEmitter(b, kernel, root, context).emit();
  Value operand = root.getOperand();
  auto launch = [operand](KernelBuilder &host,
                          ArrayRef<SmallVector<Value>> argumentDims,
                          ArrayRef<SmallVector<Value>>) {
    auto argument = dyn_cast<BlockArgument>(operand);
    Value all =
        argument
            ? host.product(argumentDims[argument.getArgNumber()])
            : host.index(
                  cast<RankedTensorType>(operand.getType()).getNumElements());
    return Launch{host.ceilDiv(all, kPieceElements), host.index(0),
                  host.div(all, 2)};
  };
  return EmittedKernel{launch, /*countsFirst=*/true};
}
