// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The format says little about an architecture; what its name leaves unsaid
// must be what the model does.

#include "lib/Export/Gguf/GgufSettings.h"
#include "lib/Import/Decoder/RotaryEmbedding.h"
#include "llvm/ADT/StringSwitch.h"

#include <cmath>

using namespace weft;
using llvm::StringRef;
using llvm::Twine;
using Scaling = RotaryConfig::Scaling;

static bool isNear(double a, double b) {
  return std::fabs(a - b) <= 1e-6 * std::max(std::fabs(a), std::fabs(b));
}

static double getAttentionScale(const DecoderConfig &config) {
  return config.attentionScale != 0 ? config.attentionScale
                                    : 1 / std::sqrt(double(config.headWidth));
}

/// As llama.cpp has it: the largest of either generation divides by the width
/// that heads would have without a key_length.
static double getGgufScale(const DecoderConfig &config, StringRef name) {
  bool isLargest = (name == "gemma2" && config.layers == 46) ||
                   (name == "gemma3" && config.layers == 62);
  return isLargest ? 1 / std::sqrt(double(config.width) / double(config.heads))
                   : 1 / std::sqrt(double(config.headWidth));
}

/// The layers that see everything are each so-manieth; 0 = no regular pattern.
static int64_t findPattern(const DecoderConfig &config) {
  if (config.isLocal.empty())
    return config.window > 0 ? 1 : 0;
  auto full = llvm::find(config.isLocal, false);
  int64_t pattern =
      full == config.isLocal.end() ? 1 : full - config.isLocal.begin() + 1;
  for (int64_t layer = 0; layer < config.layers; ++layer)
    if (config.isLocalLayer(layer) !=
        (pattern == 1 || (layer + 1) % pattern != 0))
      return 0;
  return pattern;
}

/// What the format cannot say of positions, or "".
static std::string findRotaryObstacle(const DecoderConfig &config,
                                      const GgufArchitecture &target) {
  const RotaryConfig &rotary = config.rotary;
  if (target.isRotated != (rotary.dims > 0))
    return "the rotation of positions";
  if (llvm::is_contained(config.isUnrotated, true))
    return "layers that do not rotate positions";
  if (target.name == "phi3" && !rotary.divisors.empty())
    return "frequencies by longrope";
  if (rotary.scaling == Scaling::Yarn &&
      (rotary.betaFast != 32 || rotary.betaSlow != 1 || !rotary.isRampWhole))
    return "the bounds of YaRN";
  RotaryConfig usual = rotary;
  usual.attentionFactor = 0;
  if (!isNear(computeRotaryFactor(rotary), computeRotaryFactor(usual)))
    return "the attention factor of the scaling of positions";
  if (config.hasLocalRotary != (target.name == "gemma3") ||
      (config.hasLocalRotary && (config.localRotary.scaling != Scaling::None ||
                                 config.localRotary.dims != rotary.dims)))
    return "another rotation in local layers";
  return "";
}

/// What the architecture of the format computes otherwise, or "".
static std::string findObstacle(const DecoderConfig &config,
                                const GgufArchitecture &target) {
  if (config.norm != target.norm)
    return "its kind of normalization";
  if (config.activation != target.activation ||
      config.isGated != target.isGated)
    return "its activation function";
  if (!isNear(config.embeddingScale,
              target.scalesEmbedding ? std::sqrt(double(config.width)) : 1))
    return "the scale of its embedding";
  if (!isNear(getAttentionScale(config), getGgufScale(config, target.name)))
    return "the scale of its attention";
  if ((config.attentionSoftcap != 0 || config.logitSoftcap != 0) &&
      target.name != "gemma2")
    return "soft caps";
  if (config.experts.count > 0 &&
      (config.experts.isNormalized != target.normalizesExperts ||
       llvm::is_contained(config.experts.isDense, true)))
    return "how experts are chosen, or layers without them";
  if (config.window > 0 && target.localPattern != 0 && findPattern(config) == 0)
    return "which layers have the sliding window";
  return findRotaryObstacle(config, target);
}

llvm::Expected<const GgufArchitecture *>
weft::findGgufTarget(const DecoderConfig &config) {
  StringRef name = llvm::StringSwitch<StringRef>(config.architecture)
                       .Cases({"mistral", "mixtral"}, "llama")
                       .Case("qwen2_moe", "qwen2moe")
                       .Case("qwen3_moe", "qwen3moe")
                       .Case("gemma3_text", "gemma3")
                       .Default(config.architecture);
  const GgufArchitecture *target = findGgufArchitecture(name);
  if (!target)
    return llvm::createStringError("architecture '" + config.architecture +
                                   "' has no counterpart in GGUF: write "
                                   "safetensors");
  if (std::string what = findObstacle(config, *target); !what.empty())
    return llvm::createStringError("llama.cpp's architecture '" + target->name +
                                   "' differs from the model "
                                   "in this: " +
                                   what + "; write safetensors");
  return target;
}

static void addRotary(GgufWriter &writer, const DecoderConfig &config,
                      const GgufArchitecture &target) {
  if (!target.isRotated)
    return;
  const RotaryConfig &rotary = config.rotary;
  auto key = [&](StringRef name) { return (target.name + "." + name).str(); };
  writer.addInteger(key("rope.dimension_count"), uint32_t(rotary.dims));
  writer.addFloat(key("rope.freq_base"), float(rotary.base));
  if (config.hasLocalRotary)
    writer.addFloat(key("rope.freq_base_swa"), float(config.localRotary.base));
  if (rotary.scaling != Scaling::Linear && rotary.scaling != Scaling::Yarn)
    return;
  bool isYarn = rotary.scaling == Scaling::Yarn;
  writer.addString(key("rope.scaling.type"), isYarn ? "yarn" : "linear");
  writer.addFloat(key("rope.scaling.factor"), float(rotary.factor));
  if (isYarn)
    writer.addInteger(key("rope.scaling.original_context_length"),
                      uint32_t(rotary.originalContext));
}

static void addExperts(GgufWriter &writer, const DecoderConfig &config,
                       const GgufArchitecture &target) {
  const ExpertConfig &experts = config.experts;
  if (experts.count == 0)
    return;
  auto add = [&](StringRef name, int64_t value) {
    writer.addInteger((target.name + "." + name).str(), uint32_t(value));
  };
  add("expert_count", experts.count);
  add("expert_used_count", experts.used);
  if (target.name != "llama")
    add("expert_feed_forward_length", experts.intermediate);
  if (experts.sharedIntermediate > 0)
    add("expert_shared_feed_forward_length", experts.sharedIntermediate);
}

static void addWindow(GgufWriter &writer, const DecoderConfig &config,
                      const GgufArchitecture &target,
                      std::vector<std::string> &warnings) {
  if (config.window == 0)
    return;
  // llama.cpp reads Phi-3's window and leaves it out.
  if ((target.localPattern == 0 || target.name == "phi3") &&
      config.window < config.context)
    warnings.push_back("llama.cpp's architecture '" + target.name.str() +
                       "' has no sliding window: texts of more than " +
                       std::to_string(config.window) +
                       " tokens get other answers there");
  if (target.localPattern == 0)
    return;
  auto add = [&](StringRef name, int64_t value) {
    writer.addInteger((target.name + "." + name).str(), uint32_t(value));
  };
  add("attention.sliding_window", config.window);
  if (int64_t pattern = findPattern(config); pattern != target.localPattern)
    add("attention.sliding_window_pattern", pattern);
}

void weft::addSettings(GgufWriter &writer, const DecoderConfig &config,
                       const GgufArchitecture &target,
                       std::vector<std::string> &warnings) {
  auto key = [&](StringRef name) { return (target.name + "." + name).str(); };
  auto add = [&](StringRef name, int64_t value) {
    writer.addInteger(key(name), uint32_t(value));
  };
  writer.addString("general.architecture", target.name);
  writer.addInteger("general.quantization_version", 2);
  add("vocab_size", config.vocabulary);
  add("context_length", config.context);
  add("embedding_length", config.width);
  add("block_count", config.layers);
  add("feed_forward_length", config.intermediate);
  add("attention.head_count", config.heads);
  add("attention.head_count_kv", config.keyHeads);
  add("attention.key_length", config.headWidth);
  add("attention.value_length", config.headWidth);
  writer.addFloat(key(config.norm == DecoderNorm::Rms
                          ? "attention.layer_norm_rms_epsilon"
                          : "attention.layer_norm_epsilon"),
                  float(config.epsilon));
  if (target.name == "gemma2") {
    writer.addFloat(key("attn_logit_softcapping"),
                    float(config.attentionSoftcap));
    writer.addFloat(key("final_logit_softcapping"), float(config.logitSoftcap));
  }
  addRotary(writer, config, target);
  addExperts(writer, config, target);
  addWindow(writer, config, target, warnings);
}

std::vector<float> weft::makeFrequencyDivisors(const DecoderConfig &config) {
  const RotaryConfig &rotary = config.rotary;
  if (rotary.scaling != Scaling::Llama3 && rotary.divisors.empty())
    return {};
  RotaryConfig plain = rotary, scaled = rotary;
  plain.divisors.clear();
  plain.scaling = Scaling::None;
  // Other scalings have keys.
  if (scaled.scaling != Scaling::Llama3)
    scaled.scaling = Scaling::None;
  std::vector<float> divisors;
  for (auto [a, b] : llvm::zip(computeRotaryFrequencies(plain),
                               computeRotaryFrequencies(scaled)))
    divisors.push_back(float(a / b));
  return divisors;
}
