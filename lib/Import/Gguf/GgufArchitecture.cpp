// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What all architectures share is read from keys; a table has what the format
// leaves to the program that reads it.

#include "lib/Import/Gguf/GgufArchitecture.h"
#include "llvm/ADT/StringExtras.h"

#include <cmath>

using namespace weft;
using llvm::StringRef;
using llvm::Twine;

static constexpr GgufArchitecture architectures[] = {
    {"llama", /*isInterleaved=*/true},
    {"qwen2"},
    {"qwen2moe", false, DecoderNorm::Rms, DecoderActivation::Silu, true, true,
     false, 0, /*normalizesExperts=*/false},
    {"qwen3"},
    {"qwen3moe"},
    {"gemma", false, DecoderNorm::Rms, DecoderActivation::GeluTanh, true, true,
     /*scalesEmbedding=*/true},
    {"gemma2", false, DecoderNorm::Rms, DecoderActivation::GeluTanh, true, true,
     true, /*localPattern=*/2},
    {"gemma3", false, DecoderNorm::Rms, DecoderActivation::GeluTanh, true, true,
     true, /*localPattern=*/6},
    {"phi3", false, DecoderNorm::Rms, DecoderActivation::Silu, true, true,
     false, /*localPattern=*/1},
    {"gpt2", false, DecoderNorm::Layer, DecoderActivation::GeluTanh,
     /*isGated=*/false, /*isRotated=*/false},
};

const GgufArchitecture *weft::findGgufArchitecture(StringRef name) {
  const GgufArchitecture *found =
      llvm::find_if(architectures, [&](const GgufArchitecture &each) {
        return each.name == name;
      });
  return found == std::end(architectures) ? nullptr : found;
}

namespace {
/// Reads keys that begin with the architecture; the first failure stays.
class Keys {
public:
  Keys(const GgufFile &file, StringRef prefix) : file(file), prefix(prefix) {}

  int64_t integer(StringRef name) {
    return take(file.getInteger(key(name)), int64_t(0));
  }
  int64_t integer(StringRef name, int64_t otherwise) {
    return take(file.findInteger(key(name)), {}).value_or(otherwise);
  }
  double real(StringRef name, double otherwise) {
    return take(file.findFloat(key(name)), {}).value_or(otherwise);
  }
  std::string text(StringRef name) {
    return take(file.findString(key(name)), {}).value_or("").str();
  }
  bool truth(StringRef name, bool otherwise) {
    return take(file.findBool(key(name)), {}).value_or(otherwise);
  }
  /// One number, or a list of one for each layer that are all equal.
  int64_t perLayer(StringRef name, int64_t otherwise) {
    const GgufValue *value = file.find(key(name));
    if (!value || !value->isArray())
      return integer(name, otherwise);
    auto list = take(file.findIntegers(key(name)), {});
    if (!list || list->empty())
      return otherwise;
    if (!llvm::all_equal(*list))
      fail(file.failAt(key(name), "expected one number for all layers, found "
                                  "different ones, which is not supported"));
    return list->front();
  }
  void fail(llvm::Error added) {
    if (!error)
      error = llvm::toString(std::move(added));
    else
      llvm::consumeError(std::move(added));
  }
  std::optional<std::string> error;

private:
  std::string key(StringRef name) { return (prefix + "." + name).str(); }
  template <typename Value>
  Value take(llvm::Expected<Value> value, Value otherwise) {
    if (value)
      return std::move(*value);
    fail(value.takeError());
    return otherwise;
  }

  const GgufFile &file;
  StringRef prefix;
};
} // namespace

static llvm::Error readRotary(const GgufFile &file, Keys &keys,
                              const GgufArchitecture &architecture,
                              DecoderConfig &config) {
  RotaryConfig &rotary = config.rotary;
  if (!architecture.isRotated)
    return llvm::Error::success();
  rotary.isInterleaved = architecture.isInterleaved;
  rotary.dims = keys.integer("rope.dimension_count", config.headWidth);
  rotary.base = keys.real("rope.freq_base", 10000);
  rotary.originalContext =
      keys.integer("rope.scaling.original_context_length", config.context);
  std::string scaling = keys.text("rope.scaling.type");
  rotary.factor =
      keys.real("rope.scaling.factor", keys.real("rope.scale_linear", 1));
  if (scaling == "yarn")
    rotary.scaling = RotaryConfig::Scaling::Yarn;
  else if ((scaling.empty() || scaling == "linear") && rotary.factor != 1)
    rotary.scaling = RotaryConfig::Scaling::Linear;
  else if (!scaling.empty() && scaling != "linear" && scaling != "none" &&
           scaling != "longrope")
    return file.failAt((architecture.name + ".rope.scaling.type").str(),
                       "expected none, linear, yarn or longrope, found '" +
                           scaling + "'");
  rotary.attentionFactor = keys.real("rope.scaling.attn_factor", 0);
  for (StringRef name : {"rope_freqs.weight", "rope_factors_short.weight"})
    if (const GgufTensor *tensor = file.findTensor(name)) {
      std::vector<float> values(static_cast<size_t>(tensor->getNumElements()));
      dequantize(tensor->type, tensor->getBlocks().data(), values.data(),
                 tensor->getNumElements());
      rotary.divisors.assign(values.begin(), values.end());
    }
  return llvm::Error::success();
}

static void readWindow(Keys &keys, const GgufArchitecture &architecture,
                       DecoderConfig &config) {
  if (architecture.localPattern == 0)
    return;
  config.window = keys.integer("attention.sliding_window", 0);
  int64_t pattern = keys.integer("attention.sliding_window_pattern",
                                 architecture.localPattern);
  for (int64_t layer = 0; layer < config.layers && pattern > 1; ++layer)
    config.isLocal.push_back((layer + 1) % pattern != 0);
  if (config.architecture == "gemma3") {
    config.hasLocalRotary = true;
    config.localRotary = config.rotary;
    config.localRotary.scaling = RotaryConfig::Scaling::None;
    config.localRotary.base = keys.real("rope.freq_base_swa", 10000);
  }
}

static void readGemma(Keys &keys, DecoderConfig &config) {
  if (!StringRef(config.architecture).starts_with("gemma"))
    return;
  config.attentionSoftcap = keys.real("attn_logit_softcapping",
                                      config.architecture == "gemma2" ? 50 : 0);
  config.logitSoftcap = keys.real("final_logit_softcapping",
                                  config.architecture == "gemma2" ? 30 : 0);
  // The largest of either generation divides by the width of a head that it
  // would have without a key_length.
  bool isLargest = (config.architecture == "gemma2" && config.layers == 46) ||
                   (config.architecture == "gemma3" && config.layers == 62);
  if (isLargest)
    config.attentionScale =
        1 / std::sqrt(double(config.width) / double(config.heads));
}

llvm::Expected<DecoderConfig> weft::readGgufConfig(const GgufFile &file) {
  llvm::Expected<StringRef> name = file.getString("general.architecture");
  if (!name)
    return name.takeError();
  const GgufArchitecture *architecture = findGgufArchitecture(*name);
  if (!architecture) {
    auto names = llvm::map_range(
        architectures, [](const GgufArchitecture &each) { return each.name; });
    return file.failAt("general.architecture", "expected one of " +
                                                   llvm::join(names, ", ") +
                                                   ", found '" + *name + "'");
  }
  Keys keys(file, *name);
  DecoderConfig config;
  config.architecture = name->str();
  config.context = keys.integer("context_length");
  config.width = keys.integer("embedding_length");
  config.layers = keys.integer("block_count");
  config.heads = keys.perLayer("attention.head_count", 0);
  config.keyHeads = keys.perLayer("attention.head_count_kv", config.heads);
  config.headWidth =
      keys.integer("attention.key_length",
                   config.heads > 0 ? config.width / config.heads : 0);
  config.intermediate = keys.perLayer("feed_forward_length", 0);
  config.norm = architecture->norm;
  config.epsilon = architecture->norm == DecoderNorm::Rms
                       ? keys.real("attention.layer_norm_rms_epsilon", 1e-5)
                       : keys.real("attention.layer_norm_epsilon", 1e-5);
  config.activation = architecture->activation;
  config.isGated = architecture->isGated;
  if (architecture->scalesEmbedding)
    config.embeddingScale = std::sqrt(double(config.width));
  if (const GgufTensor *embedding = file.findTensor("token_embd.weight");
      embedding && !embedding->dims.empty())
    config.vocabulary = embedding->dims.front();
  if (int64_t valueWidth =
          keys.integer("attention.value_length", config.headWidth);
      valueWidth != config.headWidth)
    keys.fail(file.failAt("attention.value_length",
                          "expected the width of keys, " +
                              Twine(config.headWidth) + ", found " +
                              Twine(valueWidth)));
  ExpertConfig &experts = config.experts;
  experts.count = keys.integer("expert_count", 0);
  experts.used = keys.integer("expert_used_count", 0);
  experts.intermediate =
      keys.integer("expert_feed_forward_length", config.intermediate);
  experts.isNormalized = architecture->normalizesExperts;
  if (file.findTensor("blk.0.ffn_up_shexp.weight"))
    experts.sharedIntermediate =
        keys.integer("expert_shared_feed_forward_length", config.intermediate);
  if (llvm::Error error = readRotary(file, keys, *architecture, config))
    return std::move(error);
  readWindow(keys, *architecture, config);
  readGemma(keys, config);
  if (keys.error)
    return llvm::createStringError(*keys.error);
  return config;
}
