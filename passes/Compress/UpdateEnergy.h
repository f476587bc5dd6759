// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How large the values of a model are, from its weights and what is known of their inputs.

#ifndef WEFT_PASSES_COMPRESS_UPDATEENERGY_H
#define WEFT_PASSES_COMPRESS_UPDATEENERGY_H

#include "passes/Compress/Statistics.h"
#include "passes/Compress/WeightUses.h"
#include "passes/Simplify/ParameterTable.h"

namespace weft {

/// Estimates expected squares of vectors, summed over their channels. Terms of a sum count as orthogonal, inputs of a linear layer as uncorrelated
/// with the squares that the statistics have, or 1.
class UpdateEnergy {
public:
  /// `statistics` may be null.
  UpdateEnergy(mlir::ModuleOp module, ParameterTable &parameters,
               const Statistics *statistics);

  /// Nothing where the value comes from an op that says nothing of its size, or from a weight without bytes.
  std::optional<double> estimate(mlir::Value value);

  /// Whether there were linear layers so far that no statistics know.
  bool isGuessed() const { return guesses; }

private:
  std::optional<double> compute(mlir::Operation *op);
  std::optional<double> measureContraction(ContractOp op);
  /// Sum of squares of a parameter or constant that is read as it is, or cast; divided by `rows`.
  std::optional<double> measureParameter(mlir::Value value, int64_t rows = 1);

  ParameterTable &parameters;
  const Statistics *statistics;
  bool guesses = false;
  /// Of each weight of a linear layer, the dimension of its inputs.
  llvm::StringMap<int64_t> inputDims;
  llvm::DenseMap<mlir::Value, std::optional<double>> known;
};

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_UPDATEENERGY_H
