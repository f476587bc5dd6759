// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The bytes of all tokens of a vocabulary, such that those with a common
// beginning are walked together.
#ifndef WEFT_RUNTIME_TEXT_CONSTRAINT_TOKENTRIE_H
#define WEFT_RUNTIME_TEXT_CONSTRAINT_TOKENTRIE_H

#include "runtime/text/constraint/StringScanner.h"

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
    /// All tokens that end here or below are characters that need no escape in
    /// JSON strings, from the root on.
    bool isPlain;
    /// Index of the first node that is not below this one.
    uint32_t end;
    /// Tokens that end here or below; the first of them, up to ownEnd, here.
    uint32_t firstToken, ownEnd, endToken;
    /// If isPlain: characters from the root to here, and of the longest token.
    uint32_t characters, mostCharacters;
  };

  /// `tokens[t]` are the bytes of token t. Tokens without bytes (special ones)
  /// are in no mask.
  explicit TokenTrie(std::span<const std::string> tokens);

  /// In walking order; the first one is the root.
  std::span<const Node> getNodes() const { return nodes; }
  /// Numbers of tokens, in the order that Node's ranges mean.
  std::span<const int32_t> getTokens() const { return order; }
  /// Characters of each token of getTokens(), if it is plain.
  std::span<const uint32_t> getCharacters() const { return characters; }
  size_t getVocabularySize() const { return vocabularySize; }
  /// Words of a mask with a bit for each token.
  size_t getMaskWords() const { return (vocabularySize + 63) / 64; }

private:
  void addNodes(std::span<const std::string> tokens, uint32_t first,
                uint32_t end, size_t depth, StringState state, uint32_t count);

  std::vector<Node> nodes;
  std::vector<int32_t> order;
  std::vector<uint32_t> characters;
  size_t vocabularySize;
};

} // namespace weft::text

#endif
