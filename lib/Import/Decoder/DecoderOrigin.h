// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a module remembers of the language model that it was built from, so that
// it can be written as one again, in the format that it came in or another:
//
//   module attributes {
//     weft.decoder = {architecture = "llama", heads = 9, rotary = {...}, ...},
//     weft.decoder_weights = {"blk.0.attn_q.weight" = "query.0", ...}}
//
// The first has the fields of DecoderConfig that are not the default ones. The
// second has the role of each weight by the name that it has in the source,
// which passes keep: role, layer and expert where there are ones, and "bias".

#ifndef WEFT_LIB_IMPORT_DECODER_DECODERORIGIN_H
#define WEFT_LIB_IMPORT_DECODER_DECODERORIGIN_H

#include "dialects/Weft/DecoderAttributes.h"
#include "lib/Import/Decoder/DecoderConfig.h"
#include "lib/Import/Decoder/DecoderWeights.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinOps.h"

namespace weft {

mlir::DictionaryAttr makeDecoderAttribute(mlir::MLIRContext *context,
                                          const DecoderConfig &config);

/// Reads the module's attribute. Fails where there is none, and where a field
/// is not known or of another type, with a text that names it.
llvm::Expected<DecoderConfig> readDecoderAttribute(mlir::ModuleOp module);

/// "query.3", "expert_up.3.7", "key.0.bias", "final_norm".
std::string spellDecoderWeight(const DecoderWeightId &id);

/// The inverse; nothing for a text that is no such name.
std::optional<DecoderWeightId> parseDecoderWeight(llvm::StringRef text);

} // namespace weft

#endif // WEFT_LIB_IMPORT_DECODER_DECODERORIGIN_H
