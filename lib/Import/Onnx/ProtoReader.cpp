// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ProtoReader.h. The wire format is that of
// https://protobuf.dev/programming-guides/encoding.

#include "lib/Import/Onnx/ProtoReader.h"
#include "llvm/ADT/Twine.h"
#include <cstring>

using namespace weft::onnx;

/// A message of an ONNX file holds at most 2 GiB; larger tensors are external.
static constexpr uint64_t maxPackedBytes = uint64_t(1) << 31;

static llvm::StringRef wireName(ProtoReader::Wire wire) {
  switch (wire) {
  case ProtoReader::Wire::Varint:
    return "a number";
  case ProtoReader::Wire::Fixed64:
    return "eight bytes";
  case ProtoReader::Wire::Bytes:
    return "a string or message";
  case ProtoReader::Wire::Fixed32:
    return "four bytes";
  }
  return "nothing known";
}

void ProtoReader::fail(const llvm::Twine &message) {
  if (!fault->has_value())
    *fault = ProtoFault{offset(), message.str()};
  cursor = end;
}

uint64_t ProtoReader::varint() {
  uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (cursor == end) {
      fail("the message ends inside a number");
      return 0;
    }
    uint8_t byte = static_cast<uint8_t>(*cursor++);
    value |= uint64_t(byte & 0x7f) << shift;
    if (!(byte & 0x80))
      return value;
  }
  fail("a number of more than ten bytes");
  return 0;
}

llvm::StringRef ProtoReader::take(uint64_t size) {
  uint64_t left = uint64_t(end - cursor);
  if (size > left) {
    fail("a field of " + llvm::Twine(size) + " bytes, but only " +
         llvm::Twine(left) + " are left (truncated or corrupted file)");
    return {};
  }
  llvm::StringRef taken(cursor, size);
  cursor += size;
  return taken;
}

template <typename T> T ProtoReader::fixed() {
  T value = 0;
  llvm::StringRef taken = take(sizeof(T));
  if (taken.size() == sizeof(T))
    std::memcpy(&value, taken.data(), sizeof(T));
  return value;
}

bool ProtoReader::next() {
  if (failed() || cursor == end)
    return false;
  uint64_t tag = varint();
  if (failed())
    return false;
  uint64_t number = tag >> 3;
  if (number == 0 || number >= (1u << 29)) {
    fail("field number " + llvm::Twine(number) + " (corrupted file)");
    return false;
  }
  unsigned kind = tag & 7;
  if (kind > 2 && kind != 5) {
    fail("unknown wire type " + llvm::Twine(kind) + " (corrupted file)");
    return false;
  }
  fieldNumber = static_cast<uint32_t>(number);
  wire = static_cast<Wire>(kind);
  return true;
}

bool ProtoReader::expect(Wire expected) {
  if (failed())
    return false;
  if (wire == expected)
    return true;
  fail("field " + llvm::Twine(fieldNumber) + " holds " + wireName(wire) +
       ", expected " + wireName(expected) + " (corrupted file)");
  return false;
}

int64_t ProtoReader::int64() {
  return expect(Wire::Varint) ? static_cast<int64_t>(varint()) : 0;
}

float ProtoReader::float32() {
  return expect(Wire::Fixed32) ? fixed<float>() : 0.0f;
}

llvm::StringRef ProtoReader::bytes() {
  return expect(Wire::Bytes) ? take(varint()) : llvm::StringRef();
}

ProtoReader ProtoReader::message() {
  return ProtoReader(bytes(), fileBegin, *fault);
}

void ProtoReader::skip() {
  switch (wire) {
  case Wire::Varint:
    varint();
    return;
  case Wire::Fixed64:
    take(8);
    return;
  case Wire::Bytes:
    take(varint());
    return;
  case Wire::Fixed32:
    take(4);
    return;
  }
}

void ProtoReader::appendInts(llvm::SmallVectorImpl<int64_t> &values) {
  if (wire != Wire::Bytes)
    return values.push_back(int64());
  ProtoReader packed = message();
  if (packed.rest().size() > maxPackedBytes)
    return packed.fail("a list of " + llvm::Twine(packed.rest().size()) +
                       " bytes, expected at most " +
                       llvm::Twine(maxPackedBytes));
  while (packed.cursor != packed.end && !failed())
    values.push_back(static_cast<int64_t>(packed.varint()));
}

template <typename T>
void ProtoReader::appendFixed(llvm::SmallVectorImpl<T> &values, Wire single) {
  if (wire == single)
    return values.push_back(fixed<T>());
  llvm::StringRef packed = bytes();
  if (packed.size() > maxPackedBytes || packed.size() % sizeof(T))
    return fail("a list of " + llvm::Twine(packed.size()) +
                " bytes, expected a multiple of " + llvm::Twine(sizeof(T)) +
                " and at most 2 GiB");
  size_t old = values.size();
  values.resize_for_overwrite(old + packed.size() / sizeof(T));
  if (!packed.empty())
    std::memcpy(values.data() + old, packed.data(), packed.size());
}

void ProtoReader::appendFloats(llvm::SmallVectorImpl<float> &values) {
  appendFixed(values, Wire::Fixed32);
}

void ProtoReader::appendDoubles(llvm::SmallVectorImpl<double> &values) {
  appendFixed(values, Wire::Fixed64);
}
