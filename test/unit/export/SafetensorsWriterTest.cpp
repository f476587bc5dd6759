// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Export/Safetensors/SafetensorsWriter.h"
#include "lib/Import/Safetensors/SafetensorsFile.h"
#include "test/unit/support/TemporaryFolder.h"

using namespace weft;

static SafetensorsWriter::WriteData writeText(std::string text) {
  return [text = std::move(text)](llvm::raw_ostream &stream) {
    stream << text;
    return llvm::Error::success();
  };
}

TEST(SafetensorsWriter, WritesWhatTheReaderReads) {
  TemporaryFolder folder;
  SafetensorsWriter writer;
  writer.addMetadata("format", "pt");
  writer.addTensor("bytes", {"ui8", {3}}, writeText("abc"));
  writer.addTensor("floats", {"f32", {2, 1}}, writeText("12345678"));
  writer.addTensor("halves", {"bf16", {}}, writeText("xy"));
  std::string path = folder / "m.safetensors";
  ASSERT_EQ(getMessage(writer.write(path)), "success");
  auto file = llvm::cantFail(SafetensorsFile::open(path));
  EXPECT_EQ(file->getTensors()[0].name, "floats");
  EXPECT_EQ(file->getTensors()[0].offset % 8, 0u);
  EXPECT_EQ(file->getTensors()[1].name, "halves");
  EXPECT_EQ(file->findTensor("bytes")->getBytes()[2], 'c');
  EXPECT_EQ(file->findTensor("floats")->dims,
            (llvm::SmallVector<int64_t, 4>{2, 1}));
  EXPECT_EQ(file->getMetadata()[0].second, "pt");
}

TEST(SafetensorsWriter, RefusesWhatNoFileCanHold) {
  TemporaryFolder folder;
  std::string path = folder / "m.safetensors";
  std::string start = "cannot write '" + path + "': ";
  auto errorOf =
      [&](std::initializer_list<std::pair<std::string, WeightType>> tensors,
          const std::string &data) {
        SafetensorsWriter writer;
        for (const auto &[name, type] : tensors)
          writer.addTensor(name, type, writeText(data));
        std::string message = getMessage(writer.write(path));
        EXPECT_EQ(folder.count(), 0u);
        return message;
      };
  WeightType byte{"ui8", {1}};
  EXPECT_EQ(errorOf({{"t", byte}, {"t", byte}}, "a"),
            start + "tensor 't' is there twice");
  EXPECT_EQ(errorOf({{"\xff", byte}}, "a"),
            start + "expected names in UTF-8, found one that is not");
  EXPECT_EQ(errorOf({{"t", {"f8", {1}}}}, "a").substr(0, start.size() + 12),
            start + "tensor 't': ");
  EXPECT_EQ(errorOf({{"t", byte}}, "ab"),
            "tensor 't': expected 1 bytes of data, found 2");
}
