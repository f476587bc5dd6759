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

/// What the interpreter says of an output.
struct Expectation {
  Tensor value;
  /// Whether weft.quantize made it.
  bool isQuantized = false;
  /// Whether the model itself multiplies bf16 or f16: the least precise of them, as a name; else "".
  llvm::StringRef products;
  /// Whether code for the tiles of AMX may round to bf16 what attention multiplies.
  bool roundsOnTiles = false;
  /// Of a model that quantizes in between: the output for inputs that are larger by a millionth. Values that lie between two integers to
  /// the last bit fall to either side, and the layers behind amplify that: this says by how much. Null for other models.
  Tensor moved = {};
  /// The same where attention is rounded as code for tiles may; null unless `roundsOnTiles`.
  Tensor rounded = {};
};

/// Runs the interpreter, once more for a model that quantizes in between.
llvm::FailureOr<std::vector<Expectation>>
computeExpectations(FuncOp function, llvm::ArrayRef<Tensor> inputs);

/// Compares an output and appends a line for people to `report`; false if it is further off than its dtype allows: in the
/// 2-norm, relative, f64 and f32 1e-4, f16 1e-2, bf16 2e-2, and as much as the latter where `precision`
/// is one of them or the model multiplies such numbers; infinities and NaN in the
/// same places; integers equal, and at most one step off where quantized. Behind quantization, floats may be off by three times what a millionth
/// of the inputs makes, or by a 255th of the output's range in the mean. Where `isOnTiles`, the code that ran was for tiles, attention's rounding is
/// allowed in the same way, and 2e-2.
bool compareOutput(const Argument &output, const Tensor &found,
                   const Expectation &expected, llvm::StringRef precision,
                   bool isOnTiles, llvm::raw_ostream &report);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_CHECK_H
