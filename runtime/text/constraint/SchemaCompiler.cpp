// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Schemas that are written alike are one node, which also ends recursion.
#include "runtime/text/constraint/SchemaCompiler.h"
#include "runtime/text/constraint/JsonAutomaton.h"
#include "runtime/text/constraint/SchemaKeywords.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

using namespace weft::text;
using weft::runtime::failure;
using Kind = JsonAlternative::Kind;

constexpr size_t maxNodes = 20000;
constexpr size_t maxTextBytes = 1 << 20;
// Of all subschemas as they are compared: each level of nesting repeats those
// inside, and merging repeats more.
constexpr size_t maxSchemaBytes = 64 << 20;

namespace {

class SchemaCompiler {
public:
  SchemaCompiler(const SchemaJson &root, JsonGrammar &grammar)
      : root(root), flattener(root), grammar(grammar) {}

  Status run();

private:
  template <typename... Parts> void fail(const Parts &...parts) {
    if (status.ok())
      status = failure(WEFT_STATUS_INVALID_ARGUMENT, parts...);
  }
  int32_t compile(const SchemaJson &schema);
  void compilePending();
  void applyRestrictions();
  void compileNode(const SchemaJson &schema, int32_t node);
  void compileFlat(const SchemaJson &flat, int32_t node);
  void compileType(const SchemaJson &flat, const std::string &type,
                   int32_t node);
  void compileInteger(const SchemaJson &flat, JsonAlternative &alternative);
  void compileArray(const SchemaJson &flat, JsonAlternative &alternative);
  void compileObject(const SchemaJson &flat, JsonAlternative &alternative);
  void compileValues(const SchemaJson &values, int32_t node);
  void addChoice(const std::vector<std::string> &texts, int32_t node);
  void add(JsonAlternative alternative, int32_t node);
  int32_t addNode();

  /// Constants that have other keywords beside them.
  struct Restriction {
    int32_t node, condition;
    SchemaJson values;
  };

  const SchemaJson &root;
  SchemaFlattener flattener;
  JsonGrammar &grammar;
  Status status;
  std::unordered_map<std::string, int32_t> known;
  std::vector<std::pair<SchemaJson, int32_t>> pending;
  std::vector<Restriction> restrictions;
  size_t textBytes = 0, schemaBytes = 0;
};

} // namespace

/// JSON in its one spelling.
static std::string toText(const SchemaJson &value) {
  return value.dump(-1, ' ', false, SchemaJson::error_handler_t::replace);
}

/// `text` as it stands between the quotes.
static std::string spell(const std::string &text) {
  std::string quoted = toText(SchemaJson(text));
  return quoted.substr(1, quoted.size() - 2);
}

int32_t SchemaCompiler::addNode() {
  grammar.nodes.emplace_back();
  if (grammar.nodes.size() > maxNodes)
    fail("expected at most ", maxNodes, " different subschemas, found more");
  return int32_t(grammar.nodes.size() - 1);
}

void SchemaCompiler::add(JsonAlternative alternative, int32_t node) {
  grammar.nodes[size_t(node)].push_back(int32_t(grammar.alternatives.size()));
  grammar.alternatives.push_back(std::move(alternative));
}

/// The node of a schema, whose alternatives follow later: recursion needs no
/// stack.
int32_t SchemaCompiler::compile(const SchemaJson &schema) {
  auto [found, isNew] = known.emplace(toText(schema), noNode);
  if (isNew) {
    schemaBytes += found->first.size();
    if (schemaBytes > maxSchemaBytes)
      fail("expected subschemas of at most ", maxSchemaBytes,
           " bytes in all, found more");
    found->second = addNode();
    pending.emplace_back(schema, found->second);
  }
  return found->second;
}

void SchemaCompiler::compilePending() {
  while (!pending.empty() && status.ok()) {
    auto [schema, node] = std::move(pending.back());
    pending.pop_back();
    compileNode(schema, node);
  }
}

/// Keeps those constants that satisfy the keywords beside them. Constants may
/// be inside constants, so this goes on until no more of them is found.
void SchemaCompiler::applyRestrictions() {
  JsonAutomaton automaton(grammar);
  for (bool changed = true; changed && status.ok();) {
    changed = false;
    for (Restriction &restriction : restrictions) {
      SchemaJson kept = SchemaJson::array(), others = SchemaJson::array();
      for (const SchemaJson &value : restriction.values) {
        bool isKept = false;
        if (!automaton.accepts(restriction.condition, toText(value), isKept))
          return fail("expected constants with at most ", maxReadings,
                      " readings, found more");
        (isKept ? kept : others).push_back(value);
      }
      if (kept.empty())
        continue;
      changed = true;
      restriction.values = std::move(others);
      compileValues(kept, restriction.node);
      compilePending();
    }
  }
}

Status SchemaCompiler::run() {
  grammar.root = compile(root);
  compilePending();
  if (!status.ok())
    return status;
  applyRestrictions();
  pruneGrammar(grammar);
  if (grammar.nodes[size_t(grammar.root)].empty())
    fail("expected a schema that some value satisfies, found one that none "
         "does");
  return status;
}

void SchemaCompiler::compileNode(const SchemaJson &schema, int32_t node) {
  std::vector<SchemaJson> alternatives;
  status = flattener.flatten(schema, alternatives);
  for (size_t i = 0; i < alternatives.size() && status.ok(); ++i)
    compileFlat(alternatives[i], node);
}

void SchemaCompiler::compileFlat(const SchemaJson &flat, int32_t node) {
  auto values = flat.find("enum");
  if (values == flat.end()) {
    for (const std::string &type : getTypes(flat))
      compileType(flat, type, node);
    return;
  }
  SchemaJson others = flat;
  others.erase("enum");
  if (others.empty())
    return compileValues(*values, node);
  // Only for the types that occur.
  for (const SchemaJson &value : *values)
    others["type"].push_back(getTypeName(value));
  int32_t condition = compile(others);
  restrictions.push_back({node, condition, *values});
}

void SchemaCompiler::compileType(const SchemaJson &flat,
                                 const std::string &type, int32_t node) {
  if (type == "null")
    return addChoice({"null"}, node);
  if (type == "boolean")
    return addChoice({"true", "false"}, node);
  JsonAlternative alternative;
  if (type == "string") {
    alternative.kind = Kind::String;
    alternative.least = flat.value("minLength", uint64_t(0));
    alternative.most = flat.value("maxLength", unboundedCount);
  } else if (type == "number") {
    alternative.kind = Kind::Number;
    for (const char *keyword :
         {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"})
      if (flat.contains(keyword))
        fail(keyword, ": expected it beside 'integer' alone, found it where "
                      "other numbers are allowed, which is not supported");
  } else if (type == "integer") {
    alternative.kind = Kind::Integer;
    compileInteger(flat, alternative);
  } else if (type == "array") {
    alternative.kind = Kind::Array;
    compileArray(flat, alternative);
  } else {
    alternative.kind = Kind::Object;
    compileObject(flat, alternative);
  }
  add(std::move(alternative), node);
}

void SchemaCompiler::compileInteger(const SchemaJson &flat,
                                    JsonAlternative &alternative) {
  auto apply = [&](const char *keyword, bool isMinimum, bool isExclusive) {
    auto found = flat.find(keyword);
    if (found == flat.end())
      return;
    double number = found->get<double>();
    if (!(std::fabs(number) < double(maxIntegerBound)))
      return fail(keyword, ": expected a number within 10^18, found ",
                  found->dump());
    int64_t bound =
        found->is_number_integer()
            ? found->get<int64_t>()
            : int64_t(isMinimum ? std::ceil(number) : std::floor(number));
    // Between integers, an exclusive bound excludes nothing more.
    if (isExclusive && double(bound) == number)
      bound += isMinimum ? 1 : -1;
    if (isMinimum && (!alternative.hasMinimum || bound > alternative.minimum)) {
      alternative.hasMinimum = true;
      alternative.minimum = bound;
    }
    if (!isMinimum &&
        (!alternative.hasMaximum || bound < alternative.maximum)) {
      alternative.hasMaximum = true;
      alternative.maximum = bound;
    }
  };
  apply("minimum", true, false);
  apply("exclusiveMinimum", true, true);
  apply("maximum", false, false);
  apply("exclusiveMaximum", false, true);
}

void SchemaCompiler::compileArray(const SchemaJson &flat,
                                  JsonAlternative &alternative) {
  alternative.least = flat.value("minItems", uint64_t(0));
  alternative.most = flat.value("maxItems", unboundedCount);
  if (auto first = flat.find("prefixItems"); first != flat.end())
    for (const SchemaJson &schema : *first)
      alternative.nodes.push_back(compile(schema));
  auto items = flat.find("items");
  alternative.others = compile(items == flat.end() ? SchemaJson(true) : *items);
}

void SchemaCompiler::compileObject(const SchemaJson &flat,
                                   JsonAlternative &alternative) {
  auto others = flat.find("additionalProperties");
  alternative.others =
      compile(others == flat.end() ? SchemaJson(true) : *others);
  SchemaJson properties = SchemaJson::object();
  if (auto found = flat.find("properties"); found != flat.end())
    properties = *found;
  SchemaJson required = SchemaJson::array();
  if (auto found = flat.find("required"); found != flat.end())
    required = *found;
  // One that is required and not declared is as the others.
  for (const SchemaJson &name : required)
    if (!properties.contains(name.get_ref<const std::string &>()))
      properties[name.get_ref<const std::string &>()] =
          others == flat.end() ? SchemaJson(true) : *others;
  if (properties.size() > maxProperties)
    return fail("properties: expected at most ", maxProperties, ", found ",
                properties.size());
  for (auto item = properties.begin(); item != properties.end(); ++item) {
    size_t index = alternative.nodes.size();
    alternative.texts.add(spell(item.key()), int32_t(index));
    alternative.nodes.push_back(compile(item.value()));
    alternative.possible |= uint64_t(1) << index;
    if (std::ranges::find(required, SchemaJson(item.key())) != required.end())
      alternative.required |= uint64_t(1) << index;
  }
}

void SchemaCompiler::addChoice(const std::vector<std::string> &texts,
                               int32_t node) {
  JsonAlternative choice;
  for (size_t i = 0; i < texts.size(); ++i) {
    choice.texts.add(texts[i], int32_t(i));
    textBytes += texts[i].size();
  }
  if (textBytes > maxTextBytes)
    fail("expected at most ", maxTextBytes, " bytes of constants, found more");
  add(std::move(choice), node);
}

/// Scalars are texts to choose from; arrays and objects may have white space
/// and their keys in any order.
void SchemaCompiler::compileValues(const SchemaJson &values, int32_t node) {
  std::vector<std::string> texts;
  for (const SchemaJson &value : values) {
    if (!value.is_structured()) {
      texts.push_back(toText(value));
      continue;
    }
    SchemaJson schema = SchemaJson::object();
    if (value.is_array()) {
      schema["type"] = "array";
      schema["items"] = false;
      schema["minItems"] = value.size();
      for (const SchemaJson &item : value)
        schema["prefixItems"].push_back({{"const", item}});
    } else {
      schema["type"] = "object";
      schema["additionalProperties"] = false;
      for (auto item = value.begin(); item != value.end(); ++item) {
        schema["properties"][item.key()] = {{"const", item.value()}};
        schema["required"].push_back(item.key());
      }
    }
    compileNode(schema, node);
  }
  if (!texts.empty())
    addChoice(texts, node);
}

Status weft::text::compileSchema(const SchemaJson &schema,
                                 uint32_t maxWhitespace, JsonGrammar &grammar) {
  if (Status status = checkSchema(schema); !status.ok())
    return status;
  grammar.maxWhitespace = maxWhitespace;
  return SchemaCompiler(schema, grammar).run();
}
