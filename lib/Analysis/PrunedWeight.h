// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weights that weft-prune-weights has set to zero in blocks, and what products by them may leave out: a step of the reduction that none of 16
// neighbouring outputs has a weight at.
//
//   weft.parameter @w : tensor<768x3072xf32> {weft.pruned = {error = 0.31, sparsity = 0.5}}
//   %y = weft.contract "mk,nk->mn" %x, %w {weft.kept_steps = 1536 : i64}

#ifndef WEFT_LIB_ANALYSIS_PRUNEDWEIGHT_H
#define WEFT_LIB_ANALYSIS_PRUNEDWEIGHT_H

#include "mlir/IR/Types.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <vector>

namespace weft {

/// Of a parameter whose zeros are to stay, a dictionary: `sparsity`, the share of zeros, and `error`, the norm of the difference over the norm of
/// the weights that were there before.
inline constexpr llvm::StringLiteral kPrunedAttribute = "weft.pruned";

/// Of a contraction by a constant whose letters the result ends with: so many steps of the reduction, an i64, are enough for any kKeptColumns
/// neighbouring columns, from a multiple of kKeptColumns on; at the other steps all their weights are zero. weft-mark-sparse-weights writes it.
inline constexpr llvm::StringLiteral kKeptStepsAttribute = "weft.kept_steps";
inline constexpr int64_t kKeptColumns = 16;
/// The steps are a multiple of this, so that weights of nearly as many share a kernel.
inline constexpr int64_t kKeptMultiple = 4;

/// A product whose weight keeps `kept` of `steps` steps.
struct SparseProduct {
  /// ShapedType::kDynamic where unknown.
  int64_t rows;
  /// The element type that both operands are multiplied in.
  mlir::Type element;
  /// Of a weight as it is stored.
  int64_t weightBytes;
  int64_t kept, steps;

  /// kept / steps.
  double getShare() const {
    return static_cast<double>(kept) / static_cast<double>(steps);
  }
  /// Bytes that are read where zeros are left out, with a number of four bytes for each step of a panel, over those that are read otherwise.
  double getByteShare() const {
    auto line = static_cast<double>(kKeptColumns * weightBytes);
    return getShare() * (line + 4) / line;
  }
};

/// The share of bytes that looking steps up is worth where memory is waited for.
inline constexpr double kMostByteShare = 0.85;

/// The numbers of the steps at which one of some columns has a weight that is not a zero of either sign. A weight of `element`, a float or a signed
/// code of `sizeBytes` bytes, is at `data`, the offset of its step and that of its column, both in elements, added.
std::vector<int32_t> findKeptSteps(const char *data, mlir::Type element,
                                   int64_t sizeBytes,
                                   llvm::ArrayRef<int64_t> steps,
                                   llvm::ArrayRef<int64_t> columns);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_PRUNEDWEIGHT_H
