// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Products that other families are built on.

#ifndef WEFT_IMPORT_ONNX_CONTRACTION_H
#define WEFT_IMPORT_ONNX_CONTRACTION_H

#include "lib/Import/Onnx/NodeContext.h"

namespace weft::onnx {

/// Multiplies matrices with NumPy's rules for batches and vectors. The result
/// has elements of `element`; null is that of `left`.
mlir::Value multiplyMatrices(TensorBuilder &b, mlir::Value left,
                             mlir::Value right, mlir::Type element = {});

/// The convolution that the node's attributes describe, channels last. The
/// result has elements of `element`; null is that of `input`.
mlir::Value convolve(NodeContext &node, mlir::Value input, mlir::Value filter,
                     mlir::Type element = {});

} // namespace weft::onnx

#endif // WEFT_IMPORT_ONNX_CONTRACTION_H
