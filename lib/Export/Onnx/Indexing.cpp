// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Gather, scatter and order.

#include "lib/Export/Onnx/ExportTable.h"
#include "passes/Simplify/Tensors.h"

using namespace mlir;
using namespace weft;

static void exportGather(GraphWriter &graph, GatherOp op) {
  graph.set(op.getResult(),
            graph.add("Gather",
                      {graph.get(op.getData()), graph.get(op.getIndices())},
                      NodeAttributes().integer("axis", op.getDim())));
}

static void exportGatherElements(GraphWriter &graph, GatherElementsOp op) {
  graph.set(op.getResult(),
            graph.add("GatherElements",
                      {graph.get(op.getData()), graph.get(op.getIndices())},
                      NodeAttributes().integer("axis", op.getDim())));
}

/// Its indices are of 64 bits in ONNX.
static std::string getLongIndices(GraphWriter &graph, Value indices) {
  return graph.addCast(graph.get(indices), tensorType(indices).getElementType(),
                       IntegerType::get(indices.getContext(), 64));
}

static void exportGatherNd(GraphWriter &graph, GatherNdOp op) {
  graph.set(op.getResult(), graph.add("GatherND",
                                      {graph.get(op.getData()),
                                       getLongIndices(graph, op.getIndices())},
                                      NodeAttributes().integer(
                                          "batch_dims", op.getBatchDims())));
}

static StringRef nameReduction(ScatterKind kind) {
  return kind == ScatterKind::assign ? "none" : stringifyScatterKind(kind);
}

static void exportScatterElements(GraphWriter &graph, ScatterElementsOp op) {
  graph.set(op.getResult(),
            graph.add("ScatterElements",
                      {graph.get(op.getData()), graph.get(op.getIndices()),
                       graph.get(op.getUpdates())},
                      NodeAttributes()
                          .integer("axis", op.getDim())
                          .text("reduction", nameReduction(op.getKind()))));
}

static void exportScatterNd(GraphWriter &graph, ScatterNdOp op) {
  graph.set(
      op.getResult(),
      graph.add(
          "ScatterND",
          {graph.get(op.getData()), getLongIndices(graph, op.getIndices()),
           graph.get(op.getUpdates())},
          NodeAttributes().text("reduction", nameReduction(op.getKind()))));
}

static void exportNonZero(GraphWriter &graph, NonZeroOp op) {
  graph.set(op.getResult(), graph.add("NonZero", {graph.get(op.getOperand())}));
}

static void exportTopK(GraphWriter &graph, TopKOp op) {
  std::string count =
      graph.add("Unsqueeze", {graph.get(op.getK()), graph.addIntegers({0})});
  Type type = tensorType(op.getOperand()).getElementType(),
       wide = findComputedType(type);
  std::vector<std::string> made = graph.add(
      "TopK", {graph.addCast(graph.get(op.getOperand()), type, wide), count},
      NodeAttributes()
          .integer("axis", op.getDim())
          .integer("largest", !op.getSmallest())
          .integer("sorted", 1),
      2);
  graph.set(op.getValues(), graph.addCast(made[0], wide, type));
  graph.set(op.getIndices(), made[1]);
}

void weft::registerIndexingExports(ExportTable &table) {
  table.add(exportGather);
  table.add(exportGatherElements);
  table.add(exportGatherNd);
  table.add(exportNonZero);
  table.add(exportScatterElements);
  table.add(exportScatterNd);
  table.add(exportTopK);
}
