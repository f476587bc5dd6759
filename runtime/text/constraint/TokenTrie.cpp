// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tokens are sorted by their bytes; a node is a range of them with a common
// beginning.
#include "runtime/text/constraint/TokenTrie.h"
#include "runtime/text/constraint/StringScanner.h"

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
  addNodes(tokens, 0, uint32_t(order.size()), 0, 0);
}

/// How many characters a text is that JSON strings take as it is; 0 if it is
/// none, or ends inside one.
static uint32_t countPlainCharacters(std::string_view text) {
  StringState state = StringState::Between;
  uint32_t count = 0;
  for (char character : text) {
    if (character == '\\')
      return 0;
    state = stepString(state, uint8_t(character), false);
    if (state == StringState::Invalid)
      return 0;
    count += state == StringState::Between;
  }
  return state == StringState::Between ? count : 0;
}

void TokenTrie::addNodes(std::span<const std::string> tokens, uint32_t first,
                         uint32_t end, size_t depth, uint8_t byte) {
  auto get = [&](uint32_t index) -> const std::string & {
    return tokens[size_t(order[index])];
  };
  size_t self = nodes.size();
  nodes.push_back({byte, true, 0, first, end, first, 0});
  uint32_t at = first;
  // The ones that end here come first.
  for (; at < end && get(at).size() == depth; ++at) {
    uint32_t count = countPlainCharacters(get(at));
    nodes[self].isPlain &= count > 0;
    nodes[self].mostCharacters = std::max(nodes[self].mostCharacters, count);
  }
  nodes[self].ownEnd = at;
  while (at < end) {
    uint8_t next = uint8_t(get(at)[depth]);
    uint32_t last = at;
    while (last < end && uint8_t(get(last)[depth]) == next)
      ++last;
    size_t child = nodes.size();
    addNodes(tokens, at, last, depth + 1, next);
    nodes[self].isPlain &= nodes[child].isPlain;
    nodes[self].mostCharacters =
        std::max(nodes[self].mostCharacters, nodes[child].mostCharacters);
    at = last;
  }
  nodes[self].end = uint32_t(nodes.size());
}
