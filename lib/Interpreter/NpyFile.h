// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// NumPy's .npy files (format 1.0 to 3.0: numpy.lib.format), from and to tensors.

#ifndef WEFT_LIB_INTERPRETER_NPYFILE_H
#define WEFT_LIB_INTERPRETER_NPYFILE_H

#include "lib/Interpreter/Tensor.h"
#include "mlir/IR/MLIRContext.h"
#include "llvm/Support/Error.h"

namespace weft {

/// Reads a row-major, little-endian array. Fails with a text that names the file and the remedy.
llvm::Expected<Tensor> readNpy(llvm::StringRef path,
                               mlir::MLIRContext &context);

/// Writes format 1.0. bf16, which NumPy lacks, is written as f32.
llvm::Error writeNpy(llvm::StringRef path, const Tensor &tensor);

/// The tensor with its elements converted, rounded to nearest; the same one if it has the type.
Tensor convertElements(const Tensor &tensor, mlir::Type elementType);

} // namespace weft

#endif // WEFT_LIB_INTERPRETER_NPYFILE_H
