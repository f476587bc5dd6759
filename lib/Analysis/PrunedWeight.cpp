// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See PrunedWeight.h.

#include "lib/Analysis/PrunedWeight.h"
#include "mlir/IR/BuiltinTypeInterfaces.h"
#include "llvm/ADT/STLExtras.h"

using namespace mlir;
using namespace weft;

static bool isZero(const char *bytes, int64_t sizeBytes, bool isFloat) {
  for (int64_t i = 0; i + 1 < sizeBytes; ++i)
    if (bytes[i])
      return false;
  return !(bytes[sizeBytes - 1] & (isFloat ? 0x7F : 0xFF));
}

std::vector<int32_t> weft::findKeptSteps(const char *data, Type element,
                                         int64_t sizeBytes,
                                         ArrayRef<int64_t> steps,
                                         ArrayRef<int64_t> columns) {
  bool isFloat = isa<FloatType>(element);
  std::vector<int32_t> kept;
  for (auto [number, step] : llvm::enumerate(steps))
    if (llvm::any_of(columns, [&](int64_t column) {
          return !isZero(data + (step + column) * sizeBytes, sizeBytes,
                         isFloat);
        }))
      kept.push_back(static_cast<int32_t>(number));
  return kept;
}
