// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The feed-forward half of a decoder's layer, dense or of experts.

#ifndef WEFT_LIB_IMPORT_DECODER_FEEDFORWARD_H
#define WEFT_LIB_IMPORT_DECODER_FEEDFORWARD_H

#include "lib/Import/Decoder/DecoderConfig.h"
#include "lib/Import/Decoder/DecoderParameters.h"

namespace weft {

/// f32 [tokens, width] to the same.
mlir::Value makeFeedForward(TensorBuilder &b, const DecoderConfig &config,
                            DecoderParameters &parameters, mlir::Value x,
                            int64_t layer);

} // namespace weft

#endif // WEFT_LIB_IMPORT_DECODER_FEEDFORWARD_H
