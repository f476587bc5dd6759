// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The content of an .onnx file as light structs. Strings and tensor data are
// ranges of the mapped file, which must outlive them; nothing is interpreted
// beyond the wire format. Field names follow onnx.proto.

#ifndef WEFT_IMPORT_ONNX_ONNXMODEL_H
#define WEFT_IMPORT_ONNX_ONNXMODEL_H

#include "lib/Import/Onnx/ProtoReader.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <vector>

namespace weft::onnx {

/// TensorProto.DataType.
enum class DataType : int32_t {
  Undefined = 0,
  Float = 1,
  UInt8 = 2,
  Int8 = 3,
  UInt16 = 4,
  Int16 = 5,
  Int32 = 6,
  Int64 = 7,
  String = 8,
  Bool = 9,
  Float16 = 10,
  Double = 11,
  UInt32 = 12,
  UInt64 = 13,
  Complex64 = 14,
  Complex128 = 15,
  BFloat16 = 16,
  Float8E4M3FN = 17,
  Float8E4M3FNUZ = 18,
  Float8E5M2 = 19,
  Float8E5M2FNUZ = 20,
  UInt4 = 21,
  Int4 = 22,
  Float4E2M1 = 23,
  Float8E8M0 = 24,
  UInt2 = 25,
  Int2 = 26,
};

/// The name of a data type as ONNX spells it ("FLOAT"), "type 99" if unknown.
std::string nameOf(DataType type);

/// A tensor of the file. Its data are in `raw`, in the typed lists of
/// `message`, or in another file, and are decoded by OnnxTensor.h on demand.
struct Tensor {
  llvm::StringRef name;
  llvm::SmallVector<int64_t, 4> dims;
  DataType type = DataType::Undefined;
  bool hasRaw = false;
  bool external = false;
  llvm::StringRef raw;
  /// The whole encoded tensor: the typed lists are read from it when asked.
  llvm::StringRef message;
  /// Of external data, as written: unchecked.
  llvm::StringRef location, offset, length;
};

struct Graph;

/// AttributeProto.AttributeType.
enum class AttributeType : int32_t {
  Undefined = 0,
  Float = 1,
  Int = 2,
  String = 3,
  Tensor = 4,
  Graph = 5,
  Floats = 6,
  Ints = 7,
  Strings = 8,
  Tensors = 9,
  Graphs = 10,
  SparseTensor = 11,
  SparseTensors = 12,
  TypeProto = 13,
  TypeProtos = 14,
};

llvm::StringRef nameOf(AttributeType type);

struct NodeAttribute {
  NodeAttribute() = default;
  NodeAttribute(NodeAttribute &&) = default;

  llvm::StringRef name;
  AttributeType type = AttributeType::Undefined;
  float f = 0;
  int64_t i = 0;
  llvm::StringRef s;
  llvm::SmallVector<float, 0> floats;
  llvm::SmallVector<int64_t, 0> ints;
  std::vector<llvm::StringRef> strings;
  std::unique_ptr<Tensor> t;
  std::unique_ptr<Graph> g;
  /// Inside a function: the name of the caller's attribute it stands for.
  llvm::StringRef reference;
};

struct Node {
  Node() = default;
  // Vectors of nodes grow by moving: attributes cannot be copied.
  Node(Node &&) = default;

  llvm::StringRef name, op, domain, overload;
  llvm::SmallVector<llvm::StringRef, 3> inputs; ///< "" is an absent operand
  llvm::SmallVector<llvm::StringRef, 1> outputs;
  std::vector<NodeAttribute> attributes;
  uint64_t offset = 0; ///< of the node in the file, in bytes
};

/// One dimension: a size, a name, or unknown.
struct Dim {
  enum class Kind : uint8_t { Unknown, Value, Name } kind = Kind::Unknown;
  int64_t value = 0;
  llvm::StringRef name;
};

/// A named value and its type, as far as the file states it.
struct ValueInfo {
  enum class Kind : uint8_t { None, Tensor, Sequence, Map, Optional, Sparse };
  llvm::StringRef name;
  Kind kind = Kind::None;
  DataType type = DataType::Undefined;
  bool hasShape = false;
  llvm::SmallVector<Dim, 4> dims;
};

struct Graph {
  llvm::StringRef name;
  std::vector<Node> nodes;
  std::vector<Tensor> initializers;
  std::vector<ValueInfo> inputs, outputs, values;
  bool hasSparseInitializer = false;
};

struct OpsetImport {
  llvm::StringRef domain; ///< "ai.onnx" is read as ""
  int64_t version = 0;
};

/// A function of the model: a graph without types, expanded where it is used.
struct Function {
  Function() = default;
  Function(Function &&) = default;

  llvm::StringRef name, domain, overload;
  std::vector<llvm::StringRef> inputs, outputs, attributeNames;
  std::vector<NodeAttribute> attributeDefaults;
  std::vector<Node> nodes;
  std::vector<OpsetImport> opsets;
};

struct Model {
  int64_t irVersion = 0;
  llvm::StringRef producerName, producerVersion;
  std::vector<OpsetImport> opsets;
  Graph graph;
  bool hasGraph = false;
  std::vector<Function> functions;
  std::vector<std::pair<llvm::StringRef, llvm::StringRef>> metadata;
};

/// Deepest nesting of subgraphs that is accepted. Real models stay below ten;
/// the limit keeps every later walk over regions within its stack.
constexpr unsigned maxGraphDepth = 128;

/// Decodes `file`, the bytes of an .onnx file. Errors name the byte offset.
llvm::Expected<Model> parseModel(llvm::StringRef file);

/// Decodes a file that holds one tensor, as ONNX's test data do.
llvm::Expected<Tensor> parseTensor(llvm::StringRef file);

} // namespace weft::onnx

#endif // WEFT_IMPORT_ONNX_ONNXMODEL_H
