// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which weights of a row, or of a band of rows, may be zero together.

#ifndef WEFT_PASSES_COMPRESS_SPARSITYPATTERN_H
#define WEFT_PASSES_COMPRESS_SPARSITYPATTERN_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>

namespace weft {

/// Every row, or band of `bandRows` rows, has the same share of zeros: rows compete with themselves alone, as Wanda has them.
struct SparsityPattern {
  enum class Kind {
    /// Any weights of a row.
    Unstructured,
    /// `kept` of each `of` neighbours in a row stay.
    OfNeighbours,
    /// Blocks of `bandRows` outputs times `blockColumns` inputs go as a whole.
    Blocks
  };
  Kind kind = Kind::Unstructured;
  int64_t kept = 0, of = 0;
  int64_t bandRows = 1, blockColumns = 1;
  /// The share of weights that become zero.
  double sparsity = 0.5;

  /// Of "unstructured", "N:M" (N of M stay) or "RxC" (rows and columns of a block, at most 64 and 1024). A `sparsity` below 0 is the pattern's
  /// own, or 0.5; another one must lie in [0, 1), and agree with N:M.
  static llvm::Expected<SparsityPattern> parse(llvm::StringRef text,
                                               double sparsity);

  /// What the pieces of a row hand on to each other.
  struct Carry {
    /// Weights or blocks that were to go and stay, less those that went beyond the share.
    double count = 0;
    /// Whether something of the row stays outside of the piece, so that all of the piece may go.
    bool mayLoseAll = false;
  };

  /// Columns of a row that are chosen from together where they come in pieces of about `wanted`: neighbours by themselves, as late as can be; of
  /// blocks at least eight, so that they have others to compete with.
  int64_t getSpan(int64_t wanted) const;

  /// Sets `keep` of a band [rows, columns] to 1 where a weight stays and to 0 where it goes, which are those with the least `scores`. `rows` is
  /// bandRows, or less for the last band. What is left over of a row counts as neighbours, or a block, of its own. Some of a row always stays: an
  /// output that reads nothing is none.
  void choose(llvm::ArrayRef<float> scores, int64_t rows, int64_t columns,
              llvm::MutableArrayRef<char> keep) const {
    Carry none;
    choose(scores, rows, columns, keep, none);
  }

  /// The same for a piece of a row. Neighbours need no carry.
  void choose(llvm::ArrayRef<float> scores, int64_t rows, int64_t columns,
              llvm::MutableArrayRef<char> keep, Carry &carry) const;
};

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_SPARSITYPATTERN_H
