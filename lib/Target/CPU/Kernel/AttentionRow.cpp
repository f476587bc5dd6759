// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Attention of a single query, as in a step of generation: keys and values are read once, where they are, and a register holds neighbours of
// a row of them. What takes the time is to read them.

#include "lib/Target/CPU/Kernel/AttentionFrame.h"
#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/RegisterTranspose.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// Registers of a row of values that are summed up together.
static constexpr int64_t kStrip = 4;

namespace {
/// Floats of scratch: a query, its result, a weight for each key, and a block of keys or values that are not read where they are.
struct RowLayout {
  Value query, result, weights, rows, total;

  RowLayout(KernelBuilder &b, Value width, Value valueWidth, Value keys) {
    auto padded = [&](Value count) { return b.mul(b.ceilDiv(count, 16), 16); };
    query = b.index(0);
    result = padded(width);
    weights = b.add(result, padded(valueWidth));
    // The last keys are scored by as many as a register holds.
    rows = b.add(b.add(weights, padded(keys)), 16);
    total = b.add(rows, b.mul(b.max(width, valueWidth), kAttentionKeys));
  }
};

class RowEmitter {
public:
  RowEmitter(AttentionFrame &frame, Value query, Value scratch)
      : a(frame), b(frame.b), query(query), begin(a.getSeenBegin(query)),
        end(a.getSeenEnd(query)) {
    RowLayout layout(b, a.width, a.valueWidth, a.keys);
    scaled = at(scratch, layout.query);
    result = at(scratch, layout.result);
    weights = at(scratch, layout.weights);
    copies = at(scratch, layout.rows);
  }

  void emit() {
    scaleQuery();
    a.forEachBlock(begin, end,
                   [&](Value key, Value count) { scoreBlock(key, count); });
    Value inverse = normalize();
    clearResult();
    a.forEachBlock(begin, end,
                   [&](Value key, Value count) { addBlock(key, count); });
    emitRowLoop(b, a.emitter, b.index(0), a.valueWidth, [&](const Lane &lane) {
      Value sum = loadLane(result, lane);
      a.storeResults(
          arith::MulFOp::create(b, sum, b.splat(inverse, countOf(lane))), query,
          lane);
    });
  }

private:
  Value at(Value memory, Value offset) {
    return b.address(memory, a.f32, offset);
  }
  int64_t countOf(const Lane &lane) { return lane.isUniform() ? 1 : a.lanes; }
  Value loadLane(Value memory, const Lane &lane) {
    return b.load(memory, a.f32, lane.base, countOf(lane));
  }

  void scaleQuery() {
    emitRowLoop(b, a.emitter, b.index(0), a.width, [&](const Lane &lane) {
      double scale = a.root.getScale().convertToFloat();
      b.store(a.queryAt(query, lane, scale), scaled, a.f32, lane.base);
    });
  }
  void clearResult() {
    emitRowLoop(b, a.emitter, b.index(0), a.valueWidth, [&](const Lane &lane) {
      b.store(b.constant(b.withLanes(a.f32, countOf(lane)), 0), result, a.f32,
              lane.base);
    });
  }
  void scoreBlock(Value key, Value count);
  /// Scores to powers; returns the inverse of their sum, or 0 where nothing is seen.
  Value normalize();
  void addBlock(Value key, Value count);

  AttentionFrame &a;
  KernelBuilder &b;
  Value query, begin, end;
  Value scaled, result, weights, copies;
};

void RowEmitter::scoreBlock(Value key, Value count) {
  AttentionRows rows = a.getStoredRows(a.getKeys(), key, count, copies);
  int64_t lanes = a.lanes;
  Value last = b.sub(count, 1), zero = b.index(0),
        whole = b.mul(b.div(a.width, lanes), lanes);
  auto vector = VectorType::get({lanes}, a.f32);
  // As many keys as lanes, for which the sums of their registers fill one.
  b.loop(zero, count, lanes, [&](Value first) {
    SmallVector<Value> pointers, sums(lanes, b.constant(vector, 0));
    for (int64_t i = 0; i < lanes; ++i)
      pointers.push_back(rows.at(b, b.min(b.add(first, i), last)));
    sums = b.loop(zero, whole, lanes, sums, [&](Value column, ValueRange sums) {
      Value factor = b.load(scaled, a.f32, column, lanes);
      SmallVector<Value> next;
      for (auto [pointer, sum] : llvm::zip(pointers, sums))
        next.push_back(vector::FMAOp::create(
            b, b.load(pointer, rows.element, column, lanes), factor, sum));
      return next;
    });
    Value score =
        b.loop(whole, a.width, 1, emitRowSums(b, sums),
               [&](Value column, ValueRange carried) -> SmallVector<Value> {
                 SmallVector<Value> elements;
                 for (Value pointer : pointers)
                   elements.push_back(b.load(pointer, rows.element, column));
                 Value factor = b.splat(b.load(scaled, a.f32, column), lanes);
                 return {vector::FMAOp::create(
                     b, vector::FromElementsOp::create(b, vector, elements),
                     factor, carried[0])};
               })[0];
    b.store(score, weights, a.f32, b.add(b.sub(key, begin), first));
  });
}

Value RowEmitter::normalize() {
  Value count = b.max(b.index(0), b.sub(end, begin));
  Value most = emitRowReduction(
      b, a.emitter, ReductionKind::max, a.f32, count, [&](const Lane &key) {
        Lane place = key;
        place.base = b.add(begin, key.base);
        Value mask = a.root.getMask() ? a.maskAt(query, place) : Value();
        Value score = a.finishScore(loadLane(weights, key), mask);
        b.store(score, weights, a.f32, key.base);
        return score;
      });
  Value zero = b.constant(a.f32, 0);
  // A row with nothing to see has the least maximum, and only powers of 0.
  Value isBlind = arith::CmpFOp::create(b, arith::CmpFPredicate::OEQ, most,
                                        b.constant(a.f32, -INFINITY));
  Value shift = b.select(isBlind, zero, most);
  Value sum = emitRowReduction(
      b, a.emitter, ReductionKind::sum, a.f32, count, [&](const Lane &key) {
        Value power = math::ExpOp::create(
            b, arith::SubFOp::create(b, loadLane(weights, key),
                                     b.splat(shift, countOf(key))));
        b.store(power, weights, a.f32, key.base);
        return power;
      });
  Value isEmpty =
      arith::CmpFOp::create(b, arith::CmpFPredicate::OEQ, sum, zero);
  Value inverse = arith::DivFOp::create(
      b, b.constant(a.f32, 1), b.select(isEmpty, b.constant(a.f32, 1), sum));
  return b.select(isEmpty, zero, inverse);
}

void RowEmitter::addBlock(Value key, Value count) {
  AttentionRows rows = a.getStoredRows(a.getValues(), key, count, copies);
  auto weightOf = [&](Value row) {
    return b.load(weights, a.f32, b.add(b.sub(key, begin), row));
  };
  auto addProduct = [&](Value row, Value column, int64_t lanes, Value sum) {
    Value all = b.splat(weightOf(row), lanes),
          value = b.load(rows.at(b, row), rows.element, column, lanes);
    return math::FmaOp::create(b, all, a.readSeen(all, value), sum).getResult();
  };
  // A strip of columns stays in registers while the keys run, of which two do not wait for each other.
  int64_t lanes = a.lanes, strip = kStrip * lanes;
  Value whole = b.mul(b.div(a.valueWidth, strip), strip),
        pairs = b.mul(b.div(count, 2), 2);
  b.loop(b.index(0), whole, strip, [&](Value column) {
    auto columnOf = [&](size_t i) {
      return b.add(column, static_cast<int64_t>(i) % kStrip * lanes);
    };
    SmallVector<Value> sums;
    for (int64_t i = 0; i < kStrip; ++i)
      sums.push_back(b.load(result, a.f32, columnOf(i), lanes));
    sums.append(kStrip, b.constant(b.withLanes(a.f32, lanes), 0));
    sums = b.loop(b.index(0), pairs, 2, sums, [&](Value row, ValueRange sums) {
      SmallVector<Value> next;
      for (auto [i, sum] : llvm::enumerate(sums))
        next.push_back(addProduct(b.add(row, static_cast<int64_t>(i) / kStrip),
                                  columnOf(i), lanes, sum));
      return next;
    });
    for (int64_t i = 0; i < kStrip; ++i)
      sums[i] = arith::AddFOp::create(b, sums[i], sums[kStrip + i]);
    sums.truncate(kStrip);
    sums = b.loop(pairs, count, 1, sums, [&](Value row, ValueRange sums) {
      SmallVector<Value> next;
      for (auto [i, sum] : llvm::enumerate(sums))
        next.push_back(addProduct(row, columnOf(i), lanes, sum));
      return next;
    });
    for (auto [i, sum] : llvm::enumerate(sums))
      b.store(sum, result, a.f32, columnOf(i));
  });
  emitRowLoop(b, a.emitter, whole, a.valueWidth, [&](const Lane &lane) {
    Value sum =
        b.loop(b.index(0), count, 1, loadLane(result, lane),
               [&](Value row, ValueRange carried) -> SmallVector<Value> {
                 return {addProduct(row, lane.base, countOf(lane), carried[0])};
               })[0];
    b.store(sum, result, a.f32, lane.base);
  });
}
} // namespace

void cpu::emitAttentionRow(AttentionFrame &frame, Value query, Value scratch) {
  RowEmitter(frame, query, scratch).emit();
}

Value cpu::getAttentionRowScratch(KernelBuilder &b, Value width,
                                  Value valueWidth, Value keys) {
  return RowLayout(b, width, valueWidth, keys).total;
}
