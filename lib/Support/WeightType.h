// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the bytes of a weight mean: element type by name, and dimensions. The
// store and the containers work without MLIR, so these are not MLIR types.

#ifndef WEFT_LIB_SUPPORT_WEIGHTTYPE_H
#define WEFT_LIB_SUPPORT_WEIGHTTYPE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <optional>
#include <string>

namespace weft {

/// Element type and static dimensions of a row-major little-endian tensor.
/// Scalars have no dimension.
struct WeightType {
  /// f64 f32 f16 bf16, i8 i16 i32 i64 (signed), ui8 ui16 ui32 ui64, i1 (one
  /// byte an element, 0 or 1), i3 i4 i5 i6 (signed, packed: CodePacking.h).
  std::string dtype;
  llvm::SmallVector<int64_t, 4> dims;

  bool operator==(const WeightType &other) const {
    return dtype == other.dtype && dims == other.dims;
  }
};

/// Returns the size of an element in bits; nothing for a name that is none of
/// WeightType's.
std::optional<unsigned> findElementBits(llvm::StringRef dtype);

/// Returns the size of all elements in bytes, rounded up to whole ones. Fails on an unknown dtype, a
/// negative dimension and a size of 2^63 bytes or more.
llvm::Expected<uint64_t> computeSizeBytes(const WeightType &type);

/// Spells the type as MLIR does, for messages: 2x3xf32.
std::string formatType(const WeightType &type);

} // namespace weft

#endif // WEFT_LIB_SUPPORT_WEIGHTTYPE_H
