// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One function for the two kinds of places in a string. Halves of surrogate
// pairs do not stand alone, since no UTF-8 text could say the same.
#include "runtime/text/constraint/StringScanner.h"

#include <string_view>

using namespace weft::text;
using State = StringState;

static bool isIn(uint8_t byte, std::string_view set) {
  return set.find(char(byte)) != set.npos;
}

static bool isHex(uint8_t byte) { return isIn(byte, "0123456789abcdefABCDEF"); }

static State beginCharacter(uint8_t byte) {
  if (byte == '\\')
    return State::Escape;
  if (byte < 0x20 || byte == '"')
    return State::Invalid;
  if (byte < 0x80)
    return State::Between;
  if (byte < 0xc2 || byte > 0xf4)
    return State::Invalid;
  switch (byte) {
  case 0xe0:
    return State::AfterE0;
  case 0xed:
    return State::AfterED;
  case 0xf0:
    return State::AfterF0;
  case 0xf4:
    return State::AfterF4;
  }
  return byte < 0xe0 ? State::Last1 : byte < 0xf0 ? State::Last2 : State::Last3;
}

static State beginEscape(uint8_t byte, bool isCanonical) {
  if (byte == 'u')
    return isCanonical ? State::Control1 : State::Hex1;
  bool hasLetter = isIn(byte, "\"\\bfnrt") || (byte == '/' && !isCanonical);
  return hasLetter ? State::Between : State::Invalid;
}

State weft::text::stepString(State state, uint8_t byte, bool isCanonical) {
  auto inRange = [&](uint8_t first, uint8_t last, State next) {
    return byte >= first && byte <= last ? next : State::Invalid;
  };
  auto one = [&](bool holds, State next) {
    return holds ? next : State::Invalid;
  };
  switch (state) {
  case State::Between:
    return beginCharacter(byte);
  case State::Last1:
    return inRange(0x80, 0xbf, State::Between);
  case State::Last2:
    return inRange(0x80, 0xbf, State::Last1);
  case State::Last3:
    return inRange(0x80, 0xbf, State::Last2);
  case State::AfterE0:
    return inRange(0xa0, 0xbf, State::Last1);
  case State::AfterED:
    return inRange(0x80, 0x9f, State::Last1);
  case State::AfterF0:
    return inRange(0x90, 0xbf, State::Last2);
  case State::AfterF4:
    return inRange(0x80, 0x8f, State::Last2);
  case State::Escape:
    return beginEscape(byte, isCanonical);
  case State::Hex1:
    return isIn(byte, "dD") ? State::Hex2AfterD : one(isHex(byte), State::Hex2);
  case State::Hex2:
    return one(isHex(byte), State::Hex3);
  case State::Hex2AfterD:
    return isIn(byte, "01234567") ? State::Hex3
                                  : one(isIn(byte, "89abAB"), State::High3);
  case State::Hex3:
    return one(isHex(byte), State::Hex4);
  case State::Hex4:
    return one(isHex(byte), State::Between);
  case State::High3:
    return one(isHex(byte), State::High4);
  case State::High4:
    return one(isHex(byte), State::LowEscape);
  case State::LowEscape:
    return one(byte == '\\', State::LowU);
  case State::LowU:
    return one(byte == 'u', State::LowD);
  case State::LowD:
    return one(isIn(byte, "dD"), State::LowHex2);
  case State::LowHex2:
    return one(isIn(byte, "cdefCDEF"), State::Hex3);
  case State::Control1:
    return one(byte == '0', State::Control2);
  case State::Control2:
    return one(byte == '0', State::Control3);
  case State::Control3:
    return byte == '0' ? State::Control4After0
                       : one(byte == '1', State::Control4After1);
  case State::Control4After0: // 8, 9, a, c and d have letters
    return one(isIn(byte, "01234567bef"), State::Between);
  case State::Control4After1:
    return one(isIn(byte, "0123456789abcdef"), State::Between);
  case State::Invalid:
    break;
  }
  return State::Invalid;
}
