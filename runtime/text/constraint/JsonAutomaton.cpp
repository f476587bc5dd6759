// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What each byte does. Numbers and texts of a choice end when a byte comes
// that does not belong to them, which is then taken by what is around them.
#include "runtime/text/constraint/JsonAutomaton.h"

#include <algorithm>

using namespace weft::text;
using Kind = JsonAlternative::Kind;

// The chain of containers is freed recursively.
constexpr uint32_t maxDepth = 1000;

static bool isWhitespace(uint8_t byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

void JsonAutomaton::step(const JsonThread &thread, uint8_t byte,
                         std::vector<JsonThread> &next) const {
  switch (thread.phase) {
  case Phase::Choice: {
    JsonThread moved = thread;
    if (stepChoice(moved, byte))
      next.push_back(std::move(moved));
    else if (get(thread).texts.getText(thread.position) >= 0) {
      endValue(moved = thread);
      step(moved, byte, next);
    }
    return;
  }
  case Phase::Number: {
    JsonThread moved = thread;
    if (stepNumber(moved.number, byte, get(thread)))
      next.push_back(std::move(moved));
    else if (isNumberComplete(thread.number, get(thread))) {
      endValue(moved = thread);
      step(moved, byte, next);
    }
    return;
  }
  case Phase::String: {
    JsonThread moved = thread;
    if (stepString(moved, byte))
      next.push_back(std::move(moved));
    return;
  }
  case Phase::Key: {
    JsonThread moved = thread;
    if (stepKey(moved, byte))
      next.push_back(std::move(moved));
    return;
  }
  case Phase::Done:
    return;
  default:
    break;
  }
  // Between tokens, but not around the whole text.
  if (isWhitespace(byte)) {
    if (thread.whitespace >= grammar.maxWhitespace ||
        (thread.phase == Phase::Value && !thread.container))
      return;
    next.push_back(thread);
    ++next.back().whitespace;
    return;
  }
  if (thread.phase == Phase::Value)
    return beginValue(thread, byte, next);
  if (thread.phase == Phase::ArrayBegin || thread.phase == Phase::ArrayNext)
    return stepArray(thread, byte, next);
  JsonThread moved = thread;
  moved.whitespace = 0;
  if (stepObject(moved, byte))
    next.push_back(std::move(moved));
}

bool JsonAutomaton::step(const std::vector<JsonThread> &threads, uint8_t byte,
                         std::vector<JsonThread> &next) const {
  next.clear();
  for (const JsonThread &thread : threads) {
    size_t known = next.size(), first = known;
    step(thread, byte, next);
    if (next.size() == 1)
      continue;
    for (size_t i = first; i < next.size(); ++i) {
      auto end = next.begin() + ptrdiff_t(known);
      if (std::find(next.begin(), end, next[i]) != end)
        continue;
      if (known != i)
        *end = std::move(next[i]);
      ++known;
    }
    next.resize(known);
    if (known > maxReadings)
      return false;
  }
  return true;
}

void JsonAutomaton::beginValue(const JsonThread &thread, uint8_t byte,
                               std::vector<JsonThread> &next) const {
  for (int32_t index : grammar.nodes[size_t(thread.node)]) {
    const JsonAlternative &alternative = grammar.alternatives[size_t(index)];
    JsonThread begun;
    begun.alternative = index;
    bool fits = false;
    switch (alternative.kind) {
    case Kind::Choice:
      begun.phase = Phase::Choice;
      fits = stepChoice(begun, byte);
      break;
    case Kind::String:
      begun.phase = Phase::String;
      fits = byte == '"';
      break;
    case Kind::Number:
    case Kind::Integer:
      begun.phase = Phase::Number;
      fits = stepNumber(begun.number, byte, alternative);
      break;
    case Kind::Array:
    case Kind::Object: {
      bool isArray = alternative.kind == Kind::Array;
      begun.phase = isArray ? Phase::ArrayBegin : Phase::ObjectBegin;
      fits = byte == (isArray ? '[' : '{') &&
             (!thread.container || thread.container->depth < maxDepth);
      break;
    }
    }
    if (!fits)
      continue;
    begun.container = thread.container;
    next.push_back(std::move(begun));
  }
}

bool JsonAutomaton::stepChoice(JsonThread &thread, uint8_t byte) const {
  thread.position = get(thread).texts.findChild(thread.position, byte);
  return thread.position >= 0;
}

bool JsonAutomaton::stepString(JsonThread &thread, uint8_t byte) const {
  const JsonAlternative &alternative = get(thread);
  if (thread.string == StringState::Between) {
    if (byte == '"') {
      bool isLongEnough = thread.progress >= alternative.least;
      endValue(thread);
      return isLongEnough;
    }
    if (thread.progress >= alternative.most)
      return false;
  }
  thread.string = weft::text::stepString(thread.string, byte, false);
  thread.progress += thread.string == StringState::Between;
  return thread.string != StringState::Invalid;
}

bool JsonAutomaton::canAddProperty(const JsonThread &thread) const {
  const JsonAlternative &object = get(thread);
  return object.others != noNode || (object.possible & ~thread.progress) != 0;
}

/// Keys have one spelling, so that names are found by their bytes.
bool JsonAutomaton::stepKey(JsonThread &thread, uint8_t byte) const {
  const JsonAlternative &object = get(thread);
  uint64_t unused = object.possible & ~thread.progress;
  if (byte == '"' && thread.string == StringState::Between) {
    int32_t property = object.texts.getText(thread.position);
    thread.phase = Phase::Colon;
    if (property < 0) {
      thread.node = object.others;
      return object.others != noNode;
    }
    thread.node = object.nodes[size_t(property)];
    thread.progress |= uint64_t(1) << property;
    return unused >> property & 1;
  }
  thread.string = weft::text::stepString(thread.string, byte, true);
  thread.position = object.texts.findChild(thread.position, byte);
  return thread.string != StringState::Invalid &&
         (object.others != noNode ||
          (object.texts.getTextsBelow(thread.position) & unused) != 0);
}

void JsonAutomaton::stepArray(JsonThread thread, uint8_t byte,
                              std::vector<JsonThread> &next) const {
  const JsonAlternative &array = get(thread);
  bool isFirst = thread.phase == Phase::ArrayBegin;
  thread.whitespace = 0;
  if (byte == ']') {
    if (thread.progress < array.least)
      return;
    endValue(thread);
    next.push_back(std::move(thread));
    return;
  }
  int32_t node = getElementNode(array, thread.progress);
  if (node == noNode || (!isFirst && byte != ','))
    return;
  ++thread.progress;
  enterContainer(thread, node);
  if (isFirst)
    beginValue(thread, byte, next);
  else
    next.push_back(std::move(thread));
}

bool JsonAutomaton::stepObject(JsonThread &thread, uint8_t byte) const {
  const JsonAlternative &object = get(thread);
  if (thread.phase == Phase::Colon) {
    if (byte != ':')
      return false;
    enterContainer(thread, thread.node);
    return true;
  }
  if (byte == '}' && thread.phase != Phase::KeyBegin) {
    bool hasAll = (object.required & ~thread.progress) == 0;
    endValue(thread);
    return hasAll;
  }
  bool beginsKey = thread.phase != Phase::ObjectNext;
  thread.phase = beginsKey ? Phase::Key : Phase::KeyBegin;
  thread.string = StringState::Between;
  thread.position = 0;
  return byte == (beginsKey ? '"' : ',') && canAddProperty(thread);
}

/// Goes on to a value inside the current array or object.
void JsonAutomaton::enterContainer(JsonThread &thread, int32_t node) const {
  uint32_t depth = thread.container ? thread.container->depth + 1 : 1;
  auto entered = std::make_shared<const JsonContainer>(JsonContainer{
      thread.alternative, thread.progress, depth, thread.container});
  thread = begin(node);
  thread.container = std::move(entered);
}

/// Goes back to the array or object around the value that ends here.
void JsonAutomaton::endValue(JsonThread &thread) const {
  std::shared_ptr<const JsonContainer> container = std::move(thread.container);
  thread = JsonThread();
  thread.phase = Phase::Done;
  if (!container)
    return;
  thread.alternative = container->alternative;
  thread.progress = container->progress;
  thread.container = container->parent;
  thread.phase =
      get(thread).kind == Kind::Array ? Phase::ArrayNext : Phase::ObjectNext;
}

bool JsonAutomaton::isComplete(const JsonThread &thread) const {
  if (thread.phase == Phase::Done)
    return true;
  if (thread.container)
    return false;
  if (thread.phase == Phase::Number)
    return isNumberComplete(thread.number, get(thread));
  return thread.phase == Phase::Choice &&
         get(thread).texts.getText(thread.position) >= 0;
}

bool JsonAutomaton::accepts(int32_t node, std::string_view text,
                            bool &isAccepted) const {
  std::vector<JsonThread> threads{begin(node)}, next;
  for (char character : text) {
    if (!step(threads, uint8_t(character), next))
      return false;
    threads.swap(next);
  }
  isAccepted = std::ranges::any_of(
      threads, [&](const JsonThread &thread) { return isComplete(thread); });
  return true;
}

bool JsonAutomaton::takesAnyText(const JsonThread &thread,
                                 uint64_t &most) const {
  if (thread.string != StringState::Between)
    return false;
  if (thread.phase == Phase::String) {
    most = get(thread).most - thread.progress;
    return true;
  }
  most = unboundedCount;
  return thread.phase == Phase::Key && thread.position < 0;
}
