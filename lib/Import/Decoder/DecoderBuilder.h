// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Builds a decoder-only language model. The module has three functions over the
// same parameters and states:
//
//   prefill(tokens [n])  -> logits [1, vocabulary] of the last token
//   decode(tokens [1])   -> logits [1, vocabulary]
//   evaluate(tokens [n]) -> logits [n, vocabulary] of every token
//
// States are the keys and values of each layer, `key.0`, `value.0`, ..., f32
// [positions so far, key heads, head width]. Every function puts those of its
// tokens behind them, which the session's memory takes in place, and positions
// go on from there: a text may come in pieces of any size.

#ifndef WEFT_LIB_IMPORT_DECODER_DECODERBUILDER_H
#define WEFT_LIB_IMPORT_DECODER_DECODERBUILDER_H

#include "lib/Import/Decoder/DecoderConfig.h"
#include "lib/Import/Decoder/DecoderWeights.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace weft {

/// Returns null after one diagnostic at \p loc: sizes that contradict each
/// other or the weights, or weights that are missing (all of them at once). The
/// context's dialect gets a weight store.
mlir::OwningOpRef<mlir::ModuleOp> buildDecoder(const DecoderConfig &config,
                                               DecoderWeights &weights,
                                               mlir::Location loc);

} // namespace weft

#endif // WEFT_LIB_IMPORT_DECODER_DECODERBUILDER_H
