// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// config.json is written last: a folder without it is no model.

#include "lib/Export/HuggingFace/HuggingFaceFolder.h"
#include "lib/Export/Decoder/RoundingLoss.h"
#include "lib/Export/HuggingFace/HuggingFaceSettings.h"
#include "lib/Export/HuggingFace/PackedLayer.h"
#include "lib/Import/Decoder/DecoderOrigin.h"
#include "lib/Import/HuggingFace/HuggingFaceNames.h"
#include "lib/Support/IndexReader.h"
#include "lib/Support/OutputFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"

#include <cmath>
#include <map>

using namespace mlir;
using namespace weft;
namespace json = llvm::json;

namespace {
class FolderWriter {
public:
  FolderWriter(ModuleOp module, DecoderConfig config, std::string modelType,
               StringRef type)
      : module(module), parameters(module), config(std::move(config)),
        modelType(std::move(modelType)), names(this->modelType), type(type) {}

  llvm::Error write(const ModelAssets &assets, StringRef path,
                    std::vector<std::string> &warnings);

private:
  void chooseSchemes(const DecoderTensors &tensors,
                     std::vector<std::string> &warnings);
  bool isPacked(const DecoderTensor &tensor) const;
  /// Whether the class has a module Linear for the role.
  bool isLinear(const DecoderTensor &tensor) const;
  Element chooseElement(const DecoderTensor &tensor) const;
  void addFloats(const DecoderTensor &tensor, StringRef name);
  llvm::Error writeFloats(const DecoderTensor &tensor, Element element,
                          llvm::raw_ostream &stream);
  void addTensors(const DecoderTensors &tensors);
  json::Value describeQuantization(bool isTied) const;
  /// The text of config.json.
  llvm::Expected<std::string> makeConfig(const DecoderTensors &tensors,
                                         const json::Object &generation) const;

  ModuleOp module;
  ParameterTable parameters;
  DecoderConfig config;
  std::string modelType;
  HuggingFaceNames names;
  StringRef type;
  SafetensorsWriter writer;
  RoundingLoss loss;
  /// The layers of each scheme, and linear layers that are floats.
  std::map<PackedScheme, std::vector<std::string>> packed;
  std::vector<std::string> plain;
  /// That of all experts: transformers reads them by one, as a stack.
  std::optional<PackedScheme> expertScheme;
  bool packsLayers = true;
  bool hasBrainFloats = false, hasHalfs = false;
};
} // namespace

static std::string join(StringRef folder, StringRef name) {
  SmallString<128> path(folder);
  llvm::sys::path::append(path, name);
  return path.str().str();
}

/// Requires one of the types that are written.
static StringRef getName(Element element) {
  return element == Element::F16    ? "f16"
         : element == Element::BF16 ? "bf16"
                                    : "f32";
}

bool FolderWriter::isLinear(const DecoderTensor &tensor) const {
  switch (tensor.id.role) {
  case DecoderRole::TokenEmbedding:
  case DecoderRole::PositionEmbedding:
  case DecoderRole::Router:
  case DecoderRole::SharedRouter:
    return false;
  default:
    return !tensor.isVector && !names.isGpt2;
  }
}

bool FolderWriter::isPacked(const DecoderTensor &tensor) const {
  return packsLayers && tensor.isQuantized() && isLinear(tensor);
}

void FolderWriter::chooseSchemes(const DecoderTensors &tensors,
                                 std::vector<std::string> &warnings) {
  packsLayers = type.empty();
  bool hasCodes = false, hasOthers = false;
  int64_t width = 0;
  for (const DecoderTensor &tensor : tensors.getAll()) {
    hasCodes |= isPacked(tensor);
    if (tensor.id.expert < 0 || tensor.isVector)
      continue;
    hasOthers |= !tensor.isQuantized() || tensor.zeros;
    PackedScheme scheme(tensor);
    expertScheme =
        expertScheme ? expertScheme->join(width, scheme, tensor.width) : scheme;
    // The width of a joined scheme of rows as a whole does not matter.
    width = std::gcd(width, tensor.width);
  }
  if (!hasCodes || !hasOthers)
    return;
  packsLayers = false;
  warnings.push_back("transformers reads experts with zero points, or that are "
                     "floats beside layers of codes, as neither: all weights "
                     "are written as f16");
}

llvm::Error FolderWriter::writeFloats(const DecoderTensor &tensor,
                                      Element element,
                                      llvm::raw_ostream &stream) {
  llvm::Expected<DecoderRows> rows = DecoderRows::open(parameters, tensor);
  if (!rows)
    return rows.takeError();
  bool isTurned =
      names.isGpt2 && !tensor.isVector && isGpt2Linear(tensor.id.role);
  float added = !config.isNormOffset &&
                        StringRef(modelType).starts_with("gemma") &&
                        isNormGain(tensor.id)
                    ? -1
                    : 0;
  RowOrder order(config, tensor.id, /*isInterleaved=*/false);
  auto width = size_t(tensor.width), count = size_t(tensor.rows);
  std::vector<float> values(width), written(width);
  std::vector<char> bytes(width * getSizeBytes(element));
  loss.begin(tensor.name, getName(element));
  auto writeRow = [&](ArrayRef<float> line) {
    written.resize(line.size());
    bytes.resize(line.size() * getSizeBytes(element));
    std::vector<double> wide(line.begin(), line.end());
    store(element, wide.data(), int64_t(wide.size()), bytes.data());
    load(element, bytes.data(), int64_t(wide.size()), wide.data());
    llvm::copy(wide, written.begin());
    loss.add(line, written);
    stream.write(bytes.data(), bytes.size());
  };
  std::vector<float> all(isTurned ? width * count : 0);
  for (size_t row = 0; row < count; ++row) {
    rows->read(tensor.isVector ? 0 : order.getSource(int64_t(row)), values);
    if (tensor.isVector && !order.isIdentity()) {
      std::vector<float> moved = values;
      for (auto [k, value] : llvm::enumerate(values))
        value = moved[size_t(order.getSource(int64_t(k)))];
    }
    for (float &value : values)
      value += added;
    if (!isTurned)
      writeRow(values);
    for (size_t k = 0; k < width && isTurned; ++k)
      all[k * count + row] = values[k];
  }
  for (size_t k = 0; k < width && isTurned; ++k)
    writeRow(ArrayRef(all).slice(k * count, count));
  loss.end();
  parameters.release(tensor.values);
  return llvm::Error::success();
}

Element FolderWriter::chooseElement(const DecoderTensor &tensor) const {
  // A gain that is changed is not rounded again.
  if (isNormGain(tensor.id) && !config.isNormOffset &&
      StringRef(modelType).starts_with("gemma"))
    return Element::F32;
  if (!type.empty())
    return type == "f16"    ? Element::F16
           : type == "bf16" ? Element::BF16
                            : Element::F32;
  ParameterOp parameter = tensor.values;
  Type stored = getElementTypeOrSelf(parameter.getType());
  return tensor.isQuantized() || stored.isF16() ? Element::F16
         : stored.isBF16()                      ? Element::BF16
                                                : Element::F32;
}

void FolderWriter::addFloats(const DecoderTensor &tensor, StringRef name) {
  Element element = chooseElement(tensor);
  hasBrainFloats |= element == Element::BF16;
  hasHalfs |= element == Element::F16;
  SmallVector<int64_t, 4> dims{tensor.rows, tensor.width};
  if (tensor.isVector)
    dims.erase(dims.begin());
  else if (names.isGpt2 && isGpt2Linear(tensor.id.role))
    std::swap(dims[0], dims[1]);
  writer.addTensor(name, WeightType{getName(element).str(), dims},
                   [this, &tensor, element](llvm::raw_ostream &stream) {
                     return writeFloats(tensor, element, stream);
                   });
}

void FolderWriter::addTensors(const DecoderTensors &tensors) {
  writer.addMetadata("format", "pt");
  for (const DecoderTensor &tensor : tensors.getAll()) {
    std::string name = names.getName(tensor.id);
    StringRef layer = StringRef(name).drop_back(StringRef(".weight").size());
    if (isPacked(tensor)) {
      bool isExpert = tensor.id.expert >= 0;
      PackedScheme scheme = isExpert ? *expertScheme : PackedScheme(tensor);
      if (!isExpert)
        packed[scheme].push_back(layer.str());
      addPackedLayer(writer, parameters, tensor, scheme, layer,
                     RowOrder(config, tensor.id, /*isInterleaved=*/false));
      continue;
    }
    if (isLinear(tensor))
      plain.push_back(layer.str());
    addFloats(tensor, name);
  }
}

static json::Object describeGroup(json::Array targets,
                                  const PackedScheme &scheme) {
  return json::Object{{"targets", std::move(targets)},
                      {"weights", scheme.describe()},
                      {"input_activations", nullptr},
                      {"output_activations", nullptr}};
}

json::Value FolderWriter::describeQuantization(bool isTied) const {
  json::Object groups;
  for (auto [number, entry] : llvm::enumerate(packed)) {
    auto &[scheme, layers] = entry;
    // All of one kind are said by their class, which readers that join layers
    // understand best.
    groups["group_" + std::to_string(number)] = describeGroup(
        packed.size() == 1 ? json::Array{"Linear"} : json::Array(layers),
        scheme);
  }
  json::Array ignored(plain);
  // The class has such a layer, whose weight is the embedding's.
  if (isTied)
    ignored.push_back("lm_head");
  if (expertScheme) {
    groups["group_" + std::to_string(packed.size())] =
        describeGroup(json::Array{"re:.*[.]experts[.].*"}, *expertScheme);
    // What chooses experts.
    ignored.push_back("re:.*gate$");
  }
  return json::Object{{"quant_method", "compressed-tensors"},
                      {"format", "pack-quantized"},
                      {"quantization_status", "compressed"},
                      {"config_groups", std::move(groups)},
                      {"ignore", std::move(ignored)},
                      {"kv_cache_scheme", nullptr},
                      {"global_compression_ratio", nullptr}};
}

llvm::Expected<std::string>
FolderWriter::makeConfig(const DecoderTensors &tensors,
                         const json::Object &generation) const {
  HuggingFaceParts parts;
  parts.isTied = !tensors.find({DecoderRole::Head});
  parts.hasAttentionBias = tensors.find({DecoderRole::Query, true, 0});
  parts.hasFeedForwardBias = tensors.find({DecoderRole::Up, true, 0});
  llvm::Expected<json::Object> settings =
      makeHuggingFaceConfig(config, modelType, parts);
  if (!settings)
    return settings.takeError();
  (*settings)["dtype"] = hasBrainFloats                ? "bfloat16"
                         : hasHalfs || !packed.empty() ? "float16"
                                                       : "float32";
  // The default of some architectures lies beyond smaller vocabularies.
  (*settings)["pad_token_id"] = nullptr;
  for (StringRef key : {"bos_token_id", "eos_token_id"})
    if (const json::Value *id = generation.get(key))
      (*settings)[key] = *id;
  if (!packed.empty())
    (*settings)["quantization_config"] = describeQuantization(parts.isTied);
  return spellSettings(*settings);
}

/// Fails where the folder has parts of a model, which would be one with those
/// that are written.
static llvm::Error checkFolder(StringRef folder) {
  namespace fs = llvm::sys::fs;
  std::error_code code;
  if (!fs::is_directory(folder))
    return llvm::Error::success();
  for (fs::directory_iterator it(folder, code), end; !code && it != end;
       it.increment(code)) {
    StringRef name = llvm::sys::path::filename(it->path());
    if (name == "config.json" || name.ends_with(".safetensors") ||
        name.ends_with(".safetensors.index.json"))
      return llvm::createStringError(
          "the folder '" + folder +
          "' has parts of a model already: expected an empty or new folder, "
          "found '" +
          name + "'");
  }
  if (code)
    return llvm::createStringError("cannot read the folder '" + folder +
                                   "': " + code.message());
  return llvm::Error::success();
}

llvm::Error FolderWriter::write(const ModelAssets &assets, StringRef path,
                                std::vector<std::string> &warnings) {
  llvm::Expected<DecoderTensors> tensors = DecoderTensors::read(module);
  if (!tensors)
    return tensors.takeError();
  if (llvm::Error error = checkFolder(path))
    return error;
  json::Object generation;
  for (const auto &[name, bytes] : assets)
    if (name == kGenerationAsset)
      if (llvm::Error error = parseIndex(bytes, name).moveInto(generation))
        return error;
  chooseSchemes(*tensors, warnings);
  addTensors(*tensors);
  // All that can be refused is known before anything is written.
  llvm::Expected<std::string> settings = makeConfig(*tensors, generation);
  if (!settings)
    return settings.takeError();
  if (std::error_code error = llvm::sys::fs::create_directories(path))
    return llvm::createStringError("cannot make the folder '" + path +
                                   "': " + error.message());
  if (llvm::Error error = writer.write(join(path, "model.safetensors")))
    return error;
  // A model may have others, whose names are its maker's.
  constexpr StringRef known[] = {kTokenizerAsset, kGenerationAsset,
                                 kChatTemplateAsset};
  for (const auto &[name, bytes] : assets)
    if (llvm::is_contained(known, name))
      if (llvm::Error error = writeWholeFile(join(path, name), bytes))
        return error;
  json::Object tokenizer{{"tokenizer_class", "PreTrainedTokenizerFast"}};
  for (StringRef key : {"bos_token", "eos_token"})
    if (const json::Value *token = generation.get(key))
      tokenizer[key] = *token;
  if (llvm::is_contained(llvm::make_first_range(assets), kTokenizerAsset))
    if (llvm::Error error = writeWholeFile(
            join(path, "tokenizer_config.json"),
            llvm::formatv("{0:2}\n", json::Value(std::move(tokenizer))).str()))
      return error;
  if (llvm::Error error = writeWholeFile(join(path, "config.json"), *settings))
    return error;
  if (std::string text = loss.describe(); !text.empty())
    warnings.push_back(text);
  return llvm::Error::success();
}

llvm::Error weft::exportHuggingFace(ModuleOp module, const ModelAssets &assets,
                                    StringRef path,
                                    const HuggingFaceOptions &options,
                                    std::vector<std::string> &warnings) {
  llvm::Expected<DecoderConfig> config = readDecoderAttribute(module);
  if (!config)
    return config.takeError();
  llvm::Expected<std::string> modelType = findModelType(*config);
  if (!modelType)
    return modelType.takeError();
  ModelAssets wanted = assets;
  if (!options.hasTokenizer)
    llvm::erase_if(wanted, [](const auto &asset) {
      return asset.first != kGenerationAsset;
    });
  return FolderWriter(module, std::move(*config), std::move(*modelType),
                      options.type)
      .write(wanted, path, warnings);
}
