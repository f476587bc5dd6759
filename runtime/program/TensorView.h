// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A caller's tensor, checked.
#ifndef WEFT_RUNTIME_PROGRAM_TENSORVIEW_H
#define WEFT_RUNTIME_PROGRAM_TENSORVIEW_H

#include "runtime/program/Manifest.h"
#include "runtime/program/Status.h"
#include "runtime/program/TensorName.h"
#include "weft/Runtime.h"

#include <cstdint>
#include <span>
#include <vector>

namespace weft::runtime {

/// A WeftTensor of any version with its dims and strides copied. What it refers
/// to is still the caller's.
class TensorView {
public:
  /// Checks struct size, device, rank, dims, dtype, byte size and alignment;
  /// `what` begins messages ("input 'x'").
  static Status create(const TensorName &what, const WeftTensor *tensor,
                       TensorView &view);

  WeftDtype getDtype() const { return dtype; }
  std::span<const int64_t> getDims() const { return dims; }
  std::span<int64_t> getDims() { return dims; }
  uint8_t *getData() const { return data; }
  /// Of the elements, without gaps.
  uint64_t getSizeBytes() const { return sizeBytes; }
  bool isContiguous() const { return strides.empty(); }

  /// Copies the elements one after another to `target`, in row-major order.
  void copyTo(uint8_t *target) const;

private:
  uint8_t *data = nullptr;
  WeftDtype dtype = WEFT_DTYPE_INVALID;
  std::vector<int64_t> dims;
  std::vector<int64_t> strides; // in elements; empty = contiguous
  uint64_t sizeBytes = 0;
};

/// Copies a caller's struct of any known version into one of this version;
/// fails when it has no size.
Status readTensorStruct(const TensorName &what, const WeftTensor *tensor,
                        WeftTensor &copy);

/// Checks that `data` is aligned to the elements of `dtype`.
Status checkAlignment(const TensorName &what, const void *data,
                      WeftDtype dtype);

} // namespace weft::runtime

#endif
