// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The texts that a Hugging Face model has beside its weights.

#ifndef WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACEASSETS_H
#define WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACEASSETS_H

#include "lib/Import/Model/ModelAssets.h"
#include "lib/Import/Safetensors/ModelFolder.h"

namespace weft {

/// Adds tokenizer and chat template where the folder has them, and the settings
/// of generation: those of generation_config.json with what config.json and
/// tokenizer_config.json say of tokens, and max_position_embeddings.
void readHuggingFaceAssets(const ModelFolder &folder, int64_t context,
                           ModelAssets &assets);

} // namespace weft

#endif // WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACEASSETS_H
