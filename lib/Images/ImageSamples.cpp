// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ImageSamples.h.

#include "lib/Images/ImageSamples.h"

using namespace weft;
using llvm::StringRef;
using llvm::Twine;

llvm::Expected<ImageSamples>
ImageSamples::open(StringRef path, llvm::ArrayRef<ImageInput> inputs,
                   const ImageOptions &options, size_t limit) {
  llvm::Expected<ImageFolder> folder = ImageFolder::open(path);
  if (!folder)
    return folder.takeError();
  if (inputs.size() != 1) {
    std::string found;
    for (const ImageInput &each : inputs)
      found +=
          (found.empty() ? ": '" : ", '") + each.name + "' " + each.describe();
    return llvm::createStringError(
        "'" + path +
        "' is a folder of images: expected a model with one "
        "input, found " +
        Twine(inputs.size()) + found + "; give others as .npy or .npz files");
  }
  llvm::Expected<ImagePreparation> preparation =
      ImagePreparation::create(inputs.front(), options);
  if (!preparation)
    return llvm::createStringError("'" + path +
                                   "' is a folder of images, but " +
                                   llvm::toString(preparation.takeError()));
  auto batch = static_cast<size_t>(preparation->getBatch());
  size_t calls = std::min(folder->files.size() / batch, limit);
  if (calls == 0)
    return llvm::createStringError(
        "'" + path + "' has " + Twine(folder->files.size()) +
        " images: expected at least the " + Twine(batch) +
        " that the model takes at once");
  folder->thin(calls * batch);
  return ImageSamples(std::move(*folder), std::move(*preparation));
}

llvm::Expected<Tensor> ImageSamples::read(size_t call) const {
  auto batch = static_cast<size_t>(preparation.getBatch());
  llvm::Expected<Tensor> input =
      preparation.read(llvm::ArrayRef(folder.files).slice(call * batch, batch));
  if (!input)
    return llvm::createStringError(llvm::toString(input.takeError()) +
                                   "; repair it, or take it out of the folder");
  return input;
}

llvm::ArrayRef<int64_t> ImageSamples::getLabels(size_t call) const {
  auto batch = static_cast<size_t>(preparation.getBatch());
  llvm::ArrayRef<int64_t> labels(folder.labels);
  return labels.empty() ? labels : labels.slice(call * batch, batch);
}
