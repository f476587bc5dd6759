// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Support/MappedFile.h"
#include "test/unit/support/TemporaryFolder.h"
#include <sys/stat.h>

using namespace weft;

TEST(MappedFile, WholeAndRanges) {
  TemporaryFolder folder;
  auto file = llvm::cantFail(MappedFile::open(folder.write("f", "0123456789")));
  EXPECT_EQ(asText(file->getBytes()), "0123456789");
  EXPECT_EQ(asText(llvm::cantFail(file->getRange(3, 4))), "3456");
  EXPECT_EQ(asText(llvm::cantFail(file->getRange(10, 0))), "");
  file->release(file->getBytes());
  EXPECT_EQ(asText(file->getBytes()), "0123456789");
}

TEST(MappedFile, RangesOutside) {
  TemporaryFolder folder;
  std::string path = folder.write("f", "0123456789");
  auto file = llvm::cantFail(MappedFile::open(path));
  EXPECT_EQ(getMessage(file->getRange(8, 3)),
            "'" + path +
                "' has 10 bytes, expected 3 bytes at offset 8: the file is "
                "short or damaged");
  for (auto [offset, size] : {std::pair<uint64_t, uint64_t>{11, 0},
                              {0, UINT64_MAX},
                              {UINT64_MAX, 2},
                              {5, UINT64_MAX - 3}})
    EXPECT_NE(getMessage(file->getRange(offset, size)), "success");
}

TEST(MappedFile, Empty) {
  TemporaryFolder folder;
  auto file = llvm::cantFail(MappedFile::open(folder.write("f", "")));
  EXPECT_EQ(file->getSizeBytes(), 0u);
  EXPECT_EQ(getMessage(file->getRange(0, 0)), "success");
  file->release(file->getBytes());
}

TEST(MappedFile, Unreadable) {
  TemporaryFolder folder;
  EXPECT_EQ(getMessage(MappedFile::open(folder / "none")),
            "cannot open '" + (folder / "none") +
                "': No such file or directory");
  EXPECT_EQ(getMessage(MappedFile::open(folder / ".")),
            "cannot read '" + (folder / ".") + "': it is a folder");
  // A pipe without a writer must not be waited for.
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(getMessage(MappedFile::open(folder / "pipe")),
            "cannot read '" + (folder / "pipe") +
                "': it is not a regular file");
}
