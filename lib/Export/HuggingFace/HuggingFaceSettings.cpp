// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Everything is spelled out: defaults differ between versions of transformers.

#include "lib/Export/HuggingFace/HuggingFaceSettings.h"
#include "lib/Import/Decoder/RotaryEmbedding.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

#include <cmath>

using namespace weft;
using llvm::StringRef;
namespace json = llvm::json;
using Scaling = RotaryConfig::Scaling;

static StringRef findClass(StringRef modelType) {
  return llvm::StringSwitch<StringRef>(modelType)
      .Case("llama", "LlamaForCausalLM")
      .Case("mistral", "MistralForCausalLM")
      .Case("mixtral", "MixtralForCausalLM")
      .Case("qwen2", "Qwen2ForCausalLM")
      .Case("qwen2_moe", "Qwen2MoeForCausalLM")
      .Case("qwen3", "Qwen3ForCausalLM")
      .Case("qwen3_moe", "Qwen3MoeForCausalLM")
      .Case("gemma", "GemmaForCausalLM")
      .Case("gemma2", "Gemma2ForCausalLM")
      .Case("gemma3_text", "Gemma3ForCausalLM")
      .Case("phi3", "Phi3ForCausalLM")
      .Case("smollm3", "SmolLM3ForCausalLM")
      .Case("gpt2", "GPT2LMHeadModel")
      .Default("");
}

llvm::Expected<std::string> weft::findModelType(const DecoderConfig &config) {
  StringRef name =
      llvm::StringSwitch<StringRef>(config.architecture)
          .Case("llama", config.experts.count > 0 ? "mixtral" : "llama")
          .Case("qwen2moe", "qwen2_moe")
          .Case("qwen3moe", "qwen3_moe")
          .Case("gemma3", "gemma3_text")
          .Default(config.architecture);
  if (findClass(name).empty())
    return llvm::createStringError("architecture '" + config.architecture +
                                   "' has no counterpart in transformers");
  return name.str();
}

/// Llama 3.1's scaling as GGUF has it: as what the frequencies are divided by.
/// Nothing where these are not of that kind.
static std::optional<RotaryConfig> findLlama3(const RotaryConfig &rotary) {
  RotaryConfig guess = rotary;
  guess.divisors.clear();
  guess.scaling = Scaling::Llama3;
  guess.factor = *llvm::max_element(rotary.divisors);
  guess.lowFrequencyFactor = 1;
  guess.highFrequencyFactor = 4;
  for (guess.originalContext = 8; guess.originalContext <= int64_t(1) << 20;
       guess.originalContext *= 2)
    if (llvm::all_of(llvm::zip(computeRotaryFrequencies(rotary),
                               computeRotaryFrequencies(guess)),
                     [](auto pair) {
                       auto [a, b] = pair;
                       return std::fabs(a - b) <= 1e-5 * a;
                     }))
      return guess;
  return std::nullopt;
}

/// The object `rope_scaling`; null where nothing is scaled.
static llvm::Expected<json::Value> describeScaling(const RotaryConfig &given,
                                                   StringRef modelType) {
  RotaryConfig rotary = given;
  if (!rotary.divisors.empty()) {
    std::optional<RotaryConfig> found = findLlama3(rotary);
    if (!found)
      return llvm::createStringError(
          "frequencies of positions are divided by a list that config.json of "
          "'" +
          modelType + "' has no setting for: write GGUF");
    rotary = *found;
  }
  switch (rotary.scaling) {
  case Scaling::None:
    return nullptr;
  case Scaling::Linear:
    return json::Object{{"rope_type", "linear"}, {"factor", rotary.factor}};
  case Scaling::Llama3:
    return json::Object{
        {"rope_type", "llama3"},
        {"factor", rotary.factor},
        {"low_freq_factor", rotary.lowFrequencyFactor},
        {"high_freq_factor", rotary.highFrequencyFactor},
        {"original_max_position_embeddings", rotary.originalContext}};
  case Scaling::Yarn: {
    json::Object yarn{
        {"rope_type", "yarn"},
        {"factor", rotary.factor},
        {"beta_fast", rotary.betaFast},
        {"beta_slow", rotary.betaSlow},
        {"original_max_position_embeddings", rotary.originalContext},
        {"attention_factor", computeRotaryFactor(rotary)}};
    if (!rotary.isRampWhole)
      yarn["truncate"] = false;
    return json::Value(std::move(yarn));
  }
  }
  llvm_unreachable("every scaling is handled");
}

static llvm::Error addRotary(json::Object &settings,
                             const DecoderConfig &config, StringRef modelType) {
  llvm::Expected<json::Value> scaling =
      describeScaling(config.rotary, modelType);
  if (!scaling)
    return scaling.takeError();
  settings["rope_theta"] = config.rotary.base;
  settings["rope_scaling"] = std::move(*scaling);
  if (config.rotary.dims != config.headWidth) {
    if (modelType != "phi3")
      return llvm::createStringError(
          "only some dimensions of a head are rotated, which '" + modelType +
          "' does not do");
    settings["partial_rotary_factor"] =
        double(config.rotary.dims) / double(config.headWidth);
  }
  if (config.hasLocalRotary)
    settings["rope_local_base_freq"] = config.localRotary.base;
  return llvm::Error::success();
}

static void addWindow(json::Object &settings, const DecoderConfig &config,
                      StringRef modelType) {
  bool hasWindow = config.window > 0;
  json::Value window =
      hasWindow ? json::Value(config.window) : json::Value(nullptr);
  if (modelType == "mistral" || modelType == "mixtral" || modelType == "phi3") {
    settings["sliding_window"] = std::move(window);
    return;
  }
  bool isAsked =
      StringRef(modelType).starts_with("qwen") || modelType == "smollm3";
  if (!hasWindow && !StringRef(modelType).starts_with("gemma")) {
    if (isAsked)
      settings["use_sliding_window"] = false;
    return;
  }
  if (!hasWindow)
    return;
  if (isAsked)
    settings["use_sliding_window"] = true;
  settings["sliding_window"] = std::move(window);
  json::Array kinds;
  for (int64_t layer = 0; layer < config.layers; ++layer)
    kinds.push_back(config.isLocalLayer(layer) ? "sliding_attention"
                                               : "full_attention");
  settings["layer_types"] = std::move(kinds);
}

static void addExperts(json::Object &settings, const DecoderConfig &config,
                       StringRef modelType) {
  const ExpertConfig &experts = config.experts;
  if (experts.count == 0)
    return;
  settings["num_experts_per_tok"] = experts.used;
  if (modelType == "mixtral") {
    settings["num_local_experts"] = experts.count;
    return;
  }
  settings["num_experts"] = experts.count;
  settings["moe_intermediate_size"] = experts.intermediate;
  settings["norm_topk_prob"] = experts.isNormalized;
  settings["decoder_sparse_step"] = 1;
  if (experts.sharedIntermediate > 0)
    settings["shared_expert_intermediate_size"] = experts.sharedIntermediate;
  json::Array dense;
  for (int64_t layer = 0; layer < config.layers; ++layer)
    if (!config.isExpertLayer(layer))
      dense.push_back(layer);
  settings["mlp_only_layers"] = std::move(dense);
}

static StringRef getActivation(DecoderActivation activation,
                               StringRef modelType) {
  switch (activation) {
  case DecoderActivation::Silu:
    return "silu";
  case DecoderActivation::Gelu:
    return "gelu";
  case DecoderActivation::GeluTanh:
    return modelType == "gpt2" ? "gelu_new" : "gelu_pytorch_tanh";
  }
  llvm_unreachable("every activation is handled");
}

static json::Object makeGpt2Config(const DecoderConfig &config) {
  return json::Object{
      {"vocab_size", config.vocabulary},
      {"n_embd", config.width},
      {"n_layer", config.layers},
      {"n_head", config.heads},
      {"n_positions", config.context},
      {"n_inner", config.intermediate},
      {"layer_norm_epsilon", config.epsilon},
      {"activation_function", getActivation(config.activation, "gpt2")},
      {"scale_attn_weights", config.attentionScale != 1}};
}

llvm::Expected<json::Object>
weft::makeHuggingFaceConfig(const DecoderConfig &config, StringRef modelType,
                            const HuggingFaceParts &parts) {
  bool isGpt2 = modelType == "gpt2";
  json::Object settings =
      isGpt2 ? makeGpt2Config(config)
             : json::Object{{"vocab_size", config.vocabulary},
                            {"hidden_size", config.width},
                            {"intermediate_size", config.intermediate},
                            {"num_hidden_layers", config.layers},
                            {"num_attention_heads", config.heads},
                            {"num_key_value_heads", config.keyHeads},
                            {"head_dim", config.headWidth},
                            {"max_position_embeddings", config.context},
                            {"rms_norm_eps", config.epsilon}};
  settings["architectures"] = json::Array{findClass(modelType)};
  settings["model_type"] = modelType;
  settings["tie_word_embeddings"] = parts.isTied;
  if (isGpt2)
    return settings;
  StringRef activation = getActivation(config.activation, modelType);
  settings["hidden_act"] = activation;
  bool isGemma = modelType.starts_with("gemma");
  if (isGemma)
    settings["hidden_activation"] = activation;
  if (isGemma && modelType != "gemma") {
    double scale = config.attentionScale != 0
                       ? config.attentionScale
                       : 1 / std::sqrt(double(config.headWidth));
    settings["query_pre_attn_scalar"] = std::round(1e6 / (scale * scale)) / 1e6;
    auto cap = [](double value) {
      return value != 0 ? json::Value(value) : json::Value(nullptr);
    };
    settings["attn_logit_softcapping"] = cap(config.attentionSoftcap);
    settings["final_logit_softcapping"] = cap(config.logitSoftcap);
  }
  settings["attention_bias"] = parts.hasAttentionBias;
  settings["mlp_bias"] = parts.hasFeedForwardBias;
  if (!config.isUnrotated.empty()) {
    json::Array rotated;
    for (int64_t layer = 0; layer < config.layers; ++layer)
      rotated.push_back(config.isRotatedLayer(layer) ? 1 : 0);
    settings["no_rope_layers"] = std::move(rotated);
  }
  addWindow(settings, config, modelType);
  addExperts(settings, config, modelType);
  if (llvm::Error error = addRotary(settings, config, modelType))
    return std::move(error);
  return settings;
}

/// Settings that transformers refuses without a point.
static bool isFloatSetting(StringRef key) {
  return llvm::StringSwitch<bool>(key)
      .Cases({"rms_norm_eps", "layer_norm_epsilon", "rope_theta",
              "rope_local_base_freq", "partial_rotary_factor", "factor",
              "low_freq_factor", "high_freq_factor", "beta_fast", "beta_slow",
              "attention_factor", "attn_logit_softcapping",
              "final_logit_softcapping"},
             true)
      .Default(false);
}

static void spell(json::OStream &stream, const json::Object &object) {
  stream.object([&] {
    for (const auto &[key, value] : object) {
      stream.attributeBegin(key);
      std::optional<double> number = value.getAsNumber();
      if (const json::Object *inner = value.getAsObject())
        spell(stream, *inner);
      else if (number && isFloatSetting(key) && *number == std::trunc(*number))
        stream.rawValue(llvm::formatv("{0:f1}", *number).str());
      else
        stream.value(value);
      stream.attributeEnd();
    }
  });
}

std::string weft::spellSettings(const json::Object &settings) {
  std::string text;
  llvm::raw_string_ostream bytes(text);
  json::OStream stream(bytes, 2);
  spell(stream, settings);
  stream.flush();
  return text + "\n";
}
