// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Import/Onnx/OnnxTensor.h"
#include "Proto.h"
#include "mlir/IR/MLIRContext.h"
#include "gtest/gtest.h"

using namespace weft;
using namespace weft::onnx;
using namespace weft::test;

namespace {
/// A tensor of its wire format, and what the reader makes of it.
class OnnxTensorTest : public ::testing::Test {
protected:
  llvm::Expected<TensorData> read(std::string encoded) {
    bytes = std::move(encoded);
    auto parsed = parseTensor(bytes);
    if (!parsed)
      return parsed.takeError();
    TensorReader reader("", bytes, nullptr, context);
    return reader.read(*parsed);
  }
  std::string errorOf(std::string encoded) {
    auto data = read(std::move(encoded));
    return data ? "" : llvm::toString(data.takeError());
  }
  mlir::MLIRContext context;
  std::string bytes;
};
std::string type(DataType dataType) { return field(2, uint64_t(dataType)); }
} // namespace

TEST_F(OnnxTensorTest, RawDataAreNotCopied) {
  auto data = read(field(1, 4) + type(DataType::UInt8) + field(9, "abcd"));
  ASSERT_TRUE(bool(data));
  EXPECT_TRUE(data->owned.empty());
  EXPECT_GE(data->bytes.data(), bytes.data());
  EXPECT_EQ(std::string(data->bytes.begin(), data->bytes.end()), "abcd");
}

TEST_F(OnnxTensorTest, HalvesAndBytesComeInInt32Data) {
  auto half = read(field(1, 2) + type(DataType::Float16) + field(5, 0x3c00) +
                   field(5, 0xc000));
  ASSERT_TRUE(bool(half));
  uint16_t bits[2];
  ASSERT_EQ(half->bytes.size(), sizeof(bits));
  std::memcpy(bits, half->bytes.data(), sizeof(bits));
  EXPECT_EQ(bits[0], 0x3c00);
  EXPECT_EQ(bits[1], 0xc000);
  auto byte = read(field(1, 1) + type(DataType::Int8) + field(5, uint64_t(-7)));
  ASSERT_TRUE(bool(byte));
  EXPECT_EQ(byte->bytes[0], char(-7));
}

TEST_F(OnnxTensorTest, FourBitsAreUnpackedLowFirst) {
  auto data = read(field(1, 3) + type(DataType::Int4) + field(9, "\x8f\x07"));
  ASSERT_TRUE(bool(data));
  EXPECT_EQ(std::vector<char>(data->bytes.begin(), data->bytes.end()),
            (std::vector<char>{-1, -8, 7}));
}

TEST_F(OnnxTensorTest, TruthValuesAreZeroOrOne) {
  auto data = read(field(1, 3) + type(DataType::Bool) +
                   field(9, std::string("\x00\x01\xff", 3)));
  ASSERT_TRUE(bool(data));
  EXPECT_EQ(std::vector<char>(data->bytes.begin(), data->bytes.end()),
            (std::vector<char>{0, 1, 1}));
}

TEST_F(OnnxTensorTest, SizesMustFit) {
  EXPECT_NE(errorOf(field(1, 3) + type(DataType::Float) + field(9, "abcd"))
                .find("raw_data of 4 bytes, expected 12"),
            std::string::npos);
  EXPECT_NE(errorOf(field(1, 3) + type(DataType::Int64) + field(7, 1))
                .find("1 values, expected 3"),
            std::string::npos);
  EXPECT_NE(errorOf(field(1, uint64_t(-1)) + type(DataType::Float))
                .find("dimension -1"),
            std::string::npos);
}

TEST_F(OnnxTensorTest, ExternalDataNeedAFile) {
  std::string entry = field(1, "location") + field(2, "w.bin");
  EXPECT_NE(errorOf(field(1, 1) + type(DataType::Float) + field(14, 1) +
                    field(13, entry))
                .find("the model is not in a file"),
            std::string::npos);
}
