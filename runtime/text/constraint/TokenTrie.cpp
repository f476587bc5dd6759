// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tokens are sorted by their bytes; a node is a range of them with a common
// beginning.
#include "runtime/text/constraint/TokenTrie.h"

#include <algorithm>

using namespace weft::text;

// The depth of the trie is bounded by cutting tokens off that no text needs.
constexpr size_t maxTokenBytes = 1024;

TokenTrie::TokenTrie(std::span<const std::string> tokens)
    : vocabularySize(tokens.size()) {
  for (size_t i = 0; i < tokens.size(); ++i)
    if (!tokens[i].empty() && tokens[i].size() <= maxTokenBytes)
      order.push_back(int32_t(i));
  std::sort(order.begin(), order.end(), [&](int32_t left, int32_t right) {
    int compared = tokens[size_t(left)].compare(tokens[size_t(right)]);
    return compared != 0 ? compared < 0 : left < right;
  });
  characters.resize(order.size());
  addNodes(tokens, 0, uint32_t(order.size()), 0, StringState::Between, 0);
}

/// A node for the tokens from `first` to `end`, which agree in `depth` bytes.
/// `state` is Invalid behind what is not plain, and `count` are the characters
/// so far.
void TokenTrie::addNodes(std::span<const std::string> tokens, uint32_t first,
                         uint32_t end, size_t depth, StringState state,
                         uint32_t count) {
  auto get = [&](uint32_t index) -> const std::string & {
    return tokens[size_t(order[index])];
  };
  size_t self = nodes.size();
  uint32_t at = first;
  // The ones that end here come first.
  while (at < end && get(at).size() == depth)
    characters[at++] = count;
  Node node = {};
  node.byte = depth > 0 ? uint8_t(get(first)[depth - 1]) : 0;
  node.isPlain = at == first || state == StringState::Between;
  node.firstToken = first;
  node.ownEnd = at;
  node.endToken = end;
  node.characters = node.mostCharacters = count;
  nodes.push_back(node);
  while (at < end) {
    uint8_t byte = uint8_t(get(at)[depth]);
    uint32_t last = at;
    while (last < end && uint8_t(get(last)[depth]) == byte)
      ++last;
    StringState next =
        byte == '\\' ? StringState::Invalid : stepString(state, byte, false);
    size_t child = nodes.size();
    addNodes(tokens, at, last, depth + 1, next,
             count + (next == StringState::Between));
    nodes[self].isPlain &= nodes[child].isPlain;
    nodes[self].mostCharacters =
        std::max(nodes[self].mostCharacters, nodes[child].mostCharacters);
    at = last;
  }
  nodes[self].end = uint32_t(nodes.size());
}
