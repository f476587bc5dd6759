// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One metadata value of a GGUF file: a scalar, a string or a list, as a view
// into the mapped file. A vocabulary of 256 000 strings costs nothing until
// somebody reads it.

#ifndef WEFT_LIB_IMPORT_GGUF_GGUFVALUE_H
#define WEFT_LIB_IMPORT_GGUF_GGUFVALUE_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace weft {

/// The ids of the format.
enum class GgufValueType : uint32_t {
  UInt8 = 0,
  Int8 = 1,
  UInt16 = 2,
  Int16 = 3,
  UInt32 = 4,
  Int32 = 5,
  Float32 = 6,
  Bool = 7,
  String = 8,
  Array = 9,
  UInt64 = 10,
  Int64 = 11,
  Float64 = 12,
};

/// Returns "u8", "f32", "string", ...
llvm::StringRef getGgufValueTypeName(GgufValueType type);

/// Returns the size of a scalar in bytes; 0 for strings and arrays.
unsigned getGgufValueSizeBytes(GgufValueType type);

/// A key with its checked value. Valid as long as the file it is from.
struct GgufValue {
  llvm::StringRef key;
  GgufValueType type;
  /// The type of the elements where type is Array, else type itself.
  GgufValueType elementType;
  /// The number of elements; 1 for scalars and strings.
  uint64_t count;
  /// The bytes of the elements; a string alone is without its length, strings
  /// of an array have theirs before them.
  llvm::StringRef bytes;

  bool isArray() const { return type == GgufValueType::Array; }

  /// Returns "u32", "array of 49152 strings", ... for messages.
  std::string describeType() const;

  /// Each returns nothing where the value is of another type or does not fit.
  /// Integers come from any integer type, floats from floats and integers.
  std::optional<int64_t> asInteger() const;
  std::optional<double> asFloat() const;
  std::optional<bool> asBool() const;
  std::optional<llvm::StringRef> asString() const;

  /// Each returns nothing where an element is of another type or does not fit.
  /// A scalar counts as a list of one; for integers, bools are 0 and 1.
  std::optional<std::vector<int64_t>> asIntegers() const;
  std::optional<std::vector<double>> asFloats() const;
  std::optional<std::vector<llvm::StringRef>> asStrings() const;
};

} // namespace weft

#endif // WEFT_LIB_IMPORT_GGUF_GGUFVALUE_H
