// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Interpolation to other sizes.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

namespace {
/// Which dimensions change to which sizes, by which ratios.
struct Target {
  SmallVector<int64_t> dims;
  Value sizes, scales;
};
} // namespace

/// The sizes of `dims` times `scales`, rounded down.
static Value scaledSizes(TensorBuilder &b, Value x, ArrayRef<int64_t> dims,
                         Value scales) {
  Value present = b.gather(b.shape(x), b.list(dims), 0);
  Value scaled = b.mul(b.cast(present, b.builder.getF32Type()), scales);
  return b.cast(b.create<FloorOp>({scaled}), b.builder.getI64Type());
}

/// The same where all is known: static sizes make a static result.
static std::optional<SmallVector<int64_t>>
knownScaledSizes(TensorBuilder &b, Value x, ArrayRef<int64_t> dims,
                 Value scales) {
  DenseElementsAttr factors;
  if (!matchPattern(scales, m_Constant(&factors)) ||
      factors.getNumElements() != int64_t(dims.size()))
    return std::nullopt;
  SmallVector<int64_t> sizes;
  for (auto [dim, factor] : llvm::zip_equal(dims, factors.getValues<float>())) {
    int64_t size = b.sizesOf(x)[dim];
    float scaled = float(size) * factor;
    if (ShapedType::isDynamic(size) || !(scaled >= 0 && scaled < 0x1p40f))
      return std::nullopt;
    sizes.push_back(int64_t(scaled));
  }
  return sizes;
}

static Target fromScales(NodeContext &node, Value x, SmallVector<int64_t> dims,
                         Value scales) {
  TensorBuilder &b = node.b;
  if (!b.elementOf(scales).isF32() || b.rankOf(scales) != 1 ||
      b.sizesOf(scales)[0] != int64_t(dims.size())) {
    node.fail("scales must be " + Twine(dims.size()) + " floats");
    return {};
  }
  auto known = knownScaledSizes(b, x, dims, scales);
  Value sizes = known ? b.list(*known) : scaledSizes(b, x, dims, scales);
  return {dims, sizes, scales};
}

/// `policy` other than stretch keeps the ratio of the dimensions: all get the
/// smallest (or largest) of the ratios.
static Target fromSizes(NodeContext &node, Value x, SmallVector<int64_t> dims,
                        Value sizes, StringRef policy) {
  TensorBuilder &b = node.b;
  Type f32 = b.builder.getF32Type();
  if (!b.elementOf(sizes).isInteger(64) || b.rankOf(sizes) != 1 ||
      b.sizesOf(sizes)[0] != int64_t(dims.size())) {
    node.fail("sizes must be " + Twine(dims.size()) + " 64-bit integers");
    return {};
  }
  Value present = b.cast(b.gather(b.shape(x), b.list(dims), 0), f32);
  Value scales = b.div(b.cast(sizes, f32), present);
  if (policy == "stretch")
    return {dims, sizes, scales};
  if (policy != "not_larger" && policy != "not_smaller") {
    node.fail("keep_aspect_ratio_policy '" + policy +
              "', expected stretch, not_larger or not_smaller");
    return {};
  }
  Value scale =
      b.reduce(policy == "not_larger" ? ReductionKind::min : ReductionKind::max,
               scales, {0}, true);
  Value scaled = b.create<RoundOp>({b.mul(present, scale)});
  return {dims, b.cast(scaled, b.builder.getI64Type()),
          b.broadcast(scale, b.list({int64_t(dims.size())}))};
}

/// Opset 10 has (x, scales); since 11 it is (x, roi, scales, sizes), of which
/// an empty tensor is as good as absent.
static std::optional<Target> readTarget(NodeContext &node, Value x) {
  TensorBuilder &b = node.b;
  int64_t rank = b.rankOf(x);
  SmallVector<int64_t> dims = llvm::to_vector(llvm::seq<int64_t>(0, rank));
  if (node.has("axes"))
    dims = node.dimensions(node.ints("axes"), rank);
  auto given = [&](unsigned index) {
    Value value = node.optional(index);
    bool isEmpty = value && b.rankOf(value) == 1 && b.sizesOf(value)[0] == 0;
    return isEmpty ? Value() : value;
  };
  Value scales = node.opset < 11 ? node.operand(1) : given(2);
  Value sizes = node.opset < 11 ? Value() : given(3);
  if (!b.failed() && !scales && !sizes)
    node.fail("neither scales nor sizes are given");
  if (b.failed())
    return std::nullopt;
  Target target =
      sizes ? fromSizes(node, x, dims, sizes,
                        node.string("keep_aspect_ratio_policy", "stretch"))
            : fromScales(node, x, dims, scales);
  if (b.failed())
    return std::nullopt;
  return target;
}

/// Leaves out the dimensions that are known to stay.
static Target dropUnchanged(TensorBuilder &b, Value x, Target target) {
  auto sizes = matchPartialShape(target.sizes);
  if (!sizes)
    return target;
  SmallVector<int64_t> kept, dims;
  for (auto [i, dim] : llvm::enumerate(target.dims))
    if ((*sizes)[i] != b.sizesOf(x)[dim] ||
        ShapedType::isDynamic((*sizes)[i])) {
      kept.push_back(i);
      dims.push_back(dim);
    }
  if (kept.size() == target.dims.size())
    return target;
  return {dims, b.gather(target.sizes, b.list(kept), 0),
          b.gather(target.scales, b.list(kept), 0)};
}

static void importResize(NodeContext &node) {
  TensorBuilder &b = node.b;
  MLIRContext *context = b.builder.getContext();
  Value x = node.operand(0);
  auto read = readTarget(node, x);
  if (!read)
    return;
  StringRef mode = node.string("mode", "nearest");
  StringRef coordinates =
      node.string("coordinate_transformation_mode",
                  node.opset < 11 ? "asymmetric" : "half_pixel");
  StringRef nearest = node.string(
      "nearest_mode", node.opset < 11 ? "floor" : "round_prefer_floor");
  auto modeKind = symbolizeResizeMode(mode);
  auto coordinateKind = symbolizeCoordinateMode(coordinates);
  auto nearestKind = symbolizeNearestMode(nearest);
  if (!modeKind || !coordinateKind || !nearestKind)
    return (void)node.fail("mode '" + mode + "' with coordinates '" +
                           coordinates + "' and nearest_mode '" + nearest +
                           "' is not supported");
  Target target = dropUnchanged(b, x, *read);
  if (target.dims.empty())
    return node.setResult(0, x);
  SmallVector<NamedAttribute> attributes = {
      b.attribute("mode", ResizeModeAttr::get(context, *modeKind)),
      b.ints("dims", target.dims),
      b.attribute("coordinates",
                  CoordinateModeAttr::get(context, *coordinateKind)),
      b.attribute("nearest", NearestModeAttr::get(context, *nearestKind)),
      b.real("cubic_coefficient", node.real("cubic_coeff_a", -0.75))};
  for (StringRef name : {"exclude_outside", "antialias"})
    if (node.flag(name))
      attributes.push_back(b.flag(name));
  node.setResult(
      0, b.create<ResizeOp>({x, target.sizes, target.scales}, attributes));
}

/// Upsample, which Resize replaced in opset 10: scales are an attribute until
/// opset 8 and an operand in 9.
static void importUpsample(NodeContext &node) {
  TensorBuilder &b = node.b;
  MLIRContext *context = b.builder.getContext();
  Value x = node.operand(0), scales = node.optional(1);
  if (!scales) {
    SmallVector<float> factors = node.reals("scales");
    auto type = RankedTensorType::get({int64_t(factors.size())},
                                      b.builder.getF32Type());
    scales = b.constant(DenseElementsAttr::get(type, ArrayRef(factors)));
  }
  if (b.failed())
    return;
  SmallVector<int64_t> dims =
      llvm::to_vector(llvm::seq<int64_t>(0, b.rankOf(x)));
  Target target = fromScales(node, x, dims, scales);
  StringRef mode = node.string("mode", "nearest");
  auto modeKind = symbolizeResizeMode(mode == "bilinear" ? "linear" : mode);
  if (!modeKind)
    node.fail("mode '" + mode + "', expected nearest or linear");
  if (b.failed())
    return;
  target = dropUnchanged(b, x, target);
  if (target.dims.empty())
    return node.setResult(0, x);
  node.setResult(
      0,
      b.create<ResizeOp>(
          {x, target.sizes, target.scales},
          {b.attribute("mode", ResizeModeAttr::get(context, *modeKind)),
           b.ints("dims", target.dims),
           b.attribute("coordinates", CoordinateModeAttr::get(
                                          context, CoordinateMode::asymmetric)),
           b.attribute("nearest",
                       NearestModeAttr::get(context, NearestMode::floor))}));
}

void weft::onnx::registerResizeOps(OpTable &table) {
  table.add("Resize", importResize);
  table.add("Upsample", importUpsample);
}
