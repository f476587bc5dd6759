// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Searching with PCRE2. Its compiled code runs on 32 KiB of the machine's stack;
// the rare search that needs more is repeated by its interpreter, on the heap.
#include "runtime/text/tokenizer/Regex.h"
#include "runtime/text/tokenizer/RegexSyntax.h"
#include "runtime/text/tokenizer/Unicode.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

using namespace weft::text;
using weft::runtime::failure;
using weft::runtime::Status;

static constexpr uint32_t maxSteps = 10'000'000;
static constexpr uint32_t maxHeapKibibytes = 64 * 1024;

struct RegexScratch::MatchData {
  pcre2_match_data *match = pcre2_match_data_create(1, nullptr);
  ~MatchData() { pcre2_match_data_free(match); }
};
RegexScratch::RegexScratch() : data(std::make_unique<MatchData>()) {}
RegexScratch::~RegexScratch() = default;

struct Regex::Code {
  pcre2_code *code = nullptr;
  pcre2_match_context *context = nullptr;
  bool isCompiled = false;
  ~Code() {
    pcre2_match_context_free(context);
    pcre2_code_free(code);
  }
};
Regex::Regex(std::unique_ptr<Code> code) : code(std::move(code)) {}
Regex::~Regex() = default;

static std::string getErrorText(int error) {
  PCRE2_UCHAR text[256];
  pcre2_get_error_message(error, text, sizeof(text));
  return reinterpret_cast<const char *>(text);
}

Status Regex::compile(std::string_view pattern, std::unique_ptr<Regex> &regex) {
  std::string translated;
  if (Status status = translateRegex(pattern, translated); !status.ok())
    return status;
  auto code = std::make_unique<Code>();
  pcre2_compile_context *compile = pcre2_compile_context_create(nullptr);
  code->context = pcre2_match_context_create(nullptr);
  if (!compile || !code->context) {
    pcre2_compile_context_free(compile);
    return failure(WEFT_STATUS_OUT_OF_MEMORY,
                   "no memory for a regular expression");
  }
  pcre2_set_newline(compile, PCRE2_NEWLINE_LF);
  pcre2_set_bsr(compile, PCRE2_BSR_UNICODE);
  int error;
  PCRE2_SIZE where;
  code->code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(translated.data()),
                             translated.size(),
                             PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE |
                                 PCRE2_NEVER_BACKSLASH_C | PCRE2_NO_UTF_CHECK,
                             &error, &where, compile);
  pcre2_compile_context_free(compile);
  if (!code->code)
    return failure(WEFT_STATUS_INVALID_ARGUMENT,
                   "regular expression: ", getErrorText(error));
  pcre2_set_match_limit(code->context, maxSteps);
  pcre2_set_depth_limit(code->context, maxSteps);
  pcre2_set_heap_limit(code->context, maxHeapKibibytes);
  code->isCompiled = pcre2_jit_compile(code->code, PCRE2_JIT_COMPLETE) == 0;
  regex.reset(new Regex(std::move(code)));
  return Status();
}

Status Regex::split(std::string_view text, RegexScratch &scratch,
                    std::vector<Segment> &segments) const {
  auto subject = reinterpret_cast<PCRE2_SPTR>(text.data());
  pcre2_match_data *match = scratch.data->match;
  if (!match)
    return failure(WEFT_STATUS_OUT_OF_MEMORY,
                   "no memory for a regular expression");
  const PCRE2_SIZE *found = pcre2_get_ovector_pointer(match);
  if (text.empty()) {
    segments.push_back({0, 0, false});
    return Status();
  }
  size_t covered = 0; // the end of the last segment
  size_t from = 0;    // where the next search begins
  bool hasMatch = false;
  while (from <= text.size()) {
    int result = code->isCompiled
                     ? pcre2_jit_match(code->code, subject, text.size(), from,
                                       0, match, code->context)
                     : pcre2_match(code->code, subject, text.size(), from,
                                   PCRE2_NO_UTF_CHECK, match, code->context);
    if (result == PCRE2_ERROR_JIT_STACKLIMIT)
      result =
          pcre2_match(code->code, subject, text.size(), from,
                      PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, match, code->context);
    if (result == PCRE2_ERROR_NOMATCH)
      break;
    if (result < 0)
      return failure(WEFT_STATUS_INVALID_ARGUMENT,
                     "regular expression: ", getErrorText(result), " at byte ",
                     from, " of ", text.size());
    size_t start = found[0], end = found[1];
    // \K can place a match anywhere; it must still move on.
    if (start < covered || end < start)
      return failure(WEFT_STATUS_INVALID_ARGUMENT,
                     "regular expression: matches overlap");
    if (start == end && hasMatch && end == covered) {
      // No empty match right behind the last one.
      from = end < text.size() ? end + getSequenceSize(text[end]) : end + 1;
      if (from <= covered)
        from = covered + 1;
      continue;
    }
    if (covered != start)
      segments.push_back({covered, start, false});
    segments.push_back({start, end, true});
    covered = from = end;
    hasMatch = true;
  }
  if (covered != text.size())
    segments.push_back({covered, text.size(), false});
  return Status();
}
