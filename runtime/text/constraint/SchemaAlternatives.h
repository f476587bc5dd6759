// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A schema without references and combinations: as a list of flat ones, of
// which a value has to satisfy at least one.
#ifndef WEFT_RUNTIME_TEXT_CONSTRAINT_SCHEMAALTERNATIVES_H
#define WEFT_RUNTIME_TEXT_CONSTRAINT_SCHEMAALTERNATIVES_H

#include "runtime/program/Status.h"

#include <nlohmann/json.hpp>

#include <unordered_map>
#include <vector>

namespace weft::text {

using runtime::Status;
using SchemaJson = nlohmann::ordered_json;

/// Resolves $ref, allOf, anyOf and oneOf at the top of schemas. All that one of
/// them does is bounded: a few references can stand for any number of
/// combinations.
class SchemaFlattener {
public:
  explicit SchemaFlattener(const SchemaJson &root) : root(root) {}

  /// Adds to `flat` objects with the keywords type, enum, const, properties,
  /// required, additionalProperties, items, prefixItems and bounds, none of
  /// them combined any more. A value that satisfies one satisfies `schema` and
  /// the other way round.
  Status flatten(const SchemaJson &schema, std::vector<SchemaJson> &flat,
                 int depth = 0);

private:
  Status spend(uint64_t newSteps);
  Status resolve(const std::string &reference, const SchemaJson *&target);
  Status multiply(std::vector<SchemaJson> &left,
                  const std::vector<SchemaJson> &right);
  Status flattenExclusive(const SchemaJson &branches,
                          std::vector<SchemaJson> &flat, int depth);
  bool areDisjoint(const SchemaJson &left, const SchemaJson &right);

  const SchemaJson &root;
  /// Targets of references, with the number of values in each.
  std::unordered_map<const SchemaJson *, uint64_t> targets;
  uint64_t steps = 0;
};

/// Both schemas in one, which are flat: false if no value satisfies both.
bool mergeSchemas(const SchemaJson &left, const SchemaJson &right,
                  SchemaJson &merged);

/// How long mergeSchemas takes at most, in steps of a few nanoseconds.
uint64_t estimateMergeSteps(const SchemaJson &left, const SchemaJson &right);

/// The names of the types that a flat schema allows; integer is left out
/// beside number.
std::vector<std::string> getTypes(const SchemaJson &flat);

/// The name of the type of a value; integer for numbers without a fraction.
std::string getTypeName(const SchemaJson &value);

/// JSON's equality: 1 and 1.0 are the same, true is not.
bool isSameJson(const SchemaJson &left, const SchemaJson &right);

} // namespace weft::text

#endif
