// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Filters against a plain implementation that sorts everything, in the manner
// of transformers; distributions against their probabilities.
#include "runtime/text/sampling/Sampler.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

using namespace weft::text;

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

std::unique_ptr<Sampler> make(const SamplerOptions &options) {
  std::unique_ptr<Sampler> sampler;
  Status status = Sampler::create(options, sampler);
  EXPECT_TRUE(status.ok()) << status.getMessage();
  return sampler;
}

std::string refusal(const SamplerOptions &options) {
  return options.validate().getMessage();
}

/// The probabilities after all steps, computed the slow way.
std::vector<double> computeReference(std::vector<double> logits,
                                     const SamplerOptions &options,
                                     const std::vector<int32_t> &history) {
  std::map<int32_t, int> counts;
  for (int32_t token : history)
    ++counts[token];
  for (auto [token, count] : counts) {
    double &logit = logits[size_t(token)];
    logit = logit > 0 ? logit / options.repetitionPenalty
                      : logit * options.repetitionPenalty;
    logit -= count * options.frequencyPenalty + options.presencePenalty;
  }
  std::vector<size_t> order(logits.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return logits[a] != logits[b] ? logits[a] > logits[b] : a < b;
  });
  auto normalize = [&](std::vector<double> &weights) {
    double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double &weight : weights)
      weight /= total;
  };
  std::vector<double> weights(logits.size());
  for (size_t i = 0; i < logits.size(); ++i)
    weights[i] = std::exp((logits[i] - logits[order[0]]) / options.temperature);
  if (options.topK > 0)
    for (size_t i = size_t(options.topK); i < order.size(); ++i)
      weights[order[i]] = 0;
  normalize(weights);
  double sum = 0;
  for (size_t token : order) {
    if (sum >= options.topP && options.topP < 1)
      weights[token] = 0;
    sum += weights[token];
  }
  double best = weights[order[0]];
  for (double &weight : weights)
    if (weight < options.minP * best)
      weight = 0;
  normalize(weights);
  return weights;
}

std::vector<float> makeLogits(size_t size, uint64_t seed) {
  RandomStream random(seed);
  std::vector<float> logits(size);
  for (float &logit : logits)
    logit = float(10 * random.nextUniform() - 6);
  return logits;
}

} // namespace

TEST(SamplerTest, GreedyTakesTheLikeliest) {
  auto sampler = make({.temperature = 0});
  std::vector<float> logits{-1, 3, 2, 3, -infinity};
  EXPECT_EQ(sampler->sample(logits, {}), 1);
  EXPECT_TRUE(sampler->getStatus().ok());
}

TEST(SamplerTest, FiltersAgreeWithSortingEverything) {
  RandomStream random(7);
  for (int round = 0; round < 40; ++round) {
    size_t size = 3 + random.next() % 600;
    std::vector<float> logits = makeLogits(size, random.next());
    std::vector<int32_t> history;
    for (size_t i = random.next() % 30; i > 0; --i)
      history.push_back(int32_t(random.next() % size));
    SamplerOptions options;
    options.temperature = float(0.3 + 2 * random.nextUniform());
    if (random.next() % 2)
      options.topK = int32_t(1 + random.next() % size);
    if (random.next() % 2)
      options.topP = float(0.05 + 0.94 * random.nextUniform());
    if (random.next() % 2)
      options.minP = float(0.3 * random.nextUniform());
    if (random.next() % 2)
      options.repetitionPenalty = 1.3f;
    if (random.next() % 2)
      options.presencePenalty = 0.7f, options.frequencyPenalty = 0.2f;
    options.seed = random.next();
    std::vector<double> expected =
        computeReference({logits.begin(), logits.end()}, options, history);
    auto sampler = make(options);
    constexpr int draws = 2000;
    std::vector<int> found(size);
    for (int i = 0; i < draws; ++i) {
      int32_t token = sampler->sample(logits, history);
      ASSERT_GE(token, 0) << sampler->getStatus().getMessage();
      ++found[size_t(token)];
    }
    for (size_t token = 0; token < size; ++token) {
      if (expected[token] == 0) {
        EXPECT_EQ(found[token], 0) << "round " << round << " token " << token;
        continue;
      }
      double mean = draws * expected[token];
      double deviation = std::sqrt(mean * (1 - expected[token]));
      EXPECT_NEAR(found[token], mean, 6 * deviation + 1)
          << "round " << round << " token " << token;
    }
  }
}

TEST(SamplerTest, TopPOfAFlatDistributionNeedsSeveralRounds) {
  std::vector<float> logits(5000, 1.0f);
  auto sampler = make({.topP = 0.5f, .seed = 3});
  std::set<int32_t> seen;
  for (int i = 0; i < 1000; ++i)
    seen.insert(sampler->sample(logits, {}));
  EXPECT_LT(*seen.rbegin(), 2500);
  EXPECT_GT(*seen.rbegin(), 2400);
}

TEST(SamplerTest, TiesAtTheBorderOfTopKGoToLowNumbers) {
  std::vector<float> logits(100, 0.5f);
  logits[90] = 2;
  auto sampler = make({.topK = 3});
  std::set<int32_t> seen;
  for (int i = 0; i < 1000; ++i)
    seen.insert(sampler->sample(logits, {}));
  EXPECT_EQ(seen, (std::set<int32_t>{0, 1, 90}));
}

TEST(SamplerTest, SeedsDecide) {
  std::vector<float> logits = makeLogits(1000, 5);
  auto sample = [&](uint64_t seed) {
    auto sampler = make({.seed = seed});
    std::vector<int32_t> tokens;
    for (int i = 0; i < 50; ++i)
      tokens.push_back(sampler->sample(logits, {}));
    return tokens;
  };
  EXPECT_EQ(sample(1), sample(1));
  EXPECT_NE(sample(1), sample(2));
}

TEST(SamplerTest, GeneratorIsThePublishedOne) {
  // The first outputs for seed 1234567 of the authors' C code.
  RandomStream random(1234567);
  EXPECT_EQ(random.next(), 6457827717110365317u);
  EXPECT_EQ(random.next(), 3203168211198807973u);
  EXPECT_EQ(random.next(), 9817491932198370423u);
}

TEST(SamplerTest, PenaltiesSeeTheWindowAlone) {
  std::vector<float> logits{5, 4, 3};
  std::vector<int32_t> history{0, 0, 1};
  SamplerOptions options;
  options.temperature = 0;
  options.frequencyPenalty = 3;
  EXPECT_EQ(make(options)->sample(logits, history), 2); // -1, 1, 3
  options.penaltyWindow = 1;
  EXPECT_EQ(make(options)->sample(logits, history), 0); // 5, 1, 3
  options.penaltyWindow = 0;
  EXPECT_EQ(make(options)->sample(logits, history), 0);
  options = {};
  options.temperature = 0;
  options.repetitionPenalty = 2;
  EXPECT_EQ(make(options)->sample(logits, history), 2); // 2.5, 2, 3
  std::vector<float> negative{-1, -1.5f, -4};
  EXPECT_EQ(make(options)->sample(negative, std::vector<int32_t>{0}), 1);
}

TEST(SamplerTest, BiasForbidsAndForces) {
  std::vector<float> logits{5, 4, 3};
  auto sampler =
      make({.temperature = 0, .logitBias = {{0, -infinity}, {2, 1}, {2, 1}}});
  EXPECT_EQ(sampler->sample(logits, {}), 2);
}

TEST(SamplerTest, MaskForbids) {
  std::vector<float> logits(70, 0);
  logits[3] = 9;
  std::vector<uint64_t> allowed{uint64_t(1) << 5, uint64_t(1) << 4};
  auto sampler = make({});
  std::set<int32_t> seen;
  for (int i = 0; i < 100; ++i)
    seen.insert(sampler->sample(logits, {}, allowed));
  EXPECT_EQ(seen, (std::set<int32_t>{5, 68}));
  EXPECT_EQ(sampler->sample(logits, {}, std::vector<uint64_t>{1}), -1);
  EXPECT_EQ(sampler->getStatus().getMessage(),
            "allowed: expected 2 words for 70 tokens, found 1");
  EXPECT_EQ(sampler->sample(logits, {}, std::vector<uint64_t>{0, 0}), -1);
  EXPECT_EQ(sampler->getStatus().getMessage(),
            "expected at least one token that may be chosen, found none of 70 "
            "(a mask was given)");
}

TEST(SamplerTest, BadInputIsReported) {
  auto sampler = make({.repetitionPenalty = 1e-30f});
  auto message = [&](std::vector<float> logits,
                     std::vector<int32_t> history = {}) {
    EXPECT_EQ(sampler->sample(logits, history), -1);
    EXPECT_EQ(sampler->getStatus().getCode(), WEFT_STATUS_INVALID_ARGUMENT);
    return sampler->getStatus().getMessage();
  };
  EXPECT_EQ(message({1, NAN}),
            "logits[1]: expected a finite number or -inf, found nan");
  EXPECT_EQ(message({infinity}),
            "logits[0]: expected a finite number or -inf, found +inf");
  EXPECT_EQ(message({}), "logits: expected 1 to 2147483647 numbers, found 0");
  EXPECT_EQ(message({-infinity, -infinity}),
            "expected at least one token that may be chosen, found none of 2");
  EXPECT_EQ(message({1, 2}, {2}),
            "history: expected tokens of at least 0 and below 2, found 2");
  EXPECT_EQ(message({1e20f, 2}, {0}),
            "token 0: expected a finite logit after bias and penalties, found "
            "an overflow");
  // A failure leaves nothing behind.
  EXPECT_EQ(sampler->sample(std::vector<float>{-infinity, 2}, {}), 1);
  EXPECT_TRUE(sampler->getStatus().ok());
  sampler = make({.logitBias = {{7, 1}}});
  EXPECT_EQ(message({1, 2}), "logitBias: expected tokens below 2, found 7");
}

TEST(SamplerTest, OptionsAreChecked) {
  EXPECT_EQ(refusal({}), "");
  EXPECT_EQ(refusal({.temperature = -0.5f}),
            "temperature: expected a finite number of at least 0, found -0.5");
  EXPECT_EQ(refusal({.temperature = NAN}),
            "temperature: expected a finite number of at least 0, found nan");
  EXPECT_EQ(refusal({.topK = -1}), "topK: expected at least 0, found -1");
  EXPECT_EQ(refusal({.topP = 0}),
            "topP: expected more than 0 and at most 1, found 0");
  EXPECT_EQ(refusal({.minP = 1.5f}),
            "minP: expected at least 0 and at most 1, found 1.5");
  EXPECT_EQ(refusal({.repetitionPenalty = 0}),
            "repetitionPenalty: expected a finite number above 0, found 0");
  EXPECT_EQ(refusal({.presencePenalty = infinity}),
            "presencePenalty: expected a finite number, found inf");
  EXPECT_EQ(refusal({.frequencyPenalty = NAN}),
            "frequencyPenalty: expected a finite number, found nan");
  EXPECT_EQ(refusal({.penaltyWindow = -2}),
            "penaltyWindow: expected at least 0, or -1 for all of the history, "
            "found -2");
  EXPECT_EQ(refusal({.logitBias = {{-1, 0}}}),
            "logitBias[0].token: expected at least 0, found -1");
  EXPECT_EQ(refusal({.logitBias = {{1, 0}, {1, infinity}}}),
            "logitBias[1].bias: expected a finite number or -inf, found inf");
  std::unique_ptr<Sampler> sampler;
  EXPECT_EQ(Sampler::create({.topK = -1}, sampler).getMessage(),
            "sampler: topK: expected at least 0, found -1");
  EXPECT_EQ(sampler, nullptr);
}

TEST(SamplerTest, ExtremeTemperaturesStayFinite) {
  std::vector<float> logits{1, 3e38f, -3e38f, -infinity};
  EXPECT_EQ(make({.temperature = 1e-40f})->sample(logits, {}), 1);
  EXPECT_GE(make({.temperature = 3e38f})->sample(logits, {}), 0);
}

TEST(SamplerTest, LargeVocabulary) {
  std::vector<float> logits = makeLogits(256000, 11);
  auto sampler = make({.topK = 40, .topP = 0.9f, .minP = 0.05f});
  for (int i = 0; i < 20; ++i)
    EXPECT_GE(sampler->sample(logits, {}), 0);
}
