// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Typed access to JSON objects.
#include "runtime/text/tokenizer/Component.h"
#include "runtime/text/tokenizer/Unicode.h"

#include <algorithm>

using namespace weft::text;
using weft::runtime::concat;
using weft::runtime::Status;

// Sequences of sequences multiply what one component costs.
static constexpr size_t maxComponents = 256;
// What a component holds besides vocabularies and character maps.
static constexpr size_t maxFieldBytes = 1 << 16;

Status Component::check() const {
  if (!value->is_object())
    return bad("expected an object, found ", value->type_name());
  if (++context->count > maxComponents)
    return bad("expected at most ", maxComponents, " components");
  return Status();
}

const Json *Component::find(const char *key) const {
  auto found = value->find(key);
  return found == value->end() || found->is_null() ? nullptr : &*found;
}

std::string Component::getType() const {
  const Json *type = find("type");
  const auto *text = type ? type->get_ptr<const std::string *>() : nullptr;
  return text ? *text : std::string();
}

Component Component::at(const char *key) const {
  static const Json nothing;
  const Json *field = find(key);
  return {field ? *field : nothing, concat(path, ".", key), *context};
}

Status Component::readList(const char *key,
                           std::vector<Component> &list) const {
  const Json *field = find(key);
  if (!field || !field->is_array())
    return badField(key, "expected an array, found ",
                    field ? field->type_name() : "nothing");
  if (field->size() > maxComponents)
    return badField(key, "expected at most ", maxComponents,
                    " components, found ", field->size());
  for (size_t i = 0; i < field->size(); ++i)
    list.emplace_back((*field)[i], concat(path, ".", key, "[", i, "]"),
                      *context);
  return Status();
}

Status Component::readText(const char *key, std::string &text) const {
  const Json *field = find(key);
  const auto *found = field ? field->get_ptr<const std::string *>() : nullptr;
  if (!found)
    return badField(key, "expected a string, found ",
                    field ? field->type_name() : "nothing");
  if (found->size() > maxFieldBytes)
    return badField(key, "expected at most ", maxFieldBytes, " bytes, found ",
                    found->size());
  text = *found;
  return Status();
}

Status Component::readText(const char *key, std::string &text,
                           std::string_view fallback) const {
  if (find(key))
    return readText(key, text);
  text = fallback;
  return Status();
}

Status Component::readBool(const char *key, bool &flag, bool fallback) const {
  const Json *field = find(key);
  if (field && !field->is_boolean())
    return badField(key, "expected true or false, found ", field->type_name());
  flag = field ? *field->get_ptr<const bool *>() : fallback;
  return Status();
}

Status Component::readCount(const char *key, uint64_t &number,
                            uint64_t fallback) const {
  const Json *field = find(key);
  if (field && !field->is_number_unsigned())
    return badField(key, "expected a number from 0, found ",
                    field->type_name());
  number = field ? *field->get_ptr<const uint64_t *>() : fallback;
  return Status();
}

Status Component::readCharacter(const char *key, uint32_t &point) const {
  std::string text;
  if (Status status = readText(key, text); !status.ok())
    return status;
  if (text.empty() || getSequenceSize(text[0]) != text.size())
    return badField(key, "expected one character, found ", text.size(),
                    " bytes");
  size_t at = 0;
  point = nextCodePoint(text, at);
  return Status();
}

Status Component::readPattern(const char *key, std::string &pattern,
                              bool &isRegex) const {
  const Json *field = find(key);
  if (!field || !field->is_object())
    return badField(key, "expected an object, found ",
                    field ? field->type_name() : "nothing");
  Component inner = at(key);
  isRegex = inner.find("Regex");
  return inner.readText(isRegex ? "Regex" : "String", pattern);
}

void Component::addUnsupported(std::string_view kind,
                               std::string_view detail) const {
  std::string note = concat(kind, " ", detail.substr(0, 64));
  auto &notes = context->unsupported;
  if (std::find(notes.begin(), notes.end(), note) == notes.end())
    notes.push_back(std::move(note));
}

size_t weft::text::computeDepth(std::string_view text) {
  size_t depth = 0, greatest = 0;
  bool inString = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (inString) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        inString = false;
    } else if (c == '"') {
      inString = true;
    } else if (c == '[' || c == '{') {
      greatest = std::max(greatest, ++depth);
    } else if ((c == ']' || c == '}') && depth) {
      --depth;
    }
  }
  return greatest;
}
