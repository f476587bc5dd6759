// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the function that exports an op sees: names of tensors for values, and a
// graph to add nodes to.
//
// The dialect has channels last, ONNX first. So a value may be in the graph in
// another order of dimensions than its own (its layout): a convolution leaves
// its result with channels first, elementwise ops compute in the layout of their
// operands, and weft.transpose changes the layout alone. Whoever asks for a
// layout that is not there gets a Transpose; of weights and constants, and of
// what is dequantized from them, any layout is an initializer in that order.
//
//   static void exportSoftmax(GraphWriter &graph, SoftmaxOp op) {
//     Layout layout = graph.getLayout(op.getOperand());
//     graph.set(op.getResult(),
//               graph.add(op.getLog() ? "LogSoftmax" : "Softmax",
//                         {graph.get(op.getOperand(), layout)},
//                         NodeAttributes().integer(
//                             "axis", findPlace(layout, op.getDim()))),
//               layout);
//   }

#ifndef WEFT_LIB_EXPORT_ONNX_GRAPHWRITER_H
#define WEFT_LIB_EXPORT_ONNX_GRAPHWRITER_H

#include "lib/Export/Onnx/Initializer.h"
#include "lib/Export/Onnx/ProtoWriter.h"
#include "passes/Simplify/Tensors.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <cstring>
#include <set>

namespace weft {

/// 0, 1, 2, ...
Layout getPlainLayout(int64_t rank);
bool isPlain(llvm::ArrayRef<int64_t> layout);
/// Batch, channels, spatial dimensions, of a value with channels last.
Layout getChannelsFirst(int64_t rank);
/// Where dimension \p dim of the value is in the file.
int64_t findPlace(llvm::ArrayRef<int64_t> layout, int64_t dim);

inline mlir::Type elementOf(mlir::Value value) {
  return tensorType(value).getElementType();
}

/// The attributes of a node, as they are encoded.
class NodeAttributes {
public:
  NodeAttributes &integer(llvm::StringRef name, int64_t value);
  NodeAttributes &integers(llvm::StringRef name,
                           llvm::ArrayRef<int64_t> values);
  NodeAttributes &real(llvm::StringRef name, float value);
  NodeAttributes &text(llvm::StringRef name, llvm::StringRef value);

  const std::vector<std::string> &getEncoded() const { return encoded; }

private:
  std::vector<std::string> encoded;
};

struct GraphNode {
  std::string op;
  std::vector<std::string> inputs, outputs;
  NodeAttributes attributes;
};

/// An input or output.
struct GraphValue {
  mlir::Value value;
  std::string name;
};

/// A graph under construction. Not thread safe.
class GraphWriter {
public:
  explicit GraphWriter(mlir::ModuleOp module)
      : parameters(module), context(module.getContext()) {}

  //===--------------------------------------------------------------------===//
  // Values
  //===--------------------------------------------------------------------===//

  /// The name of the tensor that holds a value in its own order of dimensions,
  /// or in another one.
  std::string get(mlir::Value value);
  std::string get(mlir::Value value, llvm::ArrayRef<int64_t> layout);
  /// The same with dimensions of size 1 before the value's own, as broadcasting
  /// needs them; \p layout is that of the result.
  std::string getBroadcast(mlir::Value value, llvm::ArrayRef<int64_t> layout);
  /// The elements of a constant as a vector, behind dimensions of size 1 up to
  /// \p rank. Requires isConstant.
  std::string getFlat(mlir::Value value, int64_t rank = 1);
  /// The layout that costs nothing.
  Layout getLayout(mlir::Value value) const;
  /// Whether the value is a weight or a constant as it is stored.
  static bool isConstant(mlir::Value value);
  /// Whether it is that, or dequantized or transposed from it: any layout costs
  /// nothing.
  static bool isWeight(mlir::Value value);
  /// The elements of what isConstant; null, which is refused, where they are
  /// missing.
  Tensor read(mlir::Value value);

  /// Says which tensor holds the value, and in which layout; plain if empty.
  void set(mlir::Value value, llvm::StringRef name,
           llvm::ArrayRef<int64_t> layout = {});
  /// Whether the value has a tensor already: its op was taken in by another.
  bool isSet(mlir::Value value) const { return places.contains(value); }

  //===--------------------------------------------------------------------===//
  // Nodes
  //===--------------------------------------------------------------------===//

  /// Adds a node of ONNX itself and returns the name of its output. An input ""
  /// is absent.
  std::string add(llvm::StringRef op, std::vector<std::string> inputs,
                  const NodeAttributes &attributes = {});
  /// The same for several outputs.
  std::vector<std::string> add(llvm::StringRef op,
                               std::vector<std::string> inputs,
                               const NodeAttributes &attributes,
                               unsigned outputs);
  /// A Cast, or the name itself where \p from and \p to are one type.
  std::string addCast(llvm::StringRef name, mlir::Type from, mlir::Type to);
  /// A constant that no op of the module is.
  std::string addConstant(llvm::StringRef name, const Tensor &tensor);
  std::string addIntegers(llvm::ArrayRef<int64_t> values);
  /// A scalar of an element type.
  std::string addScalar(mlir::Type element, double value);
  template <typename T>
  std::string addVector(llvm::StringRef name, mlir::Type element,
                        const std::vector<T> &values) {
    Tensor tensor = *Tensor::allocate(element, {int64_t(values.size())});
    std::memcpy(tensor.getMutableData(), values.data(),
                values.size() * sizeof(T));
    return addConstant(name, tensor);
  }

  /// Notes an op that ONNX cannot say, with the reason if it could say others
  /// of its kind. Exporting goes on to find them all.
  void refuse(mlir::Operation *op, const llvm::Twine &why = "");
  llvm::ArrayRef<std::string> getRefused() const {
    return refused.getArrayRef();
  }

  //===--------------------------------------------------------------------===//
  // The graph
  //===--------------------------------------------------------------------===//

  void addInput(mlir::Value value, llvm::StringRef name);
  /// Keeps the name of an output, before any other tensor takes it.
  void reserveOutput(llvm::StringRef name);
  /// Gives the outputs their values, and drops what none of them needs.
  void finish(mlir::ValueRange results);

  std::vector<GraphValue> inputs, outputs;
  std::vector<GraphNode> nodes;
  llvm::MapVector<llvm::StringRef, Initializer> initializers;
  ParameterTable parameters;

private:
  struct Place {
    std::string name;
    Layout layout;
  };

  std::string makeName(const llvm::Twine &name);
  void dropUnused();
  std::string addInitializer(Initializer initializer, llvm::StringRef name);
  std::string addWeight(mlir::Value value, llvm::ArrayRef<int64_t> layout,
                        llvm::ArrayRef<int64_t> shape);
  std::string makeWeight(mlir::Value value, llvm::ArrayRef<int64_t> layout);

  mlir::MLIRContext *context;
  llvm::DenseMap<mlir::Value, Place> places;
  /// What was asked for in another layout, or broadcast, by the text of that.
  llvm::DenseMap<mlir::Value, llvm::StringMap<std::string>> others;
  llvm::StringMap<std::string> integers;
  llvm::StringSet<> names;
  llvm::StringMap<unsigned> counters;
  llvm::SetVector<std::string, std::vector<std::string>, std::set<std::string>>
      refused;
};

/// Exports `value` dequantized, in a layout.
std::string exportDequantize(GraphWriter &graph, DequantizeOp op,
                             llvm::ArrayRef<int64_t> layout);

} // namespace weft

#endif // WEFT_LIB_EXPORT_ONNX_GRAPHWRITER_H
