// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program of a module as an ONNX model, whatever it was made from and
// whatever passes it went through: the inverse of lib/Import/Onnx.

#ifndef WEFT_LIB_EXPORT_ONNX_ONNXPROGRAM_H
#define WEFT_LIB_EXPORT_ONNX_ONNXPROGRAM_H

#include "mlir/IR/BuiltinOps.h"
#include "llvm/Support/Error.h"

namespace weft {

/// Simplifies \p module, which changes it, and writes its only public function
/// to \p path; with \p isExternal weights go to a file beside it.
///
/// Quantization stays whole: activations go through QuantizeLinear and
/// DequantizeLinear, weights are codes behind DequantizeLinear, biases of
/// products of both are codes of 32 bits. Inputs, outputs and dynamic dimensions
/// have the names that the module knows.
///
/// Fails where there is another number of functions, where ops have no
/// counterpart, which lists all of them, and as writeOnnxFile does.
llvm::Error exportOnnxProgram(mlir::ModuleOp module, llvm::StringRef path,
                              bool isExternal = false);

} // namespace weft

#endif // WEFT_LIB_EXPORT_ONNX_ONNXPROGRAM_H
