// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How much a model loses with a channel.

#ifndef WEFT_PASSES_COMPRESS_CHANNELIMPORTANCE_H
#define WEFT_PASSES_COMPRESS_CHANNELIMPORTANCE_H

#include "lib/Analysis/ChannelDependencies.h"
#include "passes/Compress/Statistics.h"
#include "passes/Simplify/ParameterTable.h"

namespace weft {

/// Measures channels, to be compared within a group.
///
/// With statistics of a linear layer that reads the channel: the expected square of what the channel adds to the layer's outputs, sum over n of w_nk^2 E[x_k^2].
/// Without: the squares of all weights but vectors that go with it (the group norm of DepGraph, Fang et al., CVPR 2023).
class ChannelImportance {
public:
  /// Reads all weights once. `statistics` may be null. Fails with a diagnostic.
  static llvm::FailureOr<ChannelImportance>
  compute(mlir::ModuleOp module, const ChannelDependencies &dependencies,
          ParameterTable &parameters, const Statistics *statistics);

  /// One number for each channel.
  std::vector<double> measure(const ChannelGroup &group) const;

  /// Whether linear layers read the group, but no statistics say what with.
  bool isGuessed(const ChannelGroup &group) const;

  /// The weights that have the axis, for messages; the ones that read it first.
  llvm::ArrayRef<std::string> getWeights(unsigned axis) const {
    return weights[axis];
  }

private:
  /// By axis and position: squares of weights, and expected squares of contributions, empty where none are known.
  std::vector<std::vector<double>> norms, contributions;
  std::vector<std::vector<std::string>> weights;
  std::vector<bool> hasLinearReader;

  bool isKnown(const ChannelGroup &group) const;
};

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_CHANNELIMPORTANCE_H
