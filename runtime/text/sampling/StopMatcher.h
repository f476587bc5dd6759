// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Stop strings in text that arrives in pieces.
#ifndef WEFT_RUNTIME_TEXT_SAMPLING_STOPMATCHER_H
#define WEFT_RUNTIME_TEXT_SAMPLING_STOPMATCHER_H

#include "runtime/program/Status.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace weft::text {

using runtime::Status;

/// Passes text on until a stop string appears in it. The end of the text that
/// could be the beginning of a stop string is held back until that is decided.
/// Which text comes out does not depend on where the pieces are cut.
///
/// The stop string whose last byte comes first wins, of two that end together
/// the longer one. Time is linear in the text (Aho and Corasick, "Efficient
/// String Matching", CACM 1975). If text and stop strings are valid UTF-8 and
/// no piece cuts a character, no output does. One thread at a time.
class StopMatcher {
public:
  /// Expects up to 256 stop strings of 1 to 4096 bytes; none = nothing stops.
  static Status create(std::span<const std::string> stops,
                       std::unique_ptr<StopMatcher> &matcher);

  /// Takes the next piece and returns what may be shown now: without the stop
  /// string and all behind it, and nothing more once it has stopped.
  std::string append(std::string_view piece);

  /// The text ends here: returns what was held back.
  std::string finish();

  bool hasStopped() const { return stopped >= 0; }

  /// Index of the stop string that was found, -1 while there is none.
  int32_t getStop() const { return stopped; }

  /// Forgets all text.
  void reset();

private:
  /// A prefix of a stop string. Node 0 is the empty one.
  struct Node {
    std::vector<std::pair<uint8_t, int32_t>> children;
    int32_t longestSuffix = 0; // that is a prefix of a stop string too
    int32_t stop = -1;         // the longest one that ends here
    uint32_t length = 0;
  };

  StopMatcher() = default;
  int32_t findChild(int32_t node, uint8_t byte) const;
  int32_t step(int32_t node, uint8_t byte) const;
  void addStop(std::string_view text, int32_t index);
  void linkSuffixes();

  std::vector<Node> nodes;
  std::vector<uint32_t> stopLengths;
  std::string held; // as long as the prefix `current`
  int32_t current = 0;
  int32_t stopped = -1;
};

} // namespace weft::text

#endif
