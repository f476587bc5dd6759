// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Products.h.

#include "lib/Export/Onnx/Products.h"
#include "passes/Simplify/Tensors.h"

using namespace mlir;
using namespace weft;

AddOp weft::findBiasSum(Value product, Value &bias) {
  if (!product.hasOneUse())
    return AddOp();
  auto sum = dyn_cast<AddOp>(*product.user_begin());
  if (!sum || sum.getType() != product.getType())
    return AddOp();
  bias = sum.getLhs() == product ? sum.getRhs() : sum.getLhs();
  RankedTensorType type = tensorType(bias);
  int64_t last = tensorType(product).getShape().back();
  bool isVector = GraphWriter::isConstant(bias) && type.getRank() > 0 &&
                  type.getNumElements() == last &&
                  type.getShape().back() == last;
  return isVector ? sum : AddOp();
}

DequantizeOp weft::findScaledBytes(Value value) {
  auto dequantize = value.getDefiningOp<DequantizeOp>();
  if (!dequantize || dequantize.getBlock() != 0 ||
      !elementOf(dequantize.getOperand()).isInteger(8) ||
      !elementOf(dequantize.getScale()).isF32() || !elementOf(value).isF32())
    return DequantizeOp();
  return dequantize;
}
