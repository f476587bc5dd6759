// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The metadata of a GGUF file as the fields of a decoder.

#ifndef WEFT_LIB_IMPORT_GGUF_GGUFARCHITECTURE_H
#define WEFT_LIB_IMPORT_GGUF_GGUFARCHITECTURE_H

#include "lib/Import/Decoder/DecoderConfig.h"
#include "lib/Import/Gguf/GgufFile.h"

namespace weft {

/// What the name of an architecture means beyond the keys.
struct GgufArchitecture {
  llvm::StringRef name;
  /// llama.cpp's converter has permuted queries and keys.
  bool isInterleaved = false;
  DecoderNorm norm = DecoderNorm::Rms;
  DecoderActivation activation = DecoderActivation::Silu;
  bool isGated = true;
  bool isRotated = true;
  bool scalesEmbedding = false;
  /// Of so many layers the last one sees everything; 0 = no layer is local,
  /// 1 = all are.
  int64_t localPattern = 0;
  /// Whether the weights of chosen experts are made to sum to 1.
  bool normalizesExperts = true;
};

/// Null for a name that is not known.
const GgufArchitecture *findGgufArchitecture(llvm::StringRef name);

/// Fails where the architecture is not known, with those that are, and where a
/// key is missing or of another type.
llvm::Expected<DecoderConfig> readGgufConfig(const GgufFile &file);

} // namespace weft

#endif // WEFT_LIB_IMPORT_GGUF_GGUFARCHITECTURE_H
