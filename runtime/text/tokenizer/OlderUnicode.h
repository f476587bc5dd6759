// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The Python package takes some properties of characters from tables of older
// versions of Unicode than ours. Where its answer is another one, ids would be
// others too, so this file knows these characters: mostly marks and punctuation
// of scripts that were added since 2014.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_OLDERUNICODE_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_OLDERUNICODE_H

#include <cstdint>

namespace weft::text {

enum class OlderProperty {
  Mark,
  NonspacingMark,
  Other,
  Punctuation,
  /// A compatibility or canonical decomposition.
  Decomposition,
  /// A canonical combining class other than 0.
  CombiningClass
};

/// Whether the package answers otherwise than today's Unicode about `point`.
bool isOtherInOlderUnicode(OlderProperty property, uint32_t point);

} // namespace weft::text

#endif
