// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From logits to the next token.
#ifndef WEFT_RUNTIME_TEXT_SAMPLING_SAMPLER_H
#define WEFT_RUNTIME_TEXT_SAMPLING_SAMPLER_H

#include "runtime/text/sampling/RandomStream.h"
#include "runtime/text/sampling/SamplerOptions.h"

#include <memory>
#include <span>

namespace weft::text {

/// Chooses tokens one after the other. The steps are those of transformers'
/// generation (`GenerationMixin._get_logits_processor`), in its order, because
/// the values that models are published with are meant for it:
///
///   1. tokens that the mask forbids are taken out
///   2. logit bias
///   3. repetition penalty, then frequency and presence penalty
///   4. temperature; at 0 the likeliest token is taken here
///   5. top-k
///   6. top-p, of what top-k left, normalized anew
///   7. min-p, of what top-p left
///
/// (llama.cpp applies the temperature after the filters, so that a high one
/// lets fewer tokens through than here.) Where transformers keeps all tokens
/// that are as likely as the last one kept, this keeps those with the lowest
/// numbers. Frequency and presence penalty are those of OpenAI's API.
///
/// One thread at a time. A step takes time linear in the vocabulary and the
/// penalties' window; only tokens that top-p keeps are ever sorted.
class Sampler {
public:
  static Status create(const SamplerOptions &options,
                       std::unique_ptr<Sampler> &sampler);

  /// The next token after `history`, the tokens so far (the prompt too if
  /// penalties shall see it). `logits` has one number for each token of the
  /// vocabulary: finite, or -infinity for a token that may not be chosen.
  /// `allowed` is empty or has bit t % 64 of word t / 64 set for each token t
  /// that may be chosen.
  ///
  /// -1 on failure, and getStatus() says why: INVALID_ARGUMENT for a NaN or
  /// +infinity, a history with unknown tokens, a mask of the wrong size, or if
  /// no token is left. A failed call uses no random number.
  int32_t sample(std::span<const float> logits,
                 std::span<const int32_t> history,
                 std::span<const uint64_t> allowed = {});

  /// How the last call of sample() went.
  const Status &getStatus() const { return status; }

  const SamplerOptions &getOptions() const { return options; }

private:
  struct Candidate {
    float logit;
    int32_t token;
    /// The total order of all filters: likelier first, then by number.
    bool operator<(const Candidate &other) const {
      return logit != other.logit ? logit > other.logit : token < other.token;
    }
  };

  explicit Sampler(const SamplerOptions &options)
      : options(options), random(options.seed) {}

  Status choose(std::span<const float> logits, std::span<const int32_t> history,
                std::span<const uint64_t> allowed, int32_t &token);
  Status adjust(std::span<const int32_t> history);
  Status penalize(std::span<const int32_t> history);
  Status collect(std::span<const uint64_t> allowed);
  double computeWeight(float logit) const;
  void keepUpTo(const Candidate &last);
  void keepTopK();
  void keepTopP();
  void keepMinP();
  int32_t draw();

  SamplerOptions options;
  RandomStream random;
  Status status;
  // Kept between calls for their memory alone.
  std::vector<float> adjusted;
  std::vector<int32_t> counts;                // all zero between calls
  std::vector<Candidate> candidates, ordered; // candidates by token number
  float largest = 0;
};

} // namespace weft::text

#endif
