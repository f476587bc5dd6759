// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From an image to the numbers that a model's input takes.

#ifndef WEFT_LIB_IMAGES_IMAGEPREPARATION_H
#define WEFT_LIB_IMAGES_IMAGEPREPARATION_H

#include "lib/Images/ImageOptions.h"
#include "lib/Interpreter/Tensor.h"

namespace weft {

/// An input of a model; dynamic dimensions are negative.
struct ImageInput {
  std::string name;
  mlir::Type element;
  llvm::SmallVector<int64_t> dims;

  /// "f32[?, 3, 224, 224]"
  std::string describe() const;
};

/// The steps of torchvision's evaluation: Resize and CenterCrop as Pillow computes them, ToTensor, Normalize. An input of bytes gets pixels as they
/// are. Any thread may use it.
class ImagePreparation {
public:
  /// Finds what the input takes: floats of any width or ui8, of rank 4 or, for a single image, 3, with 1, 3 or 4 channels before or behind height and
  /// width. Sizes that are open are those of the options. Fails where it takes no images, or options contradict it.
  static llvm::Expected<ImagePreparation> create(const ImageInput &input,
                                                 const ImageOptions &options);

  /// Images that the input takes at once.
  int64_t getBatch() const { return batch; }

  /// The input from as many files.
  llvm::Expected<Tensor> read(llvm::ArrayRef<std::string> paths) const;

private:
  ImagePreparation() = default;

  llvm::Error findLayout(const ImageInput &input, const ImageOptions &options);
  llvm::Error findSizes(const ImageInput &input, const ImageOptions &options);
  llvm::Error findValues(const ImageInput &input, const ImageOptions &options);
  llvm::Expected<Image> readCrop(llvm::StringRef path) const;

  mlir::Type element;
  llvm::SmallVector<int64_t> dims;
  int64_t batch = 1, channels = 3;
  bool isChannelsLast = false;
  ImageSize size = {0, 0};
  ImageOptions options;
  /// The value of each byte, for each channel.
  std::vector<float> values;
};

} // namespace weft

#endif // WEFT_LIB_IMAGES_IMAGEPREPARATION_H
