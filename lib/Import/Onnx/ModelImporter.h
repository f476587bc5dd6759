// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Imports the graphs of one model, node by node, into one weft.func. The
// model's functions are expanded where they are called.

#ifndef WEFT_IMPORT_ONNX_MODELIMPORTER_H
#define WEFT_IMPORT_ONNX_MODELIMPORTER_H

#include "lib/Import/Onnx/NodeContext.h"
#include "lib/Import/Onnx/OnnxImporter.h"
#include "lib/Import/Onnx/ParameterImporter.h"
#include "lib/Import/Onnx/SupportedOps.h"
#include "mlir/IR/BuiltinOps.h"

namespace weft::onnx {

class ModelImporter : private GraphImporter {
public:
  ModelImporter(const Model &model, const OpTable &table,
                const FunctionTable &functions, mlir::ModuleOp module,
                ParameterImporter &parameters,
                const OnnxImportOptions &options);

  /// Imports the graph as a function of the module. Errors are reported at the
  /// node.
  llvm::LogicalResult run();
  /// The node that is being imported, for messages; null outside of nodes.
  const Node *getCurrentNode() const { return currentNode; }

private:
  /// A call of a function of the model, or the model's graph itself.
  struct Frame {
    llvm::ArrayRef<OpsetImport> opsets;
    const Function *function = nullptr;
    const Node *call = nullptr;
    const Frame *caller = nullptr;
    unsigned depth = 0;
  };
  /// The names of one graph; those of the graphs around it are seen as well.
  struct Scope {
    const Frame &frame;
    Scope *parent = nullptr;
    llvm::StringMap<mlir::Value> values;
    llvm::StringMap<const Tensor *> initializers;
    llvm::StringMap<const ValueInfo *> declared;
  };

  mlir::FailureOr<llvm::SmallVector<mlir::Value>>
  importSubgraph(const Graph &graph, mlir::ValueRange inputs) override;
  mlir::Value importTensor(const Tensor &tensor, llvm::StringRef name) override;
  DataType dataTypeOf(llvm::StringRef value) const override;
  void setNotTrainable(mlir::Value value) override;

  mlir::RankedTensorType inputType(const ValueInfo &input);
  mlir::DictionaryAttr describeInput(const ValueInfo &input);
  mlir::DictionaryAttr describeOutput(const ValueInfo &output,
                                      mlir::RankedTensorType type);
  llvm::LogicalResult checkStates();
  llvm::LogicalResult checkDims();

  llvm::LogicalResult declare(const Graph &graph, Scope &scope);
  llvm::LogicalResult importNodes(llvm::ArrayRef<Node> nodes, Scope &scope);
  void importNode(const Node &node, Scope &scope);
  void importOp(const Node &node, ImportFn import,
                llvm::ArrayRef<mlir::Value> operands, Scope &scope);
  void importCall(const Node &node, const Function &function,
                  llvm::ArrayRef<mlir::Value> operands, Scope &scope);
  void setResults(const Node &node, llvm::ArrayRef<mlir::Value> results,
                  Scope &scope);
  bool agrees(const ValueInfo &declared, mlir::Value value);

  bool isDefined(llvm::StringRef name, const Scope &scope) const;
  mlir::Value lookup(llvm::StringRef name, Scope &scope);
  const NodeAttribute *resolve(const NodeAttribute &attribute,
                               const Frame &frame);
  mlir::Location locationOf(const Node &node, const Frame &frame,
                            mlir::Location outer);
  mlir::FailureOr<llvm::SmallVector<mlir::Value>>
  lookupOutputs(llvm::ArrayRef<ValueInfo> outputs, Scope &scope);

  const Model &model;
  const OpTable &table;
  const FunctionTable &functions;
  mlir::ModuleOp module;
  ParameterImporter &parameters;
  const OnnxImportOptions &options;
  mlir::OpBuilder builder;
  TensorBuilder b;
  const Node *currentNode = nullptr;
  Scope *currentScope = nullptr;
  size_t importedNodes = 0;
};

} // namespace weft::onnx

#endif // WEFT_IMPORT_ONNX_MODELIMPORTER_H
