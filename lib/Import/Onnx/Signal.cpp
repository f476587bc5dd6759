// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Windows and Fourier transforms. A transform is two products with matrices of
// cosines and sines, which are made of counts, so that no size need be known.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"
#include <cmath>

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

/// A scalar that may be written as a list of one.
static Value asCount(TensorBuilder &b, Value x) {
  if (x && b.rankOf(x) != 0)
    x = b.reshape(x, ArrayRef<int64_t>());
  return b.cast(x, b.builder.getI64Type());
}

static Value asList(TensorBuilder &b, Value count) {
  return b.reshape(count, ArrayRef<int64_t>{1});
}

//===----------------------------------------------------------------------===//
// Windows
//===----------------------------------------------------------------------===//

/// The sum of `factors[i]` times the cosine of i turns over the window.
static void makeWindow(NodeContext &node, ArrayRef<double> factors) {
  TensorBuilder &b = node.b;
  Value size = asCount(b, node.operand(0));
  Type result = node.elementType("output_datatype", DataType::Float);
  Type computed = result.isF64() ? result : b.builder.getF32Type();
  Value period = node.flag("periodic", true) ? size : b.sub(size, b.count(1));
  Value places = b.cast(b.create<IotaOp>({size}), computed);
  Value turn = b.div(places, b.cast(period, computed));
  Value sum = b.like(turn, factors[0]);
  for (size_t i = 1; i < factors.size(); ++i) {
    Value angle = b.mul(turn, b.like(turn, 2 * M_PI * double(i)));
    Value wave = b.create<CosOp>({angle});
    sum = b.add(sum, b.mul(wave, b.like(wave, factors[i])));
  }
  node.setResult(0, b.cast(sum, result));
}

static void importBlackmanWindow(NodeContext &node) {
  makeWindow(node, {0.42, -0.5, 0.08});
}

static void importHammingWindow(NodeContext &node) {
  makeWindow(node, {25.0 / 46, -21.0 / 46});
}

static void importHannWindow(NodeContext &node) {
  makeWindow(node, {0.5, -0.5});
}

//===----------------------------------------------------------------------===//
// Fourier transforms
//===----------------------------------------------------------------------===//

namespace {
/// A transform along dimension `dim` of [..., parts], where there are one
/// (real) or two parts.
struct Transform {
  int64_t dim;
  /// Samples of the signal, 0-D.
  Value length;
  bool isInverse, isOnesided;
};
} // namespace

/// Cuts or fills with zeros to `size` elements along a dimension.
static Value resizeAlong(TensorBuilder &b, Value x, int64_t dim, Value size) {
  int64_t rank = b.rankOf(x);
  Value kept = b.slice(b.shape(x), {0}, {dim}, {dim + 1});
  Value lacking = b.max(b.sub(asList(b, size), kept), b.list({0}));
  Value cut = b.create<SliceOp>({x, b.list({0}), asList(b, size), b.list({1})},
                                {b.ints("dims", {dim})});
  SmallVector<Value> high(rank, b.list({0}));
  high[dim] = lacking;
  auto mode = PadModeAttr::get(b.builder.getContext(), PadMode::constant);
  return b.create<PadOp>({cut, b.list(SmallVector<int64_t>(rank, 0)),
                          b.concat(high, 0), b.like(x, 0)},
                         {b.attribute("mode", mode)});
}

/// Multiplies dimension `dim` of `x` with a matrix [from, to].
static Value multiplyAlong(TensorBuilder &b, Value x, int64_t dim,
                           Value matrix) {
  static constexpr StringRef letters = "abcdefghijlmopqrstuvwxyz";
  int64_t rank = b.rankOf(x);
  if (b.failed())
    return {};
  if (rank > int64_t(letters.size()))
    return b.fail("rank " + Twine(rank) + ", expected at most " +
                  Twine(letters.size()));
  std::string from = letters.take_front(rank).str(), to = from;
  from[dim] = 'n';
  to[dim] = 'k';
  return b.contract(from + ",nk->" + to, x, matrix);
}

/// Each frequency of half a spectrum stands for itself and its mirror image,
/// but for the first and, of an even length, the last.
static Value mirrorWeights(TensorBuilder &b, Value bins, Value length,
                           Value like) {
  Value mirrored =
      b.create<ModOp>({b.sub(length, b.create<IotaOp>({bins})), length});
  Value isAlone = b.compare(Predicate::eq, mirrored, b.create<IotaOp>({bins}));
  return b.select(isAlone, b.like(like, 1), b.like(like, 2));
}

static Value transform(TensorBuilder &b, Value x, const Transform &how) {
  if (b.failed())
    return {};
  int64_t rank = b.rankOf(x), last = rank - 1;
  int64_t parts = rank > 0 ? b.sizesOf(x)[last] : 0;
  if (parts != 1 && parts != 2)
    return b.fail("a last dimension of " + Twine(parts) +
                  ", expected 1 for real and 2 for complex numbers");
  if (how.isOnesided && (parts == 2) != how.isInverse)
    return b.fail("half a spectrum is of real numbers: expected a last "
                  "dimension of " +
                  Twine(how.isInverse ? 2 : 1) + ", found " + Twine(parts));
  Value half = b.add(b.div(how.length, b.count(2)), b.count(1));
  bool fromHalf = how.isOnesided && how.isInverse;
  Value from = fromHalf ? half : how.length;
  Value to = how.isOnesided && !how.isInverse ? half : how.length;
  x = resizeAlong(b, x, how.dim, from);
  auto part = [&](int64_t i) {
    return b.squeeze(b.slice(x, {last}, {i}, {i + 1}), {last});
  };
  Value real = part(0), imaginary = parts == 2 ? part(1) : Value();
  // Whole turns are taken off exactly, in integers, and angles are as exact as
  // what is multiplied with their cosines.
  Value turns = b.mul(b.unsqueeze(b.create<IotaOp>({from}), {1}),
                      b.unsqueeze(b.create<IotaOp>({to}), {0}));
  Type f64 = b.builder.getF64Type(), element = b.elementOf(x);
  Value place = b.cast(b.create<ModOp>({turns, how.length}), f64);
  Value turn = b.div(place, b.cast(how.length, f64));
  Value angle = b.mul(turn, b.like(turn, 2 * M_PI));
  Value cosine = b.cast(b.create<CosOp>({angle}), element);
  Value sine = b.cast(b.create<SinOp>({angle}), element);
  if (how.isInverse) {
    Value scale = b.div(b.like(x, 1), b.cast(how.length, element));
    if (fromHalf)
      scale =
          b.unsqueeze(b.mul(mirrorWeights(b, from, how.length, x), scale), {1});
    cosine = b.mul(cosine, scale);
    sine = b.neg(b.mul(sine, scale));
  }
  auto along = [&](Value value, Value matrix) {
    return multiplyAlong(b, value, how.dim, matrix);
  };
  Value first = along(real, cosine), second;
  if (imaginary)
    first = b.add(first, along(imaginary, sine));
  first = b.unsqueeze(first, {last});
  if (fromHalf)
    return first;
  second = b.neg(along(real, sine));
  if (imaginary)
    second = b.add(second, along(imaginary, cosine));
  return b.concat({first, b.unsqueeze(second, {last})}, last);
}

/// The axis is an attribute until opset 19 and an operand since.
static void importDft(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  int64_t rank = b.rankOf(x), axis = node.integer("axis", 1);
  if (node.opset >= 20) {
    SmallVector<int64_t> given = {-2};
    if (node.optional(2))
      given = node.requiredInts(2);
    axis = given.size() == 1 ? given[0] : rank;
  }
  Transform how = {node.dimension(axis, rank),
                   {},
                   node.flag("inverse"),
                   node.flag("onesided")};
  if (!b.failed() && how.dim == rank - 1)
    node.fail("axis " + Twine(axis) + " holds the parts of complex numbers");
  if (b.failed())
    return;
  Value size = b.dim(x, how.dim);
  if (node.optional(1))
    how.length = asCount(b, node.optional(1));
  else if (how.isOnesided && how.isInverse)
    how.length = b.mul(b.sub(size, b.count(1)), b.count(2));
  else
    how.length = size;
  node.setResult(0, transform(b, x, how));
}

/// Frames of the signal, weighted by the window, each transformed.
static void importStft(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value signal = node.operand(0), step = asCount(b, node.operand(1));
  Value window = node.optional(2), length;
  if (!b.failed() && b.rankOf(signal) != 3)
    node.fail("a signal of rank " + Twine(b.rankOf(signal)) + ", expected 3");
  if (b.failed())
    return;
  if (node.optional(3))
    length = asCount(b, node.optional(3));
  else
    length = window ? b.dim(window, 0) : b.dim(signal, 1);
  Value count = b.add(b.div(b.sub(b.dim(signal, 1), length), step), b.count(1));
  Value starts = b.mul(b.create<IotaOp>({count}), step);
  Value places = b.add(b.unsqueeze(starts, {1}),
                       b.unsqueeze(b.create<IotaOp>({length}), {0}));
  Value frames = b.gather(signal, places, 1);
  if (window)
    frames = b.mul(frames, b.unsqueeze(window, {1}));
  node.setResult(
      0, transform(b, frames, {2, length, false, node.flag("onesided", true)}));
}

void weft::onnx::registerSignalOps(OpTable &table) {
  table.add("BlackmanWindow", importBlackmanWindow);
  table.add("DFT", importDft);
  table.add("HammingWindow", importHammingWindow);
  table.add("HannWindow", importHannWindow);
  table.add("STFT", importStft);
}
