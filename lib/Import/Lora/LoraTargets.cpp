// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See LoraTargets.h.

#include "lib/Import/Lora/LoraTargets.h"
#include "lib/Export/Decoder/RowOrder.h"
#include "lib/Export/HuggingFace/HuggingFaceSettings.h"
#include "lib/Import/Decoder/DecoderOrigin.h"
#include "lib/Import/Gguf/GgufWeights.h"
#include "lib/Import/HuggingFace/HuggingFaceNames.h"
#include "passes/Compress/WeightRows.h"

using namespace mlir;
using namespace weft;

llvm::Expected<LoraTargets> LoraTargets::find(ModuleOp module,
                                              const LoraAdapter &adapter) {
  llvm::Expected<DecoderConfig> config = readDecoderAttribute(module);
  if (!config)
    return config.takeError();
  llvm::Expected<DecoderTensors> tensors = DecoderTensors::read(module);
  if (!tensors)
    return tensors.takeError();
  if (module->hasAttr(kScaledChannelsAttribute))
    return adapter.makeError(
        "the model's channels were scaled when it was quantized (awq), so that "
        "they are not those that the adapter was trained on: give the adapter "
        "to the command that quantizes, or quantize by another method");
  LoraTargets targets(adapter, std::move(*config), std::move(*tensors));
  if (llvm::Error error = targets.findNames())
    return std::move(error);
  for (const LoraPair &pair : adapter.pairs)
    if (llvm::Error error = targets.check(pair))
      return std::move(error);
  return std::move(targets);
}

llvm::Error LoraTargets::findNames() {
  llvm::Expected<std::string> modelType = findModelType(config);
  if (!modelType)
    return modelType.takeError();
  HuggingFaceNames names(*modelType);
  for (const DecoderTensor &tensor : tensors.getAll())
    for (const std::string &name :
         {tensor.name, names.getName(tensor.id), getGgufName(tensor.id)})
      byName.try_emplace(name, &tensor);
  return llvm::Error::success();
}

llvm::Error LoraTargets::check(const LoraPair &pair) const {
  const DecoderTensor *tensor = byName.lookup(pair.weight);
  if (!tensor)
    return adapter->makeError("the model has no weight '" + pair.weight +
                              "': the adapter is of another model");
  // Formats do not agree on which way round these are.
  if (tensor->id.role == DecoderRole::TokenEmbedding ||
      tensor->id.role == DecoderRole::PositionEmbedding || tensor->isVector)
    return adapter->makeError(
        "weight '" + pair.weight +
        "': expected a linear layer, found another weight: merge it "
        "with peft (merge_and_unload) and give the result");
  if (pair.a.width != tensor->width || pair.b.rows != tensor->rows)
    return adapter->makeError(
        "weight '" + pair.weight + "' is [" + Twine(tensor->rows) + ", " +
        Twine(tensor->width) + "], but the adapter's [" + Twine(pair.b.rows) +
        ", " + Twine(pair.a.width) + "]: it is of another model");
  return llvm::Error::success();
}

std::vector<int64_t> LoraTargets::computeRows(const LoraPair &pair) const {
  const DecoderTensor &tensor = get(pair);
  RowOrder order(config, tensor.id, adapter->isInterleaved);
  std::vector<int64_t> rows(static_cast<size_t>(tensor.rows));
  for (int64_t row = 0; row < tensor.rows; ++row)
    rows[size_t(order.getSource(row))] = row;
  return rows;
}

bool LoraTargets::hasQuantized() const {
  return llvm::any_of(adapter->pairs, [&](const LoraPair &pair) {
    return get(pair).isQuantized();
  });
}

std::vector<float> weft::readLoraMatrix(const LoraMatrix &matrix) {
  std::vector<float> values(size_t(matrix.rows * matrix.width));
  Element element = matrix.dtype == "f32"   ? Element::F32
                    : matrix.dtype == "f16" ? Element::F16
                                            : Element::BF16;
  readFloats(element, matrix.bytes.data(), int64_t(values.size()),
             values.data());
  return values;
}
