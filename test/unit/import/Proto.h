// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes protobuf wire format, as the tests of the importer need it.

#ifndef WEFT_TEST_UNIT_IMPORT_PROTO_H
#define WEFT_TEST_UNIT_IMPORT_PROTO_H

#include <cstdint>
#include <string>

namespace weft::test {

inline std::string varint(uint64_t value) {
  std::string bytes;
  for (; value > 127; value >>= 7)
    bytes += char((value & 127) | 128);
  return bytes + char(value);
}

/// A field that holds a number.
inline std::string field(unsigned number, uint64_t value) {
  return varint(number << 3) + varint(value);
}

/// A field that holds a string or message.
inline std::string field(unsigned number, const std::string &bytes) {
  return varint(number << 3 | 2) + varint(bytes.size()) + bytes;
}

} // namespace weft::test

#endif // WEFT_TEST_UNIT_IMPORT_PROTO_H
