// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Makes the codes, scales and zero points of weights: rows are read from the mapped weight, quantized, packed and written, while others
// compute the next ones and what comes then is read from the disk.

#ifndef WEFT_PASSES_COMPRESS_WEIGHTQUANTIZER_H
#define WEFT_PASSES_COMPRESS_WEIGHTQUANTIZER_H

#include "lib/Support/ReadAhead.h"
#include "passes/Compress/ErrorFeedback.h"
#include "passes/Compress/GroupQuantizer.h"
#include "passes/Compress/WeightUses.h"
#include "passes/Simplify/ParameterTable.h"

namespace weft {

class ModelFileDraft;

/// The parameters that stand for a weight.
struct QuantizedWeight {
  ParameterOp codes, scales, zeros;
  int64_t group = 0;
};

/// How a weight is quantized.
struct WeightPlan {
  GroupFormat format;
  ScaleChoice choice = ScaleChoice::Extremes;
  /// Of each input; empty where nothing is known.
  std::vector<float> importance;
  /// Null: every weight is rounded alone.
  std::shared_ptr<const ErrorFeedback> feedback;
  /// Of what the feedback comes from.
  uint64_t feedbackChecksum = 0;
  /// Of a pruned weight.
  bool keepsZeros = false;
};

/// For all weights of a module, one after the other. Not thread-safe; computes on the threads of the module's context.
class WeightQuantizer {
public:
  /// `draft`, which may be null, holds what an earlier run has finished and takes what this one does, where the module has a weight store.
  WeightQuantizer(ParameterTable &parameters, ModelFileDraft *draft,
                  ReadAhead &readAhead);
  ~WeightQuantizer();

  /// Declares the parts of a weight, which is range number `number` of those that are read ahead. Fails with a diagnostic.
  llvm::FailureOr<QuantizedWeight> run(size_t number, WeightUses &uses,
                                       const WeightPlan &plan);

private:
  class Run;
  struct Piece;

  ParameterTable &parameters;
  ModelFileDraft *draft;
  ReadAhead &readAhead;
  /// Memory that is touched once: new pages cost as much as rounding does.
  std::vector<Piece> pieces;
};

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_WEIGHTQUANTIZER_H
