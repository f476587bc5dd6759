// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A set of byte strings, each with a number, that finds all prefixes of a text
// that are in it.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_BYTETRIE_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_BYTETRIE_H

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace weft::text {

/// Built once. The children of a node are neighbours, sorted by their byte, so
/// that a node is its byte, its number and where its children begin.
class ByteTrie {
public:
  struct Entry {
    std::string_view key;
    int32_t value; // not negative
  };
  /// Replaces the contents. Empty keys are left out; of equal keys the one of
  /// the greatest value counts.
  void build(std::vector<Entry> entries);

  bool empty() const { return bytes.empty(); }
  /// Whether some key begins with `byte`.
  bool canBegin(char byte) const {
    return roots[static_cast<unsigned char>(byte)] != 0;
  }

  /// Calls visit(size, value) for each prefix of `text` that is a key, the
  /// shortest first.
  template <typename Visit>
  void visitPrefixes(std::string_view text, Visit visit) const {
    if (text.empty())
      return;
    uint32_t node = roots[static_cast<unsigned char>(text[0])];
    for (size_t size = 1; node != 0; ++size) {
      if (values[node] >= 0)
        visit(size, values[node]);
      if (size == text.size())
        return;
      node = findChild(node, static_cast<unsigned char>(text[size]));
    }
  }

private:
  /// The child of `node` for `byte`, or 0.
  uint32_t findChild(uint32_t node, unsigned char byte) const {
    uint32_t begin = children[node], end = children[node + 1];
    // Most nodes have few children.
    while (end - begin > 8) {
      uint32_t middle = begin + (end - begin) / 2;
      if (bytes[middle] <= byte)
        begin = middle;
      else
        end = middle;
    }
    for (; begin < end; ++begin)
      if (bytes[begin] == byte)
        return begin;
    return 0;
  }

  std::array<uint32_t, 256> roots{};
  /// Node 0 is the root. Nodes are in breadth-first order, and the children of
  /// node n are children[n] to children[n + 1].
  std::vector<unsigned char> bytes;
  std::vector<int32_t> values;
  std::vector<uint32_t> children;
};

} // namespace weft::text

#endif
