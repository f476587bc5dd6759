// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Recognition, and loads that widen.

#include "lib/Target/CPU/Kernel/QuantizedWeight.h"
#include "lib/Target/CPU/Kernel/ContractForm.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

static bool isMatrix(Value value) {
  return cast<RankedTensorType>(value.getType()).getRank() == 2;
}

std::optional<QuantizedWeight> cpu::matchQuantizedWeight(Value operand) {
  if (auto cast = operand.getDefiningOp<CastOp>()) {
    Type from = getElementTypeOrSelf(cast.getOperand().getType());
    auto shape = mlir::cast<RankedTensorType>(operand.getType());
    if (!(from.isF16() || from.isBF16()) || !isMatrix(operand) ||
        !isa<FloatType>(shape.getElementType()) ||
        !isPackedWeight(cast.getOperand()))
      return std::nullopt;
    return QuantizedWeight{cast.getOperand(), Value(), Value(), -1, 0};
  }
  auto dequantize = operand.getDefiningOp<DequantizeOp>();
  if (!dequantize || dequantize.getBlock() == 0 || !isMatrix(operand) ||
      !isPackedWeight(dequantize.getOperand()) ||
      !isPackedWeight(dequantize.getScale()) ||
      (dequantize.getZeroPoint() &&
       !isPackedWeight(dequantize.getZeroPoint())))
    return std::nullopt;
  auto type = cast<RankedTensorType>(dequantize.getOperand().getType());
  auto dim = static_cast<int64_t>(dequantize.getDim());
  int64_t size = type.getDimSize(dim);
  auto block = static_cast<int64_t>(dequantize.getBlock());
  return QuantizedWeight{dequantize.getOperand(), dequantize.getScale(),
                         dequantize.getZeroPoint(), dim,
                         std::min(block, size)};
}

SmallVector<int64_t> cpu::getCodePlanes(int64_t bits) {
  switch (bits) {
  case 3:
    return {2, 1};
  case 5:
    return {4, 1};
  case 6:
    return {4, 2};
  default:
    return {bits};
  }
}

QuantizedPanels::QuantizedPanels(KernelBuilder &builder, KernelFrame &frame,
                                 const QuantizedWeight &weight)
    : b(builder), weight(weight) {
  auto tensorOf = [&](Value value) {
    return frame.getArgument(cast<BlockArgument>(value).getArgNumber());
  };
  codes = tensorOf(weight.codes);
  Type element = getElementTypeOrSelf(weight.codes.getType());
  bits = element.getIntOrFloatBitWidth();
  bias = isa<IntegerType>(element) ? getCodeBias(bits) : 0;
  together = bits >= 8 ? 1 : 8 / getCodePlanes(bits).back();
  auto shape = cast<RankedTensorType>(weight.codes.getType());
  steps = b.index(shape.getDimSize(weight.dim));
  if (!this->weight.block)
    this->weight.block = shape.getDimSize(weight.dim);
  if (weight.scales) {
    scales = tensorOf(weight.scales);
    groups = b.index(cast<RankedTensorType>(weight.scales.getType())
                         .getDimSize(weight.dim));
  }
  if (weight.zeros)
    zeros = tensorOf(weight.zeros);
}

/// Bytes of `count` steps of a panel, `width` bits each.
Value QuantizedPanels::countBytes(int64_t width, Value count) {
  return width >= 8 ? b.mul(count, kPanel * width / 8)
                    : b.mul(b.ceilDiv(count, 8 / width), kPanel);
}

Value QuantizedPanels::panelOf(const KernelTensor &tensor, Value panel,
                               Value sizeBytes) {
  return b.address(tensor.pointer, b.getI8Type(), b.mul(panel, sizeBytes));
}

Value QuantizedPanels::addressOf(Value panel, Value step) {
  Value size = b.index(0);
  for (int64_t width : getCodePlanes(bits))
    size = b.add(size, countBytes(width, steps));
  return b.address(panelOf(codes, panel, size), b.getI8Type(),
                   b.div(b.mul(step, kPanel * bits), 8));
}

SmallVector<Value> QuantizedPanels::loadPlane(Value panel, Value offset,
                                              int64_t width, Value step,
                                              int64_t column) {
  int64_t inByte = 8 / width, lanes = b.getLanes();
  Type words = b.withLanes(b.getI32Type(), lanes);
  SmallVector<Value> values;
  for (int64_t i = 0; i < together; i += inByte) {
    Value line = b.div(b.add(step, i), inByte);
    Value bytes =
        b.load(panel, b.getI8Type(),
               b.add(offset, b.add(b.mul(line, kPanel), column)), lanes);
    Value wide = arith::ExtUIOp::create(b, words, bytes);
    for (int64_t j = 0; j < inByte; ++j) {
      Value part = wide;
      if (j > 0)
        part = arith::ShRUIOp::create(b, part, b.constantInt(words, j * width));
      if (j + 1 < inByte)
        part = arith::AndIOp::create(
            b, part, b.constantInt(words, (int64_t(1) << width) - 1));
      values.push_back(part);
    }
  }
  return values;
}

SmallVector<Value> QuantizedPanels::loadCodes(Value panel, Value step,
                                              int64_t column) {
  int64_t lanes = b.getLanes();
  Type words = b.withLanes(b.getI32Type(), lanes),
       floats = b.withLanes(b.getF32Type(), lanes);
  Value size = b.index(0);
  SmallVector<int64_t> planes = getCodePlanes(bits);
  for (int64_t width : planes)
    size = b.add(size, countBytes(width, steps));
  Value memory = panelOf(codes, panel, size);
  if (bits >= 8) {
    Type element = getElementTypeOrSelf(weight.codes.getType());
    Value loaded =
        b.load(memory, element, b.add(b.mul(step, kPanel), column), lanes);
    if (isa<FloatType>(element))
      return {loaded};
    return {arith::SIToFPOp::create(b, floats,
                                    arith::ExtSIOp::create(b, words, loaded))};
  }
  SmallVector<Value> sums;
  Value offset = b.index(0);
  int64_t shift = 0;
  for (int64_t width : planes) {
    SmallVector<Value> parts = loadPlane(memory, offset, width, step, column);
    for (auto [i, part] : llvm::enumerate(parts)) {
      if (shift == 0) {
        sums.push_back(part);
        continue;
      }
      Value moved =
          arith::ShLIOp::create(b, part, b.constantInt(words, shift));
      sums[i] = arith::OrIOp::create(b, sums[i], moved);
    }
    offset = b.add(offset, countBytes(width, steps));
    shift += width;
  }
  for (Value &sum : sums)
    sum = arith::SIToFPOp::create(b, floats, sum);
  return sums;
}

Value QuantizedPanels::loadScales(Value panel, Value group, int64_t column) {
  Type element = getElementTypeOrSelf(weight.scales.getType());
  int64_t size = KernelBuilder::sizeBytes(element);
  return b.load(panelOf(scales, panel, b.mul(groups, kPanel * size)), element,
                b.add(b.mul(group, kPanel), column), b.getLanes());
}

Value QuantizedPanels::loadOffsets(Value panel, Value group, int64_t column,
                                   Value scales) {
  if (!hasOffsets())
    return {};
  Type type = scales.getType();
  if (!weight.zeros)
    return arith::MulFOp::create(b, scales,
                                 b.constant(type, -static_cast<double>(bias)));
  Value zero = b.load(panelOf(zeros, panel, b.mul(groups, kPanel)),
                      b.getI8Type(), b.add(b.mul(group, kPanel), column),
                      b.getLanes());
  Value wide = arith::ExtSIOp::create(
      b, b.withLanes(b.getI32Type(), b.getLanes()), zero);
  Value shifted = arith::AddIOp::create(b, wide,
                                        b.constantInt(wide.getType(), bias));
  return arith::NegFOp::create(
      b, arith::MulFOp::create(b, scales,
                               arith::SIToFPOp::create(b, type, shifted)));
}
