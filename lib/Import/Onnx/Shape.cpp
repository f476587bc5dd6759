// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Shapes as data, and the same elements in other shapes and orders.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

/// A bound of Shape's slice: negative ones count from the end, others are
/// clamped.
static int64_t clampBound(int64_t bound, int64_t rank) {
  return std::clamp<int64_t>(bound < 0 ? bound + rank : bound, 0, rank);
}

static void importShape(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t rank = b.rankOf(x);
  int64_t start = clampBound(node.integer("start", 0), rank);
  int64_t end = clampBound(node.integer("end", rank), rank);
  Value sizes = b.shape(x);
  if (start != 0 || end != rank)
    sizes = b.slice(sizes, {0}, {start}, {std::max(start, end)});
  node.setResult(0, sizes);
}

static void importSize(NodeContext &node) {
  TensorBuilder &b = node.b;
  node.setResult(
      0, b.reduce(ReductionKind::prod, b.shape(node.operand(0)), {0}, false));
}

/// The shape with each 0 replaced by the operand's size at the same place.
static Value copyZeroSizes(NodeContext &node, Value x, Value shape) {
  TensorBuilder &b = node.b;
  auto known = matchPartialShape(shape);
  if (!known) {
    node.fail("the number of sizes in the shape is not known");
    return {};
  }
  if (!llvm::is_contained(*known, 0) &&
      llvm::none_of(*known, ShapedType::isDynamic))
    return shape;
  // A shape that callers give may have zeros at run time; one that the model
  // computes has them for empty tensors only.
  bool isGiven = isa<BlockArgument>(shape);
  SmallVector<Value> parts;
  bool isChanged = false;
  for (auto [i, size] : llvm::enumerate(*known)) {
    if (size != 0) {
      Value part = b.slice(shape, {0}, {int64_t(i)}, {int64_t(i) + 1});
      if (isGiven && ShapedType::isDynamic(size) && int64_t(i) < b.rankOf(x)) {
        Value isZero = b.compare(Predicate::eq, part, b.list({0}));
        part = b.select(isZero, b.unsqueeze(b.dim(x, i), {0}), part);
        isChanged = true;
      }
      parts.push_back(part);
      continue;
    }
    if (int64_t(i) >= b.rankOf(x)) {
      node.fail("size " + Twine(i) +
                " is 0, to be taken from an operand of "
                "rank " +
                Twine(b.rankOf(x)));
      return {};
    }
    isChanged = true;
    parts.push_back(b.unsqueeze(b.dim(x, i), {0}));
  }
  return isChanged ? b.concat(parts, 0) : shape;
}

static void importReshape(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0), shape = node.operand(1);
  if (b.failed())
    return;
  if (b.rankOf(shape) != 1)
    return (void)node.fail("a shape of rank " + Twine(b.rankOf(shape)) +
                           ", expected 1");
  if (!node.flag("allowzero"))
    shape = copyZeroSizes(node, x, shape);
  if (!b.failed())
    node.setResult(0, b.reshape(x, shape));
}

/// [product of the first dimensions, product of the others].
static void importFlatten(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t rank = b.rankOf(x), axis = node.integer("axis", 1);
  if (axis < -rank || axis > rank)
    return (void)node.fail("axis " + Twine(axis) + ", expected " +
                           Twine(-rank) + " to " + Twine(rank));
  axis = axis < 0 ? axis + rank : axis;
  Value sizes = b.shape(x);
  auto product = [&](int64_t from, int64_t to) {
    return b.reduce(ReductionKind::prod, b.slice(sizes, {0}, {from}, {to}), {0},
                    true);
  };
  Value first = axis == 0 ? b.list({1}) : product(0, axis);
  Value second = axis == rank ? b.list({1}) : product(axis, rank);
  node.setResult(0, b.reshape(x, b.concat({first, second}, 0)));
}

/// Axes are an attribute until opset 12 and an operand since.
static std::optional<SmallVector<int64_t>> readAxes(NodeContext &node) {
  if (node.opset < 13)
    return node.has("axes") ? std::optional(node.ints("axes")) : std::nullopt;
  if (!node.optional(1))
    return std::nullopt;
  return node.requiredInts(1);
}

static void importSqueeze(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  auto axes = readAxes(node);
  if (b.failed())
    return;
  if (axes)
    return node.setResult(0, b.squeeze(x, node.dimensions(*axes, b.rankOf(x))));
  // Without axes all dimensions of size 1 go, so all sizes must be known.
  SmallVector<int64_t> dims;
  for (auto [i, size] : llvm::enumerate(b.sizesOf(x))) {
    if (ShapedType::isDynamic(size))
      return (void)node.fail("without axes the rank of the result depends on "
                             "the sizes of the operand, which are not all "
                             "known");
    if (size == 1)
      dims.push_back(i);
  }
  node.setResult(0, b.squeeze(x, dims));
}

static void importUnsqueeze(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  auto axes = readAxes(node);
  if (b.failed())
    return;
  if (!axes)
    return (void)node.fail("axes are missing");
  int64_t rank = b.rankOf(x) + int64_t(axes->size());
  node.setResult(0, b.unsqueeze(x, node.dimensions(*axes, rank)));
}

static void importTranspose(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  SmallVector<int64_t> reversed =
      llvm::to_vector(llvm::reverse(llvm::seq<int64_t>(0, b.rankOf(x))));
  node.setResult(0, b.transpose(x, node.ints("perm", reversed)));
}

static void importExpand(NodeContext &node) {
  node.setResult(0, node.b.broadcast(node.operand(0), node.operand(1)));
}

static void importTile(NodeContext &node) {
  node.setResult(0, node.b.create<TileOp>({node.operand(0), node.operand(1)}));
}

/// Moves blocks of a dimension: depth is split as `depth` says into blocks of
/// rows and columns.
static void importDepthToSpace(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t block = node.requiredInteger("blocksize");
  int64_t depth = b.rankOf(x) == 4 ? b.sizesOf(x)[1] : ShapedType::kDynamic;
  if (block < 1 || block > 4096 || ShapedType::isDynamic(depth) ||
      depth % (block * block))
    return (void)node.fail("blocksize " + Twine(block) +
                           ", expected one whose square divides a known "
                           "number of channels in a tensor of rank 4");
  StringRef mode = node.string("mode", "DCR");
  if (mode != "DCR" && mode != "CRD")
    return (void)node.fail("mode '" + mode + "', expected DCR or CRD");
  int64_t rest = depth / (block * block);
  bool isDepthFirst = mode == "DCR";
  SmallVector<int64_t> split =
      isDepthFirst ? SmallVector<int64_t>{~int64_t(0), block,       block,
                                          rest,        ~int64_t(2), ~int64_t(3)}
                   : SmallVector<int64_t>{~int64_t(0), rest,       block, block,
                                          ~int64_t(2), ~int64_t(3)};
  SmallVector<int64_t> permutation =
      isDepthFirst ? SmallVector<int64_t>{0, 3, 4, 1, 5, 2}
                   : SmallVector<int64_t>{0, 1, 4, 2, 5, 3};
  Value moved = b.transpose(b.reshape(x, split), permutation);
  Value sizes = b.shape(moved);
  auto merge = [&](int64_t at) {
    return b.reduce(ReductionKind::prod, b.slice(sizes, {0}, {at}, {at + 2}),
                    {0}, true);
  };
  Value shape =
      b.concat({b.slice(sizes, {0}, {0}, {2}), merge(2), merge(4)}, 0);
  node.setResult(0, b.reshape(moved, shape));
}

static void importSpaceToDepth(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t block = node.requiredInteger("blocksize");
  if (b.rankOf(x) != 4 || block < 1 || block > 4096)
    return (void)node.fail("blocksize " + Twine(block) + " and rank " +
                           Twine(b.rankOf(x)) + ", expected 1 or more and 4");
  StringRef mode = node.string("mode", "DCR");
  if (mode != "DCR" && mode != "CRD")
    return (void)node.fail("mode '" + mode + "', expected DCR or CRD");
  Value sizes = b.shape(x);
  Value blocks = b.list({block});
  auto size = [&](int64_t i) { return b.slice(sizes, {0}, {i}, {i + 1}); };
  Value rows = b.div(size(2), blocks), columns = b.div(size(3), blocks);
  Value split = b.reshape(
      x, b.concat({size(0), size(1), rows, blocks, columns, blocks}, 0));
  SmallVector<int64_t> depthFirst = {0, 3, 5, 1, 2, 4};
  SmallVector<int64_t> channelFirst = {0, 1, 3, 5, 2, 4};
  Value moved = b.transpose(split, mode == "DCR" ? depthFirst : channelFirst);
  Value depth = b.mul(size(1), b.list({block * block}));
  node.setResult(
      0, b.reshape(moved, b.concat({size(0), depth, rows, columns}, 0)));
}

void weft::onnx::registerShapeOps(OpTable &table) {
  table.add("DepthToSpace", importDepthToSpace);
  table.add("Expand", importExpand);
  table.add("Flatten", importFlatten);
  table.add("Reshape", importReshape);
  table.add("Shape", importShape);
  table.add("Size", importSize);
  table.add("SpaceToDepth", importSpaceToDepth);
  table.add("Squeeze", importSqueeze);
  table.add("Tile", importTile);
  table.add("Transpose", importTranspose);
  table.add("Unsqueeze", importUnsqueeze);
}
