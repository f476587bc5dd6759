// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a caller may say about how the next token is chosen.
#ifndef WEFT_RUNTIME_TEXT_SAMPLING_SAMPLEROPTIONS_H
#define WEFT_RUNTIME_TEXT_SAMPLING_SAMPLEROPTIONS_H

#include "runtime/program/Status.h"

#include <cstdint>
#include <vector>

namespace weft::text {

using runtime::Status;

/// Adds `bias` to the logit of `token`; -infinity forbids it.
struct LogitBias {
  int32_t token = 0;
  float bias = 0;
};

/// The defaults change nothing: the model's own distribution is sampled.
struct SamplerOptions {
  /// Logits are divided by it. 0 takes the likeliest token, of several the one
  /// with the lowest number; the filters and the seed then say nothing.
  float temperature = 1.0f;
  /// Only the `topK` likeliest tokens; 0 = all.
  int32_t topK = 0;
  /// Only the likeliest tokens that together have this probability, in (0, 1].
  float topP = 1.0f;
  /// Only tokens with this share of the likeliest one's probability, in [0, 1].
  float minP = 0.0f;
  /// Positive logits of tokens of the window are divided by it, others
  /// multiplied with it; 1 = off.
  float repetitionPenalty = 1.0f;
  /// Subtracted once from the logit of a token of the window.
  float presencePenalty = 0.0f;
  /// Subtracted from the logit of a token for each time it is in the window.
  float frequencyPenalty = 0.0f;
  /// The penalties see this many tokens at the end of the history; -1 = all.
  int32_t penaltyWindow = -1;
  /// Same seed, same logits: same tokens, on every machine.
  uint64_t seed = 0;
  /// Several entries for one token add up.
  std::vector<LogitBias> logitBias;

  /// INVALID_ARGUMENT with the name, what was expected and what was found.
  Status validate() const;
};

} // namespace weft::text

#endif
