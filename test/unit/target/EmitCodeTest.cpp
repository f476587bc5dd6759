// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From IR to bytes that the runtime loads and runs.

#include "lib/Support/ContentCache.h"
#include "test/unit/support/TemporaryFolder.h"
#include "test/unit/target/CompiledModule.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/FormatVariadic.h"
#include <gtest/gtest.h>
#include <sys/resource.h>

using namespace weft;
using namespace weft::testing;

static bool contains(llvm::StringRef text, llvm::StringRef part) {
  return text.contains(part);
}

/// Two kernels, one entry that takes the address of the first, a table of
/// constants and a private helper: everything that crosses parts.
static const char *const twoKernels = R"mlir(
llvm.mlir.global private constant @table(dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>) : !llvm.array<4 x f32>

llvm.func private @half(%x: f32) -> f32 {
  %half = arith.constant 0.5 : f32
  %0 = arith.mulf %x, %half : f32
  llvm.return %0 : f32
}

llvm.func private @scale(%args: !llvm.ptr, %begin: i64, %end: i64, %scratch: !llvm.ptr) -> i32 {
  %c1 = arith.constant 1 : i64
  %zero = arith.constant 0 : i32
  %data = llvm.load %args : !llvm.ptr -> !llvm.ptr
  scf.for %i = %begin to %end step %c1 : i64 {
    %p = llvm.getelementptr %data[%i] : (!llvm.ptr, i64) -> !llvm.ptr, vector<4xf32>
    %x = llvm.load %p {alignment = 4 : i64} : !llvm.ptr -> vector<4xf32>
    %t = llvm.mlir.addressof @table : !llvm.ptr
    %y = llvm.load %t {alignment = 4 : i64} : !llvm.ptr -> vector<4xf32>
    %z = arith.mulf %x, %y : vector<4xf32>
    llvm.store %z, %p {alignment = 4 : i64} : vector<4xf32>, !llvm.ptr
  }
  llvm.return %zero : i32
}

llvm.func @weft_fn_scale(%args: !llvm.ptr, %count: i64) -> i32 {
  %c0 = arith.constant 0 : i64
  %kernel = llvm.mlir.addressof @scale : !llvm.ptr
  %none = llvm.mlir.zero : !llvm.ptr
  %status = llvm.call %kernel(%args, %c0, %count, %none) : !llvm.ptr, (!llvm.ptr, i64, i64, !llvm.ptr) -> i32
  llvm.return %status : i32
}

llvm.func @weft_fn_half(%x: f32) -> f32 {
  %0 = llvm.call @half(%x) : (f32) -> f32
  llvm.return %0 : f32
}
)mlir";

TEST(EmitCodeTest, RunsInTheRuntime) {
  CompiledModule module(twoKernels);
  auto *scale = module.get<int32_t(float **, int64_t)>("scale");
  auto *half = module.get<float(float)>("half");
  ASSERT_TRUE(scale && half);
  float data[8] = {1, 1, 1, 1, 2, 2, 2, 2};
  float *args[1] = {data};
  EXPECT_EQ(scale(args, 2), 0);
  EXPECT_EQ(std::vector<float>(data, data + 8),
            (std::vector<float>{1, 2, 3, 4, 2, 4, 6, 8}));
  EXPECT_EQ(half(3), 1.5f);
}

TEST(EmitCodeTest, ResultDependsNotOnThreads) {
  cpu::CodeOptions options = avx2Options();
  options.threads = 1;
  std::string one = llvm::cantFail(compile(twoKernels, options));
  options.threads = 3;
  EXPECT_EQ(one, llvm::cantFail(compile(twoKernels, options)));
}

TEST(EmitCodeTest, ExportsEntriesAlone) {
  std::string bytes = llvm::cantFail(compile(twoKernels, avx2Options()));
  auto object = llvm::object::ObjectFile::createELFObjectFile(
      llvm::MemoryBufferRef(bytes, "code"));
  ASSERT_TRUE(bool(object));
  auto &elf = llvm::cast<llvm::object::ELF64LEObjectFile>(**object);
  std::vector<std::string> dynamic;
  for (const llvm::object::ELFSymbolRef &symbol :
       elf.getDynamicSymbolIterators())
    dynamic.push_back(llvm::cantFail(symbol.getName()).str());
  llvm::sort(dynamic);
  EXPECT_EQ(dynamic,
            (std::vector<std::string>{"weft_fn_half", "weft_fn_scale"}));
  std::vector<std::string> all;
  for (const llvm::object::SymbolRef &symbol : elf.symbols())
    all.push_back(llvm::cantFail(symbol.getName()).str());
  EXPECT_TRUE(llvm::is_contained(all, "scale"))
      << "perf needs the kernel's name";
}

TEST(EmitCodeTest, WritesLineTables) {
  cpu::CodeOptions options = avx2Options();
  options.debugInfo = true;
  std::string bytes = llvm::cantFail(compile(twoKernels, options));
  auto object = llvm::object::ObjectFile::createELFObjectFile(
      llvm::MemoryBufferRef(bytes, "code"));
  ASSERT_TRUE(bool(object));
  bool hasLines = false;
  for (const llvm::object::SectionRef &section : (*object)->sections())
    hasLines |= llvm::cantFail(section.getName()) == ".debug_line";
  EXPECT_TRUE(hasLines);
  std::unique_ptr<runtime::CodeObject> loaded;
  EXPECT_TRUE(runtime::CodeObject::load(bytes, -1, loaded).ok());
}

TEST(EmitCodeTest, NamesAnUndefinedSymbol) {
  llvm::Expected<std::string> bytes = compile(R"mlir(
llvm.func @sinf(f32) -> f32
llvm.func @weft_fn_sin(%x: f32) -> f32 {
  %0 = llvm.call @sinf(%x) : (f32) -> f32
  llvm.return %0 : f32
}
)mlir",
                                              avx2Options());
  ASSERT_FALSE(bool(bytes));
  EXPECT_TRUE(contains(llvm::toString(bytes.takeError()), "sinf"));
}

TEST(EmitCodeTest, WritesText) {
  cpu::CodeOptions options = avx2Options();
  options.kind = cpu::CodeKind::LLVMText;
  EXPECT_TRUE(contains(llvm::cantFail(compile(twoKernels, options)),
                       "define hidden i32 @scale("));
  options.kind = cpu::CodeKind::Assembly;
  EXPECT_TRUE(contains(llvm::cantFail(compile(twoKernels, options)), "vmulps"));
}

TEST(EmitCodeTest, UsesTheWholeRegister) {
  static const char *const wide = R"mlir(
llvm.func @weft_fn_add(%p: !llvm.ptr) {
  %x = llvm.load %p {alignment = 4 : i64} : !llvm.ptr -> vector<16xf32>
  %y = arith.addf %x, %x : vector<16xf32>
  llvm.store %y, %p {alignment = 4 : i64} : vector<16xf32>, !llvm.ptr
  llvm.return
}
)mlir";
  cpu::CodeOptions options = avx2Options();
  options.kind = cpu::CodeKind::Assembly;
  EXPECT_FALSE(contains(llvm::cantFail(compile(wide, options)), "%zmm"));
  options.level = llvm::cantFail(cpu::getLevel("avx512"));
  EXPECT_TRUE(contains(llvm::cantFail(compile(wide, options)), "%zmm"));
  EXPECT_FALSE(contains(llvm::cantFail(compile(wide, options)), "%ymm"));
}

TEST(EmitCodeTest, TakesMoreKernelsThanOpenFiles) {
  std::string source;
  for (int i = 0; i < 100; ++i)
    source += llvm::formatv("llvm.func @weft_fn_{0}(%x: f32) -> f32 {{\n"
                            "  llvm.return %x : f32\n}\n",
                            i)
                  .str();
  rlimit before;
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
  rlimit few = {64, before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &few), 0);
  llvm::Expected<std::string> bytes = compile(source, avx2Options());
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &before), 0);
  EXPECT_TRUE(bool(bytes)) << llvm::toString(bytes.takeError());
}

/// What a cache that knows twoKernels still has of `source`: the functions are
/// scale, weft_fn_scale and weft_fn_half.
static unsigned countKept(llvm::StringRef source,
                          cpu::CodeOptions options = avx2Options()) {
  TemporaryFolder folder;
  ContentCache cache(folder / "cache");
  cpu::CodeOptions first = avx2Options();
  first.cache = options.cache = &cache;
  llvm::cantFail(compile(twoKernels, first));
  EXPECT_EQ(cache.getHits(), 0u);
  EXPECT_EQ(cache.getMisses(), 3u);
  std::string kept = llvm::cantFail(compile(source, options));
  EXPECT_EQ(cache.getHits() + cache.getMisses(), 6u);
  options.cache = nullptr;
  EXPECT_EQ(kept, llvm::cantFail(compile(source, options)));
  return cache.getHits();
}

static std::string replaceAll(std::string text, llvm::StringRef from,
                              llvm::StringRef to) {
  for (size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

TEST(EmitCodeTest, KeepsWhatIsTheSame) {
  EXPECT_EQ(countKept(twoKernels), 3u);
  // Whoever launches a kernel knows its name; the kernel does not.
  EXPECT_EQ(countKept(replaceAll(twoKernels, "@scale", "@scale_2")), 2u);
  // A constant or a function that is copied counts as its content.
  EXPECT_EQ(countKept(replaceAll(twoKernels, "@table", "@other")), 3u);
  EXPECT_EQ(countKept(replaceAll(twoKernels, "4.0", "5.0")), 2u);
  EXPECT_EQ(countKept(replaceAll(twoKernels, "@half", "@other")), 3u);
  EXPECT_EQ(countKept(replaceAll(twoKernels, "0.5", "0.25")), 2u);
}

TEST(EmitCodeTest, KeepsNothingForOtherCode) {
  // An operand, an attribute, a flag, a number.
  EXPECT_EQ(countKept(replaceAll(twoKernels, "mulf %x, %y", "mulf %y, %x")),
            2u);
  EXPECT_EQ(countKept(replaceAll(twoKernels, "= 4 : i64", "= 8 : i64")), 2u);
  EXPECT_EQ(countKept(replaceAll(twoKernels, "getelementptr %",
                                 "getelementptr inbounds %")),
            2u);
  EXPECT_EQ(countKept(replaceAll(twoKernels, "arith.constant 0 : i32",
                                 "arith.constant 7 : i32")),
            2u);
  cpu::CodeOptions options = avx2Options();
  options.level = llvm::cantFail(cpu::getLevel("avx512"));
  EXPECT_EQ(countKept(twoKernels, options), 0u);
}
