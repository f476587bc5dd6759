// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A walk over all subschemas.
#include "runtime/text/constraint/SchemaKeywords.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace weft::text;
using weft::runtime::concat;
using Json = nlohmann::ordered_json;

constexpr int maxSchemaDepth = 100;
constexpr size_t maxComplaints = 50;

namespace {

/// What a keyword holds.
enum class Form : uint8_t {
  Schema,
  SchemaMap,
  SchemaList,
  Count,
  Number,
  TypeName,
  Text,
  TextList,
  AnyList,
  Any
};

struct Keyword {
  std::string_view name;
  Form form;
};

constexpr Keyword keywords[] = {
    {"$defs", Form::SchemaMap},
    {"$ref", Form::Text},
    {"additionalProperties", Form::Schema},
    {"allOf", Form::SchemaList},
    {"anyOf", Form::SchemaList},
    {"const", Form::Any},
    {"definitions", Form::SchemaMap},
    {"enum", Form::AnyList},
    {"exclusiveMaximum", Form::Number},
    {"exclusiveMinimum", Form::Number},
    {"items", Form::Schema},
    {"maxItems", Form::Count},
    {"maxLength", Form::Count},
    {"maximum", Form::Number},
    {"minItems", Form::Count},
    {"minLength", Form::Count},
    {"minimum", Form::Number},
    {"oneOf", Form::SchemaList},
    {"prefixItems", Form::SchemaList},
    {"properties", Form::SchemaMap},
    {"required", Form::TextList},
    {"type", Form::TypeName},
};

constexpr std::string_view annotations[] = {
    "$comment", "$id",    "$schema",  "default", "deprecated", "description",
    "examples", "format", "readOnly", "title",   "writeOnly",  "discriminator"};

constexpr std::string_view typeNames[] = {
    "array", "boolean", "integer", "null", "number", "object", "string"};

class Checker {
public:
  void check(const Json &schema, const std::string &pointer, int depth);
  std::vector<std::string> complaints;

private:
  void checkForm(const Json &value, Form form, const std::string &pointer,
                 int depth);
  void complain(const std::string &pointer, std::string_view expected) {
    if (complaints.size() < maxComplaints)
      complaints.push_back(concat(pointer, ": expected ", expected));
  }
};

} // namespace

static bool isTypeName(const Json &value) {
  const std::string *name = value.get_ptr<const std::string *>();
  return name && std::ranges::find(typeNames, *name) != std::end(typeNames);
}

void Checker::checkForm(const Json &value, Form form,
                        const std::string &pointer, int depth) {
  auto allAre = [&](auto holds) {
    return value.is_array() && std::ranges::all_of(value, holds);
  };
  auto isText = [](const Json &item) { return item.is_string(); };
  switch (form) {
  case Form::Schema:
    return check(value, pointer, depth + 1);
  case Form::SchemaMap:
    if (!value.is_object())
      return complain(pointer, "an object of schemas");
    for (auto item = value.begin(); item != value.end(); ++item)
      check(item.value(), concat(pointer, "/", item.key()), depth + 1);
    return;
  case Form::SchemaList:
    if (!value.is_array() || value.empty())
      return complain(pointer, "a list of schemas");
    for (size_t i = 0; i < value.size(); ++i)
      check(value[i], concat(pointer, "/", i), depth + 1);
    return;
  case Form::Count:
    if (!value.is_number_unsigned())
      complain(pointer, "an integer of at least 0");
    return;
  case Form::Number:
    if (!value.is_number())
      complain(pointer, "a number");
    return;
  case Form::TypeName:
    if (!isTypeName(value) && !allAre(isTypeName))
      complain(pointer, "the name of a type or a list of them");
    return;
  case Form::Text:
    if (!value.is_string())
      complain(pointer, "a string");
    return;
  case Form::TextList:
    if (!allAre(isText))
      complain(pointer, "a list of strings");
    return;
  case Form::AnyList:
    if (!value.is_array())
      complain(pointer, "a list");
    return;
  case Form::Any:
    return;
  }
}

void Checker::check(const Json &schema, const std::string &pointer, int depth) {
  if (depth > maxSchemaDepth)
    return complain(pointer, "a schema that is nested less deep");
  if (schema.is_boolean())
    return;
  if (!schema.is_object())
    return complain(pointer, "a schema: an object, true or false");
  for (auto item = schema.begin(); item != schema.end(); ++item) {
    std::string at = concat(pointer, "/", item.key());
    auto found = std::ranges::find(keywords, std::string_view(item.key()),
                                   &Keyword::name);
    if (found != std::end(keywords))
      checkForm(item.value(), found->form, at, depth);
    else if (!isAnnotation(item.key()))
      complain(at, "no such keyword, it is not supported");
  }
}

bool weft::text::isAnnotation(std::string_view keyword) {
  return keyword.starts_with("x-") ||
         std::ranges::find(annotations, keyword) != std::end(annotations);
}

Status weft::text::checkSchema(const Json &schema) {
  Checker checker;
  checker.check(schema, "#", 0);
  if (checker.complaints.empty())
    return Status();
  std::string message;
  for (const std::string &complaint : checker.complaints)
    message += (message.empty() ? "" : "; ") + complaint;
  return Status(WEFT_STATUS_INVALID_ARGUMENT, std::move(message));
}
