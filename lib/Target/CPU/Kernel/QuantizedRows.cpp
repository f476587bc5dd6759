// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the loops over groups.

#include "lib/Target/CPU/Kernel/QuantizedRows.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// Panels that a task goes through side by side.
static constexpr int64_t kSideBySide = 2;
/// Steps of a round, and sums that take turns in it: each would wait for the one before.
static constexpr int64_t kRound = 8;
static constexpr int64_t kSums = 8;
/// How far ahead codes are fetched; the processor's own prefetch ends at a page.
static constexpr int64_t kBytesAhead = 2048;

namespace {
class RowsEmitter {
public:
  RowsEmitter(KernelBuilder &b, KernelFrame &frame, Epilogue &epilogue,
              QuantizedPanels &panels, const QuantizedRows &product)
      : b(b), frame(frame), epilogue(epilogue), panels(panels),
        product(product), vectors(kPanel / b.getLanes()) {}

  void emit();

private:
  void widenRows();
  Value rowAt(int64_t row) {
    return b.address(frame.getScratch(), b.getF32Type(),
                     b.mul(b.add(panels.getSteps(), kRound), row));
  }
  /// Sums of row `row` over the groups.
  Value groupSumsAt(int64_t row) {
    Value rows = b.mul(b.add(panels.getSteps(), kRound), product.rows),
          groups = countGroups();
    return b.address(frame.getScratch(), b.getF32Type(),
                     b.add(rows, b.mul(groups, row)));
  }
  Value countGroups() {
    return b.ceilDiv(panels.getSteps(), panels.getBlock());
  }
  void emitTask(ArrayRef<Value> some);
  /// The sums of codes times rows for steps [from, to), in the order [row][panel][vector].
  SmallVector<Value> sumGroup(ArrayRef<Value> some, Value from, Value to);
  int64_t countTotals(ArrayRef<Value> some) {
    return product.rows * static_cast<int64_t>(some.size()) * vectors;
  }

  KernelBuilder &b;
  KernelFrame &frame;
  Epilogue &epilogue;
  QuantizedPanels &panels;
  const QuantizedRows &product;
  int64_t vectors;
};

/// Rows as f32 behind each other, and their sums over groups where codes have an offset.
void RowsEmitter::widenRows() {
  Type f32 = b.getF32Type();
  int64_t lanes = b.getLanes(), block = panels.getBlock();
  for (int64_t row = 0; row < product.rows; ++row) {
    Value from = product.rowPointer(row), to = rowAt(row), sums = groupSumsAt(row);
    b.loop(b.index(0), countGroups(), 1, [&](Value group) {
      Value first = b.mul(group, block),
            end = b.min(b.add(first, block), panels.getSteps()),
            whole = b.add(first, b.mul(b.div(b.sub(end, first), lanes), lanes));
      Value zeros = b.constant(b.withLanes(f32, lanes), 0);
      Value many = b.loop(first, whole, lanes, zeros,
                          [&](Value k, ValueRange sum) -> SmallVector<Value> {
                            Value x = b.load(from, product.lhsElement, k, lanes);
                            b.store(x, to, f32, k);
                            return {arith::AddFOp::create(b, sum[0], x)};
                          })[0];
      Value sum = vector::ReductionOp::create(b, vector::CombiningKind::ADD,
                                              many);
      sum = b.loop(whole, end, 1, sum,
                   [&](Value k, ValueRange sum) -> SmallVector<Value> {
                     Value x = b.load(from, product.lhsElement, k);
                     b.store(x, to, f32, k);
                     return {arith::AddFOp::create(b, sum[0], x)};
                   })[0];
      b.store(sum, sums, f32, group);
    });
  }
}

SmallVector<Value> RowsEmitter::sumGroup(ArrayRef<Value> some, Value from,
                                         Value to) {
  Type f32 = b.getF32Type();
  int64_t lanes = b.getLanes(), count = countTotals(some),
          turns = std::max<int64_t>(1, kSums / count);
  SmallVector<Value> zeros(count * turns,
                           b.constant(b.withLanes(f32, lanes), 0));
  auto rounds = [&](Value begin, Value end, int64_t steps, ValueRange sums) {
    return b.loop(begin, end, steps, sums, [&](Value k, ValueRange carried) {
      SmallVector<Value> next(carried);
      if (steps == kRound)
        for (Value panel : some)
          for (int64_t byte = 0; byte < steps * panels.getStepBits() / 8;
               byte += 64)
            LLVM::Prefetch::create(
                b,
                b.address(panels.addressOf(panel, k), b.getI8Type(),
                          b.index(kBytesAhead + byte)),
                /*rw=*/0, /*hint=*/3, /*cache=*/1);
      for (int64_t i = 0; i < steps; i += panels.getTogether()) {
        Value step = b.add(k, i);
        for (auto [p, panel] : llvm::enumerate(some))
          for (int64_t v = 0; v < vectors; ++v)
            for (auto [j, code] :
                 llvm::enumerate(panels.loadCodes(panel, step, v * lanes)))
              for (int64_t row = 0; row < product.rows; ++row) {
                Value x = b.splat(
                    b.load(rowAt(row), f32, b.add(step, j)), lanes);
                int64_t at = (row * some.size() + p) * vectors + v,
                        turn = (i + j) % turns;
                Value &sum = next[turn * count + at];
                sum = vector::FMAOp::create(b, code, x, sum);
              }
      }
      return next;
    });
  };
  Value middle = b.add(from, b.mul(b.div(b.sub(to, from), kRound), kRound));
  SmallVector<Value> sums = rounds(from, middle, kRound, zeros);
  sums = rounds(middle, to, panels.getTogether(), sums);
  SmallVector<Value> joined(sums.begin(), sums.begin() + count);
  for (int64_t i = count; i < count * turns; ++i)
    joined[i % count] = arith::AddFOp::create(b, joined[i % count], sums[i]);
  return joined;
}

void RowsEmitter::emitTask(ArrayRef<Value> some) {
  int64_t lanes = b.getLanes(), block = panels.getBlock();
  Type f32 = b.getF32Type();
  SmallVector<Value> totals;
  if (!panels.hasScales()) {
    totals = sumGroup(some, b.index(0), panels.getSteps());
  } else {
    SmallVector<Value> zeros(countTotals(some),
                             b.constant(b.withLanes(f32, lanes), 0));
    totals = b.loop(
        b.index(0), countGroups(), 1, zeros,
        [&](Value group, ValueRange carried) {
          Value from = b.mul(group, block),
                to = b.min(b.add(from, block), panels.getSteps());
          SmallVector<Value> sums = sumGroup(some, from, to), next(carried);
          for (auto [p, panel] : llvm::enumerate(some))
            for (int64_t v = 0; v < vectors; ++v) {
              Value scales = panels.loadScales(panel, group, v * lanes),
                    offsets =
                        panels.loadOffsets(panel, group, v * lanes, scales);
              for (int64_t row = 0; row < product.rows; ++row) {
                int64_t at = (row * some.size() + p) * vectors + v;
                next[at] =
                    vector::FMAOp::create(b, sums[at], scales, next[at]);
                if (offsets)
                  next[at] = vector::FMAOp::create(
                      b, offsets,
                      b.splat(b.load(groupSumsAt(row), f32, group), lanes),
                      next[at]);
              }
            }
          return next;
        });
  }
  SmallVector<Value> rows;
  for (int64_t row = 0; row < product.rows; ++row)
    rows.push_back(b.index(row));
  for (auto [p, panel] : llvm::enumerate(some)) {
    SmallVector<Value> ofPanel;
    for (int64_t row = 0; row < product.rows; ++row)
      for (int64_t v = 0; v < vectors; ++v)
        ofPanel.push_back(totals[(row * some.size() + p) * vectors + v]);
    Value column = b.mul(panel, kPanel);
    std::optional<int64_t> known = KernelBuilder::known(product.columns);
    Value count = known && *known % kPanel == 0
                      ? b.index(kPanel)
                      : b.min(b.sub(product.columns, column), b.index(kPanel));
    epilogue.store(ofPanel, rows, column, count, product.position);
  }
}

void RowsEmitter::emit() {
  widenRows();
  Value count = b.ceilDiv(product.columns, kPanel);
  int64_t sideBySide =
      std::min(kSideBySide, KernelBuilder::known(count).value_or(1));
  b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
    // The last pair overlaps the one before where panels are odd.
    Value first = b.min(b.mul(task, kSideBySide),
                        b.sub(count, b.index(sideBySide)));
    SmallVector<Value> some;
    for (int64_t i = 0; i < sideBySide; ++i)
      some.push_back(b.add(first, i));
    emitTask(some);
  });
}
} // namespace

void cpu::emitQuantizedRows(KernelBuilder &b, KernelFrame &frame,
                            Epilogue &epilogue, QuantizedPanels &panels,
                            const QuantizedRows &product) {
  RowsEmitter(b, frame, epilogue, panels, product).emit();
}

Value cpu::countQuantizedTasks(KernelBuilder &b, Value columns) {
  return b.ceilDiv(b.ceilDiv(columns, kPanel), kSideBySide);
}

Value cpu::computeQuantizedScratch(KernelBuilder &b, int64_t rows, Value depth,
                                   int64_t block) {
  Value groups = b.ceilDiv(depth, std::max<int64_t>(1, block));
  return b.mul(b.mul(b.add(b.add(depth, kRound), groups), rows), 4);
}
