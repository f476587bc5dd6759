// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reads protobuf wire format straight from mapped bytes. Nothing is copied:
// strings and nested messages refer to the bytes that were given. The first
// fault ends all reading and is kept with its byte offset, so that loops over
// fields need no checks of their own.
//
// protozero is not used here because it reports by exceptions, without an
// offset, and cuts lengths to 32 bits.

#ifndef WEFT_IMPORT_ONNX_PROTOREADER_H
#define WEFT_IMPORT_ONNX_PROTOREADER_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>

namespace weft::onnx {

/// The first fault that was met while a file was decoded.
struct ProtoFault {
  uint64_t offset = 0; ///< in bytes from the start of the file
  std::string message;
};

/// A cursor over the fields of one message. Readers of nested messages share
/// the place where the first fault is kept; after a fault every reader is at
/// its end.
class ProtoReader {
public:
  enum class Wire : uint8_t { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

  /// Reads `message`, which lies inside the file that begins at `fileBegin`.
  ProtoReader(llvm::StringRef message, const char *fileBegin,
              std::optional<ProtoFault> &fault)
      : cursor(message.begin()), end(message.end()), fileBegin(fileBegin),
        fault(&fault) {}

  /// Goes to the next field; false at the end and after a fault. Every field
  /// must then be read by exactly one of the functions below.
  bool next();
  /// The number of the current field.
  uint32_t field() const { return fieldNumber; }

  int64_t int64();
  int32_t int32() { return static_cast<int32_t>(int64()); }
  float float32();
  llvm::StringRef bytes();
  ProtoReader message();
  void skip();

  /// Append the current field of a repeated number, packed or not.
  void appendInts(llvm::SmallVectorImpl<int64_t> &values);
  void appendFloats(llvm::SmallVectorImpl<float> &values);
  void appendDoubles(llvm::SmallVectorImpl<double> &values);

  /// Records a fault at the current byte, unless there is one already.
  void fail(const llvm::Twine &message);
  /// Where the next byte is, from the start of the file.
  uint64_t offset() const { return uint64_t(cursor - fileBegin); }
  bool failed() const { return fault->has_value(); }
  /// The bytes that have not been read yet.
  llvm::StringRef rest() const { return {cursor, size_t(end - cursor)}; }

private:
  bool expect(Wire expected);
  uint64_t varint();
  llvm::StringRef take(uint64_t size);
  template <typename T> T fixed();
  template <typename T> void appendFixed(llvm::SmallVectorImpl<T> &, Wire);

  const char *cursor;
  const char *end;
  const char *fileBegin;
  std::optional<ProtoFault> *fault;
  uint32_t fieldNumber = 0;
  Wire wire = Wire::Varint;
};

} // namespace weft::onnx

#endif // WEFT_IMPORT_ONNX_PROTOREADER_H
