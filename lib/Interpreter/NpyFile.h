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

/// Reads the same from memory, of which \p owner is kept by the tensor (null: the caller keeps it). Messages begin with \p name.
llvm::Expected<Tensor> readNpy(const llvm::Twine &name,
                               llvm::ArrayRef<char> bytes,
                               std::shared_ptr<const void> owner,
                               mlir::MLIRContext &context);

/// The arrays of a .npz file by name, as numpy.savez writes it. Fails with a text that names the file and the remedy.
llvm::Expected<std::vector<std::pair<std::string, Tensor>>>
readNpz(llvm::StringRef path, mlir::MLIRContext &context);

/// Writes format 1.0. bf16, which NumPy lacks, is written as f32.
llvm::Error writeNpy(llvm::StringRef path, const Tensor &tensor);

/// The tensor with its elements converted, rounded to nearest; the same one if it has the type.
Tensor convertElements(const Tensor &tensor, mlir::Type elementType);

} // namespace weft

#endif // WEFT_LIB_INTERPRETER_NPYFILE_H
