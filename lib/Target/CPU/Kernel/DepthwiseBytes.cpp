// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of columns and sums.

#include "lib/Target/CPU/Kernel/DepthwiseBytes.h"
#include "lib/Target/CPU/Kernel/ByteProducts.h"
#include "lib/Target/CPU/Kernel/IntegerOperand.h"
#include "lib/Target/CPU/Kernel/PanelProduct.h"
#include "mlir/IR/TypeUtilities.h"

#include <map>

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

/// Columns of a filter whose weights stay in registers, and rows of it.
static constexpr int64_t kMostTaps = 7;

bool DepthwiseBytes::canCompute(ConvOp root, const KernelTarget &target) {
  auto input = cast<RankedTensorType>(root.getInput().getType()),
       filter = cast<RankedTensorType>(root.getFilter().getType());
  auto operand = matchIntegerOperand(root.getInput());
  int64_t channels = input.getShape().back();
  return target.hasByteProducts && operand && input.getRank() == 4 &&
         getElementTypeOrSelf(operand->values.getType()).isUnsignedInteger(8) &&
         filter.getElementType().isSignlessInteger(8) &&
         isa<BlockArgument>(root.getFilter()) &&
         !ShapedType::isDynamic(channels) && channels % target.lanes == 0 &&
         llvm::all_of(filter.getShape().take_front(2), [](int64_t size) {
           return !ShapedType::isDynamic(size) && size <= kMostTaps;
         });
}

static const KernelTensor &getArgument(KernelFrame &frame, Value argument) {
  return frame.getArgument(cast<BlockArgument>(argument).getArgNumber());
}

DepthwiseBytes::DepthwiseBytes(KernelBuilder &builder, KernelFrame &frame,
                               ConvOp root)
    : b(builder), root(root),
      input(getArgument(frame, matchIntegerOperand(root.getInput())->values)),
      filter(getArgument(frame, root.getFilter())) {
  auto sizes = cast<RankedTensorType>(root.getFilter().getType()).getShape();
  height = sizes[0];
  width = sizes[1];
  ZeroPoint zero =
      emitZeroPoint(b, frame, matchIntegerOperand(root.getInput())->zeroPoint);
  zeroPoint = zero.ofUnsigned(b, input.element);
  if (zeroPoint)
    zeroBytes = b.splat(
        arith::MulIOp::create(b, zeroPoint,
                              b.constantInt(zeroPoint.getType(), 0x01010101)),
        b.getLanes());
  else
    zeroBytes = b.constantInt(b.withLanes(b.getI32Type(), b.getLanes()), 0);
}

SmallVector<DepthwiseBytes::Quad> DepthwiseBytes::quads() const {
  SmallVector<Quad> quads;
  for (int64_t row = 0; row < height; row += kQuad)
    quads.push_back({row, std::min(kQuad, height - row)});
  return quads;
}

Value DepthwiseBytes::loadBytes(Value pointer, Value offset) {
  int64_t lanes = b.getLanes();
  return arith::ExtUIOp::create(b, b.withLanes(b.getI32Type(), lanes),
                                b.load(pointer, b.getI8Type(), offset, lanes));
}

Value DepthwiseBytes::joinBytes(ArrayRef<Value> bytes) {
  Value joined = bytes.front();
  for (auto [i, each] : llvm::enumerate(bytes.drop_front())) {
    Value shifted = arith::ShLIOp::create(
        b, each, b.constantInt(each.getType(), 8 * (int64_t(i) + 1)));
    joined = arith::OrIOp::create(b, joined, shifted);
  }
  return joined;
}

void DepthwiseBytes::beginRow(Value batch, Value y) {
  int64_t dilation = root.getDilations()[0];
  ArrayRef<int64_t> padding = root.getPadding();
  bool isClipped = padding[0] > 0 || padding[2] > 0;
  Value size = input.dims[1],
        first = b.sub(b.mul(y, root.getStrides()[0]), padding[0]);
  rows.clear();
  for (int64_t tap = 0; tap < height; ++tap) {
    InputRow row;
    Value at = b.add(first, tap * dilation);
    if (isClipped) {
      row.isInside = b.splat(b.compare(P::ult, at, size), b.getLanes());
      at = b.max(b.min(at, b.sub(size, 1)), b.index(0));
    }
    Value offset = b.product(
        {b.add(b.mul(batch, size), at), input.dims[2], input.dims[3]});
    row.pointer = b.address(input.pointer, b.getI8Type(), offset);
    rows.push_back(row);
  }
}

void DepthwiseBytes::beginChannels(Value first) {
  channel = first;
  weights.clear();
  Type sums = b.withLanes(b.getI32Type(), b.getLanes());
  Value ones = makeByteOnes(b), total = b.constantInt(sums, 0);
  for (const Quad &quad : quads())
    for (int64_t tap = 0; tap < width; ++tap) {
      SmallVector<Value> bytes;
      for (int64_t i = 0; i < quad.count; ++i) {
        Value place =
            b.mul(b.index((quad.first + i) * width + tap), filter.dims.back());
        bytes.push_back(loadBytes(filter.pointer, b.add(place, channel)));
      }
      weights.push_back(joinBytes(bytes));
      total = addByteProducts(b, ones, weights.back(), total);
    }
  start = b.constantInt(sums, 0);
  if (zeroPoint)
    start = arith::SubIOp::create(
        b, start,
        arith::MulIOp::create(b, total, b.splat(zeroPoint, b.getLanes())));
}

Value DepthwiseBytes::emitColumn(const Quad &quad, Value x, bool isInside) {
  auto load = [&]() -> SmallVector<Value> {
    SmallVector<Value> bytes;
    Value offset = b.add(b.mul(x, input.dims[3]), channel);
    for (const InputRow &row : ArrayRef(rows).slice(quad.first, quad.count)) {
      Value each = loadBytes(row.pointer, offset);
      if (row.isInside)
        each = arith::SelectOp::create(
            b, row.isInside, each,
            arith::AndIOp::create(b, zeroBytes,
                                  b.constantInt(zeroBytes.getType(), 0xff)));
      bytes.push_back(each);
    }
    return {joinBytes(bytes)};
  };
  if (isInside)
    return load().front();
  return b.ifElse(b.compare(P::ult, x, input.dims[2]),
                  TypeRange(zeroBytes.getType()), load,
                  [&]() -> SmallVector<Value> { return {zeroBytes}; })[0];
}

SmallVector<Value> DepthwiseBytes::sum(Value pixel, int64_t count,
                                       bool isInside) {
  int64_t stride = root.getStrides()[1], dilation = root.getDilations()[1];
  Value first = b.sub(b.mul(pixel, stride), root.getPadding()[1]);
  SmallVector<Value> sums(count, start);
  for (auto [number, quad] : llvm::enumerate(quads())) {
    // What each column is added to, by its place.
    std::map<int64_t, SmallVector<std::pair<int64_t, int64_t>>> uses;
    for (int64_t p = 0; p < count; ++p)
      for (int64_t tap = 0; tap < width; ++tap)
        uses[p * stride + tap * dilation].emplace_back(p, tap);
    for (const auto &[place, users] : uses) {
      Value column = emitColumn(quad, b.add(first, place), isInside);
      for (auto [p, tap] : users)
        sums[p] = addByteProducts(b, column, weight(number, tap), sums[p]);
    }
  }
  return sums;
}
