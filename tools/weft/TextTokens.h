// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Text as the token ids of a model that is not running.

#ifndef WEFT_TOOLS_WEFT_TEXTTOKENS_H
#define WEFT_TOOLS_WEFT_TEXTTOKENS_H

#include "lib/Import/Model/ModelAssets.h"
#include "tools/weft/Verb.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>

namespace weft {

/// The ids of `text` by the tokenizer among a model's assets, special tokens included. What fails is on stderr.
ExitStatus encodeText(const ModelAssets &assets, llvm::StringRef text,
                      std::vector<int32_t> &ids);

/// Reads the file `path`. What fails is on stderr.
ExitStatus readTextFile(llvm::StringRef path,
                        std::unique_ptr<llvm::MemoryBuffer> &text);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_TEXTTOKENS_H
