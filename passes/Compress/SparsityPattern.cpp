// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Choosing the weights that go.

#include "passes/Compress/SparsityPattern.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

using namespace weft;
using llvm::StringRef;

llvm::Expected<SparsityPattern> SparsityPattern::parse(StringRef text,
                                                       double sparsity) {
  SparsityPattern pattern;
  auto readPair = [&](char mark, int64_t &first, int64_t &second) {
    auto [left, right] = text.split(mark);
    return text.contains(mark) && !left.getAsInteger(10, first) &&
           !right.getAsInteger(10, second) && first >= 1 && second >= 1;
  };
  if (readPair(':', pattern.kept, pattern.of) && pattern.kept < pattern.of &&
      pattern.of <= 1024)
    pattern.kind = Kind::OfNeighbours;
  else if (readPair('x', pattern.bandRows, pattern.blockColumns) &&
           pattern.bandRows <= 64 && pattern.blockColumns <= 1024)
    pattern.kind = Kind::Blocks;
  else if (text != "unstructured")
    return llvm::createStringError(
        "pattern expects unstructured, N:M such as 2:4 (2 of 4 stay), or RxC "
        "such as 1x16 (blocks of at most 64 rows and 1024 columns), found '" +
        text + "'");
  bool isGiven = !(sparsity < 0);
  if (isGiven && !(sparsity < 1))
    return llvm::createStringError(
        llvm::formatv("sparsity expects a number of at least 0 and below 1, "
                      "found {0}",
                      sparsity));
  if (isGiven)
    pattern.sparsity = sparsity;
  if (pattern.kind != Kind::OfNeighbours)
    return pattern;
  double own = 1 - double(pattern.kept) / double(pattern.of);
  if (isGiven && std::fabs(sparsity - own) > 1e-6)
    return llvm::createStringError(
        llvm::formatv("pattern {0} is a sparsity of {1}, found sparsity {2}: "
                      "leave one of them out",
                      text, own, sparsity));
  pattern.sparsity = own;
  return pattern;
}

int64_t SparsityPattern::getSpan(int64_t wanted) const {
  if (kind == Kind::OfNeighbours)
    return of;
  constexpr int64_t kLeastBlocks = 8;
  return std::max(kind == Kind::Blocks ? kLeastBlocks * blockColumns : 1,
                  wanted / blockColumns * blockColumns);
}

/// The numbers of the `count` least of `scores`; of equal ones the first.
static std::vector<uint32_t> findLeast(llvm::ArrayRef<float> scores,
                                       size_t count) {
  std::vector<uint32_t> order(scores.size());
  std::iota(order.begin(), order.end(), 0);
  if (count < order.size())
    std::nth_element(
        order.begin(), order.begin() + static_cast<ptrdiff_t>(count),
        order.end(), [&](uint32_t a, uint32_t b) {
          return scores[a] != scores[b] ? scores[a] < scores[b] : a < b;
        });
  order.resize(std::min(count, order.size()));
  return order;
}

void SparsityPattern::choose(llvm::ArrayRef<float> scores, int64_t rows,
                             int64_t columns, llvm::MutableArrayRef<char> keep,
                             Carry &carry) const {
  llvm::fill(keep, 1);
  auto share = [&](int64_t count) {
    double wanted = sparsity * static_cast<double>(count) + carry.count,
           most = static_cast<double>(carry.mayLoseAll ? count : count - 1),
           gone = std::clamp(std::floor(wanted + 0.5), 0.0, most);
    carry.count = wanted - gone;
    return static_cast<size_t>(gone);
  };
  if (kind == Kind::OfNeighbours) {
    for (int64_t row = 0; row < rows; ++row)
      for (int64_t at = 0; at < columns; at += of) {
        int64_t count = std::min(of, columns - at),
                stay = llvm::divideCeil(kept * count, of);
        auto begin = static_cast<size_t>(row * columns + at);
        for (uint32_t each :
             findLeast(scores.slice(begin, static_cast<size_t>(count)),
                       static_cast<size_t>(count - stay)))
          keep[begin + each] = 0;
      }
    return;
  }
  if (kind == Kind::Unstructured) {
    for (uint32_t each : findLeast(scores, share(columns)))
      keep[each] = 0;
    return;
  }
  // What a block costs is measured by the weight, since the last may be small.
  int64_t blocks = llvm::divideCeil(columns, blockColumns);
  auto visit = [&](int64_t block, auto action) {
    int64_t end = std::min((block + 1) * blockColumns, columns);
    for (int64_t row = 0; row < rows; ++row)
      for (int64_t column = block * blockColumns; column < end; ++column)
        action(static_cast<size_t>(row * columns + column));
  };
  std::vector<float> means(static_cast<size_t>(blocks));
  for (int64_t block = 0; block < blocks; ++block) {
    double sum = 0, count = 0;
    visit(block, [&](size_t at) {
      sum += static_cast<double>(scores[at]);
      ++count;
    });
    means[static_cast<size_t>(block)] = static_cast<float>(sum / count);
  }
  for (uint32_t block : findLeast(means, share(blocks)))
    visit(block, [&](size_t at) { keep[at] = 0; });
}
