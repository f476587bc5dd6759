// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the elementwise ops behind a product.

#include "lib/Target/CPU/Kernel/Epilogue.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// More ops than these are not worth writing out for each register: a residual, both of it quantized and with a zero point, has 18.
static constexpr int64_t kCheapOps = 18;

/// Rows of the largest tile: no more than registers of any level.
static constexpr int64_t kMostRows = 32;

/// The ops of `kernel` behind `root`: all but the root, those that only it needs, and constants.
static SmallVector<Operation *> collectEpilogue(FuncOp kernel,
                                                Operation *root) {
  llvm::SmallPtrSet<Operation *, 8> before{root};
  SmallVector<Operation *> behind;
  for (Operation &op :
       llvm::reverse(kernel.getBody().front().without_terminator())) {
    if (&op == root || isa<ConstantOp>(op))
      continue;
    if (llvm::all_of(op.getUsers(),
                     [&](Operation *user) { return before.contains(user); }))
      before.insert(&op);
    else
      behind.push_back(&op);
  }
  return behind;
}

bool cpu::hasCheapOps(FuncOp kernel, Operation *root) {
  int64_t count = 0;
  for (Operation *op : collectEpilogue(kernel, root)) {
    if (!isa<AddOp, SubOp, MulOp, MaxOp, MinOp, NegOp, AbsOp, RoundOp,
             CompareOp, SelectOp, CastOp, BitcastOp, XorOp>(op) ||
        ++count > kCheapOps)
      return false;
    // Which size is 1 only at run time asks for a branch for each register.
    for (Value operand : op->getOperands()) {
      auto from = cast<RankedTensorType>(operand.getType()),
           to = cast<RankedTensorType>(op->getResult(0).getType());
      if (from.getRank() > 0 && ShapedType::isDynamic(from.getShape().back()) &&
          from.getShape().back() != to.getShape().back())
        return false;
    }
  }
  return true;
}

Value cpu::countPanelColumns(KernelBuilder &b, Value columns, Value column) {
  std::optional<int64_t> known = KernelBuilder::known(columns);
  return known && *known % kPanel == 0
             ? b.index(kPanel)
             : b.min(b.sub(columns, column), b.index(kPanel));
}

Epilogue::Epilogue(KernelBuilder &builder, KernelFrame &frame, Value root)
    : b(builder), frame(frame), root(root),
      ret(cast<ReturnOp>(frame.getKernel().getBody().front().getTerminator())),
      emitter(b, frame, b.getLanes()),
      isCheap(hasCheapOps(frame.getKernel(), root.getDefiningOp())) {
  emitter.bind(root, [this](ArrayRef<Lane>) { return current; });
}

bool Epilogue::isUniformOver(int64_t first, int64_t last) {
  ArrayRef<Value> result = frame.getDims(root);
  auto isUniform = [&](Value operand) {
    if (operand == root)
      return true;
    ArrayRef<Value> dims = frame.getDims(operand);
    int64_t lead =
        static_cast<int64_t>(result.size()) - static_cast<int64_t>(dims.size());
    bool isWhole = true, isRepeated = true;
    for (int64_t i = first; i <= last; ++i) {
      Value size = i < lead ? Value() : dims[i - lead];
      std::optional<int64_t> known = size ? KernelBuilder::known(size) : 1;
      isWhole = isWhole && size &&
                (size == result[i] ||
                 (known && known == KernelBuilder::known(result[i])));
      isRepeated = isRepeated && known == 1;
    }
    return isWhole || isRepeated;
  };
  return llvm::all_of(collectEpilogue(frame.getKernel(), root.getDefiningOp()),
                      [&](Operation *op) {
                        return isa<ElementwiseOpInterface>(op) &&
                               llvm::all_of(op->getOperands(), isUniform);
                      });
}

void Epilogue::storeResults(ArrayRef<Lane> position, int64_t lanes) {
  SmallVector<Value> bases;
  for (const Lane &lane : position)
    bases.push_back(lane.base);
  for (auto [i, value] : llvm::enumerate(ret.getOperands())) {
    const KernelTensor &result = frame.getResult(i);
    b.store(b.splat(emitter.emit(value, position), lanes), result.pointer,
            result.element, b.linearize(bases, result.dims));
  }
}

void Epilogue::store(ArrayRef<Value> sums, ArrayRef<Value> rows, Value column,
                     Value count, const ProductPosition &position) {
  emitter.forget();
  std::optional<int64_t> known = KernelBuilder::known(count);
  if (!isCheap || (known && *known < kPanel))
    storeThroughTile(sums, rows, column, count, position);
  else if (known)
    storeOnRegisters(sums, rows, column, position);
  else
    b.ifThen(
        b.compare(arith::CmpIPredicate::sge, count, b.index(kPanel)),
        [&] { storeOnRegisters(sums, rows, column, position); },
        [&] { storeThroughTile(sums, rows, column, count, position); });
  emitter.forget();
}

void Epilogue::storeOnRegisters(ArrayRef<Value> sums, ArrayRef<Value> rows,
                                Value column, const ProductPosition &position) {
  emitter.forget();
  int64_t lanes = b.getLanes(), vectors = kPanel / lanes;
  SmallVector<Lane> columns;
  for (int64_t v = 0; v < vectors; ++v)
    columns.push_back(Lane{b.add(column, v * lanes), 1, lanes});
  for (auto [r, row] : llvm::enumerate(rows))
    for (int64_t v = 0; v < vectors; ++v) {
      current = sums[r * vectors + v];
      storeResults(position(row, columns[v]), lanes);
    }
  emitter.forget();
}

void Epilogue::storeThroughTile(ArrayRef<Value> sums, ArrayRef<Value> rows,
                                Value column, Value count,
                                const ProductPosition &position) {
  int64_t lanes = b.getLanes(), vectors = kPanel / lanes;
  Type element = getElementTypeOrSelf(sums[0].getType());
  if (!tile)
    tile = b.allocateStack(element, kMostRows * kPanel);
  for (size_t r = 0; r < rows.size(); ++r)
    for (int64_t v = 0; v < vectors; ++v)
      b.store(sums[r * vectors + v], tile, element,
              b.index(r * kPanel + v * lanes));
  Value end = b.min(count, b.index(kPanel));
  // All vectors of a row at once, so that one's chain of operations fills the other's latencies.
  if (isa<FloatType>(element) && KernelBuilder::known(end) == kPanel)
    emitter.setLanes(kPanel);
  loopOverRows(rows, [&](Value r, Value row) {
    emitRowLoop(b, emitter, b.index(0), end, [&](const Lane &lane) {
      int64_t width = lane.isUniform() ? 1 : emitter.getLanes();
      current =
          b.load(tile, element, b.add(b.mul(r, kPanel), lane.base), width);
      storeResults(
          position(row, Lane{b.add(column, lane.base), lane.step, width}),
          width);
    });
  });
  emitter.setLanes(lanes);
}

void Epilogue::loopOverRows(ArrayRef<Value> rows,
                            function_ref<void(Value, Value)> body) {
  Type i64 = b.getI64Type();
  if (!tileRows)
    tileRows = b.allocateStack(i64, kMostRows);
  for (auto [r, row] : llvm::enumerate(rows))
    b.store(row, tileRows, i64, b.index(r));
  b.loop(b.index(0), b.index(rows.size()), 1,
         [&](Value r) { body(r, b.load(tileRows, i64, r)); });
}

void Epilogue::storeParts(Value sums, ArrayRef<Value> rows, Value column,
                          int64_t width, Value count, Value partColumns,
                          const ProductPosition &position) {
  int64_t lanes = b.getLanes(), number = rows.size();
  loopOverRows(rows, [&](Value r, Value row) {
    b.loop(b.index(0), count, lanes, [&](Value i) {
      Value first = b.add(column, i);
      emitter.bind(root, [=, this](ArrayRef<Lane> at) {
        Value part = b.div(b.sub(at.back().base, first), partColumns);
        return b.load(sums, b.getF32Type(),
                      b.add(b.mul(b.add(b.mul(part, number), r), width), i),
                      lanes);
      });
      storeResults(position(row, Lane{first, 1, lanes}), lanes);
    });
  });
  emitter.forget();
}
