// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The field `pattern` of Split and Replace: a literal text or a regular
// expression.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_SPLITPATTERN_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_SPLITPATTERN_H

#include "runtime/text/tokenizer/Component.h"
#include "runtime/text/tokenizer/Pieces.h"

namespace weft::text {

/// Const methods may be called from any thread.
class SplitPattern {
public:
  runtime::Status read(const Component &component);
  /// Appends segments that cover all of `text`.
  runtime::Status split(std::string_view text, RegexScratch &scratch,
                        std::vector<Segment> &segments) const;
  /// The least number of bytes that a match can have.
  size_t getLeastMatchBytes() const { return literal.size(); }

private:
  std::string literal; // empty if `regex` is there
  std::unique_ptr<Regex> regex;
};

/// Reads the field `behavior`; it may be missing if `fallback` is not null.
runtime::Status readSplitBehavior(const Component &component,
                                  SplitBehavior &behavior,
                                  const SplitBehavior *fallback);

} // namespace weft::text

#endif
