// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pixels in memory.

#ifndef WEFT_LIB_IMAGES_IMAGE_H
#define WEFT_LIB_IMAGES_IMAGE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <memory>

namespace weft {

/// Rows of pixels from the top, a byte a channel: gray, gray and alpha, RGB, or RGBA.
class Image {
public:
  /// Black, and transparent. Fails, before any memory is taken, where a side is 0 or above 65,535 or there are more than 89,478,485 pixels, the
  /// number from which on Pillow warns; fails where memory is short.
  static llvm::Expected<Image> create(int64_t width, int64_t height,
                                      int64_t channels);

  int64_t getWidth() const { return width; }
  int64_t getHeight() const { return height; }
  int64_t getChannels() const { return channels; }
  int64_t getRowBytes() const { return width * channels; }

  llvm::MutableArrayRef<uint8_t> getRow(int64_t y) {
    return {pixels.get() + y * getRowBytes(),
            static_cast<size_t>(getRowBytes())};
  }
  llvm::ArrayRef<uint8_t> getRow(int64_t y) const {
    return {pixels.get() + y * getRowBytes(),
            static_cast<size_t>(getRowBytes())};
  }
  const uint8_t *getPixel(int64_t x, int64_t y) const {
    return pixels.get() + y * getRowBytes() + x * channels;
  }

private:
  Image(int64_t width, int64_t height, int64_t channels)
      : width(width), height(height), channels(channels) {}

  int64_t width, height, channels;
  std::unique_ptr<uint8_t[]> pixels;
};

/// a b / 255, rounded, as Pillow has it.
inline uint8_t multiplyBytes(unsigned a, unsigned b) {
  unsigned product = a * b + 128;
  return static_cast<uint8_t>(((product >> 8) + product) >> 8);
}

/// With 1, 3 or 4 channels as Pillow's convert("L"), "RGB" and "RGBA" have them: alpha is left away and not blended, gray is ITU-R 601's.
llvm::Expected<Image> convertChannels(Image image, int64_t channels);

/// Upright, from what Exif's tag Orientation, 1 to 8, says of it.
llvm::Expected<Image> orient(Image image, unsigned orientation);

} // namespace weft

#endif // WEFT_LIB_IMAGES_IMAGE_H
