// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Decodes the messages of onnx.proto, one function a message. Field numbers
// are those of onnx.proto3 of ONNX 1.23; fields that mean nothing to the
// importer (documentation, device placement) are skipped.

#include "lib/Import/Onnx/OnnxModel.h"
#include "llvm/ADT/StringExtras.h"

using namespace weft::onnx;
using llvm::StringRef;

/// Reads every field of `reader`: `readField` takes the field number and
/// returns false for a field that it does not know.
template <typename ReadField>
static void readFields(ProtoReader reader, ReadField readField) {
  while (reader.next())
    if (!readField(reader, reader.field()))
      reader.skip();
}

static StringRef canonicalDomain(StringRef domain) {
  return domain == "ai.onnx" ? StringRef() : domain;
}

static void readGraph(ProtoReader message, Graph &graph, unsigned depth);

static void readExternalEntry(ProtoReader message, Tensor &tensor) {
  StringRef key, value;
  readFields(message, [&](ProtoReader &reader, uint32_t field) {
    if (field == 1)
      key = reader.bytes();
    else if (field == 2)
      value = reader.bytes();
    else
      return false;
    return true;
  });
  if (key == "location")
    tensor.location = value;
  else if (key == "offset")
    tensor.offset = value;
  else if (key == "length")
    tensor.length = value;
}

static void readTensor(ProtoReader message, Tensor &tensor) {
  tensor.message = message.rest();
  readFields(message, [&](ProtoReader &reader, uint32_t field) {
    switch (field) {
    case 1:
      reader.appendInts(tensor.dims);
      return true;
    case 2:
      tensor.type = static_cast<DataType>(reader.int32());
      return true;
    case 8:
      tensor.name = reader.bytes();
      return true;
    case 9:
      tensor.hasRaw = true;
      tensor.raw = reader.bytes();
      return true;
    case 13:
      readExternalEntry(reader.message(), tensor);
      return true;
    case 14:
      tensor.external = reader.int32() == 1;
      return true;
    default:
      return false;
    }
  });
}

/// Files of IR version 1 carry no attribute type: it follows from the field.
static void deduceType(NodeAttribute &attribute, AttributeType type) {
  if (attribute.type == AttributeType::Undefined)
    attribute.type = type;
}

static void readAttribute(ProtoReader message, NodeAttribute &attribute,
                          unsigned depth) {
  AttributeType stated = AttributeType::Undefined;
  readFields(message, [&](ProtoReader &reader, uint32_t field) {
    switch (field) {
    case 1:
      attribute.name = reader.bytes();
      return true;
    case 2:
      attribute.f = reader.float32();
      deduceType(attribute, AttributeType::Float);
      return true;
    case 3:
      attribute.i = reader.int64();
      deduceType(attribute, AttributeType::Int);
      return true;
    case 4:
      attribute.s = reader.bytes();
      deduceType(attribute, AttributeType::String);
      return true;
    case 5:
      if (!attribute.t)
        attribute.t = std::make_unique<Tensor>();
      readTensor(reader.message(), *attribute.t);
      deduceType(attribute, AttributeType::Tensor);
      return true;
    case 6:
      if (!attribute.g)
        attribute.g = std::make_unique<Graph>();
      readGraph(reader.message(), *attribute.g, depth + 1);
      deduceType(attribute, AttributeType::Graph);
      return true;
    case 7:
      reader.appendFloats(attribute.floats);
      deduceType(attribute, AttributeType::Floats);
      return true;
    case 8:
      reader.appendInts(attribute.ints);
      deduceType(attribute, AttributeType::Ints);
      return true;
    case 9:
      attribute.strings.push_back(reader.bytes());
      deduceType(attribute, AttributeType::Strings);
      return true;
    case 20:
      stated = static_cast<AttributeType>(reader.int32());
      return true;
    case 21:
      attribute.reference = reader.bytes();
      return true;
    default:
      return false;
    }
  });
  if (stated != AttributeType::Undefined)
    attribute.type = stated;
  // A stated type without the field is the type's zero, except for messages.
  bool missing = (attribute.type == AttributeType::Tensor && !attribute.t) ||
                 (attribute.type == AttributeType::Graph && !attribute.g);
  if (missing && attribute.reference.empty())
    message.fail("attribute '" + attribute.name + "' has type " +
                 nameOf(attribute.type) + " but no value");
  if (attribute.name.empty())
    message.fail("an attribute without a name");
}

static void readNode(ProtoReader message, Node &node, unsigned depth,
                     uint64_t offset) {
  node.offset = offset;
  readFields(message, [&](ProtoReader &reader, uint32_t field) {
    switch (field) {
    case 1:
      node.inputs.push_back(reader.bytes());
      return true;
    case 2:
      node.outputs.push_back(reader.bytes());
      return true;
    case 3:
      node.name = reader.bytes();
      return true;
    case 4:
      node.op = reader.bytes();
      return true;
    case 5:
      readAttribute(reader.message(), node.attributes.emplace_back(), depth);
      return true;
    case 7:
      node.domain = canonicalDomain(reader.bytes());
      return true;
    case 8:
      node.overload = reader.bytes();
      return true;
    default:
      return false;
    }
  });
  if (node.op.empty())
    message.fail("node '" + node.name + "' without an op type");
}

static void readDim(ProtoReader message, Dim &dim) {
  readFields(message, [&](ProtoReader &reader, uint32_t field) {
    if (field == 1) {
      dim.kind = Dim::Kind::Value;
      dim.value = reader.int64();
    } else if (field == 2) {
      dim.name = reader.bytes();
      dim.kind = dim.name.empty() ? Dim::Kind::Unknown : Dim::Kind::Name;
    } else {
      return false;
    }
    return true;
  });
}

static void readShape(ProtoReader message, ValueInfo &info) {
  info.hasShape = true;
  readFields(message, [&](ProtoReader &reader, uint32_t field) {
    if (field != 1)
      return false;
    readDim(reader.message(), info.dims.emplace_back());
    return true;
  });
}

static void readTensorType(ProtoReader message, ValueInfo &info) {
  readFields(message, [&](ProtoReader &reader, uint32_t field) {
    if (field == 1)
      info.type = static_cast<DataType>(reader.int32());
    else if (field == 2)
      readShape(reader.message(), info);
    else
      return false;
    return true;
  });
}

static void readType(ProtoReader message, ValueInfo &info) {
  readFields(message, [&](ProtoReader &reader, uint32_t field) {
    switch (field) {
    case 1:
      info.kind = ValueInfo::Kind::Tensor;
      readTensorType(reader.message(), info);
      return true;
    case 4:
      info.kind = ValueInfo::Kind::Sequence;
      return false;
    case 5:
      info.kind = ValueInfo::Kind::Map;
      return false;
    case 8:
      info.kind = ValueInfo::Kind::Sparse;
      return false;
    case 9:
      info.kind = ValueInfo::Kind::Optional;
      return false;
    default:
      return false;
    }
  });
}

static void readValueInfo(ProtoReader message, ValueInfo &info) {
  readFields(message, [&](ProtoReader &reader, uint32_t field) {
    if (field == 1)
      info.name = reader.bytes();
    else if (field == 2)
      readType(reader.message(), info);
    else
      return false;
    return true;
  });
}

static void readGraph(ProtoReader message, Graph &graph, unsigned depth) {
  if (depth > maxGraphDepth)
    return message.fail("graphs are nested more than " +
                        llvm::Twine(maxGraphDepth) + " deep");
  readFields(message, [&](ProtoReader &reader, uint32_t field) {
    switch (field) {
    case 1: {
      uint64_t offset = reader.offset();
      readNode(reader.message(), graph.nodes.emplace_back(), depth, offset);
      return true;
    }
    case 2:
      graph.name = reader.bytes();
      return true;
    case 5:
      readTensor(reader.message(), graph.initializers.emplace_back());
      return true;
    case 11:
      readValueInfo(reader.message(), graph.inputs.emplace_back());
      return true;
    case 12:
      readValueInfo(reader.message(), graph.outputs.emplace_back());
      return true;
    case 13:
      readValueInfo(reader.message(), graph.values.emplace_back());
      return true;
    case 15:
      graph.hasSparseInitializer = true;
      return false;
    default:
      return false;
    }
  });
}

static void readOpset(ProtoReader message, OpsetImport &opset) {
  readFields(message, [&](ProtoReader &reader, uint32_t field) {
    if (field == 1)
      opset.domain = canonicalDomain(reader.bytes());
    else if (field == 2)
      opset.version = reader.int64();
    else
      return false;
    return true;
  });
}

static void readFunction(ProtoReader message, Function &function) {
  readFields(message, [&](ProtoReader &reader, uint32_t field) {
    switch (field) {
    case 1:
      function.name = reader.bytes();
      return true;
    case 4:
      function.inputs.push_back(reader.bytes());
      return true;
    case 5:
      function.outputs.push_back(reader.bytes());
      return true;
    case 6:
      function.attributeNames.push_back(reader.bytes());
      return true;
    case 7: {
      uint64_t offset = reader.offset();
      readNode(reader.message(), function.nodes.emplace_back(), 0, offset);
      return true;
    }
    case 9:
      readOpset(reader.message(), function.opsets.emplace_back());
      return true;
    case 10:
      function.domain = canonicalDomain(reader.bytes());
      return true;
    case 11:
      readAttribute(reader.message(), function.attributeDefaults.emplace_back(),
                    0);
      return true;
    case 13:
      function.overload = reader.bytes();
      return true;
    default:
      return false;
    }
  });
}

static void readMetadata(ProtoReader message, Model &model) {
  auto &entry = model.metadata.emplace_back();
  readFields(message, [&](ProtoReader &reader, uint32_t field) {
    if (field == 1)
      entry.first = reader.bytes();
    else if (field == 2)
      entry.second = reader.bytes();
    else
      return false;
    return true;
  });
}

static void readModel(ProtoReader message, Model &model) {
  readFields(message, [&](ProtoReader &reader, uint32_t field) {
    switch (field) {
    case 1:
      model.irVersion = reader.int64();
      return true;
    case 2:
      model.producerName = reader.bytes();
      return true;
    case 3:
      model.producerVersion = reader.bytes();
      return true;
    case 7:
      model.hasGraph = true;
      readGraph(reader.message(), model.graph, 0);
      return true;
    case 8:
      readOpset(reader.message(), model.opsets.emplace_back());
      return true;
    case 14:
      readMetadata(reader.message(), model);
      return true;
    case 25:
      readFunction(reader.message(), model.functions.emplace_back());
      return true;
    default:
      return false;
    }
  });
}

llvm::Expected<Tensor> weft::onnx::parseTensor(StringRef file) {
  std::optional<ProtoFault> fault;
  Tensor tensor;
  readTensor(ProtoReader(file, file.data(), fault), tensor);
  if (fault)
    return llvm::createStringError("not a readable ONNX tensor: byte " +
                                   llvm::Twine(fault->offset) + ": " +
                                   fault->message);
  return tensor;
}

llvm::Expected<Model> weft::onnx::parseModel(StringRef file) {
  std::optional<ProtoFault> fault;
  Model model;
  readModel(ProtoReader(file, file.data(), fault), model);
  if (fault)
    return llvm::createStringError("not a readable ONNX model: byte " +
                                   llvm::Twine(fault->offset) + ": " +
                                   fault->message);
  if (!model.hasGraph)
    return llvm::createStringError(
        "not an ONNX model: no graph in its " + llvm::Twine(file.size()) +
        " bytes (empty, truncated, or a file of another format)");
  return model;
}

std::string weft::onnx::nameOf(DataType type) {
  static constexpr StringRef names[] = {
      "UNDEFINED",      "FLOAT",      "UINT8",
      "INT8",           "UINT16",     "INT16",
      "INT32",          "INT64",      "STRING",
      "BOOL",           "FLOAT16",    "DOUBLE",
      "UINT32",         "UINT64",     "COMPLEX64",
      "COMPLEX128",     "BFLOAT16",   "FLOAT8E4M3FN",
      "FLOAT8E4M3FNUZ", "FLOAT8E5M2", "FLOAT8E5M2FNUZ",
      "UINT4",          "INT4",       "FLOAT4E2M1",
      "FLOAT8E8M0",     "UINT2",      "INT2"};
  auto index = static_cast<int32_t>(type);
  if (index >= 0 && index < int32_t(std::size(names)))
    return names[index].str();
  return "type " + llvm::itostr(index);
}

StringRef weft::onnx::nameOf(AttributeType type) {
  static constexpr StringRef names[] = {
      "UNDEFINED",      "FLOAT",      "INT",        "STRING",
      "TENSOR",         "GRAPH",      "FLOATS",     "INTS",
      "STRINGS",        "TENSORS",    "GRAPHS",     "SPARSE_TENSOR",
      "SPARSE_TENSORS", "TYPE_PROTO", "TYPE_PROTOS"};
  auto index = static_cast<int32_t>(type);
  if (index >= 0 && index < int32_t(std::size(names)))
    return names[index];
  return "unknown";
}
