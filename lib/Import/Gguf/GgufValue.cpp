// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Numbers, strings and lists out of the bytes of a checked value.

#include "lib/Import/Gguf/GgufValue.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/ErrorHandling.h"
#include <limits>

using namespace weft;
namespace endian = llvm::support::endian;

llvm::StringRef weft::getGgufValueTypeName(GgufValueType type) {
  switch (type) {
  case GgufValueType::UInt8:
    return "u8";
  case GgufValueType::Int8:
    return "i8";
  case GgufValueType::UInt16:
    return "u16";
  case GgufValueType::Int16:
    return "i16";
  case GgufValueType::UInt32:
    return "u32";
  case GgufValueType::Int32:
    return "i32";
  case GgufValueType::Float32:
    return "f32";
  case GgufValueType::Bool:
    return "bool";
  case GgufValueType::String:
    return "string";
  case GgufValueType::Array:
    return "array";
  case GgufValueType::UInt64:
    return "u64";
  case GgufValueType::Int64:
    return "i64";
  case GgufValueType::Float64:
    return "f64";
  }
  llvm_unreachable("unknown value type");
}

unsigned weft::getGgufValueSizeBytes(GgufValueType type) {
  switch (type) {
  case GgufValueType::UInt8:
  case GgufValueType::Int8:
  case GgufValueType::Bool:
    return 1;
  case GgufValueType::UInt16:
  case GgufValueType::Int16:
    return 2;
  case GgufValueType::UInt32:
  case GgufValueType::Int32:
  case GgufValueType::Float32:
    return 4;
  case GgufValueType::UInt64:
  case GgufValueType::Int64:
  case GgufValueType::Float64:
    return 8;
  case GgufValueType::String:
  case GgufValueType::Array:
    return 0;
  }
  llvm_unreachable("unknown value type");
}

std::string GgufValue::describeType() const {
  if (!isArray())
    return getGgufValueTypeName(type).str();
  return (llvm::Twine("array of ") + llvm::Twine(count) + " " +
          getGgufValueTypeName(elementType))
      .str();
}

/// Reads one integer; bools are not among them.
static std::optional<int64_t> readInteger(GgufValueType type,
                                          const char *bytes) {
  switch (type) {
  case GgufValueType::UInt8:
    return static_cast<uint8_t>(*bytes);
  case GgufValueType::Int8:
    return static_cast<int8_t>(*bytes);
  case GgufValueType::UInt16:
    return endian::read16le(bytes);
  case GgufValueType::Int16:
    return static_cast<int16_t>(endian::read16le(bytes));
  case GgufValueType::UInt32:
    return endian::read32le(bytes);
  case GgufValueType::Int32:
    return static_cast<int32_t>(endian::read32le(bytes));
  case GgufValueType::Int64:
    return static_cast<int64_t>(endian::read64le(bytes));
  case GgufValueType::UInt64: {
    uint64_t value = endian::read64le(bytes);
    if (value > static_cast<uint64_t>(std::numeric_limits<int64_t>::max()))
      return std::nullopt;
    return static_cast<int64_t>(value);
  }
  default:
    return std::nullopt;
  }
}

static std::optional<double> readFloat(GgufValueType type, const char *bytes) {
  if (type == GgufValueType::Float32)
    return llvm::bit_cast<float>(endian::read32le(bytes));
  if (type == GgufValueType::Float64)
    return llvm::bit_cast<double>(endian::read64le(bytes));
  if (std::optional<int64_t> integer = readInteger(type, bytes))
    return static_cast<double>(*integer);
  return std::nullopt;
}

std::optional<int64_t> GgufValue::asInteger() const {
  return isArray() ? std::nullopt : readInteger(type, bytes.data());
}

std::optional<double> GgufValue::asFloat() const {
  return isArray() ? std::nullopt : readFloat(type, bytes.data());
}

std::optional<bool> GgufValue::asBool() const {
  if (type != GgufValueType::Bool)
    return std::nullopt;
  return bytes[0] != 0;
}

std::optional<llvm::StringRef> GgufValue::asString() const {
  if (type != GgufValueType::String)
    return std::nullopt;
  return bytes;
}

std::optional<std::vector<int64_t>> GgufValue::asIntegers() const {
  std::vector<int64_t> values;
  unsigned size = getGgufValueSizeBytes(elementType);
  if (size == 0)
    return std::nullopt;
  values.reserve(count);
  for (uint64_t i = 0; i < count; ++i) {
    const char *element = bytes.data() + i * size;
    if (elementType == GgufValueType::Bool)
      values.push_back(*element != 0);
    else if (std::optional<int64_t> value = readInteger(elementType, element))
      values.push_back(*value);
    else
      return std::nullopt;
  }
  return values;
}

std::optional<std::vector<double>> GgufValue::asFloats() const {
  std::vector<double> values;
  unsigned size = getGgufValueSizeBytes(elementType);
  if (size == 0)
    return std::nullopt;
  values.reserve(count);
  for (uint64_t i = 0; i < count; ++i) {
    std::optional<double> value =
        readFloat(elementType, bytes.data() + i * size);
    if (!value)
      return std::nullopt;
    values.push_back(*value);
  }
  return values;
}

std::optional<std::vector<llvm::StringRef>> GgufValue::asStrings() const {
  if (elementType != GgufValueType::String)
    return std::nullopt;
  if (!isArray())
    return std::vector<llvm::StringRef>{bytes};
  std::vector<llvm::StringRef> values;
  values.reserve(count);
  const char *place = bytes.data();
  for (uint64_t i = 0; i < count; ++i) {
    uint64_t length = endian::read64le(place);
    values.emplace_back(place + sizeof(uint64_t), length);
    place += sizeof(uint64_t) + length;
  }
  return values;
}
