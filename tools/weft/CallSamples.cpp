// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See CallSamples.h.

#include "tools/weft/CallSamples.h"
#include "lib/Optimizer/CalibrationData.h"
#include "llvm/Support/FileSystem.h"

using namespace mlir;
using namespace weft;

/// Whether a flag gives an input its values, not just its shape.
static bool isFixed(const InputFlags &flags, StringRef name) {
  return llvm::any_of(flags.inputs, [&](const std::string &flag) {
    auto [input, value] = StringRef(flag).rsplit('=');
    return input == name && !value.starts_with("random:");
  });
}

bool SampleOptions::areImages() const {
  return !file.empty() && llvm::sys::fs::is_directory(file);
}

int SampleOptions::getCount() const {
  if (count > 0)
    return count;
  return file.empty() ? 8 : std::numeric_limits<int>::max();
}

bool weft::isSampleData(StringRef path) {
  return path.ends_with(".npy") || path.ends_with(".npz") ||
         llvm::sys::fs::is_directory(path);
}

ExitStatus weft::checkSampleData(StringRef data, const InputFlags &flags) {
  if (data.empty())
    return ExitStatus::Done;
  if (!flags.inputs.empty())
    return reportError(ExitStatus::WrongUsage,
                       "expected --data or --input, found both: samples have "
                       "all inputs");
  if (isSampleData(data))
    return ExitStatus::Done;
  return reportError(
      ExitStatus::BadInput,
      "--data '" + data +
          "' is no folder of images, and no .npy or .npz file of samples: "
          "texts are for language models, which have the functions prefill, "
          "decode and evaluate; other models take one of these, or --input");
}

llvm::Expected<ImageSamples> weft::openImages(const Signature &signature,
                                              const SampleOptions &options) {
  std::vector<ImageInput> inputs;
  for (const Argument &each : signature.inputs)
    inputs.push_back({each.name, each.elementType, each.dims});
  return ImageSamples::open(options.file, inputs, options.images,
                            static_cast<size_t>(options.getCount()));
}

static llvm::Expected<std::vector<std::vector<Tensor>>>
readImages(const Signature &signature, const SampleOptions &options) {
  llvm::Expected<ImageSamples> images = openImages(signature, options);
  if (!images)
    return images.takeError();
  std::vector<std::vector<Tensor>> samples;
  for (size_t call = 0; call < images->getNumCalls(); ++call) {
    llvm::Expected<Tensor> input = images->read(call);
    if (!input)
      return input.takeError();
    samples.push_back({*input});
  }
  return samples;
}

static llvm::Expected<std::vector<std::vector<Tensor>>>
readSamples(const Signature &signature, const SampleOptions &options,
            MLIRContext &context) {
  llvm::Expected<CalibrationData> data =
      CalibrationData::read(options.file, context);
  if (!data)
    return data.takeError();
  std::vector<CalibrationInput> inputs;
  for (const Argument &argument : signature.inputs)
    inputs.push_back({argument.name, argument.elementType, argument.dims,
                      !argument.state.empty()});
  return data->cutSamples(inputs, options.getCount(), /*least=*/1);
}

llvm::Expected<size_t>
weft::randomizeInputs(const Signature &signature, const InputFlags &flags,
                      int number, llvm::MutableArrayRef<Tensor> inputs) {
  size_t count = 0;
  for (auto [i, argument] : llvm::enumerate(signature.inputs)) {
    if (inputs[i].isNull() || isFixed(flags, argument.name))
      continue;
    ++count;
    inputs[i] =
        makeRandom(argument, inputs[i].getDims(),
                   unsigned(i) + unsigned(number) * unsigned(inputs.size()));
    if (inputs[i].isNull())
      return llvm::createStringError(
          "input '" + argument.name +
          "': no memory for a tensor of these dimensions");
  }
  return count;
}

llvm::Expected<std::vector<std::vector<Tensor>>>
weft::makeCallSamples(const Signature &signature, const SampleOptions &options,
                      MLIRContext &context) {
  if (options.areImages())
    return readImages(signature, options);
  if (!options.file.empty())
    return readSamples(signature, options, context);
  llvm::Expected<std::vector<Tensor>> first =
      makeInputs(signature, options.inputs, context);
  if (!first)
    return first.takeError();
  std::vector<std::vector<Tensor>> samples{std::move(*first)};
  for (int number = 1; number < options.getCount(); ++number) {
    std::vector<Tensor> inputs = samples.front();
    llvm::Expected<size_t> numRandom =
        randomizeInputs(signature, options.inputs, number, inputs);
    if (!numRandom)
      return numRandom.takeError();
    if (*numRandom == 0)
      break;
    samples.push_back(std::move(inputs));
  }
  return samples;
}
