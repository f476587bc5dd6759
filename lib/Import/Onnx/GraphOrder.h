// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The order in which the nodes of a graph can be imported.

#ifndef WEFT_IMPORT_ONNX_GRAPHORDER_H
#define WEFT_IMPORT_ONNX_GRAPHORDER_H

#include "lib/Import/Onnx/OnnxModel.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace weft::onnx {

/// How messages call a node: node 'conv1' (Conv).
std::string describe(const Node &node);

/// Nodes in an order in which each value is made before it is used, also in
/// subgraphs; as in the file where that is such an order.
struct NodeOrder {
  std::vector<const Node *> nodes;
  /// Where there is no such order: why not, and at which node.
  const Node *faultyNode = nullptr;
  std::string fault;
};

/// `isDefined` tells which values exist before the first node.
NodeOrder orderNodes(llvm::ArrayRef<Node> nodes,
                     llvm::function_ref<bool(llvm::StringRef)> isDefined);

} // namespace weft::onnx

#endif // WEFT_IMPORT_ONNX_GRAPHORDER_H
