// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Expected values are those of transformers' configuration classes and of
// modeling_rope_utils.py.

#include "lib/Import/HuggingFace/HuggingFaceConfig.h"
#include "lib/Import/Decoder/RotaryEmbedding.h"
#include "gtest/gtest.h"

#include <cmath>

using namespace weft;

namespace {
llvm::Expected<HuggingFaceConfig> tryRead(llvm::StringRef text) {
  llvm::json::Value value = llvm::cantFail(llvm::json::parse(text));
  return readHuggingFaceConfig(*value.getAsObject(), "'config.json'");
}

HuggingFaceConfig read(llvm::StringRef text) {
  return llvm::cantFail(tryRead(text));
}

std::string getMessage(llvm::StringRef text) {
  llvm::Expected<HuggingFaceConfig> config = tryRead(text);
  return config ? "" : llvm::toString(config.takeError());
}
} // namespace

TEST(HuggingFaceConfigTest, LlamaDefaults) {
  HuggingFaceConfig config = read(R"({"model_type": "llama"})");
  const DecoderConfig &decoder = config.decoder;
  EXPECT_FALSE(config.isTied);
  EXPECT_EQ(decoder.vocabulary, 32000);
  EXPECT_EQ(decoder.width, 4096);
  EXPECT_EQ(decoder.intermediate, 11008);
  EXPECT_EQ(decoder.layers, 32);
  EXPECT_EQ(decoder.heads, 32);
  EXPECT_EQ(decoder.keyHeads, 32);
  EXPECT_EQ(decoder.headWidth, 128);
  EXPECT_EQ(decoder.context, 2048);
  EXPECT_EQ(decoder.epsilon, 1e-6);
  EXPECT_EQ(decoder.rotary.base, 1e4);
  EXPECT_EQ(decoder.rotary.dims, 128);
  EXPECT_FALSE(decoder.rotary.isInterleaved);
  EXPECT_EQ(decoder.window, 0);
  EXPECT_EQ(decoder.experts.count, 0);
  EXPECT_FALSE(decoder.isNormOffset);
}

TEST(HuggingFaceConfigTest, NullIsNotAbsent) {
  EXPECT_EQ(read(R"({"model_type": "mistral"})").decoder.keyHeads, 8);
  EXPECT_EQ(read(R"({"model_type": "mistral", "num_key_value_heads": null})")
                .decoder.keyHeads,
            32);
  EXPECT_EQ(read(R"({"model_type": "mistral"})").decoder.window, 4096);
  EXPECT_EQ(read(R"({"model_type": "mistral", "sliding_window": null})")
                .decoder.window,
            0);
  EXPECT_EQ(read(R"({"model_type": "gemma2"})").decoder.attentionSoftcap, 50);
  EXPECT_EQ(
      read(R"({"model_type": "gemma2", "attn_logit_softcapping": null})")
          .decoder.attentionSoftcap,
      0);
}

TEST(HuggingFaceConfigTest, BothStylesOfRotation) {
  for (llvm::StringRef text :
       {R"({"model_type": "llama", "rope_theta": 5e5, "rope_scaling":
            {"rope_type": "llama3", "factor": 8, "low_freq_factor": 1,
             "high_freq_factor": 4, "original_max_position_embeddings": 8192}})",
        R"({"model_type": "llama", "rope_parameters":
            {"rope_theta": 5e5, "rope_type": "llama3", "factor": 8,
             "low_freq_factor": 1, "high_freq_factor": 4,
             "original_max_position_embeddings": 8192}})"}) {
    RotaryConfig rotary = read(text).decoder.rotary;
    EXPECT_EQ(rotary.scaling, RotaryConfig::Scaling::Llama3);
    EXPECT_EQ(rotary.base, 5e5);
    EXPECT_EQ(rotary.factor, 8);
    EXPECT_EQ(rotary.originalContext, 8192);
  }
  EXPECT_EQ(read(R"({"model_type": "llama", "rope_scaling":
                     {"type": "linear", "factor": 2}})")
                .decoder.rotary.scaling,
            RotaryConfig::Scaling::Linear);
  // Up to the context, where generation ends, it changes nothing.
  EXPECT_EQ(read(R"({"model_type": "llama", "rope_scaling":
                     {"type": "dynamic", "factor": 2}})")
                .decoder.rotary.scaling,
            RotaryConfig::Scaling::None);
}

TEST(HuggingFaceConfigTest, YarnFactors) {
  RotaryConfig rotary =
      read(R"({"model_type": "qwen2", "max_position_embeddings": 131072,
               "rope_scaling": {"type": "yarn", "factor": null,
                 "original_max_position_embeddings": 32768}})")
          .decoder.rotary;
  EXPECT_EQ(rotary.factor, 4);
  EXPECT_DOUBLE_EQ(computeRotaryFactor(rotary), 0.1 * std::log(4) + 1);
  rotary = read(R"({"model_type": "llama", "rope_scaling":
                    {"type": "yarn", "factor": 40, "mscale": 1.0,
                     "mscale_all_dim": 1.0, "truncate": false,
                     "original_max_position_embeddings": 4096}})")
               .decoder.rotary;
  EXPECT_EQ(computeRotaryFactor(rotary), 1);
  EXPECT_FALSE(rotary.isRampWhole);
}

TEST(HuggingFaceConfigTest, LongFactorsWhereTheContextIsLonger) {
  auto readPhi = [](int context) {
    return read((R"({"model_type": "phi3", "hidden_size": 32,
                     "num_attention_heads": 4, "partial_rotary_factor": 0.5,
                     "original_max_position_embeddings": 4096,
                     "max_position_embeddings": )" +
                 llvm::Twine(context) + R"(, "rope_scaling": {"type": "su",
                     "short_factor": [1, 2], "long_factor": [3, 4]}})")
                    .str())
        .decoder.rotary;
  };
  RotaryConfig rotary = readPhi(4096);
  EXPECT_EQ(rotary.dims, 4);
  EXPECT_EQ(rotary.divisors, (std::vector<double>{1, 2}));
  EXPECT_EQ(computeRotaryFactor(rotary), 1);
  rotary = readPhi(131072);
  EXPECT_EQ(rotary.divisors, (std::vector<double>{3, 4}));
  EXPECT_DOUBLE_EQ(computeRotaryFactor(rotary),
                   std::sqrt(1 + std::log(32) / std::log(4096)));
}

TEST(HuggingFaceConfigTest, Windows) {
  auto locals = [](llvm::StringRef text) {
    DecoderConfig config = read(text).decoder;
    std::string kinds;
    for (int64_t layer = 0; layer < config.layers; ++layer)
      kinds += config.isLocalLayer(layer) ? 'w' : '-';
    return kinds;
  };
  EXPECT_EQ(locals(R"({"model_type": "mistral", "num_hidden_layers": 3})"),
            "www");
  EXPECT_EQ(locals(R"({"model_type": "qwen2", "num_hidden_layers": 4,
                       "max_window_layers": 2})"),
            "----");
  EXPECT_EQ(locals(R"({"model_type": "qwen2", "num_hidden_layers": 4,
                       "max_window_layers": 2, "use_sliding_window": true})"),
            "--ww");
  EXPECT_EQ(locals(R"({"model_type": "qwen2_moe", "num_hidden_layers": 4,
                       "max_window_layers": 2, "use_sliding_window": true})"),
            "w---");
  EXPECT_EQ(locals(R"({"model_type": "gemma2", "num_hidden_layers": 4})"),
            "w-w-");
  EXPECT_EQ(locals(R"({"model_type": "gemma3_text", "num_hidden_layers": 7})"),
            "wwwww-w");
  EXPECT_EQ(locals(R"({"model_type": "gemma3_text", "num_hidden_layers": 2,
                       "layer_types": ["full_attention", "sliding_attention"]})"),
            "-w");
}

TEST(HuggingFaceConfigTest, GemmaWithImages) {
  HuggingFaceConfig config =
      read(R"({"model_type": "gemma3", "vision_config": {}, "text_config":
               {"hidden_size": 2560, "num_hidden_layers": 34,
                "rope_scaling": {"factor": 8.0, "rope_type": "linear"},
                "sliding_window": 1024}})");
  const DecoderConfig &decoder = config.decoder;
  EXPECT_TRUE(config.isTied);
  EXPECT_EQ(decoder.vocabulary, 262208);
  EXPECT_EQ(decoder.width, 2560);
  EXPECT_EQ(decoder.headWidth, 256);
  EXPECT_EQ(decoder.window, 1024);
  EXPECT_EQ(decoder.rotary.base, 1e6);
  EXPECT_EQ(decoder.rotary.factor, 8);
  EXPECT_TRUE(decoder.hasLocalRotary);
  EXPECT_EQ(decoder.localRotary.base, 1e4);
  EXPECT_EQ(decoder.localRotary.factor, 1);
  EXPECT_EQ(decoder.attentionScale, 1.0 / 16);
  EXPECT_TRUE(decoder.isNormOffset);
}

TEST(HuggingFaceConfigTest, Experts) {
  DecoderConfig config =
      read(R"({"model_type": "qwen2_moe", "num_hidden_layers": 4,
               "decoder_sparse_step": 2, "mlp_only_layers": [3]})")
          .decoder;
  EXPECT_EQ(config.experts.count, 60);
  EXPECT_EQ(config.experts.used, 4);
  EXPECT_EQ(config.experts.intermediate, 1408);
  EXPECT_EQ(config.experts.sharedIntermediate, 5632);
  EXPECT_FALSE(config.experts.isNormalized);
  EXPECT_FALSE(config.isExpertLayer(0));
  EXPECT_TRUE(config.isExpertLayer(1));
  EXPECT_FALSE(config.isExpertLayer(3));
  config = read(R"({"model_type": "mixtral"})").decoder;
  EXPECT_TRUE(config.experts.isNormalized);
  EXPECT_EQ(config.experts.intermediate, config.intermediate);
  EXPECT_EQ(config.rotary.base, 1e6);
}

TEST(HuggingFaceConfigTest, Gpt2Names) {
  HuggingFaceConfig config =
      read(R"({"model_type": "gpt2", "n_embd": 1024, "n_layer": 24,
               "n_head": 16, "n_positions": 512, "activation_function": "gelu"})");
  EXPECT_TRUE(config.isTied);
  EXPECT_EQ(config.decoder.width, 1024);
  EXPECT_EQ(config.decoder.intermediate, 4096);
  EXPECT_EQ(config.decoder.layers, 24);
  EXPECT_EQ(config.decoder.context, 512);
  EXPECT_EQ(config.decoder.activation, DecoderActivation::Gelu);
  EXPECT_EQ(config.decoder.norm, DecoderNorm::Layer);
  EXPECT_EQ(config.decoder.rotary.dims, 0);
}

TEST(HuggingFaceConfigTest, Refuses) {
  EXPECT_EQ(getMessage(R"({"model_type": "bert"})"),
            "'config.json': model_type: expected one of llama, mistral, "
            "mixtral, qwen2, qwen2_moe, qwen3, qwen3_moe, gemma, gemma2, "
            "gemma3_text, phi3, smollm3, gpt2, gemma3, found \"bert\"");
  EXPECT_EQ(getMessage("{}").substr(0, 39),
            "'config.json': model_type: expected one");
  EXPECT_EQ(getMessage(R"({"model_type": "llama", "hidden_size": "x"})"),
            "'config.json': hidden_size: expected a whole number, found \"x\"");
  EXPECT_EQ(getMessage(R"({"model_type": "llama", "hidden_act": "relu"})"),
            "'config.json': hidden_act: expected silu, gelu, gelu_new or "
            "gelu_pytorch_tanh, found \"relu\"");
  EXPECT_EQ(getMessage(R"({"model_type": "llama", "rope_scaling":
                          {"rope_type": "proportional"}})"),
            "'config.json': rope_scaling: rope_type: expected default, linear, "
            "dynamic, llama3, yarn or longrope, found \"proportional\"");
  EXPECT_EQ(getMessage(R"({"model_type": "llama", "rope_scaling":
                          {"rope_type": "linear"}})"),
            "'config.json': rope_scaling: factor: expected a number, which "
            "this scaling needs, found nothing");
  EXPECT_EQ(getMessage(R"({"model_type": "qwen2", "rope_scaling":
                          {"rope_type": "default", "mrope_section": [1]}})"),
            "'config.json': rope_scaling: mrope_section: expected no such "
            "setting, which is not supported, found [1]");
  EXPECT_EQ(getMessage(R"({"model_type": "phi3", "rope_scaling": {"type":
                          "longrope", "short_factor": [1]}})"),
            "'config.json': rope_scaling: short_factor: expected 48 positive "
            "numbers, one for each pair of rotated dimensions, found [1]");
  EXPECT_EQ(getMessage(R"({"model_type": "gpt2",
                          "scale_attn_by_inverse_layer_idx": true})"),
            "'config.json': scale_attn_by_inverse_layer_idx: expected false, "
            "other models are not supported, found true");
  EXPECT_EQ(getMessage(R"({"model_type": "llama", "quantization_config":
                          {"quant_method": "gptq"}})"),
            "'config.json': quantization_config: expected weights that are not "
            "quantized, take the model that 'gptq' was applied to, found "
            "{\"quant_method\":\"gptq\"}");
  EXPECT_EQ(getMessage(R"({"model_type": "qwen2", "num_hidden_layers": 2,
                          "use_sliding_window": true,
                          "layer_types": ["full_attention"]})"),
            "'config.json': layer_types: expected one for each of 2 layers, "
            "found [\"full_attention\"]");
  EXPECT_EQ(getMessage(R"({"model_type": "gemma3",
                          "text_config": {"sliding_window_pattern": 0}})"),
            "'config.json': text_config: sliding_window_pattern: expected a "
            "positive number, found 0");
}
