// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which dimensions of a reshape's operand and result hold the same elements.

#ifndef WEFT_LIB_ANALYSIS_RESHAPEFACTORS_H
#define WEFT_LIB_ANALYSIS_RESHAPEFACTORS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <vector>

namespace weft {

/// Neighbouring dimensions with one product of sizes, those of size 1 left out.
struct ReshapeFactors {
  llvm::SmallVector<unsigned, 4> operandDims, resultDims;
};

/// The finest parts of two shapes with as many elements, from the outermost on. What cannot be told apart for dynamic sizes between is one
/// part, in which such sizes stand.
std::vector<ReshapeFactors> findReshapeFactors(llvm::ArrayRef<int64_t> operand,
                                               llvm::ArrayRef<int64_t> result);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_RESHAPEFACTORS_H
