// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Regular expressions of tokenizer.json, run by PCRE2 with its compiler where
// that is allowed. Limits make every search end.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_REGEX_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_REGEX_H

#include "runtime/program/Status.h"

#include <memory>
#include <vector>

namespace weft::text {

/// A part of a text, in bytes, that a pattern matches or that lies between two
/// matches.
struct Segment {
  size_t start;
  size_t end;
  bool isMatch;
};

/// The memory of searches in progress; one for each thread.
class RegexScratch {
public:
  RegexScratch();
  ~RegexScratch();
  RegexScratch(const RegexScratch &) = delete;
  RegexScratch &operator=(const RegexScratch &) = delete;

private:
  friend class Regex;
  struct MatchData;
  std::unique_ptr<MatchData> data;
};

/// A compiled pattern; const methods may be called from any thread.
class Regex {
public:
  /// Compiles `pattern`, in Oniguruma's Ruby syntax.
  static runtime::Status compile(std::string_view pattern,
                                 std::unique_ptr<Regex> &regex);
  ~Regex();

  /// Cuts all of `text` (valid UTF-8) into segments, and appends them. Matches
  /// do not overlap; an empty match gives an empty segment. Fails when a search
  /// takes too many steps or too much memory.
  runtime::Status split(std::string_view text, RegexScratch &scratch,
                        std::vector<Segment> &segments) const;

private:
  struct Code;
  explicit Regex(std::unique_ptr<Code> code);
  std::unique_ptr<Code> code;
};

} // namespace weft::text

#endif
