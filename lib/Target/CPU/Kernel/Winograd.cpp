// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The choice of tiles, and the transformations.

#include "lib/Target/CPU/Kernel/Winograd.h"
#include "lib/Analysis/LeadingSlices.h"
#include "lib/Target/CPU/Kernel/ContractForm.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
/// Points of m = 4 beside 0 and infinity, with both signs.
constexpr double kInner = 0.625, kOuter = 1.5;

/// What the choice reckons with: products in a nanosecond of a thread for each lane of a register, bytes of weights that memory gives in one.
constexpr double kProductsPerNsAndLane = 4, kWeightBytesPerNs = 12;
constexpr int64_t kLeastLanes = 8;
/// Transformations of one pixel's channel, in products.
constexpr double kTransformProducts = 6;
/// What must be saved.
constexpr double kLeastGain = 1.15;
/// Shorter sums over channels do not pay for the transformations, or round worse than a plain chain.
constexpr int64_t kLeastChannels = 32, kLeastChannelsOfFour = 64;

bool isAll(ArrayRef<int64_t> values, int64_t expected) {
  return llvm::all_of(values, [&](int64_t value) { return value == expected; });
}

double getProductsPerNs(ConvOp op) {
  auto module = op->getParentOfType<ModuleOp>();
  auto lanes =
      module ? module->getAttrOfType<IntegerAttr>(kLanesAttribute) : nullptr;
  return kProductsPerNsAndLane * (lanes ? lanes.getInt() : kLeastLanes);
}

/// How many images decide about the layout of the filter.
double countImages(ConvOp op) {
  if (auto images = op->getAttrOfType<IntegerAttr>(kSliceImagesAttribute))
    return static_cast<double>(images.getInt());
  int64_t images = cast<RankedTensorType>(op.getType()).getDimSize(0);
  return ShapedType::isDynamic(images) ? 1 : static_cast<double>(images);
}

double estimateNs(ConvOp op, const WinogradTile &tile) {
  ArrayRef<int64_t> image = cast<RankedTensorType>(op.getType()).getShape(),
                    filter = cast<RankedTensorType>(op.getFilter().getType())
                                 .getShape();
  double images = countImages(op),
         tiles = images * llvm::divideCeil(image[1], tile.height) *
                 llvm::divideCeil(image[2], tile.width),
         channels = filter[2], outputs = filter[3],
         filters = tile.count() * channels * outputs,
         transforms =
             kTransformProducts * tiles * tile.count() * (channels + outputs);
  return (filters * tiles + transforms) / getProductsPerNs(op) +
         filters * 4 / kWeightBytesPerNs;
}

double estimatePlainNs(ConvOp op) {
  ArrayRef<int64_t> image = cast<RankedTensorType>(op.getType()).getShape(),
                    filter = cast<RankedTensorType>(op.getFilter().getType())
                                 .getShape();
  double images = countImages(op), filters = 9.0 * filter[2] * filter[3];
  return filters * images * image[1] * image[2] / getProductsPerNs(op) +
         filters * 4 / kWeightBytesPerNs;
}

/// G of one dimension, for m outputs.
SmallVector<std::array<double, 3>> getFilterMatrix(int64_t m) {
  if (m == 2)
    return {{1, 0, 0}, {0.5, 0.5, 0.5}, {0.5, -0.5, 0.5}, {0, 0, 1}};
  const double points[] = {0, kInner, -kInner, kOuter, -kOuter};
  SmallVector<std::array<double, 3>> rows;
  for (double point : points) {
    double divisor = 1;
    for (double other : points)
      if (other != point)
        divisor *= point - other;
    rows.push_back({1 / divisor, point / divisor, point * point / divisor});
  }
  rows.push_back({0, 0, 1});
  return rows;
}

/// Sums and products of registers.
struct Registers {
  KernelBuilder &b;

  Value add(Value lhs, Value rhs) { return arith::AddFOp::create(b, lhs, rhs); }
  Value sub(Value lhs, Value rhs) { return arith::SubFOp::create(b, lhs, rhs); }
  Value mul(double factor, Value value) {
    return arith::MulFOp::create(b, b.constant(value.getType(), factor), value);
  }
  /// factor * value + addend
  Value fma(double factor, Value value, Value addend) {
    return vector::FMAOp::create(b, b.constant(value.getType(), factor), value,
                                 addend);
  }
};
} // namespace

std::optional<WinogradTile> cpu::chooseWinogradTile(ConvOp op) {
  auto input = cast<RankedTensorType>(op.getInput().getType()),
       filter = cast<RankedTensorType>(op.getFilter().getType()),
       result = cast<RankedTensorType>(op.getType());
  if (input.getRank() != 4 || op.getGroups() != 1 ||
      !isAll(op.getStrides(), 1) || !isAll(op.getDilations(), 1) ||
      !isAll(op.getInputDilations(), 1) || !filter.hasStaticShape() ||
      !isAll(filter.getShape().take_front(2), 3) ||
      !isa<BlockArgument>(op.getInput()) || !isPackedWeight(op.getFilter()))
    return std::nullopt;
  auto module = op->getParentOfType<ModuleOp>();
  if (module && module->hasAttr(kStrictAttribute))
    return std::nullopt;
  for (RankedTensorType type : {input, filter, result})
    if (!type.getElementType().isF32() ||
        llvm::any_of(type.getShape().drop_front(), ShapedType::isDynamic))
      return std::nullopt;
  int64_t channels = filter.getDimSize(2), outputs = filter.getDimSize(3);
  if (channels % kPanel != 0 || outputs % kPanel != 0 ||
      channels < kLeastChannels || outputs < kLeastChannels)
    return std::nullopt;
  std::optional<WinogradTile> best;
  double least = estimatePlainNs(op) / kLeastGain;
  for (int64_t height : {2, 4})
    for (int64_t width : {2, 4}) {
      WinogradTile tile{height, width};
      if (tile.count() == 36 && channels < kLeastChannelsOfFour)
        continue;
      if (double ns = estimateNs(op, tile); ns < least) {
        least = ns;
        best = tile;
      }
    }
  return best;
}

FilterTransform::FilterTransform(const WinogradTile &tile)
    : vertical(getFilterMatrix(tile.height)),
      horizontal(getFilterMatrix(tile.width)) {}

void FilterTransform::apply(const float *filters, int64_t tapStride,
                            float *results, int64_t elementStride) const {
  int64_t element = 0;
  for (const std::array<double, 3> &row : vertical) {
    // G g, a row of three taps; all loops end in one over the outputs, which compilers turn into vector code.
    double taps[3][kPanel];
    for (int64_t j = 0; j < 3; ++j)
      for (int64_t n = 0; n < kPanel; ++n)
        taps[j][n] = row[0] * filters[j * tapStride + n] +
                     row[1] * filters[(3 + j) * tapStride + n] +
                     row[2] * filters[(6 + j) * tapStride + n];
    for (const std::array<double, 3> &column : horizontal) {
      float *result = results + element++ * elementStride;
      for (int64_t n = 0; n < kPanel; ++n)
        result[n] =
            static_cast<float>(taps[0][n] * column[0] + taps[1][n] * column[1] +
                               taps[2][n] * column[2]);
    }
  }
}

SmallVector<Value> cpu::transformInput(KernelBuilder &b, ArrayRef<Value> d) {
  Registers r{b};
  if (d.size() == 4)
    return {r.sub(d[0], d[2]), r.add(d[1], d[2]), r.sub(d[2], d[1]),
            r.sub(d[1], d[3])};
  constexpr double inner = kInner * kInner, outer = kOuter * kOuter;
  // The rows of a pair of points differ in the sign of their odd part.
  Value even = r.fma(-outer, d[2], d[4]), odd = r.fma(-outer, d[1], d[3]),
        even2 = r.fma(-inner, d[2], d[4]), odd2 = r.fma(-inner, d[1], d[3]);
  auto ends = [&](int64_t first) {
    return r.fma(inner * outer, d[first],
                 r.fma(-(inner + outer), d[first + 2], d[first + 4]));
  };
  return {ends(0),
          r.fma(kInner, odd, even),
          r.fma(-kInner, odd, even),
          r.fma(kOuter, odd2, even2),
          r.fma(-kOuter, odd2, even2),
          ends(1)};
}

SmallVector<Value> cpu::transformOutput(KernelBuilder &b, ArrayRef<Value> s) {
  Registers r{b};
  if (s.size() == 4)
    return {r.add(r.add(s[0], s[1]), s[2]), r.sub(r.sub(s[1], s[2]), s[3])};
  constexpr double inner = kInner * kInner, outer = kOuter * kOuter;
  Value sum = r.add(s[1], s[2]), difference = r.sub(s[1], s[2]),
        sum2 = r.add(s[3], s[4]), difference2 = r.sub(s[3], s[4]);
  return {r.add(r.add(s[0], sum), sum2),
          r.fma(kInner, difference, r.mul(kOuter, difference2)),
          r.fma(inner, sum, r.mul(outer, sum2)),
          r.fma(inner * kInner, difference,
                r.fma(outer * kOuter, difference2, s[5]))};
}
