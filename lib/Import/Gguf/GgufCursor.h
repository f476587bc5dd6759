// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A place in a GGUF file that nobody has checked yet. The first error stays, and
// reads after it give zeros, so that callers check once a record.

#ifndef WEFT_LIB_IMPORT_GGUF_GGUFCURSOR_H
#define WEFT_LIB_IMPORT_GGUF_GGUFCURSOR_H

#include "lib/Import/Gguf/GgufValue.h"
#include "lib/Support/MappedFile.h"
#include "llvm/ADT/Twine.h"

namespace weft::gguf {

/// Reads a mapped file from front to back. One thread.
class GgufCursor {
public:
  explicit GgufCursor(const MappedFile &file) : file(file) {}

  /// Names what is being read, for messages: "tensor 'x'". Must outlive its use.
  void setPlace(std::string name) { place = std::move(name); }

  uint32_t readU32();
  uint64_t readU64();

  /// Returns the next bytes, empty where the file is too short.
  llvm::StringRef readBytes(uint64_t sizeBytes);

  /// Reads a length and so many bytes.
  llvm::StringRef readString();

  /// Reads a type and the value. All of it lies in the file.
  GgufValue readValue(llvm::StringRef key);

  uint64_t getOffset() const { return offset; }
  uint64_t getRemaining() const { return file.getSizeBytes() - offset; }

  bool hasFailed() const { return !message.empty(); }

  /// Records an error unless there is one; \p what was expected and found.
  void fail(const llvm::Twine &what);

  /// Returns the error, if any; the cursor is not used afterwards.
  llvm::Error takeError();

private:
  GgufValueType readType();
  llvm::StringRef readStrings(uint64_t count);

  const MappedFile &file;
  uint64_t offset = 0;
  std::string place;
  std::string message;
};

} // namespace weft::gguf

#endif // WEFT_LIB_IMPORT_GGUF_GGUFCURSOR_H
