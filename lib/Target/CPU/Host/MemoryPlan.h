// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where every tensor of a function, or of the body of a `weft.map`, lies.
//
// A tensor that is computed becomes an output of the function, a slice of the static arena, or, when its size is known at run time only,
// an allocation of the call. Views (weft.reshape) lie where their operand lies. Slices of the arena are shared by tensors that are not alive at
// the same time (ArenaLayout.h). The body of a map has a plan of its own: each worker has such an arena, and the outputs are its slices of the
// results.

#ifndef WEFT_LIB_TARGET_CPU_HOST_MEMORYPLAN_H
#define WEFT_LIB_TARGET_CPU_HOST_MEMORYPLAN_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Analysis/MemoryUse.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"

namespace weft::cpu {

/// Where a computed tensor lies.
struct Place {
  enum Kind { Output, Arena, Dynamic } kind = Dynamic;
  /// The number of the output, or the byte offset in the arena.
  int64_t where = 0;
};

class MemoryPlan {
public:
  /// For all but the bodies of maps in `block`, which is that of a function or of a map.
  explicit MemoryPlan(mlir::Block &block);

  /// The place of a result of a dispatch, an extern, an `if`, a loop, a map, or of what is appended to a state.
  Place getPlace(mlir::Value root) const;
  /// The result of an `if` in whose memory \p root is computed, or null.
  mlir::Value getForwarded(mlir::Value root) const {
    return forwarded.lookup(root);
  }
  int64_t getArenaBytes() const { return arenaBytes; }
  /// The largest sum of sizes that are alive at once: no plan can be smaller.
  int64_t getLowerBoundBytes() const { return lowerBoundBytes; }
  /// The lives of all tensors that are computed, in the order of the function. Dispatches in maps do not count.
  std::vector<TensorLife> computeLives();
  /// Allocations of the call that nobody reads after `op`.
  llvm::ArrayRef<mlir::Value> getLastUses(mlir::Operation *op) const;

  /// The tensor whose memory `value` lies in: through views.
  static mlir::Value getRoot(mlir::Value value);

private:
  struct Life {
    int64_t begin = 0, end = 0;
  };

  void number(mlir::Block &block, int64_t &next);
  Life computeLife(mlir::Value root);
  /// The last position at which `value` or what lies in its memory is read.
  int64_t findLastUse(mlir::Value value, mlir::Operation *definition);
  void placeOutputs();
  void findForwarded();
  void placeInArena(llvm::ArrayRef<mlir::Value> roots);
  void noteLastUses(llvm::ArrayRef<mlir::Value> roots);

  /// Visits the ops outside of maps, outer ones first.
  void walk(llvm::function_ref<void(mlir::Operation *)> visit);

  mlir::Block &block;
  llvm::DenseMap<mlir::Operation *, Life> positions;
  llvm::DenseMap<mlir::Value, Place> places;
  /// What a branch yields once, and the result of the `if` whose memory it is computed in; outer branches first.
  llvm::MapVector<mlir::Value, mlir::Value> forwarded;
  llvm::DenseMap<mlir::Operation *, llvm::SmallVector<mlir::Value, 2>> lastUses;
  int64_t arenaBytes = 0, lowerBoundBytes = 0;
};

/// Bytes of a tensor with static dimensions.
int64_t computeSizeBytes(mlir::RankedTensorType type);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_HOST_MEMORYPLAN_H
