// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The bytes of a module, taken apart by hand.

#include "lib/Support/ModuleWriter.h"
#include "lib/Support/VerifyFile.h"
#include "test/unit/support/TemporaryFolder.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/xxhash.h"

using namespace weft;
using llvm::support::endian::read32le;
using llvm::support::endian::read64le;

namespace {

ModuleWriter::Producer makeProducer(std::string bytes) {
  return [bytes](llvm::raw_ostream &stream) {
    stream << bytes;
    return llvm::Error::success();
  };
}

/// A module with one of each thing.
ModuleWriter makeWriter() {
  ModuleWriter writer({"model.onnx", 0x1234, "--cpu avx2"});
  writer.addFunction(
      {"main",
       "weft_fn_main",
       4096,
       {{"x", "f32", {1, llvm::StringRef("batch")}, ""},
        {"h", "f32", {2}, "h"}},
       {{"y", "i64", {llvm::StringRef("")}, ""}, {"hn", "f32", {2}, "h"}}});
  writer.addCode({"cpu",
                  "avx2",
                  "x86_64-linux",
                  {"avx2", "fma"},
                  "\x7f"
                  "ELF"});
  EXPECT_EQ(writer.addWeight({"w", {"f32", {2}}}, makeProducer("01234567")), 0);
  EXPECT_EQ(writer.addWeight({"p", {"i8", {3}}, "panel16"},
                             makeProducer(std::string(16, 'p'))),
            1);
  writer.addAsset("labels", "cat\n");
  writer.addDimRange({"batch", 1, 8});
  writer.addDimRange({"batch", 2, 4});
  EXPECT_EQ(
      writer.addDispatch({"k0", "contract", "/MatMul", 1e9, 64, "f32[2]"}), 0);
  EXPECT_EQ(writer.addMessage("index {0} is out of range"), 0);
  EXPECT_EQ(writer.addMessage("other"), 1);
  EXPECT_EQ(writer.addMessage("index {0} is out of range"), 0);
  EXPECT_EQ(writer.addExtern("my_kernel"), 0);
  return writer;
}

llvm::json::Object readManifest(llvm::StringRef module) {
  return std::move(*llvm::cantFail(llvm::json::parse(module.substr(
                                       read64le(module.data() + 24),
                                       read64le(module.data() + 32))))
                        .getAsObject());
}

/// The bytes of entry \p number of the manifest's list \p list.
llvm::StringRef getSegment(llvm::StringRef module,
                           const llvm::json::Object &manifest,
                           llvm::StringRef list, size_t number) {
  const llvm::json::Object &entry =
      *(*manifest.getArray(list))[number].getAsObject();
  uint64_t offset = *entry.getInteger("offset");
  EXPECT_EQ(offset % 4096, 0u);
  llvm::StringRef bytes = module.substr(offset, *entry.getInteger("size"));
  EXPECT_EQ(*entry.getString("xxh3"), formatChecksum(llvm::xxh3_64bits(bytes)));
  return bytes;
}

} // namespace

TEST(ModuleWriter, Header) {
  TemporaryFolder folder;
  EXPECT_EQ(getMessage(makeWriter().write(folder / "m.wm")), "success");
  std::string module = folder.read("m.wm");
  EXPECT_EQ(module.substr(0, 8), "WEFTMODL");
  EXPECT_EQ(read32le(module.data() + 8), 1u);
  EXPECT_EQ(read32le(module.data() + 12), 64u);
  EXPECT_EQ(read64le(module.data() + 16), module.size());
  EXPECT_EQ(read64le(module.data() + 40),
            llvm::xxh3_64bits(llvm::StringRef(module).substr(
                read64le(module.data() + 24), read64le(module.data() + 32))));
  EXPECT_EQ(read64le(module.data() + 48),
            llvm::xxh3_64bits(llvm::StringRef(module).take_front(48)));
  EXPECT_EQ(read64le(module.data() + 56), 0u);
}

TEST(ModuleWriter, Manifest) {
  TemporaryFolder folder;
  llvm::cantFail(makeWriter().write(folder / "m.wm"));
  std::string module = folder.read("m.wm");
  llvm::json::Object manifest = readManifest(module);
  EXPECT_EQ(getSegment(module, manifest, "code", 0), "\x7f"
                                                     "ELF");
  EXPECT_EQ(getSegment(module, manifest, "weights", 0), "01234567");
  EXPECT_EQ(getSegment(module, manifest, "weights", 1), std::string(16, 'p'));
  EXPECT_EQ(getSegment(module, manifest, "assets", 0), "cat\n");

  for (const char *list : {"code", "weights", "assets"})
    for (llvm::json::Value &entry : *manifest.getArray(list))
      for (const char *field : {"offset", "size", "xxh3"})
        entry.getAsObject()->erase(field);
  manifest.erase("compiler");
  llvm::json::Value expected = llvm::cantFail(llvm::json::parse(R"({
    "format": 1, "abi": 2,
    "source": {"file": "model.onnx", "xxh3": "0000000000001234"},
    "flags": "--cpu avx2", "target": "cpu", "precision": "f32",
    "functions": [{"name": "main", "symbol": "weft_fn_main",
      "arenaBytes": 4096,
      "inputs": [{"name": "x", "dtype": "f32", "dims": [1, "batch"]},
                 {"name": "h", "dtype": "f32", "dims": [2], "state": "h"}],
      "outputs": [{"name": "y", "dtype": "i64", "dims": ["?"]},
                  {"name": "hn", "dtype": "f32", "dims": [2], "state": "h"}]}],
    "dimRanges": {"batch": [1, 8]},
    "code": [{"target": "cpu", "level": "avx2", "triple": "x86_64-linux",
              "features": ["avx2", "fma"]}],
    "weights": [{"name": "w", "dtype": "f32", "dims": [2],
                 "layout": "row-major"},
                {"name": "p", "dtype": "i8", "dims": [3],
                 "layout": "panel16"}],
    "assets": [{"name": "labels"}],
    "dispatches": [{"name": "k0", "op": "contract", "node": "/MatMul",
                    "flops": 1000000000, "bytes": 64,
                    "results": "f32[2]"}],
    "messages": ["index {0} is out of range", "other"],
    "externs": ["my_kernel"]})"));
  EXPECT_EQ(llvm::json::Value(std::move(manifest)), expected);
}

TEST(ModuleWriter, MemoryAndFileAreTheSame) {
  TemporaryFolder folder;
  llvm::cantFail(makeWriter().write(folder / "m.wm"));
  ModuleWriter writer = makeWriter();
  auto memory = llvm::cantFail(writer.writeToMemory());
  EXPECT_EQ(asText(memory->getBytes()), folder.read("m.wm"));
}

TEST(ModuleWriter, WeightFromTheStore) {
  TemporaryFolder folder;
  auto store = llvm::cantFail(WeightStore::create());
  llvm::cantFail(store->append("w", {"i8", {4}}, asBytes("abcd")));
  ModuleWriter writer(ModuleOrigin{});
  writer.addWeight(*store, *store->find("w"));
  llvm::cantFail(writer.write(folder / "m.wm"));
  std::string module = folder.read("m.wm");
  EXPECT_EQ(getSegment(module, readManifest(module), "weights", 0), "abcd");
}

TEST(ModuleWriter, Refused) {
  TemporaryFolder folder;
  auto tryWeight = [&](ModuleWeight weight, std::string bytes) {
    ModuleWriter writer(ModuleOrigin{});
    writer.addWeight(std::move(weight), makeProducer(std::move(bytes)));
    return getMessage(writer.write(folder / "m.wm"));
  };
  EXPECT_EQ(tryWeight({"w", {"f32", {2}}}, "short"),
            "weight 'w' of type 2xf32 needs 8 bytes, found 5");
  EXPECT_EQ(tryWeight({"", {"f32", {2}}}, ""),
            "a module cannot hold this: the name of weight '' is empty");
  EXPECT_EQ(tryWeight({"\xff", {"f32", {2}}}, ""),
            "a module cannot hold this: the name of weight '\xef\xbf\xbd' is "
            "not valid UTF-8");
  EXPECT_EQ(tryWeight({"w", {"f32", llvm::SmallVector<int64_t, 4>(17, 1)}}, ""),
            "a module cannot hold this: weight 'w' has rank 17, at most 16 is "
            "possible");
  ModuleWriter writer(ModuleOrigin{});
  writer.addWeight({"w", {"f32", {2}}}, [](llvm::raw_ostream &) {
    return llvm::createStringError("cannot pack");
  });
  EXPECT_EQ(getMessage(writer.write(folder / "m.wm")), "cannot pack");
  EXPECT_EQ(folder.count(), 0u);
}

TEST(ModuleWriter, TextsForPeopleAreMadeReadable) {
  TemporaryFolder folder;
  ModuleOrigin origin;
  origin.sourceFile = "m\xff.onnx";
  ModuleWriter writer(origin);
  writer.addMessage(std::string(5000, 'x'));
  writer.addDispatch({"k", "op", std::string("a\0b", 3)});
  llvm::cantFail(writer.write(folder / "m.wm"));
  llvm::json::Object manifest = readManifest(folder.read("m.wm"));
  EXPECT_EQ(manifest.getObject("source")->getString("file"),
            "m\xef\xbf\xbd.onnx");
  EXPECT_EQ((*manifest.getArray("messages"))[0].getAsString()->size(), 4000u);
  EXPECT_EQ(
      (*manifest.getArray("dispatches"))[0].getAsObject()->getString("node"),
      "a b");
}
