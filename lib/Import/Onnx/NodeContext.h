// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the function of an ONNX op sees: the node's operands, attributes and
// opset, and a builder. All errors are sticky, as in TensorBuilder: after one,
// every accessor gives a harmless value, and the importer stops after the node.
//
//   void importLeakyRelu(NodeContext &node) {
//     TensorBuilder &b = node.b;
//     Value x = node.operand(0);
//     Value slope = b.like(x, node.real("alpha", 0.01));
//     Value isNegative = b.compare(Predicate::lt, x, b.like(x, 0));
//     node.setResult(0, b.select(isNegative, b.mul(x, slope), x));
//   }

#ifndef WEFT_IMPORT_ONNX_NODECONTEXT_H
#define WEFT_IMPORT_ONNX_NODECONTEXT_H

#include "lib/Import/Onnx/OnnxModel.h"
#include "lib/Import/Onnx/OpTable.h"
#include "lib/Import/TensorBuilder.h"

namespace weft::onnx {

/// What the importer of the whole model does for a node.
class GraphImporter {
public:
  virtual ~GraphImporter() = default;
  /// Imports a subgraph at the builder's insertion point, with its inputs bound
  /// to `inputs`, in the scope of the current node. Gives its outputs.
  virtual mlir::FailureOr<llvm::SmallVector<mlir::Value>>
  importSubgraph(const Graph &graph, mlir::ValueRange inputs) = 0;
  /// A tensor of an attribute as a value: a constant, or a parameter of the
  /// name `name` if it is large. Null, with the error reported, on failure.
  virtual mlir::Value importTensor(const Tensor &tensor,
                                   llvm::StringRef name) = 0;
  /// The element type that the file gives for a value: of an initializer, or as
  /// declared. Undefined if the file does not say.
  virtual DataType dataTypeOf(llvm::StringRef value) const = 0;
  /// Marks the parameter that the value reads as one that is not trained.
  virtual void setNotTrainable(mlir::Value value) = 0;
};

class NodeContext {
public:
  NodeContext(
      GraphImporter &importer, TensorBuilder &b, const Node &node,
      llvm::ArrayRef<mlir::Value> operands, int64_t opset,
      llvm::function_ref<const NodeAttribute *(const NodeAttribute &)> resolve);

  GraphImporter &importer;
  TensorBuilder &b;
  const Node &node;
  /// Version of the node's domain that the model imports.
  const int64_t opset;

  //===--------------------------------------------------------------------===//
  // Operands and results
  //===--------------------------------------------------------------------===//

  /// A required operand.
  mlir::Value operand(unsigned index);
  /// An optional operand: null if it is absent.
  mlir::Value optional(unsigned index) const {
    return index < operands.size() ? operands[index] : mlir::Value();
  }
  /// Whether an operand has elements of fewer than 8 bits. These are held in
  /// bytes, so ops that depend on the bounds of the type must refuse them.
  bool isNarrow(unsigned operand) const;
  /// All operands of a variadic op, at least one.
  llvm::ArrayRef<mlir::Value> variadic();
  size_t operandCount() const { return operands.size(); }
  /// The values of a constant list or scalar of integers, nothing if the
  /// operand is absent or computed at run time.
  std::optional<llvm::SmallVector<int64_t>> constantInts(unsigned index) const {
    return index < operands.size() && operands[index]
               ? matchConstantInts(operands[index])
               : std::nullopt;
  }
  /// The same where the importer needs the values: an error if they are not
  /// known.
  llvm::SmallVector<int64_t> requiredInts(unsigned index);
  /// The value of a constant scalar as a double.
  std::optional<double> constantReal(unsigned index) const;

  bool hasResult(unsigned index) const {
    return index < node.outputs.size() && !node.outputs[index].empty();
  }
  void setResult(unsigned index, mlir::Value value);
  llvm::ArrayRef<mlir::Value> getResults() const { return results; }

  //===--------------------------------------------------------------------===//
  // Attributes
  //===--------------------------------------------------------------------===//

  bool has(llvm::StringRef name) const { return find(name) != nullptr; }
  int64_t integer(llvm::StringRef name, int64_t fallback);
  int64_t requiredInteger(llvm::StringRef name);
  bool flag(llvm::StringRef name, bool fallback = false) {
    return integer(name, fallback) != 0;
  }
  double real(llvm::StringRef name, double fallback);
  llvm::StringRef string(llvm::StringRef name, llvm::StringRef fallback);
  llvm::SmallVector<int64_t> ints(llvm::StringRef name,
                                  llvm::ArrayRef<int64_t> fallback = {});
  llvm::SmallVector<float> reals(llvm::StringRef name);
  std::vector<llvm::StringRef> strings(llvm::StringRef name);
  /// Null if absent.
  const Tensor *tensor(llvm::StringRef name);
  /// A required subgraph: null, with the error reported, if absent.
  const Graph *graph(llvm::StringRef name);
  /// The element type that an integer attribute names ("to", "dtype").
  mlir::Type elementType(llvm::StringRef name, DataType fallback);

  /// `axis` as a dimension of `rank`: negative ones count from the end.
  int64_t dimension(int64_t axis, int64_t rank);
  llvm::SmallVector<int64_t> dimensions(llvm::ArrayRef<int64_t> axes,
                                        int64_t rank);

  mlir::Value fail(const llvm::Twine &message) { return b.fail(message); }

private:
  const NodeAttribute *find(llvm::StringRef name) const;
  const NodeAttribute *find(llvm::StringRef name, AttributeType type);

  llvm::ArrayRef<mlir::Value> operands;
  llvm::function_ref<const NodeAttribute *(const NodeAttribute &)> resolve;
  llvm::SmallVector<mlir::Value> results;
};

} // namespace weft::onnx

#endif // WEFT_IMPORT_ONNX_NODECONTEXT_H
