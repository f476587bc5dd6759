// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Quantized values. Ops that compute on them are written out: as integers where
// ONNX defines integers, else through floats.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"
#include "lib/Import/Onnx/OnnxTensor.h"

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

void weft::onnx::registerQuantizationOps(OpTable &table) {
  table.add("DequantizeLinear", importDequantizeLinear);
  table.add("DynamicQuantizeLinear", importDynamicQuantizeLinear);
  table.add("QuantizeLinear", importQuantizeLinear);
}
