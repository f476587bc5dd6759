// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of packing and of the loops over blocks.

#include "lib/Target/CPU/Kernel/TilePass.h"
#include "lib/Target/CPU/Kernel/SplitToBF16.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// Rows and columns are packed, each element once for all products that it is in, which takes as long as so many multiply-adds of other units less
/// those of tiles: estimated from the rates of a processor with AMX, for the splitting of f32 and for putting bf16 into pairs.
static constexpr int64_t kSplitCost = 64, kPairCost = 13;
/// Shorter runs of neighbours are not worth copying one by one.
static constexpr int64_t kLeastTileRun = 16;
/// Bytes of a panel in a step.
static constexpr int64_t kStepBytes = kTileBytes * kTileRows;

namespace {
/// Where things lie in scratch, in bytes.
struct Layout {
  Layout(KernelBuilder &b, const Schedule &schedule, const TilePacking &packing,
         Value mostDepth) {
    int64_t terms = packing.terms;
    Value steps = b.ceilDiv(mostDepth, kTileBytes / packing.getSizeBytes());
    // Rows an odd number of lines apart do not meet in the cache.
    Value isEven = b.sub(b.index(1), b.rem(steps, 2));
    rowStride = b.mul(b.add(steps, isEven), kTileBytes);
    int64_t rows = llvm::alignTo(schedule.blockRows, schedule.rows);
    rowTermStride = b.mul(rowStride, rows);
    bool isPacked = packing.element == TileElement::BF16;
    panelStride = b.mul(isPacked ? steps : b.index(1), kStepBytes);
    panelTermStride = b.mul(panelStride, schedule.panels);
    int64_t columns =
        (schedule.isSplit ? llvm::alignTo(schedule.blockPanels, schedule.panels)
                          : schedule.panels) *
        kPanel;
    sumStride = columns * 4;
    panels = b.mul(rowTermStride, terms);
    sums = b.add(panels, b.mul(panelTermStride, terms));
    end = b.add(sums, (schedule.isSplit ? rows : schedule.rows) * sumStride);
  }

  Value rowStride, rowTermStride, panelStride, panelTermStride;
  int64_t sumStride;
  /// Where panels and sums begin; rows begin at 0.
  Value panels, sums, end;
};

class TilePassEmitter {
public:
  TilePassEmitter(KernelBuilder &builder, const TilePass &pass)
      : b(builder), pass(pass), schedule(pass.schedule),
        terms(pass.packing.terms),
        stepElements(kTileBytes / pass.packing.getSizeBytes()),
        layout(b, schedule, pass.packing, pass.mostDepth),
        depth(b.mul(b.sub(pass.outerTo, pass.outerFrom),
                    b.sub(pass.innerTo, pass.innerFrom))),
        steps(b.ceilDiv(depth, stepElements)) {}

  void emit();

private:
  Value at(Value pointer, Value bytes) {
    return b.address(pointer, b.getI8Type(), bytes);
  }
  bool isPadded() {
    std::optional<int64_t> known = KernelBuilder::known(depth);
    return !known || *known % stepElements != 0;
  }
  /// Zeros to `bytes` bytes, a multiple of 64.
  void clear(Value memory, int64_t bytes);
  SmallVector<Value> split(Value value, Type element);
  void packRow(Value row);
  void packRun(Value from, Value to, Value count);
  void packPanel(Value number, Value panel);
  void copyTail(Value number, Value panel);
  Value packedPanel(int64_t number) {
    return at(pass.scratch,
              b.add(layout.panels, b.mul(layout.panelStride, number)));
  }
  bool hasBytes() { return pass.packing.element != TileElement::BF16; }
  void emitPanels(Value panel, int64_t count);
  void emitBlock(Value panel, int64_t count, Value row);
  void prefetchComing(TileBlock &block, Value panel, Value rowNumber);

  KernelBuilder &b;
  const TilePass &pass;
  const Schedule &schedule;
  int64_t terms, stepElements;
  Layout layout;
  /// Elements and steps of this pass.
  Value depth, steps;
};

void TilePassEmitter::clear(Value memory, int64_t bytes) {
  int64_t lanes = b.getLanes();
  Value zero = b.constant(b.withLanes(b.getF32Type(), lanes), 0);
  for (int64_t i = 0; i < bytes / 4; i += lanes)
    b.store(zero, memory, b.getF32Type(), b.index(i));
}

SmallVector<Value> TilePassEmitter::split(Value value, Type element) {
  if (element.isBF16())
    return {value};
  return splitToBF16(b, value, terms);
}

void TilePassEmitter::packRow(Value row) {
  Value packed =
      at(pass.scratch, b.mul(b.sub(row, pass.firstRow), layout.rowStride));
  if (isPadded())
    for (int64_t term = 0; term < terms; ++term) {
      Value offset = b.add(b.mul(b.sub(steps, 1), kTileBytes),
                           b.mul(layout.rowTermStride, term));
      b.ifThen(b.compare(arith::CmpIPredicate::sgt, steps, b.index(0)),
               [&] { clear(at(packed, offset), kTileBytes); });
    }
  Value inner = b.sub(pass.innerTo, pass.innerFrom);
  b.loop(pass.outerFrom, pass.outerTo, 1, [&](Value outer) {
    Value first =
        hasBytes() ? b.mul(pass.innerFrom, pass.bytesStride) : pass.innerFrom;
    Value from = b.address(pass.rowPointer(row, outer), pass.lhsElement, first);
    Value place = b.mul(b.sub(outer, pass.outerFrom), inner);
    Value to = at(packed, b.mul(place, pass.packing.getSizeBytes()));
    if (hasBytes())
      pass.bytes->copy(from, pass.bytesStride, inner, to);
    else
      packRun(from, to, inner);
  });
}

void TilePassEmitter::packRun(Value from, Value to, Value count) {
  auto copy = [&](Value begin, Value end, int64_t lanes) {
    b.loop(begin, end, lanes, [&](Value i) {
      Value value = b.load(from, pass.lhsElement, i, lanes);
      for (auto [term, each] : llvm::enumerate(split(value, pass.lhsElement)))
        b.store(packBF16(b, each), at(to, b.mul(layout.rowTermStride, term)),
                b.getI16Type(), i);
    });
  };
  int64_t lanes = b.getLanes();
  Value whole = b.mul(b.div(count, lanes), lanes);
  copy(b.index(0), whole, lanes);
  copy(whole, count, 1);
}

/// The last lines of a panel of bytes, which are no whole step.
void TilePassEmitter::copyTail(Value number, Value panel) {
  Value first = b.mul(b.div(depth, stepElements), kStepBytes),
        lines = b.ceilDiv(b.rem(depth, stepElements), kQuad);
  Value from = at(pass.panelPointer(panel), first),
        to = at(pass.scratch,
                b.add(layout.panels, b.mul(number, layout.panelStride)));
  b.loop(b.index(0), lines, 1, [&](Value line) {
    Value offset = b.mul(line, kTileBytes);
    b.store(b.load(from, b.getI8Type(), offset, kTileBytes), to, b.getI8Type(),
            offset);
  });
}

void TilePassEmitter::packPanel(Value number, Value panel) {
  int64_t lanes = b.getLanes();
  Type i32 = b.getI32Type();
  Value memory =
      at(pass.scratch, b.add(layout.panels, b.mul(number, layout.panelStride)));
  Value start = b.mul(
      b.add(b.mul(pass.outerFrom, pass.innerSize), pass.innerFrom), kPanel);
  Value from = b.address(pass.panelPointer(panel), pass.rhsElement, start);
  auto termOf = [&](int64_t term) {
    return at(memory, b.mul(layout.panelTermStride, term));
  };
  if (isPadded())
    b.ifThen(b.compare(arith::CmpIPredicate::sgt, steps, b.index(0)), [&] {
      Value last = b.mul(b.sub(steps, 1), kStepBytes);
      b.loop(b.index(0), b.index(kTileRows), 1, [&](Value line) {
        for (int64_t term = 0; term < terms; ++term)
          clear(at(termOf(term), b.add(last, b.mul(line, kTileBytes))),
                kTileBytes);
      });
    });
  auto packPair = [&](Value pair, bool hasOdd) {
    Value even = b.mul(pair, 2 * kPanel);
    for (int64_t v = 0; v < kPanel; v += lanes) {
      auto load = [&](int64_t offset) {
        return split(
            b.load(from, pass.rhsElement, b.add(even, v + offset), lanes),
            pass.rhsElement);
      };
      SmallVector<Value> evens = load(0), odds;
      if (hasOdd)
        odds = load(kPanel);
      else
        odds.assign(terms, b.constant(b.withLanes(b.getF32Type(), lanes), 0));
      for (int64_t term = 0; term < terms; ++term)
        b.store(pairBF16(b, evens[term], odds[term]), termOf(term), i32,
                b.add(b.mul(pair, kPanel), v));
    }
  };
  Value pairs = b.div(depth, 2);
  b.loop(b.index(0), pairs, 1, [&](Value pair) { packPair(pair, true); });
  b.ifThen(b.compare(arith::CmpIPredicate::ne, b.rem(depth, 2), b.index(0)),
           [&] { packPair(pairs, false); });
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

void TilePassEmitter::emitBlock(Value panel, int64_t count, Value row) {
  Value rowNumber = b.sub(row, pass.firstRow),
        panelNumber = b.sub(panel, pass.firstPanel);
  TileBlock block;
  block.element = pass.packing.element;
  block.tileRows = getTileRows(schedule);
  block.rowTiles = schedule.rows / block.tileRows;
  block.panels = count;
  block.rows = at(pass.scratch, b.mul(rowNumber, layout.rowStride));
  block.rowStride = layout.rowStride;
  block.from = b.index(0);
  block.to = hasBytes() ? b.div(depth, stepElements) : steps;
  for (int64_t j = 0; j < count; ++j)
    block.panelPointers.push_back(
        hasBytes() ? pass.panelPointer(b.add(panel, j)) : packedPanel(j));
  if (hasBytes() && isPadded()) {
    for (int64_t j = 0; j < count; ++j)
      block.tailPanels.push_back(packedPanel(j));
    block.hasTail = b.compare(arith::CmpIPredicate::ne, block.to, steps);
  }
  if (hasBytes())
    prefetchComing(block, panel, rowNumber);
  block.terms = terms;
  block.rowTermStride = layout.rowTermStride;
  block.panelTermStride = layout.panelTermStride;
  block.sums = at(pass.scratch, layout.sums);
  if (schedule.isSplit)
    block.sums = at(block.sums, b.add(b.mul(rowNumber, layout.sumStride),
                                      b.mul(panelNumber, kPanel * 4)));
  block.sumStride = b.index(layout.sumStride);
  if (pass.isFirst)
    block.isContinued = b.compare(arith::CmpIPredicate::eq, pass.isFirst,
                                  b.constantInt(b.getI1Type(), 0));
  emitTileBlock(b, block);
  auto store = [&] {
    Value end = b.min(b.add(row, schedule.rows), pass.endRow);
    b.loop(row, end, 1, [&](Value each) {
      Value sums = at(block.sums, b.mul(b.sub(each, row), layout.sumStride));
      for (int64_t j = 0; j < count; ++j)
        pass.store(b.add(panel, j), each, at(sums, b.index(j * kPanel * 4)));
    });
  };
  if (pass.isLast)
    b.ifThen(pass.isLast, store);
  else
    store();
}

void TilePassEmitter::emitPanels(Value panel, int64_t count) {
  if (!hasBytes() || isPadded())
    b.loop(b.index(0), b.index(count), 1, [&](Value number) {
      Value each = b.add(panel, number);
      if (hasBytes())
        copyTail(number, each);
      else
        packPanel(number, each);
    });
  b.loop(pass.firstRow, pass.endRow, schedule.rows,
         [&](Value row) { emitBlock(panel, count, row); });
}

void TilePassEmitter::emit() {
  b.loop(pass.firstRow, pass.endRow, 1, [&](Value row) { packRow(row); });
  int64_t count = schedule.panels;
  Value panels = b.sub(pass.endPanel, pass.firstPanel),
        whole = b.add(pass.firstPanel, b.mul(b.div(panels, count), count));
  b.loop(pass.firstPanel, whole, count,
         [&](Value panel) { emitPanels(panel, count); });
  if (count > 1)
    b.loop(whole, pass.endPanel, 1, [&](Value panel) { emitPanels(panel, 1); });
}
} // namespace

std::optional<TilePacking> cpu::chooseTiles(const KernelTarget &target,
                                            const ProductSizes &sizes,
                                            bool isInteger, Type lhs,
                                            Type rhs) {
  auto isKnown = [](int64_t size) { return !ShapedType::isDynamic(size); };
  if (!target.hasTiles || sizes.parts != 1 || !isKnown(sizes.columns) ||
      !isKnown(sizes.outer) || !isKnown(sizes.inner) || sizes.outer < 1)
    return std::nullopt;
  if (isInteger)
    return sizes.outer * sizes.inner >= kTileBytes
               ? std::optional(TilePacking{TileElement::U8S8, 1, 1})
               : std::nullopt;
  if (sizes.inner < kLeastTileRun)
    return std::nullopt;
  TilePacking packing;
  if (lhs.isF32() && rhs.isF32())
    packing.terms = target.f32Terms;
  else if (!lhs.isBF16() || !rhs.isBF16())
    return std::nullopt;
  if (packing.terms == 0)
    return std::nullopt;
  // Tiles save rows x columns of what packing costs of rows + columns.
  int64_t cost = target.prefersTiles ? 0
                 : packing.terms > 1 ? kSplitCost
                                     : kPairCost,
          saved = sizes.columns - cost;
  if (saved <= 0)
    return std::nullopt;
  packing.leastRows =
      std::max<int64_t>(1, llvm::divideCeil(cost * sizes.columns, saved));
  int64_t rows = isKnown(sizes.rows) ? sizes.rows : packing.leastRows,
          together = chooseTileSchedule(sizes, packing.terms).blockRows;
  if (std::min(rows, together) < packing.leastRows)
    return std::nullopt;
  return packing;
}

int64_t cpu::getTileRows(const Schedule &schedule) {
  return schedule.rows > kTileRows ? schedule.rows / 2 : schedule.rows;
}

Value cpu::computeTileScratch(KernelBuilder &b, const Schedule &schedule,
                              const TilePacking &packing, Value mostDepth) {
  return Layout(b, schedule, packing, mostDepth).end;
}

void cpu::emitTilePass(KernelBuilder &b, const TilePass &pass) {
  TilePassEmitter(b, pass).emit();
}
