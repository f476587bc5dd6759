// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where an unknown size comes from, so that equal sizes are known to be equal.

#ifndef WEFT_LIB_ANALYSIS_SIZEORIGIN_H
#define WEFT_LIB_ANALYSIS_SIZEORIGIN_H

#include "mlir/IR/Value.h"

#include <optional>

namespace weft {

/// A dimension of a tensor. Dimensions with one origin have one size.
struct SizeOrigin {
  mlir::Value tensor;
  int64_t dim;

  bool operator==(const SizeOrigin &other) const {
    return tensor == other.tensor && dim == other.dim;
  }
};

/// The tensor that dimension `dim` of `tensor` has its size from, through ops that keep it; arguments of a function whose
/// dimensions have one name in `weft.dims` have one origin. `tensor` and `dim` themselves where nothing is known.
SizeOrigin findSizeOrigin(mlir::Value tensor, int64_t dim);

/// The origin of element `index` of a list of sizes; nothing where it is no size of a tensor.
std::optional<SizeOrigin> findListedSize(mlir::Value list, int64_t index);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_SIZEORIGIN_H
