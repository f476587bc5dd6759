// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A table has what an architecture leaves unsaid; the rest is read alike.

#include "lib/Import/HuggingFace/HuggingFaceConfig.h"
#include "lib/Import/HuggingFace/ConfigReader.h"
#include "lib/Import/HuggingFace/RotarySettings.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

#include <cmath>

using namespace weft;
using llvm::StringRef;
using llvm::Twine;
namespace json = llvm::json;

namespace {
/// Which layers see no further than `sliding_window`.
enum class Window {
  /// None.
  Never,
  /// All, where there is a window.
  Always,
  /// All, where `use_sliding_window` says so.
  OnRequest,
  /// Where `use_sliding_window` says so, those from `max_window_layers` on.
  Upper,
  /// Where `use_sliding_window` says so, even ones below `max_window_layers`.
  LowerEven,
  /// Where `use_sliding_window` says so, those that do not rotate.
  Unrotated,
  /// All but each `sliding_window_pattern`-th.
  Pattern,
};

/// Defaults of the classes of experts.
struct ExpertDefaults {
  int64_t count, used, intermediate, shared;
  /// Whether `norm_topk_prob` is not asked.
  bool isAlwaysNormalized;
};

/// What the name of an architecture means, and its configuration class's
/// defaults. 0 for a number of heads of keys means that of heads, for the width
/// of a head that it follows from the others.
struct Architecture {
  StringRef name;
  int64_t vocabulary = 32000, width = 4096, intermediate = 11008, layers = 32,
          heads = 32, keyHeads = 0, headWidth = 0, context = 32768;
  double epsilon = 1e-6;
  RotaryDefaults rotary;
  bool isTied = false;
  StringRef activation = "silu";
  Window window = Window::Never;
  /// 0 = none.
  int64_t windowSize = 4096;
  /// With Window::Pattern.
  int64_t pattern = 0;
  bool isGemma = false;
  /// Gemma 2: of attention and logits; 0 = none.
  double attentionSoftcap = 0, logitSoftcap = 0;
  std::optional<ExpertDefaults> experts = std::nullopt;
};
} // namespace

static const Architecture architectures[] = {
    {.name = "llama", .context = 2048},
    {.name = "mistral",
     .intermediate = 14336,
     .keyHeads = 8,
     .context = 131072,
     .window = Window::Always},
    {.name = "mixtral",
     .intermediate = 14336,
     .keyHeads = 8,
     .context = 131072,
     .epsilon = 1e-5,
     .rotary = {.base = 1e6},
     .window = Window::Always,
     .windowSize = 0,
     .experts = ExpertDefaults{8, 2, 0, 0, true}},
    {.name = "qwen2",
     .vocabulary = 151936,
     .intermediate = 22016,
     .keyHeads = 32,
     .window = Window::Upper},
    {.name = "qwen2_moe",
     .vocabulary = 151936,
     .width = 2048,
     .intermediate = 5632,
     .layers = 24,
     .heads = 16,
     .keyHeads = 16,
     .window = Window::LowerEven,
     .experts = ExpertDefaults{60, 4, 1408, 5632, false}},
    {.name = "qwen3",
     .vocabulary = 151936,
     .intermediate = 22016,
     .keyHeads = 32,
     .headWidth = 128,
     .window = Window::Upper},
    {.name = "qwen3_moe",
     .vocabulary = 151936,
     .width = 2048,
     .intermediate = 6144,
     .layers = 24,
     .keyHeads = 4,
     .window = Window::OnRequest,
     .experts = ExpertDefaults{128, 8, 768, 0, false}},
    {.name = "gemma",
     .vocabulary = 256000,
     .width = 3072,
     .intermediate = 24576,
     .layers = 28,
     .heads = 16,
     .keyHeads = 16,
     .headWidth = 256,
     .context = 8192,
     .isTied = true,
     .activation = "gelu_pytorch_tanh",
     .isGemma = true},
    {.name = "gemma2",
     .vocabulary = 256000,
     .width = 2304,
     .intermediate = 9216,
     .layers = 26,
     .heads = 8,
     .keyHeads = 4,
     .headWidth = 256,
     .context = 8192,
     .isTied = true,
     .activation = "gelu_pytorch_tanh",
     .window = Window::Pattern,
     .pattern = 2,
     .isGemma = true,
     .attentionSoftcap = 50,
     .logitSoftcap = 30},
    {.name = "gemma3_text",
     .vocabulary = 262208,
     .width = 2304,
     .intermediate = 9216,
     .layers = 26,
     .heads = 8,
     .keyHeads = 4,
     .headWidth = 256,
     .context = 131072,
     .rotary = {.base = 1e6, .localBase = 1e4},
     .isTied = true,
     .activation = "gelu_pytorch_tanh",
     .window = Window::Pattern,
     .pattern = 6,
     .isGemma = true},
    {.name = "phi3",
     .vocabulary = 32064,
     .width = 3072,
     .intermediate = 8192,
     .context = 4096,
     .epsilon = 1e-5,
     .rotary = {.originalContext = 4096, .isAlwaysLong = true},
     .window = Window::Always,
     .windowSize = 0},
    {.name = "smollm3",
     .vocabulary = 128256,
     .width = 2048,
     .layers = 36,
     .heads = 16,
     .keyHeads = 4,
     .rotary = {.base = 2e6},
     .isTied = true,
     .window = Window::Unrotated,
     .windowSize = 0},
    {.name = "gpt2",
     .vocabulary = 50257,
     .width = 768,
     .layers = 12,
     .heads = 12,
     .context = 1024,
     .epsilon = 1e-5,
     .isTied = true,
     .activation = "gelu_new"},
};

/// gemma3 is gemma3_text with a part for images, which is left out.
static constexpr StringRef kWithImages = "gemma3";

/// The names of GPT-2's sizes.
static StringRef rename(const Architecture &architecture, StringRef key) {
  if (architecture.name != "gpt2")
    return key;
  return llvm::StringSwitch<StringRef>(key)
      .Case("hidden_size", "n_embd")
      .Case("max_position_embeddings", "n_positions")
      .Case("num_attention_heads", "n_head")
      .Case("num_hidden_layers", "n_layer")
      .Case("intermediate_size", "n_inner")
      .Case("rms_norm_eps", "layer_norm_epsilon")
      .Case("hidden_act", "activation_function")
      .Default(key);
}

namespace {
class DecoderReader {
public:
  DecoderReader(ConfigReader &reader, const Architecture &architecture)
      : reader(reader), architecture(architecture) {}

  HuggingFaceConfig read();

private:
  void readSizes();
  void readActivation();
  void readUnrotated();
  void readWindow();
  bool isInWindow(int64_t layer, int64_t most);
  void readExperts();
  void readGemma();

  int64_t size(StringRef key, int64_t otherwise) {
    return reader.integer(rename(architecture, key), otherwise);
  }
  /// Whether the list is there, which then needs one for each layer.
  template <typename List> bool fitsLayers(StringRef key, const List &list) {
    if (list.empty() || int64_t(list.size()) >= config.layers)
      return !list.empty();
    reader.fail(key, "one for each of " + Twine(config.layers) + " layers");
    return false;
  }

  ConfigReader &reader;
  const Architecture &architecture;
  DecoderConfig config;
};
} // namespace

/// What would change the results and is not there.
static void refuseUnsupported(ConfigReader &reader) {
  for (StringRef key :
       {"is_encoder_decoder", "add_cross_attention", "use_bidirectional_attention",
        "scale_attn_by_inverse_layer_idx"})
    if (reader.truth(key, false))
      reader.fail(key, "false, other models are not supported");
  if (const json::Object *quantization =
          reader.findObject("quantization_config"))
    reader.fail("quantization_config",
                "weights that are not quantized, take the model that '" +
                    quantization->getString("quant_method").value_or("it") +
                    "' was applied to");
}

void DecoderReader::readSizes() {
  config.architecture = architecture.name.str();
  config.vocabulary = reader.integer("vocab_size", architecture.vocabulary);
  config.context = size("max_position_embeddings", architecture.context);
  config.width = size("hidden_size", architecture.width);
  config.layers = size("num_hidden_layers", architecture.layers);
  config.heads = size("num_attention_heads", architecture.heads);
  config.intermediate = size("intermediate_size", architecture.name == "gpt2"
                                                      ? 4 * config.width
                                                      : architecture.intermediate);
  auto orNothing = [](int64_t number) {
    return number ? std::optional(number) : std::nullopt;
  };
  config.keyHeads = reader
                        .findInteger("num_key_value_heads",
                                     orNothing(architecture.keyHeads))
                        .value_or(config.heads);
  config.headWidth =
      reader.findInteger("head_dim", orNothing(architecture.headWidth))
          .value_or(config.heads > 0 ? config.width / config.heads : 0);
  config.epsilon = reader.real(rename(architecture, "rms_norm_eps"),
                               architecture.epsilon);
  if (architecture.name != "gpt2")
    return;
  config.norm = DecoderNorm::Layer;
  config.isGated = false;
  if (!reader.truth("scale_attn_weights", true))
    config.attentionScale = 1;
}

void DecoderReader::readActivation() {
  // Gemma's own files say hidden_activation, and the first ones "gelu" for what
  // is its approximation.
  StringRef key = rename(architecture, "hidden_act");
  bool isFirstGemma = architecture.name == "gemma";
  if (architecture.isGemma &&
      (!isFirstGemma || reader.has("hidden_activation")))
    key = "hidden_activation";
  std::string name = reader.text(key, architecture.activation);
  if (isFirstGemma && name == "gelu")
    name = "gelu_pytorch_tanh";
  auto found = llvm::StringSwitch<std::optional<DecoderActivation>>(name)
                   .Cases({"silu", "swish"}, DecoderActivation::Silu)
                   .Cases({"gelu", "gelu_python"}, DecoderActivation::Gelu)
                   .Cases({"gelu_new", "gelu_fast", "gelu_pytorch_tanh",
                           "gelu_accurate", "gelu_python_tanh"},
                          DecoderActivation::GeluTanh)
                   .Default(std::nullopt);
  if (found)
    config.activation = *found;
  else
    reader.fail(key, "silu, gelu, gelu_new or gelu_pytorch_tanh");
}

void DecoderReader::readUnrotated() {
  if (architecture.name != "smollm3")
    return;
  std::vector<int64_t> rotated = reader.integers("no_rope_layers");
  bool isListed = fitsLayers("no_rope_layers", rotated);
  int64_t interval = reader.integer("no_rope_layer_interval", 4);
  for (int64_t layer = 0; layer < config.layers; ++layer)
    config.isUnrotated.push_back(
        isListed ? rotated[size_t(layer)] == 0
                 : interval > 0 && (layer + 1) % interval == 0);
}

bool DecoderReader::isInWindow(int64_t layer, int64_t most) {
  switch (architecture.window) {
  case Window::Never:
    return false;
  case Window::Always:
  case Window::OnRequest:
    return true;
  case Window::Upper:
    return layer >= most;
  case Window::LowerEven:
    return layer % 2 == 0 && layer < most;
  case Window::Unrotated:
    return !config.isRotatedLayer(layer);
  case Window::Pattern:
    return (layer + 1) % most != 0;
  }
  llvm_unreachable("every kind of window is handled");
}

void DecoderReader::readWindow() {
  bool isAsked = architecture.window == Window::Always ||
                 architecture.window == Window::Pattern;
  if (architecture.window == Window::Never ||
      !(isAsked || reader.truth("use_sliding_window", false)))
    return;
  config.window =
      reader.findInteger("sliding_window", architecture.windowSize).value_or(0);
  if (config.window < 0)
    reader.fail("sliding_window", "a positive number, or null for no window");
  std::vector<std::string> kinds = reader.texts("layer_types");
  bool isListed = fitsLayers("layer_types", kinds);
  for (StringRef kind : kinds)
    if (kind != "full_attention" && kind != "sliding_attention")
      reader.fail("layer_types", "full_attention and sliding_attention");
  int64_t most = architecture.window == Window::Pattern
                     ? reader.integer("sliding_window_pattern",
                                      reader.integer("_sliding_window_pattern",
                                                     architecture.pattern))
                     : reader.integer("max_window_layers", 28);
  if (architecture.window == Window::Pattern && most < 1) {
    reader.fail("sliding_window_pattern", "a positive number");
    return;
  }
  for (int64_t layer = 0; layer < config.layers; ++layer)
    config.isLocal.push_back(isListed
                                 ? kinds[size_t(layer)] == "sliding_attention"
                                 : isInWindow(layer, most));
}

void DecoderReader::readExperts() {
  if (!architecture.experts)
    return;
  const ExpertDefaults &defaults = *architecture.experts;
  ExpertConfig &experts = config.experts;
  experts.count = reader.integer(
      "num_local_experts", reader.integer("num_experts", defaults.count));
  experts.used = reader.integer("num_experts_per_tok", defaults.used);
  experts.intermediate =
      defaults.intermediate > 0
          ? reader.integer("moe_intermediate_size", defaults.intermediate)
          : config.intermediate;
  experts.isNormalized = defaults.isAlwaysNormalized ||
                         reader.truth("norm_topk_prob", false);
  if (defaults.shared > 0)
    experts.sharedIntermediate =
        reader.integer("shared_expert_intermediate_size", defaults.shared);
  std::vector<int64_t> dense = reader.integers("mlp_only_layers");
  int64_t step = reader.integer("decoder_sparse_step", 1);
  if (step < 1) {
    reader.fail("decoder_sparse_step", "a positive number");
    return;
  }
  for (int64_t layer = 0; layer < config.layers; ++layer)
    experts.isDense.push_back(llvm::is_contained(dense, layer) ||
                              (layer + 1) % step != 0);
}

void DecoderReader::readGemma() {
  if (!architecture.isGemma)
    return;
  config.isNormOffset = true;
  config.embeddingScale = std::sqrt(double(config.width));
  if (architecture.name == "gemma")
    return;
  double scalar = reader.real("query_pre_attn_scalar", 256);
  if (scalar > 0)
    config.attentionScale = 1 / std::sqrt(scalar);
  else
    reader.fail("query_pre_attn_scalar", "a positive number");
  config.attentionSoftcap =
      reader.findReal("attn_logit_softcapping", architecture.attentionSoftcap)
          .value_or(0);
  config.logitSoftcap =
      reader.findReal("final_logit_softcapping", architecture.logitSoftcap)
          .value_or(0);
}

HuggingFaceConfig DecoderReader::read() {
  refuseUnsupported(reader);
  readSizes();
  readActivation();
  // What follows makes lists of as many as there are layers; the builder says
  // what is wrong with the number.
  if (config.layers < 0 || config.layers > kMostDecoderLayers)
    return {std::move(config)};
  readUnrotated();
  readWindow();
  readExperts();
  readGemma();
  if (architecture.name != "gpt2")
    readRotary(reader, architecture.rotary, config);
  return {std::move(config),
          reader.truth("tie_word_embeddings", architecture.isTied)};
}

static const Architecture *findArchitecture(StringRef name) {
  const auto *found = llvm::find_if(
      architectures, [&](const Architecture &each) { return each.name == name; });
  return found == std::end(architectures) ? nullptr : found;
}

llvm::Expected<HuggingFaceConfig>
weft::readHuggingFaceConfig(const json::Object &config, StringRef where) {
  std::string error;
  ConfigReader reader(config, where, error);
  std::string name = reader.text("model_type", "");
  if (error.empty() && name != kWithImages && !findArchitecture(name)) {
    auto names = llvm::map_range(
        architectures, [](const Architecture &each) { return each.name; });
    reader.fail("model_type",
                Twine("one of ") + llvm::join(names, ", ") + ", " + kWithImages);
  }
  HuggingFaceConfig result;
  if (!error.empty())
    return llvm::createStringError(error);
  if (name == kWithImages) {
    const json::Object nothing;
    const json::Object *text = reader.findObject("text_config");
    ConfigReader part = reader.enter("text_config", text ? *text : nothing);
    refuseUnsupported(reader);
    result = DecoderReader(part, *findArchitecture("gemma3_text")).read();
    result.isTied = reader.truth("tie_word_embeddings", result.isTied);
  } else {
    result = DecoderReader(reader, *findArchitecture(name)).read();
  }
  if (!error.empty())
    return llvm::createStringError(error);
  return result;
}
