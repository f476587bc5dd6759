// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A folder of images, as torchvision's ImageFolder and ImageNet have them: in sub-folders, each a class, or without classes.

#ifndef WEFT_LIB_IMAGES_IMAGEFOLDER_H
#define WEFT_LIB_IMAGES_IMAGEFOLDER_H

#include "llvm/Support/Error.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace weft {

struct ImageFolder {
  std::string path;
  /// Sorted by their names, class by class.
  std::vector<std::string> files;
  /// Of each file, the number of its class among the sub-folders sorted by name. Empty where images lie beside the sub-folders.
  std::vector<int64_t> labels;
  int64_t numClasses = 0;

  /// Finds what hasImageName takes, at any depth; what begins with a dot is left away. Fails where there is no image.
  static llvm::Expected<ImageFolder> open(llvm::StringRef path);

  /// Keeps `count` files at even steps, so that all classes are among them.
  void thin(size_t count);
};

} // namespace weft

#endif // WEFT_LIB_IMAGES_IMAGEFOLDER_H
