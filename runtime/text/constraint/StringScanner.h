// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What stands between the quotes of a JSON string, byte by byte: UTF-8 without
// control characters, and escapes.
#ifndef WEFT_RUNTIME_TEXT_CONSTRAINT_STRINGSCANNER_H
#define WEFT_RUNTIME_TEXT_CONSTRAINT_STRINGSCANNER_H

#include <cstdint>

namespace weft::text {

/// Where in a character the scanner is.
enum class StringState : uint8_t {
  Between, // characters
  // Continuation bytes that are missing, and first ones with a smaller range.
  Last1,
  Last2,
  Last3,
  AfterE0,
  AfterED,
  AfterF0,
  AfterF4,
  // Escapes; in pairs of \\u the first one is a high surrogate.
  Escape,
  Hex1,
  Hex2,
  Hex2AfterD,
  Hex3,
  Hex4,
  High3,
  High4,
  LowEscape,
  LowU,
  LowD,
  LowHex2,
  // The one way to spell control characters that have no letter.
  Control1,
  Control2,
  Control3,
  Control4After0,
  Control4After1,
  Invalid
};

/// The state after `byte`. A quote between characters is Invalid too: the
/// caller looks for it. With `isCanonical` there is one spelling of each
/// text: only quotes, backslashes and control characters are escaped, with a
/// letter if there is one and lower-case \\u00xx if not.
StringState stepString(StringState state, uint8_t byte, bool isCanonical);

} // namespace weft::text

#endif
