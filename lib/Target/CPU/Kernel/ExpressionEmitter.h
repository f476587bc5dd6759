// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Values of a kernel's tensors at positions, computed where they are used.
//
// A kernel's body is a graph of tensor ops, but a loop wants registers. The emitter answers "what is this tensor at this
// position": a tensor in memory is loaded, an elementwise op is its operands at the broadcast position, and an op that only
// moves data (transpose, slice, pad, concat, gather, ...) is its operand at another position. So chains of such ops never
// touch memory, and one mechanism serves pointwise kernels, reductions, and the prologues and epilogues of contractions.
//
//   position of %y in   %t = weft.transpose %x {permutation = [1, 0]}      x at [j, i] is loaded,
//                       %y = weft.exp %t                                   exp of the register is the answer
//
// A position is one Lane a dimension: how the index runs over the lanes of a vector. When no index depends on the lane the
// answer is a scalar, which the caller may splat.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_EXPRESSIONEMITTER_H
#define WEFT_LIB_TARGET_CPU_KERNEL_EXPRESSIONEMITTER_H

#include "lib/Target/CPU/Kernel/KernelBuilder.h"
#include "llvm/ADT/DenseMap.h"

#include <functional>
#include <map>

namespace weft::cpu {
class KernelFrame;

/// An index of each lane: base + step * lane.
struct Lane {
  mlir::Value base;
  int64_t step = 0;
  /// A number that the base is known to be a multiple of.
  int64_t multiple = 1;

  bool isUniform() const { return step == 0; }
};

class ExpressionEmitter {
public:
  /// Computes a bound tensor at a position.
  using Source = std::function<mlir::Value(llvm::ArrayRef<Lane> position)>;

  /// `lanes` is the length of the vectors; 1 makes every answer a scalar.
  ExpressionEmitter(KernelBuilder &builder, KernelFrame &frame, int64_t lanes)
      : builder(builder), frame(frame), lanes(lanes) {}

  /// Fixes what `tensor` is, in place of its defining op; forgets answers kept so far.
  void bind(mlir::Value tensor, Source source);

  /// Whether every op between the kernel's arguments (or bound tensors) and `tensor` can be computed at a position.
  static bool canEmit(mlir::Value tensor,
                      llvm::function_ref<bool(mlir::Value)> isBound);

  /// `tensor` at `position`: a register; a scalar where no used index depends on the lane. Answers are kept until forget(),
  /// so that a shared operand is computed once; call forget() when control flow leaves the place of emission.
  mlir::Value emit(mlir::Value tensor, llvm::ArrayRef<Lane> position);
  void forget() { answers.clear(); }

  /// `count` neighbouring elements of `tensor` from the row-major number `offset` on; a scalar for a count of 1.
  mlir::Value emitRun(mlir::Value tensor, mlir::Value offset, int64_t count);

  /// Stores every result of the kernel at `position`, in vectors where an index of it depends on the lane.
  void storeResults(llvm::ArrayRef<Lane> position);
  /// Stores result number `i` alone.
  void storeResult(unsigned i, llvm::ArrayRef<Lane> position);

  int64_t getLanes() const { return lanes; }
  void setLanes(int64_t count) {
    lanes = count;
    forget();
  }

private:
  using Key = std::vector<const void *>;

  mlir::Value compute(mlir::Value tensor, llvm::ArrayRef<Lane> position);
  mlir::Value computeLaneByLane(mlir::Value tensor,
                                llvm::ArrayRef<Lane> position);
  mlir::Value loadAt(const KernelTensor &tensor, llvm::ArrayRef<Lane> position);
  /// The i64 value of an integer tensor at a uniform position.
  mlir::Value emitIndex(mlir::Value tensor, llvm::ArrayRef<Lane> position);
  /// The position of `operand`, which broadcasts to a tensor of rank position.size(), at `position`.
  llvm::SmallVector<Lane> broadcastPosition(mlir::Value operand,
                                            mlir::Value result,
                                            llvm::ArrayRef<Lane> position);

  KernelBuilder &builder;
  KernelFrame &frame;
  int64_t lanes;
  llvm::DenseMap<mlir::Value, Source> sources;
  std::map<Key, mlir::Value> answers;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_EXPRESSIONEMITTER_H
