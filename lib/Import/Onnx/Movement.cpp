// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Parts of tensors, and tensors put together.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

static void importConcat(NodeContext &node) {
  TensorBuilder &b = node.b;
  ArrayRef<Value> values = node.variadic();
  if (values.empty())
    return;
  int64_t dim =
      node.dimension(node.requiredInteger("axis"), b.rankOf(values.front()));
  if (!b.failed())
    node.setResult(0, b.concat(values, dim));
}

/// Splits sizes evenly, the last part the smaller one.
static SmallVector<int64_t> splitEvenly(NodeContext &node, int64_t size,
                                        int64_t parts) {
  if (ShapedType::isDynamic(size) || parts < 1) {
    node.fail("a split into " + Twine(parts) +
              " parts over a dimension of unknown size is not supported");
    return {};
  }
  int64_t each = (size + parts - 1) / parts;
  SmallVector<int64_t> sizes(parts, each);
  for (int64_t i = 0, left = size; i < parts; ++i, left -= sizes[i - 1])
    sizes[i] = std::clamp<int64_t>(left, 0, each);
  return sizes;
}

/// Sizes are an attribute until opset 12 and an operand since.
static void importSplit(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t dim = node.dimension(node.integer("axis", 0), b.rankOf(x));
  if (b.failed())
    return;
  int64_t size = b.sizesOf(x)[dim], outputs = node.node.outputs.size();
  SmallVector<int64_t> sizes = node.ints("split");
  if (node.opset >= 13)
    sizes = node.optional(1) ? node.requiredInts(1) : SmallVector<int64_t>();
  if (sizes.empty() && !b.failed())
    sizes = splitEvenly(node, size, node.integer("num_outputs", outputs));
  if (b.failed())
    return;
  if (int64_t(sizes.size()) != outputs)
    return (void)node.fail(Twine(sizes.size()) + " parts for " +
                           Twine(outputs) + " outputs");
  int64_t begin = 0;
  for (auto [i, part] : llvm::enumerate(sizes)) {
    if (part < 0 || part > INT64_MAX / 2 - begin)
      return (void)node.fail("a part of size " + Twine(part));
    node.setResult(i, b.slice(x, {dim}, {begin}, {begin + part}));
    begin += part;
  }
  if (!ShapedType::isDynamic(size) && begin != size)
    node.fail("parts of " + Twine(begin) + " in all, but the dimension has " +
              Twine(size));
}

/// Bounds are attributes until opset 9 and operands since.
static void importSlice(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0), starts, ends, steps;
  SmallVector<int64_t> axes;
  bool hasAxes;
  if (node.opset < 10) {
    starts = b.list(node.ints("starts"));
    ends = b.list(node.ints("ends"));
    hasAxes = node.has("axes");
    axes = node.ints("axes");
  } else {
    Type i64 = b.builder.getI64Type();
    starts = b.cast(node.operand(1), i64);
    ends = b.cast(node.operand(2), i64);
    hasAxes = node.optional(3) != nullptr;
    if (hasAxes)
      axes = node.requiredInts(3);
    steps = b.cast(node.optional(4), i64);
  }
  if (b.failed())
    return;
  if (b.rankOf(starts) != 1 || ShapedType::isDynamic(b.sizesOf(starts)[0]))
    return (void)node.fail("the number of starts is not known");
  int64_t count = b.sizesOf(starts)[0];
  if (!hasAxes)
    axes = llvm::to_vector(llvm::seq<int64_t>(0, count));
  for (Value list : {starts, ends, steps})
    if (list &&
        (b.rankOf(list) != 1 || b.sizesOf(list)[0] != int64_t(axes.size())))
      return (void)node.fail("starts, ends, axes and steps have different "
                             "lengths");
  if (!steps)
    steps = b.list(SmallVector<int64_t>(count, 1));
  SmallVector<int64_t> dims = node.dimensions(axes, b.rankOf(x));
  if (!b.failed())
    node.setResult(
        0, b.create<SliceOp>({x, starts, ends, steps}, {b.ints("dims", dims)}));
}

static std::optional<PadMode> readPadMode(NodeContext &node) {
  StringRef mode = node.string("mode", "constant");
  auto found = symbolizePadMode(mode);
  if (!found)
    node.fail("mode '" + mode + "', expected constant, reflect, edge or wrap");
  return found;
}

/// A value for each dimension of a list that has one for each axis.
static Value spreadOverDims(TensorBuilder &b, Value list,
                            ArrayRef<int64_t> dims, int64_t rank) {
  SmallVector<Value> parts(rank, b.list({0}));
  for (auto [i, dim] : llvm::enumerate(dims))
    parts[dim] = b.slice(list, {0}, {int64_t(i)}, {int64_t(i) + 1});
  return parts.empty() ? b.list({}) : b.concat(parts, 0);
}

/// Paddings are an attribute until opset 10 and an operand since.
static void importPad(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0), pads, fill;
  int64_t rank = b.rankOf(x);
  SmallVector<int64_t> dims = llvm::to_vector(llvm::seq<int64_t>(0, rank));
  if (node.opset < 11) {
    pads = b.list(node.ints("pads"));
    fill = b.like(x, node.real("value", 0));
  } else {
    pads = node.operand(1);
    fill = node.optional(2) ? node.optional(2) : b.like(x, 0);
    if (node.optional(3))
      dims = node.dimensions(node.requiredInts(3), rank);
  }
  auto mode = readPadMode(node);
  if (b.failed())
    return;
  int64_t count = dims.size();
  if (b.rankOf(pads) != 1 || b.sizesOf(pads)[0] != 2 * count)
    return (void)node.fail("pads must have " + Twine(2 * count) + " values");
  if (b.rankOf(fill) != 0)
    fill = b.reshape(fill, ArrayRef<int64_t>());
  Value low = b.slice(pads, {0}, {0}, {count});
  Value high = b.slice(pads, {0}, {count}, {2 * count});
  if (node.optional(3)) {
    low = spreadOverDims(b, low, dims, rank);
    high = spreadOverDims(b, high, dims, rank);
  }
  auto attribute = PadModeAttr::get(b.builder.getContext(), *mode);
  node.setResult(0, b.create<PadOp>({x, low, high, fill},
                                    {b.attribute("mode", attribute)}));
}

/// Cuts or fills with zeros on both sides, the odd element at the end.
static void importCenterCropPad(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0), wanted = node.operand(1);
  int64_t rank = b.rankOf(x);
  SmallVector<int64_t> dims = llvm::to_vector(llvm::seq<int64_t>(0, rank));
  if (node.has("axes"))
    dims = node.dimensions(node.ints("axes"), rank);
  int64_t count = dims.size();
  if (!b.failed() && (b.rankOf(wanted) != 1 || b.sizesOf(wanted)[0] != count))
    node.fail("a shape of another length than " + Twine(count));
  if (b.failed())
    return;
  wanted = b.cast(wanted, b.builder.getI64Type());
  Value sizes = b.gather(b.shape(x), b.list(dims), 0);
  Value zero = b.list({0}), two = b.list({2});
  Value start = b.max(b.div(b.sub(sizes, wanted), two), zero);
  Value end = b.add(start, b.min(sizes, wanted));
  Value lacking = b.max(b.sub(wanted, sizes), zero);
  Value low = b.div(lacking, two);
  Value cut =
      b.create<SliceOp>({x, start, end, b.list(SmallVector<int64_t>(count, 1))},
                        {b.ints("dims", dims)});
  auto mode = PadModeAttr::get(b.builder.getContext(), PadMode::constant);
  node.setResult(
      0, b.create<PadOp>({cut, spreadOverDims(b, low, dims, rank),
                          spreadOverDims(b, b.sub(lacking, low), dims, rank),
                          b.like(x, 0)},
                         {b.attribute("mode", mode)}));
}

/// Keeps the elements whose row i and column j have j - i >= k, or <= k.
static void importTrilu(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t rank = b.rankOf(x);
  if (rank < 2)
    return (void)node.fail("rank " + Twine(rank) + ", expected at least 2");
  Value k = node.optional(1) ? node.optional(1) : b.count(0);
  if (b.rankOf(k) != 0)
    k = b.reshape(k, ArrayRef<int64_t>());
  Value rows = b.unsqueeze(b.create<IotaOp>({b.dim(x, rank - 2)}), {1});
  Value columns = b.unsqueeze(b.create<IotaOp>({b.dim(x, rank - 1)}), {0});
  Predicate kept = node.flag("upper", true) ? Predicate::ge : Predicate::le;
  Value mask = b.compare(kept, b.sub(columns, rows), k);
  node.setResult(0, b.select(mask, x, b.like(x, 0)));
}

/// start, start + delta, ... below limit.
static void importRange(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value bounds[3];
  for (unsigned i = 0; i < 3; ++i) {
    bounds[i] = node.operand(i);
    if (b.rankOf(bounds[i]) != 0)
      bounds[i] = b.reshape(bounds[i], ArrayRef<int64_t>());
  }
  auto [start, limit, delta] = bounds;
  Type i64 = b.builder.getI64Type();
  Value span = b.sub(limit, start), count;
  if (b.isFloat(start)) {
    count = b.cast(b.create<CeilOp>({b.div(span, delta)}), i64);
  } else {
    // Rounded up: one more where the division leaves a rest of its sign.
    Value wide = b.cast(span, i64), step = b.cast(delta, i64);
    Value quotient = b.div(wide, step);
    Value rest = b.sub(wide, b.mul(quotient, step));
    Value hasRest = b.compare(Predicate::ne, rest, b.count(0));
    Value isForward = b.compare(Predicate::ge, b.mul(wide, step), b.count(0));
    Value isMore = b.create<AndOp>({hasRest, isForward});
    count = b.add(quotient, b.cast(isMore, i64));
  }
  Value places = b.create<IotaOp>({b.max(count, b.count(0))});
  Value steps = b.mul(b.cast(places, b.elementOf(start)), delta);
  node.setResult(0, b.add(steps, start));
}

void weft::onnx::registerMovementOps(OpTable &table) {
  table.add("CenterCropPad", importCenterCropPad);
  table.add("Concat", importConcat);
  table.add("Pad", importPad);
  table.add("Range", importRange);
  table.add("Slice", importSlice);
  table.add("Split", importSplit);
  table.add("Trilu", importTrilu);
}
