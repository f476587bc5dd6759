// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Import/HuggingFace/HuggingFaceAssets.h"
#include "GgufBytes.h"
#include "test/unit/support/TemporaryFolder.h"

using namespace weft;
using namespace weft::test;

namespace {
class HuggingFaceAssetsTest : public ::testing::Test {
protected:
  void SetUp() override { folder.write("model.safetensors", text("{}")); }

  ModelAssets read() {
    ModelAssets assets;
    readHuggingFaceAssets(llvm::cantFail(ModelFolder::open(folder / "")), 512,
                          assets);
    return assets;
  }

  /// The settings of generation, which come last.
  llvm::json::Object readGeneration() {
    ModelAssets assets = read();
    EXPECT_EQ(assets.back().first, "generation_config.json");
    return *llvm::cantFail(llvm::json::parse(assets.back().second))
                .getAsObject();
  }

  TemporaryFolder folder;
};
} // namespace

TEST_F(HuggingFaceAssetsTest, TextsAreThoseOfTheFolder) {
  folder.write("config.json", "{}");
  EXPECT_EQ(read().size(), 1u);
  folder.write("tokenizer.json", "{\"t\": 1}");
  folder.write("chat_template.jinja", "{{ x }}");
  ModelAssets assets = read();
  ASSERT_EQ(assets.size(), 3u);
  EXPECT_EQ(assets[0], std::pair(std::string("tokenizer.json"),
                                 std::string("{\"t\": 1}")));
  EXPECT_EQ(assets[1], std::pair(std::string("chat_template.jinja"),
                                 std::string("{{ x }}")));
}

TEST_F(HuggingFaceAssetsTest, SettingsOfGenerationGoFirst) {
  folder.write("config.json", R"({"bos_token_id": 1, "eos_token_id": 2})");
  folder.write("generation_config.json",
               R"({"eos_token_id": [7, 8], "temperature": 0.5,
                   "bos_token_id": null})");
  folder.write("tokenizer_config.json",
               R"({"bos_token": {"content": "<s>"}, "eos_token": "</s>"})");
  EXPECT_EQ(readGeneration(),
            (llvm::json::Object{{"bos_token_id", 1},
                                {"eos_token_id", llvm::json::Array{7, 8}},
                                {"temperature", 0.5},
                                {"bos_token", "<s>"},
                                {"eos_token", "</s>"},
                                {"max_position_embeddings", 512}}));
}

TEST_F(HuggingFaceAssetsTest, ConfigSaysWhatIsMissing) {
  folder.write("config.json", R"({"eos_token_id": 2})");
  EXPECT_EQ(readGeneration(),
            (llvm::json::Object{{"eos_token_id", llvm::json::Array{2}},
                                {"max_position_embeddings", 512}}));
  folder.write("config.json", R"({"text_config": {"eos_token_id": [3]}})");
  EXPECT_EQ(readGeneration(),
            (llvm::json::Object{{"eos_token_id", llvm::json::Array{3}},
                                {"max_position_embeddings", 512}}));
  folder.write("config.json", "{}");
  EXPECT_EQ(readGeneration(),
            (llvm::json::Object{{"eos_token_id", llvm::json::Array{}},
                                {"max_position_embeddings", 512}}));
}
