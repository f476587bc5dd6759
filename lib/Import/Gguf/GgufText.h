// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a GGUF file says about conversations: the chat template, and the tokens
// with a meaning of their own.

#ifndef WEFT_LIB_IMPORT_GGUF_GGUFTEXT_H
#define WEFT_LIB_IMPORT_GGUF_GGUFTEXT_H

#include "lib/Import/Gguf/GgufFile.h"
#include <set>

namespace weft {

/// Ids are indices into the vocabulary; nothing where the file names none.
struct GgufText {
  std::optional<int64_t> bos, eos, eot, eom, unknown, padding, separator, mask;
  /// Ids after which generation stops: eos, eot and eom, and tokens with a text
  /// that ends a turn in some family of models (<|im_end|>, ...).
  std::set<int64_t> endOfGeneration;
  /// Whether text is encoded with bos before and eos or separator after it.
  /// What the file does not say follows from the kind of its tokenizer, as in
  /// llama.cpp.
  bool addBos = false;
  bool addEos = false;
  bool addSeparator = false;
  /// The Jinja text, empty where there is none.
  std::string chatTemplate;
};

/// Reads tokenizer.ggml.*_token_id and tokenizer.chat_template. Fails where there
/// is no vocabulary or an id is not in it.
llvm::Expected<GgufText> readGgufText(const GgufFile &file);

} // namespace weft

#endif // WEFT_LIB_IMPORT_GGUF_GGUFTEXT_H
