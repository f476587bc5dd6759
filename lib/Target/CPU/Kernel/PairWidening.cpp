// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the arithmetic on words that hold a pair.

#include "lib/Target/CPU/Kernel/PairWidening.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// The bf16 128, whose lowest bits count in ones, in both halves of a word.
static constexpr int64_t kPairOf128 = 0x43004300;
/// The upper half of a word.
static constexpr int64_t kUpper = -(int64_t(1) << 16);

int64_t PairWidening::countSharedBytes(const QuantizedWeight &weight) {
  auto type = cast<RankedTensorType>(weight.codes.getType());
  bool hasOffsets = weight.zeros || type.getElementTypeBitWidth() < 8;
  int64_t groups = llvm::divideCeil(type.getDimSize(weight.dim), weight.block);
  return groups * (hasOffsets ? 2 : 1) * kPanel * 4;
}

/// Two vectors of f32 as the halves of words of bf16, rounded to nearest, halves away from zero; for finite numbers.
static Value roundToPairs(KernelBuilder &b, Value even, Value odd) {
  auto type = cast<VectorType>(even.getType()).clone(b.getI32Type());
  auto raise = [&](Value value) -> Value {
    return arith::AddIOp::create(b, arith::BitcastOp::create(b, type, value),
                                 b.constantInt(type, 0x8000));
  };
  Value low = arith::ShRUIOp::create(b, raise(even), b.constantInt(type, 16)),
        high =
            arith::AndIOp::create(b, raise(odd), b.constantInt(type, kUpper));
  return arith::OrIOp::create(b, low, high);
}

void PairWidening::prepare(Value panel, Value shared) {
  Type f32 = b.getF32Type();
  int64_t width = (hasOffsets() ? 2 : 1) * kPanel;
  b.loop(b.index(0), countGroups(), 1, [&](Value group) {
    for (int64_t column = 0; column < kPanel; column += b.getLanes()) {
      Value scales = panels.loadScales(panel, group, column), offsets,
            place = b.add(b.mul(group, width), column);
      auto times = [&](double factor) -> Value {
        return arith::MulFOp::create(b, scales,
                                     b.constant(scales.getType(), factor));
      };
      if (panels.hasOffsets())
        offsets = panels.loadOffsets(panel, group, column, scales);
      if (areFew())
        offsets = arith::AddFOp::create(b, offsets, times(-128));
      if (offsets)
        b.store(offsets, shared, f32, b.add(place, kPanel));
      b.store(getScaleFactor() == 1 ? scales : times(getScaleFactor()), shared,
              f32, place);
    }
  });
}

double PairWidening::getScaleFactor() const {
  return areFew() || panels.isInLines() ? 1 : 0x1p-16;
}

std::pair<Value, Value> PairWidening::loadSteps(Value panel, Value line,
                                                int64_t column) {
  auto words = VectorType::get({b.getLanes()}, b.getI32Type()),
       floats = VectorType::get({b.getLanes()}, b.getF32Type());
  auto toFloat = [&](Value word) -> Value {
    if (areFew())
      return arith::BitcastOp::create(b, floats, word);
    return arith::SIToFPOp::create(b, floats, word);
  };
  if (panels.isInLines()) {
    Value step = b.mul(line, 2);
    return {toFloat(panels.loadStep(panel, step, column)),
            toFloat(panels.loadStep(panel, b.add(step, 1), column))};
  }
  Value pair = panels.loadPair(panel, line, column);
  if (areFew())
    pair = arith::OrIOp::create(b, pair, b.constantInt(words, kPairOf128));
  return {
      toFloat(arith::ShLIOp::create(b, pair, b.constantInt(words, 16))),
      toFloat(arith::AndIOp::create(b, pair, b.constantInt(words, kUpper)))};
}

void PairWidening::widen(Value panel, Value line, Value shared, Value to) {
  Type f32 = b.getF32Type();
  int64_t lanes = b.getLanes();
  Value group = b.div(b.mul(line, 2), panels.getBlock()),
        first = b.mul(group, (hasOffsets() ? 2 : 1) * kPanel);
  for (int64_t column = 0; column < kPanel; column += lanes) {
    Value place = b.add(first, column),
          scales = b.load(shared, f32, place, lanes), offsets;
    if (hasOffsets())
      offsets = b.load(shared, f32, b.add(place, kPanel), lanes);
    auto weigh = [&](Value code) -> Value {
      if (offsets)
        return vector::FMAOp::create(b, code, scales, offsets);
      return arith::MulFOp::create(b, code, scales);
    };
    auto [even, odd] = loadSteps(panel, line, column);
    b.store(roundToPairs(b, weigh(even), weigh(odd)), to, b.getI32Type(),
            b.index(column));
  }
}
