// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reductions, running sums, and what orders values.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

/// The dimensions that a reduction takes away. They came as an attribute and
/// became an operand in opset 13 (ReduceSum) and 18 (the others).
static std::optional<SmallVector<int64_t>> readDims(NodeContext &node,
                                                    Value x) {
  TensorBuilder &b = node.b;
  SmallVector<int64_t> axes =
      node.optional(1) ? node.requiredInts(1) : node.ints("axes");
  if (b.failed())
    return std::nullopt;
  if (axes.empty()) {
    // No axes mean all of them, unless the node says that they mean none.
    if (node.flag("noop_with_empty_axes"))
      return SmallVector<int64_t>();
    return llvm::to_vector(llvm::seq<int64_t>(0, b.rankOf(x)));
  }
  SmallVector<int64_t> dims = node.dimensions(axes, b.rankOf(x));
  if (b.failed())
    return std::nullopt;
  return dims;
}

/// `before` is applied to each element and `after` to each result. No
/// dimensions at all leave the reduction out, but not these.
static void importReduction(NodeContext &node, ReductionKind kind,
                            function_ref<Value(Value)> before,
                            function_ref<Value(Value)> after) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  auto dims = readDims(node, x);
  if (!dims)
    return;
  Value y = before(x);
  if (!dims->empty() || b.rankOf(x) == 0)
    y = b.reduce(kind, y, *dims, node.flag("keepdims", true));
  node.setResult(0, after(y));
}

static Value unchanged(Value x) { return x; }

template <ReductionKind kind> static void importReduce(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  // The extremes of truth values are their conjunction and disjunction.
  if (b.elementOf(x).isInteger(1) &&
      (kind == ReductionKind::max || kind == ReductionKind::min))
    return importReduction(node,
                           kind == ReductionKind::max ? ReductionKind::any
                                                      : ReductionKind::all,
                           unchanged, unchanged);
  importReduction(node, kind, unchanged, unchanged);
}

static void importReduceL1(NodeContext &node) {
  TensorBuilder &b = node.b;
  importReduction(
      node, ReductionKind::sum, [&](Value x) { return b.abs(x); }, unchanged);
}

/// The root of a sum of integers is computed in f64.
static Value rootOf(TensorBuilder &b, Value x) {
  if (b.isFloat(x))
    return b.sqrt(x);
  return b.cast(b.sqrt(b.cast(x, b.builder.getF64Type())), b.elementOf(x));
}

static void importReduceL2(NodeContext &node) {
  TensorBuilder &b = node.b;
  importReduction(
      node, ReductionKind::sum, [&](Value x) { return b.mul(x, x); },
      [&](Value x) { return rootOf(b, x); });
}

static void importReduceSumSquare(NodeContext &node) {
  TensorBuilder &b = node.b;
  importReduction(
      node, ReductionKind::sum, [&](Value x) { return b.mul(x, x); },
      unchanged);
}

static void importReduceLogSum(NodeContext &node) {
  TensorBuilder &b = node.b;
  importReduction(node, ReductionKind::sum, unchanged,
                  [&](Value x) { return b.log(x); });
}

/// Shifted by the largest value, so that nothing overflows.
static void importReduceLogSumExp(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  auto dims = readDims(node, x);
  if (!dims)
    return;
  if (dims->empty() && b.rankOf(x) != 0)
    return node.setResult(0, x);
  Value largest = b.reduce(ReductionKind::max, x, *dims, true);
  // Infinities would be subtracted from themselves.
  Value isFinite =
      b.compare(Predicate::lt, b.abs(largest),
                b.like(x, std::numeric_limits<double>::infinity()));
  Value shift = b.select(isFinite, largest, b.like(x, 0));
  Value sum = b.reduce(ReductionKind::sum, b.exp(b.sub(x, shift)), *dims, true);
  Value y = b.add(b.log(sum), shift);
  node.setResult(0, node.flag("keepdims", true) ? y : b.squeeze(y, *dims));
}

template <ReductionKind kind> static void importArg(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t dim = node.dimension(node.integer("axis", 0), b.rankOf(x));
  SmallVector<NamedAttribute> attributes = {
      b.attribute("kind", ReductionKindAttr::get(b.builder.getContext(), kind)),
      b.integer("dim", dim)};
  if (node.flag("keepdims", true))
    attributes.push_back(b.flag("keep_dims"));
  if (node.flag("select_last_index"))
    attributes.push_back(b.flag("last"));
  node.setResult(0, b.create<ArgReduceOp>({x}, attributes));
}

template <ReductionKind kind> static void importCumulative(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  SmallVector<int64_t> axis = node.requiredInts(1);
  if (b.failed())
    return;
  if (axis.size() != 1)
    return (void)node.fail(Twine(axis.size()) + " axes, expected one");
  SmallVector<NamedAttribute> attributes = {
      b.attribute("kind", ReductionKindAttr::get(b.builder.getContext(), kind)),
      b.integer("dim", node.dimension(axis[0], b.rankOf(x)))};
  for (StringRef name : {"exclusive", "reverse"})
    if (node.flag(name))
      attributes.push_back(b.flag(name));
  node.setResult(0, b.create<CumulativeOp>({x}, attributes));
}

/// Until opset 9 the number of values is an attribute, since then an operand.
static void importTopK(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  Value count =
      node.opset < 10 ? b.count(node.requiredInteger("k")) : node.operand(1);
  if (count && b.rankOf(count) != 0)
    count = b.reshape(count, ArrayRef<int64_t>());
  SmallVector<NamedAttribute> attributes = {
      b.integer("dim", node.dimension(node.integer("axis", -1), b.rankOf(x)))};
  if (!node.flag("largest", true))
    attributes.push_back(b.flag("smallest"));
  auto results = b.createAll<TopKOp>({x, count}, attributes);
  for (auto [i, result] : llvm::enumerate(results))
    node.setResult(i, result);
}

void weft::onnx::registerReductionOps(OpTable &table) {
  table.add("ArgMax", importArg<ReductionKind::max>);
  table.add("ArgMin", importArg<ReductionKind::min>);
  table.add("CumProd", importCumulative<ReductionKind::prod>);
  table.add("CumSum", importCumulative<ReductionKind::sum>);
  table.add("ReduceL1", importReduceL1);
  table.add("ReduceL2", importReduceL2);
  table.add("ReduceLogSum", importReduceLogSum);
  table.add("ReduceLogSumExp", importReduceLogSumExp);
  table.add("ReduceMax", importReduce<ReductionKind::max>);
  table.add("ReduceMean", importReduce<ReductionKind::mean>);
  table.add("ReduceMin", importReduce<ReductionKind::min>);
  table.add("ReduceProd", importReduce<ReductionKind::prod>);
  table.add("ReduceSum", importReduce<ReductionKind::sum>);
  table.add("ReduceSumSquare", importReduceSumSquare);
  table.add("TopK", importTopK);
}
