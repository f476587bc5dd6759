// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Quantized values. Ops that compute on them are written out. Products are those
// of integers: activations as i16 without their zero point by weights, which are
// i8 if their zero point allows it, summed up in i32.

#include "lib/Analysis/ScalingConstants.h"
#include "lib/Import/Onnx/Contraction.h"
#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/OnnxTensor.h"
#include "lib/Import/Onnx/Spatial.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

namespace {
/// Which dimension scales and zero points go along, and in what blocks.
struct Grid {
  int64_t dim = 0, block = 0;
};
} // namespace

/// A scale of one element means the whole tensor.
static Value asScale(TensorBuilder &b, Value value) {
  if (value && b.rankOf(value) == 1 && b.sizesOf(value)[0] == 1)
    return b.reshape(value, ArrayRef<int64_t>());
  return value;
}

static Grid readGrid(NodeContext &node, Value x, Value scale) {
  Grid grid;
  grid.block = node.integer("block_size", 0);
  if (grid.block < 0)
    node.fail("block_size " + Twine(grid.block) + ", expected at least 0");
  if (node.b.rankOf(scale) != 0)
    grid.dim = node.dimension(node.integer("axis", 1), node.b.rankOf(x));
  return grid;
}

static Value makeQuantize(TensorBuilder &b, Value x, Value scale,
                          Value zeroPoint, Grid grid, Type element) {
  SmallVector<Value> operands = {x, b.cast(scale, b.elementOf(x))};
  if (zeroPoint)
    operands.push_back(zeroPoint);
  auto results = b.createTyped<QuantizeOp>(
      {b.typeOf(x).clone(element)}, operands,
      {b.integer("dim", grid.dim), b.integer("block", grid.block)});
  return results.empty() ? Value() : results.front();
}

static Value makeDequantize(TensorBuilder &b, Value q, Value scale,
                            Value zeroPoint, Grid grid) {
  SmallVector<Value> operands = {q, scale};
  if (zeroPoint)
    operands.push_back(zeroPoint);
  auto results = b.createTyped<DequantizeOp>(
      {b.typeOf(q).clone(b.elementOf(scale))}, operands,
      {b.integer("dim", grid.dim), b.integer("block", grid.block)});
  return results.empty() ? Value() : results.front();
}

static void importQuantizeLinear(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0), scale = asScale(b, node.operand(1));
  Value zeroPoint = asScale(b, node.optional(2));
  bool isNarrow =
      node.isNarrow(2) ||
      isNarrowType(static_cast<DataType>(node.integer("output_dtype", 0)));
  if (isNarrow)
    return (void)node.fail("quantization to fewer than 8 bits is not "
                           "supported");
  Type element = zeroPoint ? b.elementOf(zeroPoint)
                 : node.integer("output_dtype", 0) != 0
                     ? node.elementType("output_dtype", DataType::UInt8)
                     : b.builder.getIntegerType(8, /*isSigned=*/false);
  if (!isa<IntegerType>(element))
    return (void)node.fail("quantization to floats is not supported");
  Grid grid = readGrid(node, x, scale);
  if (!b.isFloat(x))
    x = b.cast(x, b.elementOf(scale));
  node.setResult(0, makeQuantize(b, x, scale, zeroPoint, grid, element));
}

static void importDequantizeLinear(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value q = node.operand(0), scale = asScale(b, node.operand(1));
  Value zeroPoint = asScale(b, node.optional(2));
  Grid grid = readGrid(node, q, scale);
  node.setResult(0, makeDequantize(b, q, scale, zeroPoint, grid));
}

/// y = x quantized to ui8 over its own range, which includes 0.
static void importDynamicQuantizeLinear(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  SmallVector<int64_t> all =
      llvm::to_vector(llvm::seq<int64_t>(0, b.rankOf(x)));
  Value zero = b.like(x, 0);
  Value high = b.max(b.reduce(ReductionKind::max, x, all, false), zero);
  Value low = b.min(b.reduce(ReductionKind::min, x, all, false), zero);
  Value scale = b.div(b.sub(high, low), b.like(x, 255));
  Value isFlat = b.compare(Predicate::eq, scale, zero);
  Value safe = b.select(isFlat, b.like(x, 1), scale);
  Value offset = b.create<RoundOp>({b.div(b.sub(zero, low), safe)});
  Value bounded = b.min(b.max(offset, zero), b.like(x, 255));
  Type ui8 = b.builder.getIntegerType(8, /*isSigned=*/false);
  Value zeroPoint = b.cast(bounded, ui8);
  node.setResult(0, makeQuantize(b, x, safe, zeroPoint, {}, ui8));
  node.setResult(1, scale);
  node.setResult(2, zeroPoint);
}

//===----------------------------------------------------------------------===//
// Products
//===----------------------------------------------------------------------===//

/// A vector that has a value for each row, as a column.
static Value perRow(TensorBuilder &b, Value values) {
  bool isVector = values && b.rankOf(values) == 1 && b.sizesOf(values)[0] != 1;
  return isVector ? b.unsqueeze(values, {1}) : values;
}

/// A zero point that is known to be 0 is null.
static Value dropZero(Value zeroPoint) {
  return matchUniformZeroPoint(zeroPoint) == 0 ? Value() : zeroPoint;
}

/// Bytes as i16 without their zero point, which is exact.
static Value withoutZeroPoint(TensorBuilder &b, Value x, Value zeroPoint) {
  Type i16 = b.builder.getI16Type();
  Value wide = b.cast(x, i16);
  zeroPoint = dropZero(zeroPoint);
  return zeroPoint ? b.sub(wide, b.cast(zeroPoint, i16)) : wide;
}

/// Weights without their zero point: i8 where that holds them whatever they
/// are, which integer products are fastest with, else i16.
static Value centerWeights(TensorBuilder &b, Value w, Value zeroPoint) {
  bool isUnsigned = b.elementOf(w).isUnsignedInteger();
  auto known = matchUniformZeroPoint(zeroPoint);
  if (!isUnsigned && known == 0)
    return w;
  if (!isUnsigned || known != 128)
    return withoutZeroPoint(b, w, zeroPoint);
  // Less 128 is the upper bit turned over.
  Value turned = b.create<XorOp>({w, b.like(w, 128)});
  auto results = b.createTyped<BitcastOp>(
      {b.typeOf(w).clone(b.builder.getI8Type())}, {turned});
  return results.empty() ? Value() : results.front();
}

/// Sums of products times their scales, quantized again.
static Value requantize(TensorBuilder &b, Value sums, Value leftScale,
                        Value rightScale, Value scale, Value zeroPoint) {
  Type f32 = b.builder.getF32Type();
  Value factor = b.mul(b.cast(leftScale, f32), b.cast(rightScale, f32));
  Value real = b.mul(b.cast(sums, f32), factor);
  scale = asScale(b, scale);
  zeroPoint = asScale(b, zeroPoint);
  if (!b.failed() && b.rankOf(scale) != 0)
    return b.fail("a scale of the result of rank " + Twine(b.rankOf(scale)) +
                  ", expected a scalar");
  return makeQuantize(b, real, scale, zeroPoint, {}, b.elementOf(zeroPoint));
}

static Value multiplyIntegers(NodeContext &node, Value left, Value leftZero,
                              Value right, Value rightZero) {
  TensorBuilder &b = node.b;
  Value a = withoutZeroPoint(b, left, perRow(b, asScale(b, leftZero)));
  Value c = centerWeights(b, right, asScale(b, rightZero));
  return b.failed() ? Value()
                    : multiplyMatrices(b, a, c, b.builder.getI32Type());
}

static void importMatMulInteger(NodeContext &node) {
  Value left = node.operand(0), right = node.operand(1);
  node.setResult(0, multiplyIntegers(node, left, node.optional(2), right,
                                     node.optional(3)));
}

static void importQLinearMatMul(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value left = node.operand(0), right = node.operand(3);
  Value sums =
      multiplyIntegers(node, left, node.operand(2), right, node.operand(5));
  node.setResult(0,
                 requantize(b, sums, perRow(b, node.operand(1)),
                            node.operand(4), node.operand(6), node.operand(7)));
}

/// The sums of a convolution of integers as i32, channels last.
static Value convolveIntegers(NodeContext &node, Value input, Value inputZero,
                              Value filter, Value filterZero) {
  TensorBuilder &b = node.b;
  filterZero = asScale(b, filterZero);
  if (filterZero && b.rankOf(filterZero) == 1) {
    SmallVector<int64_t> trailing = llvm::to_vector(
        llvm::seq<int64_t>(1, std::max<int64_t>(1, b.rankOf(filter))));
    filterZero = b.unsqueeze(filterZero, trailing);
  }
  if (inputZero)
    inputZero = b.reshape(inputZero, ArrayRef<int64_t>());
  Value x = withoutZeroPoint(b, input, inputZero);
  Value w = centerWeights(b, filter, filterZero);
  return convolve(node, x, w, b.builder.getI32Type());
}

static void importConvInteger(NodeContext &node) {
  Value input = node.operand(0), filter = node.operand(1);
  Value sums =
      convolveIntegers(node, input, node.optional(2), filter, node.optional(3));
  node.setResult(0, toChannelsFirst(node.b, sums));
}

/// The bias is quantized by the product of the scales, so it joins the sums.
static void importQLinearConv(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value input = node.operand(0), filter = node.operand(3);
  Value sums =
      convolveIntegers(node, input, node.operand(2), filter, node.operand(5));
  if (Value bias = node.optional(8))
    sums = b.add(sums, bias);
  node.setResult(0, toChannelsFirst(
                        b, requantize(b, sums, node.operand(1), node.operand(4),
                                      node.operand(6), node.operand(7))));
}

void weft::onnx::registerQuantizationOps(OpTable &table) {
  table.add("ConvInteger", importConvInteger);
  table.add("DequantizeLinear", importDequantizeLinear);
  table.add("DynamicQuantizeLinear", importDynamicQuantizeLinear);
  table.add("MatMulInteger", importMatMulInteger);
  table.add("QLinearConv", importQLinearConv);
  table.add("QLinearMatMul", importQLinearMatMul);
  table.add("QuantizeLinear", importQuantizeLinear);
}
