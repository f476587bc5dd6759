// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of packing loops. A register holds a quad of each of its columns. Where columns are neighbours (V of an attention), it is put
// together from a vector of each of four steps; where steps are (K), a square of quads is read along the columns and turned over.

#include "lib/Target/CPU/Kernel/QuadPacking.h"
#include "lib/Target/CPU/Kernel/ByteProducts.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "lib/Target/CPU/Kernel/RegisterTranspose.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// The bits of an unsigned byte that make it its signed neighbour 128 below, in each byte of a quad.
static constexpr int32_t kSignBits = -0x7f7f7f80;

namespace {
/// Reads columns [first, first + lanes) of a panel.
class QuadReader {
public:
  QuadReader(KernelBuilder &builder, const QuadColumns &columns, int64_t first,
             bool isFull, Value padding)
      : b(builder), columns(columns), lanes(builder.getLanes()), first(first),
        isFull(isFull), padding(padding) {}

  /// A quad of each column; `isLast` where steps of it may be past the end.
  Value readLine(Value quad, bool isLast);
  /// As many lines as there are lanes, from `quad` on, of columns whose steps are neighbours.
  SmallVector<Value> readSquare(Value quad);

private:
  /// The bytes of the columns at a step.
  Value readStep(Value step);
  /// Elements from the panel's first column to the column of a lane, or to the last one.
  Value columnOffset(int64_t lane);
  /// `count` neighbouring quads of a lane's column.
  Value loadQuads(int64_t lane, Value quad, int64_t count);
  Value gather(Type type, function_ref<Value(int64_t lane)> read);

  KernelBuilder &b;
  const QuadColumns &columns;
  int64_t lanes, first;
  bool isFull;
  Value padding;
};
} // namespace

Value QuadReader::columnOffset(int64_t lane) {
  Value column = b.index(first + lane);
  if (!isFull)
    column = b.min(column, b.sub(columns.count, 1));
  return b.mul(column, columns.stride);
}

Value QuadReader::gather(Type type, function_ref<Value(int64_t lane)> read) {
  return vector::FromElementsOp::create(
      b, VectorType::get({lanes}, type),
      llvm::map_to_vector(llvm::seq<int64_t>(0, lanes), read));
}

Value QuadReader::readStep(Value step) {
  Type i8 = b.getI8Type();
  Value offset = columns.stepOffset(step);
  if (columns.order != QuadColumns::ByStep)
    return gather(i8, [&](int64_t lane) {
      return b.load(columns.pointer, i8, b.add(offset, columnOffset(lane)));
    });
  offset = b.add(offset, first);
  if (isFull)
    return b.load(columns.pointer, i8, offset, lanes);
  Type bytes = b.withLanes(i8, lanes);
  Value lane = arith::ConstantOp::create(
      b, b.getI64VectorAttr(
             llvm::to_vector(llvm::seq<int64_t>(first, first + lanes))));
  Value exists = arith::CmpIOp::create(b, arith::CmpIPredicate::slt, lane,
                                       b.splat(columns.count, lanes));
  return LLVM::MaskedLoadOp::create(
      b, bytes, b.address(columns.pointer, i8, offset), exists,
      b.constantInt(bytes, 0), /*alignment=*/1);
}

Value QuadReader::loadQuads(int64_t lane, Value quad, int64_t count) {
  Value offset =
      b.add(columns.stepOffset(b.mul(quad, kQuad)), columnOffset(lane));
  return LLVM::LoadOp::create(b, b.withLanes(b.getI32Type(), count),
                              b.address(columns.pointer, b.getI8Type(), offset),
                              /*alignment=*/1);
}

Value QuadReader::readLine(Value quad, bool isLast) {
  if (columns.order == QuadColumns::ByColumn && !isLast)
    return gather(b.getI32Type(),
                  [&](int64_t lane) { return loadQuads(lane, quad, 1); });
  Type words = b.withLanes(b.getI32Type(), lanes);
  Value line;
  for (int64_t i = 0; i < kQuad; ++i) {
    Value step = b.add(b.mul(quad, kQuad), i), bytes;
    if (isLast) {
      bytes = readStep(b.min(step, b.sub(columns.steps, 1)));
      Value exists = b.compare(arith::CmpIPredicate::slt, step, columns.steps);
      bytes = b.select(exists, bytes, b.splat(padding, lanes));
    } else {
      bytes = readStep(step);
    }
    Value word = arith::ExtUIOp::create(b, words, bytes);
    word = arith::ShLIOp::create(b, word, b.constantInt(words, 8 * i));
    line = line ? arith::OrIOp::create(b, line, word).getResult() : word;
  }
  return line;
}

SmallVector<Value> QuadReader::readSquare(Value quad) {
  return emitRegisterTranspose(
      b, llvm::map_to_vector(llvm::seq<int64_t>(0, lanes), [&](int64_t lane) {
        return loadQuads(lane, quad, lanes);
      }));
}

QuadPacker::QuadPacker(KernelBuilder &builder, ProductUnit unit, Type element,
                       ZeroPoint zeroPoint)
    : b(builder), unit(unit), element(element), zeroPoint(zeroPoint) {}

Type QuadPacker::getElement(Builder &builder, ProductUnit unit) {
  return unit == ProductUnit::I16Pairs ? builder.getI16Type()
                                       : builder.getI8Type();
}

Value QuadPacker::computePanelBytes(KernelBuilder &b, ProductUnit unit,
                                    Value steps) {
  return unit == ProductUnit::I16Pairs
             ? b.mul(b.ceilDiv(steps, kQuad), 2 * kQuadLineBytes)
             : computeQuadPanelBytes(b, steps);
}

Value QuadPacker::storeLine(Value memory, Value quad, int64_t first, Value line,
                            Value sums) {
  int64_t lanes = b.getLanes();
  Value at = b.add(b.mul(quad, kPanel), first);
  if (unit == ProductUnit::I16Pairs) {
    Type words = b.withLanes(b.getI16Type(), lanes * kQuad);
    Value bytes = vector::BitCastOp::create(
        b, b.withLanes(b.getI8Type(), lanes * kQuad), line);
    Value wide = element.isUnsignedInteger()
                     ? arith::ExtUIOp::create(b, words, bytes).getResult()
                     : arith::ExtSIOp::create(b, words, bytes).getResult();
    if (zeroPoint.value)
      wide = arith::SubIOp::create(b, wide,
                                   b.splat(zeroPoint.value, lanes * kQuad));
    b.store(wide, memory, b.getI16Type(), b.mul(at, kQuad));
    return sums;
  }
  if (element.isUnsignedInteger())
    line = arith::XOrIOp::create(b, line,
                                 b.constantInt(line.getType(), kSignBits));
  b.store(line, memory, b.getI32Type(), at);
  return addByteProducts(b, makeByteOnes(b), line, sums);
}

void QuadPacker::packColumns(Value memory, const QuadColumns &columns,
                             int64_t first, bool isFull) {
  int64_t lanes = b.getLanes();
  Value padding = unit == ProductUnit::I16Pairs
                      ? zeroPoint.asStored(b)
                      : b.constantInt(b.getI8Type(),
                                      element.isUnsignedInteger() ? -128 : 0);
  QuadReader reader(b, columns, first, isFull, padding);
  Value sums = b.constantInt(b.withLanes(b.getI32Type(), lanes), 0),
        whole = b.div(columns.steps, kQuad),
        quads = b.ceilDiv(columns.steps, kQuad), start = b.index(0);
  auto store = [&](Value quad, Value line, Value sums) {
    return storeLine(memory, quad, first, line, sums);
  };
  if (columns.order == QuadColumns::ByColumn) {
    Value squares = b.mul(b.div(whole, lanes), lanes);
    sums =
        b.loop(start, squares, lanes, sums,
               [&](Value quad, ValueRange carried) -> SmallVector<Value> {
                 Value all = carried[0];
                 for (auto [i, line] : llvm::enumerate(reader.readSquare(quad)))
                   all = store(b.add(quad, i), line, all);
                 return {all};
               })[0];
    start = squares;
  }
  for (bool isLast : {false, true}) {
    Value end = isLast ? quads : whole;
    sums = b.loop(start, end, 1, sums,
                  [&](Value quad, ValueRange carried) -> SmallVector<Value> {
                    return {
                        store(quad, reader.readLine(quad, isLast), carried[0])};
                  })[0];
    start = end;
  }
  if (unit == ProductUnit::U8Quads)
    b.store(sums, memory, b.getI32Type(), b.add(b.mul(quads, kPanel), first));
}

void QuadPacker::pack(Value memory, const QuadColumns &columns) {
  auto packAll = [&](bool isFull) {
    for (int64_t first = 0; first < kPanel; first += b.getLanes())
      packColumns(memory, columns, first, isFull);
  };
  b.ifThen(
      b.compare(arith::CmpIPredicate::sge, columns.count, b.index(kPanel)),
      [&] { packAll(true); }, [&] { packAll(false); });
}
