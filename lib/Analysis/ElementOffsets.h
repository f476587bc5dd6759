// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where elements of a row-major tensor lie.

#ifndef WEFT_LIB_ANALYSIS_ELEMENTOFFSETS_H
#define WEFT_LIB_ANALYSIS_ELEMENTOFFSETS_H

#include "llvm/ADT/ArrayRef.h"

#include <vector>

namespace weft {

/// The offset, in elements, of each index of some dimensions of a tensor of a known `shape`, in row-major order of those; of no dimensions the one
/// offset 0.
std::vector<int64_t> computeElementOffsets(llvm::ArrayRef<int64_t> shape,
                                           llvm::ArrayRef<int64_t> dims);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_ELEMENTOFFSETS_H
