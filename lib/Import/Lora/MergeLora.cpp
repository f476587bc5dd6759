// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A weight is read, added to and written row by row, under the name that it
// has; one that lies the other way round is held as a whole.

#include "lib/Import/Lora/MergeLora.h"
#include "lib/Import/Lora/LoraTargets.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Pass/PassManager.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/WeightRows.h"

#include <cmath>

using namespace mlir;
using namespace weft;

namespace {
class LoraMerger {
public:
  LoraMerger(ModuleOp module, const LoraAdapter &adapter, double scale)
      : module(module), adapter(adapter), scale(scale) {}

  llvm::Error run();

private:
  llvm::Error dequantize();
  llvm::Error merge(ParameterTable &parameters, const LoraTargets &targets,
                    const LoraPair &pair);

  ModuleOp module;
  const LoraAdapter &adapter;
  double scale;
};
} // namespace

llvm::Error LoraMerger::dequantize() {
  emitWarning(module.getLoc())
      << "adapter '" << adapter.path
      << "' is added to floats: the model's quantized weights are such again; "
         "--lora-beside keeps them, and weft optimize makes floats smaller";
  PassManager manager(module.getContext());
  manager.addPass(createDequantizeWeights());
  if (failed(manager.run(module)))
    return adapter.makeError("the model's weights cannot be dequantized");
  return llvm::Error::success();
}

llvm::Error LoraMerger::merge(ParameterTable &parameters,
                              const LoraTargets &targets,
                              const LoraPair &pair) {
  const DecoderTensor &tensor = targets.get(pair);
  ParameterOp parameter = tensor.values;
  auto type = cast<RankedTensorType>(parameter.getType());
  std::optional<Element> element = findElement(type.getElementType());
  llvm::Expected<DecoderRows> rows = DecoderRows::open(parameters, tensor);
  if (!rows)
    return rows.takeError();
  if (!element || !parameters.getStore() || parameter.getValueAttr())
    return adapter.makeError(
        "weight '" + pair.weight +
        "': expected floats in a weight store, found others: convert "
        "the model to model.ir first");
  llvm::Expected<WeightWriter> writer = parameters.getStore()->begin(
      parameter.getSymName(), makeWeightType(type));
  if (!writer)
    return writer.takeError();
  std::vector<float> a = readLoraMatrix(pair.a), b = readLoraMatrix(pair.b);
  std::vector<int64_t> places = targets.computeRows(pair);
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
        return adapter.makeError("weight '" + pair.weight +
                                 "' becomes NaN or infinite in output " +
                                 Twine(row));
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
  llvm::Expected<LoraTargets> targets = LoraTargets::find(module, adapter);
  if (!targets)
    return targets.takeError();
  if (targets->hasQuantized()) {
    if (llvm::Error error = dequantize())
      return error;
    targets = LoraTargets::find(module, adapter);
    if (!targets)
      return targets.takeError();
  }
  ParameterTable parameters(module);
  for (const LoraPair &pair : adapter.pairs)
    if (llvm::Error error = merge(parameters, *targets, pair))
      return error;
  return llvm::Error::success();
}

llvm::Error weft::mergeLora(ModuleOp module, const LoraAdapter &adapter,
                            double scale) {
  return LoraMerger(module, adapter, scale).run();
}
