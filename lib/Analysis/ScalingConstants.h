// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is known of the scales and zero points of weft.quantize and weft.dequantize.

#ifndef WEFT_LIB_ANALYSIS_SCALINGCONSTANTS_H
#define WEFT_LIB_ANALYSIS_SCALINGCONSTANTS_H

#include "dialects/Weft/WeftOps.h"

namespace weft {

/// The one number that a constant integer tensor repeats; 0 for a null value, which is an absent zero point.
std::optional<int64_t> matchUniformZeroPoint(mlir::Value zeroPoint);

/// The one number that a constant f32 tensor repeats, if it is positive and so far from the ends of the exponent range that
/// products and quotients with integers of 16 bits are normal numbers.
std::optional<float> matchUniformScale(mlir::Value scale);

/// Whether `lhs` and `rhs`, which may be null, are one value or equal constants.
bool areEqualConstants(mlir::Value lhs, mlir::Value rhs);

/// Whether one scale, and one zero point or none, hold for the whole tensor.
template <typename OpT> bool scalesWholeTensor(OpT op) {
  auto isScalar = [](mlir::Value value) {
    return !value ||
           mlir::cast<mlir::RankedTensorType>(value.getType()).getRank() == 0;
  };
  return isScalar(op.getScale()) && isScalar(op.getZeroPoint());
}

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_SCALINGCONSTANTS_H
