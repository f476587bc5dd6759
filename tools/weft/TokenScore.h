// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How the predictions of two language models for one token differ.

#ifndef WEFT_TOOLS_WEFT_TOKENSCORE_H
#define WEFT_TOOLS_WEFT_TOKENSCORE_H

#include <cstdint>
#include <span>

namespace weft {

struct TokenScore {
  /// -log of the probability of the token that comes next in the text.
  double lossA = 0, lossB = 0;
  /// The Kullback-Leibler divergence of B from A, sum of p_A log(p_A / p_B).
  double divergence = 0;
  /// The cosine of the angle between the logits.
  double cosine = 0;
  /// Whether the likeliest token is the text's, and whether it is the same one.
  bool isRightA = false, isRightB = false, isSameTop = false;
};

/// Fills the score from the logits of either model, as many of each, and the token that comes next. Of equally likely tokens the first is the
/// likeliest. False where a logit is infinite or NaN. Any thread may call it.
bool scoreToken(std::span<const float> a, std::span<const float> b,
                int32_t next, TokenScore &score);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_TOKENSCORE_H
