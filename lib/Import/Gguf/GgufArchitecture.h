// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The metadata of a GGUF file as the fields of a decoder.

#ifndef WEFT_LIB_IMPORT_GGUF_GGUFARCHITECTURE_H
#define WEFT_LIB_IMPORT_GGUF_GGUFARCHITECTURE_H

#include "lib/Import/Decoder/DecoderConfig.h"
#include "lib/Import/Gguf/GgufFile.h"

namespace weft {

/// Fails where the architecture is not known, with those that are, and where a
/// key is missing or of another type.
llvm::Expected<DecoderConfig> readGgufConfig(const GgufFile &file);

} // namespace weft

#endif // WEFT_LIB_IMPORT_GGUF_GGUFARCHITECTURE_H
