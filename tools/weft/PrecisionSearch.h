// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Bits and groups for each weight by what they were measured to cost, as `weft optimize --precision mixed` and `--auto` choose them.

#ifndef WEFT_TOOLS_WEFT_PRECISIONSEARCH_H
#define WEFT_TOOLS_WEFT_PRECISIONSEARCH_H

#include "lib/Optimizer/PrecisionPlanner.h"
#include "tools/weft/SensitivityProbe.h"

namespace weft {

/// What --budget says.
struct SizeBudget {
  enum class Unit {
    None,
    /// A weight, scales included.
    Bits,
    /// 10^6 bytes of all weights of the model.
    Megabytes,
    /// Of a decoded token, or of a call.
    Milliseconds,
    /// Kullback-Leibler divergence, as it is predicted.
    Divergence,
  };
  Unit unit = Unit::None;
  double value = 0;
};

/// Reads "4.9bits", "80MB", "12ms" or "0.04kl".
llvm::Expected<SizeBudget> parseBudget(llvm::StringRef text);

class PrecisionSearch {
public:
  /// Measures what each weight costs in each format. The first one is measured by running the model, the others follow by the errors that they
  /// cause. With 0 bits among them a weight may also stay as it is.
  ExitStatus measure(SensitivityProbe &probe,
                     llvm::ArrayRef<GroupFormat> formats,
                     const Statistics *statistics);

  /// Chooses within a budget of bytes of the whole model, or of cost.
  void choose(const PrecisionBudget &budget);
  /// Takes the same format for all, one of those that were measured.
  void chooseAll(size_t format);

  /// Bytes of the whole model for so many bits a weight.
  uint64_t countBytes(double bits) const;
  /// Of parameters that are no such weights.
  uint64_t getOtherBytes() const { return otherBytes; }
  const PrecisionSums &getSums() const { return sums; }
  /// Bits a weight, scales included.
  double computeBits() const;

  /// Says on the weights' parameters what was chosen.
  void apply(mlir::ModuleOp module) const;

  /// Names of the weights that cost most as they are chosen.
  std::string listWorst(size_t count) const;
  void print(llvm::raw_ostream &stream) const;

private:
  std::vector<PlannedWeight> weights;
  uint64_t otherBytes = 0, elements = 0;
  PrecisionSums sums;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_PRECISIONSEARCH_H
