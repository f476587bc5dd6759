// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the loops over groups.

#include "lib/Target/CPU/Kernel/QuantizedRows.h"
#include "lib/Target/CPU/Kernel/ByteProducts.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/TypeUtilities.h"

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

/// The largest sum of this many products of codes of 8 bits and i16 is below 2^31.
static constexpr int64_t kMostSummed = 512;

/// The parts of a row that share a scale as i16: groups, or equal parts of them; 0 where there are no such parts.
static int64_t choosePart(int64_t block, int64_t together, bool isWholeRow) {
  if (block <= kMostSummed)
    return block;
  if (isWholeRow)
    return kMostSummed / together * together;
  for (int64_t part = kMostSummed; part >= together; --part)
    if (block % part == 0 && part % together == 0)
      return part;
  return 0;
}

namespace {
class RowsEmitter {
public:
  RowsEmitter(KernelBuilder &b, KernelFrame &frame, Epilogue &epilogue,
              QuantizedPanels &panels, const QuantizedRows &product)
      : b(b), frame(frame), epilogue(epilogue), panels(panels),
        product(product), vectors(kPanel / b.getLanes()),
        block(panels.getBlock()), part(block) {
    int64_t wholePart =
        choosePart(block, panels.getTogether(),
                   KernelBuilder::known(panels.getSteps()) == block);
    // A row of f32 has more bits than i16.
    hasPairs =
        panels.isInteger() && product.lhsElement.isBF16() && wholePart > 0;
    if (hasPairs)
      part = wholePart;
  }

  void emit();

private:
  /// Rows as f32, or as i16 with a scale for each part, and the sums of parts.
  void convertRows();
  void widenPart(int64_t row, Value number, Value first, Value end);
  void roundPart(int64_t row, Value number, Value first, Value end);

  // A row's scratch: its elements, then for each part a scale and a sum.
  Value rowAt(int64_t row) {
    return b.address(frame.getScratch(), b.getF32Type(),
                     b.mul(countRowFloats(), row));
  }
  Value countElements() { return b.add(panels.getSteps(), kRound); }
  Value countRowFloats() {
    return b.add(countElements(), b.mul(countParts(), 2));
  }
  Value countParts() { return b.ceilDiv(panels.getSteps(), part); }
  Value scalesAt(int64_t row) {
    return b.address(rowAt(row), b.getF32Type(), countElements());
  }
  Value sumsAt(int64_t row) {
    return b.address(scalesAt(row), b.getF32Type(), countParts());
  }

  void emitTask(ArrayRef<Value> some);
  /// The sums of codes times rows for steps [from, to) of one part, as f32 in the order [row][panel][vector].
  SmallVector<Value> sumPart(ArrayRef<Value> some, Value from, Value to);
  /// The same of a group: of all its parts.
  SmallVector<Value> sumGroup(ArrayRef<Value> some, Value from, Value to);
  /// The products of a round of steps, added to sums in several turns.
  void addRound(ArrayRef<Value> some, Value k, int64_t steps, int64_t turns,
                MutableArrayRef<Value> sums);
  /// The sum of a row over a group.
  Value loadGroupSum(int64_t row, Value group);
  int64_t countTotals(ArrayRef<Value> some) {
    return product.rows * static_cast<int64_t>(some.size()) * vectors;
  }
  Value makeZero(Type element) {
    Type type = b.withLanes(element, b.getLanes());
    return element.isF32() ? b.constant(type, 0) : b.constantInt(type, 0);
  }

  KernelBuilder &b;
  KernelFrame &frame;
  Epilogue &epilogue;
  QuantizedPanels &panels;
  const QuantizedRows &product;
  int64_t vectors, block, part;
  bool hasPairs = false;
};

void RowsEmitter::widenPart(int64_t row, Value number, Value first, Value end) {
  Type f32 = b.getF32Type();
  int64_t lanes = b.getLanes();
  Value from = product.rowPointer(row), to = rowAt(row),
        whole = b.add(first, b.mul(b.div(b.sub(end, first), lanes), lanes));
  auto move = [&](int64_t count) {
    return [&, count](Value k, ValueRange sum) -> SmallVector<Value> {
      Value x = b.load(from, product.lhsElement, k, count);
      b.store(x, to, f32, k);
      return {arith::AddFOp::create(b, sum[0], x)};
    };
  };
  Value many = b.loop(first, whole, lanes, makeZero(f32), move(lanes))[0];
  Value sum = vector::ReductionOp::create(b, vector::CombiningKind::ADD, many);
  b.store(b.loop(whole, end, 1, sum, move(1))[0], sumsAt(row), f32, number);
}

/// x = scale * i16, with the largest magnitude at 32,767. Of a part with an infinity or a NaN the scale is one, and the numbers are 0: so is what
/// they are multiplied to.
void RowsEmitter::roundPart(int64_t row, Value number, Value first, Value end) {
  Type f32 = b.getF32Type(), i16 = b.getI16Type();
  int64_t lanes = b.getLanes();
  Value from = product.rowPointer(row), to = rowAt(row),
        whole = b.add(first, b.mul(b.div(b.sub(end, first), lanes), lanes));
  auto over =
      [&](ArrayRef<Value> start,
          function_ref<SmallVector<Value>(Value, int64_t, ValueRange)> body) {
        SmallVector<Value> many = b.loop(first, whole, lanes, start[0],
                                         [&](Value k, ValueRange carried) {
                                           return body(k, lanes, carried);
                                         });
        return std::pair(many[0], [&, body](Value one) {
          return b.loop(whole, end, 1, one, [&](Value k, ValueRange carried) {
            return body(k, 1, carried);
          })[0];
        });
      };
  auto magnitude = [&](Value k, int64_t count,
                       ValueRange most) -> SmallVector<Value> {
    Value x =
        math::AbsFOp::create(b, b.load(from, product.lhsElement, k, count));
    return {arith::MaximumFOp::create(b, most[0], x)};
  };
  auto [most, withRest] = over({makeZero(f32)}, magnitude);
  Value largest = withRest(
      vector::ReductionOp::create(b, vector::CombiningKind::MAXIMUMF, most));
  Value infinity = b.constant(f32, INFINITY), zero = b.constant(f32, 0);
  Value isFinite = arith::CmpFOp::create(b, arith::CmpFPredicate::OLT, largest,
                                         infinity),
        isPositive =
            arith::CmpFOp::create(b, arith::CmpFPredicate::OGT, largest, zero);
  constexpr double kLargest = 32767;
  Value inverse = b.select(
      arith::AndIOp::create(b, isFinite, isPositive),
      arith::DivFOp::create(b, b.constant(f32, kLargest), largest), zero);
  auto round = [&](Value k, int64_t count,
                   ValueRange sum) -> SmallVector<Value> {
    Value x = b.load(from, product.lhsElement, k, count),
          safe = arith::SelectOp::create(b, b.splat(isFinite, count), x,
                                         b.constant(x.getType(), 0)),
          scaled = math::RoundEvenOp::create(
              b, arith::MulFOp::create(b, safe, b.splat(inverse, count))),
          whole = arith::FPToSIOp::create(b, b.withLanes(b.getI32Type(), count),
                                          scaled);
    b.store(arith::TruncIOp::create(b, b.withLanes(i16, count), whole), to, i16,
            k);
    return {arith::AddFOp::create(b, sum[0], scaled)};
  };
  auto [sums, withOthers] = over({makeZero(f32)}, round);
  Value sum = withOthers(
      vector::ReductionOp::create(b, vector::CombiningKind::ADD, sums));
  Value scale = arith::DivFOp::create(b, largest, b.constant(f32, kLargest));
  b.store(scale, scalesAt(row), f32, number);
  b.store(arith::MulFOp::create(b, sum, scale), sumsAt(row), f32, number);
}

void RowsEmitter::convertRows() {
  for (int64_t row = 0; row < product.rows; ++row)
    b.loop(b.index(0), countParts(), 1, [&](Value number) {
      Value first = b.mul(number, part),
            end = b.min(b.add(first, part), panels.getSteps());
      hasPairs ? roundPart(row, number, first, end)
               : widenPart(row, number, first, end);
    });
}

void RowsEmitter::addRound(ArrayRef<Value> some, Value k, int64_t steps,
                           int64_t turns, MutableArrayRef<Value> sums) {
  Type f32 = b.getF32Type(), i32 = b.getI32Type();
  int64_t lanes = b.getLanes(), count = countTotals(some);
  for (int64_t i = 0; i < steps; i += panels.getTogether()) {
    Value step = b.add(k, i);
    for (auto [p, panel] : llvm::enumerate(some))
      for (int64_t v = 0; v < vectors; ++v) {
        SmallVector<Value> codes =
            hasPairs ? panels.loadPairs(panel, step, v * lanes)
                     : panels.loadCodes(panel, step, v * lanes);
        for (auto [j, code] : llvm::enumerate(codes))
          for (int64_t row = 0; row < product.rows; ++row) {
            int64_t at =
                (row * static_cast<int64_t>(some.size()) + p) * vectors + v;
            int64_t turn =
                (i / (hasPairs ? 2 : 1) + static_cast<int64_t>(j)) % turns;
            Value &sum = sums[turn * count + at];
            if (hasPairs) {
              Value pair = b.load(rowAt(row), i32, b.add(b.div(step, 2), j));
              sum = addPairProducts(b, b.splat(pair, lanes), code, sum,
                                    product.hasWideRegisters);
            } else {
              Value x = b.load(rowAt(row), f32, b.add(step, j));
              sum = vector::FMAOp::create(b, code, b.splat(x, lanes), sum);
            }
          }
      }
  }
}

SmallVector<Value> RowsEmitter::sumPart(ArrayRef<Value> some, Value from,
                                        Value to) {
  int64_t count = countTotals(some), together = panels.getTogether(),
          steps = std::max(kRound, together),
          turns = std::max<int64_t>(1, kSums / count);
  Type element = hasPairs ? Type(b.getI32Type()) : Type(b.getF32Type());
  SmallVector<Value> zeros(count * turns, makeZero(element));
  auto rounds = [&](Value begin, Value end, int64_t size, ValueRange sums) {
    return b.loop(begin, end, size, sums, [&](Value k, ValueRange carried) {
      SmallVector<Value> next(carried);
      for (Value panel : some)
        for (int64_t byte = 0;
             size == steps && byte < size * panels.getStepBits() / 8;
             byte += 64)
          LLVM::Prefetch::create(b,
                                 b.address(panels.addressOf(panel, k),
                                           b.getI8Type(),
                                           b.index(kBytesAhead + byte)),
                                 /*rw=*/0, /*hint=*/3, /*cache=*/1);
      addRound(some, k, size, turns, next);
      return next;
    });
  };
  Value middle = b.add(from, b.mul(b.div(b.sub(to, from), steps), steps));
  SmallVector<Value> sums = rounds(from, middle, steps, zeros);
  if (steps != together)
    sums = rounds(middle, to, together, sums);
  SmallVector<Value> joined(sums.begin(), sums.begin() + count);
  for (int64_t i = count; i < count * turns; ++i)
    joined[i % count] =
        hasPairs
            ? arith::AddIOp::create(b, joined[i % count], sums[i]).getResult()
            : arith::AddFOp::create(b, joined[i % count], sums[i]).getResult();
  if (!hasPairs)
    return joined;
  Value number = b.div(from, part);
  int64_t ofRow = count / product.rows;
  for (auto [i, sum] : llvm::enumerate(joined)) {
    Value scale = b.load(scalesAt(static_cast<int64_t>(i) / ofRow),
                         b.getF32Type(), number);
    sum = arith::MulFOp::create(
        b, b.splat(scale, b.getLanes()),
        arith::SIToFPOp::create(b, b.withLanes(b.getF32Type(), b.getLanes()),
                                sum));
  }
  return joined;
}

SmallVector<Value> RowsEmitter::sumGroup(ArrayRef<Value> some, Value from,
                                         Value to) {
  if (part == block)
    return sumPart(some, from, to);
  SmallVector<Value> zeros(countTotals(some), makeZero(b.getF32Type()));
  return b.loop(from, to, part, zeros, [&](Value first, ValueRange carried) {
    SmallVector<Value> sums =
        sumPart(some, first, b.min(b.add(first, part), to));
    for (auto [sum, before] : llvm::zip(sums, carried))
      sum = arith::AddFOp::create(b, sum, before);
    return sums;
  });
}

Value RowsEmitter::loadGroupSum(int64_t row, Value group) {
  Type f32 = b.getF32Type();
  if (part == block)
    return b.load(sumsAt(row), f32, group);
  Value first = b.div(b.mul(group, block), part),
        end = b.min(b.div(b.mul(b.add(group, 1), block), part), countParts());
  if (KernelBuilder::known(panels.getSteps()) == block)
    end = countParts();
  return b.loop(first, end, 1, b.constant(f32, 0),
                [&](Value number, ValueRange sum) -> SmallVector<Value> {
                  return {arith::AddFOp::create(
                      b, sum[0], b.load(sumsAt(row), f32, number))};
                })[0];
}

void RowsEmitter::emitTask(ArrayRef<Value> some) {
  int64_t lanes = b.getLanes();
  SmallVector<Value> totals;
  if (!panels.hasScales()) {
    totals = sumGroup(some, b.index(0), panels.getSteps());
  } else {
    SmallVector<Value> zeros(countTotals(some), makeZero(b.getF32Type()));
    totals = b.loop(
        b.index(0), b.ceilDiv(panels.getSteps(), block), 1, zeros,
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
                int64_t at =
                    (row * static_cast<int64_t>(some.size()) + p) * vectors + v;
                next[at] = vector::FMAOp::create(b, sums[at], scales, next[at]);
                if (offsets)
                  next[at] = vector::FMAOp::create(
                      b, offsets, b.splat(loadGroupSum(row, group), lanes),
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
        ofPanel.push_back(
            totals[(row * static_cast<int64_t>(some.size()) + p) * vectors +
                   v]);
    Value column = b.mul(panel, kPanel);
    epilogue.store(ofPanel, rows, column,
                   countPanelColumns(b, product.columns, column),
                   product.position);
  }
}

void RowsEmitter::emit() {
  convertRows();
  Value count = b.ceilDiv(product.columns, kPanel);
  int64_t sideBySide =
      std::min(kSideBySide, KernelBuilder::known(count).value_or(1));
  b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
    // The last pair overlaps the one before where panels are odd.
    Value first =
        b.min(b.mul(task, kSideBySide), b.sub(count, b.index(sideBySide)));
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
                                   const QuantizedWeight &weight) {
  Type element = getElementTypeOrSelf(weight.codes.getType());
  int64_t together = getCodesTogether(element.getIntOrFloatBitWidth()),
          block = weight.block ? weight.block : kMostSummed,
          part = choosePart(block, together, /*isWholeRow=*/true);
  // No part is smaller than those of a group that is no whole row.
  if (int64_t ofGroup = choosePart(block, together, /*isWholeRow=*/false))
    part = std::min(part, ofGroup);
  Value parts = b.ceilDiv(depth, part);
  return b.mul(b.mul(b.add(b.add(depth, kRound), b.mul(parts, 2)), rows), 4);
}
