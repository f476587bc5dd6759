// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Texts that belong to a model and travel with it into model.ir and .wm. Those
// of language models are files as Hugging Face has them, whatever format the
// model came in.

#ifndef WEFT_LIB_IMPORT_MODEL_MODELASSETS_H
#define WEFT_LIB_IMPORT_MODEL_MODELASSETS_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <utility>
#include <vector>

namespace weft {

/// The tokenizer, as tokenizer.json.
inline constexpr llvm::StringLiteral kTokenizerAsset = "tokenizer.json";
/// The chat template, Jinja.
inline constexpr llvm::StringLiteral kChatTemplateAsset = "chat_template.jinja";
/// bos_token_id, eos_token_id (a list), bos_token, eos_token,
/// max_position_embeddings.
inline constexpr llvm::StringLiteral kGenerationAsset =
    "generation_config.json";

/// Names and bytes.
using ModelAssets = std::vector<std::pair<std::string, std::string>>;

} // namespace weft

#endif // WEFT_LIB_IMPORT_MODEL_MODELASSETS_H
