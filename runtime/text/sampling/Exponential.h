// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// exp(x) that has the same bits on every machine, which that of the C library
// has not: near the border between two tokens one bit decides.
#ifndef WEFT_RUNTIME_TEXT_SAMPLING_EXPONENTIAL_H
#define WEFT_RUNTIME_TEXT_SAMPLING_EXPONENTIAL_H

namespace weft::text {

/// exp(x) for x <= 0, within a relative error of 1e-13; 0 below -700. Additions and
/// multiplications of doubles only, in a fixed order.
double computeExponential(double x);

} // namespace weft::text

#endif
