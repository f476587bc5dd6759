// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The automaton's threads, and its walk over the vocabulary.
#include "runtime/text/constraint/JsonConstraint.h"
#include "runtime/text/constraint/JsonAutomaton.h"
#include "runtime/text/constraint/SchemaCompiler.h"

#include <algorithm>

using namespace weft::text;
using weft::runtime::failure;

constexpr size_t maxSchemaBytes = 1 << 20;
constexpr int maxNesting = 200;

struct JsonConstraint::State {
  std::shared_ptr<const JsonGrammar> grammar;
  std::vector<JsonThread> threads;
};

namespace {

/// The state of the walk at each depth of the trie. Levels are kept, as making
/// vectors would take most of the time.
class Walk {
public:
  Walk(const JsonAutomaton &automaton, const TokenTrie &tokens,
       std::span<uint64_t> mask)
      : automaton(automaton), nodes(tokens.getNodes()),
        order(tokens.getTokens()), characters(tokens.getCharacters()),
        mask(mask) {}

  void run(const std::vector<JsonThread> &threads);

private:
  void visitChildren(uint32_t node, size_t depth);
  bool allowPlainText(const TokenTrie::Node &node,
                      const std::vector<JsonThread> &threads);
  void allow(uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; ++i)
      mask[size_t(order[i]) / 64] |= uint64_t(1) << (order[i] % 64);
  }

  const JsonAutomaton &automaton;
  std::span<const TokenTrie::Node> nodes;
  std::span<const int32_t> order;
  std::span<const uint32_t> characters;
  std::span<uint64_t> mask;
  std::vector<std::vector<JsonThread>> levels;
};

} // namespace

/// Allows the tokens below `node` without walking to them: if all of them are
/// plain text, and some reading takes all text or all readings take text of some
/// length.
bool Walk::allowPlainText(const TokenTrie::Node &node,
                          const std::vector<JsonThread> &threads) {
  if (!node.isPlain)
    return false;
  uint64_t most = 0;
  bool takeText = true;
  for (const JsonThread &thread : threads) {
    uint64_t characters;
    if (automaton.takesAnyText(thread, characters))
      most = std::max(most, characters);
    else
      takeText = false;
  }
  if (node.mostCharacters - node.characters <= most) {
    allow(node.firstToken, node.endToken);
    return true;
  }
  if (!takeText)
    return false;
  for (uint32_t i = node.firstToken; i < node.endToken; ++i)
    if (characters[i] - node.characters <= most)
      allow(i, i + 1);
  return true;
}

void Walk::visitChildren(uint32_t node, size_t depth) {
  if (levels.size() < depth + 2)
    levels.resize(depth + 2);
  for (uint32_t child = node + 1; child < nodes[node].end;
       child = nodes[child].end) {
    std::vector<JsonThread> &next = levels[depth + 1];
    // What advance() would refuse is not allowed.
    if (!automaton.step(levels[depth], nodes[child].byte, next) || next.empty())
      continue;
    if (allowPlainText(nodes[child], next))
      continue;
    allow(nodes[child].firstToken, nodes[child].ownEnd);
    visitChildren(child, depth + 1);
  }
}

void Walk::run(const std::vector<JsonThread> &threads) {
  levels.resize(2);
  levels[0] = threads;
  visitChildren(0, 0);
}

JsonConstraint::JsonConstraint() : state(std::make_unique<State>()) {}
JsonConstraint::JsonConstraint(const JsonConstraint &other)
    : state(std::make_unique<State>(*other.state)) {}
JsonConstraint &JsonConstraint::operator=(const JsonConstraint &other) {
  *state = *other.state;
  return *this;
}
JsonConstraint::~JsonConstraint() = default;

/// Before parsing, whose stack grows with it.
static bool isNestedTooDeep(std::string_view text) {
  int depth = 0;
  bool inString = false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (inString) {
      i += text[i] == '\\';
      inString = text[i < text.size() ? i : i - 1] != '"';
    } else if (text[i] == '"') {
      inString = true;
    } else if (text[i] == '[' || text[i] == '{') {
      if (++depth > maxNesting)
        return true;
    } else if (text[i] == ']' || text[i] == '}') {
      --depth;
    }
  }
  return false;
}

Status JsonConstraint::parse(std::string_view schemaText,
                             std::unique_ptr<JsonConstraint> &constraint,
                             const JsonConstraintOptions &options) {
  auto bad = [](const auto &...parts) {
    return failure(WEFT_STATUS_INVALID_ARGUMENT, "JSON schema: ", parts...);
  };
  if (schemaText.size() > maxSchemaBytes)
    return bad("expected at most ", maxSchemaBytes, " bytes, found ",
               schemaText.size());
  if (isNestedTooDeep(schemaText))
    return bad("expected at most ", maxNesting,
               " levels of nesting, found more");
  SchemaJson schema =
      SchemaJson::parse(schemaText.begin(), schemaText.end(),
                        /*callback=*/nullptr, /*allow_exceptions=*/false);
  if (schema.is_discarded())
    return bad("expected JSON, found malformed text");
  auto grammar = std::make_shared<JsonGrammar>();
  if (Status status = compileSchema(schema, options.maxWhitespace, *grammar);
      !status.ok())
    return std::move(status).in("JSON schema");
  std::unique_ptr<JsonConstraint> made(new JsonConstraint());
  made->state->grammar = std::move(grammar);
  made->reset();
  constraint = std::move(made);
  return Status();
}

void JsonConstraint::reset() {
  const JsonGrammar &grammar = *state->grammar;
  state->threads = {JsonAutomaton(grammar).begin(grammar.root)};
}

void JsonConstraint::allowed(const TokenTrie &tokens,
                             std::span<uint64_t> mask) const {
  std::ranges::fill(mask, 0);
  JsonAutomaton automaton(*state->grammar);
  Walk(automaton, tokens, mask).run(state->threads);
}

Status JsonConstraint::advance(std::string_view bytes) {
  JsonAutomaton automaton(*state->grammar);
  std::vector<JsonThread> threads = state->threads, next;
  for (size_t i = 0; i < bytes.size(); ++i) {
    bool areFew = automaton.step(threads, uint8_t(bytes[i]), next);
    threads.swap(next);
    if (threads.empty())
      return failure(WEFT_STATUS_INVALID_ARGUMENT,
                     "constraint: expected text that the schema allows, found "
                     "'",
                     bytes.substr(i, 20), "' at byte ", i, " of '",
                     bytes.substr(0, 200), "'");
    if (!areFew)
      return failure(WEFT_STATUS_INVALID_ARGUMENT,
                     "constraint: expected a schema with at most ", maxReadings,
                     " readings of a text, found more");
  }
  state->threads = std::move(threads);
  return Status();
}

bool JsonConstraint::isComplete() const {
  JsonAutomaton automaton(*state->grammar);
  return std::ranges::any_of(state->threads, [&](const JsonThread &thread) {
    return automaton.isComplete(thread);
  });
}
