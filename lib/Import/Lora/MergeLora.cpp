// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A weight is read, added to and written row by row, under the name that it
// has; one that lies the other way round is held as a whole.

#include "lib/Import/Lora/MergeLora.h"
#include "lib/Export/Decoder/DecoderTensors.h"
#include "lib/Export/Decoder/RowOrder.h"
#include "lib/Export/HuggingFace/HuggingFaceSettings.h"
#include "lib/Import/Decoder/DecoderOrigin.h"
#include "lib/Import/Gguf/GgufWeights.h"
#include "lib/Import/HuggingFace/HuggingFaceNames.h"
#include "lib/Import/Lora/LoraAdapter.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Pass/PassManager.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/WeightRows.h"

#include <cmath>

using namespace mlir;
using namespace weft;

llvm::Expected<LoraChoice> weft::parseLora(StringRef text) {
  auto [path, scale] = text.rsplit('=');
  double number = 1;
  // Paths may have the sign too.
  if (path.size() == text.size() || scale.getAsDouble(number)) {
    path = text;
    number = 1;
  }
  LoraChoice choice{path.str(), number};
  if (path.empty() || !std::isfinite(number))
    return llvm::createStringError(
        "expected an adapter as PATH or PATH=SCALE, found '" + text + "'");
  return choice;
}

namespace {
class LoraMerger {
public:
  LoraMerger(ModuleOp module, const LoraAdapter &adapter, double scale)
      : module(module), adapter(adapter), scale(scale) {}

  llvm::Error run();

private:
  llvm::Error fail(const Twine &text) const {
    return llvm::createStringError("adapter '" + adapter.path + "': " + text);
  }
  /// The weights by every name that adapters have for them.
  llvm::Error findNames(const DecoderTensors &tensors);
  llvm::Error check(const LoraPair &pair) const;
  llvm::Error dequantize();
  llvm::Error merge(ParameterTable &parameters, const LoraPair &pair);

  ModuleOp module;
  const LoraAdapter &adapter;
  double scale;
  DecoderConfig config;
  llvm::StringMap<const DecoderTensor *> byName;
};
} // namespace

llvm::Error LoraMerger::findNames(const DecoderTensors &tensors) {
  llvm::Expected<std::string> modelType = findModelType(config);
  if (!modelType)
    return modelType.takeError();
  HuggingFaceNames names(*modelType);
  byName.clear();
  for (const DecoderTensor &tensor : tensors.getAll())
    for (const std::string &name :
         {tensor.name, names.getName(tensor.id), getGgufName(tensor.id)})
      byName.try_emplace(name, &tensor);
  return llvm::Error::success();
}

llvm::Error LoraMerger::check(const LoraPair &pair) const {
  const DecoderTensor *tensor = byName.lookup(pair.weight);
  if (!tensor)
    return fail("the model has no weight '" + pair.weight +
                "': the adapter is of another model");
  // Formats do not agree on which way round these are.
  if (tensor->id.role == DecoderRole::TokenEmbedding ||
      tensor->id.role == DecoderRole::PositionEmbedding || tensor->isVector)
    return fail("weight '" + pair.weight +
                "': expected a linear layer, found another weight: merge it "
                "with peft (merge_and_unload) and give the result");
  if (pair.a.width != tensor->width || pair.b.rows != tensor->rows)
    return fail("weight '" + pair.weight + "' is [" + Twine(tensor->rows) +
                ", " + Twine(tensor->width) + "], but the adapter's [" +
                Twine(pair.b.rows) + ", " + Twine(pair.a.width) +
                "]: it is of another model");
  return llvm::Error::success();
}

llvm::Error LoraMerger::dequantize() {
  emitWarning(module.getLoc())
      << "adapter '" << adapter.path
      << "' is added to floats: the model's quantized weights are such again; "
         "weft optimize makes them smaller";
  PassManager manager(module.getContext());
  manager.addPass(createDequantizeWeights());
  if (failed(manager.run(module)))
    return fail("the model's weights cannot be dequantized");
  return llvm::Error::success();
}

static std::vector<float> readMatrix(const LoraMatrix &matrix) {
  std::vector<float> values(size_t(matrix.rows * matrix.width));
  Element element = matrix.dtype == "f32"   ? Element::F32
                    : matrix.dtype == "f16" ? Element::F16
                                            : Element::BF16;
  readFloats(element, matrix.bytes.data(), int64_t(values.size()),
             values.data());
  return values;
}

llvm::Error LoraMerger::merge(ParameterTable &parameters,
                              const LoraPair &pair) {
  const DecoderTensor &tensor = *byName.lookup(pair.weight);
  ParameterOp parameter = tensor.values;
  auto type = cast<RankedTensorType>(parameter.getType());
  std::optional<Element> element = findElement(type.getElementType());
  llvm::Expected<DecoderRows> rows = DecoderRows::open(parameters, tensor);
  if (!rows)
    return rows.takeError();
  if (!element || !parameters.getStore() || parameter.getValueAttr())
    return fail("weight '" + pair.weight +
                "': expected floats in a weight store, found others: convert "
                "the model to model.ir first");
  llvm::Expected<WeightWriter> writer = parameters.getStore()->begin(
      parameter.getSymName(), makeWeightType(type));
  if (!writer)
    return writer.takeError();
  std::vector<float> a = readMatrix(pair.a), b = readMatrix(pair.b);
  RowOrder order(config, tensor.id, adapter.isInterleaved);
  std::vector<int64_t> places(static_cast<size_t>(tensor.rows));
  for (int64_t row = 0; row < tensor.rows; ++row)
    places[size_t(order.getSource(row))] = row;
  auto width = size_t(tensor.width), count = size_t(tensor.rows);
  std::vector<float> line(width), all(tensor.isTransposed ? width * count : 0);
  std::vector<double> wide;
  std::vector<char> bytes;
  auto write = [&](ArrayRef<float> values) {
    wide.assign(values.begin(), values.end());
    bytes.resize(wide.size() * getSizeBytes(*element));
    store(*element, wide.data(), int64_t(wide.size()), bytes.data());
    writer->write(bytes);
  };
  auto factor = float(scale * pair.scale);
  std::vector<float> sum(width);
  for (size_t row = 0; row < count; ++row) {
    rows->read(int64_t(row), line);
    std::fill(sum.begin(), sum.end(), 0.0f);
    for (int64_t rank = 0; rank < pair.a.rows; ++rank) {
      float left = b[size_t(places[row] * pair.b.width + rank)];
      const float *right = a.data() + size_t(rank) * width;
      for (size_t k = 0; k < width; ++k)
        sum[k] += left * right[k];
    }
    for (auto [value, added] : llvm::zip(line, sum)) {
      value += factor * added;
      if (!std::isfinite(value))
        return fail("weight '" + pair.weight +
                    "' becomes NaN or infinite in output " + Twine(row));
    }
    if (!tensor.isTransposed)
      write(line);
    for (size_t k = 0; k < width && tensor.isTransposed; ++k)
      all[k * count + row] = line[k];
  }
  for (size_t k = 0; k < width && tensor.isTransposed; ++k)
    write(ArrayRef(all).slice(k * count, count));
  return writer->commit(WeightWriter::IfPresent::Replace);
}

llvm::Error LoraMerger::run() {
  llvm::Expected<DecoderConfig> read = readDecoderAttribute(module);
  if (!read)
    return read.takeError();
  config = std::move(*read);
  llvm::Expected<DecoderTensors> tensors = DecoderTensors::read(module);
  if (!tensors)
    return tensors.takeError();
  if (llvm::Error error = findNames(*tensors))
    return error;
  for (const LoraPair &pair : adapter.pairs)
    if (llvm::Error error = check(pair))
      return error;
  if (llvm::any_of(adapter.pairs, [&](const LoraPair &pair) {
        return byName.lookup(pair.weight)->isQuantized();
      })) {
    if (llvm::Error error = dequantize())
      return error;
    tensors = DecoderTensors::read(module);
    if (!tensors)
      return tensors.takeError();
    if (llvm::Error error = findNames(*tensors))
      return error;
  }
  ParameterTable parameters(module);
  for (const LoraPair &pair : adapter.pairs)
    if (llvm::Error error = merge(parameters, pair))
      return error;
  return llvm::Error::success();
}

llvm::Error weft::mergeLora(ModuleOp module, const LoraChoice &choice) {
  llvm::Expected<LoraAdapter> adapter = openLoraAdapter(choice.path);
  if (!adapter)
    return adapter.takeError();
  for (const std::string &warning : adapter->warnings)
    emitWarning(module.getLoc())
        << "adapter '" << adapter->path << "': " << warning;
  return LoraMerger(module, *adapter, choice.scale).run();
}
