// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sums of squares along the dimensions of a tensor.

#ifndef WEFT_PASSES_COMPRESS_SQUARESUMS_H
#define WEFT_PASSES_COMPRESS_SQUARESUMS_H

#include "lib/Interpreter/Tensor.h"

namespace weft {

/// For each of `dims` the sum of squares at each position, over all others. Reads the tensor once.
std::vector<std::vector<double>> sumSquares(const Tensor &tensor,
                                            llvm::ArrayRef<int64_t> dims);

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_SQUARESUMS_H
