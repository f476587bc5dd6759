// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Operands of attention at positions and as rows.

#include "lib/Target/CPU/Kernel/AttentionFrame.h"
#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"
#include "lib/Target/CPU/Kernel/StridedView.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

AttentionFrame::AttentionFrame(KernelBuilder &builder, FuncOp kernel,
                               AttentionOp root, const KernelContext &context)
    : b(builder), root(root), frame(b, kernel, context.messages),
      emitter(b, frame, context.lanes), lanes(context.lanes),
      f32(b.getF32Type()),
      ret(cast<ReturnOp>(kernel.getBody().front().getTerminator())) {
  ArrayRef<Value> query = frame.getDims(root.getQuery());
  heads = query[1];
  length = query[2];
  width = query[3];
  valueWidth = frame.getDims(root.getValue())[3];
  pastLength =
      root.getPastKey() ? frame.getDims(root.getPastKey())[2] : b.index(0);
  keys = b.add(pastLength, frame.getDims(root.getKey())[2]);
  emitter.bind(root.getResult(), [this](ArrayRef<Lane>) { return current; });
}

void AttentionFrame::setHead(Value batchIndex, Value headIndex) {
  batch = batchIndex;
  head = headIndex;
  Value keyHeads = frame.getDims(root.getKey())[1];
  Value repeats = b.max(b.index(1), b.div(heads, b.max(b.index(1), keyHeads)));
  keyHead = b.div(head, repeats);
}

void AttentionFrame::forEachBlock(Value begin, Value end,
                                  function_ref<void(Value, Value)> body) {
  Value most = b.index(kAttentionKeys);
  if (!root.getPastKey()) {
    b.loop(begin, end, kAttentionKeys,
           [&](Value key) { body(key, b.min(most, b.sub(end, key))); });
    return;
  }
  b.loopWhile(
      begin, [&](ValueRange at) { return b.compare(P::slt, at[0], end); },
      [&](ValueRange at) -> SmallVector<Value> {
        Value isPast = b.compare(P::slt, at[0], pastLength),
              pieceEnd = b.select(isPast, b.min(pastLength, end), end),
              count = b.min(most, b.sub(pieceEnd, at[0]));
        body(at[0], count);
        return {b.add(at[0], count)};
      });
}

/// The view that keys or values are, if its rows lie in one piece each.
static std::optional<StridedView> findRowView(KernelBuilder &b,
                                              KernelFrame &frame, Value operand,
                                              bool isWidened) {
  std::optional<StridedView> view =
      findStridedView(b, frame, operand, isWidened);
  if (!view || KernelBuilder::known(view->strides[3]) != 1)
    return std::nullopt;
  bool isNarrow = view->element.isBF16() || view->element.isF16();
  if (!view->element.isF32() && !(isWidened && isNarrow))
    return std::nullopt;
  return view;
}

std::optional<AttentionRows>
AttentionFrame::findRows(AttentionOperand operand, Value key, bool isWidened) {
  auto find = [&](Value tensor) -> std::optional<AttentionRows> {
    std::optional<StridedView> view = findRowView(b, frame, tensor, isWidened);
    if (!view)
      return std::nullopt;
    Value offset =
        b.add(b.mul(batch, view->strides[0]), b.mul(keyHead, view->strides[1]));
    return AttentionRows{b.address(view->base, view->element, offset),
                         view->strides[2], view->element};
  };
  std::optional<AttentionRows> present = find(operand.present);
  if (!present)
    return std::nullopt;
  present->pointer = present->at(b, b.sub(key, pastLength));
  if (!operand.past)
    return present;
  std::optional<AttentionRows> past = find(operand.past);
  if (!past || past->element != present->element)
    return std::nullopt;
  Value isPast = b.compare(P::slt, key, pastLength);
  return AttentionRows{b.select(isPast, past->at(b, key), present->pointer),
                       b.select(isPast, past->stride, present->stride),
                       present->element};
}

AttentionRows AttentionFrame::getRows(AttentionOperand operand, Value key,
                                      Value count, Value copy) {
  if (std::optional<AttentionRows> rows =
          findRows(operand, key, /*isWidened=*/false))
    return *rows;
  Value size = frame.getDims(operand.present)[3];
  b.loop(b.index(0), count, 1, [&](Value row) {
    emitRowLoop(b, emitter, b.index(0), size, [&](const Lane &column) {
      b.store(joinedAt(operand, b.add(key, row), column), copy, f32,
              b.add(b.mul(row, size), column.base));
    });
  });
  return {copy, size, f32};
}

AttentionRows AttentionFrame::getStoredRows(AttentionOperand operand, Value key,
                                            Value count, Value copy) {
  if (std::optional<AttentionRows> rows =
          findRows(operand, key, /*isWidened=*/true))
    return *rows;
  return getRows(operand, key, count, copy);
}

Value AttentionFrame::queryAt(Value query, const Lane &column, double factor) {
  int64_t count = column.isUniform() ? 1 : lanes;
  SmallVector<Lane> position{Lane{batch, 0, 1}, Lane{head, 0, 1},
                             Lane{query, 0, 1}, column};
  emitter.forget();
  Value value =
      emitCast(b, b.splat(emitter.emit(root.getQuery(), position), count),
               getElementTypeOrSelf(root.getQuery().getType()), f32);
  emitter.forget();
  return arith::MulFOp::create(b, value, b.constant(value.getType(), factor));
}

Value AttentionFrame::joinedAt(AttentionOperand operand, Value key,
                               const Lane &column) {
  int64_t count = column.isUniform() ? 1 : lanes;
  auto fetch = [&](Value tensor, Value index) -> Value {
    SmallVector<Lane> position{Lane{batch, 0, 1}, Lane{keyHead, 0, 1},
                               Lane{index, 0, 1}, column};
    emitter.forget();
    Value value = b.splat(emitter.emit(tensor, position), count);
    emitter.forget();
    return emitCast(b, value, getElementTypeOrSelf(tensor.getType()), f32);
  };
  if (!operand.past)
    return fetch(operand.present, key);
  return b.ifElse(
      b.compare(P::slt, key, pastLength), TypeRange{b.withLanes(f32, count)},
      [&]() -> SmallVector<Value> { return {fetch(operand.past, key)}; },
      [&]() -> SmallVector<Value> {
        return {fetch(operand.present, b.sub(key, pastLength))};
      })[0];
}

Value AttentionFrame::readSeen(Value weights, Value value) {
  if (!excludes())
    return value;
  Value zero = b.constant(value.getType(), 0);
  Value isUnseen =
      arith::CmpFOp::create(b, arith::CmpFPredicate::OEQ, weights, zero);
  return arith::SelectOp::create(b, isUnseen, zero, value);
}

bool AttentionFrame::isMaskShared() {
  ArrayRef<Value> dims = frame.getDims(root.getMask());
  return dims.size() < 2 || KernelBuilder::known(dims[dims.size() - 2]) == 1;
}

Value AttentionFrame::maskAt(Value query, const Lane &key) {
  Value mask = root.getMask();
  Type element = getElementTypeOrSelf(mask.getType());
  int64_t count = key.isUniform() ? 1 : lanes;
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
  auto fetch = [&](ArrayRef<Lane> position) -> Value {
    emitter.forget();
    Value value = b.splat(emitter.emit(mask, position), count);
    emitter.forget();
    if (!element.isInteger(1))
      return emitCast(b, value, element, f32);
    Type type = b.withLanes(f32, count);
    return arith::SelectOp::create(b, value, b.constant(type, INFINITY),
                                   b.constant(type, -INFINITY));
  };
  if (!isShared)
    return fetch(own);
  return b.ifElse(
      isShared, TypeRange{b.withLanes(f32, count)},
      [&]() -> SmallVector<Value> { return {fetch(shared)}; },
      [&]() -> SmallVector<Value> { return {fetch(own)}; })[0];
}

Value AttentionFrame::finishScore(Value score, Value mask) {
  if (float cap = root.getSoftcap().convertToFloat(); cap > 0) {
    Value limit = b.constant(score.getType(), cap);
    score = arith::MulFOp::create(
        b, limit,
        math::TanhOp::create(b, arith::DivFOp::create(b, score, limit)));
  }
  if (!mask)
    return score;
  if (!getElementTypeOrSelf(root.getMask().getType()).isInteger(1))
    return arith::AddFOp::create(b, score, mask);
  // A NaN is below no bound, so that one that is excluded is so too.
  Value isBelow =
      arith::CmpFOp::create(b, arith::CmpFPredicate::OLT, score, mask);
  return arith::SelectOp::create(b, isBelow, score, mask);
}

Value AttentionFrame::getSeenEnd(Value query) {
  if (!root.getCausal())
    return keys;
  Value end = b.add(query, b.add(b.sub(keys, length), b.index(1)));
  return b.max(b.index(0), b.min(keys, end));
}

Value AttentionFrame::getSeenBegin(Value query) {
  if (!hasWindow())
    return b.index(0);
  int64_t behind = static_cast<int64_t>(root.getWindow()) - 1;
  Value place = b.add(query, b.sub(keys, length));
  return b.max(b.index(0), b.min(keys, b.sub(place, b.index(behind))));
}

void AttentionFrame::storeJoined(Value result, AttentionOperand operand) {
  for (auto [i, returned] : llvm::enumerate(ret.getOperands())) {
    if (returned != result)
      continue;
    const KernelTensor &memory = frame.getResult(i);
    b.loop(b.index(0), keys, 1, [&](Value key) {
      emitRowLoop(b, emitter, b.index(0), memory.dims[3],
                  [&](const Lane &column) {
                    Value value = emitCast(b, joinedAt(operand, key, column),
                                           f32, memory.element);
                    b.store(value, memory.pointer, memory.element,
                            b.linearize({batch, keyHead, key, column.base},
                                        memory.dims));
                  });
    });
  }
}

void AttentionFrame::storePresent() {
  if (!root.getPresentKey())
    return;
  storeJoined(root.getPresentKey(), getKeys());
  storeJoined(root.getPresentValue(), getValues());
}

void AttentionFrame::storeResults(Value value, Value query,
                                  const Lane &column) {
  int64_t count = column.isUniform() ? 1 : lanes;
  current =
      emitCast(b, value, f32, getElementTypeOrSelf(root.getResult().getType()));
  emitter.forget();
  for (auto [i, returned] : llvm::enumerate(ret.getOperands())) {
    if (returned == root.getPresentKey() || returned == root.getPresentValue())
      continue;
    SmallVector<Lane> position{Lane{batch, 0, 1}, Lane{head, 0, 1},
                               Lane{query, 0, 1}, column};
    // The dimensions may be returned in another order.
    if (auto transpose = returned.getDefiningOp<TransposeOp>())
      position =
          llvm::map_to_vector(transpose.getPermutation(),
                              [&](int64_t dim) { return position[dim]; });
    SmallVector<Value> bases = llvm::map_to_vector(
        position, [](const Lane &each) { return each.base; });
    const KernelTensor &result = frame.getResult(i);
    b.store(b.splat(emitter.emit(returned, position), count), result.pointer,
            result.element, b.linearize(bases, result.dims));
  }
  emitter.forget();
}
