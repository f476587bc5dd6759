// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The bytes of all tokens of a vocabulary, such that those with a common
// beginning are walked together.
#ifndef WEFT_RUNTIME_TEXT_CONSTRAINT_TOKENTRIE_H
#define WEFT_RUNTIME_TEXT_CONSTRAINT_TOKENTRIE_H

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace weft::text {

/// Made once for a vocabulary; any thread may use it. Nodes are in the order
/// of a walk: the children of a node follow it, and the tokens below a node are
/// a range.
class TokenTrie {
public:
  struct Node {
    uint8_t byte; // that leads here
    bool isPlain; // all tokens below are characters that need no escape in
                  // JSON strings, from the root on
    uint32_t end; // index of the first node that is not below this one
    uint32_t firstToken, endToken; // those that end at this node or below it
    uint32_t ownEnd;         // firstToken to here are those that end at it
    uint32_t mostCharacters; // of a token below, if isPlain
  };

  /// `tokens[t]` are the bytes of token t. Tokens without bytes (special ones)
  /// are in no mask.
  explicit TokenTrie(std::span<const std::string> tokens);

  /// In walking order; the first one is the root.
  std::span<const Node> getNodes() const { return nodes; }
  /// Numbers of tokens, in the order that Node's ranges mean.
  std::span<const int32_t> getTokens() const { return order; }
  size_t getVocabularySize() const { return vocabularySize; }
  /// Words of a mask with a bit for each token.
  size_t getMaskWords() const { return (vocabularySize + 63) / 64; }

private:
  void addNodes(std::span<const std::string> tokens, uint32_t first,
                uint32_t end, size_t depth, uint8_t byte);

  std::vector<Node> nodes;
  std::vector<int32_t> order;
  size_t vocabularySize;
};

} // namespace weft::text

#endif
