// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ImageOptions.h.

#include "lib/Images/ImageOptions.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include <cmath>

using namespace weft;
using llvm::StringRef;

/// Larger ones are mistakes.
static constexpr int64_t kLargestSize = 16384;

static bool parseSide(StringRef text, int64_t &side) {
  return !text.getAsInteger(10, side) && side >= 1 && side <= kLargestSize;
}

/// "224x320" as both sides, "224" as one.
static bool parseSize(StringRef text, ImageSize &size, bool &hasBoth) {
  auto [height, width] = text.split('x');
  hasBoth = text.contains('x');
  return parseSide(height, size.height) &&
         parseSide(hasBoth ? width : height, size.width);
}

/// Numbers between commas.
static bool parseNumbers(StringRef text, std::vector<double> &numbers) {
  llvm::SmallVector<StringRef> parts;
  text.split(parts, ',');
  numbers.clear();
  for (StringRef part : parts) {
    double number;
    if (part.trim().getAsDouble(number) || !std::isfinite(number))
      return false;
    numbers.push_back(number);
  }
  return true;
}

llvm::Error ImageOptions::set(StringRef name, StringRef value,
                              StringRef prefix) {
  auto expect = [&](bool isRight, StringRef what) -> llvm::Error {
    if (isRight)
      return llvm::Error::success();
    return llvm::createStringError(prefix + name + " expects " + what +
                                   ", found '" + value + "'");
  };
  if (firstGiven.empty())
    firstGiven = (prefix + name).str();
  constexpr llvm::StringLiteral kSides(
      "sides of 1 to 16384 pixels as in 224, or 224x320 of height and width");
  bool hasBoth;
  ImageSize sides;
  if (name == "size") {
    bool isRight = parseSize(value, sides, hasBoth);
    size = sides;
    return expect(isRight, kSides);
  }
  if (name == "resize") {
    bool isRight = parseSize(value, sides, hasBoth);
    shorterSide.reset();
    stretched.reset();
    if (hasBoth)
      stretched = sides;
    else
      shorterSide = sides.height;
    return expect(isRight, kSides);
  }
  if (name == "filter") {
    filter = value == "bicubic" ? ImageFilter::Bicubic : ImageFilter::Bilinear;
    return expect(value == "bicubic" || value == "bilinear",
                  "one of bilinear, bicubic");
  }
  if (name == "scale")
    return expect(!value.getAsDouble(scale) && std::isfinite(scale) &&
                      scale > 0,
                  "a number above 0");
  if (name == "mean")
    return expect(parseNumbers(value, mean),
                  "a number, or one for each channel with commas between");
  if (name == "std")
    return expect(parseNumbers(value, deviation) &&
                      llvm::all_of(deviation, [](double d) { return d > 0; }),
                  "a number above 0, or one for each channel with commas "
                  "between");
  if (name == "layout") {
    layout = value == "nhwc" ? ImageLayout::ChannelsLast
                             : ImageLayout::ChannelsFirst;
    return expect(value == "nchw" || value == "nhwc", "one of nchw, nhwc");
  }
  std::string names = llvm::join(
      llvm::map_range(kImageOptions,
                      [](const ImageOption &each) { return each.name.str(); }),
      ", ");
  return llvm::createStringError("options of images are " + names +
                                 "; found '" + name + "'");
}

llvm::Error weft::checkHasImages(const ImageOptions &options,
                                 llvm::ArrayRef<StringRef> paths) {
  if (options.getFirstGiven().empty() ||
      llvm::any_of(paths, [](StringRef path) {
        return llvm::sys::fs::is_directory(path);
      }))
    return llvm::Error::success();
  return llvm::createStringError(
      options.getFirstGiven() + " is for folders of images, and none is given");
}
