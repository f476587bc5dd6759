// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Elements in memory and in arithmetic. Every computation happens in one of
// three wide types: double for floats, int64_t and uint64_t for integers.
// Elements are widened exactly when they are read and rounded once (floats) or
// wrapped (integers) when they are written, so an op is written three times at
// most and not once an element type.

#ifndef WEFT_LIB_INTERPRETER_ELEMENTTYPE_H
#define WEFT_LIB_INTERPRETER_ELEMENTTYPE_H

#include "mlir/IR/Types.h"
#include <cstdint>
#include <cstring>
#include <optional>

namespace weft {

/// An element type of the dialect. Truth values take one byte, 0 or 1; codes of
/// 3 to 6 bits one as well, sign extended.
enum class Element : uint8_t {
  I1,
  I3,
  I4,
  I5,
  I6,
  I8,
  I16,
  I32,
  I64,
  U8,
  U16,
  U32,
  U64,
  F16,
  BF16,
  F32,
  F64
};

/// Returns the element of a builtin type; nothing for a type that tensors of
/// the dialect cannot have.
std::optional<Element> findElement(mlir::Type type);

unsigned getSizeBytes(Element element);
/// The bits of a code that weights pack; 0 for all other elements.
inline unsigned getPackedBits(Element element) {
  return element >= Element::I3 && element <= Element::I6
             ? 3 + unsigned(element) - unsigned(Element::I3)
             : 0;
}
inline bool isFloat(Element element) { return element >= Element::F16; }
inline bool isUnsigned(Element element) {
  return element == Element::I1 ||
         (element >= Element::U8 && element <= Element::U64);
}

/// The bits of the nearest 16-bit float, halves to even; NaN stays NaN.
uint16_t roundToF16(double value);
uint16_t roundToBF16(double value);
double widenF16(uint16_t bits);

/// Reads `count` elements, at any alignment, as W: exactly for the wide type of
/// the element. Floats read as integers truncate and saturate, NaN becomes 0;
/// integers read as double round to odd, so that a second rounding gives what
/// one would have given.
template <typename W>
void load(Element element, const char *from, int64_t count, W *to);

/// Writes `count` elements: floats are rounded to nearest even; integers wrap;
/// doubles that become integers truncate and saturate, NaN becomes 0; what
/// becomes a truth value is whether it is not 0.
template <typename W>
void store(Element element, const W *from, int64_t count, char *to);

/// Calls `visit` with a value of the wide type of `element`: double, int64_t or
/// uint64_t.
template <typename Visitor> auto visitWide(Element element, Visitor visit) {
  if (isFloat(element))
    return visit(double());
  if (isUnsigned(element))
    return visit(uint64_t());
  return visit(int64_t());
}

/// Calls `visit` with an unsigned integer as wide as the element, for ops that
/// move elements without looking at them.
template <typename Visitor> auto visitBits(unsigned sizeBytes, Visitor visit) {
  switch (sizeBytes) {
  case 1:
    return visit(uint8_t());
  case 2:
    return visit(uint16_t());
  case 4:
    return visit(uint32_t());
  default:
    return visit(uint64_t());
  }
}

/// The least and the greatest value of the element in its wide type; of floats
/// the infinities.
template <typename W> W getLeast(Element element);
template <typename W> W getGreatest(Element element);

} // namespace weft

#endif // WEFT_LIB_INTERPRETER_ELEMENTTYPE_H
