// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The ranges of the options.
#include "runtime/text/sampling/SamplerOptions.h"

#include <charconv>
#include <cmath>
#include <limits>

using namespace weft::text;
using weft::runtime::concat;
using weft::runtime::failure;

/// The shortest decimal text that reads back as `number`.
static std::string toText(float number) {
  char text[32];
  return std::string(text,
                     std::to_chars(text, text + sizeof(text), number).ptr);
}

static Status refuse(std::string_view name, std::string_view expected,
                     std::string_view found) {
  return failure(WEFT_STATUS_INVALID_ARGUMENT, name, ": expected ", expected,
                 ", found ", found);
}

Status SamplerOptions::validate() const {
  // Comparisons are written such that a NaN fails them.
  if (!(temperature >= 0) || std::isinf(temperature))
    return refuse("temperature", "a finite number of at least 0",
                  toText(temperature));
  if (topK < 0)
    return refuse("topK", "at least 0", std::to_string(topK));
  if (!(topP > 0 && topP <= 1))
    return refuse("topP", "more than 0 and at most 1", toText(topP));
  if (!(minP >= 0 && minP <= 1))
    return refuse("minP", "at least 0 and at most 1", toText(minP));
  if (!(repetitionPenalty > 0) || std::isinf(repetitionPenalty))
    return refuse("repetitionPenalty", "a finite number above 0",
                  toText(repetitionPenalty));
  if (!std::isfinite(presencePenalty))
    return refuse("presencePenalty", "a finite number",
                  toText(presencePenalty));
  if (!std::isfinite(frequencyPenalty))
    return refuse("frequencyPenalty", "a finite number",
                  toText(frequencyPenalty));
  if (penaltyWindow < -1)
    return refuse("penaltyWindow", "at least 0, or -1 for all of the history",
                  std::to_string(penaltyWindow));
  for (size_t i = 0; i < logitBias.size(); ++i) {
    const LogitBias &entry = logitBias[i];
    if (entry.token < 0)
      return refuse(concat("logitBias[", i, "].token"), "at least 0",
                    std::to_string(entry.token));
    if (!(entry.bias < std::numeric_limits<float>::infinity()))
      return refuse(concat("logitBias[", i, "].bias"),
                    "a finite number or -inf", toText(entry.bias));
  }
  return Status();
}
