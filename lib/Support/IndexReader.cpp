// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Checked access to llvm::json values.

#include "lib/Support/IndexReader.h"
#include "llvm/ADT/Twine.h"

using namespace weft;

namespace {
/// What brackets outside of strings say.
struct IndexShape {
  size_t depth = 0, objects = 0;
};
} // namespace

static IndexShape measure(llvm::StringRef text) {
  IndexShape shape;
  size_t depth = 0;
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
      shape.depth = std::max(shape.depth, ++depth);
      shape.objects += c == '{';
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return shape;
}

llvm::Expected<llvm::json::Object> weft::parseIndex(llvm::StringRef text,
                                                    llvm::StringRef what) {
  constexpr size_t kMaximumDepth = 64;
  IndexShape shape = measure(text);
  if (shape.depth > kMaximumDepth)
    return llvm::createStringError(what + llvm::Twine(" nests deeper than ") +
                                   llvm::Twine(kMaximumDepth) + " levels");
  // llvm::json takes some KiB for the smallest one.
  constexpr size_t kMaximumObjects = size_t(1) << 18;
  if (shape.objects > kMaximumObjects)
    return llvm::createStringError(what + llvm::Twine(" has more than ") +
                                   llvm::Twine(kMaximumObjects) + " objects");
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(text);
  if (!value)
    return llvm::createStringError(what + llvm::Twine(" is not valid JSON: ") +
                                   llvm::toString(value.takeError()));
  if (llvm::json::Object *object = value->getAsObject())
    return std::move(*object);
  return llvm::createStringError(what + llvm::Twine(" is not a JSON object"));
}

llvm::Error IndexReader::describe(llvm::StringRef field,
                                  llvm::StringRef expected) const {
  return llvm::createStringError(
      where + llvm::Twine(": field '") + field + "' is " +
      (object.get(field) ? "not " : "missing, expected ") + expected);
}

llvm::Expected<llvm::StringRef>
IndexReader::getString(llvm::StringRef field) const {
  if (std::optional<llvm::StringRef> text = object.getString(field))
    return *text;
  return describe(field, "a string");
}

llvm::Expected<uint64_t> IndexReader::getUnsigned(llvm::StringRef field) const {
  std::optional<int64_t> number = object.getInteger(field);
  if (number && *number >= 0)
    return static_cast<uint64_t>(*number);
  return describe(field, "a whole number of at least 0");
}

llvm::Expected<uint64_t> IndexReader::getChecksum(llvm::StringRef field) const {
  uint64_t checksum;
  std::optional<llvm::StringRef> text = object.getString(field);
  if (text && parseChecksum(*text, checksum))
    return checksum;
  return describe(field, "a checksum of 16 hexadecimal digits");
}

llvm::Expected<WeightType> IndexReader::getWeightType() const {
  WeightType type;
  llvm::Expected<llvm::StringRef> dtype = getString("dtype");
  if (!dtype)
    return dtype.takeError();
  type.dtype = dtype->str();
  const llvm::json::Array *dims = object.getArray("dims");
  if (!dims)
    return describe("dims", "a list of numbers");
  for (const llvm::json::Value &dim : *dims) {
    std::optional<int64_t> number = dim.getAsInteger();
    if (!number)
      return describe("dims", "a list of numbers");
    type.dims.push_back(*number);
  }
  return type;
}

llvm::Expected<SectionRange> IndexReader::getRange() const {
  SectionRange range;
  if (llvm::Error error = getUnsigned("offset").moveInto(range.offset))
    return error;
  if (llvm::Error error = getUnsigned("size").moveInto(range.sizeBytes))
    return error;
  if (llvm::Error error = getChecksum("xxh3").moveInto(range.checksum))
    return error;
  return range;
}

llvm::Error IndexReader::forEach(
    llvm::StringRef field,
    llvm::function_ref<llvm::Error(const IndexReader &)> visit) const {
  if (!has(field))
    return llvm::Error::success();
  const llvm::json::Array *list = object.getArray(field);
  if (!list)
    return describe(field, "a list");
  for (size_t i = 0; i < list->size(); ++i) {
    const llvm::json::Object *entry = (*list)[i].getAsObject();
    std::string place =
        where + ", " + field.str() + "[" + std::to_string(i) + "]";
    if (!entry)
      return llvm::createStringError(place + llvm::Twine(" is not an object"));
    if (llvm::Error error = visit(IndexReader(*entry, place)))
      return error;
  }
  return llvm::Error::success();
}

void weft::writeRange(llvm::json::OStream &json, const SectionRange &range) {
  json.attribute("offset", range.offset);
  json.attribute("size", range.sizeBytes);
  json.attribute("xxh3", formatChecksum(range.checksum));
}
