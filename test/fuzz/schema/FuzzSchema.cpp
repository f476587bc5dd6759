// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stranger's JSON schema, and a text for it: the input is the schema, a null
// byte, and the text. Under a schema that is accepted, the mask allows a token
// just where advancing by it works, and what is complete is JSON.

#include "runtime/text/constraint/JsonConstraint.h"

#include <nlohmann/json.hpp>

#include <cstdlib>

using namespace weft::text;

/// All bytes, and tokens of several.
static std::vector<std::string> makeTokens() {
  std::vector<std::string> tokens{""};
  for (int byte = 0; byte < 256; ++byte)
    tokens.emplace_back(1, static_cast<char>(byte));
  for (const char *token : {"{\"", "\":", "\",\"", "[[", "[[[[[[[[", "]]", "}}",
                            "null", "true", "12", "ab", "\\u00", "  ", "é"})
    tokens.emplace_back(token);
  return tokens;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const std::vector<std::string> tokens = makeTokens();
  static const TokenTrie trie(tokens);
  std::string_view input(reinterpret_cast<const char *>(data), size);
  size_t end = input.find('\0');
  std::unique_ptr<JsonConstraint> constraint;
  if (!JsonConstraint::parse(input.substr(0, end), constraint).ok())
    return 0;
  std::string_view text;
  if (end != std::string_view::npos)
    text = input.substr(end + 1, 256);
  std::string taken;
  std::vector<uint64_t> mask(trie.getMaskWords());
  for (char character : text) {
    constraint->allowed(trie, mask);
    size_t token = 1 + static_cast<unsigned char>(character);
    bool isAllowed = mask[token / 64] >> (token % 64) & 1;
    if (constraint->advance({&character, 1}).ok() != isAllowed)
      abort();
    if (!isAllowed)
      break;
    taken += character;
  }
  if (constraint->isComplete() && !nlohmann::json::accept(taken))
    abort();
  return 0;
}
