// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See RoundingLoss.h.

#include "lib/Export/Decoder/RoundingLoss.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

#include <cmath>

using namespace weft;

void RoundingLoss::begin(llvm::StringRef weight, llvm::StringRef as) {
  name = weight.str();
  type = as.str();
  squared = norm = 0;
}

void RoundingLoss::add(llvm::ArrayRef<float> wanted,
                       llvm::ArrayRef<float> written) {
  for (auto [a, b] : llvm::zip(wanted, written)) {
    // What is infinite or NaN on either side alone is lost.
    bool isKept = a == b || (std::isnan(a) && std::isnan(b));
    double difference = isKept ? 0 : double(a) - double(b);
    squared += difference * difference;
    norm += std::isfinite(a) ? double(a) * double(a) : 0;
  }
}

void RoundingLoss::end() {
  if (squared == 0)
    return;
  ++count;
  double relative = norm > 0 ? std::sqrt(squared / norm) : 1;
  // NaN or infinite: nothing is worse.
  if (!std::isfinite(relative))
    relative = HUGE_VAL;
  if (relative <= worst)
    return;
  worst = relative;
  worstName = name;
  worstType = type;
}

std::string RoundingLoss::describe() const {
  if (count == 0)
    return "";
  return llvm::formatv("{0} weight{1} rounded again, since the format does not "
                       "have them as they are; the largest relative error is "
                       "{2:f6}, of '{3}' as {4}",
                       count, count == 1 ? " was" : "s were", worst, worstName,
                       worstType)
      .str();
}
