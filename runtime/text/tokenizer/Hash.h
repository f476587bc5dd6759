// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The hash of the tables in this folder.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_HASH_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_HASH_H

#include <string_view>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace weft::text {

inline uint64_t hashBytes(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

} // namespace weft::text

#endif
