// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the loops around the micro kernel.

#include "lib/Target/CPU/Kernel/PanelProduct.h"
#include "lib/Target/CPU/Kernel/PairMicroKernel.h"
#include "lib/Target/CPU/Kernel/QuadPacking.h"
#include "lib/Target/CPU/Kernel/RowSum.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

namespace {
class PanelProductEmitter {
public:
  PanelProductEmitter(KernelBuilder &builder, KernelFrame &frame,
                      Epilogue &epilogue, const PanelProduct &product)
      : b(builder), frame(frame), epilogue(epilogue), product(product),
        schedule(product.plan.schedule) {}

  void emit();

private:
  void emitTileTasks();
  /// Task number `task` and those behind it, `count` in all, of the same rows.
  void emitTask(Value task, Value count);
  void describeRows();
  void packPanels();
  void packRows();
  /// Copies all that the products read of a row to `to`.
  void copyRow(Value row, Value to);
  /// Widens the part of the reduction that is pass number `pass` of the tile of panels from `panel` on.
  void widenPanels(Value pass, Value panel);
  /// Computes what the columns' zero point added to the sums of each row.
  void sumRows();
  /// The numbers that describe a row of the task.
  SmallVector<Value> describedRow(Value row);
  Value packedRow(Value row);
  void emitPass(Value pass);
  void emitTile(Value pass, Value panel, Value row);
  void emitPairTile(ArrayRef<Value> rows, ArrayRef<Value> panels);
  /// What the sums of a tile begin with.
  SmallVector<Value> startSums(const MicroKernel &kernel,
                               ArrayRef<Value> panels);
  void emitTilePass(Value pass);
  /// What the zero point added to the sums of the columns from `column` of a panel on; null where it is 0.
  Value zeroPointShare(Value panel, int64_t column);
  /// The sums that tiles left for columns of `panel`.
  SmallVector<Value> loadTileSums(Value panel, Value sums);
  /// The part of the reduction that is pass number `pass`.
  void limitReduction(Value pass, Value &outerFrom, Value &outerTo,
                      Value &innerFrom, Value &innerTo);
  /// Gives the sums of a whole reduction to the epilogue.
  void storeTile(ArrayRef<Value> sums, ArrayRef<Value> rows,
                 ArrayRef<Value> panels);
  /// The panels behind those from `panel` on, for a tile whose part of the reduction `kernel` has.
  ComingPanels comingPanels(const MicroKernel &kernel, Value panel, Value row);
  void emitPartsTile(MicroKernel &kernel, ArrayRef<Value> rows,
                     ArrayRef<Value> panels);
  /// The loop over [from, to) in the direction of this run.
  void loop(Value from, Value to, int64_t step, function_ref<void(Value)> body);
  /// The rows of the tile that begins at `row`.
  SmallVector<Value> tileRows(Value row);
  SmallVector<Value> tilePanels(Value panel);
  Value panelPointer(Value panel);
  /// Where a micro kernel finds panel `number` of its tile widened.
  Value widenedPointer(const MicroKernel &kernel, int64_t number);
  Value countPanels() {
    return ::countPanels(b, product.extents, product.plan.parts);
  }
  Value sumsOf(Value panel, Value row);
  bool hasOuter() { return KernelBuilder::known(product.extents.outer) != 1; }

  KernelBuilder &b;
  KernelFrame &frame;
  Epilogue &epilogue;
  const PanelProduct &product;
  const Schedule &schedule;

  Value sums, packed, packedRows, widened, tileScratch, tileSteps, table,
      partSums;
  /// For each row of the task, i32; null where no zero point needs them. And that zero point.
  Value rowShares, rhsZeroPoint;
  std::optional<RowPacking> rowPacking;
  /// The reduction as the micro kernel goes through it.
  Value outerSteps, innerSteps;
  int64_t tableWidth = 0;
  // Of the task:
  Value batch, batchPanels, firstRow, endRow, firstPanel, endPanel, passes;
};

void PanelProductEmitter::emit() {
  bool packs = product.plan.packsPanels;
  Value at = b.index(
      (countSumBytes(schedule, product.plan.tiles.has_value()) + 63) / 64 * 64);
  sums = frame.getScratch();
  packed = b.address(frame.getScratch(), b.getI8Type(), at);
  if (packs)
    at = b.add(at, computePackedBytes(b, product.extents, product.plan.unit,
                                      schedule));
  if (product.plan.tiles) {
    PassDepth depth = computePassDepth(b, product.extents, schedule);
    tileScratch = b.address(frame.getScratch(), b.getI8Type(), at);
    if (product.plan.tiles->readsPanels && !product.plan.tiles->readsRows)
      rowPacking.emplace(b, product.plan.unit, product.lhsElement,
                         product.zeroPoint, b.mul(depth.outer, depth.inner));
    tileSteps = product.plan.tiles->countSteps(b, depth.outer, depth.inner);
    at = b.add(at, computeTileScratch(b, schedule, *product.plan.tiles,
                                      tileSteps, countPanels()));
  } else if (product.plan.packsRows) {
    Value depth = b.mul(product.extents.outer, product.extents.inner);
    packedRows = b.address(frame.getScratch(), b.getI8Type(), at);
    rowPacking.emplace(b, product.plan.unit, product.lhsElement,
                       product.zeroPoint, depth);
    at = b.add(at, RowPacking::computeBytes(b, product.plan.unit, depth,
                                            schedule.blockRows));
  }
  if (product.plan.widensPanels && !product.plan.tiles) {
    widened = b.address(frame.getScratch(), b.getI8Type(), at);
    at = b.add(at, b.mul(computeWidenedBytes(b, product.extents, schedule),
                         schedule.panels));
  }
  outerSteps = product.extents.outer;
  innerSteps = product.extents.inner;
  if (!product.plan.tiles) {
    if (rowPacking && !schedule.isSplit) {
      innerSteps = b.mul(outerSteps, innerSteps);
      outerSteps = b.index(1);
    }
    if (product.plan.unit == ProductUnit::U8Quads)
      innerSteps = b.ceilDiv(innerSteps, kQuad);
  }
  if (product.plan.unit == ProductUnit::U8Quads && packs)
    rhsZeroPoint = product.rhsZeroPoint.ofSigned(b, product.rhsElement);
  if (rhsZeroPoint)
    rowShares = b.allocateStack(b.getI32Type(), schedule.blockRows);
  if (product.prepare)
    product.prepare(b.address(frame.getScratch(), b.getI8Type(), at));
  Value steps = hasOuter() ? product.extents.outer : product.extents.inner;
  passes = schedule.isSplit
               ? b.max(b.index(1), b.ceilDiv(steps, schedule.chunk))
               : b.index(1);
  if (product.plan.tiles) {
    emitTileTasks();
    releaseTiles(b);
    return;
  }
  loop(frame.getBegin(), frame.getEnd(), 1,
       [&](Value task) { emitTask(task, b.index(1)); });
}

void PanelProductEmitter::loop(Value from, Value to, int64_t step,
                               function_ref<void(Value)> body) {
  b.loop(from, to, step, [&](Value i) {
    if (!product.isBackward)
      return body(i);
    Value last =
        b.add(from, b.mul(b.div(b.sub(b.sub(to, from), 1), step), step));
    body(b.select(product.isBackward, b.sub(b.add(last, from), i), i));
  });
}

void PanelProductEmitter::emitTileTasks() {
  // Each task packs the rows, so neighbours that have the same ones become one; those that pack panels have scratch for a task's alone.
  Value ofRows = product.plan.packsPanels
                     ? b.index(1)
                     : b.ceilDiv(countPanels(), schedule.blockPanels);
  emitTasksOfRows(b, frame, ofRows,
                  [&](Value task, Value count) { emitTask(task, count); });
}

void PanelProductEmitter::emitTask(Value task, Value count) {
  Value panels = countPanels();
  SmallVector<Value> grid{product.extents.batches,
                          b.ceilDiv(product.extents.rows, schedule.blockRows),
                          b.ceilDiv(panels, schedule.blockPanels)};
  SmallVector<Value> place = b.delinearize(task, grid);
  if (KernelBuilder::known(grid[0]) == 1)
    place[0] = b.index(0);
  batch = place[0];
  auto range = [&](Value index, Value count, int64_t block, Value size,
                   Value &from, Value &to) {
    if (KernelBuilder::known(count) == 1) {
      from = b.index(0);
      to = size;
      return;
    }
    from = b.mul(index, block);
    to = b.min(b.add(from, block), size);
    if (KernelBuilder::known(size) && *KernelBuilder::known(size) % block == 0)
      to = b.add(from, block);
  };
  range(place[1], grid[1], schedule.blockRows, product.extents.rows, firstRow,
        endRow);
  range(place[2], grid[2], schedule.blockPanels, panels, firstPanel, endPanel);
  if (KernelBuilder::known(count) != 1 && KernelBuilder::known(grid[2]) != 1)
    endPanel =
        b.min(b.add(firstPanel, b.mul(count, schedule.blockPanels)), panels);
  if (product.prepareTask)
    product.prepareTask(batch, firstRow, endRow);
  describeRows();
  batchPanels = product.panels ? product.panels(batch) : Value();
  if (product.plan.packsPanels)
    packPanels();
  if (rowPacking && !product.plan.tiles)
    packRows();
  if (rowShares)
    sumRows();
  b.loop(b.index(0), passes, 1, [&](Value pass) { emitPass(pass); });
}

void PanelProductEmitter::describeRows() {
  if (!product.describeRow)
    return;
  Type i64 = b.getI64Type();
  b.loop(firstRow, endRow, 1, [&](Value row) {
    SmallVector<Value> described = product.describeRow(row);
    if (!table) {
      tableWidth = described.size();
      table = b.allocateStack(i64, schedule.blockRows * tableWidth);
    }
    Value at = b.mul(b.sub(row, firstRow), tableWidth);
    for (auto [i, value] : llvm::enumerate(described))
      b.store(value, table, i64, b.add(at, i));
  });
}

SmallVector<Value> PanelProductEmitter::describedRow(Value row) {
  if (!table)
    return {row};
  SmallVector<Value> described;
  Value offset = b.mul(b.sub(row, firstRow), tableWidth);
  for (int64_t i = 0; i < tableWidth; ++i)
    described.push_back(b.load(table, b.getI64Type(), b.add(offset, i)));
  return described;
}

Value PanelProductEmitter::packedRow(Value row) {
  return b.address(packedRows, rowPacking->getElement(),
                   b.mul(b.sub(row, firstRow), rowPacking->getStride()));
}

void PanelProductEmitter::packRows() {
  const ProductExtents &extents = product.extents;
  b.loop(firstRow, endRow, 1, [&](Value row) {
    Value to = packedRow(row);
    // Sums of rows take whole quads.
    if (rowShares)
      b.loop(b.div(b.mul(extents.outer, extents.inner), kQuad), innerSteps, 1,
             [&](Value quad) {
               b.store(b.constantInt(b.getI32Type(), 0), to, b.getI32Type(),
                       quad);
             });
    copyRow(row, to);
  });
}

void PanelProductEmitter::copyRow(Value row, Value to) {
  const ProductExtents &extents = product.extents;
  SmallVector<Value> described = describedRow(row);
  auto overTaps = [&](function_ref<void(Value outer, Value place)> copy) {
    b.loop(b.index(0), extents.outer, 1, [&](Value outer) {
      copy(outer, b.address(to, rowPacking->getElement(),
                            b.mul(outer, extents.inner)));
    });
  };
  if (!product.rowRun) {
    overTaps([&](Value outer, Value place) {
      rowPacking->copy(product.rowPointer(batch, described, outer),
                       product.lhsStride, extents.inner, place);
    });
    return;
  }
  b.ifThen(
      product.isRowInside(batch, described),
      [&] {
        overTaps([&](Value outer, Value place) {
          RowRun run = product.rowRun(batch, described, outer);
          rowPacking->copyWhole(run.pointer, extents.inner, place);
        });
      },
      [&] {
        overTaps([&](Value outer, Value place) {
          RowRun run = product.rowRun(batch, described, outer);
          b.ifThen(
              run.isWhole,
              [&] { rowPacking->copyWhole(run.pointer, extents.inner, place); },
              [&] {
                rowPacking->copyInside(run.pointer, run.begin, run.end,
                                       extents.inner, place);
              });
        });
      });
}

/// A row's products by columns less zb are those by columns as they are packed, less zb times the sum of the row.
void PanelProductEmitter::sumRows() {
  const ProductExtents &extents = product.extents;
  Type i32 = b.getI32Type();
  b.loop(firstRow, endRow, 1, [&](Value row) {
    Value sum;
    if (rowPacking) {
      sum = emitRowSum(b, packedRow(row), innerSteps, b.constantInt(i32, 0));
    } else {
      SmallVector<Value> described = describedRow(row);
      sum = b.loop(
          b.index(0), outerSteps, 1, b.constantInt(i32, 0),
          [&](Value outer, ValueRange carried) -> SmallVector<Value> {
            return {emitRowSum(b, product.rowPointer(batch, described, outer),
                               innerSteps, carried[0])};
          })[0];
    }
    if (Value zeroPoint = product.zeroPoint.ofUnsigned(b, product.lhsElement)) {
      Value depth =
          arith::TruncIOp::create(b, i32, b.mul(extents.outer, extents.inner));
      sum = arith::SubIOp::create(b, sum,
                                  arith::MulIOp::create(b, depth, zeroPoint));
    }
    b.store(arith::MulIOp::create(b, sum, rhsZeroPoint), rowShares, i32,
            b.sub(row, firstRow));
  });
}

Value PanelProductEmitter::panelPointer(Value panel) {
  ProductUnit unit = product.plan.unit;
  if (!batchPanels)
    return b.address(packed, b.getI8Type(),
                     b.mul(b.sub(panel, firstPanel),
                           computePackedPanelBytes(b, unit, product.extents)));
  Value depth = b.mul(product.extents.outer, product.extents.inner),
        size = computePanelElements(b, product.rhsElement, depth);
  return b.address(batchPanels, product.rhsElement, b.mul(panel, size));
}

void PanelProductEmitter::packPanels() {
  b.loop(firstPanel, endPanel, 1, [&](Value panel) {
    product.packPanel(batch, panel, panelPointer(panel), product.plan.unit);
  });
}

/// Whether [from, to) has at least `count` elements for sure.
static bool holdsAtLeast(Value size, int64_t block, int64_t count) {
  std::optional<int64_t> known = KernelBuilder::known(size);
  if (!known || *known < count)
    return false;
  return *known <= block || *known % block == 0 || *known % block >= count;
}

SmallVector<Value> PanelProductEmitter::tileRows(Value row) {
  SmallVector<Value> rows;
  bool isFull =
      holdsAtLeast(product.extents.rows, schedule.blockRows, schedule.rows);
  Value last = b.sub(endRow, 1),
        start = b.min(row, b.sub(endRow, schedule.rows));
  if (!isFull)
    start = b.max(start, firstRow);
  for (int64_t i = 0; i < schedule.rows; ++i)
    rows.push_back(isFull ? b.add(start, i) : b.min(b.add(start, i), last));
  return rows;
}

SmallVector<Value> PanelProductEmitter::tilePanels(Value panel) {
  if (schedule.panels == 1)
    return {panel};
  Value count = countPanels(), last = b.sub(endPanel, 1);
  bool isFull = holdsAtLeast(count, schedule.blockPanels, schedule.panels);
  Value start = b.min(panel, b.sub(endPanel, schedule.panels));
  if (!isFull)
    start = b.max(start, firstPanel);
  SmallVector<Value> panels;
  for (int64_t i = 0; i < schedule.panels; ++i)
    panels.push_back(isFull ? b.add(start, i) : b.min(b.add(start, i), last));
  return panels;
}

Value PanelProductEmitter::widenedPointer(const MicroKernel &kernel,
                                          int64_t number) {
  // The micro kernel counts from the first element of the whole reduction on.
  Value before =
      b.mul(b.add(b.mul(kernel.outerFrom, kernel.innerSize), kernel.innerFrom),
            kPanel * 4);
  Value at = b.mul(computeWidenedBytes(b, product.extents, schedule), number);
  return b.address(widened, b.getI8Type(), b.sub(at, before));
}

void PanelProductEmitter::emitPass(Value pass) {
  if (product.plan.tiles) {
    emitTilePass(pass);
    return;
  }
  loop(firstPanel, endPanel, schedule.panels, [&](Value panel) {
    if (widened)
      widenPanels(pass, panel);
    b.loop(firstRow, endRow, schedule.rows,
           [&](Value row) { emitTile(pass, panel, row); });
  });
}

void PanelProductEmitter::widenPanels(Value pass, Value panel) {
  Value outerFrom, outerTo, innerFrom, innerTo;
  limitReduction(pass, outerFrom, outerTo, innerFrom, innerTo);
  Value first = b.mul(b.add(b.mul(outerFrom, innerSteps), innerFrom), kPanel),
        count =
            b.mul(b.mul(b.sub(outerTo, outerFrom), b.sub(innerTo, innerFrom)),
                  kPanel),
        size = computeWidenedBytes(b, product.extents, schedule);
  for (auto [i, each] : llvm::enumerate(tilePanels(panel))) {
    Value from = b.address(panelPointer(each), product.rhsElement, first),
          to = b.address(widened, b.getI8Type(), b.mul(size, i));
    int64_t lines = product.rhsElement.isBF16() ? 2 : 1;
    b.loop(b.index(0), count, lines * kPanel, [&](Value at) {
      Value step = b.div(at, kPanel);
      for (int64_t v = 0; v < kPanel; v += b.getLanes())
        for (auto [line, value] : llvm::enumerate(
                 loadPanelLines(b, from, product.rhsElement, step, v)))
          b.store(value, to, b.getF32Type(), b.add(at, line * kPanel + v));
    });
  }
}

Value PanelProductEmitter::sumsOf(Value panel, Value row) {
  int64_t tiles = (schedule.blockRows + schedule.rows - 1) / schedule.rows,
          tile = schedule.rows * schedule.panels * kPanel;
  Value column = b.div(b.sub(panel, firstPanel), schedule.panels),
        line = b.div(b.sub(row, firstRow), schedule.rows);
  return b.address(sums, b.getF32Type(),
                   b.mul(b.add(b.mul(column, tiles), line), tile));
}

ComingPanels PanelProductEmitter::comingPanels(const MicroKernel &kernel,
                                               Value panel, Value row) {
  ComingPanels coming;
  const ProductExtents &extents = product.extents;
  int64_t rows =
      std::min(schedule.blockRows,
               KernelBuilder::known(extents.rows).value_or(schedule.blockRows));
  coming.tiles = llvm::divideCeil(rows, schedule.rows);
  Value steps = b.mul(b.sub(kernel.outerTo, kernel.outerFrom),
                      b.sub(kernel.innerTo, kernel.innerFrom));
  coming.stepsBefore = b.mul(b.div(b.sub(row, firstRow), schedule.rows), steps);
  Value from =
      b.mul(b.add(b.mul(kernel.outerFrom, kernel.innerSize), kernel.innerFrom),
            kPanel);
  coming.element = widened ? product.rhsElement : kernel.rhsElement;
  for (int64_t i = 0; i < schedule.panels; ++i)
    coming.pointers.push_back(b.address(
        panelPointer(b.add(panel, schedule.panels + i)), coming.element, from));
  return coming;
}

void PanelProductEmitter::limitReduction(Value pass, Value &outerFrom,
                                         Value &outerTo, Value &innerFrom,
                                         Value &innerTo) {
  outerFrom = innerFrom = b.index(0);
  outerTo = outerSteps;
  innerTo = innerSteps;
  if (!schedule.isSplit)
    return;
  Value &from = hasOuter() ? outerFrom : innerFrom,
        &to = hasOuter() ? outerTo : innerTo;
  from = b.mul(pass, schedule.chunk);
  bool divides = KernelBuilder::known(to) &&
                 *KernelBuilder::known(to) % schedule.chunk == 0;
  to = divides ? b.add(from, schedule.chunk)
               : b.min(b.add(from, schedule.chunk), to);
}

Value PanelProductEmitter::zeroPointShare(Value panel, int64_t column) {
  if (product.plan.unit != ProductUnit::U8Quads)
    return {};
  Value zeroPoint = product.zeroPoint.ofUnsigned(b, product.lhsElement);
  if (!zeroPoint)
    return {};
  Value depth = b.mul(product.extents.outer, product.extents.inner),
        behind = b.mul(b.ceilDiv(depth, kQuad), kPanel),
        weights = b.load(panelPointer(panel), b.getI32Type(),
                         b.add(behind, column), b.getLanes());
  return arith::MulIOp::create(b, weights, b.splat(zeroPoint, b.getLanes()));
}

SmallVector<Value> PanelProductEmitter::loadTileSums(Value panel, Value sums) {
  SmallVector<Value> ofPanel;
  int64_t lanes = b.getLanes();
  Type element = getSumElement(b, product.plan.unit);
  for (int64_t column = 0; column < kPanel; column += lanes) {
    Value sum = b.load(sums, element, b.index(column), lanes);
    if (Value share = zeroPointShare(panel, column))
      sum = arith::SubIOp::create(b, sum, share);
    ofPanel.push_back(sum);
  }
  return ofPanel;
}

SmallVector<Value> PanelProductEmitter::startSums(const MicroKernel &kernel,
                                                  ArrayRef<Value> panels) {
  SmallVector<Value> zeros = makeZeroAccumulators(b, kernel), ofRow;
  for (Value panel : panels)
    for (int64_t column = 0; column < kPanel; column += b.getLanes())
      if (Value share = zeroPointShare(panel, column))
        ofRow.push_back(arith::SubIOp::create(b, zeros.front(), share));
  if (ofRow.empty())
    return zeros;
  SmallVector<Value> sums;
  for (int64_t row = 0; row < kernel.rows; ++row)
    sums.append(ofRow);
  return sums;
}

void PanelProductEmitter::emitTilePass(Value pass) {
  TilePass tiles;
  tiles.schedule = schedule;
  tiles.packing = *product.plan.tiles;
  tiles.lhsElement = product.lhsElement;
  tiles.rhsElement = batchPanels ? product.rhsElement : b.getF32Type();
  tiles.firstRow = firstRow;
  tiles.endRow = endRow;
  tiles.firstPanel = firstPanel;
  tiles.endPanel = endPanel;
  limitReduction(pass, tiles.outerFrom, tiles.outerTo, tiles.innerFrom,
                 tiles.innerTo);
  tiles.innerSize = product.extents.inner;
  tiles.mostSteps = tileSteps;
  tiles.mostPanels = countPanels();
  tiles.rowPointer = [&](Value row, Value outer) {
    return product.rowPointer(batch, describedRow(row), outer);
  };
  if (product.plan.tiles->readsRows)
    tiles.evenRows = product.evenRows(batch, firstRow, endRow);
  tiles.copyRow = [&](Value row, Value memory) { copyRow(row, memory); };
  tiles.panelPointer = [&](Value panel) { return panelPointer(panel); };
  if (product.plan.tiles->sharedBytes)
    tiles.widening = product.widening;
  tiles.scratch = tileScratch;
  if (schedule.isSplit) {
    tiles.isFirst = b.compare(P::eq, pass, b.index(0));
    tiles.isLast = b.compare(P::eq, pass, b.sub(passes, 1));
  }
  tiles.store = [&](Value panel, Value row, Value sums) {
    auto store = [&] { storeTile(loadTileSums(panel, sums), row, panel); };
    if (product.isStored)
      b.ifThen(product.isStored(row), store);
    else
      store();
  };
  cpu::emitTilePass(b, tiles);
}

void PanelProductEmitter::emitTile(Value pass, Value panel, Value row) {
  SmallVector<Value> rows = tileRows(row), panels = tilePanels(panel);
  if (product.plan.unit == ProductUnit::I16Pairs) {
    emitPairTile(rows, panels);
    return;
  }
  MicroKernel kernel;
  kernel.rows = schedule.rows;
  kernel.panels = schedule.panels;
  kernel.unit = product.plan.unit;
  kernel.lhsElement =
      rowPacking ? rowPacking->getElement() : product.lhsElement;
  kernel.rhsElement =
      batchPanels && !widened ? product.rhsElement : b.getF32Type();
  kernel.lhsStride = rowPacking ? b.index(1) : product.lhsStride;
  if (kernel.unit == ProductUnit::U8Quads)
    kernel.lhsElement = kernel.rhsElement = b.getI32Type();
  SmallVector<SmallVector<Value>> described;
  if (rowPacking)
    kernel.rowPointers = [&](Value outer) {
      return llvm::map_to_vector(rows, [&](Value each) {
        return b.address(packedRow(each), rowPacking->getElement(),
                         b.mul(outer, innerSteps));
      });
    };
  else
    kernel.rowPointers = [&](Value outer) {
      return llvm::map_to_vector(described, [&](ArrayRef<Value> each) {
        return product.rowPointer(batch, each, outer);
      });
    };
  if (!rowPacking)
    for (Value each : rows)
      described.push_back(describedRow(each));
  kernel.innerSize = innerSteps;
  limitReduction(pass, kernel.outerFrom, kernel.outerTo, kernel.innerFrom,
                 kernel.innerTo);
  for (auto [i, each] : llvm::enumerate(panels))
    kernel.panelPointers.push_back(widened ? widenedPointer(kernel, i)
                                           : panelPointer(each));

  if (product.plan.parts > 1) {
    emitPartsTile(kernel, rows, panels);
    return;
  }
  // Panels of the module come from memory; packed ones are in the caches. The next ones must not drive the present ones out. Behind the only
  // tile of a row there are none.
  Value comingBytes = b.mul(b.mul(outerSteps, innerSteps),
                            schedule.panels * kPanel *
                                KernelBuilder::sizeBytes(kernel.rhsElement));
  bool isOnlyTile = KernelBuilder::known(countPanels()) == schedule.panels;
  if (batchPanels && !isOnlyTile &&
      KernelBuilder::known(comingBytes).value_or(0) <=
          getMachine(b.getLanes()).mostComingBytes)
    kernel.coming = comingPanels(kernel, panel, row);

  SmallVector<Value> accumulators = startSums(kernel, panels);
  int64_t lanes = b.getLanes();
  Type f32 = b.getF32Type();
  Value waiting = schedule.isSplit ? sumsOf(panel, row) : Value();
  if (schedule.isSplit)
    accumulators = b.ifElse(
        b.compare(P::eq, pass, b.index(0)), TypeRange(ValueRange(accumulators)),
        [&] { return accumulators; },
        [&] {
          SmallVector<Value> loaded;
          for (size_t i = 0; i < accumulators.size(); ++i)
            loaded.push_back(b.load(waiting, f32, b.index(i * lanes), lanes));
          return loaded;
        });
  accumulators = emitMicroKernel(b, kernel, accumulators);

  auto finish = [&] { storeTile(accumulators, rows, panels); };
  if (!schedule.isSplit) {
    finish();
    return;
  }
  b.ifThen(b.compare(P::eq, pass, b.sub(passes, 1)), finish, [&] {
    for (auto [i, value] : llvm::enumerate(accumulators))
      b.store(value, waiting, f32, b.index(i * lanes));
  });
}

void PanelProductEmitter::emitPairTile(ArrayRef<Value> rows,
                                       ArrayRef<Value> panels) {
  PairMicroKernel kernel;
  for (Value row : rows)
    kernel.rows.push_back(packedRow(row));
  for (Value panel : panels)
    kernel.panels.push_back(panelPointer(panel));
  // Those of one row come from memory.
  if (batchPanels && rows.size() == 1)
    for (Value panel : panels)
      kernel.coming.push_back(panelPointer(b.add(panel, schedule.panels)));
  kernel.panelElement = batchPanels
                            ? product.rhsElement
                            : QuadPacker::getElement(b, product.plan.unit);
  kernel.quads =
      b.ceilDiv(b.mul(product.extents.outer, product.extents.inner), kQuad);
  storeTile(emitPairMicroKernel(b, kernel), rows, panels);
}

void PanelProductEmitter::storeTile(ArrayRef<Value> sums, ArrayRef<Value> rows,
                                    ArrayRef<Value> panels) {
  int64_t vectors = kPanel / b.getLanes();
  SmallVector<Value> shares;
  if (rowShares)
    for (Value row : rows)
      shares.push_back(
          b.splat(b.load(rowShares, b.getI32Type(), b.sub(row, firstRow)),
                  b.getLanes()));
  for (auto [j, panel] : llvm::enumerate(panels)) {
    SmallVector<Value> ofPanel;
    for (size_t r = 0; r < rows.size(); ++r)
      for (int64_t v = 0; v < vectors; ++v) {
        Value sum = sums[(r * panels.size() + j) * vectors + v];
        ofPanel.push_back(
            rowShares ? arith::SubIOp::create(b, sum, shares[r]).getResult()
                      : sum);
      }
    Value column = b.mul(panel, kPanel);
    epilogue.store(ofPanel, rows, column,
                   countPanelColumns(b, product.extents.columns, column),
                   [&](Value at, const Lane &lane) {
                     return product.position(batch, at, lane);
                   });
  }
}

void PanelProductEmitter::emitPartsTile(MicroKernel &kernel,
                                        ArrayRef<Value> rows,
                                        ArrayRef<Value> panels) {
  const ProductExtents &extents = product.extents;
  Type f32 = b.getF32Type();
  int64_t lanes = b.getLanes(), width = schedule.panels * kPanel,
          tile = schedule.rows * width;
  if (!partSums)
    partSums = b.allocateStack(f32, product.plan.parts * tile);
  SmallVector<Value> first = kernel.panelPointers;
  Value partPanels = countPanels(),
        partElements =
            b.mul(computePanelElements(b, product.rhsElement,
                                       b.mul(extents.outer, extents.inner)),
                  partPanels);
  loop(b.index(0), b.index(product.plan.parts), 1, [&](Value part) {
    Value offset = b.mul(part, partElements);
    for (auto [pointer, ofFirst] : llvm::zip(kernel.panelPointers, first))
      pointer = b.address(ofFirst, product.rhsElement, offset);
    SmallVector<Value> sums =
        emitMicroKernel(b, kernel, makeZeroAccumulators(b, kernel));
    for (auto [i, value] : llvm::enumerate(sums))
      b.store(value, partSums, f32, b.add(b.mul(part, tile), i * lanes));
  });
  // The last of a few panels is repeated.
  Value count = b.mul(b.add(b.sub(panels.back(), panels.front()), 1), kPanel);
  if (holdsAtLeast(partPanels, schedule.blockPanels, schedule.panels))
    count = b.index(width);
  epilogue.storeParts(partSums, rows, b.mul(panels.front(), kPanel), width,
                      count, b.mul(partPanels, kPanel),
                      [&](Value row, const Lane &column) {
                        return product.position(batch, row, column);
                      });
}
} // namespace

ZeroPoint cpu::emitZeroPoint(KernelBuilder &b, KernelFrame &frame,
                             Value zeroPoint) {
  if (!zeroPoint)
    return {};
  return {ExpressionEmitter(b, frame, b.getLanes()).emit(zeroPoint, {})};
}

void cpu::emitTasksOfRows(KernelBuilder &b, KernelFrame &frame, Value ofRows,
                          function_ref<void(Value, Value)> body) {
  Value end = frame.getEnd();
  b.loopWhile(
      frame.getBegin(),
      [&](ValueRange task) { return b.compare(P::slt, task[0], end); },
      [&](ValueRange task) -> SmallVector<Value> {
        Value count =
            b.min(b.sub(end, task[0]), b.sub(ofRows, b.rem(task[0], ofRows)));
        body(task[0], count);
        return {b.add(task[0], count)};
      });
}

void cpu::emitPanelProduct(KernelBuilder &b, KernelFrame &frame,
                           Epilogue &epilogue, const PanelProduct &product) {
  auto emit = [&](const PanelProduct &each) {
    PanelProductEmitter(b, frame, epilogue, each).emit();
  };
  PanelProduct other = product;
  other.plan.tiles.reset();
  auto emitOther = [&] {
    if (!product.oneRow)
      return emit(other);
    PanelProduct one = other;
    one.plan.schedule = *product.oneRow;
    one.plan.widensPanels = false;
    one.extents.rows = b.index(1);
    b.ifThen(
        b.compare(P::eq, product.extents.rows, one.extents.rows),
        [&] { emit(one); }, [&] { emit(other); });
  };
  if (!product.plan.tiles)
    return emitOther();
  PanelProduct onTiles = product;
  onTiles.plan.schedule = product.plan.tileSchedule;
  if (product.plan.tiles->sharedBytes)
    onTiles.plan.packsPanels = false;
  if (product.plan.tiles->readsPanels &&
      product.plan.tiles->element == TileElement::BF16)
    onTiles.plan.unit = ProductUnit::BF16Pairs;
  auto emitOnTiles = [&] {
    configureTiles(b, getTileRows(onTiles.plan.schedule));
    if (!product.plan.slowTileSchedule)
      return emit(onTiles);
    PanelProduct slow = other;
    slow.plan.schedule = *product.plan.slowTileSchedule;
    b.ifThen(
        emitTileProbe(b, frame.getScratch()), [&] { emit(onTiles); },
        [&] {
          releaseTiles(b);
          emit(slow);
        });
  };
  Value isForTiles = ::isForTiles(b, *product.plan.tiles, product.extents.rows);
  if (product.plan.tiles->leastRows <= 1 || KernelBuilder::known(isForTiles))
    return emitOnTiles();
  b.ifThen(isForTiles, emitOnTiles, emitOther);
}
