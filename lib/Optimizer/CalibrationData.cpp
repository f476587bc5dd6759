// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See CalibrationData.h.

#include "lib/Optimizer/CalibrationData.h"
#include "lib/Interpreter/NpyFile.h"
#include "lib/Interpreter/TensorText.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace weft;

/// Fewer tokens say too little: most channels would be known by chance.
static constexpr int64_t kMinTokens = 64;

std::string CalibrationInput::describe() const {
  return describeTensor(element, dims);
}

static llvm::Error reportEmpty(StringRef path) {
  return llvm::createStringError(
      "'" + path + "' is empty: there is nothing to calibrate with");
}

llvm::Error weft::reportFewSamples(StringRef path, int64_t count,
                                   const Twine &what, int64_t least) {
  return llvm::createStringError(
      "'" + path + "' has " + Twine(count) + " " + what +
      ": ranges of activations need at least " + Twine(least) +
      ", and some hundred to hold for others too");
}

llvm::Expected<CalibrationData> CalibrationData::read(StringRef path,
                                                      MLIRContext &context) {
  CalibrationData data;
  data.path = path.str();
  if (path.ends_with(".npz")) {
    auto arrays = readNpz(path, context);
    if (!arrays)
      return arrays.takeError();
    data.arrays = std::move(*arrays);
  } else {
    llvm::Expected<Tensor> array = readNpy(path, context);
    if (!array)
      return array.takeError();
    data.arrays.emplace_back("", std::move(*array));
  }
  auto isEmpty = [](const auto &each) {
    return each.second.getNumElements() == 0;
  };
  if (llvm::all_of(data.arrays, isEmpty))
    return reportEmpty(path);
  return std::move(data);
}

llvm::Expected<CalibrationData>
CalibrationData::fromTokens(StringRef path, ArrayRef<int32_t> ids,
                            MLIRContext &context) {
  if (ids.empty())
    return reportEmpty(path);
  FailureOr<Tensor> tensor = Tensor::allocate(
      IntegerType::get(&context, 32), {static_cast<int64_t>(ids.size())});
  if (failed(tensor))
    return llvm::createStringError("no memory for calibration data");
  std::memcpy(tensor->getMutableData(), ids.data(),
              ids.size() * sizeof(int32_t));
  CalibrationData data;
  data.path = path.str();
  data.arrays.emplace_back("", *tensor);
  return std::move(data);
}

/// Elements from `first` on as an array of its own sizes.
static llvm::Expected<Tensor> slice(const Tensor &array, int64_t first,
                                    ArrayRef<int64_t> dims) {
  int64_t size = getSizeBytes(array.getElement());
  FailureOr<Tensor> part = Tensor::allocate(array.getElementType(), dims);
  if (failed(part))
    return llvm::createStringError("no memory for calibration data");
  std::memcpy(part->getMutableData(), array.getData() + first * size,
              static_cast<size_t>(part->getSizeBytes()));
  return *part;
}

llvm::Expected<std::vector<CalibrationSample>>
CalibrationData::cutTokens(ArrayRef<CalibrationInput> inputs, int64_t context,
                           int64_t limit) const {
  const Tensor &array = arrays.front().second;
  if (arrays.size() != 1 || isFloat(array.getElement()) ||
      array.getRank() < 1 || array.getRank() > 2)
    return llvm::createStringError(
        "'" + path + "': expected token ids, integers of rank 1 or 2, found " +
        describeTensor(array.getElementType(), array.getDims()));
  if (array.getNumElements() < kMinTokens)
    return llvm::createStringError(
        "'" + path + "' has " + Twine(array.getNumElements()) +
        " tokens: calibration needs at least " + Twine(kMinTokens));
  for (int64_t id : array.widen<int64_t>())
    if (id < 0)
      return llvm::createStringError("'" + path + "' has the token " +
                                     Twine(id) +
                                     ", which the model does not have");
  Tensor tokens = convertElements(array, inputs[0].element);
  int64_t rows = array.getRank() == 2 ? array.getDim(0) : 1,
          width = array.getNumElements() / rows;
  std::vector<CalibrationSample> samples;
  for (int64_t row = 0; row < rows; ++row)
    for (int64_t at = 0; at < width; at += context) {
      if (static_cast<int64_t>(samples.size()) == limit)
        return samples;
      llvm::Expected<Tensor> part =
          slice(tokens, row * width + at, {std::min(context, width - at)});
      if (!part)
        return part.takeError();
      CalibrationSample sample(inputs.size());
      sample[0] = *part;
      samples.push_back(std::move(sample));
    }
  return samples;
}

llvm::Expected<const Tensor *>
CalibrationData::find(const CalibrationInput &input, bool isOnly) const {
  if (isOnly && arrays.size() == 1 && arrays[0].first.empty())
    return &arrays[0].second;
  for (const auto &[name, array] : arrays)
    if (name == input.name)
      return &array;
  std::string names = llvm::join(
      llvm::map_range(
          llvm::make_filter_range(
              arrays, [](const auto &each) { return !each.first.empty(); }),
          [](const auto &each) { return "'" + each.first + "'"; }),
      ", ");
  return llvm::createStringError(
      "'" + path + "' has no array for input '" + input.name + "' of type " +
      input.describe() +
      (names.empty() ? "; give a .npz file with an array for each input"
                     : "; it has " + names));
}

/// How an array gives the samples of one input.
static std::optional<SmallVector<int64_t>>
findSampleDims(const Tensor &array, const CalibrationInput &input) {
  if (isFloat(array.getElement()) && !isa<FloatType>(input.element))
    return std::nullopt;
  auto rank = static_cast<int64_t>(input.dims.size());
  bool isList = array.getRank() == rank + 1;
  if (!isList && (array.getRank() != rank || rank == 0))
    return std::nullopt;
  SmallVector<int64_t> dims(array.getDims().drop_front(isList ? 1 : 0));
  for (auto [i, wanted] : llvm::enumerate(input.dims)) {
    if (!isList && i == 0)
      dims[0] = wanted > 0 ? wanted : 1;
    if (wanted >= 0 && dims[i] != wanted)
      return std::nullopt;
  }
  return dims;
}

llvm::Expected<std::vector<CalibrationSample>>
CalibrationData::cutSamples(ArrayRef<CalibrationInput> inputs, int64_t limit,
                            int64_t least) const {
  auto wanted = llvm::make_filter_range(
      inputs, [](const CalibrationInput &each) { return !each.isState; });
  bool isOnly = llvm::hasSingleElement(wanted);
  std::vector<Tensor> values(inputs.size());
  std::vector<SmallVector<int64_t>> dims(inputs.size());
  std::optional<int64_t> count;
  for (auto [i, input] : llvm::enumerate(inputs)) {
    if (input.isState)
      continue;
    llvm::Expected<const Tensor *> array = find(input, isOnly);
    if (!array)
      return array.takeError();
    auto found = findSampleDims(**array, input);
    int64_t rows = !found ? 0
                   : static_cast<int64_t>(found->size()) == (*array)->getRank()
                       ? (*found)[0]
                       : 1;
    if (!found || (*array)->getDim(0) < rows)
      return llvm::createStringError(
          "'" + path + "': expected samples of " + input.describe() +
          " for input '" + input.name + "' along the first dimension, found " +
          describeTensor((*array)->getElementType(), (*array)->getDims()));
    int64_t samples = (*array)->getDim(0) / rows;
    if (count && *count != samples)
      return llvm::createStringError(
          "'" + path + "' has " + Twine(samples) + " samples for input '" +
          input.name + "', but " + Twine(*count) +
          " for those before: expected as many for each input");
    count = samples;
    if (samples * rows < least)
      return reportFewSamples(path, samples * rows,
                              "samples of input '" + input.name + "'", least);
    dims[i] = std::move(*found);
    Tensor taken = **array;
    if (samples > limit) {
      SmallVector<int64_t> first(taken.getDims());
      first[0] = limit * rows;
      llvm::Expected<Tensor> part = slice(taken, 0, first);
      if (!part)
        return part.takeError();
      taken = *part;
    }
    values[i] = convertElements(taken, input.element);
  }
  std::vector<CalibrationSample> samples;
  for (int64_t at = 0; at < std::min(count.value_or(1), limit); ++at) {
    CalibrationSample &sample = samples.emplace_back(inputs.size());
    for (size_t i = 0; i < inputs.size(); ++i) {
      if (inputs[i].isState)
        continue;
      int64_t size = computeNumElements(dims[i]).value_or(0);
      llvm::Expected<Tensor> part = slice(values[i], at * size, dims[i]);
      if (!part)
        return part.takeError();
      sample[i] = *part;
    }
  }
  return samples;
}
