// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rotation of queries and keys by an angle that grows with the position.

#ifndef WEFT_LIB_IMPORT_DECODER_ROTARYEMBEDDING_H
#define WEFT_LIB_IMPORT_DECODER_ROTARYEMBEDDING_H

#include "lib/Import/Decoder/DecoderConfig.h"
#include "lib/Import/TensorBuilder.h"

namespace weft {

/// The angle of each pair for one step of the position, radians; dims / 2 of
/// them.
std::vector<double> computeRotaryFrequencies(const RotaryConfig &config);

/// What cosine and sine are multiplied with.
double computeRotaryFactor(const RotaryConfig &config);

/// Cosine and sine of the angles of some positions, both f32
/// [tokens, 1, dims / 2]. One serves all layers.
struct RotaryAngles {
  mlir::Value cosine, sine;
};

/// \p positions is f32 [tokens].
RotaryAngles makeRotaryAngles(TensorBuilder &b, const RotaryConfig &config,
                              mlir::Value positions);

/// Rotates f32 [tokens, heads, width]. Of interleaved pairs the first halves
/// come first in the result: scores do not depend on the order.
mlir::Value rotate(TensorBuilder &b, const RotaryConfig &config,
                   const RotaryAngles &angles, mlir::Value x);

} // namespace weft

#endif // WEFT_LIB_IMPORT_DECODER_ROTARYEMBEDDING_H
