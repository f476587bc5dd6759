// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Widening and rounding of elements.

#include "lib/Interpreter/ElementType.h"
#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/TypeSwitch.h"
#include "llvm/ADT/bit.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace mlir;
using namespace weft;

std::optional<Element> weft::findElement(Type type) {
  return llvm::TypeSwitch<Type, std::optional<Element>>(type)
      .Case([](Float16Type) { return Element::F16; })
      .Case([](BFloat16Type) { return Element::BF16; })
      .Case([](Float32Type) { return Element::F32; })
      .Case([](Float64Type) { return Element::F64; })
      .Case([](IntegerType integer) -> std::optional<Element> {
        bool isUnsigned = integer.isUnsigned();
        if (integer.isSigned())
          return std::nullopt;
        switch (integer.getWidth()) {
        case 1:
          return isUnsigned ? std::nullopt : std::optional(Element::I1);
        case 3:
        case 4:
        case 5:
        case 6:
          return isUnsigned ? std::nullopt
                            : std::optional(Element(unsigned(Element::I3) +
                                                    integer.getWidth() - 3));
        case 8:
          return isUnsigned ? Element::U8 : Element::I8;
        case 16:
          return isUnsigned ? Element::U16 : Element::I16;
        case 32:
          return isUnsigned ? Element::U32 : Element::I32;
        case 64:
          return isUnsigned ? Element::U64 : Element::I64;
        default:
          return std::nullopt;
        }
      })
      .Default([](Type) { return std::nullopt; });
}

unsigned weft::getSizeBytes(Element element) {
  switch (element) {
  case Element::I1:
  case Element::I3:
  case Element::I4:
  case Element::I5:
  case Element::I6:
  case Element::I8:
  case Element::U8:
    return 1;
  case Element::I16:
  case Element::U16:
  case Element::F16:
  case Element::BF16:
    return 2;
  case Element::I32:
  case Element::U32:
  case Element::F32:
    return 4;
  default:
    return 8;
  }
}

//===----------------------------------------------------------------------===//
// 16-bit floats
//===----------------------------------------------------------------------===//

/// Rounds to a float of 16 bits with the given field widths, from the double's
/// bits and in one step.
template <int kExponentBits, int kFractionBits>
static uint16_t roundTo16(double value) {
  constexpr int kBias = (1 << (kExponentBits - 1)) - 1;
  constexpr uint64_t kInfinity = ((uint64_t(1) << kExponentBits) - 1)
                                 << kFractionBits;
  uint64_t bits = llvm::bit_cast<uint64_t>(value);
  uint16_t sign = (bits >> 63) << 15;
  int exponent = static_cast<int>(bits >> 52 & 0x7ff) - 1023;
  uint64_t fraction = bits & ((uint64_t(1) << 52) - 1);
  if (exponent == 1024)
    return sign | kInfinity |
           (fraction ? uint64_t(1) << (kFractionBits - 1) : 0);
  if (exponent < -kBias - kFractionBits - 1)
    return sign;
  // A carry out of the fraction goes into the exponent, where it belongs.
  bool isNormal = exponent >= 1 - kBias;
  uint64_t significand = fraction | uint64_t(1) << 52;
  int drop = 52 - kFractionBits + (isNormal ? 0 : 1 - kBias - exponent);
  uint64_t kept = significand >> drop,
           rest = significand & ((uint64_t(1) << drop) - 1),
           half = uint64_t(1) << (drop - 1);
  kept += rest > half || (rest == half && (kept & 1));
  if (isNormal)
    kept += static_cast<uint64_t>(exponent + kBias - 1) << kFractionBits;
  return sign | std::min(kept, kInfinity);
}

uint16_t weft::roundToF16(double value) { return roundTo16<5, 10>(value); }
uint16_t weft::roundToBF16(double value) { return roundTo16<8, 7>(value); }

double weft::widenF16(uint16_t bits) {
  uint64_t sign = static_cast<uint64_t>(bits >> 15) << 63;
  uint64_t exponent = bits >> 10 & 0x1f, fraction = bits & 0x3ff;
  if (exponent == 0)
    return std::copysign(static_cast<double>(fraction) * 0x1p-24,
                         sign ? -1.0 : 1.0);
  if (exponent == 31)
    return llvm::bit_cast<double>(sign | uint64_t(0x7ff) << 52 |
                                  fraction << 42);
  return llvm::bit_cast<double>(sign | (exponent + 1008) << 52 |
                                fraction << 42);
}

namespace {
struct F16 {
  uint16_t bits;
};
struct BF16 {
  uint16_t bits;
};
struct Bool {
  uint8_t value;
};
/// A signed integer of fewer bits than a byte has.
template <unsigned kBits> struct Code {
  static constexpr int8_t kMin = -(1 << (kBits - 1)), kMax = -kMin - 1;
  int8_t value;
};
template <typename T> constexpr bool kIsCode = false;
template <unsigned kBits> constexpr bool kIsCode<Code<kBits>> = true;

//===----------------------------------------------------------------------===//
// One element
//===----------------------------------------------------------------------===//

/// `value` as a double whose last bit is set if any bit was lost: rounding it
/// again to at most 51 bits is right.
template <typename T> double roundToOdd(T value) {
  using U = uint64_t;
  bool isNegative = value < 0;
  U magnitude = isNegative ? -static_cast<U>(value) : static_cast<U>(value);
  if (magnitude >> 53)
    magnitude = (magnitude >> 11 | ((magnitude & 2047) != 0)) << 11;
  double wide = static_cast<double>(magnitude);
  return isNegative ? -wide : wide;
}

template <typename T> T truncate(double value) {
  using Limits = std::numeric_limits<T>;
  // The greatest value plus 1 is a power of two and exact.
  constexpr double kEnd = static_cast<double>(T(1) << (Limits::digits - 1)) * 2;
  if (std::isnan(value))
    return 0;
  if (value >= kEnd)
    return Limits::max();
  if (value <= static_cast<double>(Limits::min()))
    return Limits::min();
  return static_cast<T>(value);
}

template <typename W, typename T> W widen(T value) {
  if constexpr (std::is_same_v<T, F16> || std::is_same_v<T, BF16>) {
    double wide = std::is_same_v<T, F16>
                      ? widenF16(value.bits)
                      : static_cast<double>(llvm::bit_cast<float>(
                            static_cast<uint32_t>(value.bits) << 16));
    return widen<W>(wide);
  } else if constexpr (std::is_same_v<T, Bool>) {
    return static_cast<W>(value.value != 0);
  } else if constexpr (kIsCode<T>) {
    return static_cast<W>(value.value);
  } else if constexpr (std::is_floating_point_v<T>) {
    if constexpr (std::is_same_v<W, double>)
      return value;
    else
      return truncate<W>(value);
  } else if constexpr (std::is_same_v<W, double> && sizeof(T) == 8) {
    return roundToOdd(value);
  } else {
    return static_cast<W>(value);
  }
}

template <typename T, typename W> T narrow(W value) {
  if constexpr (std::is_same_v<T, Bool>) {
    return {static_cast<uint8_t>(value != 0)};
  } else if constexpr (kIsCode<T>) {
    if constexpr (std::is_same_v<W, double>) {
      return {std::clamp(truncate<int8_t>(value), T::kMin, T::kMax)};
    } else {
      constexpr int8_t kRange = T::kMax - T::kMin;
      auto low = static_cast<int8_t>(static_cast<uint64_t>(value) & kRange);
      return {static_cast<int8_t>(low > T::kMax ? low - kRange - 1 : low)};
    }
  } else if constexpr (std::is_same_v<T, F16> || std::is_same_v<T, BF16> ||
                       std::is_floating_point_v<T>) {
    if constexpr (std::is_same_v<T, double>) {
      return static_cast<double>(value);
    } else {
      double wide;
      if constexpr (std::is_same_v<W, double>)
        wide = value;
      else
        wide = roundToOdd(value);
      if constexpr (std::is_same_v<T, F16>)
        return {roundToF16(wide)};
      else if constexpr (std::is_same_v<T, BF16>)
        return {roundToBF16(wide)};
      else
        return static_cast<T>(wide);
    }
  } else if constexpr (std::is_same_v<W, double>) {
    return truncate<T>(value);
  } else {
    return static_cast<T>(value);
  }
}

//===----------------------------------------------------------------------===//
// Many elements
//===----------------------------------------------------------------------===//

template <typename Visitor> void visitElement(Element element, Visitor visit) {
  switch (element) {
  case Element::I1:
    return visit(Bool());
  case Element::I3:
    return visit(Code<3>());
  case Element::I4:
    return visit(Code<4>());
  case Element::I5:
    return visit(Code<5>());
  case Element::I6:
    return visit(Code<6>());
  case Element::I8:
    return visit(int8_t());
  case Element::I16:
    return visit(int16_t());
  case Element::I32:
    return visit(int32_t());
  case Element::I64:
    return visit(int64_t());
  case Element::U8:
    return visit(uint8_t());
  case Element::U16:
    return visit(uint16_t());
  case Element::U32:
    return visit(uint32_t());
  case Element::U64:
    return visit(uint64_t());
  case Element::F16:
    return visit(F16());
  case Element::BF16:
    return visit(BF16());
  case Element::F32:
    return visit(float());
  case Element::F64:
    return visit(double());
  }
}
} // namespace

template <typename W>
void weft::load(Element element, const char *from, int64_t count, W *to) {
  visitElement(element, [&](auto tag) {
    using T = decltype(tag);
    for (int64_t i = 0; i < count; ++i) {
      T value;
      std::memcpy(&value, from + i * sizeof(T), sizeof(T));
      to[i] = widen<W>(value);
    }
  });
}

template <typename W>
void weft::store(Element element, const W *from, int64_t count, char *to) {
  visitElement(element, [&](auto tag) {
    using T = decltype(tag);
    for (int64_t i = 0; i < count; ++i) {
      T value = narrow<T>(from[i]);
      std::memcpy(to + i * sizeof(T), &value, sizeof(T));
    }
  });
}

template <typename W> W weft::getLeast(Element element) {
  W least = 0;
  visitElement(element, [&](auto tag) {
    using T = decltype(tag);
    if constexpr (std::is_same_v<W, double>)
      least = -std::numeric_limits<double>::infinity();
    else if constexpr (kIsCode<T>)
      least = static_cast<W>(T::kMin);
    else if constexpr (std::is_integral_v<T>)
      least = static_cast<W>(std::numeric_limits<T>::min());
  });
  return least;
}

template <typename W> W weft::getGreatest(Element element) {
  W greatest = 1;
  visitElement(element, [&](auto tag) {
    using T = decltype(tag);
    if constexpr (std::is_same_v<W, double>)
      greatest = std::numeric_limits<double>::infinity();
    else if constexpr (kIsCode<T>)
      greatest = static_cast<W>(T::kMax);
    else if constexpr (std::is_integral_v<T>)
      greatest = static_cast<W>(std::numeric_limits<T>::max());
  });
  return greatest;
}

#define WEFT_INSTANTIATE(W)                                                    \
  template void weft::load<W>(Element, const char *, int64_t, W *);            \
  template void weft::store<W>(Element, const W *, int64_t, char *);           \
  template W weft::getLeast<W>(Element);                                       \
  template W weft::getGreatest<W>(Element);
WEFT_INSTANTIATE(double)
WEFT_INSTANTIATE(int64_t)
WEFT_INSTANTIATE(uint64_t)
#undef WEFT_INSTANTIATE
