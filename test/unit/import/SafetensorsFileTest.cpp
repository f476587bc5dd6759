// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Import/Safetensors/SafetensorsFile.h"
#include "GgufBytes.h"
#include "lib/Import/Safetensors/ModelFolder.h"
#include "test/unit/support/TemporaryFolder.h"

using namespace weft;
using namespace weft::test;

/// A file with this header and so many bytes of data.
static std::string makeFile(const std::string &header, size_t dataBytes) {
  return text(header) + std::string(dataBytes, 'd');
}

/// The header's entry of a tensor of bytes.
static std::string bytesAt(const std::string &name, int begin, int end) {
  return "\"" + name + "\": {\"dtype\": \"U8\", \"shape\": [" +
         std::to_string(end - begin) + "], \"data_offsets\": [" +
         std::to_string(begin) + ", " + std::to_string(end) + "]}";
}

namespace {
class SafetensorsFileTest : public ::testing::Test {
protected:
  std::string getError(const std::string &bytes) {
    std::string path = folder.write("m.safetensors", bytes);
    std::string message = getMessage(SafetensorsFile::open(path));
    std::string start = "'" + path + "': ";
    EXPECT_EQ(message.substr(0, start.size()), start);
    return message.size() < start.size() ? message
                                         : message.substr(start.size());
  }

  std::string getHeaderError(const std::string &header, size_t dataBytes = 4) {
    return getError(makeFile(header, dataBytes));
  }

  TemporaryFolder folder;
};
} // namespace

TEST_F(SafetensorsFileTest, ReadsTensorsInTheOrderOfTheirData) {
  std::string path =
      folder.write("m.safetensors",
                   makeFile("{\"b\": {\"dtype\": \"BF16\", \"shape\": [2, 1], "
                            "\"data_offsets\": [3, 7]}, " +
                                bytesAt("a", 0, 3) +
                                ", \"s\": {\"dtype\": \"BOOL\", \"shape\": [], "
                                "\"data_offsets\": [7, 8]}, "
                                "\"__metadata__\": {\"format\": \"pt\"}}   ",
                            8));
  auto file = llvm::cantFail(SafetensorsFile::open(path));
  ASSERT_EQ(file->getTensors().size(), 3u);
  EXPECT_EQ(file->getTensors()[0].name, "a");
  const SafetensorsTensor *b = file->findTensor("b");
  ASSERT_TRUE(b);
  EXPECT_EQ(b->dtype, "bf16");
  EXPECT_EQ(b->dims, (llvm::SmallVector<int64_t, 4>{2, 1}));
  EXPECT_EQ(b->getBytes().size(), 4u);
  EXPECT_EQ(file->findTensor("s")->getNumElements(), 1);
  EXPECT_EQ(file->findTensor("s")->dtype, "i1");
  EXPECT_EQ(file->findTensor("none"), nullptr);
  ASSERT_EQ(file->getMetadata().size(), 1u);
  EXPECT_EQ(file->getMetadata()[0].second, "pt");
}

TEST_F(SafetensorsFileTest, RefusesOtherFiles) {
  EXPECT_EQ(getError("abc"),
            "expected a safetensors file of at least 8 bytes, found 3");
  EXPECT_EQ(getError(bytesOf<uint64_t>(100'000'001)),
            "expected a safetensors header of at most 100000000 bytes, found "
            "100000001: it is no safetensors file or damaged");
  EXPECT_EQ(getError(bytesOf<uint64_t>(9) + "{}"),
            "expected a header of 9 bytes, found 2 before the end of the file: "
            "it is short or damaged");
  EXPECT_EQ(getHeaderError("[]"), "the header is not a JSON object");
  EXPECT_EQ(getHeaderError("{").substr(0, 31),
            "the header is not valid JSON: [");
  EXPECT_EQ(getHeaderError(std::string(100, '[')),
            "the header nests deeper than 64 levels");
}

TEST_F(SafetensorsFileTest, RefusesDuplicates) {
  EXPECT_EQ(getHeaderError("{" + bytesAt("a", 0, 4) + ", " +
                           bytesAt("a", 0, 4) + "}"),
            "expected 'a' once in the header, found it twice");
  EXPECT_EQ(getHeaderError("{" + bytesAt("a", 0, 4) + ", " +
                           bytesAt("\\u0061", 0, 4) + "}"),
            "expected 'a' once in the header, found it twice");
  EXPECT_EQ(getHeaderError("{\"t\": {\"dtype\": \"U8\", \"dtype\": \"I8\", "
                           "\"shape\": [4], \"data_offsets\": [0, 4]}}"),
            "expected 'dtype' once in the header, found it twice");
}

TEST_F(SafetensorsFileTest, RefusesMoreObjectsThanModelsHave) {
  // Braces in texts are none.
  std::string path = folder.write(
      "m.safetensors",
      makeFile(R"({"__metadata__": {"a": "\"{{"}, )" + bytesAt("b", 0, 4) + "}",
               4));
  EXPECT_EQ(getMessage(SafetensorsFile::open(path)), "success");
  std::string many = R"({"a": {})";
  for (int i = 0; i < 1 << 18; ++i)
    many += R"(, "a": {})";
  EXPECT_EQ(getHeaderError(many + "}"),
            "the header has more than 262144 objects");
}

TEST_F(SafetensorsFileTest, RefusesGapsAndOverlap) {
  EXPECT_EQ(getHeaderError("{" + bytesAt("a", 0, 2) + ", " +
                           bytesAt("b", 3, 4) + "}"),
            "tensor 'b': expected data at offset 2, behind the tensor before "
            "it, found 3");
  EXPECT_EQ(getHeaderError("{" + bytesAt("a", 0, 2) + ", " +
                           bytesAt("b", 1, 4) + "}"),
            "tensor 'b': expected data at offset 2, behind the tensor before "
            "it, found 1");
  EXPECT_EQ(getHeaderError("{" + bytesAt("a", 0, 5) + "}"),
            "tensor 'a': expected 5 bytes at offset 0 of the data, which has "
            "4: the file is short or damaged");
  EXPECT_EQ(getHeaderError("{" + bytesAt("a", 0, 3) + "}"),
            "expected 3 bytes of data, which the tensors have, found 4");
}

TEST_F(SafetensorsFileTest, RefusesWrongTensors) {
  auto errorOf = [&](const std::string &tensor) {
    return getHeaderError("{\"t\": " + tensor + "}");
  };
  EXPECT_EQ(errorOf("1"), "tensor 't': expected an object");
  EXPECT_EQ(errorOf("{}"), "tensor 't': expected a string 'dtype'");
  EXPECT_EQ(errorOf("{\"dtype\": \"F8_E4M3\"}"),
            "tensor 't': has dtype F8_E4M3, expected one of F64, F32, F16, "
            "BF16, I64, I32, I16, I8, U64, U32, U16, U8, BOOL");
  EXPECT_EQ(errorOf("{\"dtype\": \"U8\"}"),
            "tensor 't': expected a list 'shape'");
  for (const char *dim : {"-1", "0.5", "\"1\"", "18446744073709551616"})
    EXPECT_EQ(
        errorOf("{\"dtype\": \"U8\", \"shape\": [" + std::string(dim) + "]}"),
        "tensor 't': expected a 'shape' of whole numbers of at least 0");
  for (const char *offsets :
       {"", ", \"data_offsets\": [0]", ", \"data_offsets\": [2, 1]",
        ", \"data_offsets\": [-4, 0]", ", \"offsets\": [0, 4]"})
    EXPECT_EQ(errorOf("{\"dtype\": \"U8\", \"shape\": [4]" +
                      std::string(offsets) + "}"),
              "tensor 't': expected 'data_offsets' to be [begin, end] with 0 "
              "<= begin <= end");
  EXPECT_EQ(errorOf("{\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": "
                    "[0, 4]}"),
            "tensor 't': expected 8 bytes for 2xf32, found data_offsets of 4");
  EXPECT_NE(errorOf("{\"dtype\": \"F32\", \"shape\": [4294967296, "
                    "4294967296], \"data_offsets\": [0, 4]}")
                .find("tensor 't': "),
            std::string::npos);
  EXPECT_EQ(getHeaderError("{\"__metadata__\": 1}"),
            "expected '__metadata__' to be an object of strings");
  EXPECT_EQ(getHeaderError("{\"__metadata__\": {\"k\": 1}}"),
            "expected '__metadata__' to be an object of strings, found "
            "something else at 'k'");
}

TEST_F(SafetensorsFileTest, RefusesIndicesThatDoNotFit) {
  std::string index = folder / "model.safetensors.index.json";
  auto errorOf = [&](const std::string &json) {
    folder.write("model.safetensors.index.json", json);
    return getMessage(SafetensorsFile::open(index));
  };
  std::string shard = folder.write("s.safetensors",
                                   makeFile("{" + bytesAt("a", 0, 4) + "}", 4));
  EXPECT_EQ(errorOf("{}"), "'" + index +
                               "': field 'weight_map' is missing, expected an "
                               "object of file names");
  EXPECT_EQ(errorOf("{\"weight_map\": {\"a\": \"../s.safetensors\"}}"),
            "'" + index +
                "': tensor 'a': expected the name of a file in the same "
                "folder, found '../s.safetensors'");
  EXPECT_EQ(errorOf("{\"weight_map\": {\"a\": 1}}"),
            "'" + index +
                "': tensor 'a': expected the name of a file in the same "
                "folder, found something else");
  EXPECT_EQ(errorOf("{\"weight_map\": {\"b\": \"s.safetensors\"}}"),
            "'" + shard + "': expected tensor 'b', which '" + index +
                "' lists there, found none: index and shards are from "
                "different models");
  std::string twin = folder.write("t.safetensors",
                                  makeFile("{" + bytesAt("a", 0, 4) + "}", 4));
  EXPECT_EQ(errorOf("{\"weight_map\": {\"a\": \"s.safetensors\", \"b\": "
                    "\"t.safetensors\"}}"),
            "'" + twin +
                "': tensor 'a': expected it in one shard, found it "
                "in '" +
                shard + "' too");
}

TEST_F(SafetensorsFileTest, ModelFolderReadsWhatIsThere) {
  folder.write("config.json", "{\"hidden_size\": 64}");
  folder.write("generation_config.json", "{\"eos_token_id\": [1, 2]}");
  folder.write(
      "tokenizer_config.json",
      "{\"chat_template\": [{\"name\": \"tools\", \"template\": \"t\"}, "
      "{\"name\": \"default\", \"template\": \"d\"}]}");
  folder.write("tokenizer.json", "{}");
  folder.write("model.safetensors",
               makeFile("{" + bytesAt("a", 0, 4) + "}", 4));
  ModelFolder model = llvm::cantFail(ModelFolder::open(folder / ""));
  EXPECT_EQ(model.config.getInteger("hidden_size"), 64);
  EXPECT_EQ(model.generationConfig.getArray("eos_token_id")->size(), 2u);
  EXPECT_EQ(llvm::cantFail(model.getTokenizerJson()), "{}");
  EXPECT_EQ(model.chatTemplate, "d");
  EXPECT_TRUE(model.weights->findTensor("a"));
  folder.write("chat_template.jinja", "j");
  EXPECT_EQ(llvm::cantFail(ModelFolder::open(folder / "")).chatTemplate, "j");
}

TEST_F(SafetensorsFileTest, ModelFolderSaysWhatIsMissing) {
  std::string path = folder / "";
  EXPECT_EQ(getMessage(ModelFolder::open(folder / "none")),
            "'" + folder / "none" + "': expected a folder, found nothing");
  EXPECT_EQ(getMessage(ModelFolder::open(path)),
            "'" + folder / "config.json" +
                "': expected this file in the folder of a model, found none: "
                "download all files of the model's repository into the folder");
  folder.write("config.json", "{}");
  EXPECT_EQ(getMessage(ModelFolder::open(path)),
            "'" + path +
                "': expected model.safetensors or "
                "model.safetensors.index.json in the folder, found neither");
  folder.write("pytorch_model.bin", "");
  EXPECT_EQ(getMessage(ModelFolder::open(path)),
            "'" + path +
                "': expected model.safetensors or "
                "model.safetensors.index.json in the folder, found neither, "
                "but 'pytorch_model.bin': write them with transformers: "
                "AutoModelForCausalLM.from_pretrained(folder)."
                "save_pretrained(folder, safe_serialization=True)");
  folder.write("model.safetensors", makeFile("{}", 0));
  ModelFolder model = llvm::cantFail(ModelFolder::open(path));
  EXPECT_EQ(model.chatTemplate, "");
  EXPECT_EQ(getMessage(model.getTokenizerJson()),
            "'" + folder / "tokenizer.json" +
                "': expected this file in the folder of a model, found none: "
                "write it with transformers: AutoTokenizer.from_pretrained("
                "folder).save_pretrained(folder)");
  folder.write("config.json", "[");
  EXPECT_NE(getMessage(ModelFolder::open(path))
                .find("config.json' is not valid JSON: "),
            std::string::npos);
}
