// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weights stream row by row. Every row that is written is decoded again and
// compared with what the module has, so that a loss cannot go unnoticed.

#include "lib/Export/Gguf/GgufModelWriter.h"
#include "lib/Export/Decoder/DecoderTensors.h"
#include "lib/Export/Decoder/RoundingLoss.h"
#include "lib/Export/Decoder/RowOrder.h"
#include "lib/Export/Gguf/GgufSettings.h"
#include "lib/Export/Gguf/GgufVocabulary.h"
#include "lib/Export/Gguf/QuantizeBlocks.h"
#include "lib/Import/Decoder/DecoderOrigin.h"
#include "lib/Import/Gguf/GgufWeights.h"
#include "passes/Compress/GroupQuantizer.h"
#include "llvm/ADT/MapVector.h"

#include <cmath>

using namespace mlir;
using namespace weft;

static constexpr int64_t kBlock = 32;

/// Whether llama.cpp wants the weight as F32: gains and biases, which it adds
/// and multiplies, and the small matrix that chooses experts.
static bool isPlain(const DecoderTensor &tensor) {
  return tensor.isVector || tensor.id.role == DecoderRole::Router ||
         tensor.id.role == DecoderRole::SharedRouter;
}

/// Whether each block lies within one group.
static bool fitsBlocks(const DecoderTensor &tensor) {
  return tensor.isQuantized() && tensor.width % kBlock == 0 &&
         (tensor.group % kBlock == 0 || tensor.group >= tensor.width);
}

static GgufType chooseType(DecoderTensor tensor,
                           const GgufModelOptions &options) {
  if (isPlain(tensor))
    return GgufType::F32;
  if (options.type)
    return tensor.width % getBlockSize(*options.type) == 0 ? *options.type
                                                           : GgufType::F16;
  if (!tensor.isQuantized()) {
    Type element = getElementTypeOrSelf(tensor.values.getType());
    return element.isF16()    ? GgufType::F16
           : element.isBF16() ? GgufType::BF16
                              : GgufType::F32;
  }
  if (tensor.width % kBlock != 0)
    return GgufType::F16;
  unsigned bits = tensor.getBits();
  if (bits > 5)
    return GgufType::Q8_0;
  if (tensor.zeros)
    return bits == 5 ? GgufType::Q5_1 : GgufType::Q4_1;
  return bits == 5 ? GgufType::Q5_0 : GgufType::Q4_0;
}

namespace {
/// Codes of a block, with what they are multiplied with.
struct CodeBlock {
  const int8_t *codes;
  int zero;
  float scale;
};
} // namespace

static void storeHalf(uint8_t *&place, float value) {
  uint16_t bits = roundToHalf(value);
  std::memcpy(place, &bits, sizeof(bits));
  place += sizeof(bits);
}

/// Fills a block of the type with codes as they are. What the type cannot hold
/// saturates.
static void packBlock(GgufType type, const CodeBlock &block, uint8_t *place) {
  bool hasMinimum = type == GgufType::Q4_1 || type == GgufType::Q5_1;
  bool hasFive = type == GgufType::Q5_0 || type == GgufType::Q5_1;
  storeHalf(place, block.scale);
  if (type == GgufType::Q8_0) {
    for (int64_t i = 0; i < kBlock; ++i)
      *place++ =
          uint8_t(int8_t(std::clamp(block.codes[i] - block.zero, -128, 127)));
    return;
  }
  // Codes of the format begin at 0.
  int offset = hasFive ? 16 : 8;
  if (hasMinimum)
    storeHalf(place, float(-offset - block.zero) * block.scale);
  auto code = [&](int64_t i) {
    return uint32_t(std::clamp(block.codes[i] + offset, 0, 2 * offset - 1));
  };
  if (hasFive) {
    uint32_t high = 0;
    for (int64_t i = 0; i < kBlock; ++i)
      high |= (code(i) >> 4) << i;
    std::memcpy(place, &high, sizeof(high));
    place += sizeof(high);
  }
  for (int64_t i = 0; i < kBlock / 2; ++i)
    *place++ = uint8_t((code(i) & 15) | (code(i + kBlock / 2) & 15) << 4);
}

namespace {
/// Rows of one weight as blocks.
class BlockStream {
public:
  BlockStream(DecoderRows rows, const DecoderTensor &tensor, GgufType type,
              const RowOrder &order, float added, bool keepsCodes)
      : rows(std::move(rows)), tensor(tensor), type(type), order(order),
        added(added), keepsCodes(keepsCodes), wanted(size_t(tensor.width)),
        written(size_t(tensor.width)),
        blocks(size_t(tensor.width / getBlockSize(type) *
                      getBlockSizeBytes(type))) {}

  llvm::Error write(int64_t row, llvm::raw_ostream &stream,
                    RoundingLoss &loss) {
    if (!tensor.isVector)
      row = order.getSource(row);
    rows.read(row, wanted);
    if (tensor.isVector && !order.isIdentity()) {
      written = wanted;
      for (auto [place, value] : llvm::enumerate(wanted))
        value = written[size_t(order.getSource(int64_t(place)))];
    }
    for (float &value : wanted)
      value += added;
    if (keepsCodes)
      pack(row);
    else if (llvm::Error error = round(row))
      return error;
    dequantize(type, blocks.data(), written.data(), tensor.width);
    loss.add(wanted, written);
    stream.write(reinterpret_cast<const char *>(blocks.data()), blocks.size());
    return llvm::Error::success();
  }

private:
  void pack(int64_t row) {
    const CodeRow &line = rows.readCodes(row);
    for (int64_t at = 0; at < tensor.width; at += kBlock) {
      size_t group = size_t(at / tensor.group);
      packBlock(type,
                {line.codes.data() + at, line.zeros[group], line.scales[group]},
                blocks.data() + at / kBlock * getBlockSizeBytes(type));
    }
  }

  llvm::Error round(int64_t row) {
    if (getBlockSize(type) > 1)
      for (float value : wanted)
        if (!std::isfinite(value))
          return llvm::createStringError(
              "weight '" + tensor.name + "': expected finite numbers for " +
              getGgufTypeName(type) + ", found NaN or infinity in output " +
              Twine(row));
    quantize(type, wanted.data(), blocks.data(), tensor.width);
    return llvm::Error::success();
  }

  DecoderRows rows;
  const DecoderTensor &tensor;
  GgufType type;
  RowOrder order;
  float added;
  bool keepsCodes;
  std::vector<float> wanted, written;
  std::vector<uint8_t> blocks;
};

class ModelWriter {
public:
  ModelWriter(ModuleOp module, const GgufModelOptions &options)
      : parameters(module), options(options) {}

  llvm::Error write(ModuleOp module, const ModelAssets &assets, StringRef path,
                    std::vector<std::string> &warnings);

private:
  /// A tensor of the file: a weight, or those of all experts.
  using Parts = SmallVector<const DecoderTensor *, 1>;

  llvm::Error collect(const DecoderTensors &tensors);
  llvm::Error add(StringRef name, const Parts &parts);
  llvm::Error writeData(const DecoderTensor &tensor, GgufType type,
                        llvm::raw_ostream &stream);

  ParameterTable parameters;
  const GgufModelOptions &options;
  DecoderConfig config;
  const GgufArchitecture *target = nullptr;
  llvm::MapVector<StringRef, Parts> files;
  /// What the keys of `files` refer to.
  llvm::StringMap<char> names;
  RoundingLoss loss;
  GgufWriter writer;
};
} // namespace

llvm::Error ModelWriter::collect(const DecoderTensors &tensors) {
  for (const DecoderTensor &tensor : tensors.getAll()) {
    std::string name = getGgufName(tensor.id);
    auto [stem, expert] = StringRef(name).split('#');
    Parts &parts = files[names.try_emplace(stem).first->getKey()];
    if (tensor.id.expert < 0) {
      parts.push_back(&tensor);
      continue;
    }
    if (tensor.id.expert >= config.experts.count ||
        config.experts.count > int64_t(tensors.getAll().size()))
      return llvm::createStringError("weight '" + tensor.name +
                                     "' is of an expert that is not there");
    parts.resize(size_t(config.experts.count));
    parts[size_t(tensor.id.expert)] = &tensor;
  }
  return llvm::Error::success();
}

llvm::Error ModelWriter::writeData(const DecoderTensor &tensor, GgufType type,
                                   llvm::raw_ostream &stream) {
  llvm::Expected<DecoderRows> rows = DecoderRows::open(parameters, tensor);
  if (!rows)
    return rows.takeError();
  float added = config.isNormOffset && isNormGain(tensor.id) ? 1 : 0;
  bool keepsCodes = fitsBlocks(tensor) && getBlockSize(type) == kBlock &&
                    type == chooseType(tensor, GgufModelOptions()) &&
                    // Such a difference of 8 bits has 9.
                    !(tensor.zeros && tensor.getBits() == 8);
  BlockStream blocks(std::move(*rows), tensor, type,
                     RowOrder(config, tensor.id, target->isInterleaved), added,
                     keepsCodes);
  loss.begin(tensor.name, getGgufTypeName(type));
  for (int64_t row = 0; row < tensor.rows; ++row)
    if (llvm::Error error = blocks.write(row, stream, loss))
      return error;
  loss.end();
  parameters.release(tensor.values);
  return llvm::Error::success();
}

llvm::Error ModelWriter::add(StringRef name, const Parts &parts) {
  const DecoderTensor *first = parts.front();
  for (const DecoderTensor *part : parts)
    if (!part || part->rows != first->rows || part->width != first->width)
      return llvm::createStringError(
          "tensor '" + name +
          "': expected weights of one size for every expert");
  SmallVector<int64_t> dims{first->width};
  if (!first->isVector && first->id.role != DecoderRole::SharedRouter)
    dims.insert(dims.begin(), first->rows);
  if (first->id.expert >= 0)
    dims.insert(dims.begin(), int64_t(parts.size()));
  GgufType type = chooseType(*first, options);
  // One type for all experts; those that it does not fit are rounded.
  writer.addTensor(
      name, type, dims,
      [this, parts, type](llvm::raw_ostream &stream) -> llvm::Error {
        for (const DecoderTensor *part : parts)
          if (llvm::Error error = writeData(*part, type, stream))
            return error;
        return llvm::Error::success();
      });
  return llvm::Error::success();
}

llvm::Error ModelWriter::write(ModuleOp module, const ModelAssets &assets,
                               StringRef path,
                               std::vector<std::string> &warnings) {
  llvm::Expected<DecoderConfig> fields = readDecoderAttribute(module);
  if (!fields)
    return fields.takeError();
  config = std::move(*fields);
  if (llvm::Error error = findGgufTarget(config).moveInto(target))
    return error;
  llvm::Expected<DecoderTensors> tensors = DecoderTensors::read(module);
  if (!tensors)
    return tensors.takeError();
  if (llvm::Error error = collect(*tensors))
    return error;
  addSettings(writer, config, *target, warnings);
  if (llvm::Error error =
          addVocabulary(writer, options.hasTokenizer ? assets : ModelAssets(),
                        config.vocabulary))
    return error;
  for (auto &[name, parts] : files)
    if (llvm::Error error = add(name, parts))
      return error;
  if (std::vector<float> divisors = makeFrequencyDivisors(config);
      !divisors.empty())
    writer.addTensor(
        "rope_freqs.weight", GgufType::F32, {int64_t(divisors.size())},
        [divisors](llvm::raw_ostream &stream) {
          stream.write(reinterpret_cast<const char *>(divisors.data()),
                       divisors.size() * sizeof(float));
          return llvm::Error::success();
        });
  if (llvm::Error error = writer.write(path))
    return error;
  if (std::string text = loss.describe(); !text.empty())
    warnings.push_back(text);
  return llvm::Error::success();
}

llvm::Error weft::exportGguf(ModuleOp module, const ModelAssets &assets,
                             StringRef path, const GgufModelOptions &options,
                             std::vector<std::string> &warnings) {
  return ModelWriter(module, options).write(module, assets, path, warnings);
}
