// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From DLPack's tensors to ours. The struct is spelled out here, as dlpack.h of
// version 0.2 and later has it, so that nobody needs that header to build the
// runtime.
#include "weft/Runtime.h"

struct DLTensor {
  void *data;
  struct {
    int32_t type;
    int32_t id;
  } device;
  int32_t rank;
  struct {
    uint8_t code;
    uint8_t bits;
    uint16_t lanes;
  } dtype;
  int64_t *dims;
  int64_t *strides;
  uint64_t byteOffset;
};

static WeftDtype findDtype(int code, int bits, int lanes) {
  enum { Int = 0, UInt = 1, Float = 2, BFloat = 4, Bool = 6 };
  struct Row {
    int code;
    int bits;
    WeftDtype dtype;
  };
  static constexpr Row table[] = {
      {Float, 64, WEFT_DTYPE_F64}, {Float, 32, WEFT_DTYPE_F32},
      {Float, 16, WEFT_DTYPE_F16}, {BFloat, 16, WEFT_DTYPE_BF16},
      {Int, 8, WEFT_DTYPE_I8},     {Int, 16, WEFT_DTYPE_I16},
      {Int, 32, WEFT_DTYPE_I32},   {Int, 64, WEFT_DTYPE_I64},
      {UInt, 8, WEFT_DTYPE_UI8},   {UInt, 16, WEFT_DTYPE_UI16},
      {UInt, 32, WEFT_DTYPE_UI32}, {UInt, 64, WEFT_DTYPE_UI64},
      {Bool, 8, WEFT_DTYPE_I1}};
  if (lanes == 1)
    for (const Row &row : table)
      if (row.code == code && row.bits == bits)
        return row.dtype;
  return WEFT_DTYPE_INVALID;
}

WeftStatus weft_tensor_from_dlpack(const DLTensor *source, WeftTensor *tensor) {
  if (!source || !tensor || source->rank < 0 || source->rank > WEFT_MAX_RANK)
    return WEFT_STATUS_INVALID_ARGUMENT;
  WeftDtype dtype =
      findDtype(source->dtype.code, source->dtype.bits, source->dtype.lanes);
  if (dtype == WEFT_DTYPE_INVALID)
    return WEFT_STATUS_INVALID_ARGUMENT;
  WeftTensor converted = WEFT_TENSOR_INIT;
  converted.data = source->data;
  converted.dims = source->dims;
  converted.strides = source->strides;
  converted.byteOffset = source->byteOffset;
  converted.dtype = dtype;
  converted.rank = source->rank;
  converted.deviceType = source->device.type;
  converted.deviceId = source->device.id;
  *tensor = converted;
  return WEFT_STATUS_OK;
}
