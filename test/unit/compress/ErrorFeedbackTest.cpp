// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Error feedback against the definition in double: the same steps with the
// inverse of the damped matrix made by elimination.

#include "passes/Compress/ErrorFeedback.h"
#include "lib/Interpreter/ElementType.h"
#include "gtest/gtest.h"

#include <cmath>
#include <numeric>
#include <random>
#include <vector>

using namespace weft;

namespace {
using Matrix = std::vector<double>;

Matrix invert(Matrix a, size_t n) {
  Matrix b(n * n);
  for (size_t i = 0; i < n; ++i)
    b[i * n + i] = 1;
  for (size_t i = 0; i < n; ++i) {
    double pivot = a[i * n + i];
    for (size_t j = 0; j < n; ++j) {
      a[i * n + j] /= pivot;
      b[i * n + j] /= pivot;
    }
    for (size_t r = 0; r < n; ++r) {
      double factor = a[r * n + i];
      if (r == i || factor == 0)
        continue;
      for (size_t j = 0; j < n; ++j) {
        a[r * n + j] -= factor * a[i * n + j];
        b[r * n + j] -= factor * b[i * n + j];
      }
    }
  }
  return b;
}

/// Correlated inputs: [samples, width], and x^T x.
struct Inputs {
  std::vector<float> x, products;

  Inputs(size_t samples, size_t width, unsigned seed)
      : x(samples * width), products(width * width) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    for (size_t s = 0; s < samples; ++s) {
      float common = normal(random);
      for (size_t k = 0; k < width; ++k)
        x[s * width + k] =
            (normal(random) + common) * (k % 7 == 0 ? 3.0f : 1.0f);
    }
    for (size_t i = 0; i < width; ++i)
      for (size_t j = 0; j < width; ++j) {
        double sum = 0;
        for (size_t s = 0; s < samples; ++s)
          sum += static_cast<double>(x[s * width + i]) *
                 static_cast<double>(x[s * width + j]);
        products[i * width + j] = static_cast<float>(sum);
      }
  }
};

struct Row {
  std::vector<int8_t> codes;
  std::vector<uint16_t> scales;
};

Row round(const GroupFormat &format, const std::vector<float> &weights) {
  Row row;
  row.codes.resize(weights.size());
  row.scales.resize(static_cast<size_t>(
      format.countGroups(static_cast<int64_t>(weights.size()))));
  QuantizeError error;
  EXPECT_EQ(quantizeRow(format, ScaleChoice::Search, weights, {},
                        {row.codes, row.scales, {}}, error),
            RowStatus::Done);
  return row;
}

/// The squared error of the layer's output.
double outputError(const Inputs &inputs, const std::vector<float> &weights,
                   const Row &row, int64_t group) {
  size_t width = weights.size();
  double total = 0;
  for (size_t s = 0; s < inputs.x.size() / width; ++s) {
    double sum = 0;
    for (size_t k = 0; k < width; ++k)
      sum +=
          static_cast<double>(inputs.x[s * width + k]) *
          (static_cast<double>(weights[k]) -
           row.codes[k] * widenF16(row.scales[k / static_cast<size_t>(group)]));
    total += sum * sum;
  }
  return total;
}

std::vector<float> makeWeights(size_t width, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0, 0.05f);
  std::vector<float> weights(width);
  for (float &each : weights)
    each = normal(random);
  return weights;
}

TEST(ErrorFeedbackTest, FollowsTheDefinition) {
  constexpr size_t kWidth = 40;
  Inputs inputs(200, kWidth, 1);
  GroupFormat format{4, 16, true};
  std::vector<float> weights = makeWeights(kWidth, 2);
  Row row = round(format, weights);
  auto feedback = ErrorFeedback::create(inputs.products, kWidth);
  ASSERT_TRUE(feedback);
  EXPECT_EQ(feedback->getDamping(), 0.01);
  std::vector<float> spent = weights;
  feedback->quantize(format, spent, row.codes, row.scales, {});

  // The order: strong inputs first.
  std::vector<size_t> order(kWidth);
  std::iota(order.begin(), order.end(), size_t(0));
  auto diagonal = [&](size_t i) { return inputs.products[i * kWidth + i]; };
  std::sort(order.begin(), order.end(),
            [&](size_t a, size_t b) { return diagonal(a) > diagonal(b); });
  Matrix damped(kWidth * kWidth);
  double mean = 0;
  for (size_t i = 0; i < kWidth; ++i)
    mean += static_cast<double>(diagonal(i)) / kWidth;
  for (size_t i = 0; i < kWidth; ++i)
    for (size_t j = 0; j < kWidth; ++j)
      damped[i * kWidth + j] =
          static_cast<double>(inputs.products[order[i] * kWidth + order[j]]) +
          (i == j ? 0.01 * mean : 0);
  // Without the factor: after each weight the inverse loses its row.
  Matrix inverse = invert(damped, kWidth);
  std::vector<double> rest(kWidth);
  for (size_t i = 0; i < kWidth; ++i)
    rest[i] = static_cast<double>(weights[order[i]]);
  int differing = 0;
  for (size_t i = 0; i < kWidth; ++i) {
    double scale = widenF16(row.scales[order[i] / 16]);
    double code = std::clamp(std::nearbyint(rest[i] / scale), -8.0, 7.0);
    differing += code != row.codes[order[i]];
    double error = (rest[i] - code * scale) / inverse[i * kWidth + i];
    for (size_t j = i + 1; j < kWidth; ++j)
      rest[j] -= error * inverse[i * kWidth + j];
    for (size_t a = i + 1; a < kWidth; ++a)
      for (size_t b = i + 1; b < kWidth; ++b)
        inverse[a * kWidth + b] -= inverse[a * kWidth + i] *
                                   inverse[i * kWidth + b] /
                                   inverse[i * kWidth + i];
  }
  // A weight between two codes may go either way.
  EXPECT_LE(differing, 1);
}

/// Weights that are zero stay so, and others make up for nothing that they lost.
TEST(ErrorFeedbackTest, KeepsZeros) {
  constexpr size_t kWidth = 40;
  Inputs inputs(200, kWidth, 1);
  GroupFormat format{3, 16, true};
  std::vector<float> weights = makeWeights(kWidth, 2);
  for (size_t i = 0; i < kWidth; i += 3)
    weights[i] = 0;
  Row row = round(format, weights);
  auto feedback = ErrorFeedback::create(inputs.products, kWidth);
  ASSERT_TRUE(feedback);
  int filled = 0;
  for (bool keepsZeros : {false, true}) {
    std::vector<float> spent = weights;
    feedback->quantize(format, spent, row.codes, row.scales, {}, keepsZeros);
    for (size_t i = 0; i < kWidth; i += 3) {
      filled += !keepsZeros && row.codes[i] != 0;
      if (keepsZeros)
        EXPECT_EQ(row.codes[i], 0) << i;
    }
  }
  EXPECT_GT(filled, 0);
}

TEST(ErrorFeedbackTest, PrunesByTheDefinition) {
  constexpr size_t kWidth = 24;
  Inputs inputs(200, kWidth, 5);
  std::vector<float> weights = makeWeights(kWidth, 6);
  auto feedback = ErrorFeedback::create(inputs.products, kWidth,
                                        ErrorFeedback::Order::Place);
  ASSERT_TRUE(feedback);
  Matrix damped(inputs.products.begin(), inputs.products.end());
  double mean = 0;
  for (size_t i = 0; i < kWidth; ++i)
    mean += damped[i * kWidth + i] / kWidth;
  for (size_t i = 0; i < kWidth; ++i)
    damped[i * kWidth + i] += 0.01 * mean;
  for (const char *text : {"unstructured", "2:4"}) {
    auto pattern = llvm::cantFail(SparsityPattern::parse(text, -1));
    std::vector<float> pruned = weights;
    feedback->prune(pattern, pruned);
    // The inverse that the weights before a column have left.
    std::vector<Matrix> left{invert(damped, kWidth)};
    for (size_t i = 0; i + 1 < kWidth; ++i) {
      Matrix next = left.back();
      for (size_t a = 0; a < kWidth; ++a)
        for (size_t b = 0; b < kWidth; ++b)
          next[a * kWidth + b] -= left[i][a * kWidth + i] *
                                  left[i][i * kWidth + b] /
                                  left[i][i * kWidth + i];
      left.push_back(std::move(next));
    }
    std::vector<double> rest(weights.begin(), weights.end());
    size_t step = text == std::string("2:4") ? 4 : kWidth;
    for (size_t begin = 0; begin < kWidth; begin += step) {
      std::vector<size_t> order(step);
      std::iota(order.begin(), order.end(), begin);
      auto loss = [&](size_t i) {
        return rest[i] * rest[i] / left[i][i * kWidth + i];
      };
      std::sort(order.begin(), order.end(),
                [&](size_t a, size_t b) { return loss(a) < loss(b); });
      order.resize(step / 2);
      for (size_t i = begin; i < begin + step; ++i) {
        if (!llvm::is_contained(order, i))
          continue;
        double error = rest[i] / left[i][i * kWidth + i];
        for (size_t j = i; j < kWidth; ++j)
          rest[j] -= error * left[i][i * kWidth + j];
        rest[i] = 0;
      }
    }
    for (size_t i = 0; i < kWidth; ++i)
      EXPECT_NEAR(pruned[i], rest[i], 1e-5) << text << " " << i;
  }
}

/// The share of zeros is that of a row, however wide blocks are.
TEST(ErrorFeedbackTest, PrunesTheShareOfARow) {
  struct Case {
    const char *pattern;
    double sparsity;
    int64_t width, zeros;
  };
  for (Case each : {Case{"1x128", 0.5, 256, 128}, Case{"1x128", 0.3, 384, 128},
                    Case{"1x16", 0.95, 200, 192}, Case{"1x200", 0.9, 200, 0},
                    Case{"unstructured", 0.3, 200, 60},
                    Case{"unstructured", 0.999, 140, 139}}) {
    auto width = static_cast<size_t>(each.width);
    Inputs inputs(2 * width, width, 3);
    auto feedback = ErrorFeedback::create(inputs.products, width,
                                          ErrorFeedback::Order::Place);
    ASSERT_TRUE(feedback);
    std::vector<float> pruned = makeWeights(width, 4);
    feedback->prune(
        llvm::cantFail(SparsityPattern::parse(each.pattern, each.sparsity)),
        pruned);
    EXPECT_NEAR(static_cast<double>(llvm::count(pruned, 0.0F)),
                static_cast<double>(each.zeros),
                each.pattern == llvm::StringRef("1x16") ? 8 : 0)
        << each.pattern << " " << each.sparsity;
  }
}

/// Half of the weights go, and the outputs are nearer than without feedback.
TEST(ErrorFeedbackTest, PrunedOutputsAreCloser) {
  constexpr int64_t kWidth = 200;
  Inputs inputs(1000, kWidth, 3);
  auto feedback = ErrorFeedback::create(inputs.products, kWidth,
                                        ErrorFeedback::Order::Place);
  ASSERT_TRUE(feedback);
  for (const char *text : {"unstructured", "2:4", "4x8"}) {
    auto pattern = llvm::cantFail(SparsityPattern::parse(text, -1));
    double plain = 0, fed = 0;
    for (unsigned seed = 10; seed < 14; ++seed) {
      auto rows = static_cast<size_t>(pattern.bandRows);
      std::vector<float> weights = makeWeights(kWidth * rows, seed),
                         pruned = weights, scores(weights.size());
      feedback->prune(pattern, pruned);
      for (size_t i = 0; i < weights.size(); ++i)
        scores[i] = weights[i] * weights[i] *
                    inputs.products[i % kWidth * (kWidth + 1)];
      std::vector<char> keep(weights.size());
      pattern.choose(scores, pattern.bandRows, kWidth, keep);
      for (size_t r = 0; r < rows; ++r)
        for (size_t s = 0; s < inputs.x.size() / kWidth; ++s) {
          double lost = 0, lostFed = 0;
          for (size_t k = 0; k < kWidth; ++k) {
            double x = inputs.x[s * kWidth + k];
            size_t i = r * kWidth + k;
            lost += x * (keep[i] ? 0 : weights[i]);
            lostFed += x * (weights[i] - pruned[i]);
          }
          plain += lost * lost;
          fed += lostFed * lostFed;
        }
    }
    EXPECT_LT(fed, 0.7 * plain) << text;
  }
}

TEST(ErrorFeedbackTest, OutputsAreCloser) {
  constexpr size_t kWidth = 192;
  Inputs inputs(1000, kWidth, 3);
  auto feedback = ErrorFeedback::create(inputs.products, kWidth);
  ASSERT_TRUE(feedback);
  for (unsigned bits : {3u, 4u}) {
    GroupFormat format{bits, 64, true};
    double plain = 0, fed = 0;
    for (unsigned seed = 10; seed < 20; ++seed) {
      std::vector<float> weights = makeWeights(kWidth, seed), spent = weights;
      Row row = round(format, weights);
      plain += outputError(inputs, weights, row, 64);
      feedback->quantize(format, spent, row.codes, row.scales, {});
      fed += outputError(inputs, weights, row, 64);
    }
    EXPECT_LT(fed, 0.6 * plain) << bits;
  }
}

TEST(ErrorFeedbackTest, DampingRises) {
  // Rounding made it indefinite: -0.03 of the mean, then -0.3.
  for (auto [low, expected] : {std::pair(-0.03f, 0.05), {-0.3f, 1.0}}) {
    std::vector<float> products{1, 0, 0, 0, 1, 0, 0, 0, low};
    auto feedback = ErrorFeedback::create(products, 3);
    ASSERT_TRUE(feedback);
    EXPECT_EQ(feedback->getDamping(), expected);
  }
  EXPECT_FALSE(ErrorFeedback::create({1, 0, 0, -5}, 2));
  EXPECT_FALSE(ErrorFeedback::create({0, 0, 0, 0}, 2));
}

/// An input that was always 0 says nothing, and disturbs nothing.
TEST(ErrorFeedbackTest, DeadInput) {
  std::vector<float> products{4, 1, 0, 1, 5, 0, 0, 0, 0};
  auto feedback = ErrorFeedback::create(products, 3);
  ASSERT_TRUE(feedback);
  GroupFormat format{4, 3, true};
  std::vector<float> weights{0.7f, -0.31f, 0.2f};
  Row row = round(format, weights);
  int8_t dead = row.codes[2];
  feedback->quantize(format, weights, row.codes, row.scales, {});
  EXPECT_EQ(row.codes[2], dead);
}
} // namespace
