// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Calibrator.h.

#include "lib/Optimizer/Calibrator.h"
#include "dialects/Weft/WeftOps.h"
#include "lib/Optimizer/CalibrationRun.h"
#include "mlir/Pass/PassManager.h"
#include "passes/Compress/WeightRows.h"
#include "llvm/Support/FileSystem.h"

#include <cmath>

using namespace mlir;
using namespace weft;

/// A range that fewer inputs gave is one by chance.
static constexpr int64_t kMinSamples = 4;

llvm::Error Calibrator::readData(StringRef file, MLIRContext &newContext) {
  context = &newContext;
  if (llvm::sys::fs::is_directory(file)) {
    images = file.str();
    return llvm::Error::success();
  }
  llvm::Expected<CalibrationData> read =
      CalibrationData::read(file, newContext);
  if (!read)
    return read.takeError();
  data = std::move(*read);
  return llvm::Error::success();
}

void Calibrator::addPasses(OpPassManager &manager) const {
  manager.addPass(createDequantizeWeights());
  if (options.collectsActivations()) {
    addActivationPreparation(manager, options, statistics, number);
    manager.addPass(createCollectActivations());
    return;
  }
  CollectStatisticsOptions passOptions;
  passOptions.products = options.wantsProducts();
  passOptions.vectors = options.wantsVectors();
  manager.addPass(createCollectStatistics(passOptions));
}

void Calibrator::begin(ModuleOp module) {
  context = module.getContext();
  // The pass has left one.
  for (FuncOp entry : module.getOps<FuncOp>()) {
    if (entry.isPrivate())
      continue;
    function = entry.getName().str();
    for (unsigned i = 0; i < entry.getNumArguments(); ++i)
      states.push_back(entry.getArgAttr(i, kWasStateAttribute) != nullptr);
    for (unsigned i = 0; i < entry.getNumResults();
         i += static_cast<unsigned>(countResults())) {
      Site &site = sites.emplace_back();
      if (auto names =
              entry.getResultAttrOfType<ArrayAttr>(i, kWeightsAttribute))
        for (auto name : names.getAsRange<StringAttr>())
          site.weights.push_back(name.str());
      if (auto name =
              entry.getResultAttrOfType<StringAttr>(i, kActivationAttribute))
        site.activation = name.str();
      if (auto dim =
              entry.getResultAttrOfType<IntegerAttr>(i, kChannelsAttribute))
        site.channelDim = dim.getInt();
    }
    return;
  }
}

llvm::Error Calibrator::addSums(CalibrationRun &run) {
  size_t step = countResults();
  for (size_t i = 0; i < sites.size(); ++i) {
    llvm::Expected<Tensor> sums = run.getOutput(i * step);
    if (!sums)
      return sums.takeError();
    SiteStatistics site;
    site.weights = sites[i].weights;
    std::vector<double> rows = sums->widen<double>();
    size_t width = rows.size() / 4;
    site.count = width ? rows[3 * width] : 0;
    // An expert that no token chose.
    if (site.count == 0)
      continue;
    auto row = [&](size_t number) {
      auto begin = rows.begin() + static_cast<ptrdiff_t>(number * width);
      return std::vector<double>(begin, begin + static_cast<ptrdiff_t>(width));
    };
    site.sums = row(0);
    site.squares = row(1);
    site.magnitudes = row(2);
    if (options.wantsProducts()) {
      llvm::Expected<Tensor> products = run.getOutput(i * step + 1);
      if (!products)
        return products.takeError();
      std::vector<double> values = products->widen<double>();
      site.products.assign(values.begin(), values.end());
    }
    if (options.wantsVectors()) {
      llvm::Expected<Tensor> vectors = run.getOutput(i * step + step - 1);
      if (!vectors)
        return vectors.takeError();
      site.vectors = readFloats(*vectors);
    }
    if (llvm::Error error = statistics->add(site))
      return error;
  }
  return llvm::Error::success();
}

/// Sums, minima and maxima of the channels along `dim`.
static void addChannels(ArrayRef<float> values, ArrayRef<int64_t> dims,
                        int64_t dim, ActivationStatistics &into) {
  auto width = static_cast<size_t>(dims[static_cast<size_t>(dim)]);
  size_t inner = 1;
  for (int64_t size : dims.drop_front(static_cast<size_t>(dim) + 1))
    inner *= static_cast<size_t>(size);
  into.count = static_cast<double>(values.size()) / static_cast<double>(width);
  into.sums.assign(width, 0);
  into.minima.assign(width, HUGE_VAL);
  into.maxima.assign(width, -HUGE_VAL);
  for (size_t at = 0; at < values.size(); at += inner) {
    size_t channel = at / inner % width;
    for (float value : values.slice(at, inner)) {
      double wide = value;
      into.sums[channel] += wide;
      into.minima[channel] = std::min(into.minima[channel], wide);
      into.maxima[channel] = std::max(into.maxima[channel], wide);
    }
  }
}

llvm::Error Calibrator::addActivations(CalibrationRun &run) {
  for (auto [number, site] : llvm::enumerate(sites)) {
    llvm::Expected<Tensor> output = run.getOutput(number);
    if (!output)
      return output.takeError();
    std::vector<float> values = readFloats(*output);
    if (values.empty())
      continue;
    ActivationStatistics activation;
    activation.name = site.activation;
    for (float value : values)
      if (!std::isfinite(value))
        return llvm::createStringError(
            "calibrating: the input of the layer with weight '" +
            site.activation + "' has " +
            (std::isnan(value) ? "NaN" : "infinite values") +
            ", which no range holds; run the model on these data by `weft run "
            "--interpret`, or leave them out");
    activation.histogram.add(values);
    if (site.channelDim)
      addChannels(values, output->getDims(), *site.channelDim, activation);
    if (llvm::Error error = statistics->add(activation))
      return error;
  }
  return llvm::Error::success();
}

llvm::Expected<Calibrator::Samples>
Calibrator::openImages(ArrayRef<CalibrationInput> inputs) const {
  if (function == "evaluate")
    return llvm::createStringError(
        "'" + images +
        "' is a folder, which is read as images; language models are "
        "calibrated on a text, or on token ids in a .npy file");
  std::vector<ImageInput> wanted;
  size_t place = 0;
  for (auto [number, input] : llvm::enumerate(inputs)) {
    if (input.isState)
      continue;
    place = number;
    wanted.push_back({input.name, input.element, input.dims});
  }
  llvm::Expected<ImageSamples> samples = ImageSamples::open(
      images, wanted, options.images, static_cast<size_t>(options.samples));
  if (!samples)
    return samples.takeError();
  auto numImages = static_cast<int64_t>(samples->getNumImages());
  if (options.collectsActivations() && numImages < kMinSamples)
    return reportFewSamples(images, numImages, "images", kMinSamples);
  Samples made;
  made.count = static_cast<int64_t>(samples->getNumCalls());
  made.make = [samples = std::make_shared<ImageSamples>(std::move(*samples)),
               place, numInputs = inputs.size()](
                  int64_t number) -> llvm::Expected<CalibrationSample> {
    llvm::Expected<Tensor> input = samples->read(static_cast<size_t>(number));
    if (!input)
      return input.takeError();
    CalibrationSample sample(numInputs);
    sample[place] = *input;
    return sample;
  };
  return made;
}

llvm::Expected<Calibrator::Samples>
Calibrator::openSamples(ArrayRef<CalibrationInput> inputs) const {
  if (!images.empty())
    return openImages(inputs);
  if (!data)
    return Samples{options.samples, maker};
  llvm::Expected<std::vector<CalibrationSample>> cut =
      function == "evaluate"
          ? data->cutTokens(inputs, kCalibrationContext, options.samples)
          : data->cutSamples(inputs, options.samples,
                             options.collectsActivations() ? kMinSamples : 1);
  if (!cut)
    return cut.takeError();
  auto count = static_cast<int64_t>(cut->size());
  return Samples{count,
                 [cut = std::move(*cut)](
                     int64_t number) -> llvm::Expected<CalibrationSample> {
                   return cut[static_cast<size_t>(number)];
                 }};
}

llvm::Error Calibrator::run(std::shared_ptr<MappedFile> module,
                            const CompressProgress &progress) {
  CalibrationRun run(*context);
  if (llvm::Error error = run.open(module->getBytes(), function))
    return error;
  for (auto [input, isState] : llvm::zip(run.getInputs(), states))
    input.isState = isState;
  llvm::Expected<Samples> samples = openSamples(run.getInputs());
  if (!samples)
    return samples.takeError();
  for (int64_t number = 0; number < samples->count; ++number) {
    if (progress)
      progress(static_cast<double>(number) /
                   static_cast<double>(samples->count),
               "calibrating");
    llvm::Expected<CalibrationSample> sample = samples->make(number);
    if (!sample)
      return sample.takeError();
    if (llvm::Error error = run.run(*sample))
      return error;
    if (llvm::Error error =
            options.collectsActivations() ? addActivations(run) : addSums(run))
      return error;
  }
  return llvm::Error::success();
}
