// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Convolution and its transpose. Both are weft.conv, which is channels last:
// transposes around it are cancelled by a pass.

#include "lib/Import/Onnx/Contraction.h"
#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/Spatial.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

/// Checks that input and filter are of one rank with spatial dimensions.
static bool hasSpatialRank(NodeContext &node, Value input, Value filter) {
  TensorBuilder &b = node.b;
  int64_t rank = b.rankOf(input);
  if (rank >= 3 && b.rankOf(filter) == rank)
    return true;
  node.fail("input of rank " + Twine(rank) + " and filter of rank " +
            Twine(b.rankOf(filter)) + ", expected one rank of at least 3");
  return false;
}

/// The filter's spatial sizes, which kernel_shape repeats.
static SmallVector<int64_t> readKernelSizes(NodeContext &node, Value filter) {
  ArrayRef<int64_t> sizes = node.b.sizesOf(filter).drop_front(2);
  SmallVector<int64_t> stated = node.ints("kernel_shape", sizes);
  if (stated.size() != sizes.size())
    node.fail("kernel_shape has " + Twine(stated.size()) +
              " values, expected " + Twine(sizes.size()));
  else
    for (auto [size, actual] : llvm::zip_equal(stated, sizes))
      if (ShapedType::isDynamic(size))
        node.fail("a filter of unknown size is not supported without "
                  "kernel_shape");
      else if (!ShapedType::isDynamic(actual) && size != actual)
        node.fail("kernel_shape says " + Twine(size) +
                  ", but the filter's size is " + Twine(actual));
  stated.resize(sizes.size(), 1);
  return stated;
}

static Value makeConv(TensorBuilder &b, Value input, Value filter,
                      ArrayRef<int64_t> strides, ArrayRef<int64_t> dilations,
                      ArrayRef<int64_t> inputDilations,
                      ArrayRef<int64_t> padding, int64_t groups) {
  return b.create<ConvOp>(
      {input, filter},
      {b.ints("strides", strides), b.ints("dilations", dilations),
       b.ints("input_dilations", inputDilations), b.ints("padding", padding),
       b.integer("groups", groups)});
}

static void finishConv(NodeContext &node, Value result) {
  if (Value bias = node.optional(2))
    result = node.b.add(result, bias);
  node.setResult(0, toChannelsFirst(node.b, result));
}

static int64_t readGroups(NodeContext &node) {
  int64_t groups = node.integer("group", 1);
  if (groups < 1)
    node.fail("group " + Twine(groups) + ", expected at least 1");
  return std::max<int64_t>(groups, 1);
}

Value weft::onnx::convolve(NodeContext &node, Value input, Value filter,
                           Type element) {
  TensorBuilder &b = node.b;
  int64_t groups = readGroups(node);
  if (b.failed() || !hasSpatialRank(node, input, filter))
    return {};
  SmallVector<int64_t> sizes = readKernelSizes(node, filter);
  Windows windows = readWindows(node, sizes, b.sizesOf(input).drop_front(2));
  if (b.failed())
    return {};
  // [outputs, channels, spatial...] to [spatial..., channels, outputs].
  SmallVector<int64_t> permutation;
  for (int64_t i = 2; i < b.rankOf(filter); ++i)
    permutation.push_back(i);
  permutation.append({1, 0});
  SmallVector<int64_t> ones(windows.rank(), 1);
  Value result = makeConv(b, toChannelsLast(b, input),
                          b.transpose(filter, permutation), windows.strides,
                          windows.dilations, ones, windows.padding(), groups);
  if (element && result)
    result.setType(b.typeOf(result).clone(element));
  return result;
}

static void importConv(NodeContext &node) {
  Value input = node.operand(0), filter = node.operand(1);
  finishConv(node, convolve(node, input, filter));
}

/// [channels, outputs / groups, spatial...] to the filter of the equivalent
/// convolution: [spatial..., channels / groups, outputs], flipped in space.
static Value flipFilter(TensorBuilder &b, Value filter, int64_t groups) {
  int64_t spatial = b.rankOf(filter) - 2;
  int64_t channels = b.sizesOf(filter)[0], outputs = b.sizesOf(filter)[1];
  if (ShapedType::isDynamic(channels) || ShapedType::isDynamic(outputs))
    return b.fail("a filter with an unknown number of channels is not "
                  "supported");
  if (channels % groups)
    return b.fail(Twine(channels) + " channels are not a multiple of " +
                  Twine(groups) + " groups");
  SmallVector<int64_t> split = {groups, channels / groups, ~int64_t(1)};
  SmallVector<int64_t> permutation, joined, dims;
  for (int64_t i = 0; i < spatial; ++i) {
    split.push_back(~(i + 2));
    permutation.push_back(i + 3);
    joined.push_back(~i);
    dims.push_back(i);
  }
  permutation.append({1, 0, 2});
  joined.append({channels / groups, groups * outputs});
  Value turned = b.transpose(b.reshape(filter, split), permutation);
  SmallVector<int64_t> starts(spatial, -1), steps(spatial, -1);
  SmallVector<int64_t> ends(spatial, std::numeric_limits<int64_t>::min());
  return b.slice(b.reshape(turned, joined), dims, starts, ends, steps);
}

/// Chooses the paddings of a transposed convolution such that its result has
/// the size that output_shape, or auto_pad, asks for.
static void setTransposedPadding(NodeContext &node, Windows &windows, size_t i,
                                 int64_t inputSize, int64_t outputPadding,
                                 std::optional<int64_t> resultSize) {
  StringRef automatic = node.string("auto_pad", "NOTSET");
  bool isSame = automatic == "SAME_UPPER" || automatic == "SAME_LOWER";
  if (!resultSize && !isSame)
    return;
  int64_t total;
  if (!resultSize) {
    total = windows.span(i) + outputPadding - windows.strides[i];
  } else if (ShapedType::isDynamic(inputSize)) {
    node.fail("output_shape over a dimension of unknown size is not supported");
    return;
  } else {
    total = windows.strides[i] * (inputSize - 1) + outputPadding +
            windows.span(i) - *resultSize;
  }
  // A result larger than all products reach ends in zeros.
  int64_t cropped = std::max<int64_t>(total, 0);
  windows.low[i] =
      automatic == "SAME_UPPER" ? cropped / 2 : cropped - cropped / 2;
  windows.high[i] = total - windows.low[i];
}

static void importConvTranspose(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value input = node.operand(0), filter = node.operand(1);
  int64_t groups = readGroups(node);
  if (b.failed() || !hasSpatialRank(node, input, filter))
    return;
  SmallVector<int64_t> sizes = readKernelSizes(node, filter);
  ArrayRef<int64_t> inputSizes = b.sizesOf(input).drop_front(2);
  size_t rank = sizes.size();
  // SAME means another thing here: readWindows must not resolve it.
  Windows windows = readWindows(node, sizes, SmallVector<int64_t>(rank, 1));
  SmallVector<int64_t> outputPadding =
      node.ints("output_padding", SmallVector<int64_t>(rank, 0));
  SmallVector<int64_t> resultSizes = node.ints("output_shape");
  if (resultSizes.size() > rank)
    resultSizes.erase(resultSizes.begin(), resultSizes.end() - rank);
  if (outputPadding.size() != rank ||
      (!resultSizes.empty() && resultSizes.size() != rank))
    node.fail("output_padding or output_shape has another number of values "
              "than the filter has spatial dimensions, " +
              Twine(rank));
  if (b.failed())
    return;
  SmallVector<int64_t> low, high;
  for (size_t i = 0; i < rank; ++i) {
    setTransposedPadding(node, windows, i, inputSizes[i], outputPadding[i],
                         resultSizes.empty()
                             ? std::nullopt
                             : std::optional<int64_t>(resultSizes[i]));
    low.push_back(windows.span(i) - 1 - windows.low[i]);
    high.push_back(windows.span(i) - 1 - windows.high[i] + outputPadding[i]);
  }
  low.append(high);
  SmallVector<int64_t> ones(rank, 1);
  finishConv(node, makeConv(b, toChannelsLast(b, input),
                            flipFilter(b, filter, groups), ones,
                            windows.dilations, windows.strides, low, groups));
}

void weft::onnx::registerConvolutionOps(OpTable &table) {
  table.add("Conv", importConv);
  table.add("ConvTranspose", importConvTranspose);
}
