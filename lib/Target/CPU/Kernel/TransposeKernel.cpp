// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A transposition that takes the last dimension elsewhere, with what computes its operand before it and elementwise ops behind it.
//
// Read along the result's last dimension, each lane of a vector would come from a line of memory of its own. So vectors run along the operand's
// last dimension when it is read and along the result's when it is stored, and a square of them is turned over in registers:
//
//   rows       a[j][c .. c+L)   for L neighbours j       L loads
//   turned     t[i] = a[. . .][c+i]                      log2(L) rounds of L shuffles
//   results    y[c+i][j .. j+L)                          L stores
//
// Where the result's last dimension is shorter than a vector (channels of an image), its rows are stored element by element.

#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/RegisterTranspose.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// Positions of the operand's last dimension in a task.
static constexpr int64_t kTaskRows = 64;

static bool isShort(RankedTensorType type, int64_t dim, int64_t lanes) {
  return !type.isDynamicDim(dim) && type.getDimSize(dim) < lanes;
}

/// The place in the result of the operand's last dimension.
static int64_t getTurnedDim(TransposeOp op) {
  return llvm::find(op.getPermutation(), op.getType().getRank() - 1) -
         op.getPermutation().begin();
}

/// Lanes for elements of `op`: 8 bytes each fill the registers with half of them.
static int64_t countLanes(TransposeOp op, int64_t lanes) {
  return KernelBuilder::sizeBytes(op.getType().getElementType()) == 8
             ? lanes / 2
             : lanes;
}

TransposeOp cpu::findTurningTranspose(FuncOp kernel, int64_t lanes) {
  auto ret = cast<ReturnOp>(kernel.getBody().front().getTerminator());
  auto found = kernel.getBody().front().getOps<TransposeOp>();
  if (ret.getNumOperands() != 1 || !llvm::hasSingleElement(found))
    return {};
  TransposeOp op = *found.begin();
  RankedTensorType type = op.getType();
  if (type.getRank() < 2 || type.getElementType().isInteger(1) ||
      isShort(type, getTurnedDim(op), countLanes(op, lanes)) ||
      getTurnedDim(op) == type.getRank() - 1)
    return {};
  // Behind it each element has to be needed at its own position alone, which without static sizes is certain only where nothing follows.
  for (Value value = op.getResult(); value != ret.getOperand(0);) {
    Operation *user = value.hasOneUse() ? *value.user_begin() : nullptr;
    if (!user || !isa<ElementwiseOpInterface>(user) ||
        cast<RankedTensorType>(user->getResult(0).getType()).getShape() !=
            type.getShape() ||
        !type.hasStaticShape())
      return {};
    value = user->getResult(0);
  }
  return op;
}

namespace {
class TransposeEmitter {
public:
  TransposeEmitter(KernelBuilder &builder, FuncOp kernel, TransposeOp root,
                   const KernelContext &context)
      : b(builder), root(root),
        result(cast<ReturnOp>(kernel.getBody().front().getTerminator())
                   .getOperand(0)),
        frame(b, kernel, context.messages),
        lanes(countLanes(root, context.lanes)), emitter(b, frame, lanes),
        dims(frame.getResult(0).dims), turned(getTurnedDim(root)),
        last(dims.size() - 1) {}

  void emit();

private:
  /// Whether both dimensions have room for a vector: an i1, or null where that is known.
  Value hasRoom();
  /// `count` vectors along the operand's last dimension, for neighbours from `column` on in the result's.
  SmallVector<Value> loadRows(Value row, Value column, int64_t count);
  void storeAt(Value row, const Lane &column, Value value);
  void emitSquares(Value from, Value to);
  void emitNarrow(Value from, Value to);
  void emitElements(Value from, Value to);

  KernelBuilder &b;
  TransposeOp root;
  Value result;
  KernelFrame frame;
  int64_t lanes;
  ExpressionEmitter emitter;
  ArrayRef<Value> dims;
  int64_t turned, last;
  /// The position in the result; `turned` and `last` are set as needed.
  SmallVector<Lane> position;
};

Value TransposeEmitter::hasRoom() {
  Value room;
  for (int64_t dim : {turned, last})
    if (!KernelBuilder::known(dims[dim])) {
      Value fits =
          b.compare(arith::CmpIPredicate::sge, dims[dim], b.index(lanes));
      room = room ? b.logicalAnd(room, fits) : fits;
    }
  return room;
}

SmallVector<Value> TransposeEmitter::loadRows(Value row, Value column,
                                              int64_t count) {
  SmallVector<Value> rows;
  for (int64_t j = 0; j < count; ++j) {
    position[turned] = Lane{row, 1, 1};
    position[last] = Lane{b.add(column, j), 0, 1};
    SmallVector<Lane> at(position.size());
    for (auto [i, dim] : llvm::enumerate(root.getPermutation()))
      at[dim] = position[i];
    rows.push_back(b.splat(emitter.emit(root.getOperand(), at), lanes));
    emitter.forget();
  }
  return rows;
}

void TransposeEmitter::storeAt(Value row, const Lane &column, Value value) {
  position[turned] = Lane{row, 0, 1};
  position[last] = column;
  emitter.bind(root.getResult(), [value](ArrayRef<Lane>) { return value; });
  SmallVector<Value> bases =
      llvm::map_to_vector(position, [](const Lane &lane) { return lane.base; });
  const KernelTensor &memory = frame.getResult(0);
  Value stored =
      b.splat(emitter.emit(result, position), column.isUniform() ? 1 : lanes);
  b.store(stored, memory.pointer, memory.element,
          b.linearize(bases, memory.dims));
}

void TransposeEmitter::emitSquares(Value from, Value to) {
  // A last square overlaps the one before: what is stored twice is the same.
  b.loop(b.index(0), dims[last], lanes, [&](Value nextColumn) {
    Value column = b.min(nextColumn, b.sub(dims[last], lanes));
    b.loop(from, to, lanes, [&](Value nextRow) {
      Value row = b.min(nextRow, b.sub(dims[turned], lanes));
      for (auto [i, value] : llvm::enumerate(
               emitRegisterTranspose(b, loadRows(row, column, lanes))))
        storeAt(b.add(row, i), Lane{column, 1, 1}, value);
    });
  });
}

void TransposeEmitter::emitNarrow(Value from, Value to) {
  int64_t width = *KernelBuilder::known(dims[last]);
  b.loop(from, to, lanes, [&](Value nextRow) {
    Value row = b.min(nextRow, b.sub(dims[turned], lanes));
    SmallVector<Value> rows = loadRows(row, b.index(0), width);
    emitter.setLanes(1);
    for (int64_t i = 0; i < lanes; ++i)
      for (int64_t j = 0; j < width; ++j)
        storeAt(b.add(row, i), Lane{b.index(j), 0, 1},
                vector::ExtractOp::create(b, rows[j], ArrayRef<int64_t>{i}));
    emitter.setLanes(lanes);
  });
}

void TransposeEmitter::emitElements(Value from, Value to) {
  emitter.setLanes(1);
  b.loop(from, to, 1, [&](Value row) {
    b.loop(b.index(0), dims[last], 1, [&](Value column) {
      position[turned] = Lane{row, 0, 1};
      position[last] = Lane{column, 0, 1};
      SmallVector<Lane> at(position.size());
      for (auto [i, dim] : llvm::enumerate(root.getPermutation()))
        at[dim] = position[i];
      storeAt(row, position[last], emitter.emit(root.getOperand(), at));
    });
  });
  emitter.setLanes(lanes);
}

void TransposeEmitter::emit() {
  SmallVector<Value> grid;
  for (int64_t i = 0; i < static_cast<int64_t>(dims.size()); ++i)
    if (i != turned && i != last)
      grid.push_back(dims[i]);
  grid.push_back(b.ceilDiv(dims[turned], kTaskRows));
  b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
    SmallVector<Value> place = b.delinearize(task, grid);
    position.assign(dims.size(), Lane{b.index(0), 0, 1});
    size_t next = 0;
    for (int64_t i = 0; i < static_cast<int64_t>(dims.size()); ++i)
      if (i != turned && i != last)
        position[i] = Lane{place[next++], 0, 1};
    Value from = b.mul(place.back(), kTaskRows),
          to = b.min(b.add(from, kTaskRows), dims[turned]);
    auto vectors = [&] {
      isShort(root.getType(), last, lanes) ? emitNarrow(from, to)
                                           : emitSquares(from, to);
    };
    if (Value room = hasRoom())
      b.ifThen(room, vectors, [&] { emitElements(from, to); });
    else
      vectors();
  });
  frame.finish();
}
} // namespace

FailureOr<EmittedKernel>
cpu::emitTransposeKernel(KernelBuilder &b, FuncOp kernel, TransposeOp root,
                         const KernelContext &context) {
  TransposeEmitter(b, kernel, root, context).emit();
  int64_t turned = getTurnedDim(root),
          ops = std::distance(kernel.getBody().front().begin(),
                              kernel.getBody().front().end());
  return EmittedKernel{[turned, ops](KernelBuilder &host,
                                     ArrayRef<SmallVector<Value>>,
                                     ArrayRef<SmallVector<Value>> resultDims) {
    SmallVector<Value> grid;
    for (auto [i, size] :
         llvm::enumerate(ArrayRef<Value>(resultDims[0]).drop_back()))
      grid.push_back(static_cast<int64_t>(i) == turned
                         ? host.ceilDiv(size, kTaskRows)
                         : size);
    return Launch{host.product(grid), host.index(0),
                  host.div(host.mul(host.product(resultDims[0]), ops), 4)};
  }};
}
