// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the register tile.

#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "lib/Target/CPU/Kernel/ByteProducts.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// Steps of k in a round of the inner loop: hides the loop's own instructions.
static constexpr int64_t kUnroll = 4;
/// How many steps of k the present panels are fetched ahead into the first-level cache: 2 KiB of a panel.
static constexpr int64_t kStepsAhead = 32;

Value cpu::computeQuadPanelBytes(KernelBuilder &b, Value steps) {
  return b.add(b.mul(b.ceilDiv(steps, kQuad), kQuadLineBytes), kPanel * 4);
}

Value cpu::computePanelElements(KernelBuilder &b, Type element, Value steps) {
  if (element.isInteger(8))
    return computeQuadPanelBytes(b, steps);
  if (element.isBF16())
    steps = b.mul(b.ceilDiv(steps, 2), 2);
  return b.mul(steps, kPanel);
}

/// The numbers in one half of each word, moved to the upper half by `shift` bits.
static Value widenHalf(KernelBuilder &b, Value words, Value shift) {
  Type type = words.getType();
  Value moved = arith::ShLIOp::create(b, words, shift),
        bits = arith::AndIOp::create(b, moved,
                                     b.constantInt(type, -(int64_t(1) << 16)));
  return arith::BitcastOp::create(
      b, cast<VectorType>(type).clone(b.getF32Type()), bits);
}

static Value loadWords(KernelBuilder &b, Value panel, Value pair,
                       int64_t column) {
  return b.load(panel, b.getI32Type(), b.add(b.mul(pair, kPanel), column),
                b.getLanes());
}

SmallVector<Value> cpu::loadPanelLines(KernelBuilder &b, Value panel,
                                       Type element, Value step,
                                       int64_t column) {
  if (!element.isBF16())
    return {b.load(panel, element, b.add(b.mul(step, kPanel), column),
                   b.getLanes())};
  Value words = loadWords(b, panel, b.div(step, 2), column);
  auto shift = [&](int64_t bits) {
    return b.constantInt(words.getType(), bits);
  };
  return {widenHalf(b, words, shift(16)), widenHalf(b, words, shift(0))};
}

int64_t cpu::countAccumulators(KernelBuilder &b, const MicroKernel &kernel) {
  return kernel.rows * kernel.panels * (kPanel / b.getLanes());
}

SmallVector<Value> cpu::makeZeroAccumulators(KernelBuilder &b,
                                             const MicroKernel &kernel) {
  Value zero =
      b.constant(b.withLanes(getSumElement(b, kernel.unit), b.getLanes()), 0);
  return SmallVector<Value>(countAccumulators(b, kernel), zero);
}

namespace {
/// Where a round of the inner loop reads.
struct Operands {
  SmallVector<Value> rows, panels;
  /// Of panels of pairs: 1 where the round begins with the second step of one, else 0.
  Value half;
};

/// A hint to read the line at `address`; `locality` is 3 for the first-level cache, 2 for the second.
void prefetch(KernelBuilder &b, Value address, int locality) {
  LLVM::Prefetch::create(b, address, /*rw=*/0, /*hint=*/locality, /*cache=*/1);
}

void prefetchPresent(KernelBuilder &b, const MicroKernel &kernel,
                     ArrayRef<Value> panels) {
  for (Value panel : panels)
    for (int64_t step = 0; step < kUnroll; ++step)
      prefetch(b,
               b.address(panel, kernel.rhsElement,
                         b.index((kStepsAhead + step) * kPanel)),
               /*locality=*/3);
}

/// The part of a round that is `steps` into the tile's reduction.
void prefetchComing(KernelBuilder &b, const MicroKernel &kernel, Value steps) {
  const ComingPanels &coming = kernel.coming;
  // A round of kUnroll steps fetches `lines` of every panel, or one line serves 2^shift rounds.
  int64_t lines = std::max<int64_t>(1, llvm::divideCeil(kUnroll, coming.tiles));
  int64_t shift =
      coming.tiles <= kUnroll ? 0 : llvm::Log2_64(coming.tiles / kUnroll);
  Value round = b.div(b.add(coming.stepsBefore, steps), kUnroll << shift),
        line = b.mul(round, lines);
  for (Value panel : coming.pointers)
    for (int64_t i = 0; i < lines; ++i)
      prefetch(b,
               b.address(panel, coming.element, b.mul(b.add(line, i), kPanel)),
               /*locality=*/2);
}

/// The products of one k, `ahead` steps behind where the pointers stand.
void addProducts(KernelBuilder &b, const MicroKernel &kernel,
                 const Operands &at, int64_t ahead,
                 MutableArrayRef<Value> sums) {
  int64_t lanes = b.getLanes(), vectors = kPanel / lanes,
          columns = kernel.panels * vectors;
  bool isOfBytes = kernel.unit == ProductUnit::U8Quads;
  auto loadRow = [&](int64_t row) {
    Value offset = b.mul(kernel.lhsStride, ahead);
    if (!isOfBytes)
      return b.splat(b.load(at.rows[row], kernel.lhsElement, offset), lanes);
    // A quad of bytes may begin anywhere.
    Value quad =
        LLVM::LoadOp::create(b, kernel.lhsElement,
                             b.address(at.rows[row], kernel.lhsElement, offset),
                             /*alignment=*/1);
    return b.splat(quad, lanes);
  };
  auto loadColumn = [&](int64_t column) {
    if (kernel.rhsElement.isBF16()) {
      Value step = b.add(at.half, ahead),
            words = loadWords(b, at.panels[column / vectors], b.div(step, 2),
                              column % vectors * lanes),
            shift = b.sub(b.index(16), b.mul(b.rem(step, 2), 16));
      return widenHalf(
          b, words,
          b.splat(b.createOrFold<arith::TruncIOp>(b.getI32Type(), shift),
                  lanes));
    }
    Value offset = b.index(ahead * kPanel + column % vectors * lanes);
    return b.load(at.panels[column / vectors], kernel.rhsElement, offset,
                  lanes);
  };
  auto multiply = [&](int64_t row, int64_t column, Value lhs, Value rhs) {
    Value &sum = sums[row * columns + column];
    sum = isOfBytes ? addByteProducts(b, lhs, rhs, sum)
                    : vector::FMAOp::create(b, lhs, rhs, sum).getResult();
  };
  // The smaller side stays in registers and the other goes by, for there is little room beside the sums.
  SmallVector<Value> kept;
  if (columns <= kernel.rows) {
    for (int64_t column = 0; column < columns; ++column)
      kept.push_back(loadColumn(column));
    for (int64_t row = 0; row < kernel.rows; ++row) {
      Value lhs = loadRow(row);
      for (int64_t column = 0; column < columns; ++column)
        multiply(row, column, lhs, kept[column]);
    }
    return;
  }
  for (int64_t row = 0; row < kernel.rows; ++row)
    kept.push_back(loadRow(row));
  for (int64_t column = 0; column < columns; ++column) {
    Value rhs = loadColumn(column);
    for (int64_t row = 0; row < kernel.rows; ++row)
      multiply(row, column, kept[row], rhs);
  }
}
} // namespace

int64_t cpu::countTurns(int64_t accumulators) {
  return accumulators >= 8 ? 1 : accumulators >= 4 ? 2 : 4;
}

SmallVector<Value> cpu::joinTurns(KernelBuilder &b, ArrayRef<Value> sums,
                                  int64_t accumulators) {
  SmallVector<Value> joined(sums.take_front(accumulators));
  for (auto [i, sum] : llvm::enumerate(sums.drop_front(accumulators))) {
    Value &total = joined[i % accumulators];
    total = isa<FloatType>(getElementTypeOrSelf(sum.getType()))
                ? arith::AddFOp::create(b, total, sum).getResult()
                : arith::AddIOp::create(b, total, sum).getResult();
  }
  return joined;
}

/// Steps of a round. A short run of three channels, as a first convolution has it, has no rest then.
static int64_t chooseRound(const MicroKernel &kernel, Value elements,
                           int64_t turns) {
  constexpr int64_t kThree = 3, kShortRun = 32;
  int64_t known = KernelBuilder::known(elements).value_or(0);
  bool isInThrees = known % kThree == 0 && known % kUnroll != 0;
  return turns == 1 && isInThrees && known <= kShortRun &&
                 !kernel.rhsElement.isBF16()
             ? kThree
             : kUnroll;
}

SmallVector<Value> cpu::emitMicroKernel(KernelBuilder &b,
                                        const MicroKernel &kernel,
                                        ValueRange accumulators) {
  int64_t count = accumulators.size(), turns = countTurns(count);
  bool hasPairs = kernel.rhsElement.isBF16(),
       startsEven = KernelBuilder::known(kernel.outerTo) == 1 ||
                    KernelBuilder::known(kernel.innerSize).value_or(1) % 2 == 0;
  static_assert(kUnroll % 4 == 0, "turns divide the steps of a round");
  SmallVector<Value> start(accumulators);
  for (int64_t turn = 1; turn < turns; ++turn)
    llvm::append_range(start, makeZeroAccumulators(b, kernel));
  SmallVector<Value> ends = b.loop(
      kernel.outerFrom, kernel.outerTo, 1, start,
      [&](Value outer, ValueRange carried) {
        SmallVector<Value> rows = kernel.rowPointers(outer);
        Value start = b.mul(outer, kernel.innerSize);
        auto rounds = [&](Value from, Value to, int64_t steps,
                          ValueRange sums) {
          return b.loop(
              from, to, steps, sums, [&](Value k, ValueRange carried) {
                Operands at;
                for (Value row : rows)
                  at.rows.push_back(b.address(row, kernel.lhsElement,
                                              b.mul(k, kernel.lhsStride)));
                Value first = b.add(start, k);
                if (hasPairs) {
                  at.half = startsEven && steps % 2 == 0 ? b.index(0)
                                                         : b.rem(first, 2);
                  first = b.mul(b.div(first, 2), 2);
                }
                for (Value panel : kernel.panelPointers)
                  at.panels.push_back(b.address(panel, kernel.rhsElement,
                                                b.mul(first, kPanel)));
                if (steps != 1 && !kernel.coming.pointers.empty()) {
                  prefetchPresent(b, kernel, at.panels);
                  Value before =
                      b.mul(b.sub(outer, kernel.outerFrom), kernel.innerSize);
                  prefetchComing(b, kernel,
                                 b.add(before, b.sub(k, kernel.innerFrom)));
                }
                SmallVector<Value> next(carried);
                for (int64_t ahead = 0; ahead < steps; ++ahead)
                  addProducts(b, kernel, at, ahead,
                              MutableArrayRef(next).slice(ahead % turns * count,
                                                          count));
                return next;
              });
        };
        Value elements = b.sub(kernel.innerTo, kernel.innerFrom);
        int64_t round = chooseRound(kernel, elements, turns);
        Value middle =
            b.add(kernel.innerFrom, b.mul(b.div(elements, round), round));
        SmallVector<Value> sums =
            rounds(kernel.innerFrom, middle, round, carried);
        return rounds(middle, kernel.innerTo, 1, sums);
      });
  return joinTurns(b, ends, count);
}
