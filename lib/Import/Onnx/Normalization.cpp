// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Normalizations and the softmax family.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/Spatial.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

static Value normalize(TensorBuilder &b, Value x, ArrayRef<int64_t> dims,
                       double epsilon, bool rms = false) {
  SmallVector<NamedAttribute> attributes = {b.ints("dims", dims),
                                            b.real("epsilon", epsilon)};
  if (rms)
    attributes.push_back(b.flag("rms"));
  return b.create<NormalizeOp>({x}, attributes);
}

static SmallVector<int64_t> dimsFrom(int64_t first, int64_t rank) {
  return llvm::to_vector(llvm::seq(first, std::max(first, rank)));
}

/// A value for each channel, to be broadcast over [batch, channels, ...].
static Value perChannel(TensorBuilder &b, Value vector, int64_t rank) {
  if (b.rankOf(vector) != 1)
    return b.fail("rank " + Twine(b.rankOf(vector)) +
                  " of a scale or bias, expected 1");
  return b.unsqueeze(vector, dimsFrom(1, rank - 1));
}

static Value scaleAndShift(TensorBuilder &b, Value x, Value scale, Value bias) {
  Value scaled = b.mul(x, scale);
  return bias ? b.add(scaled, bias) : scaled;
}

//===----------------------------------------------------------------------===//
// Batch normalization
//===----------------------------------------------------------------------===//

static void importBatchNormalization(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t rank = b.rankOf(x);
  if (rank < 2)
    return (void)node.fail("rank " + Twine(rank) + ", expected at least 2");
  if (node.opset < 9 && !node.flag("spatial", true))
    return (void)node.fail("normalization of each element alone (spatial = 0) "
                           "is not supported");
  bool training = node.flag("training_mode");
  SmallVector<Value> operands = {rank > 2 ? toChannelsLast(b, x) : x};
  for (unsigned i = 1; i < 5; ++i)
    operands.push_back(b.cast(node.operand(i), b.elementOf(x)));
  node.importer.setNotTrainable(node.optional(3));
  node.importer.setNotTrainable(node.optional(4));
  if (b.failed())
    return;
  SmallVector<NamedAttribute> attributes = {
      b.integer("dim", rank - 1), b.real("epsilon", node.real("epsilon", 1e-5)),
      b.real("momentum", node.real("momentum", 0.9))};
  SmallVector<Type> types = {operands[0].getType()};
  if (training) {
    attributes.push_back(b.flag("training"));
    types.append({operands[3].getType(), operands[4].getType()});
  }
  auto results = b.createTyped<BatchNormOp>(types, operands, attributes);
  for (auto [i, result] : llvm::enumerate(results))
    node.setResult(i, i == 0 && rank > 2 ? toChannelsFirst(b, result) : result);
}

//===----------------------------------------------------------------------===//
// Other normalizations
//===----------------------------------------------------------------------===//

static void importInstanceNormalization(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t rank = b.rankOf(x);
  if (rank < 3)
    return (void)node.fail("rank " + Twine(rank) + ", expected at least 3");
  Value normal = normalize(b, x, dimsFrom(2, rank), node.real("epsilon", 1e-5));
  node.setResult(0,
                 scaleAndShift(b, normal, perChannel(b, node.operand(1), rank),
                               perChannel(b, node.operand(2), rank)));
}

static void importLayerNormalization(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t rank = b.rankOf(x);
  SmallVector<int64_t> dims =
      dimsFrom(node.dimension(node.integer("axis", -1), rank), rank);
  double epsilon = node.real("epsilon", 1e-5);
  Value normal = normalize(b, x, dims, epsilon);
  node.setResult(0,
                 scaleAndShift(b, normal, node.operand(1), node.optional(2)));
  if (!node.hasResult(1) && !node.hasResult(2))
    return;
  Value wide = b.cast(x, b.builder.getF32Type());
  Value mean = b.reduce(ReductionKind::mean, wide, dims, true);
  Value shifted = b.sub(wide, mean);
  Value variance =
      b.reduce(ReductionKind::mean, b.mul(shifted, shifted), dims, true);
  node.setResult(1, mean);
  node.setResult(
      2, b.create<RsqrtOp>({b.add(variance, b.like(variance, epsilon))}));
}

static void importRmsNormalization(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t rank = b.rankOf(x);
  SmallVector<int64_t> dims =
      dimsFrom(node.dimension(node.integer("axis", -1), rank), rank);
  Value normal = normalize(b, x, dims, node.real("epsilon", 1e-5), true);
  node.setResult(0, b.mul(normal, b.cast(node.operand(1), b.elementOf(x))));
}

/// Scale and bias have a value for each group until opset 20, and since then
/// one for each channel.
static void importGroupNormalization(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t rank = b.rankOf(x), groups = node.requiredInteger("num_groups");
  int64_t channels = rank > 1 ? b.sizesOf(x)[1] : ShapedType::kDynamic;
  if (!b.failed() && (rank < 3 || ShapedType::isDynamic(channels) ||
                      groups < 1 || channels % groups))
    return (void)node.fail("num_groups " + Twine(groups) +
                           ", expected a divisor of a known number of "
                           "channels, in a tensor of rank at least 3");
  if (b.failed())
    return;
  SmallVector<int64_t> split = {~int64_t(0), groups, channels / groups};
  SmallVector<int64_t> joined = {~int64_t(0), channels};
  for (int64_t i = 2; i < rank; ++i) {
    split.push_back(~i);
    joined.push_back(~(i + 1));
  }
  Value grouped = b.reshape(x, split);
  Value normal =
      normalize(b, grouped, dimsFrom(2, rank + 1), node.real("epsilon", 1e-5));
  Value scale = node.operand(1), bias = node.operand(2);
  bool isPerGroup = node.opset < 21;
  if (isPerGroup)
    normal = scaleAndShift(b, normal, perChannel(b, scale, rank + 1),
                           perChannel(b, bias, rank + 1));
  Value y = b.reshape(normal, joined);
  if (!isPerGroup)
    y = scaleAndShift(b, y, perChannel(b, scale, rank),
                      perChannel(b, bias, rank));
  node.setResult(0, y);
}

static void importMeanVarianceNormalization(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  SmallVector<int64_t> dims =
      node.dimensions(node.ints("axes", {0, 2, 3}), b.rankOf(x));
  // ONNX adds 1e-9 to the deviation.
  node.setResult(0, normalize(b, x, dims, 1e-18));
}

/// Where the norm is 0 the result is 0, as ONNX has it since opset 22.
static void importLpNormalization(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t p = node.integer("p", 2);
  int64_t dim = node.dimension(node.integer("axis", -1), b.rankOf(x));
  if (p != 1 && p != 2)
    return (void)node.fail("p " + Twine(p) + ", expected 1 or 2");
  Value each = p == 1 ? b.abs(x) : b.mul(x, x);
  Value norm = b.reduce(ReductionKind::sum, each, {dim}, true);
  if (p == 2)
    norm = b.sqrt(norm);
  Value isZero = b.compare(Predicate::eq, norm, b.like(norm, 0));
  node.setResult(0, b.select(isZero, b.like(x, 0), b.div(x, norm)));
}

/// x / (bias + alpha / size * sum of squares of neighbouring channels) ^ beta.
static void importLrn(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t size = node.requiredInteger("size"), rank = b.rankOf(x);
  if (size < 1 || size > INT32_MAX || rank < 2)
    return (void)node.fail("size " + Twine(size) + " and rank " + Twine(rank) +
                           ", expected at least 1 and 2");
  // Channels last, then channels in the place of a spatial dimension.
  Value last = rank > 2 ? toChannelsLast(b, x) : x;
  Value squares = b.unsqueeze(b.mul(last, last), {0, rank + 1});
  SmallVector<int64_t> ones(rank, 1), window(ones), padding(2 * rank, 0);
  window.back() = size;
  padding[rank - 1] = (size - 1) / 2;
  padding.back() = size / 2;
  Value sums = b.create<ReduceWindowOp>(
      {squares},
      {b.attribute("kind", ReductionKindAttr::get(b.builder.getContext(),
                                                  ReductionKind::sum)),
       b.ints("window", window), b.ints("strides", ones),
       b.ints("dilations", ones), b.ints("padding", padding)});
  sums = b.squeeze(sums, {0, rank + 1});
  Value scaled = b.mul(sums, b.like(x, node.real("alpha", 1e-4) / size));
  Value base = b.add(scaled, b.like(x, node.real("bias", 1)));
  Value divisor = b.create<PowOp>({base, b.like(x, node.real("beta", 0.75))});
  Value y = b.div(last, divisor);
  node.setResult(0, rank > 2 ? toChannelsFirst(b, y) : y);
}

//===----------------------------------------------------------------------===//
// Softmax
//===----------------------------------------------------------------------===//

/// All dimensions from `first` on as one, for the ops that meant that before
/// opset 13.
static Value flattenFrom(TensorBuilder &b, Value x, int64_t first) {
  int64_t rank = b.rankOf(x);
  Value sizes = b.shape(x);
  Value before = b.slice(sizes, {0}, {0}, {first});
  Value after = b.slice(sizes, {0}, {first}, {rank});
  Value rest = b.reduce(ReductionKind::prod, after, {0}, true);
  return b.reshape(x, b.concat({before, rest}, 0));
}

/// Applies `along` to the dimension that the node means, or to the flattened
/// ones.
static void importAlongAxis(NodeContext &node,
                            function_ref<Value(Value, int64_t)> along) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t rank = b.rankOf(x);
  bool flattens = node.opset < 13;
  int64_t dim = node.dimension(node.integer("axis", flattens ? 1 : -1), rank);
  if (b.failed())
    return;
  if (!flattens || dim == rank - 1)
    return node.setResult(0, along(x, dim));
  Value flat = along(flattenFrom(b, x, dim), dim);
  node.setResult(0, b.reshape(flat, b.shape(x)));
}

template <bool isLog> static void importSoftmax(NodeContext &node) {
  TensorBuilder &b = node.b;
  importAlongAxis(node, [&](Value x, int64_t dim) {
    SmallVector<NamedAttribute> attributes = {b.integer("dim", dim)};
    if (isLog)
      attributes.push_back(b.flag("log"));
    return b.create<SoftmaxOp>({x}, attributes);
  });
}

/// 1 at the first of the largest values, else 0.
static void importHardmax(NodeContext &node) {
  TensorBuilder &b = node.b;
  importAlongAxis(node, [&](Value x, int64_t dim) {
    auto kind =
        ReductionKindAttr::get(b.builder.getContext(), ReductionKind::max);
    Value best = b.create<ArgReduceOp>({x}, {b.attribute("kind", kind),
                                             b.integer("dim", dim),
                                             b.flag("keep_dims")});
    Value places = b.create<IotaOp>({b.dim(x, dim)});
    places = b.unsqueeze(places, dimsFrom(1, b.rankOf(x) - dim));
    return b.cast(b.compare(Predicate::eq, best, places), b.elementOf(x));
  });
}

void weft::onnx::registerNormalizationOps(OpTable &table) {
  table.add("BatchNormalization", importBatchNormalization);
  table.add("GroupNormalization", importGroupNormalization);
  table.add("Hardmax", importHardmax);
  table.add("InstanceNormalization", importInstanceNormalization);
  table.add("LRN", importLrn);
  table.add("LayerNormalization", importLayerNormalization);
  table.add("LogSoftmax", importSoftmax<true>);
  table.add("LpNormalization", importLpNormalization);
  table.add("MeanVarianceNormalization", importMeanVarianceNormalization);
  table.add("RMSNormalization", importRmsNormalization);
  table.add("Softmax", importSoftmax<false>);
}
