// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What cameras write beside pixels.

#ifndef WEFT_LIB_IMAGES_EXIF_H
#define WEFT_LIB_IMAGES_EXIF_H

#include "llvm/ADT/ArrayRef.h"
#include <cstdint>

namespace weft {

/// The tag Orientation, 1 to 8, of Exif's TIFF structure; 1, upright, where there is none or the structure is broken, as Pillow takes it.
unsigned findOrientation(llvm::ArrayRef<uint8_t> tiff);

} // namespace weft

#endif // WEFT_LIB_IMAGES_EXIF_H
