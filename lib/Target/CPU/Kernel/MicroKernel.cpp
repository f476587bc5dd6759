// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the register tile.

#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// Steps of k in a round of the inner loop: hides the loop's own instructions.
static constexpr int64_t kUnroll = 4;

int64_t cpu::countAccumulators(KernelBuilder &b, const MicroKernel &kernel) { return kernel.rows * kernel.panels * (kPanel / b.getLanes()); }

SmallVector<Value> cpu::makeZeroAccumulators(KernelBuilder &b, const MicroKernel &kernel) {
  Value zero = b.constant(b.withLanes(b.getF32Type(), b.getLanes()), 0);
  return SmallVector<Value>(countAccumulators(b, kernel), zero);
}

namespace {
/// Where a round of the inner loop reads.
struct Operands {
  SmallVector<Value> rows, panels;
};

/// The products of one k, `ahead` steps behind where the pointers stand.
void addProducts(KernelBuilder &b, const MicroKernel &kernel, const Operands &at, int64_t ahead, MutableArrayRef<Value> sums) {
  int64_t lanes = b.getLanes(), vectors = kPanel / lanes, columns = kernel.panels * vectors;
  auto loadRow = [&](int64_t row) { return b.splat(b.load(at.rows[row], kernel.lhsElement, b.mul(kernel.lhsStride, ahead)), lanes); };
  auto loadColumn = [&](int64_t column) {
    Value offset = b.index(ahead * kPanel + column % vectors * lanes);
    return b.load(at.panels[column / vectors], kernel.rhsElement, offset, lanes);
  };
  auto multiply = [&](int64_t row, int64_t column, Value lhs, Value rhs) {
    Value &sum = sums[row * columns + column];
    sum = vector::FMAOp::create(b, lhs, rhs, sum);
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

SmallVector<Value> cpu::emitMicroKernel(KernelBuilder &b, const MicroKernel &kernel, ValueRange accumulators) {
  return b.loop(kernel.outerFrom, kernel.outerTo, 1, accumulators, [&](Value outer, ValueRange carried) {
    SmallVector<Value> rows = kernel.rowPointers(outer), panels;
    Value start = b.mul(b.mul(outer, kernel.innerSize), kPanel);
    for (Value panel : kernel.panelPointers)
      panels.push_back(b.address(panel, kernel.rhsElement, start));
    auto rounds = [&](Value from, Value to, int64_t steps, ValueRange sums) {
      return b.loop(from, to, steps, sums, [&](Value k, ValueRange carried) {
        Operands at;
        for (Value row : rows)
          at.rows.push_back(b.address(row, kernel.lhsElement, b.mul(k, kernel.lhsStride)));
        for (Value panel : panels)
          at.panels.push_back(b.address(panel, kernel.rhsElement, b.mul(k, kPanel)));
        SmallVector<Value> next(carried);
        for (int64_t ahead = 0; ahead < steps; ++ahead)
          addProducts(b, kernel, at, ahead, next);
        return next;
      });
    };
    Value count = b.sub(kernel.innerTo, kernel.innerFrom);
    Value middle = b.add(kernel.innerFrom, b.mul(b.div(count, kUnroll), kUnroll));
    SmallVector<Value> sums = rounds(kernel.innerFrom, middle, kUnroll, carried);
    return rounds(middle, kernel.innerTo, 1, sums);
  });
}
