// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which positions of which dimensions can leave a model together, so that all shapes still fit. The idea is that of DepGraph (Fang et al.,
// CVPR 2023): nothing is said of layers or architectures, only of what an op does to each dimension of its operands.
//
//   %h = weft.contract "mk,nk->mn" %x, %up    : (tensor<?x4xf32>, tensor<6x4xf32>) -> tensor<?x6xf32>
//   %a = weft.tanh %h
//   %y = weft.contract "mk,nk->mn" %a, %down  : (tensor<?x6xf32>, tensor<4x6xf32>) -> tensor<?x4xf32>
//
// Dimension 0 of %up, 1 of %h and %a, and 1 of %down are one *axis* of six positions. Axes relate by position: of a reshape of 576 to 9 x 64
// positions 0 to 63 go with position 0 of the 9, those of a concatenation stand behind each other, a head of keys goes with the
// heads of queries that read it. What goes together is a *channel*. A channel is free if no op needs one of its positions: softmax and
// normalization look along a dimension, callers know inputs and outputs, an unknown op may do anything.
//
// To take channels away means the same as to leave them out of the sums that read them: of the contractions, convolutions and products of
// attention whose inner dimension they are.

#ifndef WEFT_LIB_ANALYSIS_CHANNELDEPENDENCIES_H
#define WEFT_LIB_ANALYSIS_CHANNELDEPENDENCIES_H

#include "dialects/Weft/WeftOps.h"

namespace weft {

/// A position of an axis.
struct ChannelPlace {
  unsigned axis;
  int64_t position;
};

/// Channels that cover the same axes as often, so that any of them can stand for any other.
struct ChannelGroup {
  /// Whether the model works on its channels side by side, as on heads of attention.
  bool isParallel = false;
  /// All places of each channel.
  std::vector<llvm::SmallVector<ChannelPlace, 4>> channels;
};

class ChannelDependencies {
public:
  /// `isFixed` says which parameters keep their shapes.
  ChannelDependencies(mlir::ModuleOp module,
                      llvm::function_ref<bool(ParameterOp)> isFixed);

  /// The axis of a dimension; nothing where it is dynamic or of size 1.
  std::optional<unsigned> findAxis(mlir::Value value, int64_t dim) const;

  unsigned getNumAxes() const { return static_cast<unsigned>(sizes.size()); }
  int64_t getSize(unsigned axis) const { return sizes[axis]; }

  /// All that are free, in the order of the module.
  llvm::ArrayRef<ChannelGroup> getGroups() const { return groups; }

private:
  llvm::DenseMap<std::pair<mlir::Value, unsigned>, unsigned> axes;
  std::vector<int64_t> sizes;
  std::vector<ChannelGroup> groups;
};

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_CHANNELDEPENDENCIES_H
