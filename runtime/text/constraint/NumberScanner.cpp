// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The grammar of RFC 8259 and, for integers, bounds.
#include "runtime/text/constraint/NumberScanner.h"

using namespace weft::text;
using Part = NumberState::Part;

// Above every bound.
constexpr uint64_t saturated = 10'000'000'000'000'000'000u;

static uint64_t appendDigit(uint64_t number, unsigned digit) {
  return number > uint64_t(maxIntegerBound) ? saturated : number * 10 + digit;
}

/// Whether one of the numbers from `least` to `most` (magnitudes) is within
/// the bounds.
static bool isWithin(bool isNegative, uint64_t least, uint64_t most,
                     const JsonAlternative &bounds) {
  // All bounds are far from the ends of int64_t; saturated numbers become
  // the largest ones.
  auto toSigned = [](uint64_t magnitude) {
    return magnitude >= saturated / 2 ? INT64_MAX : int64_t(magnitude);
  };
  int64_t low = isNegative ? -toSigned(most) : toSigned(least);
  int64_t high = isNegative ? -toSigned(least) : toSigned(most);
  return (!bounds.hasMinimum || high >= bounds.minimum) &&
         (!bounds.hasMaximum || low <= bounds.maximum);
}

static bool canReachBounds(const NumberState &state,
                           const JsonAlternative &bounds) {
  uint64_t least = state.magnitude, most = state.magnitude;
  for (int digits = 0; digits < 20; ++digits) {
    if (isWithin(state.isNegative, least, most, bounds))
      return true;
    if (state.magnitude == 0) // no digit follows a 0
      return false;
    least = appendDigit(least, 0);
    most = appendDigit(most, 9);
  }
  return false;
}

static bool stepInteger(NumberState &state, uint8_t byte,
                        const JsonAlternative &bounds) {
  if (byte == '-' && state.part == Part::Begin) {
    state = {Part::Minus, true, 0};
    return !bounds.hasMinimum || bounds.minimum < 0;
  }
  bool isDigit = byte >= '0' && byte <= '9';
  if (!isDigit || state.part == Part::Zero ||
      (state.part == Part::Minus && byte == '0'))
    return false;
  state.part =
      state.part == Part::Begin && byte == '0' ? Part::Zero : Part::Digits;
  state.magnitude = appendDigit(state.magnitude, unsigned(byte - '0'));
  return canReachBounds(state, bounds);
}

bool weft::text::stepNumber(NumberState &state, uint8_t byte,
                            const JsonAlternative &alternative) {
  if (alternative.kind == JsonAlternative::Kind::Integer)
    return stepInteger(state, byte, alternative);
  bool isDigit = byte >= '0' && byte <= '9';
  auto go = [&](bool holds, Part next) {
    state.part = next;
    return holds;
  };
  switch (state.part) {
  case Part::Begin:
    if (byte == '-')
      return go(true, Part::Minus);
    [[fallthrough]];
  case Part::Minus:
    return go(isDigit, byte == '0' ? Part::Zero : Part::Digits);
  case Part::Digits:
    if (isDigit)
      return true;
    [[fallthrough]];
  case Part::Zero:
    return byte == '.' ? go(true, Part::Point)
                       : go((byte | 32) == 'e', Part::E);
  case Part::Point:
    return go(isDigit, Part::Fraction);
  case Part::Fraction:
    return isDigit || go((byte | 32) == 'e', Part::E);
  case Part::E:
    if (byte == '+' || byte == '-')
      return go(true, Part::ExponentSign);
    [[fallthrough]];
  case Part::ExponentSign:
    return go(isDigit, Part::Exponent);
  case Part::Exponent:
    return isDigit;
  }
  return false;
}

bool weft::text::isNumberComplete(const NumberState &state,
                                  const JsonAlternative &alternative) {
  bool isComplete = state.part == Part::Zero || state.part == Part::Digits ||
                    state.part == Part::Fraction ||
                    state.part == Part::Exponent;
  return isComplete && (alternative.kind == JsonAlternative::Kind::Number ||
                        isWithin(state.isNegative, state.magnitude,
                                 state.magnitude, alternative));
}
