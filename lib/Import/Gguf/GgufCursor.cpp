// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every length is compared with what is left of the file before it is used.

#include "lib/Import/Gguf/GgufCursor.h"
#include "llvm/Support/Endian.h"

using namespace weft;
using namespace weft::gguf;
namespace endian = llvm::support::endian;

void GgufCursor::fail(const llvm::Twine &what) {
  if (hasFailed())
    return;
  message = (llvm::Twine("'") + file.getPath() + "': " + place +
             (place.empty() ? "" : ": ") + what)
                .str();
}

llvm::Error GgufCursor::takeError() {
  return hasFailed() ? llvm::createStringError(message)
                     : llvm::Error::success();
}

llvm::StringRef GgufCursor::readBytes(uint64_t sizeBytes) {
  if (hasFailed())
    return {};
  if (sizeBytes > getRemaining()) {
    fail(llvm::Twine("expected ") + llvm::Twine(sizeBytes) +
         " bytes at offset " + llvm::Twine(offset) + ", found " +
         llvm::Twine(getRemaining()) +
         " before the end of the file: it is short or damaged");
    return {};
  }
  llvm::StringRef bytes(file.getBytes().data() + offset, sizeBytes);
  offset += sizeBytes;
  return bytes;
}

uint32_t GgufCursor::readU32() {
  llvm::StringRef bytes = readBytes(sizeof(uint32_t));
  return bytes.empty() ? 0 : endian::read32le(bytes.data());
}

uint64_t GgufCursor::readU64() {
  llvm::StringRef bytes = readBytes(sizeof(uint64_t));
  return bytes.empty() ? 0 : endian::read64le(bytes.data());
}

llvm::StringRef GgufCursor::readString() { return readBytes(readU64()); }

GgufValueType GgufCursor::readType() {
  uint64_t at = offset;
  uint32_t id = readU32();
  if (id > static_cast<uint32_t>(GgufValueType::Float64)) {
    fail(llvm::Twine("expected a value type of 0 to 12 at offset ") +
         llvm::Twine(at) + ", found " + llvm::Twine(id));
    return GgufValueType::UInt8;
  }
  return static_cast<GgufValueType>(id);
}

/// Walks over strings, so that a list of them can be read without checks.
llvm::StringRef GgufCursor::readStrings(uint64_t count) {
  uint64_t begin = offset;
  if (count > getRemaining() / sizeof(uint64_t)) {
    fail(llvm::Twine("expected ") + llvm::Twine(count) + " strings at offset " +
         llvm::Twine(offset) + ", found " + llvm::Twine(getRemaining()) +
         " bytes before the end of the file: it is short or damaged");
    return {};
  }
  for (uint64_t i = 0; i < count && !hasFailed(); ++i)
    readString();
  if (hasFailed())
    return {};
  return {file.getBytes().data() + begin, offset - begin};
}

GgufValue GgufCursor::readValue(llvm::StringRef key) {
  GgufValue value{key, readType(), GgufValueType::UInt8, 1, {}};
  value.elementType = value.type;
  if (value.type == GgufValueType::String) {
    value.bytes = readString();
    return value;
  }
  if (value.isArray()) {
    value.elementType = readType();
    value.count = readU64();
    if (value.elementType == GgufValueType::Array)
      fail("expected an array of scalars or strings, found one of arrays");
    if (hasFailed())
      return value;
    if (value.elementType == GgufValueType::String) {
      value.bytes = readStrings(value.count);
      return value;
    }
  }
  unsigned size = getGgufValueSizeBytes(value.elementType);
  // A count that overflows is more than any file has.
  if (value.count > getRemaining() / size)
    fail(llvm::Twine("expected ") + llvm::Twine(value.count) + " " +
         getGgufValueTypeName(value.elementType) + " at offset " +
         llvm::Twine(offset) + ", found " + llvm::Twine(getRemaining()) +
         " bytes before the end of the file: it is short or damaged");
  else
    value.bytes = readBytes(value.count * size);
  return value;
}
