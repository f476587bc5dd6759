// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the compiler writes, read by the runtime: they share no code.

#include "lib/Support/ModuleWriter.h"
#include "runtime/program/ModuleFile.h"
#include "test/unit/support/TemporaryFolder.h"

using namespace weft;
using runtime::ModuleFile;

static ModuleWriter makeWriter(WeightStore &store) {
  ModuleOrigin origin;
  origin.sourceFile = "model.onnx";
  origin.sourceChecksum = 0xfedcba9876543210;
  ModuleWriter writer(origin);
  writer.addFunction(
      {"main",
       "weft_fn_main",
       123,
       {{"x", "f32", {1, llvm::StringRef("batch")}, ""},
        {"h", "f32", {2}, "h"}},
       {{"y", "i64", {llvm::StringRef("")}, ""}, {"hn", "f32", {2}, "h"}}});
  writer.addCode({"cpu", "avx2", "x86_64-linux", {"avx2", "fma"}, "code"});
  writer.addWeight(store, *store.find("w"));
  writer.addWeight(store, *store.find("empty"));
  writer.addWeight({"p", {"bf16", {3, 5}}, "panel16"},
                   [](llvm::raw_ostream &stream) {
                     stream << std::string(160, 'p');
                     return llvm::Error::success();
                   });
  writer.addAsset("labels", "cat\n");
  writer.addDispatch({"k0", "contract", "/MatMul", 1e12, 64.5});
  writer.addMessage("index {0} is out of range");
  writer.addExtern("my_kernel");
  return writer;
}

static std::unique_ptr<WeightStore> makeStore() {
  auto store = llvm::cantFail(WeightStore::create());
  llvm::cantFail(store->append("w", {"f32", {2}}, asBytes("01234567")));
  llvm::cantFail(store->append("empty", {"f32", {0, 2}}, {}));
  return store;
}

static void checkModule(const ModuleFile &file) {
  const runtime::Manifest &manifest = file.getManifest();
  ASSERT_EQ(manifest.functions.size(), 1u);
  const runtime::Function &function = manifest.functions[0];
  EXPECT_EQ(function.symbol, "weft_fn_main");
  EXPECT_EQ(function.arenaBytes, 123u);
  ASSERT_EQ(function.inputs.size(), 2u);
  EXPECT_EQ(function.inputs[0].dims[0].size, 1);
  EXPECT_EQ(manifest.symbols[function.inputs[0].dims[1].symbol], "batch");
  EXPECT_EQ(function.inputs[1].state, function.outputs[1].state);
  EXPECT_EQ(function.outputs[0].dims[0].size, -1);
  EXPECT_EQ(function.outputs[0].dims[0].symbol, -1);
  EXPECT_EQ(function.outputs[0].dtype, WEFT_DTYPE_I64);

  ASSERT_EQ(manifest.code.size(), 1u);
  EXPECT_EQ(manifest.code[0].level, "avx2");
  EXPECT_EQ(manifest.code[0].features,
            (std::vector<std::string>{"avx2", "fma"}));
  EXPECT_EQ(file.getBytes(manifest.code[0].segment), "code");
  ASSERT_EQ(manifest.weights.size(), 3u);
  EXPECT_EQ(file.getBytes(manifest.weights[0].segment), "01234567");
  EXPECT_EQ(file.getBytes(manifest.weights[1].segment), "");
  EXPECT_EQ(manifest.weights[2].layout, "panel16");
  EXPECT_EQ(file.getBytes(manifest.weights[2].segment), std::string(160, 'p'));
  for (const runtime::Weight &weight : manifest.weights)
    EXPECT_TRUE(file.verify(weight.segment, weight.name).ok());
  ASSERT_EQ(manifest.assets.size(), 1u);
  EXPECT_EQ(file.getBytes(manifest.assets[0].segment), "cat\n");
  ASSERT_EQ(manifest.dispatches.size(), 1u);
  EXPECT_EQ(manifest.dispatches[0].flops, 1e12);
  EXPECT_EQ(manifest.dispatches[0].bytes, 64.5);
  EXPECT_EQ(manifest.messages,
            std::vector<std::string>{"index {0} is out of range"});
  EXPECT_EQ(manifest.externs, std::vector<std::string>{"my_kernel"});
}

TEST(ModuleLoad, File) {
  TemporaryFolder folder;
  auto store = makeStore();
  llvm::cantFail(makeWriter(*store).write(folder / "m.wm"));
  std::unique_ptr<ModuleFile> file;
  runtime::Status status = ModuleFile::open(folder / "m.wm", file);
  ASSERT_TRUE(status.ok()) << status.getMessage();
  checkModule(*file);
}

TEST(ModuleLoad, Memory) {
  auto store = makeStore();
  auto module = llvm::cantFail(makeWriter(*store).writeToMemory());
  std::unique_ptr<ModuleFile> file;
  runtime::Status status =
      ModuleFile::openMemory(asText(module->getBytes()), file);
  ASSERT_TRUE(status.ok()) << status.getMessage();
  // Nothing is copied.
  EXPECT_EQ(static_cast<const void *>(file->getData()),
            module->getBytes().data());
  checkModule(*file);
}
