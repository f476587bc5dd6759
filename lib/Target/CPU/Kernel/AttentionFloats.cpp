// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Attention by multiply-adds, on the register tile of contractions.

#include "lib/Target/CPU/Kernel/AttentionTile.h"
#include "lib/Target/CPU/Kernel/RegisterTranspose.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
class FloatEmitter : public AttentionTileEmitter {
public:
  using AttentionTileEmitter::AttentionTileEmitter;

private:
  void packQueries() override;
  Values scoresAt(const Block &block, Value row) override;
  Values raiseScores(const Block &block, ArrayRef<Value> shifts) override;
  Values sumsAt(const Block &block, Value column) override;
  Value weightAt(Value key, int64_t v) override {
    return b.load(inWeights(at(layout.weights), key, b.index(v * lanes)), a.f32,
                  b.index(0), lanes);
  }
  /// The product of `rows` (one of the tile at a time) and panels.
  Values multiply(function_ref<Value(Value)> row, Value stride, Value panels,
                  Value panelSize, Value inner);
};
} // namespace

/// Queries become columns: squares are turned over in registers.
void FloatEmitter::packQueries() {
  Value whole = b.mul(b.div(a.width, lanes), lanes);
  forEachGroup([&](Value column) {
    b.loop(b.index(0), whole, lanes, [&](Value k) {
      Values square;
      for (int64_t i = 0; i < lanes; ++i)
        square.push_back(a.queryAt(queryOf(b.add(column, i)), Lane{k, 1, lanes},
                                   queryFactor));
      Value memory = inPanels(queries, layout.queryPanel, k, column);
      for (auto [i, row] : llvm::enumerate(emitRegisterTranspose(b, square)))
        b.store(row, memory, a.f32, b.index(i * kPanel));
    });
    b.loop(whole, a.width, 1, [&](Value k) {
      Value memory = inPanels(queries, layout.queryPanel, k, column);
      for (int64_t i = 0; i < lanes; ++i)
        b.store(
            a.queryAt(queryOf(b.add(column, i)), Lane{k, 0, 1}, queryFactor),
            memory, a.f32, b.index(i));
    });
  });
}

AttentionTileEmitter::Values
FloatEmitter::multiply(function_ref<Value(Value)> row, Value stride,
                       Value panels, Value panelSize, Value inner) {
  MicroKernel kernel;
  kernel.rows = shape.rows;
  kernel.panels = shape.panels;
  kernel.lhsElement = kernel.rhsElement = a.f32;
  kernel.rowPointers = [&](Value) {
    Values pointers;
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
  return emitMicroKernel(b, kernel,
                         Values(shape.rows * vectors, b.constant(vector, 0)));
}

/// Scores to powers in place; returns their sums.
AttentionTileEmitter::Values FloatEmitter::raiseScores(const Block &block,
                                                       ArrayRef<Value> shifts) {
  Values zeros(vectors, b.constant(vector, 0));
  Value weights = at(layout.weights);
  return b.loop(
      b.index(0), block.count, 1, zeros, [&](Value row, ValueRange carried) {
        Values next;
        for (int64_t v = 0; v < vectors; ++v) {
          Value place = inWeights(weights, row, b.index(v * lanes));
          Value score = b.load(place, a.f32, b.index(0), lanes);
          Value power = emitPower(arith::SubFOp::create(b, score, shifts[v]));
          b.store(power, place, a.f32, b.index(0));
          next.push_back(arith::AddFOp::create(b, carried[v], power));
        }
        return next;
      });
}

AttentionTileEmitter::Values FloatEmitter::scoresAt(const Block &block,
                                                    Value row) {
  Value last = b.sub(block.count, 1);
  return multiply(
      [&](Value r) { return block.keys.at(b, b.min(b.add(row, r), last)); },
      b.index(1), queries, layout.queryPanel, a.width);
}

AttentionTileEmitter::Values FloatEmitter::sumsAt(const Block &block,
                                                  Value column) {
  Value last = b.sub(a.valueWidth, 1);
  return multiply(
      [&](Value r) {
        return b.address(block.values.pointer, a.f32,
                         b.min(b.add(column, r), last));
      },
      block.values.stride, at(layout.weights), b.index(layout.weightPanel),
      block.count);
}

std::unique_ptr<AttentionTileEmitter>
cpu::makeFloatAttention(AttentionFrame &frame, const AttentionShape &shape) {
  return std::make_unique<FloatEmitter>(frame, shape);
}
