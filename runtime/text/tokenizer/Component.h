// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reading the JSON of components: typed fields, with the path of the component
// in every complaint. Nothing here trusts the text.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_COMPONENT_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_COMPONENT_H

#include "runtime/program/Status.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace weft::text {

using Json = nlohmann::json;

/// What all components of one file share while they are read.
struct ParseContext {
  /// "normalizer Foo" for each component that is known to nobody here.
  std::vector<std::string> unsupported;
  /// Components so far; a bound on what they cost together.
  size_t count = 0;
};

/// One component: a JSON object and where it stands.
class Component {
public:
  Component(const Json &value, std::string path, ParseContext &context)
      : value(&value), path(std::move(path)), context(&context) {}

  /// Checks that this is an object, and counts it.
  runtime::Status check() const;
  /// The field `type`, empty if there is none.
  std::string getType() const;
  /// The field, null if it is missing or null.
  const Json *find(const char *key) const;
  /// The field as a component of its own.
  Component at(const char *key) const;
  /// The elements of the array field `key` as components. Fails unless it is
  /// one.
  runtime::Status readList(const char *key, std::vector<Component> &list) const;

  /// Each reads a field; where `fallback` is given the field may be missing.
  runtime::Status readText(const char *key, std::string &text) const;
  runtime::Status readText(const char *key, std::string &text,
                           std::string_view fallback) const;
  runtime::Status readBool(const char *key, bool &flag, bool fallback) const;
  runtime::Status readCount(const char *key, uint64_t &number,
                            uint64_t fallback) const;
  /// A string of exactly one character, as code point.
  runtime::Status readCharacter(const char *key, uint32_t &point) const;
  /// The object {"String": ...} or {"Regex": ...}.
  runtime::Status readPattern(const char *key, std::string &pattern,
                              bool &isRegex) const;

  /// Notes that nobody can do what `kind` (such as "normalizer") of this type
  /// says; the whole file is refused later, with all such notes.
  void addUnsupported(std::string_view kind, std::string_view detail) const;

  template <typename... Parts>
  runtime::Status bad(const Parts &...parts) const {
    return runtime::failure(WEFT_STATUS_INVALID_ARGUMENT, path, ": ", parts...);
  }
  /// A complaint about the field `key`.
  template <typename... Parts>
  runtime::Status badField(const char *key, const Parts &...parts) const {
    return runtime::failure(WEFT_STATUS_INVALID_ARGUMENT, path, ".", key, ": ",
                            parts...);
  }

  const Json &getValue() const { return *value; }
  const std::string &getPath() const { return path; }

private:
  const Json *value;
  std::string path;
  ParseContext *context;
};

/// The greatest nesting of brackets in `text`, strings left out.
size_t computeDepth(std::string_view text);

} // namespace weft::text

#endif
