// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How much memory a function takes while it runs, and for what.

#ifndef WEFT_LIB_ANALYSIS_MEMORYUSE_H
#define WEFT_LIB_ANALYSIS_MEMORYUSE_H

#include "mlir/IR/Value.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <vector>

namespace weft {

/// A tensor that a compiled function computes, and while which of its
/// dispatches, counted in the order of the function, it takes memory.
struct TensorLife {
  /// In the arena, in the caller's memory, or in memory that the call asks for.
  enum Place { Arena, Output, Allocated };

  /// Valid while the IR does not change.
  mlir::Value tensor;
  Place place = Arena;
  /// Both included.
  int64_t first = 0, last = 0;
};

struct MemoryUse {
  /// Bytes that are alive while each dispatch runs, weights and inputs left out.
  std::vector<double> arena, outputs, allocated;
  /// The first dispatch with the largest sum; -1 where there is none.
  int64_t peak = -1;
  double peakBytes = 0;
  /// What is alive then, the largest first.
  std::vector<std::pair<TensorLife, double>> owners;
};

/// Adds up \p lives over so many \p dispatches. \p sizeOf gives bytes.
MemoryUse computeMemoryUse(llvm::ArrayRef<TensorLife> lives, int64_t dispatches,
                           llvm::function_ref<double(mlir::Value)> sizeOf);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_MEMORYUSE_H
