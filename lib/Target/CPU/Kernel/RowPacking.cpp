// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the copies.

#include "lib/Target/CPU/Kernel/RowPacking.h"
#include "mlir/IR/Matchers.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// Elements of a copy's vector.
static constexpr int64_t kRun = 16;

/// The bits of a signed byte that make it its unsigned neighbour 128 above.
static constexpr int64_t kSignBit = 128;

static Value computeStride(KernelBuilder &b, ProductUnit unit, Value steps) {
  return isOfFloats(unit) ? steps : b.mul(b.ceilDiv(steps, kQuad), kQuad);
}

Value ZeroPoint::asStored(KernelBuilder &b) const {
  if (!value)
    return b.constantInt(b.getI8Type(), 0);
  return arith::TruncIOp::create(b, b.getI8Type(), value);
}

Value ZeroPoint::ofUnsigned(KernelBuilder &b, Type element) const {
  Value wide;
  if (value)
    wide = arith::ExtSIOp::create(b, b.getI32Type(), value);
  if (element.isUnsignedInteger())
    return wide;
  Value shift = b.constantInt(b.getI32Type(), kSignBit);
  return wide ? arith::AddIOp::create(b, wide, shift).getResult() : shift;
}

Value ZeroPoint::ofSigned(KernelBuilder &b, Type element) const {
  Type i32 = b.getI32Type();
  Value wide = value ? b.createOrFold<arith::ExtSIOp>(i32, value)
                     : b.constantInt(i32, 0);
  if (element.isUnsignedInteger())
    wide = b.createOrFold<arith::SubIOp>(wide, b.constantInt(i32, kSignBit));
  return matchPattern(wide, m_Zero()) ? Value() : wide;
}

RowPacking::RowPacking(KernelBuilder &builder, ProductUnit unit, Type element,
                       ZeroPoint zeroPoint, Value steps)
    : b(builder), unit(unit),
      // Nothing is computed with bf16: its bits are copied.
      element(unit == ProductUnit::BF16Pairs ? builder.getI16Type() : element),
      packed(getRowElement(builder, unit)), zeroPoint(zeroPoint),
      stride(computeStride(builder, unit, steps)) {}

Value RowPacking::computeBytes(KernelBuilder &b, ProductUnit unit, Value steps,
                               int64_t rows) {
  int64_t size = KernelBuilder::sizeBytes(getRowElement(b, unit));
  Value bytes =
      b.add(b.mul(computeStride(b, unit, steps), rows * size), kRun * size);
  return b.mul(b.ceilDiv(bytes, 64), 64);
}

Value RowPacking::convert(Value values, int64_t lanes) {
  Type type = b.withLanes(packed, lanes);
  switch (unit) {
  case ProductUnit::F32:
  case ProductUnit::BF16Pairs:
    return values;
  case ProductUnit::I16Pairs: {
    Value wide = element.isUnsignedInteger()
                     ? arith::ExtUIOp::create(b, type, values).getResult()
                     : arith::ExtSIOp::create(b, type, values).getResult();
    return zeroPoint.value
               ? arith::SubIOp::create(b, wide, b.splat(zeroPoint.value, lanes))
                     .getResult()
               : wide;
  }
  case ProductUnit::U8Quads:
    return element.isUnsignedInteger()
               ? values
               : arith::XOrIOp::create(b, values,
                                       b.constantInt(type, -kSignBit))
                     .getResult();
  }
  llvm_unreachable("all units are handled");
}

void RowPacking::copy(Value from, Value step, Value count, Value to) {
  auto move = [&](Value i, int64_t lanes) {
    Value values = b.load(from, element, b.mul(i, step), lanes);
    b.store(convert(values, lanes), to, packed, i);
  };
  Value middle = b.index(0);
  if (KernelBuilder::known(step) == 1) {
    middle = b.mul(b.div(count, kRun), kRun);
    b.loop(b.index(0), middle, kRun, [&](Value i) { move(i, kRun); });
  }
  b.loop(middle, count, 1, [&](Value i) { move(i, 1); });
}

int64_t RowPacking::countTouched(int64_t count) {
  return llvm::alignTo(count, kRun);
}

void RowPacking::copyWhole(Value from, Value count, Value to) {
  int64_t touched = countTouched(*KernelBuilder::known(count));
  for (int64_t i = 0; i < touched; i += kRun)
    b.store(convert(b.load(from, element, b.index(i), kRun), kRun), to, packed,
            b.index(i));
}

void RowPacking::copyInside(Value from, Value begin, Value end, Value count,
                            Value to) {
  b.loop(b.index(0), count, 1, [&](Value i) {
    Value isInside =
        b.logicalAnd(b.compare(arith::CmpIPredicate::sge, i, begin),
                     b.compare(arith::CmpIPredicate::slt, i, end));
    SmallVector<Value> value = b.ifElse(
        isInside, TypeRange(b.registerType(element)),
        [&]() -> SmallVector<Value> { return {b.load(from, element, i)}; },
        [&]() -> SmallVector<Value> {
          return {element.isInteger(8)
                      ? zeroPoint.asStored(b)
                      : b.constant(b.registerType(element), 0)};
        });
    b.store(convert(value[0], 1), to, packed, i);
  });
}
