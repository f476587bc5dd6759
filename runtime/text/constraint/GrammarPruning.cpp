// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The least fixed point of "can be completed", bottom up.
#include "runtime/text/constraint/JsonGrammar.h"

#include <algorithm>

using namespace weft::text;
using Kind = JsonAlternative::Kind;

namespace {

class Pruner {
public:
  explicit Pruner(JsonGrammar &grammar)
      : grammar(grammar), completable(grammar.nodes.size()) {}

  void run();

private:
  bool isCompletable(int32_t node) const {
    return node >= 0 && completable[size_t(node)];
  }
  bool canComplete(const JsonAlternative &alternative) const;
  void tighten(JsonAlternative &alternative) const;

  JsonGrammar &grammar;
  std::vector<bool> completable;
};

} // namespace

bool Pruner::canComplete(const JsonAlternative &alternative) const {
  switch (alternative.kind) {
  case Kind::Choice:
    return !alternative.texts.isEmpty();
  case Kind::String:
    return alternative.least <= alternative.most;
  case Kind::Number:
    return true;
  case Kind::Integer:
    return !alternative.hasMinimum || !alternative.hasMaximum ||
           alternative.minimum <= alternative.maximum;
  case Kind::Array:
    if (alternative.least > alternative.most)
      return false;
    for (uint64_t i = 0; i < alternative.least; ++i) {
      if (!isCompletable(getElementNode(alternative, i)))
        return false;
      if (i >= alternative.nodes.size())
        break; // the rest is the same
    }
    return true;
  case Kind::Object:
    for (size_t i = 0; i < alternative.nodes.size(); ++i)
      if ((alternative.required >> i & 1) &&
          !isCompletable(alternative.nodes[i]))
        return false;
    return true;
  }
  return false;
}

/// Elements and properties that cannot be completed are not begun.
void Pruner::tighten(JsonAlternative &alternative) const {
  if (!isCompletable(alternative.others))
    alternative.others = noNode;
  if (alternative.kind == Kind::Array) {
    for (size_t i = 0; i < alternative.nodes.size(); ++i)
      if (!isCompletable(alternative.nodes[i]))
        alternative.most = std::min<uint64_t>(alternative.most, i);
    if (alternative.others == noNode)
      alternative.most =
          std::min<uint64_t>(alternative.most, alternative.nodes.size());
  }
  if (alternative.kind != Kind::Object)
    return;
  for (size_t i = 0; i < alternative.nodes.size(); ++i)
    if (!isCompletable(alternative.nodes[i]))
      alternative.possible &= ~(uint64_t(1) << i);
}

void Pruner::run() {
  for (bool changed = true; changed;) {
    changed = false;
    for (size_t node = 0; node < grammar.nodes.size(); ++node)
      if (!completable[node] &&
          std::ranges::any_of(grammar.nodes[node], [&](int32_t index) {
            return canComplete(grammar.alternatives[size_t(index)]);
          }))
        changed = completable[node] = true;
  }
  for (std::vector<int32_t> &indices : grammar.nodes)
    std::erase_if(indices, [&](int32_t index) {
      return !canComplete(grammar.alternatives[size_t(index)]);
    });
  for (JsonAlternative &alternative : grammar.alternatives)
    tighten(alternative);
}

void weft::text::pruneGrammar(JsonGrammar &grammar) { Pruner(grammar).run(); }
