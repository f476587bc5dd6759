// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rounding as arithmetic on bits: bf16 is the upper half of f32.

#include "lib/Target/CPU/Kernel/SplitToBF16.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
/// Operations on the bits of values of one type.
class Bits {
public:
  Bits(KernelBuilder &builder, Type type)
      : b(builder), type(type), integers(withElement(b.getI32Type())) {}

  Value of(Value value) { return arith::BitcastOp::create(b, integers, value); }
  Value asFloat(Value bits) { return arith::BitcastOp::create(b, type, bits); }
  Value constant(int64_t value) { return b.constantInt(integers, value); }
  Value mask(Value bits, uint32_t kept) {
    return arith::AndIOp::create(b, bits, constant(int32_t(kept)));
  }
  /// Of a finite number.
  Value roundToUpperHalf(Value bits) {
    Value last = mask(arith::ShRUIOp::create(b, bits, constant(16)), 1);
    Value sum = arith::AddIOp::create(
        b, arith::AddIOp::create(b, bits, constant(0x7fff)), last);
    return mask(sum, kUpperHalf);
  }
  Value isAtLeast(Value magnitude, int64_t limit) {
    return arith::CmpIOp::create(b, arith::CmpIPredicate::sge, magnitude,
                                 constant(limit));
  }
  Type withElement(Type element) {
    if (auto vector = dyn_cast<VectorType>(type))
      return vector.clone(element);
    return element;
  }

  static constexpr uint32_t kUpperHalf = 0xffff0000, kMagnitude = 0x7fffffff;

private:
  KernelBuilder &b;
  Type type;
  Type integers;
};
} // namespace

SmallVector<Value> cpu::splitToBF16(KernelBuilder &b, Value value,
                                    int64_t terms) {
  if (terms == 1)
    return {b.roundTo(value, b.getBF16Type())};
  constexpr int64_t infinity = 0x7f800000, lastExponent = 0x7f000000;
  Bits bits(b, value.getType());
  Value all = bits.of(value), magnitude = bits.mask(all, Bits::kMagnitude),
        isSpecial = bits.isAtLeast(magnitude, infinity),
        isLarge = bits.isAtLeast(magnitude, lastExponent);
  Value zero = b.constant(value.getType(), 0),
        safe = b.select(isSpecial, zero, value), safeBits = bits.of(safe);
  SmallVector<Value> result{
      bits.asFloat(b.select(isLarge, bits.mask(safeBits, Bits::kUpperHalf),
                            bits.roundToUpperHalf(safeBits)))};
  Value rest = arith::SubFOp::create(b, safe, result.back());
  while (static_cast<int64_t>(result.size()) < terms) {
    result.push_back(bits.asFloat(bits.roundToUpperHalf(bits.of(rest))));
    rest = arith::SubFOp::create(b, rest, result.back());
  }
  // A NaN whose upper bits are zero would become infinity.
  Value isNaN = bits.isAtLeast(magnitude, infinity + 1),
        special = bits.mask(all, Bits::kUpperHalf);
  special =
      b.select(isNaN, arith::OrIOp::create(b, special, bits.constant(0x400000)),
               special);
  result.back() = b.select(isSpecial, bits.asFloat(special), result.back());
  return result;
}

Value cpu::packBF16(KernelBuilder &b, Value term) {
  Bits bits(b, term.getType());
  Value upper = arith::ShRUIOp::create(b, bits.of(term), bits.constant(16));
  return arith::TruncIOp::create(b, bits.withElement(b.getI16Type()), upper);
}

Value cpu::pairBF16(KernelBuilder &b, Value even, Value odd) {
  Bits bits(b, even.getType());
  Value lower = arith::ShRUIOp::create(b, bits.of(even), bits.constant(16));
  return arith::OrIOp::create(b, bits.of(odd), lower);
}
