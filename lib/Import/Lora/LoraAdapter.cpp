// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Both formats come down to pairs by weight; a format adds what it calls them
// and how it scales.

#include "lib/Import/Lora/LoraAdapter.h"
#include "lib/Import/Gguf/GgufArchitecture.h"
#include "lib/Import/Gguf/GgufFile.h"
#include "lib/Import/Safetensors/SafetensorsFile.h"
#include "lib/Support/IndexReader.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"

#include <cmath>

using namespace weft;
using llvm::StringRef;
using llvm::Twine;
namespace json = llvm::json;

namespace {
class AdapterReader {
public:
  explicit AdapterReader(StringRef path) { adapter.path = path.str(); }

  llvm::Expected<LoraAdapter> readFolder();
  llvm::Expected<LoraAdapter> readGguf();

private:
  llvm::Error fail(const Twine &text) const {
    return llvm::createStringError("adapter '" + adapter.path + "': " + text);
  }
  llvm::Error readConfig();
  llvm::Error checkConfig() const;
  llvm::Expected<double> findAlpha(StringRef layer) const;
  llvm::Error add(StringRef weight, bool isA, StringRef tensor,
                  llvm::ArrayRef<int64_t> dims, StringRef dtype,
                  llvm::ArrayRef<uint8_t> bytes);
  llvm::Expected<LoraAdapter> finish();

  LoraAdapter adapter;
  json::Object config;
  llvm::MapVector<std::string, LoraPair, std::map<std::string, unsigned>>
      byWeight;
};
} // namespace

llvm::Error AdapterReader::add(StringRef weight, bool isA, StringRef tensor,
                               llvm::ArrayRef<int64_t> dims, StringRef dtype,
                               llvm::ArrayRef<uint8_t> bytes) {
  if (dims.size() != 2 || dims[0] < 1 || dims[1] < 1)
    return fail("tensor '" + tensor + "': expected a matrix, found rank " +
                Twine(dims.size()) +
                ": adapters of stacked experts and convolutions are not read");
  if (dtype != "f32" && dtype != "f16" && dtype != "bf16")
    return fail("tensor '" + tensor + "': expected f32, f16 or bf16, found " +
                dtype);
  LoraPair &pair = byWeight[weight.str()];
  pair.weight = weight.str();
  LoraMatrix &matrix = isA ? pair.a : pair.b;
  if (matrix.rows)
    return fail("tensor '" + tensor + "': expected one of its kind for '" +
                weight + "', found two");
  matrix = {dims[0],
            dims[1],
            dtype.str(),
            {reinterpret_cast<const char *>(bytes.data()), bytes.size()}};
  return llvm::Error::success();
}

llvm::Expected<LoraAdapter> AdapterReader::finish() {
  for (auto &[weight, pair] : byWeight) {
    if (!pair.a.rows || !pair.b.rows || pair.a.rows != pair.b.width)
      return fail(
          "weight '" + weight +
          "': expected A [rank, inputs] and B [outputs, rank], found [" +
          Twine(pair.a.rows) + ", " + Twine(pair.a.width) + "] and [" +
          Twine(pair.b.rows) + ", " + Twine(pair.b.width) + "]");
    if (!std::isfinite(pair.scale))
      return fail("weight '" + weight + "' has a scale that is not finite");
    adapter.pairs.push_back(std::move(pair));
  }
  if (adapter.pairs.empty())
    return fail("expected pairs of matrices, found none");
  return std::move(adapter);
}

llvm::Error AdapterReader::readConfig() {
  llvm::SmallString<128> path(adapter.path);
  llvm::sys::path::append(path, "adapter_config.json");
  llvm::Expected<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
  if (!file)
    return file.takeError();
  StringRef text((*file)->getBytes().data(), (*file)->getSizeBytes());
  return parseIndex(text, ("'" + path + "'").str()).moveInto(config);
}

llvm::Error AdapterReader::checkConfig() const {
  StringRef type = config.getString("peft_type").value_or("none");
  if (type != "LORA")
    return fail("expected peft_type LORA, found " + type);
  for (StringRef key : {"use_dora", "lora_bias", "use_qalora"})
    if (config.getBoolean(key).value_or(false))
      return fail(
          "expected plain pairs of matrices, found " + key +
          ": merge it with peft (merge_and_unload) and give the result");
  if (!config.getNumber("lora_alpha"))
    return fail("expected a number lora_alpha in adapter_config.json, found "
                "none");
  return llvm::Error::success();
}

/// By the pattern that is the layer's name or its end. peft takes the first of
/// several, and objects of JSON have no order.
llvm::Expected<double> AdapterReader::findAlpha(StringRef layer) const {
  std::optional<double> found;
  if (const json::Object *patterns = config.getObject("alpha_pattern"))
    for (const auto &[pattern, alpha] : *patterns) {
      std::optional<double> value = alpha.getAsNumber();
      if (!value ||
          !llvm::Regex(("^(.*\\.)?(" + StringRef(pattern) + ")$").str())
               .match(layer))
        continue;
      if (found && *found != *value)
        return fail("several of alpha_pattern fit layer '" + layer +
                    "': leave one");
      found = value;
    }
  return found ? *found : *config.getNumber("lora_alpha");
}

llvm::Expected<LoraAdapter> AdapterReader::readFolder() {
  if (llvm::Error error = readConfig())
    return std::move(error);
  if (llvm::Error error = checkConfig())
    return std::move(error);
  llvm::SmallString<128> path(adapter.path);
  llvm::sys::path::append(path, "adapter_model.safetensors");
  auto file = SafetensorsFile::open(path);
  if (!file)
    return file.takeError();
  adapter.files.assign((*file)->getShards().begin(),
                       (*file)->getShards().end());
  for (const SafetensorsTensor &tensor : (*file)->getTensors()) {
    StringRef name = tensor.name;
    name.consume_front("base_model.model.");
    size_t at = name.rfind(".lora_");
    StringRef kind = at == StringRef::npos ? "" : name.substr(at + 6);
    // Trained beside others, an adapter's name stands in between.
    if (kind != "A.weight" && kind != "B.weight" &&
        kind != "A.default.weight" && kind != "B.default.weight")
      return fail("tensor '" + tensor.name +
                  "': expected lora_A and lora_B of linear layers, found "
                  "something else: merge it with peft (merge_and_unload) and "
                  "give the result");
    if (llvm::Error error =
            add((name.take_front(at) + ".weight").str(), kind.front() == 'A',
                tensor.name, tensor.dims, tensor.dtype, tensor.getBytes()))
      return std::move(error);
  }
  bool isRankStable = config.getBoolean("use_rslora").value_or(false);
  for (auto &[weight, pair] : byWeight) {
    llvm::Expected<double> alpha =
        findAlpha(StringRef(weight).drop_back(StringRef(".weight").size()));
    if (!alpha)
      return alpha.takeError();
    auto rank = double(pair.a.rows);
    pair.scale = *alpha / (isRankStable ? std::sqrt(rank) : rank);
  }
  return finish();
}

llvm::Expected<LoraAdapter> AdapterReader::readGguf() {
  auto file = GgufFile::open(adapter.path);
  if (!file)
    return file.takeError();
  adapter.files.assign((*file)->getParts().begin(), (*file)->getParts().end());
  auto type = (*file)->findString("general.type"),
       kind = (*file)->findString("adapter.type");
  if (!type || !kind) {
    llvm::Error error =
        llvm::joinErrors(type ? llvm::Error::success() : type.takeError(),
                         kind ? llvm::Error::success() : kind.takeError());
    return std::move(error);
  }
  if (*type != StringRef("adapter") || *kind != StringRef("lora"))
    return fail("expected a GGUF file of the general.type adapter and the "
                "adapter.type lora, found " +
                type->value_or("a model") + " and " + kind->value_or("none"));
  llvm::Expected<StringRef> name = (*file)->getString("general.architecture");
  if (!name)
    return name.takeError();
  const GgufArchitecture *architecture = findGgufArchitecture(*name);
  adapter.isInterleaved = architecture && architecture->isInterleaved;
  llvm::Expected<double> alpha = (*file)->getFloat("adapter.lora.alpha");
  if (!alpha)
    return alpha.takeError();
  for (const GgufTensor &tensor : (*file)->getTensors()) {
    StringRef weight = tensor.name;
    bool isA = weight.consume_back(".lora_a");
    if (!isA && !weight.consume_back(".lora_b"))
      return fail("tensor '" + tensor.name +
                  "': expected lora_a and lora_b of weights, found something "
                  "else");
    StringRef dtype = tensor.type == GgufType::F32   ? "f32"
                      : tensor.type == GgufType::F16 ? "f16"
                      : tensor.type == GgufType::BF16
                          ? "bf16"
                          : getGgufTypeName(tensor.type);
    if (llvm::Error error = add(weight, isA, tensor.name, tensor.dims, dtype,
                                tensor.getBlocks()))
      return std::move(error);
  }
  // As llama.cpp has it: without an alpha pairs count as they are.
  for (auto &[weight, pair] : byWeight)
    pair.scale = *alpha != 0 && pair.a.rows ? *alpha / double(pair.a.rows) : 1;
  return finish();
}

llvm::Expected<LoraAdapter> weft::openLoraAdapter(StringRef path) {
  AdapterReader reader(path);
  return llvm::sys::fs::is_directory(path) ? reader.readFolder()
                                           : reader.readGguf();
}
