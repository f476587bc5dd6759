// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// readGgufText for who has the vocabulary already.

#ifndef WEFT_LIB_IMPORT_GGUF_TEXTTOKENS_H
#define WEFT_LIB_IMPORT_GGUF_TEXTTOKENS_H

#include "lib/Import/Gguf/GgufText.h"
#include "lib/Import/Gguf/Vocabulary.h"

namespace weft::gguf {

llvm::Expected<GgufText> readTextTokens(const GgufFile &file,
                                        const Vocabulary &vocabulary);

} // namespace weft::gguf

#endif // WEFT_LIB_IMPORT_GGUF_TEXTTOKENS_H
