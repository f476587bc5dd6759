// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Attributes of language models. Of the module: what the model was built from,
// as lib/Import/Decoder/DecoderOrigin.h says; a pass that changes the structure
// drops the first.

#ifndef WEFT_DIALECTS_WEFT_DECODERATTRIBUTES_H
#define WEFT_DIALECTS_WEFT_DECODERATTRIBUTES_H

#include "llvm/ADT/StringRef.h"

namespace weft {

inline constexpr llvm::StringLiteral kDecoderAttribute = "weft.decoder";
inline constexpr llvm::StringLiteral kDecoderWeightsAttribute =
    "weft.decoder_weights";

/// Of a module whose activations are no longer those of its source, because
/// passes moved factors between its weights.
inline constexpr llvm::StringLiteral kScaledChannelsAttribute =
    "weft.scaled_channels";

/// Of a parameter that is no weight of the model, but of an adapter beside it:
/// the adapter's name.
inline constexpr llvm::StringLiteral kAdapterAttribute = "weft.adapter";

} // namespace weft

#endif // WEFT_DIALECTS_WEFT_DECODERATTRIBUTES_H
