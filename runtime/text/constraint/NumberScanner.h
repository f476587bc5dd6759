// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Numbers, byte by byte.
#ifndef WEFT_RUNTIME_TEXT_CONSTRAINT_NUMBERSCANNER_H
#define WEFT_RUNTIME_TEXT_CONSTRAINT_NUMBERSCANNER_H

#include "runtime/text/constraint/JsonGrammar.h"

namespace weft::text {

struct NumberState {
  enum class Part : uint8_t {
    Begin,
    Minus,
    Zero, // a first digit 0, behind which no digit comes
    Digits,
    Point,
    Fraction,
    E,
    ExponentSign,
    Exponent
  };
  Part part = Part::Begin;
  bool isNegative = false;
  uint64_t magnitude = 0; // of an integer, saturated

  bool operator==(const NumberState &) const = default;
};

/// Sets `state` to what follows `byte`; false if it cannot stand here. An
/// integer has no fraction and no exponent, is not -0, and stays such that
/// more digits can lead it into its bounds.
bool stepNumber(NumberState &state, uint8_t byte,
                const JsonAlternative &alternative);

/// Whether the number may end here.
bool isNumberComplete(const NumberState &state,
                      const JsonAlternative &alternative);

} // namespace weft::text

#endif
