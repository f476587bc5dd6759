// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the loops over kept steps.

#include "lib/Target/CPU/Kernel/SparsePanels.h"
#include "lib/Analysis/PrunedWeight.h"
#include "lib/Target/CPU/Kernel/RegisterTranspose.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

static_assert(kPanel == kKeptColumns, "a panel's steps were counted");

static constexpr int64_t kLineBytes = 64;
/// Steps of a round; kept steps are a multiple.
static constexpr int64_t kRound = kKeptMultiple;
/// More rows are packed.
static constexpr int64_t kMostDirectRows = 4;
/// How far ahead weights are fetched that are read once; the processor's own prefetch ends at a page.
static constexpr int64_t kBytesAhead = 2048;
/// Of packed rows, whose lines are read in no order that the processor could foresee.
static constexpr int64_t kStepsAhead = 8;

/// Rows of a tile: what the registers leave beside a panel's line and a row's element.
static int64_t getMostTileRows(int64_t lanes) { return lanes == 16 ? 16 : 6; }

int64_t cpu::getSparseLinesOffset(int64_t kept) {
  return llvm::alignTo((kept + kStepsAhead) * 4, kLineBytes);
}

int64_t cpu::computeSparsePanelBytes(int64_t kept, int64_t elementBytes) {
  return getSparseLinesOffset(kept) +
         llvm::alignTo(kept * kPanel * elementBytes, kLineBytes);
}

Schedule cpu::chooseSparseSchedule(const ProductSizes &sizes, int64_t lanes) {
  // Packed rows stay in half of the second-level cache.
  constexpr int64_t kMostBytes = 512 << 10, kMostBlockRows = 128;
  const Machine &machine = getMachine(lanes);
  int64_t panels = llvm::divideCeil(sizes.columns, kPanel),
          rows = std::max<int64_t>(1, ShapedType::isDynamic(sizes.rows)
                                          ? machine.typicalRows
                                          : sizes.rows);
  Schedule schedule;
  int64_t tiles = llvm::divideCeil(rows, getMostTileRows(lanes)),
          mostTiles = std::max<int64_t>(
              1, std::min(kMostBlockRows / lanes,
                          kMostBytes / (sizes.inner * lanes * 4))),
          blocks = llvm::divideCeil(tiles, mostTiles);
  schedule.rows = ShapedType::isDynamic(sizes.rows)
                      ? getMostTileRows(lanes)
                      : llvm::divideCeil(rows, tiles);
  schedule.panels = 1;
  schedule.blockRows = llvm::divideCeil(tiles, blocks) * schedule.rows;
  int64_t wanted = std::max<int64_t>(1, machine.tasks / blocks);
  schedule.blockPanels = std::max<int64_t>(1, llvm::divideCeil(panels, wanted));
  schedule.chunk = sizes.inner;
  schedule.isSplit = false;
  return schedule;
}

namespace {
class SparsePanelsEmitter {
public:
  SparsePanelsEmitter(KernelBuilder &b, KernelFrame &frame, Epilogue &epilogue,
                      const PanelProduct &product, const SparseWeight &weight)
      : b(b), frame(frame), epilogue(epilogue), product(product),
        weight(weight), schedule(product.plan.schedule),
        steps(product.extents.inner),
        panels(countPanels(b, product.extents, /*parts=*/1)) {}

  void emit();

private:
  /// The element of row number `row` of a tile at the step for which `place` was computed, as f32. Of packed rows the place is an address.
  struct RowReader {
    bool isPacked = false;
    std::function<Value(Value step)> place;
    std::function<Value(Value place, int64_t row)> load;
  };

  void emitDirect(int64_t rows);
  void emitPacked();
  void packTile(ArrayRef<Value> rows, Value memory);
  /// The sums of a tile of `rows` rows and a panel, in the order [row][vector].
  SmallVector<Value> sumTile(int64_t rows, Value panel, const RowReader &reader,
                             bool isReadOnce);
  /// As many weights as a vector has from `place` on, as f32.
  Value loadLine(Value lines, Value place) {
    Value line = b.load(lines, weight.values.element, place, b.getLanes());
    return weight.scales
               ? arith::SIToFPOp::create(
                     b, b.withLanes(b.getF32Type(), b.getLanes()), line)
                     .getResult()
               : line;
  }
  void store(ArrayRef<Value> sums, ArrayRef<Value> rows, Value panel);
  Value rowPointer(Value row) {
    SmallVector<Value> described{row};
    if (product.describeRow)
      described = product.describeRow(row);
    return product.rowPointer(b.index(0), described, b.index(0));
  }
  /// Where tile `number` of a block is packed.
  Value tileAt(Value number) {
    return b.address(frame.getScratch(), b.getF32Type(),
                     b.mul(number, b.mul(steps, b.getLanes())));
  }

  KernelBuilder &b;
  KernelFrame &frame;
  Epilogue &epilogue;
  const PanelProduct &product;
  const SparseWeight &weight;
  const Schedule &schedule;
  Value steps, panels;
};

/// The number of kept step `place`.
Value loadStep(KernelBuilder &b, Value numbers, Value place) {
  return arith::ExtUIOp::create(b, b.getI64Type(),
                                b.load(numbers, b.getI32Type(), place));
}

SmallVector<Value> SparsePanelsEmitter::sumTile(int64_t rows, Value panel,
                                                const RowReader &reader,
                                                bool isReadOnce) {
  int64_t lanes = b.getLanes(), vectors = kPanel / lanes,
          count = rows * vectors, turns = countTurns(count),
          lineBytes = kPanel * KernelBuilder::sizeBytes(weight.values.element);
  int64_t panelBytes = computeSparsePanelBytes(
      weight.kept, KernelBuilder::sizeBytes(weight.values.element));
  Value numbers = b.address(weight.values.pointer, b.getI8Type(),
                            b.mul(panel, panelBytes)),
        lines = b.address(numbers, b.getI8Type(),
                          b.index(getSparseLinesOffset(weight.kept)));
  Value zero = b.constant(b.withLanes(b.getF32Type(), lanes), 0);
  SmallVector<Value> zeros(count * turns, zero);
  SmallVector<Value> sums = b.loop(
      b.index(0), b.index(weight.kept), kRound, zeros,
      [&](Value first, ValueRange carried) {
        SmallVector<Value> next(carried);
        if (isReadOnce)
          for (int64_t byte = 0; byte < kRound * lineBytes; byte += kLineBytes)
            LLVM::Prefetch::create(
                b,
                b.address(lines, b.getI8Type(),
                          b.add(b.mul(first, lineBytes), kBytesAhead + byte)),
                /*rw=*/0, /*hint=*/3, /*cache=*/1);
        if (reader.isPacked)
          for (int64_t i = 0; i < kRound; ++i)
            LLVM::Prefetch::create(
                b,
                reader.place(
                    loadStep(b, numbers, b.add(first, kStepsAhead + i))),
                /*rw=*/0, /*hint=*/3, /*cache=*/1);
        for (int64_t i = 0; i < kRound; ++i) {
          Value at = b.add(first, i),
                place = reader.place(loadStep(b, numbers, at));
          SmallVector<Value> line;
          for (int64_t v = 0; v < vectors; ++v)
            line.push_back(
                loadLine(lines, b.add(b.mul(at, kPanel), v * lanes)));
          for (int64_t row = 0; row < rows; ++row) {
            Value x = b.splat(reader.load(place, row), lanes);
            for (int64_t v = 0; v < vectors; ++v) {
              Value &sum = next[i % turns * count + row * vectors + v];
              sum = vector::FMAOp::create(b, x, line[v], sum);
            }
          }
        }
        return next;
      });
  SmallVector<Value> joined = joinTurns(b, sums, count);
  if (weight.scales)
    for (int64_t v = 0; v < vectors; ++v) {
      Value scales = b.load(weight.scales->pointer, weight.scales->element,
                            b.add(b.mul(panel, kPanel), v * lanes), lanes);
      for (int64_t row = 0; row < rows; ++row) {
        Value &sum = joined[row * vectors + v];
        sum = arith::MulFOp::create(b, sum, scales);
      }
    }
  return joined;
}

void SparsePanelsEmitter::store(ArrayRef<Value> sums, ArrayRef<Value> rows,
                                Value panel) {
  Value column = b.mul(panel, kPanel);
  epilogue.store(sums, rows, column,
                 countPanelColumns(b, product.extents.columns, column),
                 [&](Value row, const Lane &lane) {
                   return product.position(b.index(0), row, lane);
                 });
}

void SparsePanelsEmitter::emitDirect(int64_t rows) {
  SmallVector<Value> numbers, pointers;
  for (int64_t row = 0; row < rows; ++row) {
    numbers.push_back(b.index(row));
    pointers.push_back(rowPointer(numbers.back()));
  }
  RowReader reader;
  reader.place = [&](Value step) { return b.mul(step, product.lhsStride); };
  reader.load = [&](Value place, int64_t row) {
    return b.load(pointers[row], product.lhsElement, place);
  };
  Value end = b.min(b.mul(frame.getEnd(), schedule.blockPanels), panels);
  b.loop(b.mul(frame.getBegin(), schedule.blockPanels), end, 1,
         [&](Value panel) {
           store(sumTile(rows, panel, reader, /*isReadOnce=*/true), numbers,
                 panel);
         });
}

void SparsePanelsEmitter::packTile(ArrayRef<Value> rows, Value memory) {
  int64_t lanes = b.getLanes();
  Type f32 = b.getF32Type();
  SmallVector<Value> pointers =
      llvm::map_to_vector(rows, [&](Value row) { return rowPointer(row); });
  Value whole = b.index(0);
  if (KernelBuilder::known(product.lhsStride) == 1) {
    whole = b.mul(b.div(steps, lanes), lanes);
    b.loop(b.index(0), whole, lanes, [&](Value step) {
      SmallVector<Value> square;
      for (Value pointer : pointers)
        square.push_back(b.load(pointer, product.lhsElement, step, lanes));
      // What is behind the last row is not read.
      square.resize(lanes, square.back());
      for (auto [i, column] : llvm::enumerate(emitRegisterTranspose(b, square)))
        b.store(column, memory, f32,
                b.mul(b.add(step, static_cast<int64_t>(i)), lanes));
    });
  }
  b.loop(whole, steps, 1, [&](Value step) {
    for (auto [i, pointer] : llvm::enumerate(pointers))
      b.store(
          b.load(pointer, product.lhsElement, b.mul(step, product.lhsStride)),
          memory, f32, b.add(b.mul(step, lanes), static_cast<int64_t>(i)));
  });
}

void SparsePanelsEmitter::emitPacked() {
  Value ofRows = b.ceilDiv(panels, schedule.blockPanels);
  emitTasksOfRows(b, frame, ofRows, [&](Value task, Value count) {
    Value inRow = b.rem(task, ofRows),
          firstPanel = b.mul(inRow, schedule.blockPanels),
          endPanel = b.min(
              b.add(firstPanel, b.mul(count, schedule.blockPanels)), panels),
          firstRow = b.mul(b.div(task, ofRows), schedule.blockRows),
          endRow =
              b.min(b.add(firstRow, schedule.blockRows), product.extents.rows);
    // A tile at the end repeats its last row.
    auto tileRows = [&](Value first) {
      SmallVector<Value> rows;
      for (int64_t row = 0; row < schedule.rows; ++row)
        rows.push_back(b.min(b.add(first, row), b.sub(endRow, 1)));
      return rows;
    };
    auto overTiles = [&](function_ref<void(ArrayRef<Value>, Value)> body) {
      b.loop(firstRow, endRow, schedule.rows, [&](Value first) {
        body(tileRows(first),
             tileAt(b.div(b.sub(first, firstRow), schedule.rows)));
      });
    };
    overTiles([&](ArrayRef<Value> rows, Value tile) { packTile(rows, tile); });
    b.loop(firstPanel, endPanel, 1, [&](Value panel) {
      overTiles([&](ArrayRef<Value> rows, Value tile) {
        RowReader reader;
        reader.isPacked = true;
        reader.place = [&](Value step) {
          return b.address(tile, b.getF32Type(), b.mul(step, b.getLanes()));
        };
        reader.load = [&](Value place, int64_t row) {
          return b.load(place, b.getF32Type(), b.index(row));
        };
        store(sumTile(schedule.rows, panel, reader,
                      /*isReadOnce=*/schedule.blockRows == schedule.rows),
              rows, panel);
      });
    });
  });
}

void SparsePanelsEmitter::emit() {
  std::optional<int64_t> rows = KernelBuilder::known(product.extents.rows);
  if (rows && *rows <= kMostDirectRows)
    emitDirect(*rows);
  else if (rows)
    emitPacked();
  else
    b.ifThen(
        b.compare(P::eq, product.extents.rows, b.index(1)),
        [&] { emitDirect(1); }, [&] { emitPacked(); });
}
} // namespace

void cpu::emitSparsePanels(KernelBuilder &b, KernelFrame &frame,
                           Epilogue &epilogue, const PanelProduct &product,
                           const SparseWeight &weight) {
  SparsePanelsEmitter(b, frame, epilogue, product, weight).emit();
}

Value cpu::computeSparseScratch(KernelBuilder &b, const ProductExtents &extents,
                                const Schedule &schedule, int64_t lanes) {
  int64_t tiles = llvm::divideCeil(schedule.blockRows, schedule.rows);
  return b.mul(extents.inner, tiles * lanes * 4);
}

Value cpu::computeSparseCost(KernelBuilder &b, const ProductExtents &extents,
                             int64_t kept) {
  ProductExtents without = extents;
  without.inner = b.index(kept);
  return computeProductCost(b, without);
}
