// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A schema as the automaton takes it: a node is a set of alternatives, each of
// which allows JSON of one kind.
#ifndef WEFT_RUNTIME_TEXT_CONSTRAINT_JSONGRAMMAR_H
#define WEFT_RUNTIME_TEXT_CONSTRAINT_JSONGRAMMAR_H

#include "runtime/text/constraint/ByteTrie.h"

#include <limits>
#include <string>

namespace weft::text {

constexpr uint64_t unboundedCount = std::numeric_limits<uint64_t>::max();
constexpr size_t maxProperties = 64;
/// Bounds of integers lie within it.
constexpr int64_t maxIntegerBound = 1'000'000'000'000'000'000;
constexpr int32_t noNode = -1;

struct JsonAlternative {
  enum class Kind : uint8_t { Choice, String, Number, Integer, Array, Object };
  Kind kind = Kind::Choice;

  /// Choice: the texts that are allowed. Object: names of properties, spelled
  /// as between the quotes of JSON.
  ByteTrie texts;

  /// String: characters. Array: elements.
  uint64_t least = 0, most = unboundedCount;

  /// Integer: its bounds, as far as there are any.
  bool hasMinimum = false, hasMaximum = false;
  int64_t minimum = 0, maximum = 0;

  /// Array: nodes of the first elements. Object: those of the properties.
  std::vector<int32_t> nodes;
  /// Array: node of further elements. Object: of further properties.
  int32_t others = noNode;
  /// Object: which properties have to be there, and which may.
  uint64_t required = 0, possible = 0;
};

/// The node of element `index` of an array, noNode if there can be none.
inline int32_t getElementNode(const JsonAlternative &array, uint64_t index) {
  if (index >= array.most)
    return noNode;
  return index < array.nodes.size() ? array.nodes[size_t(index)] : array.others;
}

struct JsonGrammar {
  std::vector<JsonAlternative> alternatives;
  /// Alternatives of each node. A node without any allows nothing.
  std::vector<std::vector<int32_t>> nodes;
  int32_t root = noNode;
  /// At most so many spaces, tabs and line ends stand between two tokens.
  uint32_t maxWhitespace = 0;
};

/// Takes out alternatives that no finite text can satisfy, so that whatever
/// the automaton accepts can be completed.
void pruneGrammar(JsonGrammar &grammar);

} // namespace weft::text

#endif
