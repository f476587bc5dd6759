// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Export/Gguf/GgufWriter.h"
#include "lib/Export/Gguf/QuantizeBlocks.h"
#include "lib/Import/Gguf/GgufFile.h"
#include "test/unit/support/TemporaryFolder.h"
#include <limits>

using namespace weft;

static GgufWriter::WriteData writeText(std::string text) {
  return [text = std::move(text)](llvm::raw_ostream &stream) {
    stream << text;
    return llvm::Error::success();
  };
}

TEST(GgufWriter, WritesWhatTheReaderReads) {
  TemporaryFolder folder;
  GgufWriter writer;
  writer.addString("general.architecture", "llama");
  writer.addInteger("i", 7);
  writer.addFloat("f", 0.5f);
  writer.addBool("b", true);
  writer.addIntegers("is", {-1, 2});
  writer.addFloats("fs", {1.5f});
  writer.addStrings("ss", {"x", "", "yz"});
  writer.addTensor("m", GgufType::I8, {2, 3}, writeText("abcdef"));
  writer.addTensor("s", GgufType::I8, {}, writeText("z"));
  std::string path = folder / "m.gguf";
  ASSERT_EQ(getMessage(writer.write(path)), "success");
  auto file = llvm::cantFail(GgufFile::open(path));
  EXPECT_EQ(llvm::cantFail(file->getString("general.architecture")), "llama");
  EXPECT_EQ(llvm::cantFail(file->getInteger("i")), 7);
  EXPECT_EQ(llvm::cantFail(file->getFloat("f")), 0.5);
  EXPECT_TRUE(*llvm::cantFail(file->findBool("b")));
  EXPECT_EQ(llvm::cantFail(file->getIntegers("is")),
            (std::vector<int64_t>{-1, 2}));
  EXPECT_EQ(*llvm::cantFail(file->findFloats("fs")),
            (std::vector<double>{1.5}));
  EXPECT_EQ(llvm::cantFail(file->getStrings("ss")),
            (std::vector<llvm::StringRef>{"x", "", "yz"}));
  const GgufTensor *m = file->findTensor("m");
  ASSERT_TRUE(m);
  EXPECT_EQ(m->dims, (llvm::SmallVector<int64_t, 4>{2, 3}));
  EXPECT_EQ(m->getBlocks()[5], 'f');
  EXPECT_EQ(file->findTensor("s")->getBlocks()[0], 'z');
  EXPECT_EQ(folder.count(), 1u);
}

TEST(GgufWriter, RefusesWhatNoFileCanHold) {
  TemporaryFolder folder;
  std::string path = folder / "m.gguf";
  auto errorOf = [&](const GgufWriter &writer) {
    std::string message = getMessage(writer.write(path));
    EXPECT_EQ(folder.count(), 0u);
    return message;
  };
  GgufWriter twice;
  twice.addInteger("k", 1);
  twice.addInteger("k", 2);
  EXPECT_EQ(errorOf(twice),
            "cannot write '" + path + "': key 'k' is there twice");
  GgufWriter tensors;
  tensors.addTensor("t", GgufType::I8, {1}, writeText("a"));
  tensors.addTensor("t", GgufType::I8, {1}, writeText("a"));
  EXPECT_EQ(errorOf(tensors),
            "cannot write '" + path + "': tensor 't' is there twice");
  std::vector<std::vector<int64_t>> wrongDims = {
      {48}, {1, 1, 1, 1, 32}, {-1, 32}, {}};
  for (const std::vector<int64_t> &dims : wrongDims) {
    GgufWriter wrong;
    wrong.addTensor("t", GgufType::Q4_0, dims, writeText(""));
    EXPECT_EQ(errorOf(wrong), "cannot write '" + path +
                                  "': tensor 't': expected at most 4 "
                                  "dimensions with rows of a multiple of 32 "
                                  "values, as type Q4_0 has them");
  }
  GgufWriter few;
  few.addTensor("t", GgufType::I8, {4}, writeText("abc"));
  EXPECT_EQ(errorOf(few), "tensor 't': expected 4 bytes of data, found 3");
  GgufWriter failing;
  failing.addTensor("t", GgufType::I8, {1}, [](llvm::raw_ostream &) {
    return llvm::createStringError("no data");
  });
  EXPECT_EQ(errorOf(failing), "no data");
}

TEST(QuantizeBlocks, NothingIsUndefinedForTinyAndHugeValues) {
  float tiny = std::numeric_limits<float>::denorm_min();
  float huge = std::numeric_limits<float>::max();
  for (float value : {tiny, -tiny, huge, -huge, 0.0f})
    for (GgufType type : {GgufType::Q4_0, GgufType::Q4_1, GgufType::Q5_0,
                          GgufType::Q5_1, GgufType::Q8_0}) {
      float values[32] = {0, value, -value, value / 2};
      uint8_t blocks[34];
      quantize(type, values, blocks, 32);
    }
  EXPECT_TRUE(canQuantize(GgufType::BF16));
  EXPECT_FALSE(canQuantize(GgufType::Q4_K));
}
