// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Interpolation, as the ONNX specification of Resize (opset 19) defines it. It
// is separable: each resized dimension has, for every index of the result, a
// first neighbour and the weights of the neighbours from there on.

#include "lib/Interpreter/Evaluation.h"

#include <cmath>

using namespace mlir;
using namespace weft;

namespace {
/// The neighbours of one index of the result: operand indices from `first` on,
/// beyond the ends the last ones.
struct Taps {
  int64_t first = 0;
  SmallVector<double, 4> weights;
};

/// One dimension that is resized from `from` to `to` elements.
struct Axis {
  int64_t from, to;
  double scale;
};
} // namespace

/// Where index `x` of the result stands in the operand.
static double computeCoordinate(CoordinateMode mode, const Axis &axis,
                                double x) {
  switch (mode) {
  case CoordinateMode::half_pixel:
    return (x + 0.5) / axis.scale - 0.5;
  case CoordinateMode::half_pixel_symmetric: {
    double adjustment = axis.to / (axis.scale * axis.from);
    return axis.from / 2.0 * (1 - adjustment) + (x + 0.5) / axis.scale - 0.5;
  }
  case CoordinateMode::pytorch_half_pixel:
    return axis.to > 1 ? (x + 0.5) / axis.scale - 0.5 : 0;
  case CoordinateMode::align_corners:
    return axis.to > 1 ? x * (axis.from - 1) / (axis.to - 1) : 0;
  case CoordinateMode::asymmetric:
    return x / axis.scale;
  case CoordinateMode::tf_half_pixel_for_nn:
    return (x + 0.5) / axis.scale;
  }
  llvm_unreachable("all modes are above");
}

static double roundToNeighbour(NearestMode mode, double x) {
  switch (mode) {
  case NearestMode::round_prefer_floor:
    return std::ceil(x - 0.5);
  case NearestMode::round_prefer_ceil:
    return std::floor(x + 0.5);
  case NearestMode::floor:
    return std::floor(x);
  case NearestMode::ceil:
    return std::ceil(x);
  }
  llvm_unreachable("all modes are above");
}

/// The filters, as functions of the distance from the coordinate.
static double weighLinear(double distance) {
  return std::max(0.0, 1 - std::fabs(distance));
}

/// Cubic convolution (Keys, 1981) with coefficient `a`.
static double weighCubic(double distance, double a) {
  double x = std::fabs(distance);
  if (x <= 1)
    return ((a + 2) * x - (a + 3)) * x * x + 1;
  return x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0;
}

static Taps computeTaps(ResizeOp op, const Axis &axis, int64_t index) {
  double x =
      computeCoordinate(op.getCoordinates(), axis, static_cast<double>(index));
  Taps taps;
  if (op.getMode() == ResizeMode::nearest) {
    taps.first = std::clamp<double>(roundToNeighbour(op.getNearest(), x), 0,
                                    axis.from - 1);
    taps.weights = {1};
    return taps;
  }
  // An antialiasing filter is as much wider as the result is smaller.
  double radius = op.getMode() == ResizeMode::linear ? 1 : 2,
         shrink = op.getAntialias() ? std::min(axis.scale, 1.0) : 1.0;
  int64_t reach = static_cast<int64_t>(std::floor(-radius / shrink)) + 1,
          count = 2 - 2 * reach;
  // So far outside all neighbours are the last element.
  x = std::clamp<double>(x, -count, axis.from + count);
  // From the neighbour to the left on; a coordinate on an element has that
  // element to the right.
  taps.first = static_cast<int64_t>(std::ceil(x)) - 1 + reach;
  double sum = 0;
  for (int64_t i = 0; i < count; ++i) {
    double distance = (static_cast<double>(taps.first + i) - x) * shrink;
    double weight =
        op.getMode() == ResizeMode::linear
            ? weighLinear(distance)
            : weighCubic(distance, op.getCubicCoefficient().convertToFloat());
    bool isOutside = taps.first + i < 0 || taps.first + i >= axis.from;
    taps.weights.push_back(op.getExcludeOutside() && isOutside ? 0 : weight);
    sum += taps.weights.back();
  }
  if (op.getAntialias() || op.getExcludeOutside())
    for (double &weight : taps.weights)
      weight /= sum;
  return taps;
}

/// Resizes one dimension: `values` are [outer, axis.from, inner].
static std::vector<double> resizeAxis(ResizeOp op, const Axis &axis,
                                      const std::vector<double> &values,
                                      int64_t outer, int64_t inner) {
  std::vector<double> out(outer * axis.to * inner, 0.0);
  for (int64_t index = 0; index < axis.to; ++index) {
    Taps taps = computeTaps(op, axis, index);
    for (int64_t o = 0; o < outer; ++o) {
      double *to = out.data() + (o * axis.to + index) * inner;
      for (auto [i, weight] : llvm::enumerate(taps.weights)) {
        // A neighbour without weight adds nothing, not even a NaN.
        if (weight == 0)
          continue;
        int64_t from = std::clamp<int64_t>(taps.first + static_cast<int64_t>(i),
                                           0, axis.from - 1);
        const double *source = values.data() + (o * axis.from + from) * inner;
        for (int64_t k = 0; k < inner; ++k)
          to[k] += weight * source[k];
      }
    }
  }
  return out;
}

/// The same for `nearest`, which moves elements as they are.
static void resizeNearest(ResizeOp op, const Axis &axis, const char *from,
                          char *to, int64_t outer, int64_t innerBytes) {
  for (int64_t index = 0; index < axis.to; ++index) {
    int64_t source = computeTaps(op, axis, index).first;
    for (int64_t o = 0; o < outer; ++o)
      std::memcpy(to + (o * axis.to + index) * innerBytes,
                  from + (o * axis.from + source) * innerBytes, innerBytes);
  }
}

template <> LogicalResult weft::evaluate(ResizeOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  ArrayRef<int64_t> resized = op.getDims();
  SmallVector<int64_t> sizes = readInts(evaluation[op.getSizes()]),
                       dims(operand.getDims());
  std::vector<double> scales = evaluation[op.getScales()].widen<double>();
  if (sizes.size() != resized.size() || scales.size() != resized.size())
    return evaluation.fail()
           << "expected " << resized.size() << " sizes and scales, found "
           << sizes.size() << " and " << scales.size();
  SmallVector<Axis> axes;
  for (auto [dim, size, scale] : llvm::zip_equal(resized, sizes, scales)) {
    int64_t from = operand.getDim(dim);
    if (!(scale > 0) || std::isinf(scale))
      return evaluation.fail() << "expected a scale above 0 for dimension "
                               << dim << ", found " << std::to_string(scale);
    if (from == 0 && size > 0)
      return evaluation.fail() << "expected at least one element in dimension "
                               << dim << " to make " << size << " of";
    if (op.getAntialias() && scale * static_cast<double>(from) < 0.5 &&
        size > 0)
      return evaluation.fail()
             << "expected a scale of at least " << std::to_string(0.5 / from)
             << " for the " << from << " elements of dimension " << dim
             << ", found " << std::to_string(scale);
    // A scale that is the nearest f32 to a ratio of sizes stands for the ratio.
    double ratio = static_cast<double>(size) / static_cast<double>(from);
    axes.push_back({from, size,
                    static_cast<float>(ratio) == static_cast<float>(scale)
                        ? ratio
                        : scale});
    dims[dim] = size;
  }
  Tensor *out = evaluation.allocate(dims);
  if (!out)
    return failure();
  if (out->getNumElements() == 0)
    return success();
  SmallVector<int64_t> now(operand.getDims());
  auto around = [&](int64_t dim) {
    return std::pair(multiplyDims(ArrayRef(now).take_front(dim)),
                     multiplyDims(ArrayRef(now).drop_front(dim + 1)));
  };
  if (op.getMode() == ResizeMode::nearest) {
    std::vector<char> bytes(operand.getData(),
                            operand.getData() + operand.getSizeBytes());
    for (auto [dim, axis] : llvm::zip_equal(resized, axes)) {
      auto [outer, inner] = around(dim);
      int64_t innerBytes = inner * getSizeBytes(operand.getElement());
      std::vector<char> next(outer * axis.to * innerBytes);
      resizeNearest(op, axis, bytes.data(), next.data(), outer, innerBytes);
      bytes = std::move(next);
      now[dim] = axis.to;
    }
    std::memcpy(out->getMutableData(), bytes.data(), bytes.size());
    return success();
  }
  std::vector<double> values = operand.widen<double>();
  for (auto [dim, axis] : llvm::zip_equal(resized, axes)) {
    auto [outer, inner] = around(dim);
    values = resizeAxis(op, axis, values, outer, inner);
    now[dim] = axis.to;
  }
  store(out->getElement(), values.data(), out->getNumElements(),
        out->getMutableData());
  return success();
}
