// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What contractions and convolutions share: the bias that is part of the node,
// and operands that are dequantized bytes.

#ifndef WEFT_LIB_EXPORT_ONNX_PRODUCTS_H
#define WEFT_LIB_EXPORT_ONNX_PRODUCTS_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Export/Onnx/GraphWriter.h"

namespace weft {

/// What makes an f32 operand of a product from bytes, without blocks; null for
/// another operand.
DequantizeOp findScaledBytes(mlir::Value value);

/// The sum that is all that reads `product`, of it and a constant with a value
/// for each index of its last dimension; null where there is none.
AddOp findBiasSum(mlir::Value product, mlir::Value &bias);

} // namespace weft

#endif // WEFT_LIB_EXPORT_ONNX_PRODUCTS_H
