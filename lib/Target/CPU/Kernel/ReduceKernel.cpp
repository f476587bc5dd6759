// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A reduction, with what computes its operand before it and elementwise ops after it.
//
// Where the last dimension stays, vectors run along it and each lane has its own sum; where it is reduced, vectors run along it and
// their lanes are combined at the end.

#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/ReductionLaunch.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
/// The element type that a reduction works in: the mean of narrow integers needs the room of a wide sum.
Type sumType(ReduceOp root) {
  Type element = getElementTypeOrSelf(root.getType());
  if (root.getKind() != ReductionKind::mean || isa<FloatType>(element))
    return element;
  auto signedness = element.isUnsignedInteger() ? IntegerType::Unsigned
                                                : IntegerType::Signless;
  return IntegerType::get(root.getContext(), 64, signedness);
}

class ReduceEmitter {
public:
  ReduceEmitter(KernelBuilder &builder, FuncOp kernel, ReduceOp root,
                const KernelContext &context)
      : b(builder), root(root), frame(b, kernel, context.messages),
        emitter(b, frame, context.lanes),
        operandDims(frame.getDims(root.getOperand())), element(sumType(root)) {}

  void emit();
  bool keepsLast() {
    int64_t rank = operandDims.size();
    return rank > 0 && !llvm::is_contained(root.getDims(), rank - 1);
  }

private:
  /// The position in the operand for one in the result and one in the reduced dimensions.
  SmallVector<Lane> operandPosition(ArrayRef<Lane> result,
                                    ArrayRef<Lane> reduced);
  /// Sums over the reduced dimensions `which` (in order), calling `inner` for the innermost.
  SmallVector<Value>
  sumOver(ArrayRef<int64_t> which, SmallVector<Lane> &reduced, ValueRange start,
          function_ref<SmallVector<Value>(ValueRange, ArrayRef<Lane>)> inner);
  void storeResults(ArrayRef<Lane> position, Value sum);
  /// The operand at a position, in the type of the sum.
  Value operandAt(ArrayRef<Lane> position) {
    return emitCast(b, emitter.emit(root.getOperand(), position),
                    getElementTypeOrSelf(root.getType()), element);
  }

  KernelBuilder &b;
  ReduceOp root;
  KernelFrame frame;
  ExpressionEmitter emitter;
  ArrayRef<Value> operandDims;
  Type element;
};

SmallVector<Lane> ReduceEmitter::operandPosition(ArrayRef<Lane> result,
                                                 ArrayRef<Lane> reduced) {
  SmallVector<Lane> position;
  size_t fromResult = 0, fromReduced = 0;
  for (size_t i = 0; i < operandDims.size(); ++i) {
    if (!llvm::is_contained(root.getDims(), static_cast<int64_t>(i))) {
      position.push_back(result[fromResult++]);
      continue;
    }
    position.push_back(reduced[fromReduced++]);
    fromResult += root.getKeepDims();
  }
  return position;
}

SmallVector<Value> ReduceEmitter::sumOver(
    ArrayRef<int64_t> which, SmallVector<Lane> &reduced, ValueRange start,
    function_ref<SmallVector<Value>(ValueRange, ArrayRef<Lane>)> inner) {
  if (which.empty())
    return inner(start, reduced);
  return b.loop(b.index(0), operandDims[which.front()], 1, start,
                [&](Value i, ValueRange carried) {
                  reduced.push_back(Lane{i, 0, 1});
                  SmallVector<Value> next =
                      sumOver(which.drop_front(), reduced, carried, inner);
                  reduced.pop_back();
                  return next;
                });
}

void ReduceEmitter::storeResults(ArrayRef<Lane> position, Value sum) {
  if (root.getKind() == ReductionKind::mean) {
    Value count = b.index(1);
    for (int64_t dim : root.getDims())
      count = b.mul(count, operandDims[dim]);
    sum = emitCast(b, emitMean(b, element, sum, count), element,
                   getElementTypeOrSelf(root.getType()));
  }
  emitter.bind(root.getResult(), [sum](ArrayRef<Lane>) { return sum; });
  emitter.storeResults(position);
  emitter.forget();
}

void ReduceEmitter::emit() {
  ReductionKind kind = root.getKind();
  SmallVector<int64_t> reducedDims(root.getDims());
  llvm::sort(reducedDims);
  ArrayRef<Value> resultDims = frame.getDims(root.getResult());
  auto uniform = [](Value v) { return Lane{v, 0, 1}; };

  if (keepsLast()) {
    b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
      SmallVector<Lane> outer;
      for (Value index : b.delinearize(task, resultDims.drop_back()))
        outer.push_back(uniform(index));
      emitWideRowLoop(
          b, emitter, resultDims.back(), [&](ArrayRef<Lane> together) {
            SmallVector<Lane> position(outer), reduced;
            position.push_back(together.front());
            int64_t count =
                together.front().isUniform() ? 1 : emitter.getLanes();
            SmallVector<Value> sums(together.size(),
                                    emitIdentity(b, kind, element, count));
            sums = sumOver(
                reducedDims, reduced, sums,
                [&](ValueRange carried, ArrayRef<Lane> at) {
                  SmallVector<Value> next;
                  for (auto [lane, sum] : llvm::zip(together, carried)) {
                    position.back() = lane;
                    emitter.forget();
                    Value value = b.splat(
                        operandAt(operandPosition(position, at)), count);
                    next.push_back(emitCombine(b, kind, element, sum, value));
                  }
                  emitter.forget();
                  return next;
                });
            for (auto [lane, sum] : llvm::zip(together, sums)) {
              position.back() = lane;
              storeResults(position, sum);
            }
          });
    });
  } else {
    b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
      SmallVector<Lane> position, reduced;
      for (Value index : b.delinearize(task, resultDims))
        position.push_back(uniform(index));
      ArrayRef<int64_t> outer =
          reducedDims.empty() ? ArrayRef<int64_t>()
                              : ArrayRef<int64_t>(reducedDims).drop_back();
      Value sum = sumOver(
          outer, reduced, emitIdentity(b, kind, element, 1),
          [&](ValueRange carried, ArrayRef<Lane> at) -> SmallVector<Value> {
            SmallVector<Lane> inner(at);
            if (reducedDims.empty())
              return {emitCombine(b, kind, element, carried[0],
                                  operandAt(operandPosition(position, inner)))};
            inner.push_back(uniform(Value()));
            Value rowSum = emitRowReduction(
                b, emitter, kind, element, operandDims[reducedDims.back()],
                [&](const Lane &lane) {
                  inner.back() = lane;
                  return operandAt(operandPosition(position, inner));
                });
            return {emitCombine(b, kind, element, carried[0], rowSum)};
          })[0];
      storeResults(position, sum);
    });
  }
  frame.finish();
}
} // namespace

FailureOr<EmittedKernel> cpu::emitReduceKernel(KernelBuilder &b, FuncOp kernel,
                                               ReduceOp root,
                                               const KernelContext &context) {
  ReduceEmitter emitter(b, kernel, root, context);
  bool keepsLast = emitter.keepsLast();
  emitter.emit();
  // Sums run at the speed of a load each.
  constexpr int64_t kOpsPerNs = 8;
  return EmittedKernel{makeReductionLaunch(kernel, keepsLast, kOpsPerNs)};
}
