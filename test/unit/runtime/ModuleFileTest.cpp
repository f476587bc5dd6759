// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The container: what is refused, and with which words.
#include "test/unit/runtime/Handles.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace weft::test;

static std::string openError(std::string bytes) {
  OpenModule module(std::move(bytes));
  EXPECT_EQ(module.status, WEFT_STATUS_BAD_MODULE);
  return module.error();
}

TEST(ModuleFile, OpensFromMemoryAndFromFile) {
  OpenModule module;
  EXPECT_EQ(module.status, WEFT_STATUS_OK) << module.error();
  EXPECT_EQ(module.error(), "");

  TemporaryFile file(FakeModule().build());
  WeftProgram *program;
  EXPECT_EQ(weft_program_open(file.getPath().c_str(), nullptr, &program),
            WEFT_STATUS_OK)
      << weft_program_error(program);
  weft_program_destroy(program);
}

TEST(ModuleFile, UnalignedMemoryIsCopied) {
  std::string bytes = FakeModule().build();
  for (int shift : {1, 8, 33}) {
    std::string shifted = std::string(shift, ' ') + bytes;
    WeftProgram *program;
    EXPECT_EQ(weft_program_open_memory(shifted.data() + shift, bytes.size(),
                                       nullptr, &program),
              WEFT_STATUS_OK)
        << weft_program_error(program);
    WeftWeightInfo weight = WEFT_WEIGHT_INFO_INIT;
    ASSERT_EQ(weft_program_weight(program, 0, &weight), WEFT_STATUS_OK);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(weight.data) % 64, 0u);
    weft_program_destroy(program);
  }
}

TEST(ModuleFile, EveryTruncationIsRefused) {
  std::string bytes = FakeModule().build();
  for (size_t size = 0; size < bytes.size();
       size += size < 200 || size + 200 > bytes.size() ? 1 : 97)
    openError(bytes.substr(0, size));
  EXPECT_CONTAINS(openError(bytes.substr(0, 63)),
                  "truncated: expected a header of 64 bytes, found 63");
  EXPECT_CONTAINS(openError(bytes.substr(0, bytes.size() - 1)),
                  "truncated: expected " + std::to_string(bytes.size()) +
                      " bytes, found " + std::to_string(bytes.size() - 1));
}

TEST(ModuleFile, TrailingBytesAreRefused) {
  std::string bytes = FakeModule().build();
  EXPECT_CONTAINS(openError(bytes + "x"), "memory: expected " +
                                              std::to_string(bytes.size()) +
                                              " bytes, found");
}

TEST(ModuleFile, EveryFlippedBitOfHeaderIsRefused) {
  std::string bytes = FakeModule().build();
  for (size_t bit = 0; bit < HeaderBytes * 8; ++bit) {
    std::string damaged = bytes;
    damaged[bit / 8] = char(damaged[bit / 8] ^ (1 << bit % 8));
    openError(damaged);
  }
}

TEST(ModuleFile, EveryFlippedByteOfManifestAndCodeIsRefused) {
  FakeModule module;
  std::string bytes = module.build();
  auto flip = [&](size_t at) {
    std::string damaged = bytes;
    damaged[at] = char(damaged[at] ^ 0x40);
    return openError(damaged);
  };
  size_t manifestBytes = module.manifest.dump().size();
  for (size_t at = bytes.size() - manifestBytes; at < bytes.size(); at += 7)
    EXPECT_CONTAINS(flip(at), "damaged manifest: expected checksum 0x");
  size_t code = module.manifest["code"][0]["offset"];
  size_t codeBytes = module.manifest["code"][0]["size"];
  for (size_t at = code; at < code + codeBytes; at += 211)
    EXPECT_CONTAINS(flip(at), "damaged code: expected checksum 0x");
}

TEST(ModuleFile, VerifyFindsDamagedWeightsAndAssets) {
  FakeModule module;
  std::string bytes = module.build();
  OpenModule whole(bytes);
  char message[200] = "x";
  EXPECT_EQ(weft_program_verify(whole.program, message, sizeof(message)),
            WEFT_STATUS_OK);
  EXPECT_STREQ(message, "");

  for (const char *kind : {"weights", "assets"}) {
    std::string damaged = bytes;
    size_t at = module.manifest[kind][0]["offset"];
    damaged[at] = char(damaged[at] ^ 1);
    // Opening reads neither: a large model opens in the time of a small one.
    OpenModule opened(damaged);
    ASSERT_EQ(opened.status, WEFT_STATUS_OK);
    EXPECT_EQ(weft_program_verify(opened.program, message, sizeof(message)),
              WEFT_STATUS_BAD_MODULE);
    EXPECT_CONTAINS(message,
                    std::string("damaged ") +
                        (kind[0] == 'w' ? "weight 'w'" : "asset 'vocab.txt'"));
  }
  char tiny[5];
  EXPECT_EQ(weft_program_verify(nullptr, tiny, sizeof(tiny)),
            WEFT_STATUS_INVALID_ARGUMENT);
  EXPECT_STREQ(tiny, "null");
}

TEST(ModuleFile, VersionsAreTold) {
  std::string bytes = FakeModule().build();
  setValue(bytes, VersionOffset, uint32_t(2));
  sealHeader(bytes);
  EXPECT_CONTAINS(openError(bytes),
                  "expected module format version 1, found 2; the module needs "
                  "a newer runtime");
  setValue(bytes, VersionOffset, uint32_t(0));
  sealHeader(bytes);
  EXPECT_CONTAINS(openError(bytes), "found 0; compile the model again");
}

TEST(ModuleFile, OtherFilesAreTold) {
  EXPECT_CONTAINS(openError(std::string(100, 'x')),
                  "expected a module that begins with 'WEFTMODL'");
  std::string bytes = FakeModule().build();
  setValue(bytes, HeaderSizeOffset, uint32_t(72));
  sealHeader(bytes);
  EXPECT_CONTAINS(openError(bytes), "expected a header of 64 bytes, found 72");
}

TEST(ModuleFile, ManifestOutsideOfFileIsRefused) {
  for (uint64_t offset : {uint64_t(0), uint64_t(1) << 40, UINT64_MAX}) {
    std::string bytes = FakeModule().build();
    setValue(bytes, ManifestOffsetOffset, offset);
    sealHeader(bytes);
    EXPECT_CONTAINS(openError(bytes),
                    "expected the manifest within the file's");
  }
  std::string bytes = FakeModule().build();
  setValue(bytes, ManifestSizeOffset, UINT64_MAX);
  sealHeader(bytes);
  EXPECT_CONTAINS(openError(bytes), "expected the manifest within the file's");
}

TEST(ModuleFile, PathsThatAreNoFilesAreRefused) {
  auto error = [](const char *path) {
    WeftProgram *program;
    EXPECT_EQ(weft_program_open(path, nullptr, &program),
              WEFT_STATUS_INVALID_ARGUMENT);
    std::string text = weft_program_error(program);
    weft_program_destroy(program);
    return text;
  };
  EXPECT_EQ(error("/no/such/file.wm"),
            "/no/such/file.wm: cannot open: No such file or directory");
  EXPECT_EQ(error("/tmp"), "/tmp: expected a regular file");
  EXPECT_EQ(error(nullptr), "expected a path, found null");
  TemporaryFile pipe;
  unlink(pipe.getPath().c_str());
  ASSERT_EQ(mkfifo(pipe.getPath().c_str(), 0600), 0);
  EXPECT_CONTAINS(error(pipe.getPath().c_str()), "expected a regular file");
}

TEST(ModuleFile, EmptyFileIsRefused) {
  TemporaryFile file;
  WeftProgram *program;
  EXPECT_EQ(weft_program_open(file.getPath().c_str(), nullptr, &program),
            WEFT_STATUS_BAD_MODULE);
  EXPECT_EQ(weft_program_error(program),
            file.getPath() +
                ": truncated: expected a header of 64 bytes, found 0");
  weft_program_destroy(program);
}
