// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sizes follow from types and dimensions, so all offsets are known before the
// first tensor is written.

#include "lib/Export/Gguf/GgufWriter.h"
#include "lib/Support/OutputFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Alignment.h"
#include "llvm/Support/CheckedArithmetic.h"
#include "llvm/Support/EndianStream.h"
#include "llvm/Support/MathExtras.h"

using namespace weft;

constexpr uint64_t kAlignment = 32;

/// Appends the bytes of a number, little-endian as the machine is.
template <typename T> static void append(std::string &bytes, T value) {
  bytes.append(reinterpret_cast<const char *>(&value), sizeof(T));
}

static void appendString(std::string &bytes, llvm::StringRef text) {
  append<uint64_t>(bytes, text.size());
  bytes += text;
}

static std::string startValue(GgufValueType type) {
  std::string bytes;
  append(bytes, static_cast<uint32_t>(type));
  return bytes;
}

static std::string startList(GgufValueType type, uint64_t count) {
  std::string bytes = startValue(GgufValueType::Array);
  bytes += startValue(type);
  append(bytes, count);
  return bytes;
}

template <typename T>
static std::string makeScalar(GgufValueType type, T value) {
  std::string bytes = startValue(type);
  append(bytes, value);
  return bytes;
}

template <typename T>
static std::string makeList(GgufValueType type, llvm::ArrayRef<T> values) {
  std::string bytes = startList(type, values.size());
  for (T value : values)
    append(bytes, value);
  return bytes;
}

void GgufWriter::addInteger(llvm::StringRef key, uint32_t value) {
  entries.push_back({key.str(), makeScalar(GgufValueType::UInt32, value)});
}

void GgufWriter::addFloat(llvm::StringRef key, float value) {
  entries.push_back({key.str(), makeScalar(GgufValueType::Float32, value)});
}

void GgufWriter::addBool(llvm::StringRef key, bool value) {
  entries.push_back(
      {key.str(), makeScalar<uint8_t>(GgufValueType::Bool, value)});
}

void GgufWriter::addString(llvm::StringRef key, llvm::StringRef value) {
  std::string bytes = startValue(GgufValueType::String);
  appendString(bytes, value);
  entries.push_back({key.str(), std::move(bytes)});
}

void GgufWriter::addIntegers(llvm::StringRef key,
                             llvm::ArrayRef<int32_t> values) {
  entries.push_back({key.str(), makeList(GgufValueType::Int32, values)});
}

void GgufWriter::addFloats(llvm::StringRef key, llvm::ArrayRef<float> values) {
  entries.push_back({key.str(), makeList(GgufValueType::Float32, values)});
}

void GgufWriter::addStrings(llvm::StringRef key,
                            llvm::ArrayRef<llvm::StringRef> values) {
  std::string bytes = startList(GgufValueType::String, values.size());
  for (llvm::StringRef value : values)
    appendString(bytes, value);
  entries.push_back({key.str(), std::move(bytes)});
}

void GgufWriter::addValue(const GgufValue &value) {
  if (value.key == "general.alignment")
    return;
  std::string bytes;
  if (value.isArray()) {
    bytes = startList(value.elementType, value.count);
    bytes += value.bytes;
  } else {
    bytes = startValue(value.type);
    if (value.type == GgufValueType::String)
      appendString(bytes, value.bytes);
    else
      bytes += value.bytes;
  }
  entries.push_back({value.key.str(), std::move(bytes)});
}

void GgufWriter::addTensor(llvm::StringRef name, GgufType type,
                           llvm::ArrayRef<int64_t> dims, WriteData writeData) {
  tensors.push_back({name.str(), type, llvm::SmallVector<int64_t, 4>(dims),
                     std::move(writeData)});
}

/// Returns the size of the data; nothing where the type cannot have the
/// dimensions.
static std::optional<int64_t> computeSize(GgufType type,
                                          llvm::ArrayRef<int64_t> dims) {
  constexpr size_t kMaximumRank = 4;
  std::optional<int64_t> elements = 1;
  for (int64_t dim : dims)
    elements =
        elements && dim >= 0 ? llvm::checkedMul(*elements, dim) : std::nullopt;
  int64_t blockSize = getBlockSize(type);
  int64_t innermost = dims.empty() ? 1 : dims.back();
  if (!elements || dims.size() > kMaximumRank || innermost % blockSize != 0)
    return std::nullopt;
  return llvm::checkedMul(*elements / blockSize, getBlockSizeBytes(type));
}

llvm::Error GgufWriter::check() const {
  llvm::StringSet<> keys, names;
  for (const Entry &entry : entries)
    if (!keys.insert(entry.key).second)
      return llvm::createStringError("key '" + entry.key +
                                     llvm::Twine("' is there twice"));
  for (const Tensor &tensor : tensors) {
    if (!names.insert(tensor.name).second)
      return llvm::createStringError("tensor '" + tensor.name +
                                     llvm::Twine("' is there twice"));
    if (!computeSize(tensor.type, tensor.dims))
      return llvm::createStringError(
          "tensor '" + tensor.name +
          llvm::Twine("': expected at most 4 dimensions with rows of a "
                      "multiple of ") +
          llvm::Twine(getBlockSize(tensor.type)) + " values, as type " +
          getGgufTypeName(tensor.type) + " has them");
  }
  return llvm::Error::success();
}

static void pad(llvm::raw_ostream &stream, uint64_t position) {
  stream.write_zeros(
      llvm::offsetToAlignment(position, llvm::Align(kAlignment)));
}

llvm::Error GgufWriter::writeTo(llvm::raw_ostream &stream) const {
  std::string head = "GGUF";
  append<uint32_t>(head, 3);
  append<uint64_t>(head, tensors.size());
  append<uint64_t>(head, entries.size());
  for (const Entry &entry : entries) {
    appendString(head, entry.key);
    head += entry.bytes;
  }
  uint64_t offset = 0;
  for (const Tensor &tensor : tensors) {
    appendString(head, tensor.name);
    append<uint32_t>(head, tensor.dims.size());
    for (int64_t dim : llvm::reverse(tensor.dims))
      append(head, dim);
    append(head, static_cast<uint32_t>(tensor.type));
    append(head, offset);
    offset += llvm::alignTo(*computeSize(tensor.type, tensor.dims), kAlignment);
  }
  stream << head;
  pad(stream, head.size());
  for (const Tensor &tensor : tensors) {
    uint64_t begin = stream.tell();
    if (llvm::Error error = tensor.writeData(stream))
      return error;
    uint64_t found = stream.tell() - begin;
    uint64_t expected = *computeSize(tensor.type, tensor.dims);
    if (found != expected)
      return llvm::createStringError(
          "tensor '" + tensor.name + llvm::Twine("': expected ") +
          llvm::Twine(expected) + " bytes of data, found " +
          llvm::Twine(found));
    pad(stream, found);
  }
  return llvm::Error::success();
}

llvm::Error GgufWriter::write(llvm::StringRef path) const {
  if (llvm::Error error = check())
    return llvm::createStringError(llvm::Twine("cannot write '") + path +
                                   "': " + llvm::toString(std::move(error)));
  return writeWholeFile(
      path, [&](llvm::raw_ostream &stream) { return writeTo(stream); });
}
