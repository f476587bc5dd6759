// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See OnnxTensor.h.

#include "lib/Import/Onnx/OnnxTensor.h"
#include "mlir/IR/Builders.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/Path.h"

using namespace weft;
using namespace weft::onnx;
using llvm::createStringError;
using llvm::Twine;

/// Tensors of more dimensions do not occur; the limit keeps types small.
static constexpr size_t maxRank = 64;

mlir::Type weft::onnx::elementTypeOf(DataType type,
                                     mlir::MLIRContext &context) {
  mlir::Builder builder(&context);
  auto integer = [&](unsigned width, bool isUnsigned) {
    return mlir::IntegerType::get(&context, width,
                                  isUnsigned ? mlir::IntegerType::Unsigned
                                             : mlir::IntegerType::Signless);
  };
  switch (type) {
  case DataType::Float:
    return builder.getF32Type();
  case DataType::Double:
    return builder.getF64Type();
  case DataType::Float16:
    return builder.getF16Type();
  case DataType::BFloat16:
    return builder.getBF16Type();
  case DataType::Bool:
    return builder.getI1Type();
  case DataType::Int2:
  case DataType::Int4:
  case DataType::Int8:
    return integer(8, false);
  case DataType::Int16:
    return integer(16, false);
  case DataType::Int32:
    return integer(32, false);
  case DataType::Int64:
    return integer(64, false);
  case DataType::UInt2:
  case DataType::UInt4:
  case DataType::UInt8:
    return integer(8, true);
  case DataType::UInt16:
    return integer(16, true);
  case DataType::UInt32:
    return integer(32, true);
  case DataType::UInt64:
    return integer(64, true);
  default:
    return {};
  }
}

/// Bits of an element in raw data.
static unsigned storedBits(DataType type) {
  switch (type) {
  case DataType::Int2:
  case DataType::UInt2:
    return 2;
  case DataType::Int4:
  case DataType::UInt4:
    return 4;
  case DataType::Bool:
  case DataType::Int8:
  case DataType::UInt8:
    return 8;
  case DataType::Int16:
  case DataType::UInt16:
  case DataType::Float16:
  case DataType::BFloat16:
    return 16;
  case DataType::Int64:
  case DataType::UInt64:
  case DataType::Double:
    return 64;
  default:
    return 32;
  }
}

bool weft::onnx::isNarrowType(DataType type) { return storedBits(type) < 8; }

/// Elements of the type; typeOf() has checked that they can be counted.
static uint64_t countElements(mlir::RankedTensorType type) {
  return static_cast<uint64_t>(type.getNumElements());
}

static uint64_t storedSize(DataType type, uint64_t elements) {
  return llvm::divideCeil(elements * storedBits(type), 8);
}

/// One byte an element from several elements a byte, the first in the lowest
/// bits.
static std::vector<char> unpackBits(llvm::ArrayRef<char> packed, DataType type,
                                    uint64_t elements) {
  unsigned bits = storedBits(type);
  unsigned perByte = 8 / bits;
  bool isSigned = type == DataType::Int4 || type == DataType::Int2;
  std::vector<char> bytes(elements);
  for (uint64_t i = 0; i < elements; ++i) {
    unsigned value = uint8_t(packed[i / perByte]) >> (i % perByte * bits);
    value &= (1u << bits) - 1;
    bytes[i] = isSigned ? char(llvm::SignExtend32(value, bits)) : char(value);
  }
  return bytes;
}

/// Truth values are 0 or 1 in Weft; ONNX calls every other byte true too.
static bool isCleanBool(llvm::ArrayRef<char> bytes) {
  return llvm::all_of(bytes, [](char c) { return c == 0 || c == 1; });
}

llvm::Expected<mlir::RankedTensorType>
TensorReader::typeOf(const Tensor &tensor) {
  mlir::Type element = elementTypeOf(tensor.type, context);
  if (!element)
    return createStringError("element type " + nameOf(tensor.type) +
                             " is not supported");
  if (tensor.dims.size() > maxRank)
    return createStringError(Twine(tensor.dims.size()) +
                             " dimensions, expected at most " + Twine(maxRank));
  int64_t bits = storedBits(tensor.type);
  for (int64_t dim : tensor.dims) {
    if (dim < 0)
      return createStringError("dimension " + Twine(dim) +
                               ", expected at least 0");
    if (llvm::MulOverflow(bits, std::max<int64_t>(dim, 1), bits))
      return createStringError(
          "the dimensions [" +
          llvm::join(
              llvm::map_range(tensor.dims,
                              [](int64_t d) { return std::to_string(d); }),
              ", ") +
          "] make more than 2^60 bytes");
  }
  return mlir::RankedTensorType::get(tensor.dims, element);
}

llvm::Expected<TensorData> TensorReader::read(const Tensor &tensor) {
  auto type = typeOf(tensor);
  if (!type)
    return type.takeError();
  TensorData data;
  data.type = *type;
  uint64_t elements = countElements(*type);
  uint64_t size = storedSize(tensor.type, elements);

  if (tensor.external) {
    if (llvm::Error error = readExternal(tensor, size, data))
      return error;
  } else if (tensor.hasRaw) {
    if (tensor.raw.size() != size)
      return createStringError("raw_data of " + Twine(tensor.raw.size()) +
                               " bytes, expected " + Twine(size) + " for " +
                               Twine(elements) + " elements of type " +
                               nameOf(tensor.type));
    data.bytes = {tensor.raw.data(), tensor.raw.size()};
    data.file = modelFile;
    if (modelFile)
      data.fileOffset = uint64_t(data.bytes.data() - model.data());
  } else {
    if (llvm::Error error = readLists(tensor, data))
      return error;
    return data;
  }

  if (storedBits(tensor.type) < 8) {
    data.owned = unpackBits(data.bytes, tensor.type, elements);
  } else if (tensor.type == DataType::Bool && !isCleanBool(data.bytes)) {
    data.owned.assign(data.bytes.begin(), data.bytes.end());
    for (char &byte : data.owned)
      byte = byte != 0;
  } else {
    return data;
  }
  data.bytes = data.owned;
  data.file = nullptr;
  return data;
}

//===----------------------------------------------------------------------===//
// Typed lists
//===----------------------------------------------------------------------===//

template <typename To, typename From>
static std::vector<char> narrow(llvm::ArrayRef<From> values) {
  std::vector<char> bytes(values.size() * sizeof(To));
  for (size_t i = 0; i < values.size(); ++i) {
    To value = static_cast<To>(values[i]);
    std::memcpy(bytes.data() + i * sizeof(To), &value, sizeof(To));
  }
  return bytes;
}

/// The field of TensorProto that holds elements of this type.
static uint32_t listField(DataType type) {
  switch (type) {
  case DataType::Float:
    return 4;
  case DataType::Int64:
    return 7;
  case DataType::Double:
    return 10;
  case DataType::UInt32:
  case DataType::UInt64:
    return 11;
  default:
    return 5;
  }
}

llvm::Error TensorReader::readLists(const Tensor &tensor, TensorData &data) {
  std::optional<ProtoFault> fault;
  ProtoReader reader(tensor.message, model.data(), fault);
  uint32_t wanted = listField(tensor.type);
  llvm::SmallVector<int64_t, 0> ints;
  llvm::SmallVector<float, 0> floats;
  llvm::SmallVector<double, 0> doubles;
  while (reader.next()) {
    if (reader.field() != wanted)
      reader.skip();
    else if (wanted == 4)
      reader.appendFloats(floats);
    else if (wanted == 10)
      reader.appendDoubles(doubles);
    else
      reader.appendInts(ints);
  }
  if (fault)
    return createStringError("byte " + Twine(fault->offset) + ": " +
                             fault->message);

  uint64_t elements = countElements(data.type);
  unsigned bits = storedBits(tensor.type);
  uint64_t found = floats.size() + doubles.size() + ints.size();
  uint64_t expected = bits < 8 ? storedSize(tensor.type, elements) : elements;
  if (found != expected)
    return createStringError(Twine(found) + " values, expected " +
                             Twine(expected) + " for " + Twine(elements) +
                             " elements of type " + nameOf(tensor.type));

  llvm::ArrayRef<int64_t> values = ints;
  if (wanted == 4)
    data.owned = narrow<float, float>(floats);
  else if (wanted == 10)
    data.owned = narrow<double, double>(doubles);
  else if (tensor.type == DataType::Bool)
    data.owned = narrow<bool>(values);
  else if (bits < 8)
    data.owned = unpackBits(narrow<uint8_t>(values), tensor.type, elements);
  else if (bits == 8)
    data.owned = narrow<uint8_t>(values);
  else if (bits == 16)
    data.owned = narrow<uint16_t>(values);
  else if (bits == 32)
    data.owned = narrow<uint32_t>(values);
  else
    data.owned = narrow<uint64_t>(values);
  data.bytes = data.owned;
  return llvm::Error::success();
}

//===----------------------------------------------------------------------===//
// External data
//===----------------------------------------------------------------------===//

static llvm::Expected<uint64_t>
parseCount(llvm::StringRef text, llvm::StringRef what, uint64_t fallback) {
  uint64_t value = fallback;
  if (!text.empty() && text.getAsInteger(10, value))
    return createStringError("external data with " + what + " '" + text +
                             "', expected a number of bytes");
  return value;
}

llvm::Expected<std::shared_ptr<MappedFile>>
TensorReader::open(llvm::StringRef location) {
  namespace path = llvm::sys::path;
  if (this->path.empty())
    return createStringError("external data '" + location +
                             "', but the model is not in a file");
  if (location.empty())
    return createStringError("external data without a location");
  if (location.contains('\0') || path::is_absolute(location) ||
      llvm::is_contained(
          llvm::make_range(path::begin(location), path::end(location)), ".."))
    return createStringError("external data '" + location +
                             "', expected a path inside the model's folder");
  std::shared_ptr<MappedFile> &file = externalFiles[location];
  if (file)
    return file;

  llvm::StringRef folder = path::parent_path(this->path);
  llvm::SmallString<256> full(folder), realFolder, realFile;
  path::append(full, location);
  if (std::error_code error = llvm::sys::fs::real_path(full, realFile))
    return createStringError("external data '" + location + "' in folder '" +
                             (folder.empty() ? "." : folder) +
                             "': " + error.message());
  // A link may lead elsewhere even though the location does not.
  std::error_code error = llvm::sys::fs::real_path(
      folder.empty() ? llvm::StringRef(".") : folder, realFolder);
  llvm::StringRef below = realFile;
  if (error || !below.consume_front(realFolder) ||
      (!below.starts_with("/") && realFolder != "/"))
    return createStringError("external data '" + location + "' leads to '" +
                             realFile + "', outside the model's folder");
  auto opened = MappedFile::open(realFile);
  if (!opened)
    return opened.takeError();
  return file = *opened;
}

llvm::Error TensorReader::readExternal(const Tensor &tensor, uint64_t size,
                                       TensorData &data) {
  auto offset = parseCount(tensor.offset, "offset", 0);
  if (!offset)
    return offset.takeError();
  auto length = parseCount(tensor.length, "length", size);
  if (!length)
    return length.takeError();
  if (*length != size)
    return createStringError("external data of " + Twine(*length) +
                             " bytes, expected " + Twine(size) +
                             " for the shape and type " + nameOf(tensor.type));
  auto file = open(tensor.location);
  if (!file)
    return file.takeError();
  uint64_t fileSize = (*file)->getSizeBytes();
  if (*offset > fileSize || size > fileSize - *offset)
    return createStringError("external data at " + Twine(*offset) + " of " +
                             Twine(size) + " bytes, but '" + tensor.location +
                             "' has only " + Twine(fileSize));
  data.bytes = (*file)->getBytes().slice(*offset, size);
  data.file = *file;
  data.fileOffset = *offset;
  return llvm::Error::success();
}
