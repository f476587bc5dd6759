// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How images become what a model reads: texts of flags and of the C API as numbers. What is not said is what torchvision's classifiers of ImageNet
// are evaluated with.

#ifndef WEFT_LIB_IMAGES_IMAGEOPTIONS_H
#define WEFT_LIB_IMAGES_IMAGEOPTIONS_H

#include "lib/Images/Resample.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace weft {

/// An option as users write it.
struct ImageOption {
  llvm::StringLiteral name, value, help;
};

inline constexpr ImageOption kImageOptions[] = {
    {"size", "N|HxW",
     "height and width that a model of open sizes reads; 224 by default"},
    {"resize", "N|HxW",
     "the shorter side before the middle is cut out, 8/7 of the size by "
     "default; or both sides, whatever the proportions are"},
    {"filter", "bilinear|bicubic", "how; bilinear by default"},
    {"scale", "S",
     "what white is before mean and deviation: 1 by default, or 255"},
    {"mean", "M|R,G,B",
     "what is subtracted from each channel; ImageNet's 0.485,0.456,0.406 by "
     "default, 0 with another scale than 1"},
    {"std", "D|R,G,B",
     "what each is divided by; ImageNet's 0.229,0.224,0.225 by default, 1 with "
     "another scale than 1"},
    {"layout", "nchw|nhwc",
     "where channels are, if the model's shape does not say"},
};

struct ImageSize {
  int64_t height, width;
};

enum class ImageLayout { ChannelsFirst, ChannelsLast };

class ImageOptions {
public:
  /// Sets one of kImageOptions from a text. `prefix` stands before its name in errors, "--image-" on a command line.
  llvm::Error set(llvm::StringRef name, llvm::StringRef value,
                  llvm::StringRef prefix = "");

  /// The first one that was set; empty if none was.
  const std::string &getFirstGiven() const { return firstGiven; }

  std::optional<ImageSize> size;
  /// The shorter side, or both.
  std::optional<int64_t> shorterSide;
  std::optional<ImageSize> stretched;
  ImageFilter filter = ImageFilter::Bilinear;
  double scale = 1;
  /// One for all channels, or as many as there are; empty = the default.
  std::vector<double> mean, deviation;
  std::optional<ImageLayout> layout;
  /// Whether values of pixels are to change.
  bool hasValues() const {
    return scale != 1 || !mean.empty() || !deviation.empty();
  }

private:
  std::string firstGiven;
};

/// Fails where options were given, but none of `paths` is a folder that could have images.
llvm::Error checkHasImages(const ImageOptions &options,
                           llvm::ArrayRef<llvm::StringRef> paths);

} // namespace weft

#endif // WEFT_LIB_IMAGES_IMAGEOPTIONS_H
