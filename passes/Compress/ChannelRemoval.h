// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Takes channels out of a model, so that every tensor that has them becomes smaller.

#ifndef WEFT_PASSES_COMPRESS_CHANNELREMOVAL_H
#define WEFT_PASSES_COMPRESS_CHANNELREMOVAL_H

#include "lib/Analysis/ChannelDependencies.h"
#include "passes/Simplify/ParameterTable.h"

namespace weft {

class ChannelRemoval {
public:
  ChannelRemoval(mlir::ModuleOp module, const ChannelDependencies &dependencies,
                 ParameterTable &parameters);

  /// Notes that a channel goes. Of each axis something must stay.
  void remove(llvm::ArrayRef<ChannelPlace> places);

  /// Rewrites types, parameters, constants, lists of sizes and functions. Fails with a diagnostic.
  llvm::LogicalResult apply();

  using Positions = llvm::SmallVector<int64_t>;
  /// The positions that stay, behind apply(); null where all do.
  const Positions *findKept(mlir::Value value, int64_t dim) const;

private:
  /// Those of each dimension, null for all of one; empty where nothing goes.
  llvm::SmallVector<const Positions *> findKept(mlir::Value value) const;

  void findAllKept();
  llvm::LogicalResult cutParameters();
  llvm::LogicalResult cutConstant(ConstantOp op);
  void cutSlice(SliceOp op);
  void cutSizes(mlir::Operation *op, mlir::OpOperand &list);
  void changeTypes();

  mlir::ModuleOp module;
  const ChannelDependencies &dependencies;
  ParameterTable &parameters;
  /// By axis: which positions go, empty where none do; then those that stay.
  std::vector<std::vector<bool>> gone;
  std::vector<Positions> kept;
};

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_CHANNELREMOVAL_H
