// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Header, metadata and tensor list of each part, checked from front to back.

#include "lib/Import/Gguf/GgufFile.h"
#include "lib/Import/Gguf/GgufCursor.h"
#include "lib/Import/Gguf/SplitName.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CheckedArithmetic.h"
#include "llvm/Support/MathExtras.h"
#include <limits>

using namespace weft;
using namespace weft::gguf;

int64_t GgufTensor::getNumElements() const {
  int64_t count = 1;
  for (int64_t dim : dims)
    count *= dim;
  return count;
}

llvm::ArrayRef<uint8_t> GgufTensor::getBlocks() const {
  const char *data = file->getBytes().data() + offset;
  return {reinterpret_cast<const uint8_t *>(data), sizeBytes};
}

llvm::Expected<std::unique_ptr<GgufFile>> GgufFile::open(llvm::StringRef path) {
  std::vector<std::string> paths{path.str()};
  if (std::optional<SplitName> name = parseSplitName(path))
    paths = listParts(*name);
  std::vector<std::shared_ptr<MappedFile>> parts;
  for (const std::string &partPath : paths) {
    llvm::Expected<std::shared_ptr<MappedFile>> part =
        MappedFile::open(partPath);
    if (!part && paths.size() > 1)
      return llvm::createStringError(
          llvm::toString(part.takeError()) + llvm::Twine(": '") + path +
          "' is one of " + llvm::Twine(paths.size()) +
          " parts, which must lie in the same folder");
    if (!part)
      return part.takeError();
    parts.push_back(std::move(*part));
  }
  return read(parts);
}

llvm::Expected<std::unique_ptr<GgufFile>>
GgufFile::read(llvm::ArrayRef<std::shared_ptr<MappedFile>> parts) {
  std::unique_ptr<GgufFile> file(new GgufFile);
  for (auto [index, part] : llvm::enumerate(parts))
    if (llvm::Error error = file->readPart(part, index, parts.size()))
      return error;
  for (auto [place, tensor] : llvm::enumerate(file->tensors))
    if (!file->names.try_emplace(tensor.name, place).second)
      return llvm::createStringError(llvm::Twine("'") + tensor.file->getPath() +
                                     "': tensor '" + tensor.name +
                                     "': expected it once, found it twice");
  llvm::Expected<std::optional<int64_t>> total =
      file->findInteger("split.tensors.count");
  if (!total)
    return total.takeError();
  if (*total && **total != static_cast<int64_t>(file->tensors.size()))
    return file->failAt("split.tensors.count",
                        llvm::Twine("expected ") + llvm::Twine(**total) +
                            " tensors in all parts, found " +
                            llvm::Twine(file->tensors.size()));
  return file;
}

/// Reads magic number and version.
static uint32_t readVersion(GgufCursor &cursor) {
  llvm::StringRef magic = cursor.readBytes(4);
  if (!cursor.hasFailed() && magic != "GGUF")
    cursor.fail(llvm::Twine("expected a GGUF file, which begins with the bytes "
                            "47 47 55 46, found ") +
                llvm::toHex(magic, true));
  uint32_t version = cursor.readU32();
  if (cursor.hasFailed())
    return 0;
  if ((version & 0xffff) == 0 && version != 0)
    cursor.fail("expected a little-endian GGUF file, found a big-endian one");
  else if (version < 2 || version > 3)
    cursor.fail(llvm::Twine("expected GGUF version 2 or 3, found ") +
                llvm::Twine(version) +
                (version == 1 ? ": convert the model again" : ""));
  return version;
}

static std::vector<GgufValue> readMetadata(GgufCursor &cursor, uint64_t count) {
  std::vector<GgufValue> values;
  llvm::DenseSet<llvm::StringRef> seen;
  for (uint64_t i = 0; i < count && !cursor.hasFailed(); ++i) {
    cursor.setPlace(
        ("key " + llvm::Twine(i) + " of " + llvm::Twine(count)).str());
    llvm::StringRef key = cursor.readString();
    if (cursor.hasFailed())
      break;
    cursor.setPlace(("key '" + key + "'").str());
    if (!seen.insert(key).second)
      cursor.fail("expected it once, found it twice");
    GgufValue value = cursor.readValue(key);
    // One that is cut off has no bytes to be asked for.
    if (!cursor.hasFailed())
      values.push_back(value);
  }
  cursor.setPlace("");
  return values;
}

/// Returns general.alignment of a part, or the default.
static uint64_t getAlignment(GgufCursor &cursor,
                             llvm::ArrayRef<GgufValue> values) {
  for (const GgufValue &value : values) {
    if (value.key != "general.alignment")
      continue;
    std::optional<int64_t> alignment = value.asInteger();
    if (alignment && *alignment > 0 &&
        llvm::isPowerOf2_64(static_cast<uint64_t>(*alignment)) &&
        llvm::isUInt<32>(*alignment))
      return static_cast<uint64_t>(*alignment);
    cursor.fail(
        llvm::Twine("key 'general.alignment': expected a power of two, "
                    "found ") +
        (alignment ? std::to_string(*alignment) : value.describeType()));
  }
  return 32;
}

static std::string formatDims(llvm::ArrayRef<int64_t> dims) {
  return "[" +
         llvm::join(llvm::map_range(
                        dims, [](int64_t dim) { return std::to_string(dim); }),
                    ", ") +
         "]";
}

/// Fills dims; the file has the innermost first.
static void readDims(GgufCursor &cursor, GgufTensor &tensor) {
  constexpr uint32_t kMaximumRank = 4;
  uint32_t rank = cursor.readU32();
  if (rank > kMaximumRank)
    cursor.fail(llvm::Twine("expected at most 4 dimensions, found ") +
                llvm::Twine(rank));
  for (uint32_t i = 0; i < rank && !cursor.hasFailed(); ++i)
    tensor.dims.push_back(static_cast<int64_t>(cursor.readU64()));
  std::reverse(tensor.dims.begin(), tensor.dims.end());
}

static void readTensorType(GgufCursor &cursor, GgufTensor &tensor) {
  uint32_t id = cursor.readU32();
  if (std::optional<GgufType> type = findGgufType(id))
    tensor.type = *type;
  else
    cursor.fail(llvm::Twine("has type ") + findGgufTypeName(id) +
                ", expected one of " + listGgufTypes());
}

/// Computes sizeBytes from dims and type.
static void computeTensorSize(GgufCursor &cursor, GgufTensor &tensor) {
  std::optional<int64_t> elements = 1;
  for (int64_t dim : tensor.dims) {
    if (dim < 0)
      return cursor.fail(llvm::Twine("expected dimensions of at least 0, "
                                     "found ") +
                         formatDims(tensor.dims));
    if (elements)
      elements = llvm::checkedMul(*elements, dim);
  }
  int64_t blockSize = getBlockSize(tensor.type);
  int64_t innermost = tensor.dims.empty() ? 1 : tensor.dims.back();
  if (innermost % blockSize != 0)
    return cursor.fail(llvm::Twine("expected rows of a multiple of ") +
                       llvm::Twine(blockSize) + " values, as type " +
                       getGgufTypeName(tensor.type) + " has them, found " +
                       formatDims(tensor.dims));
  std::optional<int64_t> size;
  if (elements)
    size =
        llvm::checkedMul(*elements / blockSize, getBlockSizeBytes(tensor.type));
  if (!size)
    return cursor.fail(llvm::Twine("expected fewer than 2^63 bytes, found ") +
                       formatDims(tensor.dims) + " of type " +
                       getGgufTypeName(tensor.type));
  tensor.sizeBytes = static_cast<uint64_t>(*size);
}

/// Reads the list of tensors; offsets stay relative to the data section.
static std::vector<GgufTensor>
readTensors(GgufCursor &cursor, uint64_t count,
            const std::shared_ptr<MappedFile> &part) {
  constexpr size_t kMaximumNameBytes = 1024;
  std::vector<GgufTensor> tensors;
  for (uint64_t i = 0; i < count && !cursor.hasFailed(); ++i) {
    cursor.setPlace(
        ("tensor " + llvm::Twine(i) + " of " + llvm::Twine(count)).str());
    llvm::StringRef name = cursor.readString();
    // llama.cpp reads up to 63 bytes. Names are repeated in messages and for
    // each expert of a tensor.
    if (name.size() > kMaximumNameBytes)
      cursor.fail(llvm::Twine("expected a name of at most ") +
                  llvm::Twine(kMaximumNameBytes) + " bytes, found " +
                  llvm::Twine(name.size()));
    if (cursor.hasFailed())
      break;
    GgufTensor tensor{name.str(), GgufType::F32, {}, part, 0, 0};
    cursor.setPlace("tensor '" + tensor.name + "'");
    readDims(cursor, tensor);
    readTensorType(cursor, tensor);
    tensor.offset = cursor.readU64();
    if (!cursor.hasFailed())
      computeTensorSize(cursor, tensor);
    tensors.push_back(std::move(tensor));
  }
  cursor.setPlace("");
  return tensors;
}

/// Checks that each tensor lies in the file, and none in another; offsets are
/// from the start of the file afterwards.
static void placeTensors(GgufCursor &cursor, std::vector<GgufTensor> &tensors,
                         uint64_t alignment, const MappedFile &part) {
  uint64_t base = llvm::alignTo(cursor.getOffset(), alignment);
  for (GgufTensor &tensor : tensors) {
    cursor.setPlace("tensor '" + tensor.name + "'");
    if (tensor.offset % alignment != 0)
      return cursor.fail(llvm::Twine("expected an offset that is a multiple "
                                     "of ") +
                         llvm::Twine(alignment) + ", found " +
                         llvm::Twine(tensor.offset));
    uint64_t available =
        part.getSizeBytes() < base ? 0 : part.getSizeBytes() - base;
    if (tensor.offset > available ||
        tensor.sizeBytes > available - tensor.offset)
      return cursor.fail(llvm::Twine("expected ") +
                         llvm::Twine(tensor.sizeBytes) + " bytes at offset " +
                         llvm::Twine(tensor.offset) +
                         " of the data, which has " + llvm::Twine(available) +
                         ": the file is short or damaged");
    tensor.offset += base;
  }
  std::vector<const GgufTensor *> order;
  for (const GgufTensor &tensor : tensors)
    if (tensor.sizeBytes != 0)
      order.push_back(&tensor);
  llvm::sort(order, [](const GgufTensor *a, const GgufTensor *b) {
    return a->offset < b->offset;
  });
  for (size_t i = 1; i < order.size(); ++i)
    if (order[i]->offset < order[i - 1]->offset + order[i - 1]->sizeBytes) {
      cursor.setPlace("tensor '" + order[i]->name + "'");
      return cursor.fail(llvm::Twine("expected data of its own, found it "
                                     "within that of tensor '") +
                         order[i - 1]->name + "'");
    }
}

/// Finds an integer among the values of one part.
static std::optional<int64_t> findIn(llvm::ArrayRef<GgufValue> values,
                                     llvm::StringRef key) {
  for (const GgufValue &value : values)
    if (value.key == key)
      return value.asInteger();
  return std::nullopt;
}

llvm::Error GgufFile::checkSplit(llvm::ArrayRef<GgufValue> values,
                                 const MappedFile &part, uint64_t index,
                                 uint64_t count) const {
  std::optional<int64_t> number = findIn(values, "split.no");
  std::optional<int64_t> total = findIn(values, "split.count");
  if (count == 1 && total.value_or(1) <= 1)
    return llvm::Error::success();
  if (total && number && *total == static_cast<int64_t>(count) &&
      *number == static_cast<int64_t>(index))
    return llvm::Error::success();
  std::string found = "no split.no and split.count";
  if (total && number)
    found =
        "part " + std::to_string(*number + 1) + " of " + std::to_string(*total);
  return llvm::createStringError(
      llvm::Twine("'") + part.getPath() + "': expected part " +
      llvm::Twine(index + 1) + " of " + llvm::Twine(count) + ", found " +
      found + ": parts must be named like model-00001-of-00005.gguf");
}

llvm::Error GgufFile::readPart(std::shared_ptr<MappedFile> part, uint64_t index,
                               uint64_t count) {
  GgufCursor cursor(*part);
  uint32_t partVersion = readVersion(cursor);
  uint64_t tensorCount = cursor.readU64();
  uint64_t valueCount = cursor.readU64();
  std::vector<GgufValue> values = readMetadata(cursor, valueCount);
  uint64_t alignment = getAlignment(cursor, values);
  std::vector<GgufTensor> list = readTensors(cursor, tensorCount, part);
  if (!cursor.hasFailed())
    placeTensors(cursor, list, alignment, *part);
  if (llvm::Error error = cursor.takeError())
    return error;
  if (llvm::Error error = checkSplit(values, *part, index, count))
    return error;

  if (index == 0) {
    version = partVersion;
    metadata = std::move(values);
    for (auto [place, value] : llvm::enumerate(metadata))
      keys.try_emplace(value.key, place);
  }
  parts.push_back(std::move(part));
  tensors.insert(tensors.end(), std::make_move_iterator(list.begin()),
                 std::make_move_iterator(list.end()));
  return llvm::Error::success();
}

const GgufValue *GgufFile::find(llvm::StringRef key) const {
  auto it = keys.find(key);
  return it == keys.end() ? nullptr : &metadata[it->second];
}

const GgufTensor *GgufFile::findTensor(llvm::StringRef name) const {
  auto it = names.find(name);
  return it == names.end() ? nullptr : &tensors[it->second];
}

llvm::Error GgufFile::failAt(llvm::StringRef key,
                             const llvm::Twine &message) const {
  return llvm::createStringError(llvm::Twine("'") + getPath() + "': '" + key +
                                 "': " + message);
}

/// Reads a value with one of the functions as...; absent is no error.
template <typename T>
static llvm::Expected<std::optional<T>>
findAs(const GgufFile &file, llvm::StringRef key,
       std::optional<T> (GgufValue::*as)() const, llvm::StringRef expected) {
  const GgufValue *value = file.find(key);
  if (!value)
    return std::optional<T>();
  std::optional<T> result = (value->*as)();
  if (!result)
    return file.failAt(key, llvm::Twine("expected ") + expected + ", found " +
                                value->describeType());
  return result;
}

template <typename T>
static llvm::Expected<T> require(const GgufFile &file, llvm::StringRef key,
                                 llvm::Expected<std::optional<T>> found) {
  if (!found)
    return found.takeError();
  if (!*found)
    return file.failAt(key, "expected this key in the metadata, found none");
  return std::move(**found);
}

llvm::Expected<std::optional<int64_t>>
GgufFile::findInteger(llvm::StringRef key) const {
  return findAs(*this, key, &GgufValue::asInteger, "an integer below 2^63");
}

llvm::Expected<std::optional<double>>
GgufFile::findFloat(llvm::StringRef key) const {
  return findAs(*this, key, &GgufValue::asFloat, "a number");
}

llvm::Expected<std::optional<bool>>
GgufFile::findBool(llvm::StringRef key) const {
  return findAs(*this, key, &GgufValue::asBool, "a bool");
}

llvm::Expected<std::optional<llvm::StringRef>>
GgufFile::findString(llvm::StringRef key) const {
  return findAs(*this, key, &GgufValue::asString, "a string");
}

llvm::Expected<std::optional<std::vector<int64_t>>>
GgufFile::findIntegers(llvm::StringRef key) const {
  return findAs(*this, key, &GgufValue::asIntegers, "integers below 2^63");
}

llvm::Expected<std::optional<std::vector<double>>>
GgufFile::findFloats(llvm::StringRef key) const {
  return findAs(*this, key, &GgufValue::asFloats, "numbers");
}

llvm::Expected<std::optional<std::vector<llvm::StringRef>>>
GgufFile::findStrings(llvm::StringRef key) const {
  return findAs(*this, key, &GgufValue::asStrings, "strings");
}

llvm::Expected<int64_t> GgufFile::getInteger(llvm::StringRef key) const {
  return require(*this, key, findInteger(key));
}

llvm::Expected<double> GgufFile::getFloat(llvm::StringRef key) const {
  return require(*this, key, findFloat(key));
}

llvm::Expected<llvm::StringRef> GgufFile::getString(llvm::StringRef key) const {
  return require(*this, key, findString(key));
}

llvm::Expected<std::vector<int64_t>>
GgufFile::getIntegers(llvm::StringRef key) const {
  return require(*this, key, findIntegers(key));
}

llvm::Expected<std::vector<llvm::StringRef>>
GgufFile::getStrings(llvm::StringRef key) const {
  return require(*this, key, findStrings(key));
}
