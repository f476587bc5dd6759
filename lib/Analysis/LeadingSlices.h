// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which ops compute the images of a batch independently.

#ifndef WEFT_LIB_ANALYSIS_LEADINGSLICES_H
#define WEFT_LIB_ANALYSIS_LEADINGSLICES_H

#include "dialects/Weft/WeftOps.h"
#include "llvm/ADT/DenseSet.h"

namespace weft {

/// On a convolution of a whole batch that is computed slice by slice too: the images of a slice. Both read the weight in the layout that is chosen
/// for so many.
inline constexpr llvm::StringLiteral kSliceImagesAttribute =
    "weft.slice_images";

/// Whether a tensor of this type can be cut into `parts` equal slices of whole bytes along its first dimension.
bool hasSlices(mlir::Type type, int64_t parts);

/// Whether each of `parts` slices along the first dimension of every result of `op` depends on the same slices of the operands in `cut`, of which
/// there is one at least, and on all of the others. Shapes are static. Conservative: where it says no, it may still be so.
bool computesBySlices(mlir::Operation *op,
                      const llvm::DenseSet<mlir::Value> &cut, int64_t parts);

/// Makes `op`, which computes by slices, one that computes a single slice of its results: its operands are slices already where they were in `cut`.
void narrowToSlice(mlir::Operation *op, int64_t parts);

/// The type of one of `parts` slices.
mlir::RankedTensorType getSliceType(mlir::Type type, int64_t parts);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_LEADINGSLICES_H
