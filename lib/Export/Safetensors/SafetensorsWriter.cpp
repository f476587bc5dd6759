// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The header is padded with spaces to a multiple of 8, as the reference does.

#include "lib/Export/Safetensors/SafetensorsWriter.h"
#include "lib/Support/OutputFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MathExtras.h"

using namespace weft;

void SafetensorsWriter::addMetadata(llvm::StringRef key,
                                    llvm::StringRef value) {
  metadata.emplace_back(llvm::json::fixUTF8(key), llvm::json::fixUTF8(value));
}

void SafetensorsWriter::addTensor(llvm::StringRef name, const WeightType &type,
                                  WriteData writeData) {
  tensors.push_back({name.str(), type, std::move(writeData)});
}

/// Returns how the format spells an element type.
static llvm::StringRef spellType(llvm::StringRef dtype) {
  return llvm::StringSwitch<llvm::StringRef>(dtype)
      .Case("f64", "F64")
      .Case("f32", "F32")
      .Case("f16", "F16")
      .Case("bf16", "BF16")
      .Case("i64", "I64")
      .Case("i32", "I32")
      .Case("i16", "I16")
      .Case("i8", "I8")
      .Case("ui64", "U64")
      .Case("ui32", "U32")
      .Case("ui16", "U16")
      .Case("ui8", "U8")
      .Case("i1", "BOOL")
      .Default("");
}

namespace {
/// A tensor with its place in the data.
struct Placed {
  llvm::StringRef name;
  const WeightType *type;
  const SafetensorsWriter::WriteData *writeData;
  /// In the list.
  size_t place;
  uint64_t offset;
  uint64_t sizeBytes;
};
} // namespace

static unsigned getElementSize(const Placed &tensor) {
  return findElementBits(tensor.type->dtype).value_or(0) / 8;
}

static std::string
makeHeader(llvm::ArrayRef<Placed> tensors,
           llvm::ArrayRef<std::pair<std::string, std::string>> metadata) {
  std::string header;
  llvm::raw_string_ostream stream(header);
  llvm::json::OStream json(stream);
  json.object([&] {
    if (!metadata.empty())
      json.attributeObject("__metadata__", [&] {
        for (const auto &[key, value] : metadata)
          json.attribute(key, value);
      });
    for (const Placed &tensor : tensors)
      json.attributeObject(tensor.name, [&] {
        json.attribute("dtype", spellType(tensor.type->dtype));
        json.attribute("shape", llvm::json::Array(tensor.type->dims));
        json.attribute(
            "data_offsets",
            llvm::json::Array{tensor.offset, tensor.offset + tensor.sizeBytes});
      });
  });
  header.resize(llvm::alignTo(header.size(), 8), ' ');
  return header;
}

static llvm::Error writeTensor(llvm::raw_ostream &stream,
                               const Placed &tensor) {
  uint64_t begin = stream.tell();
  if (llvm::Error error = (*tensor.writeData)(stream))
    return error;
  uint64_t found = stream.tell() - begin;
  if (found == tensor.sizeBytes)
    return llvm::Error::success();
  return llvm::createStringError("tensor '" + tensor.name +
                                 llvm::Twine("': expected ") +
                                 llvm::Twine(tensor.sizeBytes) +
                                 " bytes of data, found " + llvm::Twine(found));
}

llvm::Error SafetensorsWriter::write(llvm::StringRef path) const {
  auto fail = [&](const llvm::Twine &what) {
    return llvm::createStringError(llvm::Twine("cannot write '") + path +
                                   "': " + what);
  };
  std::vector<Placed> placed;
  llvm::StringSet<> names;
  for (const Tensor &tensor : tensors) {
    if (!llvm::json::isUTF8(tensor.name))
      return fail("expected names in UTF-8, found one that is not");
    if (tensor.name == "__metadata__" || !names.insert(tensor.name).second)
      return fail("tensor '" + tensor.name + "' is there twice");
    llvm::Expected<uint64_t> size = computeSizeBytes(tensor.type);
    if (!size)
      return fail("tensor '" + tensor.name +
                  "': " + llvm::toString(size.takeError()));
    placed.push_back({tensor.name, &tensor.type, &tensor.writeData,
                      placed.size(), 0, *size});
  }
  // Places are those of the list where elements are of the same size.
  llvm::sort(placed, [](const Placed &a, const Placed &b) {
    return std::pair(getElementSize(b), a.place) <
           std::pair(getElementSize(a), b.place);
  });
  uint64_t offset = 0;
  for (Placed &tensor : placed) {
    tensor.offset = offset;
    offset += tensor.sizeBytes;
  }
  return writeWholeFile(path, [&](llvm::raw_ostream &stream) -> llvm::Error {
    std::string header = makeHeader(placed, metadata);
    uint64_t size = header.size();
    stream.write(reinterpret_cast<const char *>(&size), sizeof(size));
    stream << header;
    for (const Placed &tensor : placed)
      if (llvm::Error error = writeTensor(stream, tensor))
        return error;
    return llvm::Error::success();
  });
}
