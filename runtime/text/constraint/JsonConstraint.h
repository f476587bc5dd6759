// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Output that is JSON of a given schema: which tokens may come next.
#ifndef WEFT_RUNTIME_TEXT_CONSTRAINT_JSONCONSTRAINT_H
#define WEFT_RUNTIME_TEXT_CONSTRAINT_JSONCONSTRAINT_H

#include "runtime/program/Status.h"
#include "runtime/text/constraint/TokenTrie.h"

#include <memory>

namespace weft::text {

using runtime::Status;

struct JsonConstraintOptions {
  /// Spaces, tabs and line ends in a row, wherever JSON allows them between
  /// two tokens; none in front of the text and behind it. A bound, since models
  /// like to write them for ever.
  uint32_t maxWhitespace = 20;
};

/// The state of one text under a schema (JSON Schema 2020-12, or an earlier
/// draft as far as it means the same).
///
/// Supported are type, enum, const, properties, required,
/// additionalProperties, items, prefixItems, minItems, maxItems, minLength,
/// maxLength, minimum, maximum, exclusiveMinimum and exclusiveMaximum of
/// integers, anyOf, allOf, oneOf (if its alternatives visibly exclude each
/// other), $ref within the schema, $defs, true and false. format and what only
/// annotates is ignored, as validators do. Anything else is an error.
///
/// Exactly the valid texts can be written, in this spelling:
///   - properties come in any order, those that are declared once;
///   - keys and the strings of enum and const are escaped only where JSON asks
///     for it, by a letter if there is one (\\n) and lower-case \\u00xx if not;
///   - other strings may be escaped at will, but without single surrogates;
///   - an integer has no fraction, no exponent and is not -0; numbers of enum and
///     const are spelled as their schema's are in the shortest way;
///   - at most 64 properties an object are declared, and 1000 arrays and
///     objects are inside each other.
///
/// A copy is a state of its own and shares the schema. One thread at a time.
class JsonConstraint {
public:
  /// INVALID_ARGUMENT for text that is no JSON, for a schema with unsupported
  /// keywords (one message names them all, with their places), and for one that
  /// nothing satisfies.
  static Status parse(std::string_view schemaText,
                      std::unique_ptr<JsonConstraint> &constraint,
                      const JsonConstraintOptions &options = {});
  JsonConstraint(const JsonConstraint &);
  JsonConstraint &operator=(const JsonConstraint &);
  ~JsonConstraint();

  /// Sets bit t % 64 of word t / 64 of `mask` for each token t that may come
  /// next, and clears all others. `mask` has `tokens.getMaskWords()` words. The
  /// end of the text is no token here: it may come if isComplete().
  void allowed(const TokenTrie &tokens, std::span<uint64_t> mask) const;

  /// Takes the next bytes of the text. INVALID_ARGUMENT if they cannot come
  /// here, and the state stays what it was.
  Status advance(std::string_view bytes);

  /// Whether the text so far is valid. More may follow: after 1 a 2.
  bool isComplete() const;

  /// Begins a new text.
  void reset();

private:
  struct State;
  JsonConstraint();
  std::unique_ptr<State> state;
};

} // namespace weft::text

#endif
