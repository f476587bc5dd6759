// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Import/Gguf/GgufText.h"
#include "GgufBytes.h"
#include "lib/Import/Gguf/GgufTokenizer.h"
#include "lib/Import/Gguf/PreTokenizers.h"
#include "test/unit/support/TemporaryFolder.h"

using namespace weft;
using namespace weft::gguf;
using namespace weft::test;

namespace {
class GgufTextTest : public ::testing::Test {
protected:
  static std::string tokens(const std::vector<std::string> &texts) {
    std::string bytes;
    for (const std::string &token : texts)
      bytes += text(token);
    return list("tokenizer.ggml.tokens", 8, texts.size(), bytes);
  }

  static std::string id(const std::string &name, uint32_t value) {
    return entry("tokenizer.ggml." + name + "_token_id", 4, bytesOf(value));
  }

  static std::string flag(const std::string &name, bool value) {
    return entry("tokenizer.ggml.add_" + name + "_token", 7,
                 value ? "\1" : std::string(1, '\0'));
  }

  static std::string model(const std::string &name) {
    return entry("tokenizer.ggml.model", name);
  }

  llvm::Expected<GgufText> read(const std::vector<std::string> &entries) {
    auto file = GgufFile::open(folder.write("m.gguf", makeGguf(entries)));
    if (!file)
      return file.takeError();
    return readGgufText(**file);
  }

  TemporaryFolder folder;
};
} // namespace

TEST_F(GgufTextTest, ReadsIdsAndTemplate) {
  GgufText found = llvm::cantFail(
      read({model("gpt2"), tokens({"a", "b", "c", "d"}), id("bos", 1),
            id("eos", 2), id("eot", 3), flag("bos", true),
            entry("tokenizer.chat_template", "{{ x }}")}));
  EXPECT_EQ(found.bos, 1);
  EXPECT_EQ(found.eos, 2);
  EXPECT_EQ(found.eot, 3);
  EXPECT_EQ(found.unknown, std::nullopt);
  EXPECT_TRUE(found.addBos);
  EXPECT_FALSE(found.addEos);
  EXPECT_EQ(found.endOfGeneration, (std::set<int64_t>{2, 3}));
  EXPECT_EQ(found.chatTemplate, "{{ x }}");
}

TEST_F(GgufTextTest, EndsOfTurnsGoByTheirTexts) {
  GgufText found = llvm::cantFail(
      read({model("gpt2"), tokens({"a", "<|endoftext|>", "<|im_end|>"}),
            id("eos", 1)}));
  EXPECT_EQ(found.eot, 2);
  EXPECT_EQ(found.endOfGeneration, (std::set<int64_t>{1, 2}));
}

TEST_F(GgufTextTest, EndOfAMessageIsNoEndWhereOthersFollow) {
  GgufText found = llvm::cantFail(
      read({model("gpt2"), tokens({"<|end|>", "<|return|>", "<|call|>"})}));
  EXPECT_EQ(found.endOfGeneration, (std::set<int64_t>{1, 2}));
  EXPECT_EQ(found.eot, std::nullopt);
}

TEST_F(GgufTextTest, SilentFilesHaveTheDefaultsOfTheirKind) {
  std::vector<std::string> five = {"<unk>", "<s>", "</s>", "a", "b"};
  GgufText llama = llvm::cantFail(read({model("llama"), tokens(five)}));
  EXPECT_EQ(llama.bos, 1);
  EXPECT_EQ(llama.eos, 2);
  EXPECT_EQ(llama.unknown, 0);
  EXPECT_TRUE(llama.addBos);
  GgufText t5 = llvm::cantFail(read({model("t5"), tokens(five)}));
  EXPECT_EQ(t5.eos, 1);
  EXPECT_TRUE(t5.addEos);
  EXPECT_FALSE(t5.addBos);
  // 101 and 102 are not there, so nothing is added.
  GgufText bert = llvm::cantFail(read({model("bert"), tokens(five)}));
  EXPECT_EQ(bert.bos, std::nullopt);
  EXPECT_FALSE(bert.addBos);
  EXPECT_FALSE(bert.addSeparator);
  GgufText llama3 = llvm::cantFail(
      read({model("gpt2"), entry("tokenizer.ggml.pre", "llama-bpe"),
            tokens(five), id("bos", 0)}));
  EXPECT_TRUE(llama3.addBos);
}

TEST_F(GgufTextTest, RefusesPiecesWithTooManyMerges) {
  // Each of n pieces has as many merges of as many bytes.
  auto make = [&](size_t count) {
    std::vector<std::string> pieces{"<unk>", "<s>", "</s>"};
    for (size_t size = 1; size <= count; ++size)
      pieces.emplace_back(size, 'a');
    std::string scores(4 * pieces.size(), '\0');
    auto file = GgufFile::open(folder.write(
        "m.gguf",
        makeGguf({model("llama"), tokens(pieces),
                  list("tokenizer.ggml.scores", 6, pieces.size(), scores)})));
    llvm::Expected<std::string> json = makeTokenizerJson(**file);
    return json ? "" : llvm::toString(json.takeError());
  };
  EXPECT_EQ(make(60), "");
  EXPECT_NE(make(800).find("expected pieces with at most 67108864 bytes of "
                           "merges, found more by token"),
            std::string::npos);
}

TEST_F(GgufTextTest, RefusesIdsOutsideTheVocabulary) {
  std::string start = "'" + folder / "m.gguf" + "': ";
  EXPECT_EQ(getMessage(read({tokens({"a", "b"}), id("eos", 2)})),
            start + "'tokenizer.ggml.eos_token_id': expected a token of 0 to "
                    "1, found 2");
  EXPECT_EQ(llvm::cantFail(read({tokens({"a"}), id("padding", 2)})).padding,
            std::nullopt);
  EXPECT_EQ(getMessage(read({id("eos", 2)})),
            start + "'tokenizer.ggml.tokens': expected this key in the "
                    "metadata, found none");
  EXPECT_EQ(getMessage(read({tokens({"a", "\xff"})})),
            start + "'tokenizer.ggml.tokens': expected UTF-8, found token 1, "
                    "which is not");
}

TEST_F(GgufTextTest, ThePreTokenizersAreSorted) {
  llvm::SmallVector<llvm::StringRef> names;
  std::string list = listPreTokenizers();
  llvm::StringRef(list).split(names, ", ");
  EXPECT_TRUE(llvm::is_sorted(names));
  for (llvm::StringRef name : names)
    EXPECT_NE(findPreTokenizer(name), nullptr);
  EXPECT_EQ(findPreTokenizer("unheard-of"), nullptr);
}
