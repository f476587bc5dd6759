// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The weights that a pattern chooses, against sorting.

#include "passes/Compress/SparsityPattern.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"

#include <random>
#include <vector>

using namespace weft;

namespace {
SparsityPattern parse(const char *text, double sparsity = -1) {
  return llvm::cantFail(SparsityPattern::parse(text, sparsity));
}

std::vector<float> makeScores(size_t count) {
  std::mt19937 random(1);
  std::uniform_real_distribution<float> uniform;
  std::vector<float> scores(count);
  for (float &each : scores)
    each = uniform(random);
  return scores;
}

TEST(SparsityPatternTest, Unstructured) {
  std::vector<float> scores = makeScores(101), sorted = scores;
  std::vector<char> keep(101);
  parse("unstructured", 0.3).choose(scores, 1, 101, keep);
  llvm::sort(sorted);
  for (size_t i = 0; i < scores.size(); ++i)
    EXPECT_EQ(bool(keep[i]), scores[i] >= sorted[30]);
}

/// The last five count as neighbours of their own: three of them stay.
TEST(SparsityPatternTest, OfNeighbours) {
  SparsityPattern pattern = parse("4:8");
  EXPECT_EQ(pattern.sparsity, 0.5);
  std::vector<float> scores = makeScores(21);
  std::vector<char> keep(21);
  pattern.choose(scores, 1, 21, keep);
  for (size_t at = 0; at < 21; at += 8) {
    size_t count = std::min<size_t>(8, 21 - at);
    std::vector<float> sorted(scores.begin() + at, scores.begin() + at + count);
    llvm::sort(sorted);
    for (size_t i = at; i < at + count; ++i)
      EXPECT_EQ(bool(keep[i]), scores[i] >= sorted[count / 2]) << i;
  }
}

TEST(SparsityPatternTest, Blocks) {
  // The block in the middle is the worst by its mean, the last one by its sum.
  std::vector<float> scores{9, 9, 1, 2, 5, 9, 9, 2, 1, 5};
  std::vector<char> keep(10);
  parse("2x2", 0.4).choose(scores, 2, 5, keep);
  EXPECT_EQ(keep, std::vector<char>({1, 1, 0, 0, 1, 1, 1, 0, 0, 1}));
  // Two rows of a block of four.
  parse("4x4", 0.5).choose(scores, 2, 5, keep);
  EXPECT_EQ(keep, std::vector<char>({1, 1, 1, 1, 0, 1, 1, 1, 1, 0}));
}

TEST(SparsityPatternTest, NothingAndTies) {
  std::vector<float> scores(10, 1);
  std::vector<char> keep(10);
  parse("unstructured", 0).choose(scores, 1, 10, keep);
  EXPECT_EQ(keep, std::vector<char>(10, 1));
  parse("unstructured", 0.5).choose(scores, 1, 10, keep);
  EXPECT_EQ(keep, std::vector<char>({0, 0, 0, 0, 0, 1, 1, 1, 1, 1}));
}

TEST(SparsityPatternTest, SomeOfARowStays) {
  std::vector<float> scores{2, 1, 4, 3};
  std::vector<char> keep(4);
  parse("1x4", 0.5).choose(scores, 1, 4, keep);
  EXPECT_EQ(keep, std::vector<char>(4, 1));
  parse("unstructured", 0.99).choose(scores, 1, 4, keep);
  EXPECT_EQ(keep, std::vector<char>({0, 0, 1, 0}));
  keep.resize(1);
  parse("unstructured", 0.5).choose({1.0F}, 1, 1, keep);
  EXPECT_EQ(keep[0], 1);
}

/// Of three pieces of two blocks 5.4 are to go, and 5 go.
TEST(SparsityPatternTest, PiecesHandOn) {
  SparsityPattern pattern = parse("1x2", 0.9);
  std::vector<float> scores{1, 1, 2, 2};
  std::vector<char> keep(4);
  SparsityPattern::Carry carry;
  carry.mayLoseAll = true;
  for (double left : {-0.2, -0.4}) {
    pattern.choose(scores, 1, 4, keep, carry);
    EXPECT_EQ(keep, std::vector<char>(4, 0));
    EXPECT_NEAR(carry.count, left, 1e-9);
  }
  carry.mayLoseAll = false;
  pattern.choose(scores, 1, 4, keep, carry);
  EXPECT_EQ(keep, std::vector<char>({0, 0, 1, 1}));
}

TEST(SparsityPatternTest, Spans) {
  EXPECT_EQ(parse("unstructured").getSpan(128), 128);
  EXPECT_EQ(parse("2:4").getSpan(128), 4);
  EXPECT_EQ(parse("1x12").getSpan(128), 120);
  EXPECT_EQ(parse("1x48").getSpan(128), 384);
  EXPECT_EQ(parse("1x512").getSpan(128), 4096);
}
} // namespace
