// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Image.h.

#include "lib/Images/Image.h"
#include "llvm/ADT/Twine.h"

using namespace weft;
using llvm::Twine;

static constexpr int64_t kMostPixels = (int64_t(1) << 30) / 12;
static constexpr int64_t kLargestSide = 65535;

llvm::Expected<Image> Image::create(int64_t width, int64_t height,
                                    int64_t channels) {
  if (width < 1 || height < 1 || width > kLargestSide ||
      height > kLargestSide || width * height > kMostPixels)
    return llvm::createStringError(
        "expected an image of 1 to " + Twine(kLargestSide) +
        " pixels a side and at most " + Twine(kMostPixels) +
        " in all, found one of " + Twine(width) + " x " + Twine(height));
  Image image(width, height, channels);
  image.pixels.reset(new (
      std::nothrow) uint8_t[static_cast<size_t>(height * width * channels)]());
  if (!image.pixels)
    return llvm::createStringError("no memory for an image of " + Twine(width) +
                                   " x " + Twine(height) + " pixels");
  return std::move(image);
}

/// Pillow's weights in 16 bits, rounded.
static uint8_t computeGray(const uint8_t *rgb) {
  return static_cast<uint8_t>(
      (rgb[0] * 19595 + rgb[1] * 38470 + rgb[2] * 7471 + 0x8000) >> 16);
}

static void convertPixel(const uint8_t *from, int64_t channels, uint8_t *to,
                         int64_t wanted) {
  bool isGray = channels <= 2, hasAlpha = channels == 2 || channels == 4;
  if (wanted == 1) {
    to[0] = isGray ? from[0] : computeGray(from);
    return;
  }
  for (int64_t c = 0; c < 3; ++c)
    to[c] = from[isGray ? 0 : c];
  if (wanted == 4)
    to[3] = hasAlpha ? from[channels - 1] : 255;
}

llvm::Expected<Image> weft::convertChannels(Image image, int64_t channels) {
  if (image.getChannels() == channels)
    return std::move(image);
  auto result = Image::create(image.getWidth(), image.getHeight(), channels);
  if (!result)
    return result.takeError();
  for (int64_t y = 0; y < image.getHeight(); ++y) {
    uint8_t *to = result->getRow(y).data();
    for (int64_t x = 0; x < image.getWidth(); ++x)
      convertPixel(image.getPixel(x, y), image.getChannels(), to + x * channels,
                   channels);
  }
  return std::move(*result);
}

llvm::Expected<Image> weft::orient(Image image, unsigned orientation) {
  if (orientation < 2 || orientation > 8)
    return std::move(image);
  // What is stored is mirrored in neither, one or both directions, after it was transposed from 5 on.
  bool isTransposed = orientation >= 5;
  bool mirrorsX = llvm::is_contained({2u, 3u, 7u, 8u}, orientation);
  bool mirrorsY = llvm::is_contained({3u, 4u, 6u, 7u}, orientation);
  int64_t width = image.getWidth(), height = image.getHeight(),
          channels = image.getChannels();
  auto result = isTransposed ? Image::create(height, width, channels)
                             : Image::create(width, height, channels);
  if (!result)
    return result.takeError();
  for (int64_t y = 0; y < result->getHeight(); ++y) {
    uint8_t *to = result->getRow(y).data();
    for (int64_t x = 0; x < result->getWidth(); ++x, to += channels) {
      int64_t fromX = isTransposed ? y : x, fromY = isTransposed ? x : y;
      const uint8_t *from =
          image.getPixel(mirrorsX ? width - 1 - fromX : fromX,
                         mirrorsY ? height - 1 - fromY : fromY);
      std::copy_n(from, channels, to);
    }
  }
  return std::move(*result);
}
