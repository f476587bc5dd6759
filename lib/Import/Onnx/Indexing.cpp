// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Gathers, scatters and what depends on values.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

static void importGather(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value data = node.operand(0), indices = node.operand(1);
  int64_t dim = node.dimension(node.integer("axis", 0), b.rankOf(data));
  if (!b.failed())
    node.setResult(0, b.gather(data, indices, dim));
}

static void importGatherElements(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value data = node.operand(0), indices = node.operand(1);
  int64_t dim = node.dimension(node.integer("axis", 0), b.rankOf(data));
  node.setResult(
      0, b.create<GatherElementsOp>({data, indices}, {b.integer("dim", dim)}));
}

static void importGatherNd(NodeContext &node) {
  TensorBuilder &b = node.b;
  node.setResult(0,
                 b.create<GatherNdOp>(
                     {node.operand(0), node.operand(1)},
                     {b.integer("batch_dims", node.integer("batch_dims", 0))}));
}

static NamedAttribute readScatterKind(NodeContext &node) {
  StringRef reduction = node.string("reduction", "none");
  auto kind = symbolizeScatterKind(reduction == "none" ? "assign" : reduction);
  if (!kind)
    node.fail("reduction '" + reduction +
              "', expected none, add, mul, max or min");
  return node.b.attribute(
      "kind", ScatterKindAttr::get(node.b.builder.getContext(),
                                   kind.value_or(ScatterKind::assign)));
}

static void importScatterElements(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value data = node.operand(0);
  int64_t dim = node.dimension(node.integer("axis", 0), b.rankOf(data));
  node.setResult(0, b.create<ScatterElementsOp>(
                        {data, node.operand(1), node.operand(2)},
                        {readScatterKind(node), b.integer("dim", dim)}));
}

static void importScatterNd(NodeContext &node) {
  node.setResult(0, node.b.create<ScatterNdOp>(
                        {node.operand(0), node.operand(1), node.operand(2)},
                        {readScatterKind(node)}));
}

static void importNonZero(NodeContext &node) {
  node.setResult(0, node.b.create<NonZeroOp>({node.operand(0)}));
}

/// The off value everywhere but the on value where the index is the place along
/// the axis; indices outside of the depth leave nothing on.
static void importOneHot(NodeContext &node) {
  TensorBuilder &b = node.b;
  Type i64 = b.builder.getI64Type();
  Value indices = b.cast(node.operand(0), i64);
  Value depth = b.cast(node.operand(1), i64), values = node.operand(2);
  if (depth && b.rankOf(depth) != 0)
    depth = b.reshape(depth, ArrayRef<int64_t>());
  int64_t rank = b.rankOf(indices) + 1;
  int64_t dim = node.dimension(node.integer("axis", -1), rank);
  if (b.failed())
    return;
  Value isNegative = b.compare(Predicate::lt, indices, b.count(0));
  Value wrapped = b.select(isNegative, b.add(indices, depth), indices);
  SmallVector<int64_t> trailing =
      llvm::to_vector(llvm::seq<int64_t>(1, rank - dim));
  Value places = b.unsqueeze(b.create<IotaOp>({depth}), trailing);
  Value isOn = b.compare(Predicate::eq, b.unsqueeze(wrapped, {dim}), places);
  auto pick = [&](int64_t i) {
    return b.reshape(b.slice(values, {0}, {i}, {i + 1}), ArrayRef<int64_t>());
  };
  node.setResult(0, b.select(isOn, pick(1), pick(0)));
}

/// Slices where the condition holds; of the flattened tensor without an axis.
static void importCompress(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t dim = 0;
  if (node.has("axis"))
    dim = node.dimension(node.requiredInteger("axis"), b.rankOf(x));
  else
    x = b.reshape(x, b.list({-1}));
  Value places = b.create<NonZeroOp>({node.operand(1)});
  if (!b.failed())
    node.setResult(0, b.gather(x, b.reshape(places, b.list({-1})), dim));
}

/// Turns the first elements along time around, as many as each batch says.
static void importReverseSequence(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0), lengths = node.operand(1);
  int64_t rank = b.rankOf(x), time = node.integer("time_axis", 0);
  int64_t batch = node.integer("batch_axis", 1);
  if (!b.failed() && (rank < 2 || time + batch != 1 || time * batch != 0))
    return (void)node.fail("rank " + Twine(rank) + " with time_axis " +
                           Twine(time) + " and batch_axis " + Twine(batch) +
                           ", expected at least 2, and 0 and 1");
  if (b.failed())
    return;
  // Both as [batch, time] or [time, batch], and then over the rest.
  Value places = b.unsqueeze(b.create<IotaOp>({b.dim(x, time)}), {batch});
  Value ends = b.unsqueeze(lengths, {time});
  Value turned = b.sub(b.sub(ends, b.count(1)), places);
  Value isInside = b.compare(Predicate::lt, places, ends);
  Value from = b.unsqueeze(b.select(isInside, turned, places),
                           llvm::to_vector(llvm::seq<int64_t>(2, rank)));
  node.setResult(0,
                 b.create<GatherElementsOp>({x, b.broadcast(from, b.shape(x))},
                                            {b.integer("dim", time)}));
}

void weft::onnx::registerIndexingOps(OpTable &table) {
  table.add("Compress", importCompress);
  table.add("Gather", importGather);
  table.add("GatherElements", importGatherElements);
  table.add("GatherND", importGatherNd);
  table.add("NonZero", importNonZero);
  table.add("OneHot", importOneHot);
  table.add("ReverseSequence", importReverseSequence);
  table.add("Scatter", importScatterElements);
  table.add("ScatterElements", importScatterElements);
  table.add("ScatterND", importScatterNd);
}
