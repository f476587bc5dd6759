// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Scaled dot-product attention on the register tile of contractions. A task is (batch, head, block of queries): it packs the head's keys and
// values as panels in its scratch once, and then computes for a few queries at a time the row of scores, the softmax and the weighted sum
// of values, so that memory grows with the number of keys and not with its product with the queries.

#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "lib/Target/CPU/Kernel/RegisterTranspose.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

/// Queries of a task: enough to pay for the packing.
static constexpr int64_t kBlock = 240;

/// Queries of a register tile: 12 sums at every level, enough to hide the latency of a multiplication.
static int64_t countTileRows(int64_t lanes) { return lanes == 16 ? 12 : 6; }

namespace {
struct Extents {
  Value width, valueWidth, keys;
};

/// Floats of scratch: packed keys, packed values, rows of scores, rows of queries.
struct Layout {
  Value keys, values, scores, scoreStride, queries, total;

  Layout(KernelBuilder &b, const Extents &extents, int64_t tileRows) {
    Value panels = b.ceilDiv(extents.keys, kPanel),
          valuePanels = b.ceilDiv(extents.valueWidth, kPanel);
    keys = b.index(0);
    scoreStride = b.mul(panels, kPanel);
    values = b.mul(scoreStride, extents.width);
    scores = b.add(values, b.mul(b.mul(valuePanels, kPanel), extents.keys));
    queries = b.add(scores, b.mul(scoreStride, tileRows));
    total =
        b.add(queries,
              b.mul(b.mul(b.ceilDiv(extents.width, kPanel), kPanel), tileRows));
  }
};

class AttentionEmitter {
public:
  AttentionEmitter(KernelBuilder &builder, FuncOp kernel, AttentionOp root,
                   const KernelContext &context)
      : b(builder), root(root),
        ret(cast<ReturnOp>(kernel.getBody().front().getTerminator())),
        frame(b, kernel, context.messages), emitter(b, frame, context.lanes),
        lanes(context.lanes), tileRows(countTileRows(lanes)),
        f32(b.getF32Type()) {}

  void emit();

private:
  void emitTask(Value task);
  /// Key or value `operand` (with what came before) at position `key` of the joined ones, as f32.
  Value joinedAt(Value past, Value operand, Value key, const Lane &column);
  void packKeys();
  void packValues();
  void storePresent(Value result, Value past, Value operand);
  void emitTile(Value first);
  Value scoreAt(Value raw, Value query, const Lane &key);
  Value maskAt(Value query, const Lane &key);
  void emitSoftmax(Value row, Value query);
  Value at(Value memory, Value offset) {
    return b.address(memory, f32, offset);
  }

  KernelBuilder &b;
  AttentionOp root;
  ReturnOp ret;
  KernelFrame frame;
  ExpressionEmitter emitter;
  int64_t lanes, tileRows;
  Type f32;
  Value length, width, valueWidth, pastLength, keys;
  std::optional<Layout> layout;
  Value keyPanels, valuePanels, scores, queries, inverses, tile, current;
  Value batch, head, keyHead;
};

Value AttentionEmitter::joinedAt(Value past, Value operand, Value key,
                                 const Lane &column) {
  auto fetch = [&](Value tensor, Value index) -> Value {
    SmallVector<Lane> position{Lane{batch, 0, 1}, Lane{keyHead, 0, 1},
                               Lane{index, 0, 1}, column};
    emitter.forget();
    Value value =
        b.splat(emitter.emit(tensor, position), column.isUniform() ? 1 : lanes);
    emitter.forget();
    return emitCast(b, value, getElementTypeOrSelf(tensor.getType()), f32);
  };
  if (!past)
    return fetch(operand, key);
  Type type = b.withLanes(f32, column.isUniform() ? 1 : lanes);
  return b.ifElse(
      b.compare(P::slt, key, pastLength), TypeRange{type},
      [&]() -> SmallVector<Value> { return {fetch(past, key)}; },
      [&]() -> SmallVector<Value> {
        return {fetch(operand, b.sub(key, pastLength))};
      })[0];
}

void AttentionEmitter::packKeys() {
  std::optional<int64_t> known = KernelBuilder::known(width);
  Value zero = b.index(0), whole = zero;
  if (known && *known % lanes == 0) {
    // Squares of as many keys as lanes are turned over in registers.
    whole = b.mul(b.div(keys, lanes), lanes);
    b.loop(zero, whole, lanes, [&](Value key) {
      Value panel =
          at(keyPanels, b.add(b.mul(b.div(key, kPanel), b.mul(width, kPanel)),
                              b.rem(key, kPanel)));
      b.loop(zero, width, lanes, [&](Value column) {
        SmallVector<Value> rows;
        for (int64_t i = 0; i < lanes; ++i)
          rows.push_back(joinedAt(root.getPastKey(), root.getKey(),
                                  b.add(key, i), Lane{column, 1, lanes}));
        for (auto [i, value] : llvm::enumerate(emitRegisterTranspose(b, rows)))
          b.store(value, panel, f32, b.mul(b.add(column, i), kPanel));
      });
    });
  }
  emitter.setLanes(1);
  b.loop(whole, layout->scoreStride, 1, [&](Value key) {
    Value panel =
        at(keyPanels, b.add(b.mul(b.div(key, kPanel), b.mul(width, kPanel)),
                            b.rem(key, kPanel)));
    b.loop(zero, width, 1, [&](Value column) {
      Value value = b.ifElse(
          b.compare(P::slt, key, keys), TypeRange{f32},
          [&]() -> SmallVector<Value> {
            return {joinedAt(root.getPastKey(), root.getKey(), key,
                             Lane{column, 0, 1})};
          },
          [&]() -> SmallVector<Value> { return {b.constant(f32, 0)}; })[0];
      b.store(value, panel, f32, b.mul(column, kPanel));
    });
  });
  emitter.setLanes(lanes);
}

void AttentionEmitter::packValues() {
  Value zero = b.index(0),
        padded = b.mul(b.ceilDiv(valueWidth, kPanel), kPanel);
  b.loop(zero, keys, 1, [&](Value key) {
    auto place = [&](Value column) {
      Value panel = b.mul(b.mul(b.div(column, kPanel), keys), kPanel);
      return b.add(b.add(panel, b.mul(key, kPanel)), b.rem(column, kPanel));
    };
    emitRowLoop(b, emitter, zero, valueWidth, [&](const Lane &column) {
      b.store(joinedAt(root.getPastValue(), root.getValue(), key, column),
              valuePanels, f32, place(column.base));
    });
    b.loop(valueWidth, padded, 1, [&](Value column) {
      b.store(b.constant(f32, 0), valuePanels, f32, place(column));
    });
  });
}

void AttentionEmitter::storePresent(Value result, Value past, Value operand) {
  if (!result)
    return;
  for (auto [i, returned] : llvm::enumerate(ret.getOperands())) {
    if (returned != result)
      continue;
    const KernelTensor &memory = frame.getResult(i);
    b.loop(b.index(0), keys, 1, [&](Value key) {
      emitRowLoop(
          b, emitter, b.index(0), memory.dims[3], [&](const Lane &column) {
            Value value = emitCast(b, joinedAt(past, operand, key, column), f32,
                                   memory.element);
            b.store(
                value, memory.pointer, memory.element,
                b.linearize({batch, keyHead, key, column.base}, memory.dims));
          });
    });
  }
}

Value AttentionEmitter::maskAt(Value query, const Lane &key) {
  Value mask = root.getMask();
  ArrayRef<Value> dims = frame.getDims(mask);
  SmallVector<Lane> full{Lane{batch, 0, 1}, Lane{head, 0, 1}, Lane{query, 0, 1},
                         key};
  SmallVector<Value> sizes{Value(), Value(), length, keys};
  auto sizesEqual = [](Value x, Value y) {
    return y &&
           (x == y || (KernelBuilder::known(x) &&
                       KernelBuilder::known(x) == KernelBuilder::known(y)));
  };
  SmallVector<Lane> shared, own;
  Value isShared;
  for (size_t i = 0; i < dims.size(); ++i) {
    size_t aligned = 4 - dims.size() + i;
    Lane lane = full[aligned];
    std::optional<int64_t> known = KernelBuilder::known(dims[i]);
    if (known == 1)
      lane = Lane{b.index(0), 0, 1};
    else if (!known && !sizesEqual(dims[i], sizes[aligned]) && lane.isUniform())
      lane = Lane{b.select(b.compare(P::eq, dims[i], b.index(1)), b.index(0),
                           lane.base),
                  0, 1};
    own.push_back(lane);
    shared.push_back(lane);
    if (!known && !sizesEqual(dims[i], sizes[aligned]) && !lane.isUniform()) {
      isShared = b.compare(P::eq, dims[i], b.index(1));
      shared.back() = Lane{b.index(0), 0, 1};
    }
  }
  int64_t count = key.isUniform() ? 1 : lanes;
  auto fetch = [&](ArrayRef<Lane> position) {
    emitter.forget();
    Value value = b.splat(emitter.emit(mask, position), count);
    emitter.forget();
    return value;
  };
  if (!isShared)
    return fetch(own);
  Type type =
      b.withLanes(b.registerType(getElementTypeOrSelf(mask.getType())), count);
  return b.ifElse(
      isShared, TypeRange{type},
      [&]() -> SmallVector<Value> { return {fetch(shared)}; },
      [&]() -> SmallVector<Value> { return {fetch(own)}; })[0];
}

Value AttentionEmitter::scoreAt(Value score, Value query, const Lane &key) {
  Type type = score.getType();
  Value least = b.constant(type, -INFINITY);
  if (float cap = root.getSoftcap().convertToFloat(); cap > 0) {
    Value limit = b.constant(type, cap);
    score = arith::MulFOp::create(
        b, limit,
        math::TanhOp::create(b, arith::DivFOp::create(b, score, limit)));
  }
  if (Value mask = root.getMask()) {
    Value value = maskAt(query, key);
    Type element = getElementTypeOrSelf(mask.getType());
    if (element.isInteger(1))
      score = arith::SelectOp::create(b, value, score, least);
    else
      score = arith::AddFOp::create(b, score, emitCast(b, value, element, f32));
  }
  if (root.getCausal()) {
    // Position i sees the keys up to i + keys - length.
    Value last = b.add(query, b.sub(keys, length));
    Value indices = key.base;
    if (!key.isUniform()) {
      SmallVector<int64_t> steps =
          llvm::to_vector(llvm::seq<int64_t>(0, lanes));
      auto vector = VectorType::get({lanes}, b.getI64Type());
      Value offsets = arith::ConstantOp::create(
          b, DenseElementsAttr::get(vector, ArrayRef<int64_t>(steps)));
      indices = arith::AddIOp::create(b, b.splat(key.base, lanes), offsets);
      last = b.splat(last, lanes);
    }
    score = arith::SelectOp::create(
        b, arith::CmpIOp::create(b, P::sle, indices, last), score, least);
  }
  return score;
}

/// Scores to powers in place; the inverse of their sum is kept.
void AttentionEmitter::emitSoftmax(Value row, Value query) {
  Value memory = at(scores, b.mul(row, layout->scoreStride));
  auto load = [&](const Lane &key) {
    return b.load(memory, f32, key.base, key.isUniform() ? 1 : lanes);
  };
  Value most = emitRowReduction(b, emitter, ReductionKind::max, f32, keys,
                                [&](const Lane &key) {
                                  Value score = scoreAt(load(key), query, key);
                                  b.store(score, memory, f32, key.base);
                                  return score;
                                });
  Value zero = b.constant(f32, 0);
  // A row with nothing to see has the least maximum, and only powers of 0.
  Value isBlind = arith::CmpFOp::create(b, arith::CmpFPredicate::OEQ, most,
                                        b.constant(f32, -INFINITY));
  Value shift = b.select(isBlind, zero, most);
  Value sum = emitRowReduction(
      b, emitter, ReductionKind::sum, f32, keys, [&](const Lane &key) {
        Value power = math::ExpOp::create(
            b, arith::SubFOp::create(
                   b, load(key), b.splat(shift, key.isUniform() ? 1 : lanes)));
        b.store(power, memory, f32, key.base);
        return power;
      });
  Value isEmpty =
      arith::CmpFOp::create(b, arith::CmpFPredicate::OEQ, sum, zero);
  Value inverse = arith::DivFOp::create(
      b, b.constant(f32, 1), b.select(isEmpty, b.constant(f32, 1), sum));
  b.store(b.select(isEmpty, zero, inverse), inverses, f32, row);
}

void AttentionEmitter::emitTile(Value first) {
  Value zero = b.index(0), last = b.sub(length, 1),
        queryStride = b.mul(b.ceilDiv(width, kPanel), kPanel);
  int64_t vectors = kPanel / lanes;
  auto queryOf = [&](Value row) { return b.min(b.add(first, row), last); };
  b.loop(zero, b.index(tileRows), 1, [&](Value row) {
    Value query = queryOf(row);
    emitRowLoop(b, emitter, zero, width, [&](const Lane &column) {
      int64_t count = column.isUniform() ? 1 : lanes;
      SmallVector<Lane> position{Lane{batch, 0, 1}, Lane{head, 0, 1},
                                 Lane{query, 0, 1}, column};
      Value value =
          emitCast(b, b.splat(emitter.emit(root.getQuery(), position), count),
                   getElementTypeOrSelf(root.getQuery().getType()), f32);
      Value scale =
          b.constant(value.getType(), root.getScale().convertToFloat());
      b.store(arith::MulFOp::create(b, value, scale), queries, f32,
              b.add(b.mul(row, queryStride), column.base));
    });
  });
  auto multiply = [&](Value lhs, Value lhsStride, Value panel, Value inner) {
    MicroKernel kernel;
    kernel.rows = tileRows;
    kernel.panels = 1;
    kernel.lhsElement = kernel.rhsElement = f32;
    kernel.rowPointers = [&](Value) {
      SmallVector<Value> rows;
      for (int64_t r = 0; r < tileRows; ++r)
        rows.push_back(at(lhs, b.mul(lhsStride, r)));
      return rows;
    };
    kernel.lhsStride = b.index(1);
    kernel.panelPointers = {panel};
    kernel.outerFrom = kernel.innerFrom = zero;
    kernel.outerTo = b.index(1);
    kernel.innerTo = kernel.innerSize = inner;
    return emitMicroKernel(b, kernel, makeZeroAccumulators(b, kernel));
  };
  b.loop(zero, layout->scoreStride, kPanel, [&](Value key) {
    SmallVector<Value> sums =
        multiply(queries, queryStride, at(keyPanels, b.mul(key, width)), width);
    for (int64_t r = 0; r < tileRows; ++r)
      for (int64_t v = 0; v < vectors; ++v)
        b.store(sums[r * vectors + v], scores, f32,
                b.add(b.add(b.mul(layout->scoreStride, r), key), v * lanes));
  });
  b.loop(zero, b.index(tileRows), 1,
         [&](Value row) { emitSoftmax(row, queryOf(row)); });
  b.loop(zero, valueWidth, kPanel, [&](Value column) {
    SmallVector<Value> sums =
        multiply(scores, layout->scoreStride,
                 at(valuePanels, b.mul(column, keys)), keys);
    for (int64_t r = 0; r < tileRows; ++r)
      for (int64_t v = 0; v < vectors; ++v)
        b.store(sums[r * vectors + v], tile, f32,
                b.index(r * kPanel + v * lanes));
    Value end = b.min(b.sub(valueWidth, column), b.index(kPanel));
    b.loop(zero, b.index(tileRows), 1, [&](Value row) {
      Value query = queryOf(row), inverse = b.load(inverses, f32, row);
      emitRowLoop(b, emitter, zero, end, [&](const Lane &lane) {
        int64_t count = lane.isUniform() ? 1 : lanes;
        Value sum =
            b.load(tile, f32, b.add(b.mul(row, kPanel), lane.base), count);
        Type element = getElementTypeOrSelf(root.getResult().getType());
        current =
            emitCast(b, arith::MulFOp::create(b, sum, b.splat(inverse, count)),
                     f32, element);
        SmallVector<Lane> position{
            Lane{batch, 0, 1}, Lane{head, 0, 1}, Lane{query, 0, 1},
            Lane{b.add(column, lane.base), lane.step, count}};
        SmallVector<Value> bases = llvm::map_to_vector(
            position, [](const Lane &each) { return each.base; });
        for (auto [i, value] : llvm::enumerate(ret.getOperands())) {
          if (value == root.getPresentKey() || value == root.getPresentValue())
            continue;
          const KernelTensor &result = frame.getResult(i);
          b.store(b.splat(emitter.emit(value, position), count), result.pointer,
                  result.element, b.linearize(bases, result.dims));
        }
      });
    });
  });
}

void AttentionEmitter::emitTask(Value task) {
  ArrayRef<Value> query = frame.getDims(root.getQuery());
  Value blocks = b.max(b.index(1), b.ceilDiv(length, kBlock));
  SmallVector<Value> place = b.delinearize(task, {query[0], query[1], blocks});
  batch = place[0];
  head = place[1];
  Value repeats = b.max(
      b.index(1),
      b.div(query[1], b.max(b.index(1), frame.getDims(root.getKey())[1])));
  keyHead = b.div(head, repeats);
  packKeys();
  packValues();
  Value isFirst =
      b.logicalAnd(b.compare(P::eq, b.rem(head, repeats), b.index(0)),
                   b.compare(P::eq, place[2], b.index(0)));
  if (root.getPresentKey())
    b.ifThen(isFirst, [&] {
      storePresent(root.getPresentKey(), root.getPastKey(), root.getKey());
      storePresent(root.getPresentValue(), root.getPastValue(),
                   root.getValue());
    });
  Value from = b.mul(place[2], kBlock), to = b.min(b.add(from, kBlock), length);
  b.loop(from, to, tileRows, [&](Value first) { emitTile(first); });
}

void AttentionEmitter::emit() {
  ArrayRef<Value> query = frame.getDims(root.getQuery()),
                  key = frame.getDims(root.getKey());
  length = query[2];
  width = query[3];
  valueWidth = frame.getDims(root.getValue())[3];
  pastLength =
      root.getPastKey() ? frame.getDims(root.getPastKey())[2] : b.index(0);
  keys = b.add(pastLength, key[2]);
  layout.emplace(b, Extents{width, valueWidth, keys}, tileRows);
  keyPanels = at(frame.getScratch(), layout->keys);
  valuePanels = at(frame.getScratch(), layout->values);
  scores = at(frame.getScratch(), layout->scores);
  queries = at(frame.getScratch(), layout->queries);
  inverses = b.allocateStack(f32, kPanel);
  tile = b.allocateStack(f32, tileRows * kPanel);
  emitter.bind(root.getResult(), [this](ArrayRef<Lane>) { return current; });
  b.loop(frame.getBegin(), frame.getEnd(), 1,
         [&](Value task) { emitTask(task); });
  frame.finish();
}

/// An argument of the kernel or a chain of views of one, for the host, which sees the dims of arguments only.
std::optional<unsigned> argumentOf(Value value) {
  auto argument = dyn_cast<BlockArgument>(value);
  return argument ? std::optional<unsigned>(argument.getArgNumber())
                  : std::nullopt;
}
} // namespace

FailureOr<EmittedKernel>
cpu::emitAttentionKernel(KernelBuilder &b, FuncOp kernel, AttentionOp root,
                         const KernelContext &context) {
  struct Operand {
    std::optional<unsigned> argument;
    SmallVector<int64_t> shape;
  };
  auto operandOf = [](Value value) {
    return value ? Operand{argumentOf(value),
                           SmallVector<int64_t>(
                               cast<RankedTensorType>(value.getType())
                                   .getShape())}
                 : Operand{};
  };
  Operand query = operandOf(root.getQuery()), key = operandOf(root.getKey()),
          value = operandOf(root.getValue()),
          past = operandOf(root.getPastKey());
  for (const Operand &each : {query, key, value, past})
    if (!each.argument && llvm::any_of(each.shape, ShapedType::isDynamic))
      return kernel.emitError("cannot compile attention of computed operands "
                              "of unknown size for the CPU");
  AttentionEmitter(b, kernel, root, context).emit();
  int64_t tileRows = countTileRows(context.lanes);
  return EmittedKernel{[=](KernelBuilder &host,
                           ArrayRef<SmallVector<Value>> argumentDims,
                           ArrayRef<SmallVector<Value>>) {
    auto dim = [&](const Operand &operand, int64_t i) {
      return operand.argument ? argumentDims[*operand.argument][i]
                              : host.index(operand.shape[i]);
    };
    Value keys = dim(key, 2), length = dim(query, 2);
    if (!past.shape.empty())
      keys = host.add(keys, dim(past, 2));
    Extents extents{dim(query, 3), dim(value, 3), keys};
    Value heads = host.mul(dim(query, 0), dim(query, 1)),
          blocks = host.max(host.index(1), host.ceilDiv(length, kBlock));
    Value products = host.mul(host.mul(host.mul(heads, length), keys),
                              host.add(extents.width, extents.valueWidth));
    return Launch{host.mul(heads, blocks),
                  host.mul(Layout(host, extents, tileRows).total, 4),
                  host.add(host.div(products, 16), 1)};
  }};
}
