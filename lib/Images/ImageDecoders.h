// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The formats behind readImage. Each decoder gets all bytes of a file, which begin as its format does, and says what is wrong with them
// without the file's name.

#ifndef WEFT_LIB_IMAGES_IMAGEDECODERS_H
#define WEFT_LIB_IMAGES_IMAGEDECODERS_H

#include "lib/Images/Image.h"

namespace weft {

/// An image as it is stored.
struct StoredImage {
  Image image;
  /// Of Exif.
  unsigned orientation = 1;
};

/// By libjpeg-turbo: baseline and progressive; gray, RGB, YCbCr, CMYK, YCCK.
llvm::Expected<StoredImage> decodeJpeg(llvm::ArrayRef<uint8_t> bytes);
/// By libpng: all that PNG has.
llvm::Expected<StoredImage> decodePng(llvm::ArrayRef<uint8_t> bytes);
/// 1, 4 and 8 bits with a palette, 24 and 32 bits, not compressed.
llvm::Expected<StoredImage> decodeBmp(llvm::ArrayRef<uint8_t> bytes);
/// P5 and P6 of Netpbm, with 8 or 16 bits.
llvm::Expected<StoredImage> decodePnm(llvm::ArrayRef<uint8_t> bytes);

} // namespace weft

#endif // WEFT_LIB_IMAGES_IMAGEDECODERS_H
