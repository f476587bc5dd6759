// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sizes of messages come before their bytes, so everything but weights is
// encoded first. Numbers of fields are those of onnx.proto.

#include "lib/Export/Onnx/OnnxFile.h"
#include "lib/Support/OutputFile.h"
#include "passes/Simplify/Tensors.h"
#include "weft/Version.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace weft;

/// What a message of protobuf holds at most, with room for the graph.
static constexpr uint64_t kLargestInside = (uint64_t(1) << 31) - (32 << 20);
/// Smaller tensors are always in the file itself: programs look at shapes
/// before they open others.
static constexpr uint64_t kSmallestOutside = 1024;

/// A field 1 of a Type with its shape.
static std::string encodeTensorType(RankedTensorType type, ArrayAttr names) {
  ProtoWriter shape;
  for (auto [i, size] : llvm::enumerate(type.getShape())) {
    ProtoWriter dim;
    StringAttr name = names && i < names.size() ? dyn_cast<StringAttr>(names[i])
                                                : StringAttr();
    if (!ShapedType::isDynamic(size))
      dim.addInteger(1, size);
    else if (name && !name.empty())
      dim.addBytes(2, name);
    shape.addBytes(1, dim.getBytes());
  }
  ProtoWriter tensor;
  tensor.addInteger(1, int64_t(findDataType(type.getElementType())));
  tensor.addBytes(2, shape.getBytes());
  ProtoWriter whole;
  whole.addBytes(1, tensor.getBytes());
  return whole.getBytes().str();
}

static std::string encodeValue(const GraphValue &value, Type type,
                               Attribute names) {
  ProtoWriter info;
  info.addBytes(1, value.name);
  info.addBytes(2, encodeTensorType(cast<RankedTensorType>(type),
                                    dyn_cast_or_null<ArrayAttr>(names)));
  return info.getBytes().str();
}

static std::string encodeNode(const GraphNode &node) {
  ProtoWriter message;
  for (const std::string &input : node.inputs)
    message.addBytes(1, input);
  for (const std::string &output : node.outputs)
    message.addBytes(2, output);
  message.addBytes(3, node.outputs.front());
  message.addBytes(4, node.op);
  for (const std::string &attribute : node.attributes.getEncoded())
    message.addBytes(5, attribute);
  return message.getBytes().str();
}

namespace {
/// An initializer with all of its fields but the elements.
struct EncodedTensor {
  const Initializer *source;
  ProtoWriter head;
  bool isInside = true;

  uint64_t getSizeBytes() const {
    return head.getBytes().size() + (isInside ? source->sizeBytes : 0);
  }
};
} // namespace

static EncodedTensor encodeTensor(const Initializer &initializer) {
  EncodedTensor tensor{&initializer, {}};
  for (int64_t dim : initializer.dims)
    tensor.head.addInteger(1, dim);
  tensor.head.addInteger(2, int64_t(initializer.type));
  tensor.head.addBytes(8, initializer.name);
  return tensor;
}

static void addEntry(ProtoWriter &tensor, StringRef key, StringRef value) {
  ProtoWriter entry;
  entry.addBytes(1, key);
  entry.addBytes(2, value);
  tensor.addBytes(13, entry.getBytes());
}

/// Writes the elements of large tensors to another file, and enters where they
/// are.
static llvm::Error writeOutside(std::vector<EncodedTensor> &tensors,
                                ParameterTable &parameters, StringRef name,
                                OutputFile &file) {
  for (EncodedTensor &tensor : tensors) {
    if (tensor.source->sizeBytes < kSmallestOutside)
      continue;
    llvm::Expected<SectionRange> range =
        file.getSections().add([&](raw_ostream &stream) {
          return tensor.source->write(parameters, stream);
        });
    if (!range)
      return range.takeError();
    tensor.isInside = false;
    addEntry(tensor.head, "location", name);
    addEntry(tensor.head, "offset", std::to_string(range->offset));
    addEntry(tensor.head, "length", std::to_string(range->sizeBytes));
    tensor.head.addInteger(14, 1);
  }
  return llvm::Error::success();
}

llvm::Error weft::writeOnnxFile(GraphWriter &graph, FuncOp function,
                                StringRef path, bool isExternal) {
  std::vector<EncodedTensor> tensors;
  uint64_t weightBytes = 0;
  for (const auto &[name, initializer] : graph.initializers) {
    tensors.push_back(encodeTensor(initializer));
    weightBytes = llvm::SaturatingAdd(weightBytes, initializer.sizeBytes);
  }
  std::unique_ptr<OutputFile> outside;
  if (isExternal || weightBytes > kLargestInside) {
    std::string beside = (path + ".data").str();
    llvm::Expected<std::unique_ptr<OutputFile>> file =
        OutputFile::create(beside);
    if (!file)
      return file.takeError();
    outside = std::move(*file);
    if (llvm::Error error =
            writeOutside(tensors, graph.parameters,
                         llvm::sys::path::filename(beside), *outside))
      return error;
  }

  ProtoWriter begin;
  for (const GraphNode &node : graph.nodes)
    begin.addBytes(1, encodeNode(node));
  begin.addBytes(2, function.getSymName());
  for (auto [i, value] : llvm::enumerate(graph.inputs))
    begin.addBytes(11,
                   encodeValue(value, function.getArgumentTypes()[i],
                               function.getArgAttr(unsigned(i), "weft.dims")));
  for (auto [i, value] : llvm::enumerate(graph.outputs))
    begin.addBytes(
        12, encodeValue(value, function.getResultTypes()[i],
                        function.getResultAttr(unsigned(i), "weft.dims")));
  uint64_t size = begin.getBytes().size();
  std::vector<std::string> heads;
  for (EncodedTensor &tensor : tensors) {
    if (tensor.isInside)
      tensor.head.addHead(9, tensor.source->sizeBytes);
    ProtoWriter whole;
    whole.addHead(5, tensor.getSizeBytes());
    whole.addEncoded(tensor.head.getBytes());
    heads.push_back(whole.getBytes().str());
    size +=
        heads.back().size() + (tensor.isInside ? tensor.source->sizeBytes : 0);
  }

  ProtoWriter opset, model;
  opset.addBytes(1, "");
  opset.addInteger(2, kExportedOpset);
  model.addInteger(1, kExportedIrVersion);
  model.addBytes(2, "weft");
  model.addBytes(3, WEFT_VERSION_STRING);
  model.addBytes(8, opset.getBytes());
  model.addHead(7, size);
  auto write = [&](raw_ostream &stream) -> llvm::Error {
    stream << model.getBytes() << begin.getBytes();
    for (auto [tensor, head] : llvm::zip(tensors, heads)) {
      stream << head;
      if (!tensor.isInside)
        continue;
      if (llvm::Error error = tensor.source->write(graph.parameters, stream))
        return error;
    }
    return outside ? outside->commit(/*durable=*/false)
                   : llvm::Error::success();
  };
  return writeWholeFile(path, write);
}
