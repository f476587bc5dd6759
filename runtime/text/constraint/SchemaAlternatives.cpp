// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// References are followed, conjunctions multiplied out.
#include "runtime/text/constraint/SchemaAlternatives.h"
#include "runtime/text/constraint/SchemaKeywords.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

using namespace weft::text;
using weft::runtime::failure;

constexpr size_t maxAlternatives = 256;
constexpr int maxReferences = 64;
// A second or so; a schema of thousands of parts takes a hundredth of them.
constexpr uint64_t maxSteps = uint64_t(1) << 28;

template <typename... Parts> static Status bad(const Parts &...parts) {
  return failure(WEFT_STATUS_INVALID_ARGUMENT, parts...);
}

/// A part of a JSON pointer, with ~1 and ~0 and, for references in a URI, %xx.
static std::string decodePart(std::string_view part) {
  std::string text;
  auto getDigit = [](char character) {
    return character <= '9' ? character - '0' : (character | 32) - 'a' + 10;
  };
  for (size_t i = 0; i < part.size(); ++i) {
    if (part[i] == '%' && i + 2 < part.size() &&
        std::isxdigit(uint8_t(part[i + 1])) &&
        std::isxdigit(uint8_t(part[i + 2]))) {
      text += char(getDigit(part[i + 1]) * 16 + getDigit(part[i + 2]));
      i += 2;
    } else {
      text += part[i];
    }
  }
  std::string result;
  for (size_t i = 0; i < text.size(); ++i)
    if (text[i] == '~' && i + 1 < text.size())
      result += text[++i] == '1' ? '/' : '~';
    else
      result += text[i];
  return result;
}

static uint64_t countValues(const SchemaJson &value) {
  uint64_t count = 1;
  if (value.is_structured())
    for (const SchemaJson &part : value)
      count += countValues(part);
  return count;
}

Status SchemaFlattener::spend(uint64_t newSteps) {
  steps += newSteps;
  if (steps <= maxSteps)
    return Status();
  return bad("expected a schema of fewer combinations, found one that takes "
             "too long: its allOf, anyOf, oneOf and $ref stand for too many");
}

Status SchemaFlattener::resolve(const std::string &reference,
                                const SchemaJson *&target) {
  target = &root;
  if (!reference.starts_with('#'))
    return bad("$ref: expected '#' or a path from '#/' on in the same schema, "
               "found '",
               reference, "'");
  std::string_view rest = std::string_view(reference).substr(1);
  while (target && rest.starts_with('/')) {
    size_t end = std::min(rest.find('/', 1), rest.size());
    std::string part = decodePart(rest.substr(1, end - 1));
    rest.remove_prefix(end);
    bool isIndex = !part.empty() && part.size() < 6 &&
                   part.find_first_not_of("0123456789") == part.npos;
    if (target->is_object() && target->contains(part))
      target = &(*target)[part];
    else if (target->is_array() && isIndex &&
             size_t(std::atoi(part.c_str())) < target->size())
      target = &(*target)[size_t(std::atoi(part.c_str()))];
    else
      target = nullptr;
  }
  if (!target || !rest.empty() ||
      !(target->is_object() || target->is_boolean()))
    return bad("$ref: expected the path of a schema, found '", reference, "'");
  // It may lie where no schema was looked for.
  auto [found, isNew] = targets.try_emplace(target, 0);
  if (isNew) {
    if (Status status = checkSchema(*target); !status.ok())
      return std::move(status).in(reference);
    found->second = countValues(*target);
  }
  // It is copied some times on the way into a merged form.
  return spend(400 * found->second);
}

static std::string toText(const SchemaJson &value) {
  return value.dump(-1, ' ', false, SchemaJson::error_handler_t::replace);
}

/// Each of `left` together with each of `right`.
Status SchemaFlattener::multiply(std::vector<SchemaJson> &left,
                                 const std::vector<SchemaJson> &right) {
  std::vector<SchemaJson> products;
  for (const SchemaJson &one : left)
    for (const SchemaJson &other : right) {
      if (Status status =
              spend(estimateMergeSteps(one, other) + 20 * products.size());
          !status.ok())
        return status;
      SchemaJson merged;
      if (mergeSchemas(one, other, merged) &&
          std::ranges::find(products, merged) == products.end())
        products.push_back(std::move(merged));
      if (products.size() > maxAlternatives)
        return bad("expected at most ", maxAlternatives,
                   " alternatives for a value, found more");
    }
  left = std::move(products);
  return Status();
}

Status SchemaFlattener::flatten(const SchemaJson &schema,
                                std::vector<SchemaJson> &flat, int depth) {
  if (depth > maxReferences)
    return bad("$ref: expected at most ", maxReferences,
               " references in a row, found more (a schema that only refers "
               "to itself?)");
  if (schema.is_boolean()) {
    if (schema.get<bool>())
      flat.push_back(SchemaJson::object());
    return Status();
  }
  SchemaJson own = SchemaJson::object();
  std::vector<std::vector<SchemaJson>> factors;
  Status status;
  for (auto item = schema.begin(); item != schema.end(); ++item) {
    const std::string &keyword = item.key();
    const SchemaJson &value = item.value();
    if (keyword == "$ref") {
      const SchemaJson *target;
      status = resolve(value.get<std::string>(), target);
      if (status.ok())
        status = flatten(*target, factors.emplace_back(), depth + 1);
    } else if (keyword == "allOf") {
      for (size_t i = 0; i < value.size() && status.ok(); ++i)
        status = flatten(value[i], factors.emplace_back(), depth + 1);
    } else if (keyword == "anyOf") {
      factors.emplace_back();
      for (size_t i = 0; i < value.size() && status.ok(); ++i)
        status = flatten(value[i], factors.back(), depth + 1);
    } else if (keyword == "oneOf") {
      status = flattenExclusive(value, factors.emplace_back(), depth + 1);
    } else if (!isAnnotation(keyword) && keyword != "$defs" &&
               keyword != "definitions") {
      own[keyword] = value;
    }
    if (!status.ok())
      return status;
  }
  // Together with nothing else: brings the keywords into their merged form.
  std::vector<SchemaJson> alternatives{SchemaJson::object()};
  status = multiply(alternatives, {own});
  for (size_t i = 0; i < factors.size() && status.ok(); ++i)
    status = multiply(alternatives, factors[i]);
  if (flat.size() + alternatives.size() > maxAlternatives)
    return bad("expected at most ", maxAlternatives,
               " alternatives for a value, found more");
  flat.insert(flat.end(), alternatives.begin(), alternatives.end());
  return status;
}

Status SchemaFlattener::flattenExclusive(const SchemaJson &branches,
                                         std::vector<SchemaJson> &flat,
                                         int depth) {
  for (size_t i = 0; i < branches.size(); ++i) {
    std::vector<SchemaJson> branch;
    if (Status status = flatten(branches[i], branch, depth); !status.ok())
      return status;
    for (const SchemaJson &one : branch)
      for (const SchemaJson &other : flat) {
        if (Status status = spend(estimateMergeSteps(one, other)); !status.ok())
          return status;
        if (!areDisjoint(one, other))
          return bad("oneOf: expected alternatives that visibly exclude each "
                     "other (by their types, constants, or constants of a "
                     "required property), found ",
                     toText(other), " and ", toText(one));
      }
    flat.insert(flat.end(), branch.begin(), branch.end());
  }
  return Status();
}

/// The constants that a flat schema is restricted to; null if it is not.
static const SchemaJson *getConstants(const SchemaJson &flat) {
  auto found = flat.find("enum");
  return found == flat.end() ? nullptr : &*found;
}

static bool haveCommonConstant(const SchemaJson &left,
                               const SchemaJson &right) {
  return std::ranges::any_of(left, [&](const SchemaJson &value) {
    return std::ranges::any_of(right, [&](const SchemaJson &other) {
      return isSameJson(value, other);
    });
  });
}

bool SchemaFlattener::areDisjoint(const SchemaJson &left,
                                  const SchemaJson &right) {
  SchemaJson merged;
  if (!mergeSchemas(left, right, merged))
    return true; // types or constants
  std::vector<std::string> types = getTypes(merged);
  if (types.size() != 1 || types[0] != "object" ||
      !merged.contains("required") || !left.contains("properties") ||
      !right.contains("properties"))
    return false;
  for (const SchemaJson &name : merged["required"]) {
    const std::string &key = name.get_ref<const std::string &>();
    if (!left["properties"].contains(key) || !right["properties"].contains(key))
      continue;
    std::vector<SchemaJson> ones, others;
    if (!flatten(left["properties"][key], ones, 1).ok() ||
        !flatten(right["properties"][key], others, 1).ok())
      continue;
    bool areApart = true;
    for (const SchemaJson &one : ones)
      for (const SchemaJson &other : others)
        areApart &=
            getConstants(one) && getConstants(other) &&
            !haveCommonConstant(*getConstants(one), *getConstants(other));
    if (areApart)
      return true;
  }
  return false;
}
