// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the loops over the list. Sums are of
//
//   floats   codes as f32 times an element: three instructions for each register of codes
//   quads    where bytes are multiplied: the lines of four elements are turned to four bytes of each column, and two products, with upper and with
//            lower bytes of the elements, take all of them

#include "lib/Target/CPU/Kernel/SparseRow.h"
#include "lib/Target/CPU/Kernel/ByteProducts.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "lib/Target/CPU/Kernel/SparseRowList.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
class SparseRowEmitter {
public:
  SparseRowEmitter(KernelBuilder &b, KernelFrame &frame, Epilogue &epilogue,
                   QuantizedPanels &panels, const SparseRow &product)
      : b(b), frame(frame), epilogue(epilogue), panels(panels),
        product(product), hasQuads(product.hasByteProducts),
        list(b,
             hasQuads ? SparseRowList::Form::Quads
                      : SparseRowList::Form::Floats,
             frame.getScratch(), panels.getSteps(), panels.getBlock()),
        // Sums take half of the registers; of quads there are two for each.
        most(b.getLanes() * (b.getLanes() == 16 ? 16 : 8) / (hasQuads ? 2 : 1)),
        chunk(std::max<int64_t>(1, most / panels.getLineColumns())),
        totals(
            b.allocateStack(b.getF32Type(), chunk * panels.getLineColumns())) {}

  void emit();

private:
  /// The columns of lines [line, line + count).
  void emitLines(Value line, int64_t count);
  /// Adds the sums of one group to the totals.
  void addGroup(Value line, int64_t count, Value group);
  void prefetch(Value line, int64_t count, Value at);
  /// The sums of codes times elements [from, to) of the list, for `width` columns from the one of number `first` in the lines on.
  SmallVector<Value> sumFloats(Value line, int64_t first, int64_t width,
                               Value from, Value to);
  /// The same for the columns of `count` lines.
  SmallVector<Value> sumQuads(Value line, int64_t count, Value from, Value to);
  /// Adds the products of four elements with one line's columns to sums of upper and lower bytes in turns.
  void addQuads(Value line, ArrayRef<Value> steps, Value upper, Value lower,
                MutableArrayRef<Value> sums);
  void store(Value line, int64_t count);

  KernelBuilder &b;
  KernelFrame &frame;
  Epilogue &epilogue;
  QuantizedPanels &panels;
  const SparseRow &product;
  bool hasQuads;
  SparseRowList list;
  /// Columns that are summed at once, and lines that are gone through side by side.
  int64_t most, chunk;
  /// Of the columns of these lines.
  Value totals;
};
} // namespace

void SparseRowEmitter::prefetch(Value line, int64_t count, Value at) {
  Value step = list.loadStep(b.add(at, SparseRowList::kAhead));
  for (int64_t i = 0; i < count; ++i)
    LLVM::Prefetch::create(b, panels.lineAddress(b.add(line, i), step),
                           /*rw=*/0, /*hint=*/3, /*cache=*/1);
}

SmallVector<Value> SparseRowEmitter::sumFloats(Value line, int64_t first,
                                               int64_t width, Value from,
                                               Value to) {
  int64_t lanes = b.getLanes(), columns = panels.getLineColumns();
  SmallVector<Value> zeros(width / lanes,
                           b.constant(b.withLanes(b.getF32Type(), lanes), 0));
  return b.loop(from, to, 1, zeros, [&](Value at, ValueRange carried) {
    SmallVector<Value> next(carried);
    // The first part of a line fetches it for the others.
    if (first % columns == 0)
      prefetch(line, llvm::divideCeil(width, columns), at);
    Value step = list.loadStep(at), x = b.splat(list.loadFloat(at), lanes);
    for (auto [i, sum] : llvm::enumerate(next)) {
      int64_t column = first + static_cast<int64_t>(i) * lanes;
      Value code = panels.loadLine(b.add(line, column / columns), step,
                                   column % columns);
      sum = vector::FMAOp::create(b, code, x, sum);
    }
    return next;
  });
}

/// Two vectors of 64 bytes as the neighbours of `size` bytes that lie in the lower or upper halves of their 16 bytes, in turns: vpunpck.
static Value unpack(KernelBuilder &b, Value x, Value y, int64_t size,
                    bool isUpper) {
  constexpr int64_t kBytes = 64, kPart = 16;
  int64_t units = kBytes / size, inPart = kPart / size;
  Type type = VectorType::get(
      {units}, b.getIntegerType(static_cast<unsigned>(size) * 8));
  SmallVector<int64_t> mask;
  for (int64_t part = 0; part < units; part += inPart)
    for (int64_t i = 0; i < inPart / 2; ++i) {
      int64_t unit = part + (isUpper ? inPart / 2 : 0) + i;
      mask.append({unit, units + unit});
    }
  Value turned =
      vector::ShuffleOp::create(b, vector::BitCastOp::create(b, type, x),
                                vector::BitCastOp::create(b, type, y), mask);
  return vector::BitCastOp::create(b, VectorType::get({kBytes}, b.getI8Type()),
                                   turned);
}

void SparseRowEmitter::addQuads(Value line, ArrayRef<Value> steps, Value upper,
                                Value lower, MutableArrayRef<Value> sums) {
  Type words = b.withLanes(b.getI32Type(), b.getLanes());
  SmallVector<Value> bytes = llvm::map_to_vector(
      steps, [&](Value step) { return panels.loadBytes(line, step); });
  SmallVector<Value> quads;
  for (bool half : {false, true}) {
    Value first = unpack(b, bytes[0], bytes[1], 1, half),
          second = unpack(b, bytes[2], bytes[3], 1, half);
    for (bool part : {false, true})
      quads.push_back(vector::BitCastOp::create(
          b, words, unpack(b, first, second, 2, part)));
  }
  int64_t at = 0;
  auto add = [&](Value codes) {
    for (Value factor : {upper, lower}) {
      sums[at] = addByteProducts(b, codes, factor, sums[at]);
      ++at;
    }
  };
  for (int64_t part = 0; part < panels.countCodesInByte(); ++part)
    for (Value quad : quads)
      add(panels.takeUnsigned(quad, part));
}

/// Of columns 16 part + 4 i + e, which are element 4 part + e of vector i, the vectors of neighbours.
static SmallVector<Value> sortColumns(KernelBuilder &b, ArrayRef<Value> x) {
  SmallVector<Value> sorted;
  for (int64_t part = 0; part < 4; ++part) {
    SmallVector<int64_t> mask;
    for (int64_t from : {int64_t(0), int64_t(16)})
      for (int64_t e = 0; e < 4; ++e)
        mask.push_back(from + 4 * part + e);
    Value first = vector::ShuffleOp::create(b, x[0], x[1], mask),
          second = vector::ShuffleOp::create(b, x[2], x[3], mask);
    sorted.push_back(vector::ShuffleOp::create(
        b, first, second, llvm::to_vector(llvm::seq<int64_t>(0, 16))));
  }
  return sorted;
}

SmallVector<Value> SparseRowEmitter::sumQuads(Value line, int64_t count,
                                              Value from, Value to) {
  constexpr int64_t kRound = 4;
  int64_t lanes = b.getLanes(),
          sumsOfLine = panels.getLineColumns() / lanes * 2;
  Type words = b.withLanes(b.getI32Type(), lanes),
       floats = b.withLanes(b.getF32Type(), lanes);
  SmallVector<Value> zeros(count * sumsOfLine, b.constantInt(words, 0));
  SmallVector<Value> sums =
      b.loop(from, to, kRound, zeros, [&](Value at, ValueRange carried) {
        SmallVector<Value> next(carried), steps;
        for (int64_t i = 0; i < kRound; ++i) {
          prefetch(line, count, b.add(at, i));
          steps.push_back(list.loadStep(b.add(at, i)));
        }
        Value upper = b.splat(list.loadUpper(at), lanes),
              lower = b.splat(list.loadLower(at), lanes);
        for (int64_t i = 0; i < count; ++i)
          addQuads(b.add(line, i), steps, upper, lower,
                   MutableArrayRef(next).slice(i * sumsOfLine, sumsOfLine));
        return next;
      });
  auto toFloat = [&](Value sum) {
    return arith::SIToFPOp::create(b, floats, sum).getResult();
  };
  SmallVector<Value> joined, sorted;
  for (size_t i = 0; i < sums.size(); i += 2)
    joined.push_back(vector::FMAOp::create(
        b, toFloat(sums[i]), b.constant(floats, 256), toFloat(sums[i + 1])));
  for (size_t i = 0; i < joined.size(); i += 4)
    llvm::append_range(sorted, sortColumns(b, ArrayRef(joined).slice(i, 4)));
  return sorted;
}

void SparseRowEmitter::addGroup(Value line, int64_t count, Value group) {
  int64_t lanes = b.getLanes(), columns = count * panels.getLineColumns();
  Type f32 = b.getF32Type();
  Value from = list.loadStart(group), to = list.loadStart(b.add(group, 1)),
        ofRow = b.splat(list.loadSum(group), lanes),
        last = b.sub(b.ceilDiv(product.columns, kPanel), 1),
        firstPanel = b.mul(line, panels.getLineColumns() / kPanel), factor;
  if (hasQuads)
    factor = b.splat(list.loadScale(group), lanes);
  auto add = [&](Value sum, int64_t column) {
    int64_t inPanel = column % kPanel;
    // Panels past the end have no scales of their own.
    Value panel = b.min(b.add(firstPanel, column / kPanel), last),
          scales = panels.loadScales(panel, group, inPanel),
          offsets =
              hasQuads
                  ? panels.loadUnsignedOffsets(panel, group, inPanel, scales)
                  : panels.loadOffsets(panel, group, inPanel, scales),
          total = b.load(totals, f32, b.index(column), lanes);
    if (factor)
      scales = arith::MulFOp::create(b, scales, factor);
    total = vector::FMAOp::create(b, sum, scales, total);
    if (offsets)
      total = vector::FMAOp::create(b, offsets, ofRow, total);
    b.store(total, totals, f32, b.index(column));
  };
  for (int64_t first = 0; first < columns; first += hasQuads ? columns : most) {
    SmallVector<Value> sums =
        hasQuads
            ? sumQuads(line, count, from, to)
            : sumFloats(line, first, std::min(most, columns - first), from, to);
    for (auto [i, sum] : llvm::enumerate(sums))
      add(sum, first + static_cast<int64_t>(i) * lanes);
  }
}

void SparseRowEmitter::store(Value line, int64_t count) {
  int64_t lanes = b.getLanes(), columns = panels.getLineColumns();
  std::optional<int64_t> known = KernelBuilder::known(product.columns);
  bool areWhole = known && *known % columns == 0;
  for (int64_t at = 0; at < count * columns; at += kPanel) {
    Value column = b.add(b.mul(line, columns), at);
    auto storePanel = [&] {
      SmallVector<Value> ofPanel;
      for (int64_t i = 0; i < kPanel; i += lanes)
        ofPanel.push_back(
            b.load(totals, b.getF32Type(), b.index(at + i), lanes));
      Value some = known && *known % kPanel == 0
                       ? b.index(kPanel)
                       : b.min(b.sub(product.columns, column), b.index(kPanel));
      epilogue.store(ofPanel, b.index(0), column, some, product.position);
    };
    if (areWhole)
      storePanel();
    else
      b.ifThen(b.compare(arith::CmpIPredicate::slt, column, product.columns),
               storePanel);
  }
}

void SparseRowEmitter::emitLines(Value line, int64_t count) {
  int64_t lanes = b.getLanes();
  Value zero = b.constant(b.withLanes(b.getF32Type(), lanes), 0);
  for (int64_t at = 0; at < count * panels.getLineColumns(); at += lanes)
    b.store(zero, totals, b.getF32Type(), b.index(at));
  b.loop(b.index(0), list.countGroups(), 1,
         [&](Value group) { addGroup(line, count, group); });
  store(line, count);
}

void SparseRowEmitter::emit() {
  list.emit(product.pointer, product.element);
  Value begin = frame.getBegin(), end = frame.getEnd(),
        middle = b.add(begin, b.mul(b.div(b.sub(end, begin), chunk), chunk));
  b.loop(begin, middle, chunk, [&](Value line) { emitLines(line, chunk); });
  if (chunk > 1)
    b.loop(middle, end, 1, [&](Value line) { emitLines(line, 1); });
}

void cpu::emitSparseRow(KernelBuilder &b, KernelFrame &frame,
                        Epilogue &epilogue, QuantizedPanels &panels,
                        const SparseRow &product) {
  SparseRowEmitter(b, frame, epilogue, panels, product).emit();
}

Value cpu::countSparseRowTasks(KernelBuilder &b, Value columns,
                               const QuantizedWeight &weight) {
  Type codes = getElementTypeOrSelf(weight.codes.getType());
  return b.ceilDiv(columns, getLineColumns(codes.getIntOrFloatBitWidth()));
}

Value cpu::computeSparseRowScratch(KernelBuilder &b, Value depth,
                                   const QuantizedWeight &weight) {
  return SparseRowList::computeBytes(b, depth, weight.block);
}
