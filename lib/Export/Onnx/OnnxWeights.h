// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An ONNX model with the weights of a module that was made from it: the graph
// of the source file stays as it is.

#ifndef WEFT_LIB_EXPORT_ONNX_ONNXWEIGHTS_H
#define WEFT_LIB_EXPORT_ONNX_ONNXWEIGHTS_H

#include "mlir/IR/BuiltinOps.h"
#include "llvm/Support/Error.h"

namespace weft {

/// Writes the model in the file \p source to \p path. Its initializers that are
/// parameters of \p module become what these are: floats of 16 bits behind a
/// Cast, and codes in groups of g inputs
///
///   W.codes i8 [outputs * inputs / g, g], W.scales, W.zeros
///   W = Transpose(Reshape(DequantizeLinear(W.codes, W.scales, W.zeros)))
///
/// with one scale a row, which every opset from 13 on and every type of codes
/// allows. A short last group is avoided by smaller groups with the same scale.
/// Fails where the source is another model, has an older opset or external data,
/// and where a weight of codes is no initializer of it.
llvm::Error exportOnnxWeights(mlir::ModuleOp module, llvm::StringRef source,
                              llvm::StringRef path);

} // namespace weft

#endif // WEFT_LIB_EXPORT_ONNX_ONNXWEIGHTS_H
