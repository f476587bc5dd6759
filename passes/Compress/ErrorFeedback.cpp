// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// With H = x^T x in the order of treatment, the factor is U of H^-1 = U^T U,
// upper triangular. Of H = R R^T with R upper triangular, which is Cholesky's
// factor from the last row on, U is the inverse of R: no inverse of H is formed.
// After weight i became a code with the error e, weight j > i changes by
// -e U_ij / U_ii.

#include "passes/Compress/ErrorFeedback.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace weft;

#if defined(__x86_64__) && defined(__GNUC__)
#define WEFT_LEVELS __attribute__((target_clones("avx2", "default")))
#else
#define WEFT_LEVELS
#endif

/// y -= a x
WEFT_LEVELS static void subtract(double *y, const double *x, double a,
                                 size_t count) {
  for (size_t i = 0; i < count; ++i)
    y[i] -= a * x[i];
}
WEFT_LEVELS static void subtract(float *y, const float *x, float a,
                                 size_t count) {
  for (size_t i = 0; i < count; ++i)
    y[i] -= a * x[i];
}

/// Overwrites the lower triangle of `a`, which is symmetric, so that the upper
/// one, by columns from the last, is R of a = R R^T: row i of the result's
/// transpose is column i of R. False where `a` is not positive definite.
static bool factorize(std::vector<double> &a, size_t n) {
  // Row i of `a` holds column i of R in its first i + 1 places.
  for (size_t i = n; i-- > 0;) {
    double *row = a.data() + i * n;
    if (!(row[i] > 0) || !std::isfinite(row[i]))
      return false;
    double root = std::sqrt(row[i]);
    for (size_t k = 0; k <= i; ++k)
      row[k] /= root;
    for (size_t j = 0; j < i; ++j)
      if (row[j] != 0)
        subtract(a.data() + j * n, row, row[j], j + 1);
  }
  return true;
}

/// The inverse of R, row by row, each divided by its diagonal element, which
/// goes to `diagonal`, from the columns of R as factorize() leaves them.
static std::vector<float> invert(const std::vector<double> &r, size_t n,
                                 std::vector<float> &diagonal) {
  std::vector<float> inverse(n * n);
  diagonal.resize(n);
  std::vector<double> row(n);
  for (size_t i = 0; i < n; ++i) {
    // U R = 1: U_ij = (delta_ij - sum over i <= k < j of U_ik R_kj) / R_jj
    std::fill(row.begin(), row.end(), 0.0);
    for (size_t j = i; j < n; ++j) {
      const double *column = r.data() + j * n;
      double sum = i == j ? 1 : 0;
      if (j > i) {
        double lanes[8] = {};
        size_t k = i;
        for (; k + 8 <= j; k += 8)
          for (size_t l = 0; l < 8; ++l)
            lanes[l] += row[k + l] * column[k + l];
        for (; k < j; ++k)
          sum -= row[k] * column[k];
        for (double lane : lanes)
          sum -= lane;
      }
      row[j] = sum / column[j];
    }
    diagonal[i] = static_cast<float>(row[i]);
    for (size_t j = i; j < n; ++j)
      inverse[i * n + j] = static_cast<float>(row[j] / row[i]);
  }
  return inverse;
}

std::optional<ErrorFeedback>
ErrorFeedback::create(llvm::ArrayRef<float> products, size_t width,
                      Order order) {
  ErrorFeedback feedback;
  feedback.width = width;
  std::vector<double> diagonal(width);
  double mean = 0;
  for (size_t i = 0; i < width; ++i) {
    diagonal[i] = static_cast<double>(products[i * width + i]);
    mean += diagonal[i] / static_cast<double>(width);
  }
  if (!(mean > 0) || !std::isfinite(mean))
    return std::nullopt;
  feedback.order.resize(width);
  std::iota(feedback.order.begin(), feedback.order.end(), 0);
  if (order == Order::Strength)
    std::sort(feedback.order.begin(), feedback.order.end(),
              [&](uint32_t a, uint32_t b) {
                return diagonal[a] != diagonal[b] ? diagonal[a] > diagonal[b]
                                                  : a < b;
              });
  std::vector<double> matrix(width * width);
  for (double damping : {0.01, 0.05, 0.2, 1.0}) {
    for (size_t i = 0; i < width; ++i) {
      const float *from = products.data() + feedback.order[i] * width;
      for (size_t j = 0; j < width; ++j)
        matrix[i * width + j] = static_cast<double>(from[feedback.order[j]]);
      matrix[i * width + i] += damping * mean;
    }
    if (!factorize(matrix, width))
      continue;
    feedback.damping = damping;
    feedback.factor = invert(matrix, width, feedback.diagonal);
    if (llvm::all_of(feedback.factor,
                     [](float each) { return std::isfinite(each); }))
      return feedback;
  }
  return std::nullopt;
}

void ErrorFeedback::quantize(const GroupFormat &format,
                             llvm::MutableArrayRef<float> weights,
                             llvm::MutableArrayRef<int8_t> codes,
                             llvm::ArrayRef<uint16_t> scales,
                             llvm::ArrayRef<int8_t> zeros,
                             bool keepsZeros) const {
  // So many rows go over the factor together, which is read from a cache then.
  constexpr size_t kRows = 8;
  size_t rows = weights.size() / width,
         groups = static_cast<size_t>(
             format.countGroups(static_cast<int64_t>(width)));
  std::vector<float> sorted(kRows * width);
  for (size_t first = 0; first < rows; first += kRows) {
    size_t count = std::min(kRows, rows - first);
    for (size_t r = 0; r < count; ++r)
      for (size_t i = 0; i < width; ++i)
        sorted[r * width + i] = weights[(first + r) * width + order[i]];
    for (size_t i = 0; i < width; ++i) {
      const float *line = factor.data() + i * width;
      size_t input = order[i],
             group = input / static_cast<size_t>(format.group);
      for (size_t r = 0; r < count; ++r) {
        size_t at = (first + r) * groups + group;
        float *row = sorted.data() + r * width;
        float scale = widenHalf(scales[at]);
        int zero = zeros.empty() ? 0 : zeros[at];
        float nearest = scale == 0 ? 0 : std::nearbyint(row[i] / scale);
        // The weights themselves are still as they were.
        if (keepsZeros && weights[(first + r) * width + input] == 0)
          nearest = 0;
        float code = std::clamp(nearest + static_cast<float>(zero),
                                static_cast<float>(format.getLeast()),
                                static_cast<float>(format.getGreatest()));
        codes[(first + r) * width + input] = static_cast<int8_t>(code);
        float error = row[i] - (code - static_cast<float>(zero)) * scale;
        if (error != 0)
          subtract(row + i + 1, line + i + 1, error, width - i - 1);
      }
    }
  }
}

void ErrorFeedback::prune(const SparsityPattern &pattern,
                          llvm::MutableArrayRef<float> weights) const {
  // Columns whose weights compete; those behind them have been corrected by
  // then for what was lost before.
  constexpr int64_t kSpan = 128;
  auto span = std::min(static_cast<size_t>(pattern.getSpan(kSpan)), width),
       band = static_cast<size_t>(pattern.bandRows);
  size_t rows = weights.size() / width;
  std::vector<float> scores(band * span);
  std::vector<char> keep(band * span);
  for (size_t first = 0; first < rows; first += band) {
    size_t count = std::min(band, rows - first);
    SparsityPattern::Carry carry;
    bool hasKept = false;
    for (size_t begin = 0; begin < width; begin += span) {
      size_t columns = std::min(span, width - begin);
      carry.mayLoseAll = hasKept || begin + span < width;
      for (size_t r = 0; r < count; ++r)
        for (size_t c = 0; c < columns; ++c) {
          // What is lost with the weight after all have made up for it.
          float loss =
              weights[(first + r) * width + begin + c] / diagonal[begin + c];
          scores[r * columns + c] = loss * loss;
        }
      pattern.choose(llvm::ArrayRef(scores).take_front(count * columns),
                     static_cast<int64_t>(count), static_cast<int64_t>(columns),
                     llvm::MutableArrayRef(keep).take_front(count * columns),
                     carry);
      hasKept |= llvm::is_contained(
          llvm::ArrayRef(keep).take_front(count * columns), 1);
      for (size_t c = 0; c < columns; ++c) {
        size_t i = begin + c;
        const float *line = factor.data() + i * width;
        for (size_t r = 0; r < count; ++r) {
          if (keep[r * columns + c])
            continue;
          float *row = weights.data() + (first + r) * width;
          float error = row[i];
          row[i] = 0;
          subtract(row + i + 1, line + i + 1, error, width - i - 1);
        }
      }
    }
  }
}
