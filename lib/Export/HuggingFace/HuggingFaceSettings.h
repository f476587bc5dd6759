// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A decoder's fields as config.json: the inverse of lib/Import/HuggingFace's
// HuggingFaceConfig.

#ifndef WEFT_LIB_EXPORT_HUGGINGFACE_HUGGINGFACESETTINGS_H
#define WEFT_LIB_EXPORT_HUGGINGFACE_HUGGINGFACESETTINGS_H

#include "lib/Import/Decoder/DecoderConfig.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"

namespace weft {

/// What config.json says of weights that are there or not.
struct HuggingFaceParts {
  bool isTied = false;
  bool hasAttentionBias = false;
  bool hasFeedForwardBias = false;
};

/// The model_type that has the decoder.
llvm::Expected<std::string> findModelType(const DecoderConfig &config);

/// Fails on what transformers' classes cannot say.
llvm::Expected<llvm::json::Object>
makeHuggingFaceConfig(const DecoderConfig &config, llvm::StringRef modelType,
                      const HuggingFaceParts &parts);

/// The text of config.json. JSON does not tell 30 from 30.0, transformers does.
std::string spellSettings(const llvm::json::Object &settings);

} // namespace weft

#endif // WEFT_LIB_EXPORT_HUGGINGFACE_HUGGINGFACESETTINGS_H
