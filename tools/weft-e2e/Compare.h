// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// When a result counts as the expected one.

#ifndef WEFT_TOOLS_WEFT_E2E_COMPARE_H
#define WEFT_TOOLS_WEFT_E2E_COMPARE_H

#include "lib/Interpreter/Tensor.h"
#include <string>

namespace weft {

/// Compares element by element: types and sizes are equal, integers and truth
/// values exactly, NaN and infinities in the same places, other floats within
/// `tolerance * max(1, |expected|)`. Returns what differs, or nothing.
std::string findDifference(const Tensor &found, const Tensor &expected,
                           double tolerance);

/// The tolerance for results of an element type where a test does not say one:
/// a few units of the last place.
double getDefaultTolerance(Element element);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_E2E_COMPARE_H
