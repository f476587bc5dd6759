// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Attention by products of bf16 on the tiles of AMX. Everything lies in the worker's scratch, where a task packs it:
//
//   queries   [panel][width/2][16][2]       the right operand of the scores, by steps of 32 of the width, zeros behind the last
//   keys      [key][width]                  its rows, zeros behind the width; for all heads and queries of the task
//   scores    [key][query] of f32           as tiles leave them; then scaled, masked, and raised
//   weights   [panel][keys/2][16][2]        the right operand of the result
//   values    [column][keys]                its rows, turned over; zeros behind the last key
//   products  [column][query] of f32        of a block
//
// The scale goes to the scores, so that queries of bf16 are multiplied as they are. The sum of a query's weights is that of the rounded ones.

#include "lib/Target/CPU/Kernel/AttentionTile.h"
#include "lib/Target/CPU/Kernel/RegisterTranspose.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"
#include "lib/Target/CPU/Kernel/SplitToBF16.h"
#include "lib/Target/CPU/Kernel/TileKernel.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

/// Rows of a block of two tiles.
static constexpr int64_t kBlockRows = 2 * kTileRows;
static_assert(kAttentionKeys % kBlockRows == 0 && kBlockRows == kPairStep);

namespace {
class PairEmitter : public AttentionTileEmitter {
public:
  using AttentionTileEmitter::AttentionTileEmitter;

private:
  void packQueries() override;
  void packBlock(const Block &block) override;
  void multiplyKeys(const Block &block) override;
  Values scoresAt(const Block &block, Value row) override;
  Values raiseScores(const Block &block, ArrayRef<Value> shifts) override;
  void multiplyValues(const Block &block) override;
  Values sumsAt(const Block &block, Value column) override;
  Value weightAt(Value key, int64_t v) override;

  /// Rounds a row of `width` elements to `to`, with zeros behind them.
  void packRow(Value to, function_ref<Value(const Lane &)> elementAt);
  /// Packs keys [from, to) of a block's values; those from `count` on are zeros where `isCut`.
  void packValues(const Block &block, Value from, Value to, bool isCut);
  /// Emits the product of two tiles of rows, with so many words in a row, and the panels of the present tile.
  void multiply(Value rows, Value rowWords, Value panels, Value panelWords,
                Value steps, Value sums);
  Value loadRow(Value memory, Value row, int64_t v) {
    return b.load(memory, a.f32,
                  b.add(b.mul(row, shape.getTileQueries()), v * lanes), lanes);
  }
  Value roundUp(Value count) {
    return b.mul(b.ceilDiv(count, kPairStep), kPairStep);
  }
  Type words() { return VectorType::get({lanes}, b.getI32Type()); }
};
} // namespace

void PairEmitter::packRow(Value to,
                          function_ref<Value(const Lane &)> elementAt) {
  Type bf16 = b.getBF16Type();
  emitRowLoop(b, a.emitter, b.index(0), a.width, [&](const Lane &lane) {
    b.store(elementAt(lane), to, bf16, lane.base);
  });
  b.loop(a.width, b.mul(layout.keyRow, 2), 1,
         [&](Value i) { b.store(b.constant(a.f32, 0), to, bf16, i); });
}

/// Rows become lines of pairs: squares of words are turned over in registers. Keys are packed later, so that there is room for rows.
void PairEmitter::packQueries() {
  Value rows = at(layout.keyPairs);
  Type word = b.getI32Type();
  forEachGroup([&](Value column) {
    b.loop(b.index(0), b.index(lanes), 1, [&](Value i) {
      Value query = queryOf(b.add(column, i));
      packRow(b.address(rows, word, b.mul(i, layout.keyRow)),
              [&](const Lane &lane) { return a.queryAt(query, lane, 1); });
    });
    b.loop(b.index(0), layout.keyRow, lanes, [&](Value pair) {
      Values square;
      for (int64_t i = 0; i < lanes; ++i)
        square.push_back(
            b.load(rows, word, b.add(b.mul(layout.keyRow, i), pair), lanes));
      Value memory = inPanels(queries, layout.queryPanel, pair, column);
      for (auto [i, line] : llvm::enumerate(emitRegisterTranspose(b, square)))
        b.store(line, memory, word, b.index(i * kPanel));
    });
  });
}

void PairEmitter::packValues(const Block &block, Value from, Value to,
                             bool isCut) {
  Type word = b.getI32Type();
  Value last = b.sub(block.count, 1),
        whole = b.mul(b.div(a.valueWidth, lanes), lanes),
        memory = at(layout.valuePairs);
  auto rowAt = [&](Value key) {
    return block.values.at(b, isCut ? b.min(key, last) : key);
  };
  auto load = [&](Value key, Value row, Value column, int64_t count) {
    Value value = b.load(row, a.f32, column, count);
    if (!isCut)
      return value;
    return b.select(b.compare(P::sle, key, last), value,
                    b.constant(value.getType(), 0));
  };
  auto place = [&](Value column, Value key) {
    return b.add(b.mul(column, kAttentionKeys / 2), b.div(key, 2));
  };
  b.loop(from, to, 2 * lanes, [&](Value first) {
    Values rows;
    for (int64_t i = 0; i < 2 * lanes; ++i)
      rows.push_back(rowAt(b.add(first, i)));
    b.loop(b.index(0), whole, lanes, [&](Value column) {
      Values square;
      for (int64_t i = 0; i < 2 * lanes; i += 2) {
        Value pair[2];
        for (int64_t j : {0, 1})
          pair[j] = load(b.add(first, i + j), rows[i + j], column, lanes);
        square.push_back(splitToWords(b, pair[0], pair[1], 1).front());
      }
      for (auto [i, line] : llvm::enumerate(emitRegisterTranspose(b, square)))
        b.store(line, memory, word, place(b.add(column, i), first));
    });
  });
  b.loop(from, to, 2, [&](Value key) {
    b.loop(whole, a.valueWidth, 1, [&](Value column) {
      Value pair[2];
      for (int64_t j : {0, 1})
        pair[j] = load(b.add(key, j), rowAt(b.add(key, j)), column, 1);
      b.store(splitToWords(b, pair[0], pair[1], 1).front(), memory, word,
              place(column, key));
    });
  });
}

void PairEmitter::packBlock(const Block &block) {
  Value keys = at(layout.keyPairs);
  b.loop(b.index(0), block.count, 1, [&](Value key) {
    Value from = block.keys.at(b, key);
    packRow(b.address(keys, b.getI32Type(), b.mul(key, layout.keyRow)),
            [&](const Lane &lane) {
              return b.load(from, a.f32, lane.base,
                            lane.isUniform() ? 1 : lanes);
            });
  });
  Value whole = b.mul(b.div(block.count, 2 * lanes), 2 * lanes);
  packValues(block, b.index(0), whole, /*isCut=*/false);
  packValues(block, whole, roundUp(block.count), /*isCut=*/true);
}

void PairEmitter::multiply(Value rows, Value rowWords, Value panels,
                           Value panelWords, Value steps, Value sums) {
  TileBlock tiles;
  tiles.element = TileElement::BF16;
  tiles.rowTiles = 2;
  tiles.tileRows = kTileRows;
  tiles.panels = shape.panels;
  tiles.rows = rows;
  tiles.rowStride = b.mul(rowWords, 4);
  tiles.rowTileStride = b.mul(tiles.rowStride, kTileRows);
  tiles.rowStepOffset = [this](Value step) { return b.mul(step, kTileBytes); };
  for (int64_t p = 0; p < shape.panels; ++p)
    tiles.panelPointers.push_back(
        b.address(panels, a.f32, b.mul(panelWords, p)));
  tiles.panelStepStride = b.index(kTileRows * kTileBytes);
  tiles.from = b.index(0);
  tiles.to = steps;
  tiles.sums = sums;
  tiles.sumStride = b.index(shape.getTileQueries() * 4);
  emitTileBlock(b, tiles);
}

void PairEmitter::multiplyKeys(const Block &block) {
  Value keys = at(layout.keyPairs), scores = at(layout.weights);
  b.loop(b.index(0), block.count, kBlockRows, [&](Value row) {
    multiply(b.address(keys, a.f32, b.mul(row, layout.keyRow)), layout.keyRow,
             queries, layout.queryPanel, b.div(layout.keyRow, kPanel),
             b.address(scores, a.f32, b.mul(row, shape.getTileQueries())));
  });
}

AttentionTileEmitter::Values PairEmitter::scoresAt(const Block &block,
                                                   Value row) {
  Value last = b.sub(block.count, 1), scores = at(layout.weights),
        factor = b.constant(vector, queryFactor);
  Values result;
  for (int64_t r = 0; r < shape.rows; ++r)
    for (int64_t v = 0; v < vectors; ++v)
      result.push_back(arith::MulFOp::create(
          b, loadRow(scores, b.min(b.add(row, r), last), v), factor));
  return result;
}

AttentionTileEmitter::Values PairEmitter::raiseScores(const Block &block,
                                                      ArrayRef<Value> shifts) {
  Value scores = at(layout.weights), end = roundUp(block.count),
        least = b.constant(vector, -INFINITY);
  b.loop(block.count, end, 1, [&](Value row) {
    for (int64_t v = 0; v < vectors; ++v)
      b.store(least, inWeights(scores, row, b.index(v * lanes)), a.f32,
              b.index(0));
  });
  auto number = [&](int64_t value) { return b.constantInt(words(), value); };
  // To nearest, halves away from zero. The least NaN is no larger than any as a whole number, and stays one when it is rounded.
  auto round = [&](Value power) -> Value {
    Value bits = arith::BitcastOp::create(b, words(), power);
    bits = arith::MinUIOp::create(b, bits, number(0x7fc00000));
    return arith::AddIOp::create(b, bits, number(0x8000));
  };
  Values zeros(vectors, b.constant(vector, 0));
  return b.loop(b.index(0), end, 2, zeros, [&](Value key, ValueRange carried) {
    Values next;
    for (int64_t v = 0; v < vectors; ++v) {
      Value halves[2];
      for (int64_t i : {0, 1})
        halves[i] = round(emitPower(arith::SubFOp::create(
            b, loadRow(scores, b.add(key, i), v), shifts[v])));
      Value low = arith::ShRUIOp::create(b, halves[0], number(16)),
            high = arith::AndIOp::create(b, halves[1],
                                         number(-(int64_t(1) << 16)));
      b.store(arith::OrIOp::create(b, high, low),
              inPanels(at(layout.pairs), b.index(kAttentionKeys / 2 * kPanel),
                       b.div(key, 2), b.index(v * lanes)),
              b.getI32Type(), b.index(0));
      low = arith::ShLIOp::create(b, low, number(16));
      Value sum = carried[v];
      for (Value bits : {low, high})
        sum = arith::AddFOp::create(b, sum,
                                    arith::BitcastOp::create(b, vector, bits));
      next.push_back(sum);
    }
    return next;
  });
}

void PairEmitter::multiplyValues(const Block &block) {
  Value values = at(layout.valuePairs), products = at(layout.products),
        row = b.index(kAttentionKeys / 2);
  b.loop(b.index(0), a.valueWidth, kBlockRows, [&](Value column) {
    multiply(b.address(values, a.f32, b.mul(column, row)), row,
             at(layout.pairs), b.index(kAttentionKeys / 2 * kPanel),
             b.ceilDiv(block.count, kPairStep),
             b.address(products, a.f32, b.mul(column, shape.getTileQueries())));
  });
}

AttentionTileEmitter::Values PairEmitter::sumsAt(const Block &block,
                                                 Value column) {
  Value last = b.sub(a.valueWidth, 1), products = at(layout.products);
  Values result;
  for (int64_t r = 0; r < shape.rows; ++r)
    for (int64_t v = 0; v < vectors; ++v)
      result.push_back(loadRow(products, b.min(b.add(column, r), last), v));
  return result;
}

Value PairEmitter::weightAt(Value key, int64_t v) {
  Value panel = inPanels(at(layout.pairs), b.index(kAttentionKeys / 2 * kPanel),
                         b.index(0), b.index(v * lanes)),
        lines =
            b.load(panel, b.getI32Type(), b.mul(b.div(key, 2), kPanel), lanes);
  Value isOdd = b.compare(P::eq, b.rem(key, 2), b.index(1)),
        even = arith::ShLIOp::create(b, lines, b.constantInt(words(), 16)),
        odd = arith::AndIOp::create(
            b, lines, b.constantInt(words(), -(int64_t(1) << 16)));
  return arith::BitcastOp::create(b, vector, b.select(isOdd, odd, even));
}

std::unique_ptr<AttentionTileEmitter>
cpu::makePairAttention(AttentionFrame &frame, const AttentionShape &shape) {
  return std::make_unique<PairEmitter>(frame, shape);
}
