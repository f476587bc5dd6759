// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the tile of vpmaddwd.

#include "lib/Target/CPU/Kernel/PairMicroKernel.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "lib/Target/CPU/Kernel/ProductUnit.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
/// Columns that a register of sums stands for at the end, and words of i16 in a register.
constexpr int64_t kColumns = 8, kWords = 16;
/// Rows whose sums of a whole panel fit into 16 registers with their operands.
constexpr int64_t kFewRows = 2;

/// The quad of a row in each group of four lanes.
Value broadcastQuad(KernelBuilder &b, Value row, Value quad) {
  Type word = b.getIntegerType(16 * kQuad);
  Value loaded =
      LLVM::LoadOp::create(b, word, b.address(row, word, quad), /*align=*/1);
  Value spread = vector::BroadcastOp::create(
      b, VectorType::get({kWords / kQuad}, word), loaded);
  return vector::BitCastOp::create(b, VectorType::get({kWords}, b.getI16Type()),
                                   spread);
}
} // namespace

/// Four columns fill a register, each with its sums of even and odd pairs, which are added at the end. Of many rows eight columns are computed
/// at a time, so that their sums and operands fit into 16 registers; of few all of a panel, whose lines come from memory once then.
SmallVector<Value> cpu::emitPairMicroKernel(KernelBuilder &b,
                                            const PairMicroKernel &kernel) {
  auto sumType = VectorType::get({8}, b.getI32Type()),
       words = VectorType::get({kWords}, b.getI16Type());
  int64_t rows = kernel.rows.size(), panels = kernel.panels.size(),
          parts = kPanel / kColumns,
          partsTogether = rows <= kFewRows ? parts : 1,
          vectors = partsTogether * kColumns * kQuad / kWords;
  SmallVector<Value> sums(rows * panels * parts);
  for (int64_t panel = 0; panel < panels; ++panel)
    for (int64_t part = 0; part < parts; part += partsTogether) {
      SmallVector<Value> zeros(rows * vectors, b.constantInt(sumType, 0));
      SmallVector<Value> halves = b.loop(
          b.index(0), kernel.quads, 1, zeros,
          [&](Value quad, ValueRange carried) {
            SmallVector<Value> next(carried), columns;
            if (part == 0 && !kernel.coming.empty())
              LLVM::Prefetch::create(b,
                                     b.address(kernel.coming[panel],
                                               kernel.panelElement,
                                               b.mul(quad, kPanel * kQuad)),
                                     /*rw=*/0, /*hint=*/2, /*cache=*/1);
            for (int64_t v = 0; v < vectors; ++v) {
              Value at = b.add(b.mul(quad, kPanel * kQuad),
                               part * kColumns * kQuad + v * kWords);
              Value column =
                  b.load(kernel.panels[panel], kernel.panelElement, at, kWords);
              columns.push_back(b.createOrFold<arith::ExtSIOp>(words, column));
            }
            for (int64_t row = 0; row < rows; ++row) {
              Value lhs = broadcastQuad(b, kernel.rows[row], quad);
              for (int64_t v = 0; v < vectors; ++v) {
                Value &sum = next[row * vectors + v];
                Value pairs =
                    LLVM::CallIntrinsicOp::create(
                        b, sumType, b.getStringAttr("llvm.x86.avx2.pmadd.wd"),
                        ValueRange{lhs, columns[v]})
                        .getResult(0);
                sum = arith::AddIOp::create(b, sum, pairs);
              }
            }
            return next;
          });
      for (int64_t row = 0; row < rows; ++row)
        for (int64_t i = 0; i < partsTogether; ++i) {
          Value low = halves[row * vectors + 2 * i],
                high = halves[row * vectors + 2 * i + 1];
          Value even = vector::ShuffleOp::create(
              b, low, high, ArrayRef<int64_t>{0, 2, 4, 6, 8, 10, 12, 14});
          Value odd = vector::ShuffleOp::create(
              b, low, high, ArrayRef<int64_t>{1, 3, 5, 7, 9, 11, 13, 15});
          sums[(row * panels + panel) * parts + part + i] =
              arith::AddIOp::create(b, even, odd);
        }
    }
  if (b.getLanes() == kColumns)
    return sums;
  // A register of 16 lanes takes both parts of a panel.
  SmallVector<Value> joined;
  auto all = llvm::to_vector(llvm::seq<int64_t>(0, parts * kColumns));
  for (size_t i = 0; i < sums.size(); i += parts)
    joined.push_back(vector::ShuffleOp::create(b, sums[i], sums[i + 1], all));
  return joined;
}
