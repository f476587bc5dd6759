// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The tokenizer of a GGUF file as the text of a Hugging Face tokenizer.json
// that gives the same ids.

#ifndef WEFT_LIB_IMPORT_GGUF_GGUFTOKENIZER_H
#define WEFT_LIB_IMPORT_GGUF_GGUFTOKENIZER_H

#include "lib/Import/Gguf/GgufFile.h"

namespace weft {

/// Returns tokenizer.huggingface.json where the file has it; else converts
/// tokenizer.ggml.*: model "gpt2" (byte-level BPE), "llama"
/// (SentencePiece BPE), "t5" (SentencePiece Unigram) and "bert" (WordPiece).
/// Fails where the model or the pre-tokenizer (tokenizer.ggml.pre) is not
/// known, naming those that are, and where vocabulary, scores, types and merges
/// do not fit together.
llvm::Expected<std::string> makeTokenizerJson(const GgufFile &file);

} // namespace weft

#endif // WEFT_LIB_IMPORT_GGUF_GGUFTOKENIZER_H
