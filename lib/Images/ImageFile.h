// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An image from a file of any format that is read.

#ifndef WEFT_LIB_IMAGES_IMAGEFILE_H
#define WEFT_LIB_IMAGES_IMAGEFILE_H

#include "lib/Images/Image.h"

namespace weft {

/// Reads the JPEG, PNG, BMP, PGM or PPM file `path`; which it is, its first bytes say. The image stands upright by its Exif orientation. PNG's
/// channels of 16 bits keep the high byte; CMYK becomes RGB as Pillow has it. A file that is damaged, ends early or is of another format is an error that
/// names it. No file makes it take more memory than a few times the pixels that Image allows.
llvm::Expected<Image> readImage(llvm::StringRef path);

/// Whether a file is meant to be an image, by how its name ends; also formats that readImage refuses.
bool hasImageName(llvm::StringRef path);

} // namespace weft

#endif // WEFT_LIB_IMAGES_IMAGEFILE_H
