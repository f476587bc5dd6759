// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The candidates stay in the order of their numbers throughout, so that sums
// do not depend on a standard library's way of selecting; a filter finds the
// last candidate that it keeps and drops all behind it in one more pass.
#include "runtime/text/sampling/Sampler.h"
#include "runtime/text/sampling/Exponential.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

using namespace weft::text;
using weft::runtime::failure;

constexpr float infinity = std::numeric_limits<float>::infinity();

template <typename... Parts> static Status bad(const Parts &...parts) {
  return failure(WEFT_STATUS_INVALID_ARGUMENT, parts...);
}

Status Sampler::create(const SamplerOptions &options,
                       std::unique_ptr<Sampler> &sampler) {
  if (Status status = options.validate(); !status.ok())
    return std::move(status).in("sampler");
  sampler.reset(new Sampler(options));
  return Status();
}

int32_t Sampler::sample(std::span<const float> logits,
                        std::span<const int32_t> history,
                        std::span<const uint64_t> allowed) {
  int32_t token = -1;
  status = choose(logits, history, allowed, token);
  return status.ok() ? token : -1;
}

Status Sampler::choose(std::span<const float> logits,
                       std::span<const int32_t> history,
                       std::span<const uint64_t> allowed, int32_t &token) {
  if (logits.empty() || logits.size() > size_t(INT32_MAX))
    return bad("logits: expected 1 to ", INT32_MAX, " numbers, found ",
               logits.size());
  size_t words = (logits.size() + 63) / 64;
  if (!allowed.empty() && allowed.size() != words)
    return bad("allowed: expected ", words, " words for ", logits.size(),
               " tokens, found ", allowed.size());
  for (size_t i = 0; i < logits.size(); ++i)
    if (!(logits[i] < infinity))
      return bad("logits[", i, "]: expected a finite number or -inf, found ",
                 std::isnan(logits[i]) ? "nan" : "+inf");
  adjusted.assign(logits.begin(), logits.end());
  if (Status status = adjust(history); !status.ok())
    return status;
  if (Status status = collect(allowed); !status.ok())
    return status;

  // `<` is "likelier", so the least candidate is the likeliest.
  if (options.temperature == 0 || options.topK == 1) {
    token = std::min_element(candidates.begin(), candidates.end())->token;
    return Status();
  }
  keepTopK();
  keepTopP();
  keepMinP();
  token = draw();
  return Status();
}

/// Logit bias and penalties.
Status Sampler::adjust(std::span<const int32_t> history) {
  for (const LogitBias &entry : options.logitBias) {
    if (size_t(entry.token) >= adjusted.size())
      return bad("logitBias: expected tokens below ", adjusted.size(),
                 ", found ", entry.token);
    adjusted[size_t(entry.token)] += entry.bias;
  }
  bool off = options.repetitionPenalty == 1 && options.presencePenalty == 0 &&
             options.frequencyPenalty == 0;
  if (off || options.penaltyWindow == 0)
    return Status();
  if (options.penaltyWindow > 0 &&
      history.size() > size_t(options.penaltyWindow))
    history = history.last(size_t(options.penaltyWindow));
  return penalize(history);
}

Status Sampler::penalize(std::span<const int32_t> history) {
  for (int32_t token : history)
    if (token < 0 || size_t(token) >= adjusted.size())
      return bad("history: expected tokens of at least 0 and below ",
                 adjusted.size(), ", found ", token);
  if (counts.size() < adjusted.size())
    counts.resize(adjusted.size());
  for (int32_t token : history)
    ++counts[size_t(token)];
  for (int32_t token : history) {
    int32_t count = std::exchange(counts[size_t(token)], 0);
    if (count == 0) // seen already
      continue;
    float &logit = adjusted[size_t(token)];
    logit = logit > 0 ? logit / options.repetitionPenalty
                      : logit * options.repetitionPenalty;
    logit -= float(count) * options.frequencyPenalty + options.presencePenalty;
  }
  return Status();
}

/// The tokens that may be chosen at all, and the largest of their logits.
Status Sampler::collect(std::span<const uint64_t> allowed) {
  candidates.clear();
  largest = -infinity;
  for (size_t i = 0; i < adjusted.size(); ++i) {
    float logit = adjusted[i];
    if (!allowed.empty() && !(allowed[i / 64] >> (i % 64) & 1))
      continue;
    if (logit == -infinity)
      continue;
    if (!(logit < infinity))
      return bad("token ", i,
                 ": expected a finite logit after bias and "
                 "penalties, found an overflow");
    candidates.push_back({logit, int32_t(i)});
    largest = std::max(largest, logit);
  }
  if (candidates.empty())
    return bad("expected at least one token that may be chosen, found none of ",
               adjusted.size(), allowed.empty() ? "" : " (a mask was given)");
  return Status();
}

/// Its share of the likeliest token's probability.
double Sampler::computeWeight(float logit) const {
  return computeExponential((double(logit) - double(largest)) /
                            double(options.temperature));
}

void Sampler::keepUpTo(const Candidate &last) {
  std::erase_if(candidates,
                [&](const Candidate &candidate) { return last < candidate; });
}

void Sampler::keepTopK() {
  size_t count = size_t(options.topK);
  if (count == 0 || count >= candidates.size())
    return;
  ordered = candidates;
  auto last = ordered.begin() + ptrdiff_t(count - 1);
  std::nth_element(ordered.begin(), last, ordered.end());
  keepUpTo(*last);
}

void Sampler::keepTopP() {
  if (options.topP >= 1)
    return;
  double total = 0;
  for (const Candidate &candidate : candidates)
    total += computeWeight(candidate.logit);
  // Sorts the likeliest 128, then four times as many, and so on until they
  // suffice, which they mostly do at once.
  double wanted = double(options.topP) * total, sum = 0;
  ordered = candidates;
  auto first = ordered.begin();
  for (size_t count = 128; first != ordered.end(); count *= 4) {
    auto end = ordered.end();
    if (count < size_t(end - first)) {
      end = first + ptrdiff_t(count);
      std::nth_element(first, end, ordered.end());
    }
    std::sort(first, end);
    for (; first != end; ++first)
      if ((sum += computeWeight(first->logit)) >= wanted)
        return keepUpTo(*first);
  }
}

void Sampler::keepMinP() {
  if (options.minP == 0)
    return;
  // The likeliest token was never dropped and has weight 1.
  double least = double(options.minP);
  std::erase_if(candidates, [&](const Candidate &candidate) {
    return computeWeight(candidate.logit) < least;
  });
}

int32_t Sampler::draw() {
  double total = 0;
  for (const Candidate &candidate : candidates)
    total += computeWeight(candidate.logit);
  double wanted = random.nextUniform() * total, sum = 0;
  int32_t token = candidates.front().token;
  for (const Candidate &candidate : candidates) {
    double weight = computeWeight(candidate.logit);
    if (weight == 0)
      continue;
    token = candidate.token;
    if ((sum += weight) > wanted)
      break;
  }
  return token;
}
