// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Shapes as data, and ops that move elements.

#include "lib/Export/Onnx/ExportTable.h"
#include "passes/Simplify/Tensors.h"

using namespace mlir;
using namespace weft;

static void exportShape(GraphWriter &graph, ShapeOp op) {
  Layout layout = graph.getLayout(op.getOperand());
  std::string sizes = graph.add("Shape", {graph.get(op.getOperand(), layout)});
  if (!isPlain(layout)) {
    Layout places;
    for (int64_t dim : getPlainLayout(layout.size()))
      places.push_back(findPlace(layout, dim));
    sizes = graph.add("Gather", {sizes, graph.addIntegers(places)});
  }
  graph.set(op.getResult(), sizes);
}

static void exportDim(GraphWriter &graph, DimOp op) {
  Layout layout = graph.getLayout(op.getOperand());
  int64_t place = findPlace(layout, op.getDim());
  std::string size = graph.add(
      "Shape", {graph.get(op.getOperand(), layout)},
      NodeAttributes().integer("start", place).integer("end", place + 1));
  graph.set(op.getResult(),
            graph.add("Squeeze", {size, graph.addIntegers({0})}));
}

/// The operand in row-major order: as it is, where only dimensions of size 1 are
/// elsewhere.
static std::string getRowMajor(GraphWriter &graph, Value value) {
  Layout layout = graph.getLayout(value);
  int64_t last = -1;
  for (int64_t dim : layout) {
    if (tensorType(value).getDimSize(dim) == 1)
      continue;
    if (dim < last)
      return graph.get(value);
    last = dim;
  }
  return graph.get(value, layout);
}

static void exportReshape(GraphWriter &graph, ReshapeOp op) {
  std::string shape =
      op.getShape() ? graph.get(op.getShape())
                    : graph.addIntegers(tensorType(op.getResult()).getShape());
  // A size of 0 is one here, and not the operand's.
  graph.set(op.getResult(),
            graph.add("Reshape", {getRowMajor(graph, op.getOperand()), shape},
                      NodeAttributes().integer("allowzero", 1)));
}

static void exportBroadcast(GraphWriter &graph, BroadcastOp op) {
  graph.set(op.getResult(), graph.add("Expand", {graph.get(op.getOperand()),
                                                 graph.get(op.getShape())}));
}

static void exportTranspose(GraphWriter &graph, TransposeOp op) {
  if (GraphWriter::isWeight(op.getOperand()))
    return;
  Layout from = graph.getLayout(op.getOperand()), layout;
  for (int64_t dim : from)
    layout.push_back(llvm::find(op.getPermutation(), dim) -
                     op.getPermutation().begin());
  graph.set(op.getResult(), graph.get(op.getOperand(), from), layout);
}

static void exportSlice(GraphWriter &graph, SliceOp op) {
  Layout layout = graph.getLayout(op.getOperand()), axes;
  for (int64_t dim : op.getDims())
    axes.push_back(findPlace(layout, dim));
  std::string name = graph.get(op.getOperand(), layout);
  if (!axes.empty())
    name = graph.add("Slice",
                     {name, graph.get(op.getStarts()), graph.get(op.getEnds()),
                      graph.addIntegers(axes), graph.get(op.getSteps())});
  graph.set(op.getResult(), name, layout);
}

static void exportPad(GraphWriter &graph, PadOp op) {
  std::string sizes =
      graph.add("Concat", {graph.get(op.getLow()), graph.get(op.getHigh())},
                NodeAttributes().integer("axis", 0));
  graph.set(
      op.getResult(),
      graph.add(
          "Pad",
          {graph.get(op.getOperand()), sizes,
           op.getMode() == PadMode::constant ? graph.get(op.getValue()) : ""},
          NodeAttributes().text("mode", stringifyPadMode(op.getMode()))));
}

static void exportConcat(GraphWriter &graph, ConcatOp op) {
  Layout layout = getPlainLayout(tensorType(op.getResult()).getRank());
  for (Value operand : op.getOperands())
    if (Layout other = graph.getLayout(operand);
        isPlain(layout) && !isPlain(other))
      layout = other;
  std::vector<std::string> names;
  for (Value operand : op.getOperands())
    names.push_back(graph.get(operand, layout));
  graph.set(op.getResult(),
            graph.add("Concat", names,
                      NodeAttributes().integer("axis",
                                               findPlace(layout, op.getDim()))),
            layout);
}

static void exportTile(GraphWriter &graph, TileOp op) {
  graph.set(op.getResult(), graph.add("Tile", {graph.get(op.getOperand()),
                                               graph.get(op.getRepeats())}));
}

static void exportIota(GraphWriter &graph, IotaOp op) {
  Type type = IntegerType::get(op.getContext(), 64);
  graph.set(op.getResult(), graph.add("Range", {graph.addScalar(type, 0),
                                                graph.get(op.getSize()),
                                                graph.addScalar(type, 1)}));
}

/// What is left of it in inference.
static void exportDropout(GraphWriter &graph, DropoutOp op) {
  Layout layout = graph.getLayout(op.getOperand());
  graph.set(op.getResult(), graph.get(op.getOperand(), layout), layout);
}

void weft::registerShapeExports(ExportTable &table) {
  table.add(exportBroadcast);
  table.add(exportConcat);
  table.add(exportDim);
  table.add(exportDropout);
  table.add(exportIota);
  table.add(exportPad);
  table.add(exportReshape);
  table.add(exportShape);
  table.add(exportSlice);
  table.add(exportTile);
  table.add(exportTranspose);
}
