// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Import/Gguf/GgufFile.h"
#include "GgufBytes.h"
#include "test/unit/support/TemporaryFolder.h"

using namespace weft;
using namespace weft::test;

namespace {
class GgufFileTest : public ::testing::Test {
protected:
  std::unique_ptr<GgufFile> open(const std::string &bytes) {
    auto file = GgufFile::open(folder.write("m.gguf", bytes));
    if (file)
      return std::move(*file);
    ADD_FAILURE() << llvm::toString(file.takeError());
    return nullptr;
  }

  /// What is wrong with the file, without its path.
  std::string getError(const std::string &bytes) {
    std::string path = folder.write("m.gguf", bytes);
    std::string message = getMessage(GgufFile::open(path));
    std::string start = "'" + path + "': ";
    EXPECT_EQ(message.substr(0, start.size()), start);
    return message.size() < start.size() ? message
                                         : message.substr(start.size());
  }

  TemporaryFolder folder;
};
} // namespace

TEST_F(GgufFileTest, ReadsMetadataInItsOrder) {
  auto file =
      open(makeGguf({entry("z", "last first"), entry("a", 4, bytesOf(7u)),
                     list("l", 8, 2, text("x") + text(""))}));
  ASSERT_TRUE(file);
  EXPECT_EQ(file->getVersion(), 3u);
  ASSERT_EQ(file->getMetadata().size(), 3u);
  EXPECT_EQ(file->getMetadata()[0].key, "z");
  EXPECT_EQ(file->getMetadata()[2].describeType(), "array of 2 string");
  EXPECT_EQ(*file->find("z")->asString(), "last first");
  EXPECT_EQ(*file->find("l")->asStrings(),
            (std::vector<llvm::StringRef>{"x", ""}));
  EXPECT_EQ(file->find("none"), nullptr);
}

TEST_F(GgufFileTest, ReadsVersion2) {
  std::string bytes = makeGguf({entry("k", "v")});
  bytes[4] = 2;
  auto file = open(bytes);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->getVersion(), 2u);
}

TEST_F(GgufFileTest, IntegersComeFromAnyIntegerType) {
  auto file = open(makeGguf({entry("u8", 0, "\xff"), entry("i8", 1, "\xff"),
                             entry("u16", 2, bytesOf<uint16_t>(65535)),
                             entry("i16", 3, bytesOf<int16_t>(-2)),
                             entry("u32", 4, bytesOf<uint32_t>(4000000000)),
                             entry("i32", 5, bytesOf<int32_t>(-3)),
                             entry("u64", 10, bytesOf<uint64_t>(1ull << 62)),
                             entry("i64", 11, bytesOf<int64_t>(-4)),
                             entry("big", 10, bytesOf<uint64_t>(1ull << 63)),
                             entry("f", 6, bytesOf(1.0f))}));
  ASSERT_TRUE(file);
  auto get = [&](llvm::StringRef key) {
    return llvm::cantFail(file->getInteger(key));
  };
  EXPECT_EQ(get("u8"), 255);
  EXPECT_EQ(get("i8"), -1);
  EXPECT_EQ(get("u16"), 65535);
  EXPECT_EQ(get("i16"), -2);
  EXPECT_EQ(get("u32"), 4000000000);
  EXPECT_EQ(get("i32"), -3);
  EXPECT_EQ(get("u64"), int64_t(1) << 62);
  EXPECT_EQ(get("i64"), -4);
  EXPECT_EQ(llvm::cantFail(file->getFloat("u8")), 255.0);
  EXPECT_EQ(llvm::cantFail(file->getFloat("f")), 1.0);
  std::string path = folder / "m.gguf";
  EXPECT_EQ(getMessage(file->getInteger("big")),
            "'" + path + "': 'big': expected an integer below 2^63, found u64");
  EXPECT_EQ(getMessage(file->getInteger("f")),
            "'" + path + "': 'f': expected an integer below 2^63, found f32");
  EXPECT_EQ(getMessage(file->getInteger("none")),
            "'" + path +
                "': 'none': expected this key in the metadata, found none");
  EXPECT_EQ(llvm::cantFail(file->findInteger("none")), std::nullopt);
}

TEST_F(GgufFileTest, ListsAndScalarsOfThem) {
  auto file = open(makeGguf(
      {list("i", 5, 2, bytesOf(-1) + bytesOf(2)), entry("one", 4, bytesOf(9u)),
       list("b", 7, 2, std::string("\1\0", 2)), list("f", 6, 1, bytesOf(0.5f)),
       list("none", 4, 0, ""), entry("s", "text"), entry("t", 7, "\1")}));
  ASSERT_TRUE(file);
  using Integers = std::vector<int64_t>;
  EXPECT_EQ(llvm::cantFail(file->getIntegers("i")), (Integers{-1, 2}));
  EXPECT_EQ(llvm::cantFail(file->getIntegers("one")), (Integers{9}));
  EXPECT_EQ(llvm::cantFail(file->getIntegers("b")), (Integers{1, 0}));
  EXPECT_EQ(llvm::cantFail(file->getIntegers("none")), Integers());
  EXPECT_EQ(*llvm::cantFail(file->findFloats("f")), (std::vector<double>{0.5}));
  EXPECT_EQ(*llvm::cantFail(file->findFloats("i")),
            (std::vector<double>{-1, 2}));
  EXPECT_EQ(llvm::cantFail(file->getStrings("s")),
            (std::vector<llvm::StringRef>{"text"}));
  EXPECT_TRUE(*llvm::cantFail(file->findBool("t")));
  std::string start = "'" + folder / "m.gguf" + "': ";
  EXPECT_EQ(getMessage(file->findIntegers("f")),
            start + "'f': expected integers below 2^63, found array of 1 f32");
  EXPECT_EQ(getMessage(file->findFloats("s")),
            start + "'s': expected numbers, found string");
  EXPECT_EQ(getMessage(file->findStrings("i")),
            start + "'i': expected strings, found array of 2 i32");
  EXPECT_EQ(getMessage(file->findString("i")),
            start + "'i': expected a string, found array of 2 i32");
  EXPECT_EQ(getMessage(file->findBool("one")),
            start + "'one': expected a bool, found u32");
}

TEST_F(GgufFileTest, TensorsHaveDimensionsOutermostFirst) {
  std::string data = "abcdef" + std::string(26, '\0') + bytesOf(1.5f) +
                     bytesOf(2.5f) + std::string(24, '\0') + "s";
  auto file =
      open(makeGguf({},
                    {tensor("m", {3, 2}, 24, 0), tensor("v", {2}, 0, 32),
                     tensor("s", {}, 24, 64), tensor("e", {0, 5}, 0, 0)},
                    data));
  ASSERT_TRUE(file);
  const GgufTensor *m = file->findTensor("m");
  ASSERT_TRUE(m);
  EXPECT_EQ(m->dims, (llvm::SmallVector<int64_t, 4>{2, 3}));
  EXPECT_EQ(m->getBlocks()[5], 'f');
  EXPECT_EQ(m->sizeBytes, 6u);
  float values[2];
  const GgufTensor *v = file->findTensor("v");
  dequantize(v->type, v->getBlocks().data(), values, v->getNumElements());
  EXPECT_EQ(values[1], 2.5f);
  EXPECT_EQ(file->findTensor("s")->getNumElements(), 1);
  EXPECT_EQ(file->findTensor("e")->sizeBytes, 0u);
  EXPECT_EQ(file->findTensor("none"), nullptr);
  EXPECT_EQ(file->getTensors()[2].name, "s");
}

TEST_F(GgufFileTest, AlignmentIsTheFilesOwn) {
  std::string data = bytesOf(1.0f) + std::string(60, '\0') + bytesOf(2.0f);
  auto file = open(makeGguf({entry("general.alignment", 4, bytesOf(64u))},
                            {tensor("a", {1}, 0, 0), tensor("b", {1}, 0, 64)},
                            data, 64));
  ASSERT_TRUE(file);
  EXPECT_EQ(file->findTensor("b")->offset % 64, 0u);
  EXPECT_EQ(getError(makeGguf({entry("general.alignment", 4, bytesOf(24u))})),
            "key 'general.alignment': expected a power of two, found 24");
  EXPECT_EQ(getError(makeGguf({entry("general.alignment", "x")})),
            "key 'general.alignment': expected a power of two, found string");
}

TEST_F(GgufFileTest, RefusesOtherFiles) {
  EXPECT_EQ(getError(""),
            "expected 4 bytes at offset 0, found 0 before the end of the file: "
            "it is short or damaged");
  EXPECT_EQ(getError("PK\3\4................"),
            "expected a GGUF file, which begins with the bytes 47 47 55 46, "
            "found 504b0304");
  EXPECT_EQ(getError("GGUF" + bytesOf(1u) + std::string(16, '\0')),
            "expected GGUF version 2 or 3, found 1: convert the model again");
  EXPECT_EQ(getError("GGUF" + bytesOf(4u) + std::string(16, '\0')),
            "expected GGUF version 2 or 3, found 4");
  EXPECT_EQ(getError("GGUF" + bytesOf(3u << 24) + std::string(16, '\0')),
            "expected a little-endian GGUF file, found a big-endian one");
  EXPECT_EQ(getMessage(GgufFile::open(folder / "none.gguf")),
            "cannot open '" + folder / "none.gguf" +
                "': No such file or directory");
}

TEST_F(GgufFileTest, CountsDriveNoAllocation) {
  std::string huge = "GGUF" + bytesOf(3u) + bytesOf(~0ull) + bytesOf(~0ull);
  EXPECT_EQ(getError(huge),
            "key 0 of 18446744073709551615: expected 8 bytes at offset 24, "
            "found 0 before the end of the file: it is short or damaged");
  std::string manyTensors =
      "GGUF" + bytesOf(3u) + bytesOf(~0ull) + bytesOf(0ull);
  EXPECT_EQ(getError(manyTensors),
            "tensor 0 of 18446744073709551615: expected 8 bytes at offset 24, "
            "found 0 before the end of the file: it is short or damaged");
  EXPECT_EQ(getError(makeGguf({list("l", 8, ~0ull, text("x"))})),
            "key 'l': expected 18446744073709551615 strings at offset 49, "
            "found 15 bytes before the end of the file: it is short or "
            "damaged");
  EXPECT_EQ(getError(makeGguf({list("l", 12, 1ull << 61, "")})),
            "key 'l': expected 2305843009213693952 f64 at offset 49, found 15 "
            "bytes before the end of the file: it is short or damaged");
  EXPECT_EQ(getError(makeGguf({entry("k", 8, bytesOf(~0ull))})),
            "key 'k': expected 18446744073709551615 bytes at offset 45, found "
            "19 before the end of the file: it is short or damaged");
}

TEST_F(GgufFileTest, RefusesAlignmentThatIsCutOff) {
  EXPECT_EQ(getError(makeGguf({entry("general.alignment", 100, "")})),
            "key 'general.alignment': expected a value type of 0 to 12 at "
            "offset 49, found 100");
}

TEST_F(GgufFileTest, RefusesLongNames) {
  auto make = [](size_t size) {
    return makeGguf({}, {tensor(std::string(size, 'a'), {}, 0, 0)},
                    std::string(4, '\0'));
  };
  ASSERT_TRUE(open(make(1024)));
  EXPECT_EQ(getError(make(1025)), "tensor 0 of 1: expected a name of at most "
                                  "1024 bytes, found 1025");
}

TEST_F(GgufFileTest, RefusesWrongMetadata) {
  EXPECT_EQ(getError(makeGguf({entry("k", 13, "x")})),
            "key 'k': expected a value type of 0 to 12 at offset 33, found 13");
  EXPECT_EQ(getError(makeGguf({list("k", 9, 0, "")})),
            "key 'k': expected an array of scalars or strings, found one of "
            "arrays");
  EXPECT_EQ(getError(makeGguf({entry("k", "a"), entry("k", "b")})),
            "key 'k': expected it once, found it twice");
}

TEST_F(GgufFileTest, RefusesWrongTensors) {
  std::string data(64, '\0');
  auto errorOf = [&](const std::string &info) {
    return getError(makeGguf({}, {info}, data));
  };
  EXPECT_EQ(errorOf(tensor("t", {1, 1, 1, 1, 1}, 0, 0)),
            "tensor 't': expected at most 4 dimensions, found 5");
  EXPECT_EQ(errorOf(tensor("t", {-1}, 0, 0)),
            "tensor 't': expected dimensions of at least 0, found [-1]");
  EXPECT_EQ(errorOf(tensor("t", {16, 2}, 2, 0)),
            "tensor 't': expected rows of a multiple of 32 values, as type "
            "Q4_0 has them, found [2, 16]");
  EXPECT_EQ(errorOf(tensor("t", {1ll << 32, 1ll << 32}, 24, 0)),
            "tensor 't': expected fewer than 2^63 bytes, found [4294967296, "
            "4294967296] of type I8");
  EXPECT_EQ(errorOf(tensor("t", {1ll << 62}, 0, 0)),
            "tensor 't': expected fewer than 2^63 bytes, found "
            "[4611686018427387904] of type F32");
  EXPECT_EQ(errorOf(tensor("t", {4}, 0, 4)),
            "tensor 't': expected an offset that is a multiple of 32, found 4");
  EXPECT_EQ(errorOf(tensor("t", {17}, 0, 0)),
            "tensor 't': expected 68 bytes at offset 0 of the data, which has "
            "64: the file is short or damaged");
  EXPECT_EQ(errorOf(tensor("t", {1}, 0, ~0ull - 31)),
            "tensor 't': expected 4 bytes at offset 18446744073709551584 of "
            "the data, which has 64: the file is short or damaged");
  EXPECT_EQ(errorOf(tensor("t", {256}, 17, 0)),
            "tensor 't': has type IQ2_XS, expected one of F32, F16, Q4_0, "
            "Q4_1, Q5_0, Q5_1, Q8_0, Q8_1, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K, Q8_K, "
            "IQ4_NL, IQ4_XS, I8, I16, I32, I64, F64, BF16, MXFP4");
  EXPECT_EQ(errorOf(tensor("t", {256}, 77, 0)).substr(0, 24),
            "tensor 't': has type 77,");
  EXPECT_EQ(getError(makeGguf(
                {}, {tensor("t", {1}, 0, 0), tensor("t", {1}, 0, 32)}, data)),
            "tensor 't': expected it once, found it twice");
  EXPECT_EQ(getError(makeGguf(
                {}, {tensor("a", {16}, 0, 0), tensor("b", {1}, 0, 32)}, data)),
            "tensor 'b': expected data of its own, found it within that of "
            "tensor 'a'");
}

/// A part of a split file.
static std::string part(uint16_t number, uint16_t count, int32_t tensors) {
  return makeGguf({entry("split.no", 2, bytesOf(number)),
                   entry("split.count", 2, bytesOf(count)),
                   entry("split.tensors.count", 5, bytesOf(tensors)),
                   entry("name", "part " + std::to_string(number))},
                  {tensor("t" + std::to_string(number), {1}, 0, 0)},
                  bytesOf(static_cast<float>(number)));
}

TEST_F(GgufFileTest, OpensAllPartsByTheNameOfAny) {
  std::string first = folder.write("m-00001-of-00002.gguf", part(0, 2, 2));
  std::string second = folder.write("m-00002-of-00002.gguf", part(1, 2, 2));
  for (const std::string &path : {first, second}) {
    auto file = GgufFile::open(path);
    ASSERT_TRUE(static_cast<bool>(file)) << getMessage(std::move(file));
    EXPECT_EQ((*file)->getParts().size(), 2u);
    EXPECT_EQ((*file)->getPath(), first);
    EXPECT_EQ((*file)->getTensors().size(), 2u);
    EXPECT_EQ((*file)->findTensor("t1")->file->getPath(), second);
    EXPECT_EQ(*(*file)->find("name")->asString(), "part 0");
  }
}

TEST_F(GgufFileTest, RefusesPartsThatDoNotBelongTogether) {
  std::string first = folder.write("m-00001-of-00002.gguf", part(0, 2, 2));
  std::string second = folder / "m-00002-of-00002.gguf";
  EXPECT_EQ(getMessage(GgufFile::open(first)),
            "cannot open '" + second + "': No such file or directory: '" +
                first +
                "' is one of 2 parts, which must lie in the same folder");
  folder.write("m-00002-of-00002.gguf", part(0, 2, 2));
  EXPECT_EQ(getMessage(GgufFile::open(first)),
            "'" + second +
                "': expected part 2 of 2, found part 1 of 2: parts must be "
                "named like model-00001-of-00005.gguf");
  folder.write("m-00002-of-00002.gguf", makeGguf({}));
  EXPECT_EQ(getMessage(GgufFile::open(first)),
            "'" + second +
                "': expected part 2 of 2, found no split.no and split.count: "
                "parts must be named like model-00001-of-00005.gguf");
  folder.write("m-00001-of-00002.gguf", part(0, 2, 3));
  folder.write("m-00002-of-00002.gguf", part(1, 2, 3));
  EXPECT_EQ(getMessage(GgufFile::open(first)),
            "'" + first +
                "': 'split.tensors.count': expected 3 tensors in all parts, "
                "found 2");
  EXPECT_EQ(getError(part(1, 2, 2)),
            "expected part 1 of 1, found part 2 of 2: parts must be named like "
            "model-00001-of-00005.gguf");
}

TEST_F(GgufFileTest, APartsTensorsAreItsOwn) {
  std::string first = folder.write("m-00001-of-00002.gguf", part(0, 2, 2));
  std::string again = part(1, 2, 2);
  again[again.rfind("t1") + 1] = '0';
  std::string second = folder.write("m-00002-of-00002.gguf", again);
  EXPECT_EQ(getMessage(GgufFile::open(first)),
            "'" + second + "': tensor 't0': expected it once, found it twice");
}
