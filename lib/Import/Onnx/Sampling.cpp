// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Images read at places that are data. A place between pixels is a sum over the
// taps of each dimension: one pixel, two or four, each with its weight.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/Spatial.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

namespace {
/// A pixel along one dimension.
struct Tap {
  Value index;
  /// Null for 1.
  Value weight;
  /// Null where every place counts.
  Value isInside;
};

/// How coordinates of one dimension become taps.
struct Sampler {
  TensorBuilder &b;
  StringRef mode, padding;
  bool alignsCorners;

  Value denormalize(Value place, Value size);
  Value reflect(Value place, Value size);
  Value clampInside(Value place, Value size);
  Value bringInside(Value place, Value size);
  SmallVector<std::pair<Value, Value>> interpolate(Value place);
  Tap makeTap(Value place, Value weight, Value size);
  SmallVector<Tap> makeTaps(Value normalized, Value size);
};
} // namespace

/// From [-1, 1] to pixels.
Value Sampler::denormalize(Value place, Value size) {
  Value one = b.like(place, 1), half = b.like(place, 0.5);
  Value shifted = b.add(place, one);
  if (alignsCorners)
    return b.mul(b.mul(shifted, half), b.sub(size, one));
  return b.mul(b.sub(b.mul(shifted, size), one), half);
}

/// Back and forth between the borders, which are the centers of the outer
/// pixels or their edges.
Value Sampler::reflect(Value place, Value size) {
  Value low = b.like(place, alignsCorners ? 0 : -0.5), one = b.like(place, 1);
  Value range = alignsCorners ? b.max(b.sub(size, one), one) : size;
  Value period = b.add(range, range);
  Value far = b.create<ModOp>({b.abs(b.sub(place, low)), period});
  return b.add(low, b.min(far, b.sub(period, far)));
}

Value Sampler::clampInside(Value place, Value size) {
  Value last = b.sub(size, b.like(place, 1));
  return b.max(b.min(place, last), b.like(place, 0));
}

/// Coordinates outside of the borders, but not pixels that taps reach for.
Value Sampler::bringInside(Value place, Value size) {
  if (padding == "reflection")
    return reflect(place, size);
  if (padding != "border")
    return place;
  Value margin = b.like(place, alignsCorners ? 0 : 0.5);
  Value high = b.add(b.sub(size, b.like(place, 1)), margin);
  Value isOutside =
      b.create<OrOp>({b.compare(Predicate::lt, place, b.neg(margin)),
                      b.compare(Predicate::gt, place, high)});
  return b.select(isOutside, clampInside(place, size), place);
}

/// Pixels and weights; cubic is the convolution of Keys (IEEE ASSP 1981) with
/// a = -0.75.
SmallVector<std::pair<Value, Value>> Sampler::interpolate(Value place) {
  if (mode == "nearest")
    return {{place, Value()}};
  Value one = b.like(place, 1);
  Value base = b.create<FloorOp>({place}), rest = b.sub(place, base);
  if (mode == "linear")
    return {{base, b.sub(one, rest)}, {b.add(base, one), rest}};
  auto polynomial = [&](Value x, ArrayRef<double> factors) {
    Value sum = b.like(x, factors[0]);
    for (double factor : factors.drop_front())
      sum = b.add(b.mul(sum, x), b.like(x, factor));
    return sum;
  };
  constexpr double a = -0.75;
  SmallVector<double> inner = {a + 2, -(a + 3), 0, 1};
  SmallVector<double> outer = {a, -5 * a, 8 * a, -4 * a};
  Value left = rest, right = b.sub(one, rest);
  return {{b.sub(base, one), polynomial(b.add(left, one), outer)},
          {base, polynomial(left, inner)},
          {b.add(base, one), polynomial(right, inner)},
          {b.add(base, b.like(base, 2)), polynomial(b.add(right, one), outer)}};
}

Tap Sampler::makeTap(Value place, Value weight, Value size) {
  Tap tap;
  tap.weight = weight;
  if (padding == "zeros")
    tap.isInside =
        b.create<AndOp>({b.compare(Predicate::ge, place, b.like(place, 0)),
                         b.compare(Predicate::lt, place, size)});
  if (padding == "reflection")
    place = reflect(place, size);
  tap.index = b.cast(clampInside(place, size), b.builder.getI64Type());
  return tap;
}

SmallVector<Tap> Sampler::makeTaps(Value normalized, Value size) {
  Value place = denormalize(normalized, size);
  if (mode == "nearest")
    place = b.create<RoundOp>({place});
  SmallVector<Tap> taps;
  for (auto [pixel, weight] : interpolate(bringInside(place, size)))
    taps.push_back(makeTap(pixel, weight, size));
  return taps;
}

/// The pixels that one tap of each dimension names, weighted.
static Value readPixels(TensorBuilder &b, Value x, ArrayRef<Tap> taps) {
  SmallVector<Value> indices;
  Value weight, isInside;
  for (const Tap &tap : taps) {
    int64_t rank = b.rankOf(tap.index);
    indices.push_back(b.unsqueeze(tap.index, {rank}));
    weight = weight ? b.mul(weight, tap.weight) : tap.weight;
    if (tap.isInside)
      isInside =
          isInside ? b.create<AndOp>({isInside, tap.isInside}) : tap.isInside;
  }
  int64_t last = b.rankOf(indices.front()) - 1;
  Value pixels = b.create<GatherNdOp>({x, b.concat(indices, last)},
                                      {b.integer("batch_dims", 1)});
  if (isInside)
    pixels = b.select(b.unsqueeze(isInside, {last}), pixels, b.like(x, 0));
  if (!weight)
    return pixels;
  return b.mul(pixels, b.cast(b.unsqueeze(weight, {last}), b.elementOf(x)));
}

static void importGridSample(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0), grid = node.operand(1);
  int64_t spatial = b.rankOf(x) - 2;
  StringRef mode = node.string("mode", node.opset < 20 ? "bilinear" : "linear");
  mode.consume_front("bi");
  StringRef padding = node.string("padding_mode", "zeros");
  if (mode != "nearest" && mode != "linear" && mode != "cubic")
    node.fail("mode '" + mode + "', expected nearest, linear or cubic");
  if (padding != "zeros" && padding != "border" && padding != "reflection")
    node.fail("padding_mode '" + padding +
              "', expected zeros, border or reflection");
  if (!b.failed() &&
      (spatial < 1 || spatial > 3 || b.rankOf(grid) != spatial + 2 ||
       b.sizesOf(grid).back() != spatial))
    node.fail("an input of rank " + Twine(spatial + 2) +
              " and a grid of rank " + Twine(b.rankOf(grid)) +
              ", expected one rank of 3 to 5 and coordinates as many as "
              "spatial dimensions");
  if (b.failed())
    return;
  Sampler sampler{b, mode, padding, node.flag("align_corners")};
  SmallVector<SmallVector<Tap>> taps;
  for (int64_t i = 0; i < spatial; ++i) {
    // Coordinates are in the reverse order of dimensions.
    int64_t at = spatial - 1 - i, last = spatial + 1;
    Value place = b.squeeze(b.slice(grid, {last}, {at}, {at + 1}), {last});
    taps.push_back(
        sampler.makeTaps(place, b.cast(b.dim(x, i + 2), b.elementOf(grid))));
  }
  Value source = toChannelsLast(b, x), sum;
  // All combinations, counted with the taps of a dimension as digits.
  size_t base = taps.front().size(), combinations = 1;
  for (int64_t i = 0; i < spatial; ++i)
    combinations *= base;
  for (size_t number = 0; number < combinations; ++number) {
    SmallVector<Tap> chosen;
    for (size_t i = 0, rest = number; i < taps.size(); ++i, rest /= base)
      chosen.push_back(taps[i][rest % base]);
    Value pixels = readPixels(b, source, chosen);
    sum = sum ? b.add(sum, pixels) : pixels;
  }
  node.setResult(0, toChannelsFirst(b, sum));
}

/// The grid that an affine map of places makes, for GridSample.
static void importAffineGrid(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value theta = node.operand(0), size = node.operand(1);
  bool isKnown = b.rankOf(size) == 1 && !b.typeOf(size).isDynamicDim(0);
  int64_t spatial = isKnown ? b.sizesOf(size)[0] - 2 : 0;
  if (!b.failed() &&
      (spatial < 2 || spatial > 3 || b.rankOf(theta) != 3 ||
       b.sizesOf(theta)[1] != spatial || b.sizesOf(theta)[2] != spatial + 1))
    node.fail("a size of " + Twine(spatial + 2) +
              " dimensions, expected 4 with maps of 2x3 or 5 with maps of 3x4");
  if (b.failed())
    return;
  bool alignsCorners = node.flag("align_corners");
  // The coordinate along each dimension, in the reverse order of dimensions.
  SmallVector<Value> places;
  for (int64_t dim = spatial - 1; dim >= 0; --dim) {
    Value count = b.squeeze(b.slice(size, {0}, {dim + 2}, {dim + 3}), {0});
    Value steps = b.cast(b.create<IotaOp>({count}), b.elementOf(theta));
    Value length = b.cast(count, b.elementOf(theta)), one = b.like(theta, 1);
    Value twice = b.add(steps, steps);
    Value place = alignsCorners ? b.div(twice, b.max(b.sub(length, one), one))
                                : b.div(b.add(twice, one), length);
    places.push_back(
        b.unsqueeze(b.sub(place, one),
                    llvm::to_vector(llvm::seq<int64_t>(1, spatial - dim))));
  }
  SmallVector<Value> coordinates;
  for (int64_t i = 0; i < spatial; ++i) {
    auto factor = [&](int64_t j) {
      Value column =
          b.squeeze(b.slice(theta, {1, 2}, {i, j}, {i + 1, j + 1}), {1, 2});
      return b.unsqueeze(column,
                         llvm::to_vector(llvm::seq<int64_t>(1, spatial + 1)));
    };
    Value sum = factor(spatial);
    for (auto [j, place] : llvm::enumerate(places))
      sum = b.add(sum, b.mul(factor(j), place));
    coordinates.push_back(b.unsqueeze(sum, {spatial + 1}));
  }
  node.setResult(0, b.concat(coordinates, spatial + 1));
}

void weft::onnx::registerSamplingOps(OpTable &table) {
  table.add("AffineGrid", importAffineGrid);
  table.add("GridSample", importGridSample);
}
