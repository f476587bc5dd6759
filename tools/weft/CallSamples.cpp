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

llvm::Expected<ImageSamples> weft::openImages(const Signature &signature,
                                              const SampleOptions &options) {
  std::vector<ImageInput> inputs;
  for (const Argument &each : signature.inputs)
    inputs.push_back({each.name, each.elementType, each.dims});
  return ImageSamples::open(options.file, inputs, options.images,
                            static_cast<size_t>(options.count));
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
  return data->cutSamples(inputs, options.count, /*least=*/1);
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
  bool varies = false;
  for (int sample = 1; sample < options.count && (varies || sample == 1);
       ++sample) {
    std::vector<Tensor> inputs = samples.front();
    for (auto [i, argument] : llvm::enumerate(signature.inputs)) {
      if (inputs[i].isNull() || isFixed(options.inputs, argument.name))
        continue;
      varies = true;
      unsigned number =
          unsigned(i) + unsigned(sample) * unsigned(inputs.size());
      inputs[i] = makeRandom(argument, inputs[i].getDims(), number);
      if (inputs[i].isNull())
        return llvm::createStringError(
            "input '" + argument.name +
            "': no memory for a tensor of these dimensions");
    }
    if (varies)
      samples.push_back(std::move(inputs));
  }
  return samples;
}
