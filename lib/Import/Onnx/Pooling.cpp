// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pools: reductions in sliding windows, or over all of space.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/Spatial.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

/// The node's windows; nothing after an error.
static std::optional<Windows> readPool(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  if (b.rankOf(x) < 3)
    node.fail("rank " + Twine(b.rankOf(x)) + ", expected at least 3");
  if (b.failed())
    return std::nullopt;
  ArrayRef<int64_t> spatial = b.sizesOf(x).drop_front(2);
  SmallVector<int64_t> sizes = node.ints("kernel_shape");
  if (sizes.size() != spatial.size()) {
    node.fail("kernel_shape has " + Twine(sizes.size()) + " values, expected " +
              Twine(spatial.size()));
    return std::nullopt;
  }
  Windows windows = readWindows(node, sizes, spatial);
  if (b.failed())
    return std::nullopt;
  return windows;
}

static Value reduceWindows(TensorBuilder &b, ReductionKind kind, Value x,
                           const Windows &windows, ArrayRef<int64_t> padding) {
  return b.create<ReduceWindowOp>(
      {x},
      {b.attribute("kind",
                   ReductionKindAttr::get(b.builder.getContext(), kind)),
       b.ints("window", windows.sizes), b.ints("strides", windows.strides),
       b.ints("dilations", windows.dilations), b.ints("padding", padding)});
}

static void importMaxPool(NodeContext &node) {
  TensorBuilder &b = node.b;
  auto windows = readPool(node);
  if (!windows)
    return;
  if (node.hasResult(1))
    return (void)node.fail("the indices of a max pool are not supported");
  Value x = toChannelsLast(b, node.operand(0));
  Value pooled =
      reduceWindows(b, ReductionKind::max, x, *windows, windows->padding());
  node.setResult(0, toChannelsFirst(b, pooled));
}

/// Zeros around a channels-last tensor.
static Value padSpace(TensorBuilder &b, Value x, const Windows &windows) {
  SmallVector<int64_t> low = {0}, high = {0};
  low.append(windows.low);
  high.append(windows.high);
  low.push_back(0);
  high.push_back(0);
  return b.create<PadOp>(
      {x, b.list(low), b.list(high), b.like(x, 0)},
      {b.attribute("mode", PadModeAttr::get(b.builder.getContext(),
                                            PadMode::constant))});
}

static void importAveragePool(NodeContext &node) {
  TensorBuilder &b = node.b;
  auto windows = readPool(node);
  if (!windows)
    return;
  Value x = toChannelsLast(b, node.operand(0));
  SmallVector<int64_t> padding = windows->padding();
  // Padding of weft.reduce_window does not count; zeros of weft.pad do.
  if (node.flag("count_include_pad")) {
    x = padSpace(b, x, *windows);
    padding.assign(windows->rank(), 0);
    padding.append(windows->extra);
  }
  Value pooled = reduceWindows(b, ReductionKind::mean, x, *windows, padding);
  node.setResult(0, toChannelsFirst(b, pooled));
}

static Value power(TensorBuilder &b, Value x, double exponent) {
  return b.create<PowOp>({x, b.like(x, exponent)});
}

static int64_t readNorm(NodeContext &node) {
  int64_t p = node.integer("p", 2);
  if (p < 1)
    node.fail("p " + Twine(p) + ", expected at least 1");
  return std::max<int64_t>(p, 1);
}

static void importLpPool(NodeContext &node) {
  TensorBuilder &b = node.b;
  auto windows = readPool(node);
  if (!windows)
    return;
  int64_t p = readNorm(node);
  Value x = power(b, b.abs(toChannelsLast(b, node.operand(0))), p);
  Value sum =
      reduceWindows(b, ReductionKind::sum, x, *windows, windows->padding());
  node.setResult(0, toChannelsFirst(b, power(b, sum, 1.0 / p)));
}

static SmallVector<int64_t> spatialDims(TensorBuilder &b, Value x) {
  SmallVector<int64_t> dims;
  for (int64_t i = 2; i < b.rankOf(x); ++i)
    dims.push_back(i);
  return dims;
}

template <ReductionKind kind> static void importGlobalPool(NodeContext &node) {
  Value x = node.operand(0);
  node.setResult(0, node.b.reduce(kind, x, spatialDims(node.b, x), true));
}

static void importGlobalLpPool(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t p = readNorm(node);
  Value sum = b.reduce(ReductionKind::sum, power(b, b.abs(x), p),
                       spatialDims(b, x), true);
  node.setResult(0, power(b, sum, 1.0 / p));
}

void weft::onnx::registerPoolingOps(OpTable &table) {
  table.add("AveragePool", importAveragePool);
  table.add("GlobalAveragePool", importGlobalPool<ReductionKind::mean>);
  table.add("GlobalLpPool", importGlobalLpPool);
  table.add("GlobalMaxPool", importGlobalPool<ReductionKind::max>);
  table.add("LpPool", importLpPool);
  table.add("MaxPool", importMaxPool);
}
