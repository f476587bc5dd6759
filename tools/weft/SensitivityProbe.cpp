// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See SensitivityProbe.h.

#include "tools/weft/SensitivityProbe.h"
#include "lib/Import/Model/ModelAssets.h"
#include "lib/Interpreter/NpyFile.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/EntryFunction.h"
#include "passes/Compress/WeightUses.h"
#include "tools/weft/LanguageModel.h"
#include "tools/weft/SampleText.h"
#include "tools/weft/TextTokens.h"
#include "tools/weft/TokenScore.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace mlir;
using namespace weft;

/// Tokens that a language model reads: divergences of single weights are far above what so few leave to chance.
static constexpr size_t kTokens = 256;
/// The first ones have too little before them.
static constexpr int64_t kFirstScored = 16;
/// Rows that an error is estimated on.
static constexpr int64_t kErrorRows = 64;

static uint64_t countBytes(RankedTensorType type) {
  return (static_cast<uint64_t>(type.getNumElements()) *
              type.getElementTypeBitWidth() +
          7) /
         8;
}

ExitStatus SensitivityProbe::findWeights(FuncOp entry) {
  parameters.emplace(source.getModule());
  for (ParameterOp parameter : source.getModule().getOps<ParameterOp>())
    otherBytes += countBytes(cast<RankedTensorType>(parameter.getType()));
  llvm::StringMap<WeightUses> byName;
  for (WeightUses &uses : findWeightUses(source.getModule()))
    byName[uses.parameter.getSymName()] = uses;
  for (unsigned i = 0; i < entry.getNumArguments(); ++i) {
    auto name = entry.getArgAttrOfType<StringAttr>(i, kWeightAttribute);
    if (!name)
      continue;
    const WeightUses &uses = byName[name];
    auto type = cast<RankedTensorType>(entry.getArgumentTypes()[i]);
    unsigned output = uses.isTransposed ? 1 : 0;
    weights.push_back({name.str(), type.getDimSize(output),
                       type.getDimSize(1 - output), uses.isTransposed, i,
                       countBytes(type)});
    otherBytes -= weights.back().bytes;
  }
  if (weights.empty())
    return reportError(ExitStatus::BadInput,
                       "no weight of the model can be quantized, so there is "
                       "nothing to plan");
  return ExitStatus::Done;
}

ExitStatus SensitivityProbe::checkSignature(StringRef path) {
  if (!isLanguage)
    return ExitStatus::Done;
  const Signature &signature = execution.getSignature();
  if (signature.inputs.empty() || signature.inputs[0].dims.size() != 1 ||
      !signature.inputs[0].elementType.isInteger(64))
    return reportError(ExitStatus::BadInput,
                       path +
                           ": expected tokens i64[n] as the first input of "
                           "the function evaluate, found " +
                           (signature.inputs.empty()
                                ? std::string("none")
                                : signature.inputs[0].describe()));
  if (signature.outputs.empty() || signature.outputs[0].dims.size() != 2 ||
      !signature.outputs[0].elementType.isF32())
    return reportError(ExitStatus::BadInput,
                       path +
                           ": expected logits f32[n, vocabulary] as the "
                           "first output of the function evaluate, found " +
                           (signature.outputs.empty()
                                ? std::string("none")
                                : signature.outputs[0].describe()));
  return ExitStatus::Done;
}

ExitStatus SensitivityProbe::makeTokens(StringRef file,
                                        const Argument &argument,
                                        Tensor &tokens) {
  std::unique_ptr<llvm::MemoryBuffer> buffer;
  StringRef text = kSampleText;
  if (!file.empty()) {
    if (ExitStatus status = readTextFile(file, buffer);
        status != ExitStatus::Done)
      return status;
    // A token of more than 16 bytes is rare.
    text = buffer->getBuffer().take_front(kTokens * 16);
  }
  std::vector<int32_t> ids;
  if (ExitStatus status = encodeText(source.getAssets(), text, ids);
      status != ExitStatus::Done)
    return status;
  ids.resize(std::min(ids.size(), kTokens));
  if (static_cast<int64_t>(ids.size()) <= kFirstScored)
    return reportError(ExitStatus::BadInput,
                       file + ": expected text of more than " +
                           Twine(kFirstScored) + " tokens, found " +
                           Twine(ids.size()));
  FailureOr<Tensor> made = Tensor::allocate(argument.elementType,
                                            {static_cast<int64_t>(ids.size())});
  if (failed(made))
    return reportError(ExitStatus::BadInput, "no memory for tokens");
  auto *values = reinterpret_cast<int64_t *>(made->getMutableData());
  llvm::copy(ids, values);
  tokens = *made;
  return ExitStatus::Done;
}

/// Files hold weights at any address, inputs lie at multiples of an element.
static LogicalResult alignElements(Tensor &tensor) {
  // At most 8 bytes an element.
  if (reinterpret_cast<uintptr_t>(tensor.getData()) % 8 == 0)
    return success();
  FailureOr<Tensor> copy =
      Tensor::allocate(tensor.getElementType(), tensor.getDims());
  if (failed(copy))
    return failure();
  llvm::copy(tensor.getBytes(), copy->getMutableData());
  tensor = *copy;
  return success();
}

ExitStatus SensitivityProbe::makeInputs(StringRef file,
                                        const InputFlags &flags) {
  const Signature &signature = execution.getSignature();
  if (!isLanguage) {
    llvm::Expected<std::vector<Tensor>> made =
        weft::makeInputs(signature, flags, model.getContext());
    if (!made)
      return reportError(ExitStatus::BadInput, made.takeError());
    inputs = std::move(*made);
  } else {
    for (const Argument &argument : signature.inputs) {
      // Keys and values, of which there are none yet.
      SmallVector<int64_t> dims(argument.dims);
      for (int64_t &dim : dims)
        dim = std::max<int64_t>(dim, 0);
      Tensor none;
      if (!inputs.empty()) {
        FailureOr<Tensor> made = Tensor::allocate(argument.elementType, dims);
        if (failed(made))
          return reportError(ExitStatus::BadInput,
                             "no memory for '" + argument.name + "'");
        none = *made;
      } else if (ExitStatus status = makeTokens(file, argument, none);
                 status != ExitStatus::Done) {
        return status;
      }
      inputs.push_back(none);
    }
  }
  for (const Weight &weight : weights) {
    FailureOr<Tensor> value = parameters->read(parameters->find(weight.name));
    if (failed(value))
      return ExitStatus::BadInput;
    if (failed(alignElements(*value)))
      return reportError(ExitStatus::BadInput,
                         "no memory for weight '" + weight.name + "'");
    inputs[weight.input] = *value;
  }
  return ExitStatus::Done;
}

ExitStatus SensitivityProbe::open(StringRef path, StringRef file,
                                  const InputFlags &flags, int threads) {
  for (Model *each : {&source, &model})
    if (ExitStatus status = each->import(path); status != ExitStatus::Done)
      return status;
  for (Model *each : {&source, &model})
    if (ExitStatus status = each->runPasses([&](OpPassManager &manager) {
          manager.addPass(createDequantizeWeights());
          if (each == &model)
            manager.addPass(createExposeWeights());
        });
        status != ExitStatus::Done)
      return status;
  // The other model has only the function that is measured.
  isLanguage = weft::isLanguageModel(source.getModule());
  FuncOp entry = findEntryFunction(model.getModule(), "");
  if (ExitStatus status = findWeights(entry); status != ExitStatus::Done)
    return status;
  execution.setFunction(entry.getName());
  if (ExitStatus status = execution.openModel(model, threads);
      status != ExitStatus::Done)
    return status;
  if (ExitStatus status = checkSignature(path); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = makeInputs(file, flags); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = execution.run(inputs, expected);
      status != ExitStatus::Done)
    return status;
  if (!isLanguage)
    return ExitStatus::Done;
  int64_t numTokens = inputs[0].getDim(0), rows = expected[0].getDim(0),
          vocabulary = expected[0].getDim(1);
  if (rows != numTokens)
    return reportError(ExitStatus::BadInput,
                       path + ": expected logits behind each of " +
                           Twine(numTokens) + " tokens, found " + Twine(rows));
  const auto *ids = reinterpret_cast<const int64_t *>(inputs[0].getData());
  for (int64_t i = 0; i < numTokens; ++i)
    if (ids[i] >= vocabulary)
      return reportError(ExitStatus::BadInput,
                         path +
                             ": expected tokens below the vocabulary's size " +
                             Twine(vocabulary) + ", found " + Twine(ids[i]) +
                             "; the tokenizer is of another model");
  return ExitStatus::Done;
}

/// The mean divergence behind each token.
static double computeDivergence(const Tensor &a, const Tensor &b,
                                const Tensor &tokens) {
  auto vocabulary = static_cast<size_t>(a.getDim(1));
  int64_t count = a.getDim(0) - 1 - kFirstScored;
  double sum = 0;
  auto getRow = [&](const Tensor &logits, int64_t row) {
    return std::span(reinterpret_cast<const float *>(logits.getData()) +
                         static_cast<size_t>(row) * vocabulary,
                     vocabulary);
  };
  const auto *ids = reinterpret_cast<const int64_t *>(tokens.getData());
  for (int64_t row = kFirstScored; row + 1 < a.getDim(0); ++row) {
    TokenScore score;
    if (!scoreToken(getRow(a, row), getRow(b, row),
                    static_cast<int32_t>(ids[row + 1]), score))
      return std::numeric_limits<double>::infinity();
    sum += score.divergence;
  }
  return std::max(0.0, sum / static_cast<double>(std::max<int64_t>(count, 1)));
}

double SensitivityProbe::compare(ArrayRef<Tensor> outputs) const {
  if (isLanguage)
    return computeDivergence(expected[0], outputs[0], inputs[0]);
  double difference = 0, norm = 0;
  for (auto [a, b] : llvm::zip(expected, outputs))
    for (auto [x, y] : llvm::zip(a.widen<double>(), b.widen<double>())) {
      difference += x == y ? 0 : (x - y) * (x - y);
      norm += x * x;
    }
  return norm > 0 ? difference / norm : difference;
}

ExitStatus SensitivityProbe::readRows(const Weight &weight,
                                      std::optional<WeightRows> &rows) {
  FailureOr<WeightRows> opened = WeightRows::open(
      *parameters, parameters->find(weight.name), weight.isTransposed);
  if (failed(opened))
    return ExitStatus::BadInput;
  rows = std::move(*opened);
  return ExitStatus::Done;
}

namespace {
/// Quantizes rows of one weight as weft-quantize-weights does.
class RowQuantizer {
public:
  RowQuantizer(const SensitivityProbe::Weight &weight, GroupFormat wanted,
               const Statistics *statistics)
      : weight(weight), format(wanted), values(size_t(weight.width)),
        codes(values.size()) {
    if (format.group == 0 || format.group > weight.width)
      format.group = weight.width;
    auto groups = static_cast<size_t>(format.countGroups(weight.width));
    scales.resize(groups);
    zeros.resize(format.isSymmetric ? 0 : groups);
    if (const SiteStatistics *site =
            statistics ? statistics->find(weight.name) : nullptr;
        site && static_cast<int64_t>(site->getWidth()) == weight.width)
      importance = site->computeImportance();
  }

  ExitStatus quantize(const WeightRows &rows, int64_t row) {
    rows.read(row, 1, values.data());
    RowStatus status = quantizeRow(format, ScaleChoice::Search, values,
                                   importance, {codes, scales, zeros}, error);
    if (status == RowStatus::Done)
      return ExitStatus::Done;
    return reportError(ExitStatus::BadInput,
                       "weight '" + weight.name +
                           "' cannot be quantized: output " + Twine(row) +
                           (status == RowStatus::TooLarge
                                ? " has weights too large for scales of f16"
                                : " has a weight that is NaN or infinite"));
  }

  float getValue(size_t column) const {
    size_t group = column / static_cast<size_t>(format.group);
    return dequantizeCode(
        codes[column], zeros.empty() ? int8_t(0) : zeros[group], scales[group]);
  }
  const QuantizeError &getError() const { return error; }

private:
  const SensitivityProbe::Weight &weight;
  GroupFormat format;
  std::vector<float> values, importance;
  std::vector<int8_t> codes, zeros;
  std::vector<uint16_t> scales;
  QuantizeError error;
};
} // namespace

ExitStatus SensitivityProbe::measure(const Weight &weight,
                                     const GroupFormat &format,
                                     const Statistics *statistics,
                                     double &cost) {
  std::optional<WeightRows> rows;
  if (ExitStatus status = readRows(weight, rows); status != ExitStatus::Done)
    return status;
  Tensor original = inputs[weight.input];
  FailureOr<Tensor> wide =
      Tensor::allocate(Float32Type::get(original.getElementType().getContext()),
                       original.getDims());
  if (failed(wide))
    return reportError(ExitStatus::BadInput,
                       "no memory for weight '" + weight.name + "'");
  auto *values = reinterpret_cast<float *>(wide->getMutableData());
  RowQuantizer quantizer(weight, format, statistics);
  auto width = static_cast<size_t>(weight.width),
       count = static_cast<size_t>(weight.rows);
  for (size_t row = 0; row < count; ++row) {
    if (ExitStatus status = quantizer.quantize(*rows, int64_t(row));
        status != ExitStatus::Done)
      return status;
    for (size_t i = 0; i < width; ++i)
      values[weight.isTransposed ? i * count + row : row * width + i] =
          quantizer.getValue(i);
  }
  inputs[weight.input] = convertElements(*wide, original.getElementType());
  std::vector<Tensor> outputs;
  ExitStatus status = execution.run(inputs, outputs);
  inputs[weight.input] = original;
  if (status == ExitStatus::Done)
    cost = compare(outputs);
  return status;
}

ExitStatus SensitivityProbe::estimateError(const Weight &weight,
                                           const GroupFormat &format,
                                           const Statistics *statistics,
                                           double &error) {
  std::optional<WeightRows> rows;
  if (ExitStatus status = readRows(weight, rows); status != ExitStatus::Done)
    return status;
  RowQuantizer quantizer(weight, format, statistics);
  int64_t step = std::max<int64_t>(1, weight.rows / kErrorRows);
  for (int64_t row = 0; row < weight.rows; row += step)
    if (ExitStatus status = quantizer.quantize(*rows, row);
        status != ExitStatus::Done)
      return status;
  error = quantizer.getError().weighted;
  return ExitStatus::Done;
}
