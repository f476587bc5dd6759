// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Other sizes of images, to the bit as Pillow computes them.

#ifndef WEFT_LIB_IMAGES_RESAMPLE_H
#define WEFT_LIB_IMAGES_RESAMPLE_H

#include "lib/Images/Image.h"

namespace weft {

enum class ImageFilter { Bilinear, Bicubic };

/// A part of an image, which may reach beyond it.
struct ImageWindow {
  int64_t left, top, width, height;
};

/// The pixels in `window` of the image with the new width and height; black, and transparent, beside it. The filters are as wide as the steps between
/// pixels where the image becomes smaller (Pillow's Image.resize; antialias of torchvision); colors weigh by alpha where there is one. Nothing
/// beside the window is computed.
llvm::Expected<Image> resample(Image image, int64_t width, int64_t height,
                               const ImageWindow &window, ImageFilter filter);

} // namespace weft

#endif // WEFT_LIB_IMAGES_RESAMPLE_H
