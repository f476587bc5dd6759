// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How ops and transposes commute: for an op with operands that are transposed by one permutation P, the same op over
// the operands as they were, and the permutation Q by which its results then have to be transposed:
//
//   op(transpose_P(a), transpose_P(b)) = transpose_Q(op'(a, b))

#ifndef WEFT_PASSES_SIMPLIFY_TRANSPOSERULES_H
#define WEFT_PASSES_SIMPLIFY_TRANSPOSERULES_H

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Builders.h"

namespace weft {

/// Result dimension i is operand dimension permutation[i].
using Permutation = llvm::SmallVector<int64_t>;

/// An op that was rewritten for operands before their transposition.
struct CommutedOp {
  mlir::Operation *op;
  /// How every result of `op` has to be transposed to be the old one.
  Permutation permutation;
};

/// The permutation of transposing by `inner` and then by `outer`.
Permutation composePermutations(llvm::ArrayRef<int64_t> outer,
                                llvm::ArrayRef<int64_t> inner);
Permutation invert(llvm::ArrayRef<int64_t> permutation);
bool isIdentity(llvm::ArrayRef<int64_t> permutation);

/// Whether transposing `type` leaves all elements where they are, because only dimensions of size 1 change places.
bool movesNothing(mlir::RankedTensorType type,
                  llvm::ArrayRef<int64_t> permutation);

/// The number of elements that `permutation` of a tensor of `type` moves; unknown sizes count as 64.
int64_t computeMoved(mlir::RankedTensorType type,
                     llvm::ArrayRef<int64_t> permutation);

/// The operands of `op` that have to be transposed alike for the op to commute with a transposition; empty where it
/// does not commute. Elementwise operands of lower rank are among them.
llvm::SmallVector<unsigned> findTransposableOperands(mlir::Operation *op);

/// Whether results of `op` have the order of dimensions of its operands, so that P and Q are one.
bool keepsPermutation(mlir::Operation *op);

/// `value` as `shape`, of which at most one size is unknown.
mlir::Value reshapeTo(mlir::OpBuilder &builder, mlir::Location loc,
                      mlir::Value value, llvm::ArrayRef<int64_t> shape);

/// Builds `op` for operands as they are before transposition by `permutation`; `untransposed` has a value for each of
/// findTransposableOperands. Fails, without building anything, where the op does not commute with this permutation.
mlir::FailureOr<CommutedOp> commute(mlir::OpBuilder &builder,
                                    mlir::Operation *op,
                                    llvm::ArrayRef<int64_t> permutation,
                                    mlir::ValueRange untransposed);

} // namespace weft

#endif // WEFT_PASSES_SIMPLIFY_TRANSPOSERULES_H
