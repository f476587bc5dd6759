// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Module attributes of language models; lib/Import/Decoder/DecoderOrigin.h says
// what they hold. A pass that changes the structure drops the first.

#ifndef WEFT_DIALECTS_WEFT_DECODERATTRIBUTES_H
#define WEFT_DIALECTS_WEFT_DECODERATTRIBUTES_H

#include "llvm/ADT/StringRef.h"

namespace weft {

inline constexpr llvm::StringLiteral kDecoderAttribute = "weft.decoder";
inline constexpr llvm::StringLiteral kDecoderWeightsAttribute =
    "weft.decoder_weights";

} // namespace weft

#endif // WEFT_DIALECTS_WEFT_DECODERATTRIBUTES_H
