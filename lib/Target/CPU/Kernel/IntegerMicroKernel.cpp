// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the integer tile.

#include "lib/Target/CPU/Kernel/IntegerMicroKernel.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// Bytes of a line of a panel: four steps of 16 columns.
static constexpr int64_t kLineBytes = kPanel * kQuad;

Value cpu::computeQuadPanelBytes(KernelBuilder &b, Value steps) {
  return b.add(b.mul(b.ceilDiv(steps, kQuad), kLineBytes), kPanel * 4);
}

namespace {
Value callIntrinsic(KernelBuilder &b, StringRef name, Type type,
                    ValueRange operands) {
  return LLVM::CallIntrinsicOp::create(b, type, b.getStringAttr(name), operands)
      .getResult(0);
}

/// The quad of a row in each group of four lanes of i16, or four of i8.
Value broadcastQuad(KernelBuilder &b, Value row, Value quad, Type element,
                    int64_t count) {
  Type word = b.getIntegerType(KernelBuilder::sizeBytes(element) * 8 * kQuad);
  Value loaded =
      LLVM::LoadOp::create(b, word, b.address(row, word, quad), /*align=*/1);
  Value spread = vector::BroadcastOp::create(
      b, VectorType::get({count / kQuad}, word), loaded);
  return vector::BitCastOp::create(b, VectorType::get({count}, element),
                                   spread);
}

/// Tile of vpmaddwd. Four columns fill a register, each with its sums of even and odd pairs, which are added at the end; eight
/// columns at a time, so that their sums and operands fit into 16 registers.
SmallVector<Value> emitPairs(KernelBuilder &b,
                             const IntegerMicroKernel &kernel) {
  constexpr int64_t kColumns = 8, kVectors = 2, kWords = 16;
  auto sumType = VectorType::get({8}, b.getI32Type()),
       words = VectorType::get({kWords}, b.getI16Type());
  int64_t rows = kernel.rows.size(), panels = kernel.panels.size(),
          parts = kPanel / kColumns;
  SmallVector<Value> sums(rows * panels * parts);
  for (int64_t panel = 0; panel < panels; ++panel)
    for (int64_t part = 0; part < parts; ++part) {
      SmallVector<Value> zeros(rows * kVectors, b.constantInt(sumType, 0));
      SmallVector<Value> halves = b.loop(
          b.index(0), kernel.quads, 1, zeros,
          [&](Value quad, ValueRange carried) {
            SmallVector<Value> next(carried), columns;
            for (int64_t v = 0; v < kVectors; ++v) {
              Value at = b.add(b.mul(quad, kLineBytes),
                               (part * kVectors + v) * kWords);
              columns.push_back(arith::ExtSIOp::create(
                  b, words,
                  b.load(kernel.panels[panel], b.getI8Type(), at, kWords)));
            }
            for (int64_t row = 0; row < rows; ++row) {
              Value lhs = broadcastQuad(b, kernel.rows[row], quad,
                                        b.getI16Type(), kWords);
              for (int64_t v = 0; v < kVectors; ++v) {
                Value &sum = next[row * kVectors + v];
                Value pairs = callIntrinsic(b, "llvm.x86.avx2.pmadd.wd",
                                            sumType, {lhs, columns[v]});
                sum = arith::AddIOp::create(b, sum, pairs);
              }
            }
            return next;
          });
      for (int64_t row = 0; row < rows; ++row) {
        Value low = halves[row * kVectors], high = halves[row * kVectors + 1];
        Value even = vector::ShuffleOp::create(
            b, low, high, ArrayRef<int64_t>{0, 2, 4, 6, 8, 10, 12, 14});
        Value odd = vector::ShuffleOp::create(
            b, low, high, ArrayRef<int64_t>{1, 3, 5, 7, 9, 11, 13, 15});
        sums[(row * panels + panel) * parts + part] =
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

/// Tile of vpdpbusd: a register holds the sums of as many columns as it has lanes.
SmallVector<Value> emitQuads(KernelBuilder &b,
                             const IntegerMicroKernel &kernel) {
  int64_t lanes = b.getLanes(), vectors = kPanel / lanes, bytes = lanes * kQuad,
          rows = kernel.rows.size(), panels = kernel.panels.size(),
          columns = panels * vectors;
  auto sumType = VectorType::get({lanes}, b.getI32Type());
  StringRef intrinsic = lanes == 16 ? "llvm.x86.avx512.vpdpbusd.512"
                                    : "llvm.x86.avx512.vpdpbusd.256";
  SmallVector<Value> start(columns, b.constantInt(sumType, 0));
  if (kernel.zeroPoint) {
    Value factor =
        b.splat(arith::SubIOp::create(b, b.constantInt(b.getI32Type(), 0),
                                      kernel.zeroPoint),
                lanes);
    Value behind = b.mul(kernel.quads, kLineBytes);
    for (int64_t column = 0; column < columns; ++column) {
      Value tail =
          b.address(kernel.panels[column / vectors], b.getI8Type(), behind);
      start[column] = arith::MulIOp::create(
          b, factor,
          b.load(tail, b.getI32Type(), b.index(column % vectors * lanes),
                 lanes));
    }
  }
  SmallVector<Value> sums;
  for (int64_t row = 0; row < rows; ++row)
    sums.append(start);
  return b.loop(
      b.index(0), kernel.quads, 1, sums, [&](Value quad, ValueRange carried) {
        SmallVector<Value> next(carried), rhs;
        for (int64_t column = 0; column < columns; ++column)
          rhs.push_back(b.load(
              kernel.panels[column / vectors], b.getI8Type(),
              b.add(b.mul(quad, kLineBytes), column % vectors * bytes), bytes));
        for (int64_t row = 0; row < rows; ++row) {
          Value lhs =
              broadcastQuad(b, kernel.rows[row], quad, b.getI8Type(), bytes);
          for (int64_t column = 0; column < columns; ++column) {
            Value &sum = next[row * columns + column];
            sum = callIntrinsic(b, intrinsic, sumType, {sum, lhs, rhs[column]});
          }
        }
        return next;
      });
}
} // namespace

SmallVector<Value>
cpu::emitIntegerMicroKernel(KernelBuilder &b,
                            const IntegerMicroKernel &kernel) {
  return kernel.unit == ProductUnit::U8Quads ? emitQuads(b, kernel)
                                             : emitPairs(b, kernel);
}
