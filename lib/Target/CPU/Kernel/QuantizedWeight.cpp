// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Recognition, and loads that widen.

#include "lib/Target/CPU/Kernel/QuantizedWeight.h"
#include "lib/Target/CPU/Kernel/ContractForm.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

static constexpr int64_t kLineBytes = 64;

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
      (dequantize.getZeroPoint() && !isPackedWeight(dequantize.getZeroPoint())))
    return std::nullopt;
  auto type = cast<RankedTensorType>(dequantize.getOperand().getType());
  auto dim = static_cast<int64_t>(dequantize.getDim());
  int64_t size = type.getDimSize(dim);
  auto block = static_cast<int64_t>(dequantize.getBlock());
  return QuantizedWeight{dequantize.getOperand(), dequantize.getScale(),
                         dequantize.getZeroPoint(), dim, std::min(block, size)};
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
  isOfIntegers = isa<IntegerType>(element);
  bias = isOfIntegers ? getCodeBias(bits) : 0;
  together = !isOfIntegers ? 1 : weight.isInLines ? 2 : getCodesTogether(bits);
  auto shape = cast<RankedTensorType>(weight.codes.getType());
  steps = b.index(shape.getDimSize(weight.dim));
  if (weight.isInLines)
    lines = countLines(bits, shape.getDimSize(1 - weight.dim));
  if (!this->weight.block)
    this->weight.block = shape.getDimSize(weight.dim);
  if (weight.scales) {
    scales = tensorOf(weight.scales);
    groups = b.index(
        cast<RankedTensorType>(weight.scales.getType()).getDimSize(weight.dim));
  }
  if (weight.zeros)
    zeros = tensorOf(weight.zeros);
}

/// Bytes of `count` steps of a panel, `width` bits each.
Value QuantizedPanels::countBytes(int64_t width, Value count) {
  return width >= 8 ? b.mul(count, kPanel * width / 8)
                    : b.mul(b.ceilDiv(count, 32 / width), kPanel * 4);
}

Value QuantizedPanels::panelOf(const KernelTensor &tensor, Value panel,
                               Value sizeBytes) {
  return b.address(tensor.pointer, b.getI8Type(), b.mul(panel, sizeBytes));
}

Value QuantizedPanels::codesOf(Value panel) {
  Value size = b.index(0);
  for (int64_t width : getCodePlanes(bits))
    size = b.add(size, countBytes(width, steps));
  return panelOf(codes, panel, size);
}

Value QuantizedPanels::lineAddress(Value line, Value step) {
  return b.address(codes.pointer, b.getI8Type(),
                   b.mul(b.add(b.mul(step, lines), line), kLineBytes));
}

Value QuantizedPanels::loadStep(Value panel, Value step, int64_t column) {
  int64_t lanes = b.getLanes(), inLine = getLineColumns() / kPanel;
  Type words = b.withLanes(b.getI32Type(), lanes);
  Value place = b.rem(panel, inLine),
        line = lineAddress(b.div(panel, inLine), step);
  auto load = [&](Value at) {
    return b.load(line, b.getI8Type(), b.add(b.mul(at, kPanel), column), lanes);
  };
  if (bits == 8)
    return arith::ExtSIOp::create(b, words, load(place));
  // The second half of the columns lies in the upper bits.
  constexpr int64_t kHalf = kLineBytes / kPanel;
  Value low = arith::ExtUIOp::create(b, words, load(b.rem(place, kHalf))),
        shift = arith::TruncIOp::create(b, b.getI32Type(),
                                        b.mul(b.div(place, kHalf), 4));
  return arith::AndIOp::create(
      b, arith::ShRUIOp::create(b, low, b.splat(shift, lanes)),
      b.constantInt(words, 15));
}

Value QuantizedPanels::loadLine(Value line, Value step, int64_t column) {
  int64_t lanes = b.getLanes();
  Type words = b.withLanes(b.getI32Type(), lanes),
       floats = b.withLanes(b.getF32Type(), lanes);
  Value code = b.load(lineAddress(line, step), b.getI8Type(),
                      b.index(column % kLineBytes), lanes);
  if (bits == 8)
    return arith::SIToFPOp::create(b, floats,
                                   arith::ExtSIOp::create(b, words, code));
  code = arith::ExtUIOp::create(b, words, code);
  if (column < kLineBytes)
    code = arith::AndIOp::create(b, code, b.constantInt(words, 15));
  else
    code = arith::ShRUIOp::create(b, code, b.constantInt(words, 4));
  return arith::SIToFPOp::create(b, floats, code);
}

Value QuantizedPanels::loadBytes(Value line, Value step) {
  return b.load(lineAddress(line, step), b.getI8Type(), b.index(0), kLineBytes);
}

Value QuantizedPanels::takeUnsigned(Value bytes, int64_t part) {
  Type type = bytes.getType();
  if (bits == 8)
    return arith::XOrIOp::create(b, bytes, b.constantInt(type, 0x80808080));
  if (part > 0)
    bytes = arith::ShRUIOp::create(b, bytes, b.constantInt(type, 4));
  return arith::AndIOp::create(b, bytes, b.constantInt(type, 0x0f0f0f0f));
}

Value QuantizedPanels::loadUnsignedOffsets(Value panel, Value group,
                                           int64_t column, Value scales) {
  Value offsets = loadOffsets(panel, group, column, scales);
  if (bits < 8)
    return offsets;
  Value over =
      arith::MulFOp::create(b, scales, b.constant(scales.getType(), -128));
  return offsets ? arith::AddFOp::create(b, offsets, over).getResult() : over;
}

Value QuantizedPanels::addressOf(Value panel, Value step) {
  if (weight.isInLines)
    return lineAddress(b.div(panel, getLineColumns() / kPanel), step);
  return b.address(codesOf(panel), b.getI8Type(),
                   b.div(b.mul(step, kPanel * bits), 8));
}

SmallVector<Value> QuantizedPanels::loadPlane(Value panel, Value offset,
                                              int64_t width, Value step,
                                              int64_t column) {
  int64_t inWord = 32 / width, lanes = b.getLanes();
  Type halves = VectorType::get({2 * lanes}, b.getI16Type());
  SmallVector<Value> pairs;
  for (int64_t i = 0; i < together; i += inWord) {
    Value line = b.div(b.add(step, i), inWord);
    Value words = vector::BitCastOp::create(
        b, halves,
        b.load(b.address(panel, b.getI8Type(), offset), b.getI32Type(),
               b.add(b.mul(line, kPanel), column), lanes));
    for (int64_t bit = 0; bit < 16; bit += width) {
      Value part = words;
      if (bit > 0)
        part = arith::ShRUIOp::create(b, part, b.constantInt(halves, bit));
      if (bit + width < 16)
        part = arith::AndIOp::create(
            b, part, b.constantInt(halves, (int64_t(1) << width) - 1));
      pairs.push_back(part);
    }
  }
  return pairs;
}

SmallVector<Value> QuantizedPanels::loadPairs(Value panel, Value step,
                                              int64_t column) {
  int64_t lanes = b.getLanes();
  Type halves = VectorType::get({2 * lanes}, b.getI16Type()),
       words = b.withLanes(b.getI32Type(), lanes);
  if (weight.isInLines)
    return {loadPair(panel, b.div(step, 2), column)};
  Value memory = codesOf(panel);
  auto asWords = [&](Value pair) -> Value {
    return vector::BitCastOp::create(b, words, pair);
  };
  if (bits >= 8) {
    Value at = b.mul(b.add(b.mul(b.div(step, 2), kPanel), column), 2),
          bytes = b.load(memory, b.getI8Type(), at, 2 * lanes);
    return {asWords(arith::ExtSIOp::create(b, halves, bytes))};
  }
  SmallVector<Value> pairs;
  Value offset = b.index(0);
  int64_t shift = 0;
  for (int64_t width : getCodePlanes(bits)) {
    for (auto [i, part] :
         llvm::enumerate(loadPlane(memory, offset, width, step, column))) {
      if (shift == 0) {
        pairs.push_back(part);
        continue;
      }
      Value moved =
          arith::ShLIOp::create(b, part, b.constantInt(halves, shift));
      pairs[i] = arith::OrIOp::create(b, pairs[i], moved);
    }
    offset = b.add(offset, countBytes(width, steps));
    shift += width;
  }
  return llvm::map_to_vector(pairs, asWords);
}

Value QuantizedPanels::loadPair(Value panel, Value line, int64_t column) {
  if (weight.isInLines) {
    Value step = b.mul(line, 2), first = loadStep(panel, step, column),
          second = loadStep(panel, b.add(step, 1), column);
    Type words = first.getType();
    return arith::OrIOp::create(
        b, arith::AndIOp::create(b, first, b.constantInt(words, 0xffff)),
        arith::ShLIOp::create(b, second, b.constantInt(words, 16)));
  }
  if (bits >= 8)
    return loadPairs(panel, b.mul(line, 2), column).front();
  int64_t lanes = b.getLanes(), place = 0;
  Type halves = VectorType::get({2 * lanes}, b.getI16Type());
  Value memory = codesOf(panel), offset = b.index(0), pair;
  for (int64_t width : getCodePlanes(bits)) {
    int64_t inWord = 16 / width;
    Value words =
              b.load(b.address(memory, b.getI8Type(), offset), b.getI32Type(),
                     b.add(b.mul(b.div(line, inWord), kPanel), column), lanes),
          shift = arith::TruncIOp::create(b, b.getI16Type(),
                                          b.mul(b.rem(line, inWord), width));
    Value part = arith::AndIOp::create(
        b,
        arith::ShRUIOp::create(b, vector::BitCastOp::create(b, halves, words),
                               b.splat(shift, 2 * lanes)),
        b.constantInt(halves, (int64_t(1) << width) - 1));
    if (pair)
      part = arith::OrIOp::create(
          b, pair,
          arith::ShLIOp::create(b, part, b.constantInt(halves, place)));
    pair = part;
    offset = b.add(offset, countBytes(width, steps));
    place += width;
  }
  return vector::BitCastOp::create(b, b.withLanes(b.getI32Type(), lanes), pair);
}

SmallVector<Value> QuantizedPanels::loadCodes(Value panel, Value step,
                                              int64_t column) {
  int64_t lanes = b.getLanes();
  if (!isOfIntegers)
    return {b.load(codesOf(panel), getElementTypeOrSelf(weight.codes.getType()),
                   b.add(b.mul(step, kPanel), column), lanes)};
  Type words = b.withLanes(b.getI32Type(), lanes),
       floats = b.withLanes(b.getF32Type(), lanes);
  Value half = b.constantInt(words, 16);
  SmallVector<Value> values;
  for (Value pair : loadPairs(panel, step, column))
    for (Value code :
         {arith::ShRSIOp::create(b, arith::ShLIOp::create(b, pair, half), half)
              .getResult(),
          arith::ShRSIOp::create(b, pair, half).getResult()})
      values.push_back(arith::SIToFPOp::create(b, floats, code));
  return values;
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
  Value zero =
      b.load(panelOf(zeros, panel, b.mul(groups, kPanel)), b.getI8Type(),
             b.add(b.mul(group, kPanel), column), b.getLanes());
  Value wide = arith::ExtSIOp::create(
      b, b.withLanes(b.getI32Type(), b.getLanes()), zero);
  Value shifted =
      arith::AddIOp::create(b, wide, b.constantInt(wide.getType(), bias));
  return arith::NegFOp::create(
      b, arith::MulFOp::create(b, scales,
                               arith::SIToFPOp::create(b, type, shifted)));
}
