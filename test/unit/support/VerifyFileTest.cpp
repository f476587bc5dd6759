// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Support/VerifyFile.h"
#include "lib/Support/ModelFile.h"
#include "lib/Support/ModuleWriter.h"
#include "test/unit/support/TemporaryFolder.h"
#include "llvm/Support/xxhash.h"

using namespace weft;

static std::string writeModule(const TemporaryFolder &folder) {
  auto store = llvm::cantFail(WeightStore::create());
  llvm::cantFail(store->append("first", {"i8", {4}}, asBytes("abcd")));
  llvm::cantFail(store->append("second", {"i8", {8}}, asBytes("01234567")));
  ModuleWriter writer(ModuleOrigin{});
  writer.addCode({"cpu", "avx2", "x86_64-linux", {}, "some code"});
  for (const WeightSegment *segment : store->getSegments())
    writer.addWeight(*store, *segment);
  llvm::cantFail(writer.write(folder / "m.wm"));
  return folder / "m.wm";
}

TEST(VerifyFile, Module) {
  TemporaryFolder folder;
  auto verified = llvm::cantFail(verifyFile(writeModule(folder)));
  EXPECT_EQ(verified.kind, VerifiedFile::Kind::Module);
  EXPECT_EQ(verified.segments, 3u);
  EXPECT_EQ(verified.bytes, 21u);
}

TEST(VerifyFile, DamagedModule) {
  TemporaryFolder folder;
  writeModule(folder);
  std::string bytes = folder.read("m.wm");
  bytes[bytes.find("01234567")] ^= 1;
  bytes[bytes.find("some code")] ^= 1;
  std::string message =
      getMessage(verifyFile(folder.write("damaged.wm", bytes)));
  EXPECT_NE(message.find("code for 'avx2' is damaged"), std::string::npos)
      << message;
  EXPECT_NE(message.find("weight 'second' is damaged"), std::string::npos);
  EXPECT_EQ(message.find("weight 'first'"), std::string::npos);

  EXPECT_NE(
      getMessage(verifyFile(folder.write("cut.wm", bytes.substr(0, 9000))))
          .find("the file was cut short or is damaged"),
      std::string::npos);
  EXPECT_NE(getMessage(verifyFile(folder.write("cut.wm", bytes.substr(0, 60))))
                .find("is not a compiled module or is truncated"),
            std::string::npos);
  bytes[bytes.find("\"abi\"")] ^= 1;
  EXPECT_NE(getMessage(verifyFile(folder.write("damaged.wm", bytes)))
                .find("the manifest is damaged"),
            std::string::npos);
}

TEST(VerifyFile, Model) {
  TemporaryFolder folder;
  auto store = llvm::cantFail(WeightStore::create());
  llvm::cantFail(store->append("w", {"i8", {4}}, asBytes("abcd")));
  auto writeBytecode = [](llvm::raw_ostream &stream) {
    stream << "bytecode";
    return llvm::Error::success();
  };
  llvm::cantFail(
      writeModelFile(folder / "m.ir", {writeBytecode, {}, {}, {}}, *store));
  auto verified = llvm::cantFail(verifyFile(folder / "m.ir"));
  EXPECT_EQ(verified.kind, VerifiedFile::Kind::Model);
  EXPECT_EQ(verified.segments, 2u);
  EXPECT_EQ(verified.bytes, 12u);

  std::string bytes = folder.read("m.ir");
  bytes[bytes.find("abcd")] ^= 1;
  EXPECT_NE(getMessage(verifyFile(folder.write("damaged.ir", bytes)))
                .find("weight 'w' is damaged"),
            std::string::npos);
}

TEST(VerifyFile, FileChecksum) {
  TemporaryFolder folder;
  std::string bytes(5 << 20, 'x');
  auto file = llvm::cantFail(MappedFile::open(folder.write("f", bytes)));
  EXPECT_EQ(computeFileChecksum(*file), llvm::xxh3_64bits(bytes));
}
