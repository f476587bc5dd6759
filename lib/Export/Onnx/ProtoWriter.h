// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Protobuf's wire format: the inverse of lib/Import/Onnx's ProtoReader.

#ifndef WEFT_LIB_EXPORT_ONNX_PROTOWRITER_H
#define WEFT_LIB_EXPORT_ONNX_PROTOWRITER_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>

namespace weft {

/// A message in memory, field by field.
class ProtoWriter {
public:
  void addInteger(uint32_t field, int64_t value);
  void addFloat(uint32_t field, float value);
  /// A string, bytes, or a message.
  void addBytes(uint32_t field, llvm::StringRef bytes);
  /// The beginning of such a field, whose \p sizeBytes bytes follow elsewhere.
  void addHead(uint32_t field, uint64_t sizeBytes);
  /// Fields that are encoded already.
  void addEncoded(llvm::StringRef fields) { text += fields; }

  llvm::StringRef getBytes() const { return text; }

private:
  void addVarint(uint64_t value);

  std::string text;
};

} // namespace weft

#endif // WEFT_LIB_EXPORT_ONNX_PROTOWRITER_H
