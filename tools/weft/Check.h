// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// --check: whether compiled results are those of the interpreter.

#ifndef WEFT_TOOLS_WEFT_CHECK_H
#define WEFT_TOOLS_WEFT_CHECK_H

#include "lib/Interpreter/Tensor.h"
#include "tools/weft/Signature.h"

namespace weft {

/// Runs a function in the interpreter. Null inputs are states: zeros, whose open dimensions are those of equal names, else 0.
llvm::FailureOr<llvm::SmallVector<Tensor>>
runInterpreter(FuncOp function, llvm::ArrayRef<Tensor> inputs);

/// Compares an output and appends a line for people to `report`; false if it is further off than its dtype allows: in the
/// 2-norm, relative, f64 and f32 1e-4, f16 1e-2, bf16 2e-2, and as much as the latter where `precision` is one of them; infinities and NaN in the
/// same places; integers equal, and at most one step off where `quantized`.
bool compareOutput(const Argument &output, const Tensor &found,
                   const Tensor &expected, bool quantized,
                   llvm::StringRef precision, llvm::raw_ostream &report);

/// For each result of the function, whether weft.quantize made it.
std::vector<bool> findQuantized(FuncOp function);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_CHECK_H
