// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weights in 8 bits with a scale for each output, rounded to nearest.

#ifndef WEFT_PASSES_COMPRESS_CHANNELQUANTIZER_H
#define WEFT_PASSES_COMPRESS_CHANNELQUANTIZER_H

#include "lib/Interpreter/Tensor.h"

namespace weft {

struct ChannelCodes {
  /// i8 in the shape of the weights, -127 to 127.
  Tensor codes;
  /// f32, [outputs], or a scalar.
  Tensor scales;
  /// The norm of the differences over that of the weights.
  double error = 0;
};

/// Quantizes f32 weights, each index of `dim` with the scale that its largest magnitude asks for; all with one where there is no `dim`.
/// Fails where a weight is NaN or infinite, or memory is short.
llvm::FailureOr<ChannelCodes> quantizeChannels(const Tensor &weights,
                                               std::optional<int64_t> dim);

/// A tensor of f32 with these values.
llvm::FailureOr<Tensor> makeFloats(mlir::MLIRContext *context,
                                   llvm::ArrayRef<float> values,
                                   llvm::ArrayRef<int64_t> dims);

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_CHANNELQUANTIZER_H
