// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the list and of the loops over it.

#include "lib/Target/CPU/Kernel/SparseRow.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// Elements of a round; what a group lists is a multiple of it.
static constexpr int64_t kRound = 4;
/// Sums that take turns in a round: each would wait for the one before.
static constexpr int64_t kTurns = 2;
/// How many elements ahead lines are fetched; what is skipped between them misleads the processor's own prefetch.
static constexpr int64_t kAhead = 32;

namespace {
class SparseRowEmitter {
public:
  SparseRowEmitter(KernelBuilder &b, KernelFrame &frame, Epilogue &epilogue,
                   QuantizedPanels &panels, const SparseRow &product)
      : b(b), frame(frame), epilogue(epilogue), panels(panels),
        product(product), block(panels.getBlock()),
        groups(b.ceilDiv(panels.getSteps(), block)),
        capacity(countListed(b, panels.getSteps(), block)) {}

  static Value countListed(KernelBuilder &b, Value depth, int64_t block) {
    return b.add(b.add(depth, kAhead), b.mul(b.ceilDiv(depth, block), kRound));
  }
  void emit();

private:
  void listElements();
  void emitTask(Value line);
  /// The sums of codes times elements [from, to) of the list, for the columns of a part of a line.
  SmallVector<Value> sumPart(Value line, int64_t part, Value from, Value to);
  void store(Value line, ArrayRef<Value> totals);

  // The list: elements, the steps that they stand at, where a group begins in both, and the sum of a group.
  Value elements() { return frame.getScratch(); }
  Value steps() { return b.address(elements(), b.getF32Type(), capacity); }
  Value starts() { return b.address(steps(), b.getI32Type(), capacity); }
  Value sums() { return b.address(starts(), b.getI32Type(), b.add(groups, 1)); }
  Value loadNumber(Value list, Value at) {
    return arith::ExtUIOp::create(b, b.getI64Type(),
                                  b.load(list, b.getI32Type(), at));
  }
  void storeNumber(Value number, Value list, Value at) {
    b.store(arith::TruncIOp::create(b, b.getI32Type(), number), list,
            b.getI32Type(), at);
  }

  KernelBuilder &b;
  KernelFrame &frame;
  Epilogue &epilogue;
  QuantizedPanels &panels;
  const SparseRow &product;
  int64_t block;
  Value groups, capacity;
};

void SparseRowEmitter::listElements() {
  Type f32 = b.getF32Type();
  Value zero = b.constant(f32, 0);
  auto put = [&](Value x, Value step, Value at) {
    b.store(x, elements(), f32, at);
    storeNumber(step, steps(), at);
  };
  // NaN is not zero.
  auto listOne = [&](Value step, ValueRange carried) -> SmallVector<Value> {
    Value x = b.load(product.pointer, product.element, step);
    put(x, step, carried[0]);
    Value counts = arith::ExtUIOp::create(
        b, b.getI64Type(),
        arith::CmpFOp::create(b, arith::CmpFPredicate::UNE, x, zero));
    return {b.add(carried[0], counts), arith::AddFOp::create(b, carried[1], x)};
  };
  Value end =
      b.loop(b.index(0), groups, 1, b.index(0),
             [&](Value group, ValueRange carried) -> SmallVector<Value> {
               storeNumber(carried[0], starts(), group);
               Value from = b.mul(group, block),
                     to = b.min(b.add(from, block), panels.getSteps());
               SmallVector<Value> listed =
                   b.loop(from, to, 1, {carried[0], zero}, listOne);
               b.store(listed[1], sums(), f32, group);
               for (int64_t i = 0; i + 1 < kRound; ++i)
                 put(zero, from, b.add(listed[0], i));
               return {b.mul(b.ceilDiv(listed[0], kRound), kRound)};
             })[0];
  storeNumber(end, starts(), groups);
  b.loop(end, b.add(end, kAhead), 1,
         [&](Value at) { put(zero, b.index(0), at); });
}

SmallVector<Value> SparseRowEmitter::sumPart(Value line, int64_t part,
                                             Value from, Value to) {
  int64_t lanes = b.getLanes(), count = QuantizedPanels::kLinePart / lanes;
  SmallVector<Value> zeros(count * kTurns,
                           b.constant(b.withLanes(b.getF32Type(), lanes), 0));
  SmallVector<Value> sums =
      b.loop(from, to, kRound, zeros, [&](Value at, ValueRange carried) {
        SmallVector<Value> next(carried);
        for (int64_t i = 0; i < kRound; ++i) {
          Value place = b.add(at, i);
          if (part == 0)
            LLVM::Prefetch::create(
                b,
                panels.lineAddress(line,
                                   loadNumber(steps(), b.add(place, kAhead))),
                /*rw=*/0, /*hint=*/3, /*cache=*/1);
          Value x = b.splat(b.load(elements(), b.getF32Type(), place), lanes);
          SmallVector<Value> codes =
              panels.loadLine(line, loadNumber(steps(), place), part);
          for (auto [v, code] : llvm::enumerate(codes)) {
            Value &sum = next[i % kTurns * count + static_cast<int64_t>(v)];
            sum = vector::FMAOp::create(b, code, x, sum);
          }
        }
        return next;
      });
  for (int64_t i = count; i < count * kTurns; ++i)
    sums[i % count] = arith::AddFOp::create(b, sums[i % count], sums[i]);
  sums.resize(count);
  return sums;
}

void SparseRowEmitter::emitTask(Value line) {
  int64_t lanes = b.getLanes(), vectors = kPanel / lanes,
          all = panels.getLinePanels() * vectors;
  Value panelCount = b.ceilDiv(product.columns, kPanel),
        first = b.mul(line, panels.getLinePanels());
  SmallVector<Value> zeros(all,
                           b.constant(b.withLanes(b.getF32Type(), lanes), 0));
  SmallVector<Value> totals =
      b.loop(b.index(0), groups, 1, zeros, [&](Value group, ValueRange before) {
        Value from = loadNumber(starts(), group),
              to = loadNumber(starts(), b.add(group, 1)),
              sum = b.splat(b.load(sums(), b.getF32Type(), group), lanes);
        SmallVector<Value> next;
        for (int64_t part = 0; part < panels.countLineParts(); ++part)
          llvm::append_range(next, sumPart(line, part, from, to));
        for (int64_t i = 0; i < all; ++i) {
          // Panels past the end have no scales of their own.
          Value panel = b.min(b.add(first, i / vectors), b.sub(panelCount, 1)),
                scales = panels.loadScales(panel, group, i % vectors * lanes),
                offsets = panels.loadOffsets(panel, group, i % vectors * lanes,
                                             scales);
          next[i] = vector::FMAOp::create(b, next[i], scales, before[i]);
          if (offsets)
            next[i] = vector::FMAOp::create(b, offsets, sum, next[i]);
        }
        return next;
      });
  store(line, totals);
}

void SparseRowEmitter::store(Value line, ArrayRef<Value> totals) {
  int64_t vectors = kPanel / b.getLanes(), count = panels.getLinePanels();
  std::optional<int64_t> known = KernelBuilder::known(product.columns);
  bool areWhole = known && *known % (count * kPanel) == 0;
  for (int64_t i = 0; i < count; ++i) {
    Value column = b.mul(b.add(b.mul(line, count), i), kPanel);
    ArrayRef<Value> ofPanel = totals.slice(i * vectors, vectors);
    auto storePanel = [&] {
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

void SparseRowEmitter::emit() {
  listElements();
  b.loop(frame.getBegin(), frame.getEnd(), 1,
         [&](Value line) { emitTask(line); });
}
} // namespace

void cpu::emitSparseRow(KernelBuilder &b, KernelFrame &frame,
                        Epilogue &epilogue, QuantizedPanels &panels,
                        const SparseRow &product) {
  SparseRowEmitter(b, frame, epilogue, panels, product).emit();
}

static int64_t getBits(const QuantizedWeight &weight) {
  return getElementTypeOrSelf(weight.codes.getType()).getIntOrFloatBitWidth();
}

Value cpu::countSparseRowTasks(KernelBuilder &b, Value columns,
                               const QuantizedWeight &weight) {
  return b.ceilDiv(columns, getLineColumns(getBits(weight)));
}

Value cpu::computeSparseRowScratch(KernelBuilder &b, Value depth,
                                   const QuantizedWeight &weight) {
  Value listed = SparseRowEmitter::countListed(b, depth, weight.block),
        groups = b.ceilDiv(depth, weight.block);
  return b.mul(b.add(b.mul(listed, 2), b.add(b.mul(groups, 2), 1)), 4);
}
