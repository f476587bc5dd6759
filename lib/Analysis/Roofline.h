// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The least time that work can take on a processor (Williams, Waterman and
// Patterson, "Roofline: an insightful visual performance model", 2009).

#ifndef WEFT_LIB_ANALYSIS_ROOFLINE_H
#define WEFT_LIB_ANALYSIS_ROOFLINE_H

#include "mlir/IR/Types.h"

#include <string>
#include <vector>

namespace weft {

/// What a processor can do at most with a number of threads.
struct Ceilings {
  struct Cache {
    std::string name;
    /// Of all threads together.
    int64_t sizeBytes = 0;
    double gigabytesPerSecond = 0;
  };

  int threads = 0;
  /// Multiply-adds out of registers, each two operations, in 10^9 a second: of
  /// f32, and of bf16 and bytes where there are instructions for them, else 0.
  double gflops = 0, bf16Gflops = 0, int8Gops = 0;
  /// Bytes read from memory that no cache holds, in 10^9 a second.
  double gigabytesPerSecond = 0;
  /// The same of caches, those near the core first.
  std::vector<Cache> caches;

  /// The rate of products of a type, null for none: what f32 has where there is
  /// nothing faster. Six products of bf16 make one of f32.
  double getRate(mlir::Type arithmetic) const;
  /// The rate at which a working set of so many bytes is read.
  double getBandwidth(double bytes) const;
};

/// What a kernel has to do.
struct KernelWork {
  double operations = 0;
  mlir::Type arithmetic;
  /// Read from weights, which between two calls all others have displaced.
  double weightBytes = 0;
  /// Read and written beside them.
  double otherBytes = 0;
  /// Of all weights of the function.
  double allWeightBytes = 0;
};

struct KernelBound {
  double seconds = 0;
  /// Whether arithmetic takes longer than the bytes.
  bool isCompute = false;
};

/// The least time: the larger of those for operations and for bytes, which
/// overlap.
KernelBound predictTime(const Ceilings &ceilings, const KernelWork &work);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_ROOFLINE_H
