// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The four normalization forms of Unicode (UAX 15).
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_NORMALIZATIONFORM_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_NORMALIZATIONFORM_H

#include <string>
#include <string_view>

namespace weft::text {

enum class NormalizationForm { C, D, KC, KD };

/// `text` (valid UTF-8) in `form`. Linear but for long runs of combining marks,
/// which are sorted.
std::string normalize(std::string_view text, NormalizationForm form);

} // namespace weft::text

#endif
