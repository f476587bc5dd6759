// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How often values lie where, without knowing beforehand how large they get.
//
// Bins are as wide as a power of two, and one begins at zero. A value that lies outside makes all bins twice as wide, by joining
// neighbours, as often as it takes. A bin of the wider ones holds just what it would hold had it been as wide from the start, since
// floor(floor(x / w) / 2) = floor(x / (2 w)); so neither the order of the values nor how they were divided among histograms that are
// merged changes the result.

#ifndef WEFT_PASSES_COMPRESS_HISTOGRAM_H
#define WEFT_PASSES_COMPRESS_HISTOGRAM_H

#include "llvm/ADT/ArrayRef.h"
#include <cstdint>
#include <vector>

namespace weft {

/// Not thread-safe while it changes.
class Histogram {
public:
  /// On each side of zero; at least half of them are in use on the side that is.
  static constexpr int64_t kHalf = 4096;

  /// Adds finite values.
  void add(llvm::ArrayRef<float> values);
  void merge(const Histogram &other);

  /// Of a file: bin i holds counts[i] values, those from (first + i) * 2^exponent on. Whether the bins lie within -kHalf .. kHalf.
  bool assign(int exponent, int64_t first, llvm::ArrayRef<uint64_t> counts,
              float least, float most);

  uint64_t getCount() const { return total; }
  bool isEmpty() const { return total == 0; }
  /// The extreme values themselves.
  float getLeast() const { return least; }
  float getMost() const { return most; }
  int getExponent() const { return exponent; }
  double getBinWidth() const;
  /// The first bin that is not empty, as a multiple of the width.
  int64_t getFirst() const;
  /// The bins from the first to the last that are not empty.
  llvm::ArrayRef<uint64_t> getCounts() const;

private:
  /// Makes bins at least 2^to wide.
  void widen(int to);

  /// Bins -kHalf .. kHalf - 1; no bins where nothing was added.
  std::vector<uint64_t> bins;
  int exponent = 0;
  uint64_t total = 0;
  float least = 0, most = 0;
};

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_HISTOGRAM_H
