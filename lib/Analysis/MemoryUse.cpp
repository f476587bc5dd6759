// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each life is two changes of a sum: one where it begins, one behind its end.

#include "lib/Analysis/MemoryUse.h"
#include "llvm/ADT/STLExtras.h"

#include <numeric>

using namespace weft;

MemoryUse
weft::computeMemoryUse(llvm::ArrayRef<TensorLife> lives, int64_t dispatches,
                       llvm::function_ref<double(mlir::Value)> sizeOf) {
  MemoryUse use;
  auto sumUp = [&](TensorLife::Place place) {
    std::vector<double> change(dispatches + 1);
    for (const TensorLife &life : lives)
      if (life.place == place) {
        double bytes = sizeOf(life.tensor);
        change[life.first] += bytes;
        change[life.last + 1] -= bytes;
      }
    std::partial_sum(change.begin(), change.end(), change.begin());
    change.pop_back();
    return change;
  };
  use.arena = sumUp(TensorLife::Arena);
  use.outputs = sumUp(TensorLife::Output);
  use.allocated = sumUp(TensorLife::Allocated);
  for (int64_t step = 0; step < dispatches; ++step)
    if (double sum = use.arena[step] + use.outputs[step] + use.allocated[step];
        use.peak < 0 || sum > use.peakBytes) {
      use.peak = step;
      use.peakBytes = sum;
    }
  for (const TensorLife &life : lives)
    if (life.first <= use.peak && use.peak <= life.last)
      use.owners.emplace_back(life, sizeOf(life.tensor));
  llvm::sort(use.owners, [](const auto &a, const auto &b) {
    // Of equal ones the one that lives first.
    return a.second != b.second ? a.second > b.second
                                : a.first.first < b.first.first;
  });
  return use;
}
