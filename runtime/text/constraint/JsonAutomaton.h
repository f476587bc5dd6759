// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The automaton over the bytes of a JSON text. A thread is one way to read the
// text so far; several exist while alternatives of the schema agree on it.
#ifndef WEFT_RUNTIME_TEXT_CONSTRAINT_JSONAUTOMATON_H
#define WEFT_RUNTIME_TEXT_CONSTRAINT_JSONAUTOMATON_H

#include "runtime/text/constraint/JsonGrammar.h"
#include "runtime/text/constraint/NumberScanner.h"
#include "runtime/text/constraint/StringScanner.h"

#include <memory>

namespace weft::text {

/// An open array or object around the current value.
struct JsonContainer {
  int32_t alternative;
  uint64_t progress; // elements begun, or a bit for each property seen
  uint32_t depth;
  std::shared_ptr<const JsonContainer> parent;
};

struct JsonThread {
  enum class Phase : uint8_t {
    Value,       // expects one of `node`
    Choice,      // inside one of some texts
    String,      // behind the opening quote
    Number,      // inside
    ArrayBegin,  // behind [
    ArrayNext,   // behind an element
    ObjectBegin, // behind {
    ObjectNext,  // behind a property
    KeyBegin,    // behind a comma
    Key,         // behind the opening quote
    Colon,       // behind a key
    Done
  };
  Phase phase = Phase::Value;
  StringState string = StringState::Between;
  uint32_t whitespace = 0; // in a row
  int32_t node = noNode;   // of the value, and of the key's value
  int32_t alternative = noNode;
  int32_t position = 0;  // in a trie of texts or names
  uint64_t progress = 0; // characters, elements begun, properties seen
  NumberState number;
  std::shared_ptr<const JsonContainer> container;

  bool operator==(const JsonThread &) const = default;
};

/// Readings of one text at a time. Each alternative of a schema adds one as long
/// as it agrees with the others.
constexpr size_t maxReadings = 1024;

class JsonAutomaton {
public:
  explicit JsonAutomaton(const JsonGrammar &grammar) : grammar(grammar) {}

  JsonThread begin(int32_t node) const {
    JsonThread thread;
    thread.node = node;
    return thread;
  }
  /// Adds to `next` what `thread` becomes by `byte`: nothing if it cannot
  /// stand here, several threads where alternatives begin alike.
  void step(const JsonThread &thread, uint8_t byte,
            std::vector<JsonThread> &next) const;
  /// Replaces `next` by what all of `threads` become by `byte`; readings that
  /// became the same are one. False if that are more than maxReadings.
  bool step(const std::vector<JsonThread> &threads, uint8_t byte,
            std::vector<JsonThread> &next) const;
  /// Whether the text may end here.
  bool isComplete(const JsonThread &thread) const;
  /// Sets `isAccepted` to whether the whole of `text` is a value of `node`.
  /// False if it has more than maxReadings.
  bool accepts(int32_t node, std::string_view text, bool &isAccepted) const;
  /// Whether any text of characters that need no escape goes on from here, and
  /// at most how many characters: inside strings without names to look for.
  bool takesAnyText(const JsonThread &thread, uint64_t &most) const;

private:
  using Phase = JsonThread::Phase;
  const JsonAlternative &get(const JsonThread &thread) const {
    return grammar.alternatives[size_t(thread.alternative)];
  }
  void beginValue(const JsonThread &thread, uint8_t byte,
                  std::vector<JsonThread> &next) const;
  bool stepChoice(JsonThread &thread, uint8_t byte) const;
  bool stepString(JsonThread &thread, uint8_t byte) const;
  bool stepKey(JsonThread &thread, uint8_t byte) const;
  void stepArray(JsonThread thread, uint8_t byte,
                 std::vector<JsonThread> &next) const;
  bool stepObject(JsonThread &thread, uint8_t byte) const;
  bool canAddProperty(const JsonThread &thread) const;
  void endValue(JsonThread &thread) const;
  void enterContainer(JsonThread &thread, int32_t node) const;

  const JsonGrammar &grammar;
};

} // namespace weft::text

#endif
