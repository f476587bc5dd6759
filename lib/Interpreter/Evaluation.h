// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the meaning of an op sees: its operands' values, and where its results
// go.

#ifndef WEFT_LIB_INTERPRETER_EVALUATION_H
#define WEFT_LIB_INTERPRETER_EVALUATION_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Interpreter/Tensor.h"

namespace weft {
class Evaluator;

/// A run-time error at an op; stands for failure. Silent where nobody wants to
/// hear.
class Fault {
public:
  Fault() = default;
  explicit Fault(mlir::InFlightDiagnostic diagnostic)
      : diagnostic(std::move(diagnostic)) {}
  template <typename T> Fault &operator<<(T &&part) {
    if (diagnostic)
      *diagnostic << std::forward<T>(part);
    return *this;
  }
  operator llvm::LogicalResult() const { return llvm::failure(); }
  template <typename T> operator llvm::FailureOr<T>() const {
    return llvm::failure();
  }

private:
  std::optional<mlir::InFlightDiagnostic> diagnostic;
};

/// One op being evaluated.
class Evaluation {
public:
  Evaluation(mlir::Operation *op, llvm::ArrayRef<Tensor> operands,
             Evaluator &evaluator)
      : op(op), operands(operands), results(op->getNumResults()),
        evaluator(evaluator) {}

  /// The value of one of the op's operands.
  const Tensor &operator[](mlir::Value operand) const;
  /// The same for an optional operand; null where it is absent.
  const Tensor *find(mlir::Value operand) const {
    return operand ? &(*this)[operand] : nullptr;
  }
  llvm::ArrayRef<Tensor> getOperands() const { return operands; }

  /// Makes memory of zeros for a result of these sizes and of the element type
  /// that its type has. Null, with an error said, where the sizes contradict
  /// the result's type or memory is short.
  Tensor *allocate(llvm::ArrayRef<int64_t> dims, unsigned result = 0);

  /// Gives a result; fails where its sizes contradict the result's type.
  llvm::LogicalResult set(Tensor tensor, unsigned result = 0);

  /// Says what went wrong at the op.
  Fault fail() const;
  /// The same in the words of Faults.h, where {0} and {1} stand for the values.
  Fault fail(const std::string &text, int64_t value0 = 0,
             int64_t value1 = 0) const;
  /// Says in which dimension of a result of `rank` two lists of sizes do not
  /// broadcast.
  Fault failBroadcast(llvm::ArrayRef<int64_t> lhs, llvm::ArrayRef<int64_t> rhs,
                      int64_t rank) const;

  Evaluator &getEvaluator() const { return evaluator; }
  llvm::SmallVector<Tensor> takeResults() { return std::move(results); }

private:
  llvm::LogicalResult checkDims(llvm::ArrayRef<int64_t> dims,
                                unsigned result) const;

  mlir::Operation *op;
  llvm::ArrayRef<Tensor> operands;
  llvm::SmallVector<Tensor> results;
  Evaluator &evaluator;
};

/// The meaning of an op: computes its results from its operands. Deliberately
/// without a definition: each op of the dialect has its own specialization, and
/// one without it does not link.
template <typename OpT>
llvm::LogicalResult evaluate(OpT op, Evaluation &evaluation);

/// Spells sizes as in a type: [2x3].
std::string formatDims(llvm::ArrayRef<int64_t> dims);

/// The integers of a shape, axes or counts tensor.
llvm::SmallVector<int64_t> readInts(const Tensor &tensor);

/// Row-major strides, in elements.
llvm::SmallVector<int64_t> computeStrides(llvm::ArrayRef<int64_t> dims);

/// The product of sizes [begin, end) of a tensor that exists.
int64_t multiplyDims(llvm::ArrayRef<int64_t> dims);

} // namespace weft

#endif // WEFT_LIB_INTERPRETER_EVALUATION_H
