// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reductions, running sums, softmax and normalization.

#include "lib/Export/Onnx/ExportTable.h"
#include "lib/Export/Onnx/Products.h"
#include "passes/Simplify/Tensors.h"

using namespace mlir;
using namespace weft;

/// Where `dims` are in the file.
static Layout findPlaces(ArrayRef<int64_t> layout, ArrayRef<int64_t> dims) {
  Layout places;
  for (int64_t dim : dims)
    places.push_back(findPlace(layout, dim));
  llvm::sort(places);
  return places;
}

/// The layout of a result that lacks `dims`.
static Layout dropDims(ArrayRef<int64_t> layout, ArrayRef<int64_t> dims) {
  Layout kept;
  for (int64_t dim : layout)
    if (!llvm::is_contained(dims, dim))
      kept.push_back(dim - llvm::count_if(dims, [&](int64_t other) {
                       return other < dim;
                     }));
  return kept;
}

static void exportReduce(GraphWriter &graph, ReduceOp op) {
  Value x = op.getOperand();
  Type type = elementOf(x);
  Layout layout = graph.getLayout(x);
  std::string name = graph.get(x, layout);
  if (op.getDims().empty())
    return graph.set(op.getResult(), name, layout);
  StringRef node;
  bool isLogic = false;
  switch (op.getKind()) {
  case ReductionKind::sum:
    node = "ReduceSum";
    break;
  case ReductionKind::mean:
    node = "ReduceMean";
    break;
  case ReductionKind::prod:
    node = "ReduceProd";
    break;
  case ReductionKind::all:
    isLogic = true;
    [[fallthrough]];
  case ReductionKind::min:
    node = "ReduceMin";
    break;
  case ReductionKind::any:
    isLogic = true;
    [[fallthrough]];
  case ReductionKind::max:
    node = "ReduceMax";
    break;
  }
  if (op.getKind() == ReductionKind::mean && type.isInteger())
    return graph.refuse(op, "of means of integers");
  Type wide =
      isLogic ? IntegerType::get(op.getContext(), 32) : findComputedType(type);
  name = graph.addCast(name, type, wide);
  std::string made = graph.add(
      node, {name, graph.addIntegers(findPlaces(layout, op.getDims()))},
      NodeAttributes().integer("keepdims", op.getKeepDims()));
  made = graph.addCast(made, wide, type);
  if (!op.getKeepDims())
    layout = dropDims(layout, op.getDims());
  graph.set(op.getResult(), made, layout);
}

static void exportArgReduce(GraphWriter &graph, ArgReduceOp op) {
  Layout layout = graph.getLayout(op.getOperand());
  std::string made =
      graph.add(op.getKind() == ReductionKind::max ? "ArgMax" : "ArgMin",
                {graph.get(op.getOperand(), layout)},
                NodeAttributes()
                    .integer("axis", findPlace(layout, op.getDim()))
                    .integer("keepdims", op.getKeepDims())
                    .integer("select_last_index", op.getLast()));
  if (!op.getKeepDims())
    layout = dropDims(layout, op.getDim());
  graph.set(op.getResult(), made, layout);
}

static void exportCumulative(GraphWriter &graph, CumulativeOp op) {
  if (op.getKind() != ReductionKind::sum)
    return graph.refuse(op, "of another kind than sums");
  Layout layout = graph.getLayout(op.getOperand());
  std::string axis = graph.addScalar(IntegerType::get(op.getContext(), 64),
                                     double(findPlace(layout, op.getDim())));
  Type type = elementOf(op.getOperand()), wide = findComputedType(type);
  std::string made = graph.add(
      "CumSum",
      {graph.addCast(graph.get(op.getOperand(), layout), type, wide), axis},
      NodeAttributes()
          .integer("exclusive", op.getExclusive())
          .integer("reverse", op.getReverse()));
  graph.set(op.getResult(), graph.addCast(made, wide, type), layout);
}

static void exportSoftmax(GraphWriter &graph, SoftmaxOp op) {
  Layout layout = graph.getLayout(op.getOperand());
  graph.set(op.getResult(),
            graph.add(op.getLog() ? "LogSoftmax" : "Softmax",
                      {graph.get(op.getOperand(), layout)},
                      NodeAttributes().integer("axis",
                                               findPlace(layout, op.getDim()))),
            layout);
}

/// The constant that is all that multiplies `value`, with a number for each index
/// of the last dimension.
static MulOp findFactor(Value value, Value &factor) {
  if (!value.hasOneUse())
    return MulOp();
  auto product = dyn_cast<MulOp>(*value.user_begin());
  if (!product || product.getType() != value.getType())
    return MulOp();
  factor = product.getLhs() == value ? product.getRhs() : product.getLhs();
  RankedTensorType type = tensorType(factor);
  int64_t last = tensorType(value).getShape().back();
  return GraphWriter::isConstant(factor) && type.getRank() == 1 &&
                 type.getNumElements() == last
             ? product
             : MulOp();
}

/// As LayerNormalization over the last dimensions, which takes factor and term
/// in.
static void exportNormalize(GraphWriter &graph, NormalizeOp op) {
  Value x = op.getOperand(), result = op.getResult();
  Type type = elementOf(x);
  int64_t rank = tensorType(x).getRank();
  Layout layout = graph.getLayout(x), kept, last;
  for (int64_t dim : layout)
    (llvm::is_contained(op.getDims(), dim) ? last : kept).push_back(dim);
  if (last.empty())
    return graph.refuse(op, "of no dimension");
  layout = kept;
  llvm::append_range(layout, last);
  std::string name = graph.get(x, layout);
  float epsilon = op.getEpsilon().convertToFloat();
  if (op.getRms()) {
    Layout axes;
    for (size_t i = kept.size(); i < size_t(rank); ++i)
      axes.push_back(int64_t(i));
    std::string mean = graph.add("ReduceMean", {graph.add("Mul", {name, name}),
                                                graph.addIntegers(axes)});
    std::string root = graph.add(
        "Sqrt", {graph.add("Add", {mean, graph.addScalar(type, epsilon)})});
    return graph.set(result, graph.add("Div", {name, root}), layout);
  }
  SmallVector<int64_t> sizes;
  for (int64_t dim : last)
    sizes.push_back(tensorType(x).getDimSize(dim));
  std::optional<int64_t> count = computeNumElements(sizes);
  if (!count)
    return graph.refuse(op, "over dynamic dimensions");
  std::vector<std::string> inputs = {name};
  Value factor, term;
  bool isLast = last.size() == 1 && last[0] == rank - 1;
  if (MulOp product = isLast ? findFactor(result, factor) : MulOp()) {
    inputs.push_back(graph.get(factor));
    result = product.getResult();
    if (AddOp sum = findBiasSum(result, term)) {
      inputs.push_back(graph.getFlat(term));
      result = sum.getResult();
    }
  } else {
    FailureOr<Tensor> ones = Tensor::allocate(type, sizes);
    if (failed(ones))
      return graph.refuse(op, "over too many elements");
    visitWide(ones->getElement(), [&](auto wide) {
      std::vector<decltype(wide)> values(size_t(*count), decltype(wide)(1));
      store(ones->getElement(), values.data(), *count, ones->getMutableData());
    });
    inputs.push_back(graph.addConstant("ones", *ones));
  }
  graph.set(result,
            graph.add("LayerNormalization", inputs,
                      NodeAttributes()
                          .integer("axis", int64_t(kept.size()))
                          .real("epsilon", epsilon)),
            layout);
}

void weft::registerReductionExports(ExportTable &table) {
  table.add(exportArgReduce);
  table.add(exportCumulative);
  table.add(exportNormalize);
  table.add(exportReduce);
  table.add(exportSoftmax);
}
