// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Running sums and the like, with what computes the operand before them and
// elementwise ops after them.
//
// The dimension is walked in order, which fixes the rounding. Where it is not
// the last, vectors run along the last dimension, a piece of which is a task;
// else a row is.

#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
/// Elements of the last dimension in a task, where the running one is another:
/// some cache lines of each row.
constexpr int64_t kPieceElements = 128;
/// Vectors that are walked together.
constexpr int64_t kColumns = 4;

class CumulativeEmitter {
public:
  CumulativeEmitter(KernelBuilder &builder, FuncOp kernel, CumulativeOp root,
                    const KernelContext &context)
      : b(builder), root(root), frame(b, kernel, context.messages),
        emitter(b, frame, context.lanes),
        element(getElementTypeOrSelf(root.getType())), dim(root.getDim()) {}

  void emit();

private:
  /// Walks along the dimension at `position` for several columns, side by side
  /// in the last dimension unless that is the one.
  void walk(SmallVector<Lane> position, ArrayRef<Lane> columns);

  KernelBuilder &b;
  CumulativeOp root;
  KernelFrame frame;
  ExpressionEmitter emitter;
  Type element;
  int64_t dim;
};

void CumulativeEmitter::walk(SmallVector<Lane> position,
                             ArrayRef<Lane> columns) {
  Value size = frame.getDims(root.getOperand())[dim];
  int64_t lanes = columns[0].isUniform() ? 1 : emitter.getLanes();
  SmallVector<Value> start(columns.size(),
                           emitIdentity(b, root.getKind(), element, lanes));
  b.loop(b.index(0), size, 1, start, [&](Value i, ValueRange carried) {
    Value at = root.getReverse() ? b.sub(b.sub(size, 1), i) : i;
    SmallVector<Value> next;
    for (auto [column, before] : llvm::zip(columns, carried)) {
      position.back() = column;
      position[dim] = Lane{at, 0, 1};
      emitter.forget();
      Value value = b.splat(emitter.emit(root.getOperand(), position), lanes);
      next.push_back(emitCombine(b, root.getKind(), element, before, value));
      Value result = root.getExclusive() ? before : next.back();
      emitter.bind(root.getResult(),
                   [result](ArrayRef<Lane>) { return result; });
      emitter.storeResults(position);
      emitter.forget();
    }
    return next;
  });
}

void CumulativeEmitter::emit() {
  SmallVector<Value> outer(frame.getDims(root.getResult()));
  bool isLast = dim + 1 == static_cast<int64_t>(outer.size());
  Value last = outer.pop_back_val(), pieces = b.index(1);
  if (!isLast) {
    outer[dim] = b.index(1);
    pieces = b.ceilDiv(last, kPieceElements);
  }
  outer.push_back(pieces);
  b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
    SmallVector<Lane> position;
    for (Value index : b.delinearize(task, outer))
      position.push_back(Lane{index, 0, 1});
    if (isLast) {
      emitter.setLanes(1);
      walk(position, position.back());
      return;
    }
    Value from = b.mul(position.back().base, kPieceElements),
          to = b.min(b.add(from, kPieceElements), last);
    // Some vectors of a row together, so that whole cache lines are used.
    int64_t lanes = emitter.getLanes(), group = kColumns * lanes;
    Value middle = b.add(from, b.mul(b.div(b.sub(to, from), group), group));
    b.loop(from, middle, group, [&](Value column) {
      SmallVector<Lane> columns;
      for (int64_t u = 0; u < kColumns; ++u)
        columns.push_back(
            Lane{b.add(column, u * lanes), lanes == 1 ? 0 : 1, lanes});
      walk(position, columns);
    });
    emitRowLoop(b, emitter, middle, to,
                [&](const Lane &lane) { walk(position, lane); });
  });
  frame.finish();
}
} // namespace

FailureOr<EmittedKernel>
cpu::emitCumulativeKernel(KernelBuilder &b, FuncOp kernel, CumulativeOp root,
                          const KernelContext &context) {
  CumulativeEmitter(b, kernel, root, context).emit();
  int64_t ops = std::distance(kernel.getBody().front().begin(),
                              kernel.getBody().front().end()),
          dim = root.getDim();
  return EmittedKernel{[dim, ops](KernelBuilder &host,
                                  ArrayRef<SmallVector<Value>>,
                                  ArrayRef<SmallVector<Value>> resultDims) {
    SmallVector<Value> outer(resultDims[0]);
    Value all = host.product(outer);
    bool isLast = dim + 1 == static_cast<int64_t>(outer.size());
    outer.back() =
        isLast ? host.index(1) : host.ceilDiv(outer.back(), kPieceElements);
    outer[dim] = host.index(1);
    return Launch{host.product(outer), host.index(0), host.mul(all, ops)};
  }};
}
