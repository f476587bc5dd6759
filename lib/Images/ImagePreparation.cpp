// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ImagePreparation.h.

#include "lib/Images/ImagePreparation.h"
#include "lib/Images/ImageFile.h"
#include "lib/Interpreter/NpyFile.h"
#include "lib/Interpreter/TensorText.h"
#include <cmath>

using namespace mlir;
using namespace weft;

/// Of red, green and blue from 0 to 1, over ImageNet's images.
static constexpr double kMean[] = {0.485, 0.456, 0.406},
                        kDeviation[] = {0.229, 0.224, 0.225};

std::string ImageInput::describe() const {
  return describeTensor(element, dims);
}

static bool isBytes(Type element) { return element.isUnsignedInteger(8); }

static llvm::Error reportNoImages(const ImageInput &input) {
  return llvm::createStringError(
      "input '" + input.name +
      "' takes no images: expected floats or ui8 of rank 4 with 1, 3 or 4 "
      "channels, found " +
      input.describe());
}

llvm::Error ImagePreparation::findLayout(const ImageInput &input,
                                         const ImageOptions &options) {
  bool takesImages = isa<FloatType>(input.element) || isBytes(input.element);
  size_t rank = input.dims.size();
  if (!takesImages || rank < 3 || rank > 4)
    return reportNoImages(input);
  int64_t first = input.dims[rank - 3], last = input.dims[rank - 1];
  auto isChannels = [](int64_t dim) {
    return dim == 1 || dim == 3 || dim == 4;
  };
  if (options.layout)
    isChannelsLast = *options.layout == ImageLayout::ChannelsLast;
  else if (isChannels(first) != isChannels(last))
    isChannelsLast = isChannels(last);
  else if (isChannels(first) || first < 0 || last < 0)
    return llvm::createStringError(
        "input '" + input.name + "' of " + input.describe() +
        " may have its channels first or last: say which by the option layout "
        "of images, nchw or nhwc");
  int64_t found = isChannelsLast ? last : first;
  if (!isChannels(found) && found >= 0)
    return reportNoImages(input);
  channels = found < 0 ? 3 : found;
  batch = rank == 4 && input.dims[0] > 0 ? input.dims[0] : 1;
  return llvm::Error::success();
}

llvm::Error ImagePreparation::findSizes(const ImageInput &input,
                                        const ImageOptions &given) {
  size_t rank = input.dims.size(), row = rank - (isChannelsLast ? 3 : 2);
  size = given.size.value_or(ImageSize{224, 224});
  int64_t *sides[] = {&size.height, &size.width};
  for (size_t i = 0; i < 2; ++i) {
    int64_t fixed = input.dims[row + i];
    if (fixed < 0)
      continue;
    if (fixed == 0 || (given.size && *sides[i] != fixed))
      return llvm::createStringError(
          "input '" + input.name + "' takes images of " + input.describe() +
          (given.size ? ": the option size says " + Twine(size.height) + "x" +
                            Twine(size.width)
                      : Twine(", which have no pixels")));
    *sides[i] = fixed;
  }
  options = given;
  if (!given.stretched && !given.shorterSide)
    // 256 for 224, which is what ImageNet's classifiers are evaluated with.
    options.shorterSide = std::llround(
        static_cast<double>(std::max(size.height, size.width)) * 256 / 224);
  dims.assign(input.dims);
  if (rank == 4)
    dims[0] = batch;
  dims[row] = size.height;
  dims[row + 1] = size.width;
  dims[isChannelsLast ? rank - 1 : rank - 3] = channels;
  return llvm::Error::success();
}

llvm::Error ImagePreparation::findValues(const ImageInput &input,
                                         const ImageOptions &options) {
  if (isBytes(input.element)) {
    if (options.hasValues())
      return llvm::createStringError(
          "input '" + input.name + "' of " + input.describe() +
          " takes pixels as they are: scale, mean and std of images are for "
          "floats");
    return llvm::Error::success();
  }
  auto choose = [&](const std::vector<double> &given, ArrayRef<double> imageNet,
                    double other) -> std::vector<double> {
    if (given.size() == 1)
      return std::vector<double>(static_cast<size_t>(channels), given[0]);
    if (given.empty() && options.scale != 1)
      return std::vector<double>(static_cast<size_t>(channels), other);
    return given.empty() ? imageNet.vec() : given;
  };
  std::vector<double> mean = choose(options.mean, kMean, 0),
                      deviation = choose(options.deviation, kDeviation, 1);
  auto count = static_cast<size_t>(channels);
  if (mean.size() != count || deviation.size() != count)
    return llvm::createStringError(
        "input '" + input.name + "' has " + Twine(channels) +
        (channels == 1 ? " channel" : " channels") +
        ": expected a mean and std of images for each, found " +
        Twine(mean.size()) + " and " + Twine(deviation.size()) +
        (options.mean.empty() || options.deviation.empty()
             ? ", ImageNet's where none are given"
             : ""));
  for (size_t c = 0; c < count; ++c)
    for (int byte = 0; byte < 256; ++byte) {
      // In the steps of ToTensor and Normalize.
      float value =
          static_cast<float>(byte) / 255.0f * static_cast<float>(options.scale);
      values.push_back((value - static_cast<float>(mean[c])) /
                       static_cast<float>(deviation[c]));
    }
  return llvm::Error::success();
}

llvm::Expected<ImagePreparation>
ImagePreparation::create(const ImageInput &input, const ImageOptions &options) {
  ImagePreparation preparation;
  preparation.element = input.element;
  if (llvm::Error error = preparation.findLayout(input, options))
    return std::move(error);
  if (llvm::Error error = preparation.findSizes(input, options))
    return std::move(error);
  if (llvm::Error error = preparation.findValues(input, options))
    return std::move(error);
  return std::move(preparation);
}

/// Half of the way, rounded as Python does, to even.
static int64_t halve(int64_t whole) {
  return std::llrint(static_cast<double>(whole) / 2);
}

llvm::Expected<Image> ImagePreparation::readCrop(StringRef path) const {
  llvm::Expected<Image> image = readImage(path);
  if (!image)
    return image;
  image = convertChannels(std::move(*image), channels);
  if (!image)
    return image;
  int64_t width = image->getWidth(), height = image->getHeight();
  if (options.stretched) {
    height = options.stretched->height;
    width = options.stretched->width;
  } else {
    // The longer side is rounded down.
    int64_t shorter = *options.shorterSide, least = std::min(width, height);
    width = shorter * width / least;
    height = shorter * height / least;
  }
  // What is smaller than the size gets a margin, the larger half of it behind.
  auto place = [](int64_t whole, int64_t part) {
    return whole >= part ? halve(whole - part) : -((part - whole) / 2);
  };
  ImageWindow window = {place(width, size.width), place(height, size.height),
                        size.width, size.height};
  return resample(std::move(*image), width, height, window, options.filter);
}

llvm::Expected<Tensor>
ImagePreparation::read(ArrayRef<std::string> paths) const {
  bool hasBytes = isBytes(element);
  Type wanted = hasBytes ? element : Float32Type::get(element.getContext());
  FailureOr<Tensor> tensor = Tensor::allocate(wanted, dims);
  if (failed(tensor))
    return llvm::createStringError("no memory for " + Twine(batch) +
                                   " images of " + Twine(size.height) + "x" +
                                   Twine(size.width));
  int64_t area = size.height * size.width,
          channelStep = isChannelsLast ? 1 : area,
          pixelStep = isChannelsLast ? channels : 1;
  for (auto [number, path] : llvm::enumerate(paths)) {
    llvm::Expected<Image> crop = readCrop(path);
    if (!crop)
      return crop.takeError();
    int64_t begin = static_cast<int64_t>(number) * area * channels;
    for (int64_t pixel = 0; pixel < area; ++pixel)
      for (int64_t c = 0; c < channels; ++c) {
        uint8_t byte = crop->getPixel(0, 0)[pixel * channels + c];
        int64_t at = begin + pixel * pixelStep + c * channelStep;
        if (hasBytes)
          tensor->getMutableData()[at] = static_cast<char>(byte);
        else
          reinterpret_cast<float *>(tensor->getMutableData())[at] =
              values[static_cast<size_t>(c * 256 + byte)];
      }
  }
  return convertElements(*tensor, element);
}
