// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rounding as arithmetic on bits: bf16 is the upper half of f32.

#include "lib/Target/CPU/Kernel/SplitToBF16.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
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

/// Terms of the digits of \p value, from the first on: what is left is exact, and after three terms nothing is.
static SmallVector<Value> cutDigits(KernelBuilder &b, Bits &bits, Value value) {
  auto cut = [&](Value number) {
    return bits.asFloat(bits.mask(bits.of(number), Bits::kUpperHalf));
  };
  Value first = cut(value), rest = arith::SubFOp::create(b, value, first),
        second = cut(rest);
  return {first, second, arith::SubFOp::create(b, rest, second)};
}

/// Two terms, each rounded; a first one that would become infinite is cut.
static SmallVector<Value> roundDigits(KernelBuilder &b, Bits &bits, Value value,
                                      Value isLarge) {
  auto round = [&](Value number) {
    return bits.roundToUpperHalf(bits.of(number));
  };
  Value first = bits.asFloat(b.select(
      isLarge, bits.mask(bits.of(value), Bits::kUpperHalf), round(value)));
  return {first, bits.asFloat(round(arith::SubFOp::create(b, value, first)))};
}

SmallVector<Value> cpu::splitToBF16(KernelBuilder &b, Value value,
                                    int64_t terms) {
  if (terms == 1)
    return {b.roundTo(value, b.getBF16Type())};
  constexpr int64_t infinity = 0x7f800000, lastExponent = 0x7f000000;
  Bits bits(b, value.getType());
  Value magnitude = bits.mask(bits.of(value), Bits::kMagnitude),
        isSpecial = bits.isAtLeast(magnitude, infinity),
        safe = b.select(isSpecial, b.constant(value.getType(), 0), value);
  SmallVector<Value> result =
      terms == 3
          ? cutDigits(b, bits, safe)
          : roundDigits(b, bits, safe, bits.isAtLeast(magnitude, lastExponent));
  // The sum is the value, but for a NaN whose upper bits are zero: it becomes one that has some.
  Value special = arith::AddFOp::create(b, value, value);
  special = bits.asFloat(bits.mask(bits.of(special), Bits::kUpperHalf));
  result.back() = b.select(isSpecial, special, result.back());
  return result;
}

/// The terms of two values as the halves of words.
static SmallVector<Value> pairTerms(KernelBuilder &b, ArrayRef<Value> lower,
                                    ArrayRef<Value> upper) {
  Bits bits(b, lower.front().getType());
  SmallVector<Value> words;
  for (auto [low, high] : llvm::zip_equal(lower, upper)) {
    Value shifted = arith::ShRUIOp::create(b, bits.of(low), bits.constant(16));
    words.push_back(arith::OrIOp::create(b, bits.of(high), shifted));
  }
  return words;
}

/// Whether a lane of \p condition holds.
static Value isAny(KernelBuilder &b, Value condition) {
  auto type = dyn_cast<VectorType>(condition.getType());
  if (!type)
    return condition;
  int64_t lanes = type.getNumElements();
  Type mask = b.getIntegerType(lanes);
  Value lanesAsBits = vector::ExtractOp::create(
      b, vector::BitCastOp::create(b, VectorType::get({1}, mask), condition),
      ArrayRef<int64_t>{0});
  return arith::CmpIOp::create(b, arith::CmpIPredicate::ne, lanesAsBits,
                               b.constantInt(mask, 0));
}

SmallVector<Value> cpu::splitToWords(KernelBuilder &b, Value lower, Value upper,
                                     int64_t terms) {
  auto withSpecials = [&] {
    return pairTerms(b, splitToBF16(b, lower, terms),
                     splitToBF16(b, upper, terms));
  };
  if (terms != 3)
    return withSpecials();
  Bits bits(b, lower.getType());
  SmallVector<Value> low = cutDigits(b, bits, lower),
                     high = cutDigits(b, bits, upper),
                     words = pairTerms(b, low, high);
  // What cutting leaves of infinity and of NaN is NaN.
  Value special = arith::CmpFOp::create(b, arith::CmpFPredicate::UNO,
                                        low.back(), high.back());
  return b.ifElse(isAny(b, special), TypeRange(ValueRange(words)), withSpecials,
                  [&] { return words; });
}
