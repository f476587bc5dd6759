// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weights of a contraction that are widened from what is stored: by a dequantization in groups, or a cast of 16-bit floats. A kernel reads them
// as they are stored.

#ifndef WEFT_LIB_ANALYSIS_QUANTIZEDOPERAND_H
#define WEFT_LIB_ANALYSIS_QUANTIZEDOPERAND_H

#include "dialects/Weft/WeftOps.h"

namespace weft {

/// The op that makes operand `number` of `contract` from parameters alone, or null: a weft.dequantize whose blocks run along the reduction, or a
/// weft.cast of 16-bit floats to f32, of a matrix [outputs, inputs] or [inputs, outputs]. Codes are signed, and sizes and blocks multiples of 8 for
/// codes of less than 8 bits, else of 2.
mlir::Operation *findWeightWidening(ContractOp contract, unsigned number);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_QUANTIZEDOPERAND_H
