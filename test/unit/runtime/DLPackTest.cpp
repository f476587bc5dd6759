// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// DLPack's struct, laid out byte by byte as its specification has it.
#include "test/unit/runtime/Handles.h"

using namespace weft::test;

static std::string makeTensor(const void *data, int32_t device, uint8_t code,
                              uint8_t bits, uint16_t lanes,
                              const std::vector<int64_t> &dims,
                              const int64_t *strides, uint64_t offset) {
  std::string bytes(48, '\0');
  setValue(bytes, 0, data);
  setValue(bytes, 8, device);
  setValue(bytes, 12, int32_t(3));
  setValue(bytes, 16, int32_t(dims.size()));
  setValue(bytes, 20, code);
  setValue(bytes, 21, bits);
  setValue(bytes, 22, lanes);
  setValue(bytes, 24, dims.data());
  setValue(bytes, 32, strides);
  setValue(bytes, 40, offset);
  return bytes;
}

static WeftStatus convert(const std::string &bytes, WeftTensor &tensor) {
  return weft_tensor_from_dlpack(
      reinterpret_cast<const DLTensor *>(bytes.data()), &tensor);
}

TEST(DLPack, IsConverted) {
  float data[6];
  std::vector<int64_t> dims = {2, 3}, strides = {1, 2};
  WeftTensor tensor = WEFT_TENSOR_INIT;
  ASSERT_EQ(
      convert(makeTensor(data, 1, 2, 32, 1, dims, strides.data(), 8), tensor),
      WEFT_STATUS_OK);
  EXPECT_EQ(tensor.data, data);
  EXPECT_EQ(tensor.dtype, WEFT_DTYPE_F32);
  EXPECT_EQ(tensor.rank, 2);
  EXPECT_EQ(tensor.dims, dims.data());
  EXPECT_EQ(tensor.strides, strides.data());
  EXPECT_EQ(tensor.byteOffset, 8u);
  EXPECT_EQ(tensor.deviceType, 1);
  EXPECT_EQ(tensor.deviceId, 3);
  EXPECT_EQ(tensor.sizeBytes, 0u);
  EXPECT_EQ(tensor.size, sizeof(WeftTensor));
}

TEST(DLPack, DtypesAreMapped) {
  WeftTensor tensor = WEFT_TENSOR_INIT;
  auto convertType = [&](int code, int bits, int lanes = 1) {
    tensor.dtype = WEFT_DTYPE_INVALID;
    convert(makeTensor(nullptr, 1, uint8_t(code), uint8_t(bits),
                       uint16_t(lanes), {}, nullptr, 0),
            tensor);
    return tensor.dtype;
  };
  EXPECT_EQ(convertType(0, 64), WEFT_DTYPE_I64);
  EXPECT_EQ(convertType(1, 8), WEFT_DTYPE_UI8);
  EXPECT_EQ(convertType(2, 16), WEFT_DTYPE_F16);
  EXPECT_EQ(convertType(4, 16), WEFT_DTYPE_BF16);
  EXPECT_EQ(convertType(6, 8), WEFT_DTYPE_I1);
  EXPECT_EQ(convertType(5, 64), WEFT_DTYPE_INVALID);    // complex
  EXPECT_EQ(convertType(2, 32, 4), WEFT_DTYPE_INVALID); // vectors
  EXPECT_EQ(convertType(2, 128), WEFT_DTYPE_INVALID);
  EXPECT_EQ(weft_tensor_from_dlpack(nullptr, &tensor),
            WEFT_STATUS_INVALID_ARGUMENT);
}
