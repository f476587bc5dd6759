// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The running softmax of tiles of queries, whatever computes its products.

#include "lib/Target/CPU/Kernel/AttentionTile.h"
#include "dialects/Weft/RoundedProducts.h"
#include "lib/Target/CPU/Kernel/RegisterTranspose.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

static constexpr double kLog2E = 0x1.71547652b82fep0;

/// Rows of a tile of multiply-adds with 32 registers: so many that the columns of values, which are the rows of the second product, fill whole
/// tiles best. The rows of the first one are the keys of a block, which all of these fill to within 3 %.
static int64_t chooseFloatRows(AttentionOp root) {
  constexpr int64_t kMost = 13, kFewest = 10, kUsual = 12;
  int64_t width =
      cast<RankedTensorType>(root.getValue().getType()).getDimSize(3);
  if (ShapedType::isDynamic(width))
    return kUsual;
  int64_t best = kMost;
  for (int64_t rows = kMost; rows >= kFewest; --rows)
    if (llvm::alignTo(width, rows) < llvm::alignTo(width, best))
      best = rows;
  return best;
}

AttentionShape AttentionShape::choose(const KernelTarget &target,
                                      AttentionOp root) {
  auto query = cast<RankedTensorType>(root.getQuery().getType());
  bool hasFew = !query.isDynamicDim(2) && query.getDimSize(2) < kTiledQueries;
  if (!target.hasTiles || !mayRoundToBF16(root) || hasFew)
    return target.lanes == 16
               ? AttentionShape{false, chooseFloatRows(root), 2, 64, 1}
               : AttentionShape{false, 6, 1, 64, 1};
  // So many columns are worth what packing a block costs, and more would take much scratch.
  constexpr int64_t kColumns = 128, kMostHeads = 8;
  AttentionShape shape{true, 4, 2, 0, 1};
  int64_t heads = query.getDimSize(1),
          keyHeads =
              cast<RankedTensorType>(root.getKey().getType()).getDimSize(1);
  if (!ShapedType::isDynamic(heads) && !ShapedType::isDynamic(keyHeads))
    for (int64_t together = 2; together <= kMostHeads; ++together)
      if (heads / keyHeads % together == 0)
        shape.heads = together;
  int64_t tile = shape.getTileQueries();
  shape.queries =
      llvm::divideCeil(llvm::divideCeil(kColumns, shape.heads), tile) * tile;
  return shape;
}

AttentionLayout::AttentionLayout(KernelBuilder &b, const AttentionShape &shape,
                                 Value width, Value valueWidth) {
  Value end = b.index(0);
  auto take = [&](Value words) {
    Value begin = end;
    end = b.add(end, b.mul(b.ceilDiv(words, kPanel), kPanel));
    return begin;
  };
  int64_t panels = shape.getPanels(), numbers = panels * kPanel;
  // The last rows in registers may end behind the block.
  int64_t weightRows = kAttentionKeys + shape.rows;
  weightPanel = shape.onPairs ? kPanel : weightRows * kPanel;
  weightRow = shape.onPairs ? shape.getTileQueries() : kPanel;
  Value steps = b.ceilDiv(width, kPairStep);
  keyRow = b.mul(steps, kPairStep / 2);
  queryPanel = b.mul(shape.onPairs ? keyRow : width, kPanel);
  resultPanel = b.mul(b.add(valueWidth, shape.rows), kPanel);
  queries = take(b.mul(queryPanel, panels));
  results = take(b.mul(resultPanel, panels));
  maxima = take(b.index(numbers));
  sums = take(b.index(numbers));
  weights = take(b.index(weightRows * shape.getTileQueries()));
  mask = take(b.index(weightRows * shape.getTileQueries()));
  keys = take(b.mul(width, kAttentionKeys));
  values = take(b.mul(valueWidth, kAttentionKeys));
  if (shape.onPairs) {
    Value columns = b.mul(b.ceilDiv(valueWidth, kPairStep), kPairStep);
    pairs = take(b.index(kAttentionKeys / 2 * shape.getTileQueries()));
    keyPairs = take(b.mul(keyRow, kAttentionKeys));
    valuePairs = take(b.mul(columns, kAttentionKeys / 2));
    products = take(b.mul(columns, shape.getTileQueries()));
  }
  total = end;
}

AttentionTileEmitter::AttentionTileEmitter(AttentionFrame &frame,
                                           const AttentionShape &shape)
    : a(frame), b(frame.b), lanes(frame.lanes), shape(shape),
      layout(b, shape, a.width, a.valueWidth),
      vectors(shape.getTileQueries() / lanes),
      vector(VectorType::get({lanes}, a.f32)),
      isBinary(!addsMask(a.root) && a.root.getSoftcap().convertToFloat() == 0),
      queryFactor(a.root.getScale().convertToFloat() *
                  (isBinary ? kLog2E : 1)) {}

bool AttentionTileEmitter::addsMask(AttentionOp root) {
  return root.getMask() &&
         !getElementTypeOrSelf(root.getMask().getType()).isInteger(1);
}

Value AttentionTileEmitter::inPanels(Value memory, Value panelSize, Value row,
                                     Value query, int64_t rowSize) {
  Value offset = b.add(b.mul(b.div(query, kPanel), panelSize),
                       b.add(b.mul(row, rowSize), b.rem(query, kPanel)));
  return b.address(memory, a.f32, offset);
}

AttentionTileEmitter::Values AttentionTileEmitter::loadLanes(Value memory) {
  Values values;
  for (int64_t v = 0; v < vectors; ++v)
    values.push_back(b.load(memory, a.f32, b.index(v * lanes), lanes));
  return values;
}

void AttentionTileEmitter::storeLanes(ArrayRef<Value> values, Value memory) {
  for (auto [v, value] : llvm::enumerate(values))
    b.store(value, memory, a.f32, b.index(v * lanes));
}

/// What the mask says of queries and keys, turned over like the scores.
void AttentionTileEmitter::packMask(const Block &block) {
  Value whole = b.mul(b.div(block.count, lanes), lanes), mask = at(layout.mask);
  // Blocks behind the past begin anywhere.
  int64_t multiple = a.root.getPastKey() ? 1 : lanes;
  forEachGroup([&](Value column) {
    auto place = [&](Value row) { return inWeights(mask, row, column); };
    b.loop(b.index(0), whole, lanes, [&](Value row) {
      Values square;
      for (int64_t i = 0; i < lanes; ++i)
        square.push_back(a.maskAt(queryOf(b.add(column, i)),
                                  Lane{b.add(block.key, row), 1, multiple}));
      for (auto [i, value] : llvm::enumerate(emitRegisterTranspose(b, square)))
        b.store(value, place(row), a.f32, b.index(i * layout.weightRow));
    });
    b.loop(whole, block.count, 1, [&](Value row) {
      for (int64_t i = 0; i < lanes; ++i)
        b.store(a.maskAt(queryOf(b.add(column, i)),
                         Lane{b.add(block.key, row), 0, 1}),
                place(row), a.f32, b.index(i));
    });
  });
}

/// Excludes what is behind the last key that a query sees, or before the first.
AttentionTileEmitter::Values
AttentionTileEmitter::excludeUnseen(const Block &block, Value row,
                                    Values sums) {
  // In whole numbers from the first query on, which its lanes hold.
  auto integers = VectorType::get({lanes}, b.getI32Type());
  auto narrow = [&](Value value) {
    return b.splat(arith::TruncIOp::create(b, b.getI32Type(), value), lanes);
  };
  for (int64_t v = 0; v < vectors; ++v) {
    SmallVector<int32_t> numbers;
    for (int64_t lane = 0; lane < lanes; ++lane)
      numbers.push_back(v * lanes + lane);
    Value column = arith::ConstantOp::create(
        b, DenseElementsAttr::get(integers, ArrayRef<int32_t>(numbers)));
    Value last = arith::MinSIOp::create(
        b, column, narrow(b.sub(b.sub(a.length, 1), firstQuery)));
    for (int64_t r = 0; r < shape.rows; ++r) {
      // Key j is seen by query i where j - (keys - length) <= i.
      Value offset = b.sub(b.sub(b.add(block.key, b.add(row, r)), firstQuery),
                           b.sub(a.keys, a.length));
      Value distance = narrow(offset);
      Value isSeen = b.constantInt(VectorType::get({lanes}, b.getI1Type()), 1);
      if (a.root.getCausal())
        isSeen = arith::CmpIOp::create(b, P::sle, distance, last);
      if (a.hasWindow()) {
        Value behind = arith::AddIOp::create(
            b, distance,
            b.constantInt(integers, static_cast<int64_t>(a.root.getWindow())));
        isSeen = arith::AndIOp::create(
            b, isSeen, arith::CmpIOp::create(b, P::sgt, behind, last));
      }
      Value &sum = sums[r * vectors + v];
      sum = arith::SelectOp::create(b, isSeen, sum,
                                    b.constant(vector, -INFINITY));
    }
  }
  return sums;
}

AttentionTileEmitter::Values
AttentionTileEmitter::finishScores(const Block &block, Value row, Values sums) {
  for (int64_t r = 0; r < shape.rows; ++r) {
    Value at = b.min(b.add(row, r), b.sub(block.count, 1)), shared;
    if (a.root.getMask() && a.isMaskShared())
      shared = b.splat(a.maskAt(firstQuery, Lane{b.add(block.key, at), 0, 1}),
                       lanes);
    for (int64_t v = 0; v < vectors; ++v) {
      Value mask = shared;
      if (a.root.getMask() && !shared)
        mask = b.load(inWeights(this->at(layout.mask), at, b.index(v * lanes)),
                      a.f32, b.index(0), lanes);
      Value &sum = sums[r * vectors + v];
      sum = a.finishScore(sum, mask);
    }
  }
  if (!a.root.getCausal() && !a.hasWindow())
    return sums;
  Value firstKey = b.add(block.key, row),
        lastKey = b.add(firstKey, shape.rows - 1);
  Value isCrossed = b.compare(P::sge, lastKey, a.getSeenEnd(firstQuery));
  if (a.hasWindow()) {
    Value lastQuery = b.add(firstQuery, shape.getTileQueries() - 1);
    isCrossed = arith::OrIOp::create(
        b, isCrossed, b.compare(P::slt, firstKey, a.getSeenBegin(lastQuery)));
  }
  SmallVector<Type> types(sums.size(), vector);
  return b.ifElse(
      isCrossed, types, [&] { return excludeUnseen(block, row, sums); },
      [&] { return sums; });
}

AttentionTileEmitter::Values
AttentionTileEmitter::scoreBlock(const Block &block) {
  Value weights = at(layout.weights);
  multiplyKeys(block);
  return b.loop(
      b.index(0), block.count, shape.rows, loadLanes(maxima),
      [&](Value row, ValueRange carried) {
        Values most(carried),
            scores = finishScores(block, row, scoresAt(block, row));
        for (int64_t r = 0; r < shape.rows; ++r)
          for (int64_t v = 0; v < vectors; ++v) {
            Value score = scores[r * vectors + v];
            Value isGreater = arith::CmpFOp::create(
                b, arith::CmpFPredicate::OGT, score, most[v]);
            most[v] = arith::SelectOp::create(b, isGreater, score, most[v]);
            b.store(score,
                    inWeights(weights, b.add(row, r), b.index(v * lanes)),
                    a.f32, b.index(0));
          }
        return most;
      });
}

/// The power for the difference x <= 0 of two scores, to 1.7e-7 of it; below the least normal number it is 0. A NaN stays one.
Value AttentionTileEmitter::emitPower(Value x) {
  auto number = [&](double value) { return b.constant(vector, value); };
  if (!isBinary)
    x = arith::MulFOp::create(b, x, number(kLog2E));
  // Adding this rounds to whole numbers, which stand in the last bits with the bias of an exponent added.
  constexpr double round = 0x1.8p23 + 127;
  Value rounded = arith::AddFOp::create(b, x, number(round));
  Value whole = arith::SubFOp::create(b, rounded, number(round));
  Value rest = arith::SubFOp::create(b, x, whole);
  // 2^r for |r| <= 1/2: the polynomial of degree 5 with the least greatest relative error that is 1 at 0.
  Value sum = number(0.001326472731307149);
  for (double coefficient : {0.009671512991189957, 0.05550733581185341,
                             0.24022242426872253, 0.6931470036506653, 1.0})
    sum = vector::FMAOp::create(b, sum, rest, number(coefficient));
  auto integers = VectorType::get({lanes}, b.getI32Type());
  Value exponent =
      arith::ShLIOp::create(b, arith::BitcastOp::create(b, integers, rounded),
                            b.constantInt(integers, 23));
  Value power = arith::MulFOp::create(
      b, sum, arith::BitcastOp::create(b, vector, exponent));
  Value isNormal =
      arith::CmpFOp::create(b, arith::CmpFPredicate::UGE, x, number(-126));
  return arith::SelectOp::create(b, isNormal, power, number(0));
}

AttentionTileEmitter::Values
AttentionTileEmitter::addSeenValues(const Block &block, Value column) {
  Values zeros(shape.rows * vectors, b.constant(vector, 0));
  Value last = b.sub(a.valueWidth, 1);
  return b.loop(
      b.index(0), block.count, 1, zeros, [&](Value key, ValueRange carried) {
        Values next(carried), weights;
        for (int64_t v = 0; v < vectors; ++v)
          weights.push_back(weightAt(key, v));
        for (int64_t r = 0; r < shape.rows; ++r) {
          Value offset = b.add(b.min(b.add(column, r), last),
                               b.mul(key, block.values.stride));
          Value value =
              b.splat(b.load(block.values.pointer, a.f32, offset), lanes);
          for (int64_t v = 0; v < vectors; ++v) {
            Value &sum = next[r * vectors + v];
            sum = vector::FMAOp::create(b, a.readSeen(weights[v], value),
                                        weights[v], sum);
          }
        }
        return next;
      });
}

/// results = results * factors + values x weights. The products of a block are summed up by themselves: in one chain over all keys errors would
/// grow with their number.
void AttentionTileEmitter::addValues(const Block &block,
                                     ArrayRef<Value> factors) {
  multiplyValues(block);
  b.loop(b.index(0), a.valueWidth, shape.rows, [&](Value column) {
    auto place = [&](int64_t r, int64_t v) {
      return inPanels(results, layout.resultPanel, b.add(column, r),
                      b.index(v * lanes));
    };
    Values sums = sumsAt(block, column);
    if (a.excludes()) {
      // A NaN may come from a value that is not to be seen.
      Value isWrong;
      for (Value sum : sums) {
        Value isNan =
            arith::CmpFOp::create(b, arith::CmpFPredicate::UNO, sum, sum);
        isWrong = isWrong ? arith::OrIOp::create(b, isWrong, isNan).getResult()
                          : isNan;
      }
      sums = b.ifElse(
          vector::ReductionOp::create(b, vector::CombiningKind::OR, isWrong),
          TypeRange(ValueRange(sums)),
          [&] { return addSeenValues(block, column); }, [&] { return sums; });
    }
    for (int64_t r = 0; r < shape.rows; ++r)
      for (int64_t v = 0; v < vectors; ++v) {
        Value before = b.load(place(r, v), a.f32, b.index(0), lanes);
        b.store(
            vector::FMAOp::create(b, before, factors[v], sums[r * vectors + v]),
            place(r, v), a.f32, b.index(0));
      }
  });
}

void AttentionTileEmitter::emitBlock(const Block &block) {
  if (a.root.getMask() && !a.isMaskShared())
    packMask(block);
  Values before = loadLanes(maxima), most = scoreBlock(block), shifts, factors;
  storeLanes(most, maxima);
  for (int64_t v = 0; v < vectors; ++v) {
    // While nothing is seen the least number is the greatest, and powers are to be 0.
    Value isBlind = arith::CmpFOp::create(b, arith::CmpFPredicate::OEQ, most[v],
                                          b.constant(vector, -INFINITY));
    shifts.push_back(
        arith::SelectOp::create(b, isBlind, b.constant(vector, 0), most[v]));
    factors.push_back(
        emitPower(arith::SubFOp::create(b, before[v], shifts[v])));
  }
  Values added = raiseScores(block, shifts), total;
  for (auto [sum, factor, more] : llvm::zip(loadLanes(sums), factors, added))
    total.push_back(vector::FMAOp::create(b, sum, factor, more));
  storeLanes(total, sums);
  addValues(block, factors);
}

void AttentionTileEmitter::storeTile() {
  Value zero = b.constant(vector, 0), one = b.constant(vector, 1);
  Values inverses;
  for (Value sum : loadLanes(sums)) {
    Value isEmpty =
        arith::CmpFOp::create(b, arith::CmpFPredicate::OEQ, sum, zero);
    inverses.push_back(arith::SelectOp::create(
        b, isEmpty, zero,
        arith::DivFOp::create(b, one,
                              arith::SelectOp::create(b, isEmpty, one, sum))));
  }
  storeLanes(inverses, sums);
  Value whole = b.mul(b.div(a.valueWidth, lanes), lanes);
  forEachGroup([&](Value column) {
    b.loop(b.index(0), whole, lanes, [&](Value k) {
      Value memory = inPanels(results, layout.resultPanel, k, column),
            inverse = b.load(sums, a.f32, column, lanes);
      Values square;
      for (int64_t i = 0; i < lanes; ++i)
        square.push_back(arith::MulFOp::create(
            b, b.load(memory, a.f32, b.index(i * kPanel), lanes), inverse));
      for (auto [i, row] : llvm::enumerate(emitRegisterTranspose(b, square)))
        a.storeResults(row, queryOf(b.add(column, i)), Lane{k, 1, lanes});
    });
    b.loop(whole, a.valueWidth, 1, [&](Value k) {
      Value memory = inPanels(results, layout.resultPanel, k, column);
      for (int64_t i = 0; i < lanes; ++i) {
        Value inverse = b.load(sums, a.f32, b.add(column, i));
        a.storeResults(arith::MulFOp::create(
                           b, b.load(memory, a.f32, b.index(i)), inverse),
                       queryOf(b.add(column, i)), Lane{k, 0, 1});
      }
    });
  });
}

void AttentionTileEmitter::goToTile(Value panel, Value column) {
  firstQuery = b.add(firstOfTask, column);
  queries = at(b.add(layout.queries, b.mul(panel, layout.queryPanel)));
  results = at(b.add(layout.results, b.mul(panel, layout.resultPanel)));
  maxima = at(b.add(layout.maxima, b.mul(panel, kPanel)));
  sums = at(b.add(layout.sums, b.mul(panel, kPanel)));
}

void AttentionTileEmitter::forEachTile(Value tiles, function_ref<void()> body) {
  auto ofHead = [&](Value firstPanel) {
    b.loop(b.index(0), tiles, 1, [&](Value tile) {
      goToTile(b.add(firstPanel, b.mul(tile, shape.panels)),
               b.mul(tile, shape.getTileQueries()));
      body();
    });
  };
  if (shape.heads == 1) {
    ofHead(b.index(0));
    return;
  }
  Value head = a.head;
  b.loop(b.index(0), b.index(shape.heads), 1, [&](Value number) {
    a.head = b.add(head, number);
    ofHead(b.mul(number, shape.getHeadPanels()));
  });
  a.head = head;
}

void AttentionTileEmitter::clearTile() {
  Value zero = b.constant(vector, 0);
  b.loop(b.index(0), b.mul(layout.resultPanel, shape.panels), lanes,
         [&](Value i) { b.store(zero, results, a.f32, i); });
  storeLanes(Values(vectors, b.constant(vector, -INFINITY)), maxima);
  storeLanes(Values(vectors, zero), sums);
}

void AttentionTileEmitter::emit(Value first) {
  firstOfTask = first;
  Value last = b.sub(b.min(b.add(first, shape.queries), a.length), 1),
        tiles = b.ceilDiv(b.add(b.sub(last, first), 1), shape.getTileQueries()),
        none = b.index(0);
  forEachTile(tiles, [&] {
    packQueries();
    clearTile();
  });
  a.forEachBlock(
      a.getSeenBegin(first), a.getSeenEnd(last), [&](Value key, Value count) {
        Block block{key, count,
                    a.getRows(a.getKeys(), key, count, at(layout.keys)),
                    a.getRows(a.getValues(), key, count, at(layout.values))};
        packBlock(block);
        forEachTile(tiles, [&] {
          if (!a.root.getCausal()) {
            emitBlock(block);
            return;
          }
          Value end =
              a.getSeenEnd(b.add(firstQuery, shape.getTileQueries() - 1));
          Block seen = block;
          seen.count = b.min(count, b.sub(end, key));
          b.ifThen(b.compare(P::sgt, seen.count, none),
                   [&] { emitBlock(seen); });
        });
      });
  forEachTile(tiles, [&] { storeTile(); });
}
