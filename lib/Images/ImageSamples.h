// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls of a model with the images of a folder, read when they are asked for.

#ifndef WEFT_LIB_IMAGES_IMAGESAMPLES_H
#define WEFT_LIB_IMAGES_IMAGESAMPLES_H

#include "lib/Images/ImageFolder.h"
#include "lib/Images/ImagePreparation.h"

namespace weft {

class ImageSamples {
public:
  /// Opens the folder for the only one of `inputs`. At most `limit` calls; fails where there are fewer images than one call takes. Images
  /// that do not fill a call are left away.
  static llvm::Expected<ImageSamples> open(llvm::StringRef folder,
                                           llvm::ArrayRef<ImageInput> inputs,
                                           const ImageOptions &options,
                                           size_t limit);

  size_t getNumCalls() const {
    return folder.files.size() / static_cast<size_t>(preparation.getBatch());
  }
  size_t getNumImages() const { return folder.files.size(); }
  const ImageFolder &getFolder() const { return folder; }

  /// The input of a call. A file that cannot be read is an error: left away, it would change figures without a word.
  llvm::Expected<Tensor> read(size_t call) const;
  /// The classes of its images; none where the folder has no classes.
  llvm::ArrayRef<int64_t> getLabels(size_t call) const;

private:
  ImageSamples(ImageFolder folder, ImagePreparation preparation)
      : folder(std::move(folder)), preparation(std::move(preparation)) {}

  ImageFolder folder;
  ImagePreparation preparation;
};

} // namespace weft

#endif // WEFT_LIB_IMAGES_IMAGESAMPLES_H
