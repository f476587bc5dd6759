// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tensors go from file to file without being held in memory.

#include "Copying.h"
#include "lib/Export/Gguf/GgufWriter.h"
#include "lib/Export/Gguf/QuantizeBlocks.h"
#include "lib/Export/Safetensors/SafetensorsWriter.h"

using namespace weft;

static llvm::Error writeBytes(llvm::raw_ostream &stream,
                              llvm::ArrayRef<uint8_t> bytes) {
  stream.write(reinterpret_cast<const char *>(bytes.data()), bytes.size());
  return llvm::Error::success();
}

static void addCopy(GgufWriter &writer, const GgufTensor &tensor) {
  writer.addTensor(tensor.name, tensor.type, tensor.dims,
                   [&tensor](llvm::raw_ostream &stream) {
                     return writeBytes(stream, tensor.getBlocks());
                   });
}

llvm::Error weft::copyGguf(const GgufFile &file, llvm::StringRef path) {
  GgufWriter writer;
  for (const GgufValue &value : file.getMetadata())
    writer.addValue(value);
  for (const GgufTensor &tensor : file.getTensors())
    addCopy(writer, tensor);
  return writer.write(path);
}

/// Quantizes row by row.
static llvm::Error writeQuantized(llvm::raw_ostream &stream,
                                  const GgufTensor &tensor, GgufType type) {
  int64_t row = tensor.dims.back();
  std::vector<float> values(row);
  std::vector<uint8_t> blocks(row / getBlockSize(type) *
                              getBlockSizeBytes(type));
  int64_t rowBytes =
      row / getBlockSize(tensor.type) * getBlockSizeBytes(tensor.type);
  for (int64_t i = 0; i < tensor.getNumElements() / row; ++i) {
    dequantize(tensor.type, tensor.getBlocks().data() + i * rowBytes,
               values.data(), row);
    quantize(type, values.data(), blocks.data(), row);
    llvm::cantFail(writeBytes(stream, blocks));
  }
  return llvm::Error::success();
}

llvm::Error weft::quantizeGguf(const GgufFile &file, llvm::StringRef path,
                               llvm::StringRef typeName) {
  std::optional<GgufType> type;
  for (uint32_t id = 0; findGgufTypeName(id) != std::to_string(id); ++id)
    if (findGgufTypeName(id) == typeName)
      type = findGgufType(id);
  if (!type || !canQuantize(*type))
    return llvm::createStringError("cannot quantize to type " + typeName);
  GgufWriter writer;
  for (const GgufValue &value : file.getMetadata())
    writer.addValue(value);
  for (const GgufTensor &tensor : file.getTensors()) {
    if (tensor.dims.size() < 2 || tensor.dims.back() == 0)
      addCopy(writer, tensor);
    else
      writer.addTensor(tensor.name, *type, tensor.dims,
                       [&tensor, type](llvm::raw_ostream &stream) {
                         return writeQuantized(stream, tensor, *type);
                       });
  }
  return writer.write(path);
}

llvm::Error weft::copySafetensors(const SafetensorsFile &file,
                                  llvm::StringRef path) {
  SafetensorsWriter writer;
  for (const auto &[key, value] : file.getMetadata())
    writer.addMetadata(key, value);
  for (const SafetensorsTensor &tensor : file.getTensors())
    writer.addTensor(tensor.name, tensor.getWeightType(),
                     [&tensor](llvm::raw_ostream &stream) {
                       return writeBytes(stream, tensor.getBytes());
                     });
  return writer.write(path);
}
