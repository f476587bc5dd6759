// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Spatial.h.

#include "lib/Import/Onnx/Spatial.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

/// Windows, strides and paddings beyond this are mistakes, and would overflow.
static constexpr int64_t maxExtent = int64_t(1) << 31;

Value weft::onnx::toChannelsLast(TensorBuilder &b, Value x) {
  SmallVector<int64_t> permutation = {0};
  for (int64_t i = 2; i < b.rankOf(x); ++i)
    permutation.push_back(i);
  permutation.push_back(1);
  return b.transpose(x, permutation);
}

Value weft::onnx::toChannelsFirst(TensorBuilder &b, Value x) {
  SmallVector<int64_t> permutation = {0, b.rankOf(x) - 1};
  for (int64_t i = 1; i < b.rankOf(x) - 1; ++i)
    permutation.push_back(i);
  return b.transpose(x, permutation);
}

SmallVector<int64_t> Windows::padding() const {
  SmallVector<int64_t> all(low);
  for (auto [after, more] : llvm::zip_equal(high, extra))
    all.push_back(after + more);
  return all;
}

SmallVector<int64_t> weft::onnx::readPositive(NodeContext &node, StringRef name,
                                              size_t rank) {
  SmallVector<int64_t> ones(rank, 1);
  SmallVector<int64_t> values = node.ints(name, ones);
  if (values.size() != rank) {
    node.fail("attribute '" + name + "' has " + Twine(values.size()) +
              " values, expected " + Twine(rank));
    return ones;
  }
  for (int64_t value : values)
    if (value < 1 || value > maxExtent) {
      node.fail("attribute '" + name + "' has the value " + Twine(value) +
                ", expected 1 to 2^31");
      return ones;
    }
  return values;
}

/// Paddings that make the result ceil(input / stride) long.
static void setSamePadding(NodeContext &node, Windows &windows, size_t i,
                           int64_t inputSize, bool isUpper) {
  int64_t stride = windows.strides[i];
  int64_t total = windows.span(i) - 1;
  if (stride != 1) {
    if (ShapedType::isDynamic(inputSize)) {
      node.fail("auto_pad with stride " + Twine(stride) +
                " over a dimension of unknown size is not supported; give the "
                "dimension a size");
      return;
    }
    int64_t result = llvm::divideCeil(inputSize, stride);
    total = std::max<int64_t>(
        (result - 1) * stride + windows.span(i) - inputSize, 0);
  }
  windows.low[i] = isUpper ? total / 2 : total - total / 2;
  windows.high[i] = total - windows.low[i];
}

/// Extra padding so that the result's size rounds up. A window must not begin
/// behind the input and its left padding.
static void setCeilPadding(NodeContext &node, Windows &windows, size_t i,
                           int64_t inputSize) {
  int64_t stride = windows.strides[i];
  if (stride == 1)
    return;
  if (ShapedType::isDynamic(inputSize)) {
    node.fail("ceil_mode with stride " + Twine(stride) +
              " over a dimension of unknown size is not supported; give the "
              "dimension a size");
    return;
  }
  int64_t room = inputSize + windows.low[i] + windows.high[i] - windows.span(i);
  if (room < 0)
    return;
  int64_t last = llvm::divideCeil(room, stride);
  if (last * stride >= inputSize + windows.low[i])
    --last;
  windows.extra[i] = std::max<int64_t>(last * stride - room, 0);
}

Windows weft::onnx::readWindows(NodeContext &node, ArrayRef<int64_t> sizes,
                                ArrayRef<int64_t> inputSizes) {
  size_t rank = sizes.size();
  Windows windows;
  windows.sizes.assign(sizes.begin(), sizes.end());
  windows.strides = readPositive(node, "strides", rank);
  windows.dilations = readPositive(node, "dilations", rank);
  windows.low.assign(rank, 0);
  windows.high.assign(rank, 0);
  windows.extra.assign(rank, 0);
  for (int64_t size : sizes)
    if (size < 1 || size > maxExtent)
      node.fail("a window of " + Twine(size) + ", expected 1 to 2^31");
  if (node.b.failed())
    return windows;

  StringRef automatic = node.string("auto_pad", "NOTSET");
  if (automatic == "SAME_UPPER" || automatic == "SAME_LOWER") {
    for (size_t i = 0; i < rank; ++i)
      setSamePadding(node, windows, i, inputSizes[i],
                     automatic == "SAME_UPPER");
  } else if (automatic == "NOTSET") {
    SmallVector<int64_t> pads =
        node.ints("pads", SmallVector<int64_t>(2 * rank, 0));
    if (pads.size() != 2 * rank) {
      node.fail("attribute 'pads' has " + Twine(pads.size()) +
                " values, expected " + Twine(2 * rank));
      return windows;
    }
    for (int64_t pad : pads)
      if (pad < -maxExtent || pad > maxExtent) {
        node.fail("attribute 'pads' has the value " + Twine(pad));
        return windows;
      }
    windows.low.assign(pads.begin(), pads.begin() + rank);
    windows.high.assign(pads.begin() + rank, pads.end());
  } else if (automatic != "VALID") {
    node.fail("auto_pad '" + automatic +
              "', expected NOTSET, VALID, SAME_UPPER or SAME_LOWER");
  }
  if (node.flag("ceil_mode"))
    for (size_t i = 0; i < rank; ++i)
      setCeilPadding(node, windows, i, inputSizes[i]);
  return windows;
}
