// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One run of the interpreter: the values of the blocks that are being executed,
// and the functions that are being called.

#ifndef WEFT_LIB_INTERPRETER_EVALUATOR_H
#define WEFT_LIB_INTERPRETER_EVALUATOR_H

#include "lib/Interpreter/Evaluation.h"
#include "lib/Interpreter/Interpreter.h"

namespace weft {

/// State of one run. One thread.
class Evaluator {
public:
  explicit Evaluator(const InterpretOptions &options) : options(options) {}

  const InterpretOptions &getOptions() const { return options; }

  /// Evaluates one op and tells the observer.
  llvm::FailureOr<llvm::SmallVector<Tensor>>
  run(mlir::Operation *op, llvm::ArrayRef<Tensor> operands);

  /// Executes a block with the given arguments; returns what its terminator
  /// passes on.
  llvm::FailureOr<llvm::SmallVector<Tensor>>
  run(mlir::Block &block, llvm::ArrayRef<Tensor> arguments,
      const Evaluation &at);

  /// Calls a function; `at` is the op that errors about its arguments belong
  /// to. Recursion is an error.
  llvm::FailureOr<llvm::SmallVector<Tensor>>
  call(FuncOp func, llvm::ArrayRef<Tensor> arguments, const Evaluation &at);

  /// The op that a symbol names in the module of `from`; null where there is
  /// none.
  template <typename OpT>
  OpT lookup(mlir::Operation *from, mlir::FlatSymbolRefAttr symbol) {
    return symbols.lookupNearestSymbolFrom<OpT>(from, symbol);
  }

private:
  /// The value as this run knows it, or its constant. Null, with an error said,
  /// where it has none.
  const Tensor *find(mlir::Value value, mlir::Operation *user);

  /// The values that no op after the given one reads.
  using LastUses =
      llvm::DenseMap<mlir::Operation *, llvm::SmallVector<mlir::Value, 2>>;
  const LastUses &computeLastUses(mlir::Block &block);

  const InterpretOptions &options;
  mlir::SymbolTableCollection symbols;
  llvm::DenseMap<mlir::Value, Tensor> values;
  llvm::DenseMap<mlir::Block *, std::unique_ptr<LastUses>> lastUses;
  llvm::SmallVector<FuncOp> active;
};

/// The meaning of any op of the dialect, by its name. Fails, having said so,
/// for an op of another one.
llvm::LogicalResult evaluateAny(mlir::Operation *op, Evaluation &evaluation);

} // namespace weft

#endif // WEFT_LIB_INTERPRETER_EVALUATOR_H
