// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A decoder's fields as the keys of llama.cpp's format.

#ifndef WEFT_LIB_EXPORT_GGUF_GGUFSETTINGS_H
#define WEFT_LIB_EXPORT_GGUF_GGUFSETTINGS_H

#include "lib/Export/Gguf/GgufWriter.h"
#include "lib/Import/Decoder/DecoderConfig.h"
#include "lib/Import/Gguf/GgufArchitecture.h"

namespace weft {

/// The architecture of the format that has the decoder. Fails where there is
/// none, or where it computes something else.
llvm::Expected<const GgufArchitecture *>
findGgufTarget(const DecoderConfig &config);

/// Adds the keys. \p warnings gets what the format does not say.
void addSettings(GgufWriter &writer, const DecoderConfig &config,
                 const GgufArchitecture &target,
                 std::vector<std::string> &warnings);

/// What the frequencies are divided by, for the tensor rope_freqs.weight; empty
/// where there is none.
std::vector<float> makeFrequencyDivisors(const DecoderConfig &config);

} // namespace weft

#endif // WEFT_LIB_EXPORT_GGUF_GGUFSETTINGS_H
