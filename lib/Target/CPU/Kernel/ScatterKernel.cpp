// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Scatter: the data are copied, then updates go to their places in row-major
// order.
//
// Only what can meet is in order: the tasks are the parts of the result between
// which no update chooses. For single elements these are the lines along the
// dimension, of which neighbours in the last dimension make one task; for
// slices they are pieces of the slice.

#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

namespace {
/// Elements of the last dimension, or of a slice, in a task.
constexpr int64_t kPieceElements = 512;

/// What becomes of the present value where an update comes to it.
Value emitMeeting(KernelBuilder &b, ScatterKind kind, Type element, Value now,
                  Value update) {
  switch (kind) {
  case ScatterKind::assign:
    return update;
  case ScatterKind::add:
    return emitCombine(b, ReductionKind::sum, element, now, update);
  case ScatterKind::mul:
    return emitCombine(b, ReductionKind::prod, element, now, update);
  case ScatterKind::max:
    return emitCombine(b, ReductionKind::max, element, now, update);
  case ScatterKind::min:
    return emitCombine(b, ReductionKind::min, element, now, update);
  }
  llvm_unreachable("every kind is handled");
}

class ScatterElementsEmitter {
public:
  ScatterElementsEmitter(KernelBuilder &builder, FuncOp kernel,
                         ScatterElementsOp root, const KernelContext &context)
      : b(builder), root(root), frame(b, kernel, context.messages),
        emitter(b, frame, context.lanes), dim(root.getDim()) {}

  void emit();

private:
  /// Copies the lines of elements [from, to) of the last dimension, or the one
  /// line that `position` is on.
  void copy(SmallVector<Lane> position, Value from, Value to);
  void update(SmallVector<Lane> position);

  KernelBuilder &b;
  ScatterElementsOp root;
  KernelFrame frame;
  ExpressionEmitter emitter;
  int64_t dim;
};

void ScatterElementsEmitter::copy(SmallVector<Lane> position, Value from,
                                  Value to) {
  emitRowLoop(b, emitter, from, to, [&](const Lane &lane) {
    position.back() = lane;
    emitter.storeResults(position);
  });
}

void ScatterElementsEmitter::update(SmallVector<Lane> position) {
  const KernelTensor &result = frame.getResult(0);
  Value index = emitter.emit(root.getIndices(), position),
        news = emitter.emit(root.getUpdates(), position);
  index = emitCast(b, index, getElementTypeOrSelf(root.getIndices().getType()),
                   b.getI64Type());
  KernelFrame::Index checked = frame.checkIndex(index, result.dims[dim], dim);
  position[dim] = Lane{checked.place, 0, 1};
  b.ifThen(checked.isInside, [&] {
    Value at =
        b.linearize(llvm::map_to_vector(
                        position, [](const Lane &lane) { return lane.base; }),
                    result.dims);
    b.store(emitMeeting(b, root.getKind(), result.element,
                        b.load(result.pointer, result.element, at), news),
            result.pointer, result.element, at);
  });
  emitter.forget();
}

void ScatterElementsEmitter::emit() {
  ArrayRef<Value> dims = frame.getResult(0).dims,
                  indexDims = frame.getDims(root.getIndices());
  bool isLast = dim + 1 == static_cast<int64_t>(dims.size());
  emitter.bind(root.getResult(), [&](ArrayRef<Lane> position) {
    return emitter.emit(root.getData(), position);
  });
  SmallVector<Value> outer(dims);
  outer.back() = isLast ? b.index(1) : b.ceilDiv(dims.back(), kPieceElements);
  outer[dim] = b.index(1);
  b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
    SmallVector<Lane> position;
    Value hasUpdates = b.constantInt(b.getI1Type(), 1);
    for (auto [i, index] : llvm::enumerate(b.delinearize(task, outer))) {
      position.push_back(Lane{index, 0, 1});
      if (static_cast<int64_t>(i) != dim && i + 1 != outer.size())
        hasUpdates =
            b.logicalAnd(hasUpdates, b.compare(P::slt, index, indexDims[i]));
    }
    Value from = b.mul(position.back().base, kPieceElements),
          to = b.min(b.add(from, kPieceElements), dims.back());
    int64_t lanes = emitter.getLanes();
    if (isLast) {
      copy(position, b.index(0), dims.back());
    } else {
      b.loop(b.index(0), dims[dim], 1, [&](Value row) {
        position[dim] = Lane{row, 0, 1};
        copy(position, from, to);
      });
    }
    emitter.setLanes(1);
    b.ifThen(hasUpdates, [&] {
      b.loop(b.index(0), indexDims[dim], 1, [&](Value row) {
        position[dim] = Lane{row, 0, 1};
        if (isLast) {
          update(position);
          return;
        }
        b.loop(from, b.min(to, indexDims.back()), 1, [&](Value column) {
          position.back() = Lane{column, 0, 1};
          update(position);
        });
      });
    });
    emitter.setLanes(lanes);
  });
  frame.finish();
}

class ScatterNdEmitter {
public:
  ScatterNdEmitter(KernelBuilder &builder, FuncOp kernel, ScatterNdOp root,
                   const KernelContext &context)
      : b(builder), root(root), frame(b, kernel, context.messages),
        emitter(b, frame, context.lanes),
        depth(cast<RankedTensorType>(root.getIndices().getType())
                  .getShape()
                  .back()) {}

  void emit();

private:
  /// Runs `body` for the vectors and the rest of elements [from, to): offset
  /// and lanes.
  void forPiece(Value from, Value to, function_ref<void(Value, int64_t)> body);

  KernelBuilder &b;
  ScatterNdOp root;
  KernelFrame frame;
  ExpressionEmitter emitter;
  int64_t depth;
};

void ScatterNdEmitter::forPiece(Value from, Value to,
                                function_ref<void(Value, int64_t)> body) {
  emitRowLoop(b, emitter, from, to, [&](const Lane &lane) {
    body(lane.base, lane.isUniform() ? 1 : emitter.getLanes());
  });
}

void ScatterNdEmitter::emit() {
  const KernelTensor &result = frame.getResult(0);
  Value slice = b.product(ArrayRef(result.dims).drop_front(depth)),
        rows = b.product(ArrayRef(result.dims).take_front(depth)),
        tuples = b.product(frame.getDims(root.getIndices()).drop_back());
  Type indexType = getElementTypeOrSelf(root.getIndices().getType());
  b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
    Value from = b.mul(task, kPieceElements),
          to = b.min(b.add(from, kPieceElements), slice);
    b.loop(b.index(0), rows, 1, [&](Value row) {
      Value start = b.mul(row, slice);
      forPiece(from, to, [&](Value offset, int64_t lanes) {
        Value at = b.add(start, offset);
        b.store(emitter.emitRun(root.getData(), at, lanes), result.pointer,
                result.element, at);
      });
    });
    b.loop(b.index(0), tuples, 1, [&](Value tuple) {
      emitter.forget();
      Value row = b.index(0), isInside = b.constantInt(b.getI1Type(), 1);
      for (int64_t i = 0; i < depth; ++i) {
        Value index = emitter.emitRun(root.getIndices(),
                                      b.add(b.mul(tuple, depth), i), 1);
        KernelFrame::Index checked = frame.checkIndex(
            emitCast(b, index, indexType, b.getI64Type()), result.dims[i], i);
        row = b.add(b.mul(row, result.dims[i]), checked.place);
        isInside = b.logicalAnd(isInside, checked.isInside);
      }
      b.ifThen(isInside, [&] {
        Value start = b.mul(row, slice), newStart = b.mul(tuple, slice);
        forPiece(from, to, [&](Value offset, int64_t lanes) {
          Value at = b.add(start, offset),
                now = b.load(result.pointer, result.element, at, lanes);
          Value update = emitter.emitRun(root.getUpdates(),
                                         b.add(newStart, offset), lanes);
          b.store(emitMeeting(b, root.getKind(), result.element, now, update),
                  result.pointer, result.element, at);
        });
      });
    });
  });
  frame.finish();
}
} // namespace

FailureOr<EmittedKernel>
cpu::emitScatterElementsKernel(KernelBuilder &b, FuncOp kernel,
                               ScatterElementsOp root,
                               const KernelContext &context) {
  ScatterElementsEmitter(b, kernel, root, context).emit();
  int64_t dim = root.getDim();
  return EmittedKernel{[dim](KernelBuilder &host,
                             ArrayRef<SmallVector<Value>> argumentDims,
                             ArrayRef<SmallVector<Value>> resultDims) {
    SmallVector<Value> outer(resultDims[0]);
    Value work = host.product(outer);
    for (const SmallVector<Value> &dims : argumentDims)
      work = host.add(work, host.product(dims));
    bool isLast = dim + 1 == static_cast<int64_t>(outer.size());
    outer.back() =
        isLast ? host.index(1) : host.ceilDiv(outer.back(), kPieceElements);
    outer[dim] = host.index(1);
    return Launch{host.product(outer), host.index(0), host.div(work, 2)};
  }};
}

FailureOr<EmittedKernel>
cpu::emitScatterNdKernel(KernelBuilder &b, FuncOp kernel, ScatterNdOp root,
                         const KernelContext &context) {
  ScatterNdEmitter(b, kernel, root, context).emit();
  int64_t depth =
      cast<RankedTensorType>(root.getIndices().getType()).getShape().back();
  return EmittedKernel{[depth](KernelBuilder &host,
                               ArrayRef<SmallVector<Value>> argumentDims,
                               ArrayRef<SmallVector<Value>> resultDims) {
    ArrayRef<Value> all = resultDims[0];
    Value work = host.product(all);
    for (const SmallVector<Value> &dims : argumentDims)
      work = host.add(work, host.product(dims));
    return Launch{
        host.ceilDiv(host.product(all.drop_front(depth)), kPieceElements),
        host.index(0), host.div(work, 4)};
  }};
}
