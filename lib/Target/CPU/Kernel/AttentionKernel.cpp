// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Scaled dot-product attention on the register tile of contractions, in one pass over keys and values (Milakov and Gimelshein, "Online
// normalizer calculation for softmax", 2018; Dao et al., "FlashAttention", 2022). A task is a few tiles of queries of one head. In both
// products the queries are the columns:
//
//   scores [keys][queries]  = keys [keys][width] x queries [width][queries]
//   result [width][queries] = values [width][keys] x weights [keys][queries]
//
// So keys and values are left operands, which the tile reads where they are; what lies in panels are the queries, packed once, and the
// weights, which the first product leaves as the second reads them. The softmax of a query runs in its lane, without sums across a register.
// Scratch does not depend on the number of keys.

#include "lib/Analysis/SizeOrigin.h"
#include "lib/Target/CPU/Kernel/AttentionFrame.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "lib/Target/CPU/Kernel/RegisterTranspose.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

static constexpr double kLog2E = 0x1.71547652b82fep0;

/// Queries of a task: they share what is read of keys and values.
static constexpr int64_t kTaskQueries = 64;

namespace {
/// Of registers: rows of keys or values, and panels of 16 queries; 12 or 24 sums.
struct TileShape {
  int64_t rows, panels;

  explicit TileShape(int64_t lanes)
      : rows(lanes == 16 ? 12 : 6), panels(lanes == 16 ? 2 : 1) {}
  int64_t getQueries() const { return panels * kPanel; }
  int64_t getTiles() const { return kTaskQueries / getQueries(); }
};

/// Floats of scratch. A tile keeps its queries, its result so far, and for each query the greatest score and the sum of powers; all tiles
/// use the same memory for weights and mask.
struct TileLayout {
  Value queryPanel, resultPanel, queries, results, maxima, sums, weights, mask,
      keys, values, total;
  /// Elements of a panel of weights: the last tile of rows may end behind the block.
  int64_t weightPanel;

  TileLayout(KernelBuilder &b, const TileShape &shape, Value width,
             Value valueWidth) {
    int64_t panels = shape.getTiles() * shape.panels;
    weightPanel = (kAttentionKeys + shape.rows) * kPanel;
    queryPanel = b.mul(width, kPanel);
    resultPanel = b.mul(b.add(valueWidth, shape.rows), kPanel);
    queries = b.index(0);
    results = b.mul(queryPanel, panels);
    maxima = b.add(results, b.mul(resultPanel, panels));
    sums = b.add(maxima, kTaskQueries);
    weights = b.add(sums, kTaskQueries);
    mask = b.add(weights, weightPanel * shape.panels);
    keys = b.add(mask, weightPanel * shape.panels);
    values = b.add(keys, b.mul(width, kAttentionKeys));
    total = b.add(values, b.mul(valueWidth, kAttentionKeys));
  }
};

/// The part of a tile's work that one block of keys is.
struct Block {
  /// The first key, and how many there are.
  Value key, count;
  AttentionRows keys, values;
};

class TileEmitter {
public:
  explicit TileEmitter(AttentionFrame &frame)
      : a(frame), b(frame.b), lanes(frame.lanes), shape(lanes),
        layout(b, shape, a.width, a.valueWidth),
        vectors(shape.getQueries() / lanes),
        vector(VectorType::get({lanes}, a.f32)),
        isBinary(!addsMask(a.root) &&
                 a.root.getSoftcap().convertToFloat() == 0),
        queryFactor(a.root.getScale().convertToFloat() *
                    (isBinary ? kLog2E : 1)) {}

  /// Queries [first, first + kTaskQueries) of the present head, as far as there are such.
  void emit(Value first);

private:
  static bool addsMask(AttentionOp root) {
    return root.getMask() &&
           !getElementTypeOrSelf(root.getMask().getType()).isInteger(1);
  }
  Value at(Value offset) {
    return b.address(a.frame.getScratch(), a.f32, offset);
  }
  /// Element [row][query] of a matrix in panels.
  static Value inPanels(KernelBuilder &b, Value memory, Value panelSize,
                        Value row, Value query) {
    Value offset = b.add(b.mul(b.div(query, kPanel), panelSize),
                         b.add(b.mul(row, kPanel), b.rem(query, kPanel)));
    return b.address(memory, b.getF32Type(), offset);
  }

  void goToTile(Value tile);
  /// The number of the query in a column of the tile; columns past the last query repeat it.
  Value queryOf(Value column) {
    return b.min(b.add(firstQuery, column), b.sub(a.length, 1));
  }
  void packQueries();
  void emitBlock(const Block &block);
  void packMask(const Block &block);
  SmallVector<Value> scoreBlock(const Block &block);
  SmallVector<Value> finishScores(const Block &block, Value row,
                                  SmallVector<Value> sums);
  SmallVector<Value> excludeUnseen(const Block &block, Value row,
                                   SmallVector<Value> sums);
  SmallVector<Value> raiseScores(const Block &block, ArrayRef<Value> shifts);
  void addValues(const Block &block, ArrayRef<Value> factors);
  /// The products of a block's values from `column` on, one key after the other, without those of weight 0.
  SmallVector<Value> addSeenValues(const Block &block, Value column);
  void storeTile();
  SmallVector<Value> multiply(function_ref<Value(Value)> row, Value stride,
                              Value panels, Value panelSize, Value inner,
                              SmallVector<Value> sums);
  Value emitPower(Value x);

  SmallVector<Value> loadLanes(Value memory);
  void storeLanes(ArrayRef<Value> values, Value memory);
  /// Calls body(column, first of `lanes` queries): queries of a group lie in one panel.
  void forEachGroup(function_ref<void(Value column)> body) {
    b.loop(b.index(0), b.index(shape.getQueries()), lanes, body);
  }

  AttentionFrame &a;
  KernelBuilder &b;
  int64_t lanes;
  TileShape shape;
  TileLayout layout;
  /// Registers for a number of each query.
  int64_t vectors;
  VectorType vector;
  /// Scores are exponents of 2 where nothing is done to them in between that depends on the base.
  bool isBinary;
  double queryFactor;
  Value firstOfTask, firstQuery, queries, results, maxima, sums;
};

void TileEmitter::goToTile(Value tile) {
  Value panel = b.mul(tile, shape.panels),
        column = b.mul(tile, shape.getQueries());
  firstQuery = b.add(firstOfTask, column);
  queries = at(b.add(layout.queries, b.mul(panel, layout.queryPanel)));
  results = at(b.add(layout.results, b.mul(panel, layout.resultPanel)));
  maxima = at(b.add(layout.maxima, column));
  sums = at(b.add(layout.sums, column));
}

SmallVector<Value> TileEmitter::loadLanes(Value memory) {
  SmallVector<Value> values;
  for (int64_t v = 0; v < vectors; ++v)
    values.push_back(b.load(memory, a.f32, b.index(v * lanes), lanes));
  return values;
}

void TileEmitter::storeLanes(ArrayRef<Value> values, Value memory) {
  for (auto [v, value] : llvm::enumerate(values))
    b.store(value, memory, a.f32, b.index(v * lanes));
}

/// Queries become columns: squares are turned over in registers.
void TileEmitter::packQueries() {
  Value whole = b.mul(b.div(a.width, lanes), lanes);
  forEachGroup([&](Value column) {
    b.loop(b.index(0), whole, lanes, [&](Value k) {
      SmallVector<Value> square;
      for (int64_t i = 0; i < lanes; ++i)
        square.push_back(a.queryAt(queryOf(b.add(column, i)), Lane{k, 1, lanes},
                                   queryFactor));
      Value memory = inPanels(b, queries, layout.queryPanel, k, column);
      for (auto [i, row] : llvm::enumerate(emitRegisterTranspose(b, square)))
        b.store(row, memory, a.f32, b.index(i * kPanel));
    });
    b.loop(whole, a.width, 1, [&](Value k) {
      Value memory = inPanels(b, queries, layout.queryPanel, k, column);
      for (int64_t i = 0; i < lanes; ++i)
        b.store(
            a.queryAt(queryOf(b.add(column, i)), Lane{k, 0, 1}, queryFactor),
            memory, a.f32, b.index(i));
    });
  });
  Value zero = b.constant(vector, 0);
  b.loop(b.index(0), b.mul(layout.resultPanel, shape.panels), lanes,
         [&](Value i) { b.store(zero, results, a.f32, i); });
  storeLanes(SmallVector<Value>(vectors, b.constant(vector, -INFINITY)),
             maxima);
  storeLanes(SmallVector<Value>(vectors, zero), sums);
}

/// The product of `rows` (one of the tile at a time) and panels, added to `sums`.
SmallVector<Value> TileEmitter::multiply(function_ref<Value(Value)> row,
                                         Value stride, Value panels,
                                         Value panelSize, Value inner,
                                         SmallVector<Value> sums) {
  MicroKernel kernel;
  kernel.rows = shape.rows;
  kernel.panels = shape.panels;
  kernel.lhsElement = kernel.rhsElement = a.f32;
  kernel.rowPointers = [&](Value) {
    SmallVector<Value> pointers;
    for (int64_t r = 0; r < shape.rows; ++r)
      pointers.push_back(row(b.index(r)));
    return pointers;
  };
  kernel.lhsStride = stride;
  for (int64_t p = 0; p < shape.panels; ++p)
    kernel.panelPointers.push_back(
        b.address(panels, a.f32, b.mul(panelSize, p)));
  kernel.outerFrom = kernel.innerFrom = b.index(0);
  kernel.outerTo = b.index(1);
  kernel.innerTo = kernel.innerSize = inner;
  return emitMicroKernel(b, kernel, sums);
}

/// What the mask says of queries and keys, turned over like the scores.
void TileEmitter::packMask(const Block &block) {
  Value whole = b.mul(b.div(block.count, lanes), lanes), mask = at(layout.mask);
  // Blocks behind the past begin anywhere.
  int64_t multiple = a.root.getPastKey() ? 1 : lanes;
  forEachGroup([&](Value column) {
    auto place = [&](Value row) {
      return inPanels(b, mask, b.index(layout.weightPanel), row, column);
    };
    b.loop(b.index(0), whole, lanes, [&](Value row) {
      SmallVector<Value> square;
      for (int64_t i = 0; i < lanes; ++i)
        square.push_back(a.maskAt(queryOf(b.add(column, i)),
                                  Lane{b.add(block.key, row), 1, multiple}));
      for (auto [i, value] : llvm::enumerate(emitRegisterTranspose(b, square)))
        b.store(value, place(row), a.f32, b.index(i * kPanel));
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
SmallVector<Value> TileEmitter::excludeUnseen(const Block &block, Value row,
                                              SmallVector<Value> sums) {
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

SmallVector<Value> TileEmitter::finishScores(const Block &block, Value row,
                                             SmallVector<Value> sums) {
  for (int64_t r = 0; r < shape.rows; ++r) {
    Value at = b.min(b.add(row, r), b.sub(block.count, 1)), shared;
    if (a.root.getMask() && a.isMaskShared())
      shared = b.splat(a.maskAt(firstQuery, Lane{b.add(block.key, at), 0, 1}),
                       lanes);
    for (int64_t v = 0; v < vectors; ++v) {
      Value mask = shared;
      if (a.root.getMask() && !shared)
        mask = b.load(inPanels(b, this->at(layout.mask),
                               b.index(layout.weightPanel), at,
                               b.index(v * lanes)),
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
    Value lastQuery = b.add(firstQuery, shape.getQueries() - 1);
    isCrossed = arith::OrIOp::create(
        b, isCrossed, b.compare(P::slt, firstKey, a.getSeenBegin(lastQuery)));
  }
  SmallVector<Type> types(sums.size(), vector);
  return b.ifElse(
      isCrossed, types, [&] { return excludeUnseen(block, row, sums); },
      [&] { return sums; });
}

/// The scores of a block, left in the weights; returns the greatest so far of each query.
SmallVector<Value> TileEmitter::scoreBlock(const Block &block) {
  Value last = b.sub(block.count, 1), weights = at(layout.weights);
  return b.loop(
      b.index(0), block.count, shape.rows, loadLanes(maxima),
      [&](Value row, ValueRange carried) {
        SmallVector<Value> most(carried);
        SmallVector<Value> zeros(shape.rows * vectors, b.constant(vector, 0));
        SmallVector<Value> scores = finishScores(
            block, row,
            multiply(
                [&](Value r) {
                  return block.keys.at(b, b.min(b.add(row, r), last));
                },
                b.index(1), queries, layout.queryPanel, a.width, zeros));
        for (int64_t r = 0; r < shape.rows; ++r)
          for (int64_t v = 0; v < vectors; ++v) {
            Value score = scores[r * vectors + v];
            Value isGreater = arith::CmpFOp::create(
                b, arith::CmpFPredicate::OGT, score, most[v]);
            most[v] = arith::SelectOp::create(b, isGreater, score, most[v]);
            b.store(score,
                    inPanels(b, weights, b.index(layout.weightPanel),
                             b.add(row, r), b.index(v * lanes)),
                    a.f32, b.index(0));
          }
        return most;
      });
}

/// The power for the difference x <= 0 of two scores, to 1.7e-7 of it; below the least normal number it is 0. A NaN stays one.
Value TileEmitter::emitPower(Value x) {
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

/// Scores to powers in place; returns their sums.
SmallVector<Value> TileEmitter::raiseScores(const Block &block,
                                            ArrayRef<Value> shifts) {
  SmallVector<Value> zeros(vectors, b.constant(vector, 0));
  Value weights = at(layout.weights);
  return b.loop(
      b.index(0), block.count, 1, zeros, [&](Value row, ValueRange carried) {
        SmallVector<Value> next;
        for (int64_t v = 0; v < vectors; ++v) {
          Value place = inPanels(b, weights, b.index(layout.weightPanel), row,
                                 b.index(v * lanes));
          Value score = b.load(place, a.f32, b.index(0), lanes);
          Value power = emitPower(arith::SubFOp::create(b, score, shifts[v]));
          b.store(power, place, a.f32, b.index(0));
          next.push_back(arith::AddFOp::create(b, carried[v], power));
        }
        return next;
      });
}

SmallVector<Value> TileEmitter::addSeenValues(const Block &block,
                                              Value column) {
  SmallVector<Value> zeros(shape.rows * vectors, b.constant(vector, 0));
  Value last = b.sub(a.valueWidth, 1), panels = at(layout.weights);
  return b.loop(
      b.index(0), block.count, 1, zeros, [&](Value key, ValueRange carried) {
        SmallVector<Value> next(carried), weights;
        for (int64_t v = 0; v < vectors; ++v)
          weights.push_back(
              b.load(inPanels(b, panels, b.index(layout.weightPanel), key,
                              b.index(v * lanes)),
                     a.f32, b.index(0), lanes));
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
void TileEmitter::addValues(const Block &block, ArrayRef<Value> factors) {
  Value last = b.sub(a.valueWidth, 1);
  b.loop(b.index(0), a.valueWidth, shape.rows, [&](Value column) {
    auto place = [&](int64_t r, int64_t v) {
      return inPanels(b, results, layout.resultPanel, b.add(column, r),
                      b.index(v * lanes));
    };
    SmallVector<Value> sums(shape.rows * vectors, b.constant(vector, 0));
    sums = multiply(
        [&](Value r) {
          return b.address(block.values.pointer, a.f32,
                           b.min(b.add(column, r), last));
        },
        block.values.stride, at(layout.weights), b.index(layout.weightPanel),
        block.count, sums);
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

void TileEmitter::emitBlock(const Block &block) {
  if (a.root.getMask() && !a.isMaskShared())
    packMask(block);
  SmallVector<Value> before = loadLanes(maxima), most = scoreBlock(block),
                     shifts, factors;
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
  SmallVector<Value> added = raiseScores(block, shifts), total;
  for (auto [sum, factor, more] : llvm::zip(loadLanes(sums), factors, added))
    total.push_back(vector::FMAOp::create(b, sum, factor, more));
  storeLanes(total, sums);
  addValues(block, factors);
}

void TileEmitter::storeTile() {
  Value zero = b.constant(vector, 0), one = b.constant(vector, 1);
  SmallVector<Value> inverses;
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
      Value memory = inPanels(b, results, layout.resultPanel, k, column),
            inverse = b.load(sums, a.f32, column, lanes);
      SmallVector<Value> square;
      for (int64_t i = 0; i < lanes; ++i)
        square.push_back(arith::MulFOp::create(
            b, b.load(memory, a.f32, b.index(i * kPanel), lanes), inverse));
      for (auto [i, row] : llvm::enumerate(emitRegisterTranspose(b, square)))
        a.storeResults(row, queryOf(b.add(column, i)), Lane{k, 1, lanes});
    });
    b.loop(whole, a.valueWidth, 1, [&](Value k) {
      Value memory = inPanels(b, results, layout.resultPanel, k, column);
      for (int64_t i = 0; i < lanes; ++i) {
        Value inverse = b.load(sums, a.f32, b.add(column, i));
        a.storeResults(arith::MulFOp::create(
                           b, b.load(memory, a.f32, b.index(i)), inverse),
                       queryOf(b.add(column, i)), Lane{k, 0, 1});
      }
    });
  });
}

void TileEmitter::emit(Value first) {
  firstOfTask = first;
  Value last = b.sub(b.min(b.add(first, kTaskQueries), a.length), 1),
        tiles = b.div(b.add(b.sub(last, first), shape.getQueries()),
                      b.index(shape.getQueries())),
        none = b.index(0);
  auto forEachTile = [&](function_ref<void()> body) {
    b.loop(none, tiles, 1, [&](Value tile) {
      goToTile(tile);
      body();
    });
  };
  forEachTile([&] { packQueries(); });
  a.forEachBlock(
      a.getSeenBegin(first), a.getSeenEnd(last), [&](Value key, Value count) {
        Block block{key, count,
                    a.getRows(a.getKeys(), key, count, at(layout.keys)),
                    a.getRows(a.getValues(), key, count, at(layout.values))};
        forEachTile([&] {
          if (!a.root.getCausal()) {
            emitBlock(block);
            return;
          }
          Value end = a.getSeenEnd(b.add(firstQuery, shape.getQueries() - 1));
          Block seen = block;
          seen.count = b.min(count, b.sub(end, key));
          b.ifThen(b.compare(P::sgt, seen.count, none),
                   [&] { emitBlock(seen); });
        });
      });
  forEachTile([&] { storeTile(); });
}

/// A size that the host knows: a number, or a dimension of an argument of the kernel.
struct HostSize {
  int64_t known = 0;
  std::optional<unsigned> argument;
  int64_t dim = 0;

  Value get(KernelBuilder &host,
            ArrayRef<SmallVector<Value>> argumentDims) const {
    return argument ? argumentDims[*argument][dim] : host.index(known);
  }
};

std::optional<HostSize> findHostSize(Value value, int64_t dim) {
  auto type = cast<RankedTensorType>(value.getType());
  if (!type.isDynamicDim(dim))
    return HostSize{type.getDimSize(dim), std::nullopt, 0};
  SizeOrigin origin = findSizeOrigin(value, dim);
  auto argument = dyn_cast<BlockArgument>(origin.tensor);
  if (!argument)
    return std::nullopt;
  return HostSize{0, argument.getArgNumber(), origin.dim};
}

void emitTasks(AttentionFrame &a) {
  KernelBuilder &b = a.b;
  ArrayRef<Value> query = a.frame.getDims(a.root.getQuery());
  Value blocks = b.max(b.index(1), b.ceilDiv(a.length, kTaskQueries));
  b.loop(a.frame.getBegin(), a.frame.getEnd(), 1, [&](Value task) {
    SmallVector<Value> place =
        b.delinearize(task, {query[0], query[1], blocks});
    a.setHead(place[0], place[1]);
    if (a.root.getPresentKey()) {
      Value repeats =
          b.max(b.index(1),
                b.div(a.heads,
                      b.max(b.index(1), a.frame.getDims(a.root.getKey())[1])));
      Value isFirst =
          b.logicalAnd(b.compare(P::eq, b.rem(a.head, repeats), b.index(0)),
                       b.compare(P::eq, place[2], b.index(0)));
      b.ifThen(isFirst, [&] { a.storePresent(); });
    }
    Value first = b.mul(place[2], kTaskQueries);
    b.ifThen(
        b.compare(P::slt, a.length, b.index(kTiledQueries)),
        [&] {
          b.loop(b.index(0), a.length, 1, [&](Value query) {
            emitAttentionRow(a, query, a.frame.getScratch());
          });
        },
        [&] { TileEmitter(a).emit(first); });
  });
}
} // namespace

FailureOr<EmittedKernel>
cpu::emitAttentionKernel(KernelBuilder &b, FuncOp kernel, AttentionOp root,
                         const KernelContext &context) {
  SmallVector<HostSize> known;
  auto trace = [&](Value operand, ArrayRef<int64_t> dims) {
    for (int64_t dim : dims) {
      std::optional<HostSize> size = findHostSize(operand, dim);
      if (!size)
        return false;
      known.push_back(*size);
    }
    return true;
  };
  bool hasPast = static_cast<bool>(root.getPastKey());
  if (!trace(root.getQuery(), {0, 1, 2, 3}) || !trace(root.getKey(), {2}) ||
      !trace(root.getValue(), {3}) ||
      (hasPast && !trace(root.getPastKey(), {2})))
    return kernel.emitError("cannot compile attention of computed operands "
                            "of unknown size for the CPU");
  AttentionFrame frame(b, kernel, root, context);
  emitTasks(frame);
  frame.frame.finish();
  TileShape shape(context.lanes);
  return EmittedKernel{[=](KernelBuilder &host,
                           ArrayRef<SmallVector<Value>> argumentDims,
                           ArrayRef<SmallVector<Value>>) {
    SmallVector<Value> sizes;
    for (const HostSize &size : known)
      sizes.push_back(size.get(host, argumentDims));
    Value length = sizes[2], width = sizes[3], valueWidth = sizes[5],
          keys = hasPast ? host.add(sizes[4], sizes[6]) : sizes[4];
    Value heads = host.mul(sizes[0], sizes[1]),
          blocks = host.max(host.index(1), host.ceilDiv(length, kTaskQueries));
    Value products = host.mul(host.mul(host.mul(heads, length), keys),
                              host.add(width, valueWidth));
    Value isTiled = host.compare(P::sge, length, host.index(kTiledQueries));
    Value scratch =
        host.select(isTiled, TileLayout(host, shape, width, valueWidth).total,
                    getAttentionRowScratch(host, width, valueWidth, keys));
    // Multiplications of a nanosecond.
    constexpr int64_t kRate = 32;
    return Launch{host.mul(heads, blocks), host.mul(scratch, 4),
                  host.add(host.div(products, kRate), 1)};
  }};
}
