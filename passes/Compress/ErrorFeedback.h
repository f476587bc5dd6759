// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GPTQ (Frantar et al., arXiv 2210.17323): weights are rounded one after the
// other, and those that are still to come make up for the error as well as the
// inputs' correlation allows. Scales are fixed beforehand, for groups in the
// order of the inputs (static groups), and weights whose inputs are strong come
// first (activation order), so that codes lie as those of any other method.

#ifndef WEFT_PASSES_COMPRESS_ERRORFEEDBACK_H
#define WEFT_PASSES_COMPRESS_ERRORFEEDBACK_H

#include "passes/Compress/GroupQuantizer.h"
#include "passes/Compress/SparsityPattern.h"
#include <optional>
#include <vector>

namespace weft {

class ErrorFeedback {
public:
  /// Which weights come first: those with strong inputs, or as they lie.
  enum class Order { Strength, Place };

  /// From the sum of x^T x, [width, width]. Its diagonal is raised by 1, 5, 20
  /// and 100 percent of its mean until it has a Cholesky factor; nothing where
  /// none of these has one.
  static std::optional<ErrorFeedback> create(llvm::ArrayRef<float> products,
                                             size_t width,
                                             Order order = Order::Strength);

  /// What the diagonal was raised by, relative to its mean.
  double getDamping() const { return damping; }

  /// Rounds rows [rows, width], whose scales and zero points are chosen, and
  /// sets their codes. Destroys the weights. With `keepsZeros` a weight of 0
  /// stays 0, whatever others would have it make up for. May be called from any
  /// thread.
  void quantize(const GroupFormat &format, llvm::MutableArrayRef<float> weights,
                llvm::MutableArrayRef<int8_t> codes,
                llvm::ArrayRef<uint16_t> scales, llvm::ArrayRef<int8_t> zeros,
                bool keepsZeros = false) const;

  /// Sets weights of rows [rows, width] to zero by the pattern, where it costs
  /// the least, and lets the others make up for it. Needs Order::Place. May be
  /// called from any thread.
  void prune(const SparsityPattern &pattern,
             llvm::MutableArrayRef<float> weights) const;

private:
  size_t width = 0;
  double damping = 0;
  /// Which input comes when.
  std::vector<uint32_t> order;
  /// The upper Cholesky factor of the inverse, in that order; each row divided
  /// by its diagonal element.
  std::vector<float> factor;
  /// Its diagonal.
  std::vector<float> diagonal;
};

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_ERRORFEEDBACK_H
