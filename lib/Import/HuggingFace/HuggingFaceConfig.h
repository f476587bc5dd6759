// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// config.json as the fields of a decoder.

#ifndef WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACECONFIG_H
#define WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACECONFIG_H

#include "lib/Import/Decoder/DecoderConfig.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"

namespace weft {

struct HuggingFaceConfig {
  DecoderConfig decoder;
  /// Whether the head is the token embedding, even where the file has a head.
  bool isTied = false;
};

/// Reads \p config with the defaults of transformers' configuration classes;
/// \p where stands in messages. Fails where the model_type is not known, with
/// those that are, where a setting has another type, and where one asks for
/// what the decoder does not do.
llvm::Expected<HuggingFaceConfig>
readHuggingFaceConfig(const llvm::json::Object &config, llvm::StringRef where);

} // namespace weft

#endif // WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACECONFIG_H
