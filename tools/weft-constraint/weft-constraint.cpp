// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Puts JSON constraints to the test: each line of standard input is a JSON
// object with `schema` and one of
//   texts         which of these are accepted? -> accepted
//   samples, seed, vocabulary
//                 writes random texts with the tokens that are allowed -> texts
// and each line of standard output its answer, or `error`.
#include "runtime/text/constraint/JsonConstraint.h"
#include "runtime/text/sampling/RandomStream.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>

using namespace weft::text;
using Json = nlohmann::ordered_json;

static bool accepts(JsonConstraint constraint, const std::string &text) {
  return constraint.advance(text).ok() && constraint.isComplete();
}

/// The tokens that `mask` allows.
static std::vector<size_t> getAllowed(const std::vector<uint64_t> &mask) {
  std::vector<size_t> allowed;
  for (size_t i = 0; i < mask.size() * 64; ++i)
    if (mask[i / 64] >> (i % 64) & 1)
      allowed.push_back(i);
  return allowed;
}

/// A random text, empty if it found no end.
static std::string sample(JsonConstraint constraint, const TokenTrie &tokens,
                          const std::vector<std::string> &vocabulary,
                          RandomStream &random) {
  constexpr size_t patience = 60, mostTokens = 1000;
  std::vector<uint64_t> mask(tokens.getMaskWords());
  std::string text;
  for (size_t count = 0; count < mostTokens; ++count) {
    if (constraint.isComplete() && (count > patience || random.next() % 3 == 0))
      return text;
    constraint.allowed(tokens, mask);
    std::vector<size_t> allowed = getAllowed(mask);
    if (allowed.empty())
      return constraint.isComplete() ? text : "stuck: " + text;
    size_t token = allowed[random.next() % allowed.size()];
    // After a while, what ends things comes first.
    if (count > patience || random.next() % 4 == 0)
      for (std::string_view end : {"\"", "}", "]", ":", ","})
        if (auto found = std::ranges::find_if(
                allowed, [&](size_t i) { return vocabulary[i] == end; });
            found != allowed.end()) {
          token = *found;
          break;
        }
    if (!constraint.advance(vocabulary[token]).ok())
      return "refused: " + text + vocabulary[token];
    text += vocabulary[token];
  }
  return "";
}

static Json answer(const Json &request) {
  std::unique_ptr<JsonConstraint> constraint;
  JsonConstraintOptions options;
  options.maxWhitespace = request.value("maxWhitespace", options.maxWhitespace);
  if (Status status =
          JsonConstraint::parse(request["schema"].dump(), constraint, options);
      !status.ok())
    return {{"error", status.getMessage()}};
  Json result = Json::object();
  if (request.contains("texts")) {
    result["accepted"] = Json::array();
    for (const Json &text : request["texts"])
      result["accepted"].push_back(
          accepts(*constraint, text.get<std::string>()));
    return result;
  }
  auto vocabulary = request["vocabulary"].get<std::vector<std::string>>();
  TokenTrie tokens(vocabulary);
  RandomStream random(request["seed"].get<uint64_t>());
  result["texts"] = Json::array();
  for (size_t i = request["samples"].get<size_t>(); i > 0; --i)
    if (std::string text = sample(*constraint, tokens, vocabulary, random);
        !text.empty())
      result["texts"].push_back(text);
  return result;
}

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    Json request = Json::parse(line, nullptr, /*allow_exceptions=*/false);
    bool isRequest =
        request.is_object() && request.contains("schema") &&
        (request.contains("texts") ||
         (request.contains("samples") && request.contains("seed") &&
          request.contains("vocabulary")));
    Json result =
        isRequest ? answer(request) : Json{{"error", "expected a request"}};
    std::cout << result.dump(-1, ' ', false, Json::error_handler_t::replace)
              << std::endl;
  }
  return 0;
}
