// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Comparison of results, with the first difference in words.

#include "tools/weft-e2e/Compare.h"

#include <cmath>

using namespace mlir;
using namespace weft;

double weft::getDefaultTolerance(Element element) {
  switch (element) {
  case Element::F64:
    return 1e-12;
  case Element::F32:
    return 2e-6;
  case Element::F16:
    return 2e-3;
  case Element::BF16:
    return 1.6e-2;
  default:
    return 0;
  }
}

/// Whether two floats agree.
static bool isClose(double found, double expected, double tolerance) {
  if (std::isnan(found) || std::isnan(expected))
    return std::isnan(found) && std::isnan(expected);
  if (std::isinf(found) || std::isinf(expected))
    return found == expected;
  return std::fabs(found - expected) <=
         tolerance * std::max(1.0, std::fabs(expected));
}

/// The indices of an element, [i, j], from its row-major number.
static std::string formatPlace(int64_t number, ArrayRef<int64_t> dims) {
  SmallVector<int64_t> place(dims.size());
  for (int64_t i = static_cast<int64_t>(dims.size()) - 1; i >= 0;
       number /= dims[i--])
    place[i] = number % dims[i];
  std::string text = "[";
  llvm::raw_string_ostream stream(text);
  llvm::interleaveComma(place, stream);
  return text + "]";
}

std::string weft::findDifference(const Tensor &found, const Tensor &expected,
                                 double tolerance) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  if (found.getType() != expected.getType()) {
    stream << "has type " << found.getType() << ", expected "
           << expected.getType();
    return text;
  }
  int64_t differences = 0;
  visitWide(expected.getElement(), [&](auto wide) {
    using W = decltype(wide);
    for (int64_t i = 0; i < expected.getNumElements(); ++i) {
      W is = found.at<W>(i), should = expected.at<W>(i);
      bool agrees = is == should;
      if constexpr (std::is_same_v<W, double>)
        agrees = isClose(is, should, tolerance);
      if (!agrees && differences++ == 0)
        stream << "element " << formatPlace(i, expected.getDims()) << " is "
               << llvm::formatv("{0}", is) << ", expected "
               << llvm::formatv("{0}", should);
    }
  });
  if (differences > 1)
    stream << "; " << differences << " of " << expected.getNumElements()
           << " elements differ";
  return text;
}
