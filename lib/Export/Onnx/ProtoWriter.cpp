// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ProtoWriter.h.

#include "lib/Export/Onnx/ProtoWriter.h"
#include "llvm/ADT/bit.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/raw_ostream.h"

using namespace weft;

void ProtoWriter::addVarint(uint64_t value) {
  llvm::raw_string_ostream stream(text);
  llvm::encodeULEB128(value, stream);
}

void ProtoWriter::addInteger(uint32_t field, int64_t value) {
  addVarint(uint64_t(field) << 3);
  addVarint(uint64_t(value));
}

void ProtoWriter::addFloat(uint32_t field, float value) {
  addVarint(uint64_t(field) << 3 | 5);
  char bytes[4];
  llvm::support::endian::write32le(bytes, llvm::bit_cast<uint32_t>(value));
  text.append(bytes, sizeof(bytes));
}

void ProtoWriter::addHead(uint32_t field, uint64_t sizeBytes) {
  addVarint(uint64_t(field) << 3 | 2);
  addVarint(sizeBytes);
}

void ProtoWriter::addBytes(uint32_t field, llvm::StringRef bytes) {
  addHead(field, bytes.size());
  text += bytes;
}
