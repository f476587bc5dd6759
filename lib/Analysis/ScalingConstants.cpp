// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Matching of constant scales and zero points.

#include "lib/Analysis/ScalingConstants.h"

#include "mlir/IR/Matchers.h"

#include <cmath>

using namespace mlir;
using namespace weft;

std::optional<int64_t> weft::matchUniformZeroPoint(Value zeroPoint) {
  if (!zeroPoint)
    return 0;
  DenseIntElementsAttr elements;
  if (!matchPattern(zeroPoint, m_Constant(&elements)) || elements.empty() ||
      !llvm::all_equal(elements.getValues<APInt>()))
    return std::nullopt;
  APInt value = *elements.value_begin<APInt>();
  return elements.getElementType().isUnsignedInteger()
             ? static_cast<int64_t>(value.getZExtValue())
             : value.getSExtValue();
}

std::optional<float> weft::matchUniformScale(Value scale) {
  DenseFPElementsAttr elements;
  if (!matchPattern(scale, m_Constant(&elements)) || elements.empty() ||
      !elements.getElementType().isF32() ||
      !llvm::all_equal(elements.getValues<float>()))
    return std::nullopt;
  float value = *elements.value_begin<float>();
  constexpr int kExponent = 100;
  if (!(value > std::ldexp(1.0f, -kExponent) &&
        value < std::ldexp(1.0f, kExponent)))
    return std::nullopt;
  return value;
}

bool weft::areEqualConstants(Value lhs, Value rhs) {
  if (lhs == rhs)
    return true;
  Attribute left, right;
  return lhs && rhs && matchPattern(lhs, m_Constant(&left)) &&
         matchPattern(rhs, m_Constant(&right)) && left == right;
}
