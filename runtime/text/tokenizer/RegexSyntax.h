// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From the regular expressions of tokenizer.json, which are in Oniguruma's Ruby
// syntax, to those of PCRE2. What differs:
//
//   \s \w \h          \s is White_Space, \w has marks, \h is a hexadecimal digit
//   [a[^b]&&c]        classes nest and intersect
//   a{1,3}+           repeats the repeat; in PCRE2 it would be possessive
//   (?m:.)            is PCRE2's (?s:.)
//   a(?i)b|c          the option holds for both branches
//   \p{Greek}         is the script, not the script extensions
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_REGEXSYNTAX_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_REGEXSYNTAX_H

#include "runtime/program/Status.h"

namespace weft::text {

/// Appends `pattern` (valid UTF-8) to `translated` as PCRE2 understands it with
/// PCRE2_UTF, PCRE2_UCP and PCRE2_MULTILINE. Fails on constructs that have no
/// counterpart; whether the rest is well formed, PCRE2 says.
runtime::Status translateRegex(std::string_view pattern,
                               std::string &translated);

} // namespace weft::text

#endif
