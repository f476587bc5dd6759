// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every way in which a caller's tensor can be malformed in itself is told here;
// whether it fits an input is not.
#include "runtime/program/TensorView.h"
#include "runtime/program/Dtype.h"
#include "runtime/program/TensorType.h"

#include <algorithm>
#include <cstring>

using namespace weft::runtime;

template <typename... Parts> static Status bad(const Parts &...parts) {
  return failure(WEFT_STATUS_INVALID_ARGUMENT, parts...);
}

Status weft::runtime::readTensorStruct(const TensorName &what,
                                       const WeftTensor *tensor,
                                       WeftTensor &copy) {
  if (!tensor)
    return bad(what, ": expected a tensor, found null");
  if (tensor->size < sizeof(WeftTensor) ||
      tensor->version < WEFT_RUNTIME_API_VERSION)
    return bad(what, ": expected a WeftTensor of at least ", sizeof(WeftTensor),
               " bytes and version ", WEFT_RUNTIME_API_VERSION, ", found size ",
               tensor->size, " and version ", tensor->version);
  copy = *tensor;
  if (copy.deviceType != WEFT_DEVICE_CPU && copy.deviceType != 0)
    return bad(what, ": expected memory of the host (DLPack device type ",
               WEFT_DEVICE_CPU, "), found device type ", copy.deviceType);
  return Status();
}

Status weft::runtime::checkAlignment(const TensorName &what, const void *data,
                                     WeftDtype dtype) {
  uint64_t alignment = uint64_t(getDtypeSizeBytes(dtype));
  uint64_t offset = reinterpret_cast<uintptr_t>(data) % alignment;
  if (offset == 0)
    return Status();
  return bad(what, ": expected ", getDtypeName(dtype),
             " data at a multiple of ", alignment, " bytes, found an address ",
             offset, " past one");
}

Status TensorView::create(const TensorName &what, const WeftTensor *tensor,
                          TensorView &view) {
  WeftTensor source;
  if (Status status = readTensorStruct(what, tensor, source); !status.ok())
    return status;
  if (getDtypeSizeBytes(source.dtype) == 0)
    return bad(what, ": expected a dtype, found number ", int(source.dtype));
  if (source.rank < 0 || source.rank > WEFT_MAX_RANK)
    return bad(what, ": expected a rank of at most ", WEFT_MAX_RANK, ", found ",
               source.rank);
  if (source.rank > 0 && !source.dims)
    return bad(what, ": expected ", source.rank, " dims, found null");
  view.dtype = source.dtype;
  view.dims.assign(source.dims, source.dims + source.rank);
  if (!computeSizeBytes(view.dtype, view.dims, view.sizeBytes))
    return bad(what, ": expected dims of a real size, found ",
               describeType(view.dtype, view.dims));
  view.data = static_cast<uint8_t *>(source.data);
  if (view.sizeBytes > 0 && !view.data)
    return bad(what, ": expected data, found null");
  if (view.data)
    view.data += source.byteOffset;

  // A stride of a dimension with one element means nothing.
  view.strides.clear();
  bool contiguous = true;
  int64_t expected = 1;
  uint64_t lastElement = 0;
  for (int32_t i = source.rank - 1; source.strides && i >= 0; --i) {
    int64_t stride = source.strides[i], dim = view.dims[size_t(i)];
    contiguous &= dim <= 1 || stride == expected;
    expected *= std::max<int64_t>(dim, 1);
    uint64_t reach = 0;
    if (stride > 0 && dim > 1 &&
        (__builtin_mul_overflow(uint64_t(dim - 1), uint64_t(stride), &reach) ||
         __builtin_add_overflow(lastElement, reach, &lastElement) ||
         lastElement > (uint64_t(1) << 46)))
      return bad(what, ": expected real strides, found ", stride,
                 " (dimension ", i, ")");
  }
  if (!contiguous && view.sizeBytes > 0)
    view.strides.assign(source.strides, source.strides + source.rank);
  uint64_t needed =
      view.strides.empty()
          ? view.sizeBytes
          : (lastElement + 1) * uint64_t(getDtypeSizeBytes(view.dtype));
  if (source.sizeBytes != 0 && source.sizeBytes < needed)
    return bad(what, ": expected at least ", needed, " bytes for ",
               describeType(view.dtype, view.dims), ", found ",
               source.sizeBytes);
  return checkAlignment(what, view.data, view.dtype);
}

void TensorView::copyTo(uint8_t *target) const {
  if (sizeBytes == 0)
    return;
  if (isContiguous()) {
    memcpy(target, data, sizeBytes);
    return;
  }
  size_t elementBytes = size_t(getDtypeSizeBytes(dtype));
  size_t rank = dims.size();
  int64_t index[WEFT_MAX_RANK] = {};
  const uint8_t *source = data;
  while (true) {
    // The innermost dimension is a loop, the others are an odometer.
    int64_t step = strides[rank - 1] * int64_t(elementBytes);
    for (int64_t i = 0; i < dims[rank - 1]; ++i, target += elementBytes)
      memcpy(target, source + i * step, elementBytes);
    size_t d = rank - 1;
    while (d-- > 0) {
      source += strides[d] * int64_t(elementBytes);
      if (++index[d] < dims[d])
        break;
      source -= dims[d] * strides[d] * int64_t(elementBytes);
      index[d] = 0;
    }
    if (d == size_t(-1))
      return;
  }
}
