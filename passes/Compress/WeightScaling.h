// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weights of products whose channels are multiplied by factors, so that those of activations can be divided by them.

#ifndef WEFT_PASSES_COMPRESS_WEIGHTSCALING_H
#define WEFT_PASSES_COMPRESS_WEIGHTSCALING_H

#include "passes/Compress/ActivationSites.h"

namespace weft {

/// A dimension of a product's weights that channels lie along: `dim`, of each group of a convolution.
struct WeightChannels {
  std::vector<float> values;
  llvm::SmallVector<int64_t> dims;
  int64_t dim;

  size_t getCount() const { return static_cast<size_t>(dims[dim]); }
  /// The largest magnitude of each channel.
  std::vector<double> computeMagnitudes() const;
  void scale(llvm::ArrayRef<double> factors);
};

/// The channels of the activation in the weights of `product`: those of a dense or depthwise one. Nothing for others, and where weights
/// have no value, or one that is NaN or infinite.
std::optional<WeightChannels> readInputChannels(ParameterTable &parameters,
                                                const ConstantProduct &product);
/// The channels of the result, where they lie along its last dimension.
std::optional<WeightChannels>
readOutputChannels(ParameterTable &parameters, const ConstantProduct &product);

/// Gives `product`, whose weights are a parameter, those values in a new parameter whose name ends in `suffix`: statistics of the former
/// ones are none of these. Fails with a diagnostic where it cannot be written.
llvm::LogicalResult replaceWeights(ParameterTable &parameters,
                                   const ConstantProduct &product,
                                   const WeightChannels &weights,
                                   llvm::StringRef suffix);

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_WEIGHTSCALING_H
