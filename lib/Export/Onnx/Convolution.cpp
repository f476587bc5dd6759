// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Convolutions and windows, with channels first.

#include "lib/Export/Onnx/ExportTable.h"
#include "lib/Export/Onnx/Products.h"
#include "passes/Simplify/Tensors.h"

using namespace mlir;
using namespace weft;

static bool hasNegative(ArrayRef<int64_t> padding) {
  return llvm::any_of(padding, [](int64_t size) { return size < 0; });
}

static void exportConv(GraphWriter &graph, ConvOp op) {
  Type type = tensorType(op.getInput()).getElementType();
  if (!isa<FloatType>(type) ||
      tensorType(op.getFilter()).getElementType() != type)
    return graph.refuse(op, "of integers");
  if (llvm::any_of(op.getInputDilations(),
                   [](int64_t step) { return step != 1; }))
    return graph.refuse(op, "with input_dilations");
  if (hasNegative(op.getPadding()))
    return graph.refuse(op, "with negative padding");
  int64_t rank = tensorType(op.getInput()).getRank();
  Layout layout = getChannelsFirst(rank), filter = {rank - 1, rank - 2};
  llvm::append_range(filter, llvm::seq<int64_t>(0, rank - 2));
  Type wide = findComputedType(type);
  std::vector<std::string> inputs = {
      graph.addCast(graph.get(op.getInput(), layout), type, wide),
      graph.addCast(graph.get(op.getFilter(), filter), type, wide)};
  Value bias, result = op.getResult();
  Type to = tensorType(result).getElementType();
  AddOp sum = to == wide ? findBiasSum(result, bias) : AddOp();
  if (sum) {
    inputs.push_back(graph.getFlat(bias));
    result = sum.getResult();
  }
  NodeAttributes attributes;
  attributes.integers("strides", op.getStrides())
      .integers("dilations", op.getDilations())
      .integers("pads", op.getPadding())
      .integer("group", op.getGroups());
  ArrayRef<int64_t> sizes =
      tensorType(op.getFilter()).getShape().take_front(size_t(rank - 2));
  if (llvm::none_of(sizes, ShapedType::isDynamic))
    attributes.integers("kernel_shape", sizes);
  graph.set(result,
            graph.addCast(graph.add("Conv", inputs, attributes), wide, to),
            layout);
}

static void exportReduceWindow(GraphWriter &graph, ReduceWindowOp op) {
  if (hasNegative(op.getPadding()))
    return graph.refuse(op, "with negative padding");
  Type type = tensorType(op.getInput()).getElementType();
  bool isMax = op.getKind() == ReductionKind::max;
  if (isMax && type.isInteger() && type.getIntOrFloatBitWidth() > 8)
    return graph.refuse(op, "of integers of more than 8 bits");
  if (op.getKind() == ReductionKind::min)
    return graph.refuse(op, "of minima");
  if (!isMax && !isa<FloatType>(type))
    return graph.refuse(op, "of sums of integers");
  Layout layout = getChannelsFirst(tensorType(op.getInput()).getRank());
  NodeAttributes attributes;
  attributes.integers("kernel_shape", op.getWindow())
      .integers("strides", op.getStrides())
      .integers("dilations", op.getDilations())
      .integers("pads", op.getPadding());
  // A sum is the mean of as many values as the window has, padding among them.
  bool isSum = op.getKind() == ReductionKind::sum;
  if (!isMax)
    attributes.integer("count_include_pad", isSum);
  // Maxima of bytes are there as they are.
  Type wide = type.isInteger() ? type : findComputedType(type);
  std::string made =
      graph.add(isMax ? "MaxPool" : "AveragePool",
                {graph.addCast(graph.get(op.getInput(), layout), type, wide)},
                attributes);
  if (isSum) {
    double count = 1;
    for (int64_t size : op.getWindow())
      count *= double(size);
    made = graph.add("Mul", {made, graph.addScalar(wide, count)});
  }
  graph.set(op.getResult(), graph.addCast(made, wide, type), layout);
}

void weft::registerConvolutionExports(ExportTable &table) {
  table.add(exportConv);
  table.add(exportReduceWindow);
}
