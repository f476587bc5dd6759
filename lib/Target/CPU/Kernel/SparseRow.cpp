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

/// Lines that a thread goes through side by side, so that sums stay in the first cache.
static constexpr int64_t kMostLines = 32;

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
        columns(panels.getLineColumns()) {}

  void emit();

private:
  /// The columns of lines [line, line + count).
  void emitLines(Value line, Value count);
  /// Adds the products of a round of elements, `at` and behind it in the list, to the sums of the lines.
  void addRound(Value line, Value count, Value at);
  void addFloats(Value line, ArrayRef<Value> steps, Value at, Value sums);
  void addQuads(Value line, ArrayRef<Value> steps, Value at, Value sums);
  /// The products of a quad with one line's columns, added to sums of upper and lower bytes in turns.
  void addQuad(Value line, ArrayRef<Value> steps, Value upper, Value lower,
               MutableArrayRef<Value> sums);
  /// The sums of one line's columns as f32.
  SmallVector<Value> loadSums(Value sums);
  /// Adds the sums of a group for one line to its totals.
  void addGroup(Value line, Value group, Value sums, Value totals);
  void store(Value line, Value totals);

  // Behind the list: sums of quads, or of elements, and totals, of each line.
  int64_t countSums() const { return columns * (hasQuads ? 2 : 1); }
  Value sumsOf(Value number) {
    return b.address(list.getEnd(), b.getF32Type(), b.mul(number, countSums()));
  }
  Value totalsOf(Value number) {
    return b.address(
        list.getEnd(), b.getF32Type(),
        b.add(b.mul(number, columns), b.index(kMostLines * countSums())));
  }
  void clear(Value memory, Value count);

  KernelBuilder &b;
  KernelFrame &frame;
  Epilogue &epilogue;
  QuantizedPanels &panels;
  const SparseRow &product;
  bool hasQuads;
  SparseRowList list;
  /// Of a line.
  int64_t columns;
};
} // namespace

void SparseRowEmitter::addFloats(Value line, ArrayRef<Value> steps, Value at,
                                 Value sums) {
  int64_t lanes = b.getLanes(), part = std::min<int64_t>(columns, 8 * lanes);
  Type f32 = b.getF32Type();
  // Half of the registers hold sums.
  for (int64_t first = 0; first < columns; first += part) {
    SmallVector<Value> some;
    for (int64_t column = first; column < first + part; column += lanes)
      some.push_back(b.load(sums, f32, b.index(column), lanes));
    for (auto [i, step] : llvm::enumerate(steps)) {
      Value x =
          b.splat(list.loadFloat(b.add(at, static_cast<int64_t>(i))), lanes);
      for (auto [v, sum] : llvm::enumerate(some))
        sum = vector::FMAOp::create(
            b,
            panels.loadLine(line, step,
                            first + static_cast<int64_t>(v) * lanes),
            x, sum);
    }
    for (auto [v, sum] : llvm::enumerate(some))
      b.store(sum, sums, f32, b.index(first + static_cast<int64_t>(v) * lanes));
  }
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

void SparseRowEmitter::addQuad(Value line, ArrayRef<Value> steps, Value upper,
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
  size_t at = 0;
  for (int64_t part = 0; part < panels.countCodesInByte(); ++part)
    for (Value quad : quads)
      for (Value factor : {upper, lower}) {
        sums[at] = addByteProducts(b, panels.takeUnsigned(quad, part), factor,
                                   sums[at]);
        ++at;
      }
}

void SparseRowEmitter::addQuads(Value line, ArrayRef<Value> steps, Value at,
                                Value sums) {
  int64_t lanes = b.getLanes();
  Type i32 = b.getI32Type();
  SmallVector<Value> some;
  for (int64_t i = 0; i < countSums(); i += lanes)
    some.push_back(b.load(sums, i32, b.index(i), lanes));
  for (size_t i = 0; i < steps.size(); i += kQuad) {
    Value place = b.add(at, static_cast<int64_t>(i));
    addQuad(line, steps.slice(i, kQuad), b.splat(list.loadUpper(place), lanes),
            b.splat(list.loadLower(place), lanes), some);
  }
  for (auto [i, sum] : llvm::enumerate(some))
    b.store(sum, sums, i32, b.index(static_cast<int64_t>(i) * lanes));
}

void SparseRowEmitter::addRound(Value line, Value count, Value at) {
  SmallVector<Value> steps, ahead;
  for (int64_t i = 0; i < SparseRowList::kRound; ++i) {
    steps.push_back(list.loadStep(b.add(at, i)));
    ahead.push_back(list.loadStep(b.add(at, i + SparseRowList::kAhead)));
  }
  b.loop(b.index(0), count, 1, [&](Value number) {
    Value own = b.add(line, number);
    // What is skipped between them misleads the processor's own prefetch.
    for (Value step : ahead)
      LLVM::Prefetch::create(b, panels.lineAddress(own, step), /*rw=*/0,
                             /*hint=*/2, /*cache=*/1);
    hasQuads ? addQuads(own, steps, at, sumsOf(number))
             : addFloats(own, steps, at, sumsOf(number));
  });
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

SmallVector<Value> SparseRowEmitter::loadSums(Value sums) {
  int64_t lanes = b.getLanes();
  SmallVector<Value> joined, sorted;
  if (!hasQuads) {
    for (int64_t column = 0; column < columns; column += lanes)
      joined.push_back(b.load(sums, b.getF32Type(), b.index(column), lanes));
    return joined;
  }
  Type floats = b.withLanes(b.getF32Type(), lanes);
  auto load = [&](int64_t at) -> Value {
    return arith::SIToFPOp::create(
        b, floats, b.load(sums, b.getI32Type(), b.index(at), lanes));
  };
  for (int64_t i = 0; i < countSums(); i += 2 * lanes)
    joined.push_back(vector::FMAOp::create(b, load(i), b.constant(floats, 256),
                                           load(i + lanes)));
  for (size_t i = 0; i < joined.size(); i += 4)
    llvm::append_range(sorted, sortColumns(b, ArrayRef(joined).slice(i, 4)));
  return sorted;
}

void SparseRowEmitter::addGroup(Value line, Value group, Value sums,
                                Value totals) {
  int64_t lanes = b.getLanes();
  Type f32 = b.getF32Type();
  Value ofRow = b.splat(list.loadSum(group), lanes), factor,
        last = b.sub(b.ceilDiv(product.columns, kPanel), 1),
        firstPanel = b.mul(line, columns / kPanel);
  if (hasQuads)
    factor = b.splat(list.loadScale(group), lanes);
  for (auto [i, sum] : llvm::enumerate(loadSums(sums))) {
    int64_t column = static_cast<int64_t>(i) * lanes, inPanel = column % kPanel;
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
  }
}

void SparseRowEmitter::store(Value line, Value totals) {
  int64_t lanes = b.getLanes();
  std::optional<int64_t> known = KernelBuilder::known(product.columns);
  bool areWhole = known && *known % columns == 0;
  for (int64_t at = 0; at < columns; at += kPanel) {
    Value column = b.add(b.mul(line, columns), at);
    auto storePanel = [&] {
      SmallVector<Value> ofPanel;
      for (int64_t i = 0; i < kPanel; i += lanes)
        ofPanel.push_back(
            b.load(totals, b.getF32Type(), b.index(at + i), lanes));
      epilogue.store(ofPanel, b.index(0), column,
                     countPanelColumns(b, product.columns, column),
                     product.position);
    };
    if (areWhole)
      storePanel();
    else
      b.ifThen(b.compare(arith::CmpIPredicate::slt, column, product.columns),
               storePanel);
  }
}

/// Sets `count` words, a multiple of the lanes, to zero.
void SparseRowEmitter::clear(Value memory, Value count) {
  int64_t lanes = b.getLanes();
  Value zero = b.constantInt(b.withLanes(b.getI32Type(), lanes), 0);
  b.loop(b.index(0), count, lanes,
         [&](Value at) { b.store(zero, memory, b.getI32Type(), at); });
}

void SparseRowEmitter::emitLines(Value line, Value count) {
  Value none = b.index(0);
  clear(totalsOf(none), b.mul(count, columns));
  b.loop(none, list.countGroups(), 1, [&](Value group) {
    clear(sumsOf(none), b.mul(count, countSums()));
    b.loop(list.loadStart(group), list.loadStart(b.add(group, 1)),
           SparseRowList::kRound, [&](Value at) { addRound(line, count, at); });
    b.loop(none, count, 1, [&](Value number) {
      addGroup(b.add(line, number), group, sumsOf(number), totalsOf(number));
    });
  });
  b.loop(none, count, 1,
         [&](Value number) { store(b.add(line, number), totalsOf(number)); });
}

void SparseRowEmitter::emit() {
  list.emit(product.pointer, product.element);
  b.loop(frame.getBegin(), frame.getEnd(), kMostLines, [&](Value line) {
    emitLines(line, b.min(b.sub(frame.getEnd(), line), b.index(kMostLines)));
  });
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
  Type codes = getElementTypeOrSelf(weight.codes.getType());
  int64_t columns = getLineColumns(codes.getIntOrFloatBitWidth());
  // Sums, maybe two of each column, and totals.
  return b.add(SparseRowList::computeBytes(b, depth, weight.block),
               kMostLines * columns * 3 * 4);
}
