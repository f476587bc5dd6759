// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The reference meaning of the dialect: it checks passes (before = after) and
// targets (target = interpreter), folds constants, and finds the op that went
// wrong. Plain code, one thread; floats are computed in double precision and
// rounded once an op, so results of targets may differ by rounding but not by
// more.

#ifndef WEFT_LIB_INTERPRETER_INTERPRETER_H
#define WEFT_LIB_INTERPRETER_INTERPRETER_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Interpreter/Tensor.h"
#include <functional>

namespace weft {

struct InterpretOptions {
  /// Called after each op, in order of execution and at every depth of calls
  /// and regions, with its operands and results; its failure ends the run. The
  /// tensors share their bytes and may be kept.
  std::function<llvm::LogicalResult(mlir::Operation *,
                                    llvm::ArrayRef<Tensor> operands,
                                    llvm::ArrayRef<Tensor> results)>
      observer;

  /// A result larger than this is a run-time error.
  int64_t maxTensorBytes = int64_t(1) << 36;

  /// Whether run-time errors are said at the op. Constant folding leaves an op
  /// that fails as it is and says nothing.
  bool emitErrors = true;
};

/// Runs a function of a module. Inputs must have the types of the arguments,
/// and sizes with one name in `weft.dims` must be equal. Parameters come from
/// their `value` or from the context's weight store, whose bytes are not copied
/// and must outlive the results. Fails, having said why at the op, on wrong
/// inputs and on every run-time error of an op. May be called from any thread
/// while nobody changes the module.
llvm::FailureOr<llvm::SmallVector<Tensor>>
interpret(FuncOp func, llvm::ArrayRef<Tensor> inputs,
          const InterpretOptions &options = {});

/// Evaluates one op. `operands` are in the order of the op's operands; values
/// that its regions capture must be constants. Fails as interpret() does, and
/// for ops that are not the dialect's or that are only part of another one
/// (terminators, functions).
llvm::FailureOr<llvm::SmallVector<Tensor>>
interpretOp(mlir::Operation *op, llvm::ArrayRef<Tensor> operands,
            const InterpretOptions &options = {});

} // namespace weft

#endif // WEFT_LIB_INTERPRETER_INTERPRETER_H
