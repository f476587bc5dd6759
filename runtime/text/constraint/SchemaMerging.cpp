// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The conjunction of two flat schemas, keyword by keyword. What one of them
// says about all other properties or elements holds for those that only the
// other one names.
#include "runtime/text/constraint/SchemaAlternatives.h"

#include <algorithm>
#include <cmath>

using namespace weft::text;

bool weft::text::isSameJson(const SchemaJson &left, const SchemaJson &right) {
  if (left.is_number() && right.is_number())
    return left == right;
  if (left.type() != right.type() || left.size() != right.size())
    return false;
  if (left.is_array())
    return std::equal(left.begin(), left.end(), right.begin(), isSameJson);
  if (!left.is_object())
    return left == right;
  // In any order.
  for (auto item = left.begin(); item != left.end(); ++item) {
    auto found = right.find(item.key());
    if (found == right.end() || !isSameJson(item.value(), *found))
      return false;
  }
  return true;
}

std::string weft::text::getTypeName(const SchemaJson &value) {
  return value.is_number_integer() ? "integer" : value.type_name();
}

std::vector<std::string> weft::text::getTypes(const SchemaJson &flat) {
  auto type = flat.find("type");
  if (type == flat.end())
    return {"null", "boolean", "string", "number", "array", "object"};
  std::vector<std::string> types;
  if (type->is_string())
    types.push_back(type->get<std::string>());
  else
    for (const SchemaJson &name : *type)
      types.push_back(name.get<std::string>());
  if (std::ranges::find(types, "number") != types.end())
    std::erase(types, "integer");
  return types;
}

static SchemaJson intersectTypes(const SchemaJson &left,
                                 const SchemaJson &right) {
  std::vector<std::string> others = getTypes(right);
  auto has = [](const std::vector<std::string> &types, const char *name) {
    return std::ranges::find(types, name) != types.end();
  };
  SchemaJson both = SchemaJson::array();
  for (const std::string &type : getTypes(left))
    if (has(others, type.c_str()) ||
        (type == "integer" && has(others, "number")))
      both.push_back(type);
    else if (type == "number" && has(others, "integer"))
      both.push_back("integer");
  return both;
}

/// Whether a schema says nothing but allOf.
static bool isConjunction(const SchemaJson &schema) {
  return schema.is_object() && schema.size() == 1 && schema.contains("allOf");
}

/// One list of the parts of both, each once: what is merged again and again
/// does not grow beyond the parts that the schema has.
static SchemaJson conjoin(const SchemaJson &left, const SchemaJson &right) {
  if (left == SchemaJson(true) || left == right)
    return right;
  if (right == SchemaJson(true))
    return left;
  SchemaJson parts = SchemaJson::array();
  auto add = [&](const SchemaJson &part) {
    if (std::ranges::find(parts, part) == parts.end())
      parts.push_back(part);
  };
  for (const SchemaJson *schema : {&left, &right})
    if (isConjunction(*schema))
      std::ranges::for_each((*schema)["allOf"], add);
    else
      add(*schema);
  if (parts.size() == 1)
    return parts[0];
  return {{"allOf", std::move(parts)}};
}

static SchemaJson getOr(const SchemaJson &schema, const char *keyword,
                        SchemaJson absent) {
  auto found = schema.find(keyword);
  return found == schema.end() ? std::move(absent) : *found;
}

static void mergeProperties(const SchemaJson &left, const SchemaJson &right,
                            SchemaJson &merged) {
  SchemaJson leftOthers = getOr(left, "additionalProperties", true);
  SchemaJson rightOthers = getOr(right, "additionalProperties", true);
  SchemaJson leftNamed = getOr(left, "properties", SchemaJson::object());
  SchemaJson rightNamed = getOr(right, "properties", SchemaJson::object());
  SchemaJson named = SchemaJson::object();
  for (auto item = leftNamed.begin(); item != leftNamed.end(); ++item)
    named[item.key()] = conjoin(
        item.value(), getOr(rightNamed, item.key().c_str(), rightOthers));
  for (auto item = rightNamed.begin(); item != rightNamed.end(); ++item)
    if (!named.contains(item.key()))
      named[item.key()] = conjoin(leftOthers, item.value());
  if (!named.empty())
    merged["properties"] = named;
  SchemaJson others = conjoin(leftOthers, rightOthers);
  if (others != SchemaJson(true))
    merged["additionalProperties"] = others;
}

static void mergeElements(const SchemaJson &left, const SchemaJson &right,
                          SchemaJson &merged) {
  SchemaJson leftOthers = getOr(left, "items", true);
  SchemaJson rightOthers = getOr(right, "items", true);
  SchemaJson leftFirst = getOr(left, "prefixItems", SchemaJson::array());
  SchemaJson rightFirst = getOr(right, "prefixItems", SchemaJson::array());
  SchemaJson first = SchemaJson::array();
  for (size_t i = 0; i < std::max(leftFirst.size(), rightFirst.size()); ++i)
    first.push_back(
        conjoin(i < leftFirst.size() ? leftFirst[i] : leftOthers,
                i < rightFirst.size() ? rightFirst[i] : rightOthers));
  if (!first.empty())
    merged["prefixItems"] = first;
  SchemaJson others = conjoin(leftOthers, rightOthers);
  if (others != SchemaJson(true))
    merged["items"] = others;
}

static bool hasType(const SchemaJson &value,
                    const std::vector<std::string> &types) {
  std::string type = getTypeName(value);
  return std::ranges::any_of(types, [&](const std::string &name) {
    return name == type || (name == "number" && type == "integer") ||
           (name == "integer" && type == "number" &&
            value == SchemaJson(std::floor(value.get<double>())));
  });
}

/// Values that both lists hold; a const is a list of one.
static bool mergeValues(const SchemaJson &left, const SchemaJson &right,
                        SchemaJson &merged) {
  SchemaJson values;
  bool isFirst = true;
  auto restrict = [&](const SchemaJson &list) {
    if (isFirst) {
      values = list;
      isFirst = false;
      return;
    }
    SchemaJson kept = SchemaJson::array();
    for (const SchemaJson &value : values)
      if (std::ranges::any_of(list, [&](const SchemaJson &other) {
            return isSameJson(value, other);
          }))
        kept.push_back(value);
    values = kept;
  };
  for (const SchemaJson *schema : {&left, &right}) {
    if (schema->contains("enum"))
      restrict((*schema)["enum"]);
    if (schema->contains("const"))
      restrict(SchemaJson::array({(*schema)["const"]}));
  }
  if (isFirst)
    return true;
  // The constants say which types there are.
  SchemaJson kept = SchemaJson::array();
  for (const SchemaJson &value : values)
    if (hasType(value, getTypes(merged)))
      kept.push_back(value);
  merged.erase("type");
  merged["enum"] = kept;
  return !kept.empty();
}

/// Elements of `keyword`, those of conjunctions among them counted one by one.
static uint64_t countParts(const SchemaJson &schema, const char *keyword) {
  auto found = schema.find(keyword);
  if (found == schema.end() || !found->is_structured())
    return 0;
  if (isConjunction(*found))
    return (*found)["allOf"].size();
  uint64_t count = found->size();
  for (const SchemaJson &part : *found)
    if (isConjunction(part))
      count += part["allOf"].size();
  return count;
}

uint64_t weft::text::estimateMergeSteps(const SchemaJson &left,
                                        const SchemaJson &right) {
  uint64_t parts = 0;
  for (const SchemaJson *schema : {&left, &right})
    for (const char *keyword : {"properties", "required",
                                "additionalProperties", "items", "prefixItems"})
      parts += countParts(*schema, keyword);
  uint64_t leftValues = countParts(left, "enum"),
           rightValues = countParts(right, "enum");
  return 2000 + parts * parts + 50 * (leftValues + rightValues) +
         10 * leftValues * rightValues;
}

bool weft::text::mergeSchemas(const SchemaJson &left, const SchemaJson &right,
                              SchemaJson &merged) {
  merged = SchemaJson::object();
  if (left.contains("type") || right.contains("type")) {
    merged["type"] = intersectTypes(left, right);
    if (merged["type"].empty())
      return false;
  }
  for (const char *keyword :
       {"minimum", "exclusiveMinimum", "minLength", "minItems"})
    for (const SchemaJson *schema : {&left, &right})
      if (auto found = schema->find(keyword);
          found != schema->end() &&
          (!merged.contains(keyword) || merged[keyword] < *found))
        merged[keyword] = *found;
  for (const char *keyword :
       {"maximum", "exclusiveMaximum", "maxLength", "maxItems"})
    for (const SchemaJson *schema : {&left, &right})
      if (auto found = schema->find(keyword);
          found != schema->end() &&
          (!merged.contains(keyword) || *found < merged[keyword]))
        merged[keyword] = *found;
  for (const SchemaJson *schema : {&left, &right})
    if (auto found = schema->find("required"); found != schema->end())
      for (const SchemaJson &name : *found)
        merged["required"].push_back(name);
  mergeProperties(left, right, merged);
  mergeElements(left, right, merged);
  return mergeValues(left, right, merged);
}
