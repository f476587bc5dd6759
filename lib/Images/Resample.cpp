// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Resample.h. Rows first, then columns, with weights of 22 bits and a byte between, as Pillow's Resample.c has it.

#include "lib/Images/Resample.h"
#include <cmath>
#include <vector>

using namespace weft;

/// A sum of products with bytes stays below 2^31, negative weights included.
static constexpr int kWeightBits = 32 - 8 - 2;

namespace {
/// What the pixels of one direction are made of.
struct Weights {
  /// For each new pixel the first old one.
  std::vector<int64_t> first;
  /// `width` for each, of which `count` are of old pixels.
  std::vector<int64_t> count;
  std::vector<int32_t> values;
  int64_t width = 0;

  llvm::ArrayRef<int32_t> of(size_t pixel) const {
    return llvm::ArrayRef(values).slice(pixel * static_cast<size_t>(width),
                                        static_cast<size_t>(count[pixel]));
  }
};
} // namespace

static double evaluate(ImageFilter filter, double x) {
  x = std::fabs(x);
  if (filter == ImageFilter::Bilinear)
    return x < 1 ? 1 - x : 0;
  // Keys' cubic, with Pillow's a.
  constexpr double a = -0.5;
  if (x < 1)
    return ((a + 2) * x - (a + 3)) * x * x + 1;
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
}

/// Of the new pixels from `begin` to `end`.
static Weights computeWeights(int64_t oldSize, int64_t newSize, int64_t begin,
                              int64_t end, ImageFilter filter) {
  double scale = static_cast<double>(oldSize) / static_cast<double>(newSize),
         filterScale = std::max(scale, 1.0),
         support = (filter == ImageFilter::Bilinear ? 1.0 : 2.0) * filterScale;
  Weights weights;
  weights.width = static_cast<int64_t>(std::ceil(support)) * 2 + 1;
  weights.values.resize(static_cast<size_t>((end - begin) * weights.width));
  std::vector<double> exact;
  for (int64_t pixel = begin; pixel < end; ++pixel) {
    double center = (static_cast<double>(pixel) + 0.5) * scale;
    auto first =
        std::max<int64_t>(static_cast<int64_t>(center - support + 0.5), 0);
    auto last = std::min<int64_t>(static_cast<int64_t>(center + support + 0.5),
                                  oldSize);
    exact.clear();
    double sum = 0;
    for (int64_t old = first; old < last; ++old) {
      exact.push_back(
          evaluate(filter, (static_cast<double>(old) - center + 0.5) *
                               (1 / filterScale)));
      sum += exact.back();
    }
    int32_t *to = weights.values.data() + (pixel - begin) * weights.width;
    for (double value : exact)
      *to++ = static_cast<int32_t>(
          std::round((sum != 0 ? value / sum : value) * (1 << kWeightBits)));
    weights.first.push_back(first);
    weights.count.push_back(last - first);
  }
  return weights;
}

/// The weighted sum of bytes that lie `step` apart.
static uint8_t sum(const uint8_t *from, int64_t step,
                   llvm::ArrayRef<int32_t> weights) {
  int32_t total = 1 << (kWeightBits - 1);
  for (int32_t weight : weights) {
    total += *from * weight;
    from += step;
  }
  return static_cast<uint8_t>(std::clamp(total >> kWeightBits, 0, 255));
}

/// Colors times alpha, or, with `isBack`, over it.
static void weighByAlpha(Image &image, bool isBack) {
  for (int64_t y = 0; y < image.getHeight(); ++y) {
    llvm::MutableArrayRef<uint8_t> row = image.getRow(y);
    for (size_t at = 0; at < row.size(); at += 4)
      for (size_t c = at; c < at + 3; ++c) {
        unsigned alpha = row[at + 3];
        if (!isBack)
          row[c] = multiplyBytes(row[c], alpha);
        else if (alpha != 0 && alpha != 255)
          row[c] = static_cast<uint8_t>(std::min(255u * row[c] / alpha, 255u));
      }
  }
}

/// The columns from `begin` on that `columns` are of, in the rows from `top` to `bottom`.
static llvm::Expected<Image> resampleRows(const Image &image,
                                          const Weights &columns, int64_t top,
                                          int64_t bottom) {
  int64_t channels = image.getChannels();
  auto result = Image::create(static_cast<int64_t>(columns.first.size()),
                              bottom - top, channels);
  if (!result)
    return result;
  for (int64_t y = top; y < bottom; ++y) {
    uint8_t *to = result->getRow(y - top).data();
    for (size_t x = 0; x < columns.first.size(); ++x)
      for (int64_t c = 0; c < channels; ++c)
        *to++ = sum(image.getPixel(columns.first[x], y) + c, channels,
                    columns.of(x));
  }
  return result;
}

llvm::Expected<Image> weft::resample(Image image, int64_t width, int64_t height,
                                     const ImageWindow &window,
                                     ImageFilter filter) {
  auto result = Image::create(window.width, window.height, image.getChannels());
  if (!result)
    return result;
  int64_t left = std::max<int64_t>(window.left, 0),
          right = std::min(window.left + window.width, width),
          top = std::max<int64_t>(window.top, 0),
          bottom = std::min(window.top + window.height, height);
  if (left >= right || top >= bottom)
    return result;
  bool isResized = width != image.getWidth() || height != image.getHeight(),
       hasAlpha = isResized && image.getChannels() == 4;
  Weights columns =
              computeWeights(image.getWidth(), width, left, right, filter),
          rows = computeWeights(image.getHeight(), height, top, bottom, filter);
  if (hasAlpha)
    weighByAlpha(image, /*isBack=*/false);
  int64_t first = rows.first.front(),
          last = rows.first.back() + rows.count.back();
  llvm::Expected<Image> narrow = resampleRows(image, columns, first, last);
  if (!narrow)
    return narrow;
  int64_t offset = (left - window.left) * image.getChannels();
  for (int64_t y = top; y < bottom; ++y) {
    auto at = static_cast<size_t>(y - top);
    const uint8_t *from = narrow->getPixel(0, rows.first[at] - first);
    uint8_t *to = result->getRow(y - window.top).data() + offset;
    for (int64_t x = 0; x < narrow->getRowBytes(); ++x)
      *to++ = sum(from + x, narrow->getRowBytes(), rows.of(at));
  }
  if (hasAlpha)
    weighByAlpha(*result, /*isBack=*/true);
  return result;
}
