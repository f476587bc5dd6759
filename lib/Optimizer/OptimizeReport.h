// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What optimizing did to each weight.

#ifndef WEFT_LIB_OPTIMIZER_OPTIMIZEREPORT_H
#define WEFT_LIB_OPTIMIZER_OPTIMIZEREPORT_H

#include "mlir/IR/BuiltinOps.h"
#include "llvm/Support/JSON.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace weft {

/// A weight before and after.
struct WeightChange {
  /// In the source model.
  std::string name;
  /// Of the codes or floats that are stored; "gone" of one that left the model.
  std::string type;
  unsigned bits = 0;
  /// Weights that share a scale; 0 where there are no scales.
  int64_t group = 0;
  uint64_t bytesBefore = 0, bytesAfter = 0;
  /// The norm of the difference over that of the weight.
  std::optional<double> error;

  /// Of a pruned weight the share of zeros, and what they are of its norm.
  std::optional<double> sparsity, pruningError;

  bool isChanged() const {
    return error || sparsity || bytesAfter != bytesBefore;
  }
};

class OptimizeReport {
public:
  /// Measures the weights of an imported model.
  explicit OptimizeReport(mlir::ModuleOp module);

  /// Compares them with those that the passes left.
  void finish(mlir::ModuleOp module);

  llvm::ArrayRef<WeightChange> getWeights() const { return weights; }
  uint64_t getBytesBefore() const { return bytesBefore; }
  uint64_t getBytesAfter() const { return bytesAfter; }

  /// {"output", "precision", "bytes_before", "bytes_after", "weights": [{"name", "type", "bits", "bytes_before", "bytes_after",
  /// maybe "group", maybe "relative_error", maybe "sparsity" and "pruning_error"}]}
  llvm::json::Value toJson(llvm::StringRef output,
                           llvm::StringRef precision) const;

private:
  uint64_t getBytesBefore(llvm::StringRef name) const;

  /// By the name of the source, which stays with the parts of a weight.
  std::map<std::string, uint64_t> before;
  std::vector<WeightChange> weights;
  uint64_t bytesBefore = 0, bytesAfter = 0;
};

} // namespace weft

#endif // WEFT_LIB_OPTIMIZER_OPTIMIZEREPORT_H
