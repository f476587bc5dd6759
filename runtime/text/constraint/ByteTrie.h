// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A few texts, followed byte by byte: names of properties, values of enums.
#ifndef WEFT_RUNTIME_TEXT_CONSTRAINT_BYTETRIE_H
#define WEFT_RUNTIME_TEXT_CONSTRAINT_BYTETRIE_H

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace weft::text {

class ByteTrie {
public:
  ByteTrie() : nodes(1) {}

  /// Node 0 is the empty text; -1 is where no text goes on.
  int32_t findChild(int32_t node, uint8_t byte) const {
    if (node >= 0)
      for (auto [label, child] : nodes[size_t(node)].children)
        if (label == byte)
          return child;
    return -1;
  }
  /// The index that `add` gave the text that ends here, -1 for none.
  int32_t getText(int32_t node) const {
    return node < 0 ? -1 : nodes[size_t(node)].text;
  }
  /// Which of the texts 0 to 63 go on from here or end here.
  uint64_t getTextsBelow(int32_t node) const {
    return node < 0 ? 0 : nodes[size_t(node)].below;
  }
  bool isEmpty() const { return nodes.size() == 1; }

  void add(std::string_view text, int32_t index) {
    int32_t node = 0;
    for (size_t i = 0;; ++i) {
      if (index < 64)
        nodes[size_t(node)].below |= uint64_t(1) << index;
      if (i == text.size())
        break;
      int32_t child = findChild(node, uint8_t(text[i]));
      if (child < 0) {
        child = int32_t(nodes.size());
        nodes.emplace_back();
        nodes[size_t(node)].children.emplace_back(uint8_t(text[i]), child);
      }
      node = child;
    }
    nodes[size_t(node)].text = index;
  }

private:
  struct Node {
    std::vector<std::pair<uint8_t, int32_t>> children;
    uint64_t below = 0;
    int32_t text = -1;
  };
  std::vector<Node> nodes;
};

} // namespace weft::text

#endif
