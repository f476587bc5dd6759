// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Calibration.h.

#include "tools/weft/Calibration.h"
#include "passes/Compress/Compress.h"
#include "tools/weft/Execution.h"
#include "tools/weft/NpyFile.h"
#include "tools/weft/Progress.h"

using namespace mlir;
using namespace weft;

/// Fewer tokens say too little: most channels would be known by chance.
static constexpr int64_t kMinTokens = 64;

static std::string nameOf(Type element) {
  std::string name;
  llvm::raw_string_ostream(name) << element;
  return name;
}

namespace {
class Calibrator {
public:
  Calibrator(const ModelFlags &flags, StringRef path,
             const CalibrationOptions &options, Statistics &statistics)
      : path(path), options(options), statistics(statistics), model(flags),
        execution(model.getContext()) {}

  ExitStatus run(StringRef data);

private:
  ExitStatus prepare();
  /// The samples of the array, each as the model's first input.
  ExitStatus cut(const Tensor &array, StringRef file,
                 std::vector<Tensor> &samples);
  ExitStatus cutTokens(const Tensor &tokens, StringRef file,
                       std::vector<Tensor> &samples);
  ExitStatus runSample(const Tensor &sample);
  ExitStatus add(ArrayRef<Tensor> outputs);

  StringRef path;
  const CalibrationOptions &options;
  Statistics &statistics;
  Model model;
  Execution execution;
  /// Of each result with sums the names of the weights.
  std::vector<std::vector<std::string>> weights;
  bool isLanguageModel = false;
};
} // namespace

ExitStatus Calibrator::prepare() {
  if (ExitStatus status = model.import(path); status != ExitStatus::Done)
    return status;
  CollectStatisticsOptions passOptions;
  passOptions.products = options.hasProducts;
  if (ExitStatus status = model.runPasses([&](OpPassManager &manager) {
        manager.addPass(createDequantizeWeights());
        manager.addPass(createCollectStatistics(passOptions));
      });
      status != ExitStatus::Done)
    return status;
  FuncOp entry = model.findEntry();
  isLanguageModel = entry.getName() == "evaluate";
  for (unsigned i = 0; i < entry.getNumResults();
       i += options.hasProducts ? 2 : 1) {
    std::vector<std::string> names;
    for (Attribute name :
         cast<ArrayAttr>(entry.getResultAttr(i, kWeightsAttribute)))
      names.push_back(cast<StringAttr>(name).str());
    weights.push_back(std::move(names));
  }
  execution.setFunction(entry.getName());
  if (ExitStatus status = model.compile(); status != ExitStatus::Done)
    return status;
  llvm::Expected<std::shared_ptr<MappedFile>> module =
      model.getWriter().writeToMemory();
  if (!module)
    return reportError(ExitStatus::BadInput, module.takeError());
  return execution.openMemory(*module, 0);
}

/// Elements from `first` on as an array of its own sizes.
static Tensor slice(const Tensor &array, int64_t first,
                    ArrayRef<int64_t> dims) {
  unsigned size = getSizeBytes(array.getElement());
  int64_t count = *computeNumElements(dims);
  Tensor part = *Tensor::allocate(array.getElementType(), dims);
  std::memcpy(part.getMutableData(), array.getData() + first * size,
              static_cast<size_t>(count) * size);
  return part;
}

ExitStatus Calibrator::cutTokens(const Tensor &array, StringRef file,
                                 std::vector<Tensor> &samples) {
  const Argument &input = execution.getSignature().inputs[0];
  if (isFloat(array.getElement()) || array.getRank() < 1 ||
      array.getRank() > 2)
    return reportError(ExitStatus::BadInput,
                       "'" + file +
                           "': expected token ids, integers of rank 1 or 2, "
                           "found " +
                           formatType({nameOf(array.getElementType()),
                                       SmallVector<int64_t, 4>(
                                           array.getDims())}));
  if (array.getNumElements() < kMinTokens)
    return reportError(ExitStatus::BadInput,
                       "'" + file + "' has " +
                           llvm::Twine(array.getNumElements()) +
                           " tokens: calibration needs at least " +
                           llvm::Twine(kMinTokens));
  std::vector<int64_t> ids = array.widen<int64_t>();
  for (int64_t id : ids)
    if (id < 0 || (input.indexLimit && id >= *input.indexLimit))
      return reportError(
          ExitStatus::BadInput,
          "'" + file + "' has the token " + llvm::Twine(id) +
              ", which the model does not have" +
              (input.indexLimit
                   ? "; it has " + std::to_string(*input.indexLimit)
                   : std::string()));
  Tensor tokens = convertElements(array, input.elementType);
  int64_t rows = array.getRank() == 2 ? array.getDim(0) : 1,
          width = array.getNumElements() / rows;
  for (int64_t row = 0; row < rows; ++row)
    for (int64_t at = 0; at < width; at += options.context)
      if (static_cast<int64_t>(samples.size()) < options.samples)
        samples.push_back(slice(tokens, row * width + at,
                                {std::min(options.context, width - at)}));
  return ExitStatus::Done;
}

ExitStatus Calibrator::cut(const Tensor &array, StringRef file,
                           std::vector<Tensor> &samples) {
  if (isLanguageModel)
    return cutTokens(array, file, samples);
  const Signature &signature = execution.getSignature();
  if (signature.inputs.size() != 1)
    return reportError(ExitStatus::BadInput,
                       "calibration is available for language models and for "
                       "models with one input; this one has " +
                           llvm::Twine(signature.inputs.size()));
  const Argument &input = signature.inputs[0];
  bool fits = array.getRank() == static_cast<int64_t>(input.dims.size()) &&
              array.getRank() > 0;
  for (int64_t i = 1; fits && i < array.getRank(); ++i)
    fits = input.dims[i] < 0 || input.dims[i] == array.getDim(i);
  int64_t rows = fits && input.dims[0] > 0 ? input.dims[0] : 1;
  if (!fits || array.getDim(0) < rows)
    return reportError(ExitStatus::BadInput,
                       "'" + file + "': expected samples of " +
                           input.describe() + " along the first dimension");
  Tensor values = convertElements(array, input.elementType);
  SmallVector<int64_t> dims(array.getDims());
  int64_t size = array.getNumElements() / array.getDim(0);
  dims[0] = rows;
  for (int64_t at = 0; at + rows <= array.getDim(0); at += rows)
    if (static_cast<int64_t>(samples.size()) < options.samples)
      samples.push_back(slice(values, at * size, dims));
  return ExitStatus::Done;
}

ExitStatus Calibrator::add(ArrayRef<Tensor> outputs) {
  size_t step = options.hasProducts ? 2 : 1;
  for (size_t i = 0; i < weights.size(); ++i) {
    SiteStatistics site;
    site.weights = weights[i];
    std::vector<double> rows = outputs[i * step].widen<double>();
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
    if (options.hasProducts) {
      std::vector<double> products = outputs[i * step + 1].widen<double>();
      site.products.assign(products.begin(), products.end());
    }
    if (llvm::Error error = statistics.add(site))
      return reportError(ExitStatus::BadInput, std::move(error));
  }
  return ExitStatus::Done;
}

ExitStatus Calibrator::runSample(const Tensor &sample) {
  std::vector<Tensor> inputs{sample};
  // What was state is empty at the beginning of a text.
  for (const Argument &argument :
       llvm::drop_begin(execution.getSignature().inputs)) {
    SmallVector<int64_t> dims;
    for (int64_t dim : argument.dims)
      dims.push_back(std::max<int64_t>(dim, 0));
    inputs.push_back(*Tensor::allocate(argument.elementType, dims));
  }
  if (ExitStatus status = execution.setInputs(inputs);
      status != ExitStatus::Done)
    return status;
  if (ExitStatus status = execution.run(); status != ExitStatus::Done)
    return status;
  std::vector<Tensor> outputs;
  if (ExitStatus status = execution.getOutputs(outputs);
      status != ExitStatus::Done)
    return status;
  return add(outputs);
}

ExitStatus Calibrator::run(StringRef data) {
  llvm::Expected<Tensor> array = readNpy(data, model.getContext());
  if (!array)
    return reportError(ExitStatus::BadInput, array.takeError());
  if (array->getNumElements() == 0)
    return reportError(ExitStatus::BadInput,
                       "'" + data + "' is empty: there is nothing to calibrate "
                                    "with");
  if (ExitStatus status = prepare(); status != ExitStatus::Done)
    return status;
  std::vector<Tensor> samples;
  if (ExitStatus status = cut(*array, data, samples);
      status != ExitStatus::Done)
    return status;
  for (auto [number, sample] : llvm::enumerate(samples)) {
    progress::show(static_cast<double>(number) /
                       static_cast<double>(samples.size()),
                   "calibrating");
    if (ExitStatus status = runSample(sample); status != ExitStatus::Done)
      return status;
  }
  progress::clear();
  return ExitStatus::Done;
}

ExitStatus weft::calibrate(const ModelFlags &flags, StringRef path,
                           StringRef data, const CalibrationOptions &options,
                           Statistics &statistics) {
  return Calibrator(flags, path, options, statistics).run(data);
}
