// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tensors in messages.

#ifndef WEFT_LIB_INTERPRETER_TENSORTEXT_H
#define WEFT_LIB_INTERPRETER_TENSORTEXT_H

#include "mlir/IR/Types.h"

namespace weft {

/// "f32[?, 3]"; dynamic dimensions are negative.
std::string describeTensor(mlir::Type element, llvm::ArrayRef<int64_t> dims);

} // namespace weft

#endif // WEFT_LIB_INTERPRETER_TENSORTEXT_H
