// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How a model reads a weight: the contractions that multiply with it, and the gathers that take rows of it.

#ifndef WEFT_PASSES_COMPRESS_WEIGHTUSES_H
#define WEFT_PASSES_COMPRESS_WEIGHTUSES_H

#include "dialects/Weft/WeftOps.h"
#include "llvm/ADT/MapVector.h"

namespace weft {

/// All that reads one parameter of floats and rank 2.
struct WeightUses {
  ParameterOp parameter;
  llvm::SmallVector<GetOp> gets;
  /// Casts of what was got, from the weight on.
  llvm::SmallVector<CastOp> casts;
  /// Contractions whose right operand it is, [outputs, inputs], or [inputs, outputs] where isTransposed.
  llvm::SmallVector<ContractOp> contractions;
  /// Gathers along dimension 0.
  llvm::SmallVector<GatherOp> gathers;
  bool isTransposed = false;
  /// Why it cannot be quantized; empty if it can.
  std::string obstacle;

  bool isLinear() const { return obstacle.empty(); }
};

/// The uses of all parameters of floats and rank 2 that something reads, in the order of the module.
std::vector<WeightUses> findWeightUses(mlir::ModuleOp module);

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_WEIGHTUSES_H
