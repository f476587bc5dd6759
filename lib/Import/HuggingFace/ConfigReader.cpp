// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ConfigReader.h.

#include "lib/Import/HuggingFace/ConfigReader.h"
#include "llvm/Support/FormatVariadic.h"

using namespace weft;
using llvm::StringRef;
using llvm::Twine;
namespace json = llvm::json;

/// Enough of a value to recognize it.
static std::string spell(const json::Value *value) {
  if (!value)
    return "nothing";
  constexpr size_t kMost = 60;
  std::string text = llvm::formatv("{0}", *value).str();
  return text.size() <= kMost ? text : text.substr(0, kMost) + "...";
}

void ConfigReader::fail(StringRef key, const Twine &expected) {
  if (error.empty())
    error = (Twine(where) + ": " + key + ": expected " + expected +
             ", found " + spell(object.get(key)))
                .str();
}

std::optional<int64_t>
ConfigReader::findInteger(StringRef key, std::optional<int64_t> absent) {
  const json::Value *value = object.get(key);
  if (!value)
    return absent;
  if (!has(key))
    return std::nullopt;
  std::optional<int64_t> number = value->getAsInteger();
  if (!number)
    fail(key, "a whole number");
  return number;
}

std::optional<double> ConfigReader::findReal(StringRef key,
                                             std::optional<double> absent) {
  const json::Value *value = object.get(key);
  if (!value)
    return absent;
  if (!has(key))
    return std::nullopt;
  std::optional<double> number = value->getAsNumber();
  if (!number)
    fail(key, "a number");
  return number;
}

bool ConfigReader::truth(StringRef key, bool otherwise) {
  if (!has(key))
    return otherwise;
  std::optional<bool> value = object.getBoolean(key);
  if (!value)
    fail(key, "true or false");
  return value.value_or(otherwise);
}

std::string ConfigReader::text(StringRef key, StringRef otherwise) {
  if (!has(key))
    return otherwise.str();
  std::optional<StringRef> value = object.getString(key);
  if (!value)
    fail(key, "a text");
  return value.value_or(otherwise).str();
}

template <typename Element, typename Read>
std::vector<Element> ConfigReader::list(StringRef key, StringRef expected,
                                        Read read) {
  std::vector<Element> elements;
  if (!has(key))
    return elements;
  const json::Array *array = object.getArray(key);
  if (!array) {
    fail(key, expected);
    return elements;
  }
  for (const json::Value &value : *array) {
    auto element = read(value);
    if (!element) {
      fail(key, expected);
      return {};
    }
    elements.push_back(Element(*element));
  }
  return elements;
}

std::vector<double> ConfigReader::reals(StringRef key) {
  return list<double>(key, "a list of numbers", [](const json::Value &value) {
    return value.getAsNumber();
  });
}

std::vector<int64_t> ConfigReader::integers(StringRef key) {
  return list<int64_t>(
      key, "a list of whole numbers",
      [](const json::Value &value) { return value.getAsInteger(); });
}

std::vector<std::string> ConfigReader::texts(StringRef key) {
  return list<std::string>(key, "a list of texts", [](const json::Value &value) {
    return value.getAsString();
  });
}

const json::Object *ConfigReader::findObject(StringRef key) {
  if (!has(key))
    return nullptr;
  const json::Object *part = object.getObject(key);
  if (!part)
    fail(key, "an object");
  return part;
}
