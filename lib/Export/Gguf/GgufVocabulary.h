// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A tokenizer.json as the keys of llama.cpp's format: the inverse of
// lib/Import/Gguf's tokenizers.

#ifndef WEFT_LIB_EXPORT_GGUF_GGUFVOCABULARY_H
#define WEFT_LIB_EXPORT_GGUF_GGUFVOCABULARY_H

#include "lib/Export/Gguf/GgufWriter.h"
#include "lib/Import/Model/ModelAssets.h"

namespace weft {

/// Adds tokens, merges or scores, special tokens and the chat template. A model
/// without a tokenizer gets "no_vocab". \p vocabulary is the number of rows of
/// the embedding: tokens that the tokenizer does not have are unused. Fails on
/// kinds of tokenizers that are neither byte-level BPE nor SentencePiece's BPE,
/// and on files that contradict themselves.
llvm::Error addVocabulary(GgufWriter &writer, const ModelAssets &assets,
                          int64_t vocabulary);

} // namespace weft

#endif // WEFT_LIB_EXPORT_GGUF_GGUFVOCABULARY_H
