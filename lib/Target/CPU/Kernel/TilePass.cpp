// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of packing and of the loops over blocks.

#include "lib/Target/CPU/Kernel/TilePass.h"
#include "lib/Target/CPU/Kernel/SplitPacking.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

/// Rows and columns are split, each element once for all products that it is in, which takes as long as so many multiply-adds of other units less
/// those of tiles. With 36 a product alone is as fast on both (`weft bench` at the levels amx and avx512, 16 to 3,136 rows by 16 to 768 columns); in
/// a model tiles have to gain more, for they wake slowly and what follows them runs slower for a while: with 50 none of the benchmarks' lost.
static constexpr int64_t kSplitCost = 50;
/// Shorter runs of neighbours are not worth copying one by one.
static constexpr int64_t kLeastTileRun = 16;
/// Of f32 a run fills a step: with 16 and 24 of the 32, convolutions of 1 x 1 took 1.1 to 1.5 times as long on tiles (MobileNetV2's, by `weft analyze
/// --measure` beside --precision f32-strict).
static constexpr int64_t kLeastSplitRun = 32;
/// Bytes of a panel in a step.
static constexpr int64_t kStepBytes = kTileBytes * kTileRows;

namespace {
/// Where things lie in scratch, in bytes.
struct Layout {
  Layout(KernelBuilder &b, const Schedule &schedule, const TilePacking &packing,
         Value steps, Value mostPanels) {
    int64_t tileRows = getTileRows(schedule), terms = packing.terms,
            rows = llvm::alignTo(schedule.blockRows, schedule.rows);
    if (packing.readsPanels) {
      // Rows an odd number of lines apart do not meet in the cache.
      Value isEven = b.sub(b.index(1), b.rem(steps, 2));
      rowStride = b.mul(b.add(steps, isEven), kTileBytes);
      rowTileStride = b.mul(rowStride, tileRows);
      rowStepStride = b.index(kTileBytes);
      panelStepStride = b.index(kStepBytes);
      panelStride = packing.makesPanels() ? b.mul(panelStepStride, steps)
                                          : panelStepStride;
    } else {
      rowStride = b.index(kTileBytes);
      rowTermStride = b.index(tileRows * kTileBytes);
      rowStepStride = b.mul(rowTermStride, terms);
      rowTileStride = b.mul(rowStepStride, steps);
      panelTermStride = b.index(kStepBytes);
      panelStepStride = b.index(kStepBytes * terms);
      panelStride = b.mul(panelStepStride, steps);
    }
    pairStride = b.mul(panelStride, schedule.panels);
    sumStride = b.mul(schedule.isSplit ? b.add(mostPanels, schedule.panels - 1)
                                       : b.index(schedule.panels),
                      kPanel * 4);
    blockSums = b.mul(sumStride, schedule.rows);
    panels =
        packing.readsRows ? b.index(0) : b.mul(rowTileStride, rows / tileRows);
    // Panels that are made leave room for the next ones.
    sums = b.add(panels, b.mul(pairStride, packing.makesPanels() ? 2 : 1));
    shared = b.add(sums, schedule.isSplit ? b.mul(sumStride, rows)
                                          : b.mul(blockSums, 2));
    end = b.add(shared, packing.sharedBytes.value_or(0) * schedule.panels);
  }

  Value rowStride, rowTileStride, rowStepStride, panelStride, panelStepStride,
      pairStride, sumStride, blockSums;
  /// From a term to the next; null where nothing is split.
  Value rowTermStride, panelTermStride;
  /// Where panels, sums and what lines share begin; rows begin at 0.
  Value panels, sums, shared, end;
};

/// A block whose sums are not stored yet.
struct WaitingBlock {
  Value panel, row;
  /// How many rows are to be stored, and where its sums are among all sums, in bytes.
  Value rows, place;
};

SmallVector<Value> asValues(const WaitingBlock &block) {
  return {block.panel, block.row, block.rows, block.place};
}

WaitingBlock asBlock(ValueRange values) {
  return {values[0], values[1], values[2], values[3]};
}

class TilePassEmitter {
public:
  TilePassEmitter(KernelBuilder &builder, const TilePass &pass)
      : b(builder), pass(pass), schedule(pass.schedule), packing(pass.packing),
        terms(pass.packing.terms),
        stepElements(kTileBytes / packing.getSizeBytes()),
        layout(b, schedule, packing, pass.mostSteps, pass.mostPanels),
        depth(b.mul(b.sub(pass.outerTo, pass.outerFrom),
                    b.sub(pass.innerTo, pass.innerFrom))),
        steps(packing.countSteps(b, b.sub(pass.outerTo, pass.outerFrom),
                                 b.sub(pass.innerTo, pass.innerFrom))) {}

  void emit();

private:
  Value at(Value pointer, Value bytes) {
    return b.address(pointer, b.getI8Type(), bytes);
  }
  /// Whether a panel that is read in place may end within a step.
  bool hasTail() { return !packing.makesPanels() && endsWithin(); }
  /// Whether rows that are copied as they are may end within a step.
  bool endsWithin() {
    std::optional<int64_t> known = KernelBuilder::known(depth);
    return packing.readsPanels && (!known || *known % stepElements != 0);
  }
  /// Zeros to a line of 64 bytes.
  void clearLine(Value line) {
    b.store(b.constantInt(b.withLanes(b.getI8Type(), kTileBytes), 0), line,
            b.getI8Type(), b.index(0));
  }
  void packRow(Value row);
  /// Where row `number` of the task is packed.
  Value packedRow(Value number) {
    int64_t tileRows = getTileRows(schedule);
    return at(pass.scratch,
              b.add(b.mul(b.div(number, tileRows), layout.rowTileStride),
                    b.mul(b.rem(number, tileRows), layout.rowStride)));
  }
  /// Splits a line of a step of panel `panel`, which is number `number` of a pair, into place `turn`.
  void packLine(Value panel, int64_t number, Value step, Value line,
                Value turn);
  /// The first element of a step in panel `panel`.
  Value stepPointer(Value panel, Value step);
  Value countStepsOfRun() {
    return SplitPacking::countSteps(b, b.sub(pass.innerTo, pass.innerFrom));
  }
  /// The lines of each step of the next panels that a block of rows packs: those that share the present ones pack an equal part each.
  int64_t countLines() {
    return llvm::divideCeil(
        kTileRows, llvm::divideCeil(schedule.blockRows, schedule.rows));
  }
  /// Packs the part of such a block, of panels from `next` on, that belongs to product `product` of step `step`.
  void packBeside(Value next, int64_t count, Value turn, Value rowNumber,
                  Value step, int64_t product, int64_t products);
  /// Packs lines from `from` on of all steps.
  void packLines(Value panel, int64_t count, Value from, Value turn);
  /// The same of panels that are widened, whose lines are counted through all steps: each block has an equal part of them.
  void widenBeside(Value next, int64_t count, Value turn, Value rowNumber,
                   Value step, int64_t product, int64_t products);
  void widenLine(Value panel, int64_t number, Value line, Value turn);
  /// Makes what the lines of the next panels share.
  void prepareLines(Value panel, int64_t count);
  void clearBehindLines();
  void copyTail(Value number, Value panel);
  /// Where panel `number` of the present ones is packed, or the last step of it; panels that are split take turns in two places.
  Value packedPanel(Value number, Value turn) {
    Value place = b.add(layout.panels, b.mul(number, layout.panelStride));
    return at(pass.scratch, b.add(place, b.mul(turn, layout.pairStride)));
  }
  /// What the lines of panel `number` of the next ones share.
  Value sharedAt(int64_t number) {
    return at(pass.scratch,
              b.add(layout.shared, number * packing.sharedBytes.value_or(0)));
  }
  /// The products of the block of `count` panels from `panel` on, packed in place `turn`, and of rows from `row` on; meanwhile those of
  /// `waiting` are stored, and a part of the panels from `next` on is packed.
  WaitingBlock emitBlock(Value panel, int64_t count, Value next, Value turn,
                         Value row, const WaitingBlock &waiting);
  /// Stores rows [from, to) of a block of `count` panels.
  void storeRows(const WaitingBlock &block, int64_t count, Value from,
                 Value to);
  /// The blocks of panels from `from` to `to`, `count` side by side.
  void emitPanels(Value from, Value to, int64_t count);
  /// All blocks, rows after rows: for panels that are read in place and stay in the near caches together. What follows the sums then reads and
  /// writes memory in order.
  void emitRowByRow();
  bool goesRowByRow();
  void prefetchComing(TileBlock &block, Value panel, Value rowNumber);

  KernelBuilder &b;
  const TilePass &pass;
  const Schedule &schedule;
  const TilePacking &packing;
  int64_t terms, stepElements;
  Layout layout;
  /// Elements and steps of this pass.
  Value depth, steps;
};

void TilePassEmitter::packRow(Value row) {
  Value packed = packedRow(b.sub(row, pass.firstRow));
  if (packing.readsPanels) {
    // Behind its end a row of bf16 is zero: not even by the zeros of a panel may what memory held before be multiplied.
    if (packing.element == TileElement::BF16 && endsWithin())
      clearLine(at(packed, b.mul(b.sub(pass.mostSteps, 1), kTileBytes)));
    return pass.copyRow(row, packed);
  }
  SplitPacking split(b, pass.lhsElement, terms);
  Value inner = b.sub(pass.innerTo, pass.innerFrom),
        run = b.mul(SplitPacking::countSteps(b, inner), layout.rowStepStride);
  b.loop(pass.outerFrom, pass.outerTo, 1, [&](Value outer) {
    Value place = b.mul(b.sub(outer, pass.outerFrom), run);
    split.packRow(
        b.address(pass.rowPointer(row, outer), pass.lhsElement, pass.innerFrom),
        inner, at(packed, place), layout.rowStepStride, layout.rowTermStride);
  });
}

/// The last lines of a panel that is read in place, which are no whole step.
void TilePassEmitter::copyTail(Value number, Value panel) {
  int64_t group = stepElements / kTileRows;
  Value first = b.mul(b.div(depth, stepElements), kStepBytes),
        lines = b.ceilDiv(b.rem(depth, stepElements), group);
  Value from = at(pass.panelPointer(panel), first),
        to = packedPanel(number, b.index(0));
  b.loop(b.index(0), lines, 1, [&](Value line) {
    Value offset = b.mul(line, kTileBytes);
    b.store(b.load(from, b.getI8Type(), offset, kTileBytes), to, b.getI8Type(),
            offset);
  });
  b.loop(lines, b.index(kTileRows), 1,
         [&](Value line) { clearLine(at(to, b.mul(line, kTileBytes))); });
}

Value TilePassEmitter::stepPointer(Value panel, Value step) {
  bool isOneRun = KernelBuilder::known(pass.outerTo) == 1;
  Value outer = isOneRun ? b.index(0) : b.div(step, countStepsOfRun()),
        within = isOneRun ? step : b.rem(step, countStepsOfRun());
  Value first = b.add(b.mul(b.add(pass.outerFrom, outer), pass.innerSize),
                      b.add(pass.innerFrom, b.mul(within, stepElements)));
  return b.address(pass.panelPointer(panel), pass.rhsElement,
                   b.mul(first, kPanel));
}

void TilePassEmitter::packLine(Value panel, int64_t number, Value step,
                               Value line, Value turn) {
  Value inner = b.sub(pass.innerTo, pass.innerFrom),
        left = b.index(stepElements);
  if (KernelBuilder::known(inner).value_or(1) % stepElements != 0) {
    bool isOneRun = KernelBuilder::known(pass.outerTo) == 1;
    Value within = isOneRun ? step : b.rem(step, countStepsOfRun());
    left = b.sub(inner, b.mul(within, stepElements));
  }
  SplitPacking(b, pass.rhsElement, terms)
      .packLine(stepPointer(panel, step), left, line,
                at(packedPanel(b.index(number), turn),
                   b.mul(step, layout.panelStepStride)),
                layout.panelTermStride);
}

/// Blocks of rows that share the present panels fetch the next ones, an equal part each.
void TilePassEmitter::prefetchComing(TileBlock &block, Value panel,
                                     Value rowNumber) {
  int64_t blocks = llvm::divideCeil(schedule.blockRows, schedule.rows);
  block.comingLines = llvm::divideCeil(kTileRows, blocks);
  Value part = b.mul(b.mul(b.div(rowNumber, schedule.rows), block.to),
                     block.comingLines * kTileBytes);
  for (int64_t j = 0; j < block.panels; ++j)
    block.coming.push_back(
        at(pass.panelPointer(b.add(panel, block.panels + j)), part));
}

void TilePassEmitter::storeRows(const WaitingBlock &block, int64_t count,
                                Value from, Value to) {
  b.loop(from, to, 1, [&](Value r) {
    Value sums = at(pass.scratch, b.add(b.add(layout.sums, block.place),
                                        b.mul(r, layout.sumStride)));
    for (int64_t j = 0; j < count; ++j)
      pass.store(b.add(block.panel, j), b.add(block.row, r),
                 at(sums, b.index(j * kPanel * 4)));
  });
}

void TilePassEmitter::packBeside(Value next, int64_t count, Value turn,
                                 Value rowNumber, Value step, int64_t product,
                                 int64_t products) {
  int64_t pieces = countLines() * count;
  Value first = b.mul(b.div(rowNumber, schedule.rows), countLines());
  for (int64_t i = product * pieces / products;
       i < (product + 1) * pieces / products; ++i) {
    // The last blocks may find nothing left.
    Value line = b.min(b.add(first, i / count), b.index(kTileRows - 1));
    packLine(b.add(next, i % count), i % count, step, line, turn);
    // Those behind come from memory.
    Value ahead = stepPointer(b.add(next, count + i % count), step);
    for (int64_t half = 0; half < stepElements; half += kTileRows)
      LLVM::Prefetch::create(
          b,
          b.address(ahead, pass.rhsElement, b.mul(b.add(line, half), kPanel)),
          /*rw=*/0, /*hint=*/2, /*cache=*/1);
  }
}

void TilePassEmitter::widenLine(Value panel, int64_t number, Value line,
                                Value turn) {
  const PanelWidening &widening = *pass.widening;
  widening.widen(
      b.add(panel, number), line, sharedAt(number),
      at(packedPanel(b.index(number), turn), b.mul(line, kTileBytes)));
}

void TilePassEmitter::widenBeside(Value next, int64_t count, Value turn,
                                  Value rowNumber, Value step, int64_t product,
                                  int64_t products) {
  const PanelWidening &widening = *pass.widening;
  int64_t lines = countLines(), pieces = lines * count,
          blocks = llvm::divideCeil(schedule.blockRows, schedule.rows);
  Value first =
      b.mul(b.add(b.mul(b.div(rowNumber, schedule.rows), steps), step), lines);
  std::optional<int64_t> all = KernelBuilder::known(widening.lines),
                         ofPass = KernelBuilder::known(steps);
  bool fits = all && ofPass && lines * blocks * *ofPass <= *all;
  for (int64_t i = product * pieces / products;
       i < (product + 1) * pieces / products; ++i) {
    Value line = b.add(first, i / count);
    // The last blocks may find nothing left.
    if (!fits)
      line = b.min(line, b.sub(widening.lines, 1));
    widenLine(next, i % count, line, turn);
    // Those behind come from memory.
    LLVM::Prefetch::create(
        b, widening.address(b.add(next, count + i % count), line),
        /*rw=*/0, /*hint=*/2, /*cache=*/1);
  }
}

void TilePassEmitter::prepareLines(Value panel, int64_t count) {
  if (pass.widening)
    for (int64_t j = 0; j < count; ++j)
      pass.widening->prepare(b.add(panel, j), sharedAt(j));
}

void TilePassEmitter::clearBehindLines() {
  Value end = b.mul(steps, kTileRows);
  for (int64_t turn = 0; turn < 2; ++turn)
    for (int64_t j = 0; j < schedule.panels; ++j)
      b.loop(pass.widening->lines, end, 1, [&](Value line) {
        clearLine(at(packedPanel(b.index(j), b.index(turn)),
                     b.mul(line, kTileBytes)));
      });
}

void TilePassEmitter::packLines(Value panel, int64_t count, Value from,
                                Value turn) {
  if (pass.widening) {
    b.loop(b.mul(from, steps), pass.widening->lines, 1, [&](Value line) {
      for (int64_t j = 0; j < count; ++j)
        widenLine(panel, j, line, turn);
    });
    return;
  }
  b.loop(b.index(0), steps, 1, [&](Value step) {
    for (int64_t j = 0; j < count; ++j)
      b.loop(from, b.index(kTileRows), 1, [&](Value line) {
        packLine(b.add(panel, j), j, step, line, turn);
      });
  });
}

WaitingBlock TilePassEmitter::emitBlock(Value panel, int64_t count, Value next,
                                        Value turn, Value row,
                                        const WaitingBlock &waiting) {
  Value rowNumber = b.sub(row, pass.firstRow),
        panelNumber = b.sub(panel, pass.firstPanel);
  TileBlock block;
  block.element = packing.element;
  block.tileRows = getTileRows(schedule);
  block.rowTiles = schedule.rows / block.tileRows;
  block.panels = count;
  // Where rows are read in place, the last block ends with the last of them.
  Value start = row;
  if (pass.evenRows) {
    const EvenRows &rows = *pass.evenRows;
    if (rows.count)
      start = b.min(row, b.sub(rows.count, schedule.rows));
    block.rows = rows.pointer(start);
    block.rowStride = rows.stride;
    block.rowTileStride = b.mul(rows.stride, block.tileRows);
    block.rowStepOffset = [&](Value step) {
      return rows.stepOffset ? rows.stepOffset(step) : b.mul(step, kTileBytes);
    };
  } else {
    block.rows = packedRow(rowNumber);
    block.rowStride = layout.rowStride;
    block.rowTileStride = layout.rowTileStride;
    block.rowStepOffset = [&](Value step) {
      return b.mul(step, layout.rowStepStride);
    };
  }
  block.panelStepStride = b.index(kStepBytes);
  if (!packing.readsPanels)
    block.panelStepStride = layout.panelStepStride;
  block.from = b.index(0);
  block.to = packing.makesPanels() ? steps : b.div(depth, stepElements);
  for (int64_t j = 0; j < count; ++j)
    block.panelPointers.push_back(packing.makesPanels()
                                      ? packedPanel(b.index(j), turn)
                                      : pass.panelPointer(b.add(panel, j)));
  if (hasTail()) {
    for (int64_t j = 0; j < count; ++j)
      block.tailPanels.push_back(packedPanel(b.index(j), turn));
    block.hasTail = b.compare(P::ne, block.to, steps);
  }
  if (!packing.makesPanels() && !goesRowByRow())
    prefetchComing(block, panel, rowNumber);
  block.terms = terms;
  block.rowTermStride = layout.rowTermStride;
  block.panelTermStride = layout.panelTermStride;
  // Of one pass, the two places take turns.
  Value place =
      schedule.isSplit
          ? b.add(b.mul(rowNumber, layout.sumStride),
                  b.mul(panelNumber, kPanel * 4))
          : b.select(b.compare(P::slt, waiting.place, layout.blockSums),
                     layout.blockSums, b.index(0));
  block.sums = at(pass.scratch, b.add(layout.sums, place));
  block.sumStride = layout.sumStride;
  if (pass.isFirst)
    block.isContinued =
        b.compare(P::eq, pass.isFirst, b.constantInt(b.getI1Type(), 0));
  // Rows of the block before, an equal number beside each step.
  Value share = b.div(b.add(b.index(schedule.rows), b.sub(block.to, 1)),
                      b.max(block.to, b.index(1)));
  int64_t products = block.countProducts();
  block.beside = [&](Value step, int64_t product) {
    Value other = b.sub(b.index(1), turn);
    if (pass.widening)
      widenBeside(next, count, other, rowNumber, step, product, products);
    else if (packing.makesPanels())
      packBeside(next, count, other, rowNumber, step, product, products);
    if (product + 1 < products)
      return;
    Value from = b.mul(step, share);
    storeRows(waiting, count, b.min(from, waiting.rows),
              b.min(b.add(from, share), waiting.rows));
  };
  emitTileBlock(b, block);
  // Without a whole step they are all left.
  b.ifThen(b.compare(P::eq, block.to, b.index(0)),
           [&] { storeRows(waiting, count, b.index(0), waiting.rows); });
  Value rows = b.min(b.index(schedule.rows), b.sub(pass.endRow, row));
  return {panel, row,
          pass.isLast ? b.select(pass.isLast, rows, b.index(0)) : rows,
          b.add(place, b.mul(b.sub(row, start), layout.sumStride))};
}

void TilePassEmitter::emitPanels(Value from, Value to, int64_t count) {
  Value none = b.index(0);
  if (packing.makesPanels())
    b.ifThen(b.compare(P::slt, from, to), [&] {
      prepareLines(from, count);
      packLines(from, count, none, none);
    });
  SmallVector<Value> last = b.loop(
      from, to, count, {none, none, none, none},
      [&](Value panel, ValueRange waiting) {
        if (hasTail())
          b.loop(none, b.index(count), 1,
                 [&](Value number) { copyTail(number, b.add(panel, number)); });
        Value turn = packing.makesPanels()
                         ? b.rem(b.div(b.sub(panel, from), count), 2)
                         : none;
        // Behind the last panels they are packed once more, beside what else is to be done.
        Value next = b.min(b.add(panel, count), b.sub(to, count));
        prepareLines(next, count);
        SmallVector<Value> after =
            b.loop(pass.firstRow, pass.endRow, schedule.rows, waiting,
                   [&](Value row, ValueRange carried) {
                     return asValues(emitBlock(panel, count, next, turn, row,
                                               asBlock(carried)));
                   });
        if (packing.makesPanels()) {
          Value blocks =
              b.ceilDiv(b.sub(pass.endRow, pass.firstRow), schedule.rows);
          packLines(next, count, b.mul(blocks, countLines()),
                    b.sub(b.index(1), turn));
        }
        return after;
      });
  WaitingBlock waiting = asBlock(last);
  storeRows(waiting, count, none, waiting.rows);
}

bool TilePassEmitter::goesRowByRow() {
  // So much of the second-level cache, in which rows and results lie too; fewer rows would wait for panels from memory.
  constexpr int64_t kMostBytes = 192 << 10, kLeastRows = 128;
  std::optional<int64_t> known = KernelBuilder::known(steps),
                         panels = KernelBuilder::known(pass.mostPanels);
  return !packing.makesPanels() && !hasTail() && known && panels &&
         *panels % schedule.panels == 0 &&
         schedule.blockPanels % schedule.panels == 0 &&
         *known * *panels * kStepBytes <= kMostBytes &&
         schedule.blockRows >= kLeastRows;
}

void TilePassEmitter::emitRowByRow() {
  int64_t count = schedule.panels;
  Value none = b.index(0);
  SmallVector<Value> last = b.loop(
      pass.firstRow, pass.endRow, schedule.rows, {none, none, none, none},
      [&](Value row, ValueRange waiting) {
        return b.loop(pass.firstPanel, pass.endPanel, count, waiting,
                      [&](Value panel, ValueRange carried) {
                        return asValues(emitBlock(panel, count, none, none, row,
                                                  asBlock(carried)));
                      });
      });
  WaitingBlock waiting = asBlock(last);
  storeRows(waiting, count, none, waiting.rows);
}

void TilePassEmitter::emit() {
  if (!pass.evenRows)
    b.loop(pass.firstRow, pass.endRow, 1, [&](Value row) { packRow(row); });
  if (goesRowByRow())
    return emitRowByRow();
  if (pass.widening)
    clearBehindLines();
  int64_t count = schedule.panels;
  Value panels = b.sub(pass.endPanel, pass.firstPanel),
        whole = b.add(pass.firstPanel, b.mul(b.div(panels, count), count));
  emitPanels(pass.firstPanel, whole, count);
  if (count > 1)
    emitPanels(whole, pass.endPanel, 1);
}
} // namespace

Value TilePacking::countSteps(KernelBuilder &b, Value outer,
                              Value inner) const {
  return readsPanels
             ? b.ceilDiv(b.mul(outer, inner), kTileBytes / getSizeBytes())
             : b.mul(outer, SplitPacking::countSteps(b, inner));
}

bool TilePacking::needsFullRate(const KernelTarget &target) const {
  return terms == 3 && !target.prefersTiles;
}

bool TilePacking::takesAll(const KernelTarget &target, int64_t rows) const {
  return !needsFullRate(target) &&
         (leastRows <= 1 || !ShapedType::isDynamic(rows));
}

/// Tasks of a product of known sizes.
static int64_t countTasks(const ProductSizes &sizes, const Schedule &schedule) {
  return sizes.batches * llvm::divideCeil(sizes.rows, schedule.blockRows) *
         llvm::divideCeil(llvm::divideCeil(sizes.columns, kPanel),
                          schedule.blockPanels);
}

/// Whether tiles would compute in one task, while other threads have nothing to do and fall asleep, what multiply-adds compute in several. Tiles gain
/// less than two threads do where they compute f32.
static bool leavesOneTask(const KernelTarget &target, const ProductSizes &sizes,
                          int64_t terms) {
  if (ShapedType::isDynamic(sizes.batches) || ShapedType::isDynamic(sizes.rows))
    return false;
  Schedule other = chooseSchedule(sizes, target.lanes),
           tiles = chooseTileSchedule(sizes, terms, other.panels);
  return countTasks(sizes, tiles) == 1 && countTasks(sizes, other) > 1;
}

std::optional<TilePacking> cpu::chooseTiles(const KernelTarget &target,
                                            const ProductSizes &sizes,
                                            bool isInteger, bool isWeight,
                                            Type lhs, Type rhs) {
  auto isKnown = [](int64_t size) { return !ShapedType::isDynamic(size); };
  if (!target.hasTiles || sizes.parts != 1 || !isKnown(sizes.columns) ||
      !isKnown(sizes.outer) || !isKnown(sizes.inner) || sizes.outer < 1)
    return std::nullopt;
  if (isInteger)
    return sizes.outer * sizes.inner >= kTileBytes
               ? std::optional(TilePacking{TileElement::U8S8, 1, 1, true})
               : std::nullopt;
  if (lhs.isBF16() && rhs.isBF16() && isWeight)
    return sizes.outer * sizes.inner >= kLeastTileRun
               ? std::optional(TilePacking{TileElement::BF16, 1, 1, true})
               : std::nullopt;
  TilePacking packing;
  bool isSplit = lhs.isF32() && rhs.isF32();
  if (isSplit)
    packing.terms = target.f32Terms;
  else if (!lhs.isBF16() || !rhs.isBF16())
    return std::nullopt;
  if (packing.terms == 0 ||
      sizes.inner <
          (isSplit && !target.prefersTiles ? kLeastSplitRun : kLeastTileRun))
    return std::nullopt;
  // Tiles save rows x columns of what packing costs of rows + columns.
  int64_t cost = target.prefersTiles ? 0 : kSplitCost,
          saved = sizes.columns - cost;
  if (saved <= 0)
    return std::nullopt;
  packing.leastRows =
      std::max<int64_t>(1, llvm::divideCeil(cost * sizes.columns, saved));
  int64_t rows = isKnown(sizes.rows) ? sizes.rows : packing.leastRows,
          together = chooseTileSchedule(sizes, packing.terms).blockRows;
  if (std::min(rows, together) < packing.leastRows ||
      (packing.needsFullRate(target) &&
       leavesOneTask(target, sizes, packing.terms)))
    return std::nullopt;
  return packing;
}

bool cpu::canReadRows(const TilePacking &packing, const ProductSizes &sizes,
                      Type lhs, int64_t strideBytes) {
  // The lines of rows so far apart drive each other out of the cache.
  constexpr int64_t kPageBytes = 4096;
  bool isRaw = lhs.isBF16() || lhs.isUnsignedInteger(8);
  return packing.readsPanels && isRaw && sizes.outer == 1 &&
         sizes.inner * packing.getSizeBytes() % kTileBytes == 0 &&
         chooseTileSchedule(sizes, packing.terms).rows <= sizes.leastRows &&
         strideBytes % kPageBytes != 0;
}

int64_t cpu::getTileRows(const Schedule &schedule) {
  return schedule.rows > kTileRows ? schedule.rows / 2 : schedule.rows;
}

Value cpu::computeTileScratch(KernelBuilder &b, const Schedule &schedule,
                              const TilePacking &packing, Value mostSteps,
                              Value mostPanels) {
  return Layout(b, schedule, packing, mostSteps, mostPanels).end;
}

void cpu::emitTilePass(KernelBuilder &b, const TilePass &pass) {
  TilePassEmitter(b, pass).emit();
}
