// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weights of a contraction that are widened from what is stored: by a dequantization in groups, or a cast of 16-bit floats. A kernel reads them
// as they are stored.

#ifndef WEFT_LIB_ANALYSIS_QUANTIZEDOPERAND_H
#define WEFT_LIB_ANALYSIS_QUANTIZEDOPERAND_H

#include "dialects/Weft/WeftOps.h"

namespace weft {

/// Of a gather from codes of 8 bits that products of integers multiply with, each row for an output.
inline constexpr llvm::StringLiteral kIntegerTableAttribute =
    "weft.integer_table";

/// The op that makes operand `number` of `contract` from parameters alone, or null: a weft.dequantize whose blocks run along the reduction, or a
/// weft.cast of 16-bit floats to f32, of a matrix [outputs, inputs] or [inputs, outputs]. Codes are signed, and sizes and blocks
/// multiples of getCodesTogether.
mlir::Operation *findWeightWidening(ContractOp contract, unsigned number);

/// The pieces that codes of `bits` bits are stored in apart: 4 and 2 for 6; 4 and 1 for 5; 2 and 1 for 3; else one. The low bits come first.
llvm::SmallVector<int64_t> getCodePlanes(int64_t bits);

/// How many neighbours along the reduction lie together in a word of 32 bits of the thinnest piece: 2 of 8 bits, which take 16 bits.
int64_t getCodesTogether(int64_t bits);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_QUANTIZEDOPERAND_H
