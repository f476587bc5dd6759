// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is known of the inputs of a model's linear layers, from running it over
// calibration data: for each input channel the sum, the sum of squares and the
// largest magnitude, and maybe the sum of x^T x and some of the vectors. Runs
// over different data can be merged.
//
// The file: 8 bytes "WEFTSTAT", the format version and the size of the header
// as 32-bit integers, the header, zeros up to a multiple of 8, then the data;
// all little endian. The header is JSON:
//
//   {"sites": [{"weights": ["blk.0.attn_q.weight", "blk.0.attn_k.weight"],
//               "width": 576, "count": 4096, "offset": 0, "products": true}]}
//
// A site is an input that one or more weights read. At `offset` of the data lie
// `width` sums, as many sums of squares and as many magnitudes, all f64; where
// `products` is true, f32 [width, width] follows, and then, where "vectors" is
// above 0, f32 [vectors, width]. `count` is the number of vectors that were added
// up.
//
// "activations" is a list of what products of a simplified model read:
//
//   {"name": "conv1.weight", "width": 64, "count": 12544, "offset": 0,
//    "exponent": -8, "first": 0, "bins": 2048, "least": 0, "most": 7.5}
//
// At `offset` lie `width` sums, minima and maxima, all f64, and `bins` counts of
// 64 bits, as in Histogram.

#ifndef WEFT_PASSES_COMPRESS_STATISTICS_H
#define WEFT_PASSES_COMPRESS_STATISTICS_H

#include "lib/Support/MappedFile.h"
#include "passes/Compress/Histogram.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace weft {

/// Vectors that are kept of an input: with the hundreds of channels that layers
/// have, enough for the quantiles of their magnitudes.
inline constexpr size_t kMostVectors = 512;

/// The inputs of the linear layers with these weights.
struct SiteStatistics {
  std::vector<std::string> weights;
  double count = 0;
  /// One for each input channel.
  std::vector<double> sums, squares, magnitudes;
  /// x^T x, [width, width]; empty where it was not collected.
  std::vector<float> products;
  /// Some of the vectors themselves, [n, width] with n up to kMostVectors, the
  /// first that came; empty where they were not collected.
  std::vector<float> vectors;

  size_t getWidth() const { return sums.size(); }
  /// E[x^2] of each channel, scaled to a mean of 1; empty where nothing came by.
  std::vector<float> computeImportance() const;
  /// The statistics of the inputs divided by these factors, one for each channel.
  SiteStatistics divideInputs(llvm::ArrayRef<float> factors) const;
};

/// What a product of a model reads, as the product has it.
struct ActivationStatistics {
  /// After the weights that it is multiplied with; see ActivationSites.h.
  std::string name;
  /// Vectors that were added up.
  double count = 0;
  /// One for each input channel; empty where channels are not one dimension.
  std::vector<double> sums, minima, maxima;
  Histogram histogram;
};

/// Not thread-safe while it changes.
class Statistics {
public:
  /// Null where nothing is known of the weight.
  const SiteStatistics *find(llvm::StringRef weight) const;

  /// Adds to what is known of the same weights. Fails where the widths differ
  /// or a sum is not finite, with a text that names the weight.
  llvm::Error add(const SiteStatistics &site);
  /// Null where nothing is known of the activation.
  const ActivationStatistics *findActivation(llvm::StringRef name) const;
  /// Adds to what is known of the activation of that name. Fails where the
  /// numbers of channels differ.
  llvm::Error add(const ActivationStatistics &activation);
  bool hasActivations() const { return !activations.empty(); }
  /// Whether x^T x of any input is known.
  bool hasProducts() const;
  /// Whether some vectors of any input are known.
  bool hasVectors() const;

  llvm::Error merge(const Statistics &other);

  /// Keeps these input channels of the weight, and of those that share its
  /// inputs.
  void select(llvm::StringRef weight, llvm::ArrayRef<int64_t> channels);

  /// Makes what is known of \p weight known of \p name too, which is new.
  /// Returns whether anything is.
  bool addName(llvm::StringRef weight, llvm::StringRef name);

  llvm::ArrayRef<std::unique_ptr<SiteStatistics>> getSites() const {
    return sites;
  }

  /// Whether a file begins as those that write() makes.
  static bool isFile(const MappedFile &file);
  static llvm::Expected<Statistics> read(llvm::StringRef path);
  llvm::Error write(llvm::StringRef path) const;

private:
  std::vector<std::unique_ptr<SiteStatistics>> sites;
  llvm::StringMap<SiteStatistics *> byWeight;
  /// In the order of names, so that files do not depend on chance.
  std::map<std::string, ActivationStatistics, std::less<>> activations;
};

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_STATISTICS_H
