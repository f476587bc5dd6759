// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the two ways to compute attention share: the sizes, where keys and values are, the mask, and what a present state holds.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_ATTENTIONFRAME_H
#define WEFT_LIB_TARGET_CPU_KERNEL_ATTENTIONFRAME_H

#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/Kernels.h"

namespace weft::cpu {

/// Keys or values that are read at a time.
inline constexpr int64_t kAttentionKeys = 128;
/// Fewer queries than these are computed one by one.
inline constexpr int64_t kTiledQueries = 5;

/// Rows of floats in memory.
struct AttentionRows {
  mlir::Value pointer;
  /// Elements from one row to the next.
  mlir::Value stride;
  mlir::Type element;

  mlir::Value at(KernelBuilder &builder, mlir::Value row) const {
    return builder.address(pointer, element, builder.mul(row, stride));
  }
};

/// Keys or values of a layer: what is known of it from earlier calls, and what came with this one.
struct AttentionOperand {
  mlir::Value past, present;
};

class AttentionFrame {
public:
  AttentionFrame(KernelBuilder &builder, FuncOp kernel, AttentionOp root,
                 const KernelContext &context);

  /// Goes to a head of the batch.
  void setHead(mlir::Value batchIndex, mlir::Value headIndex);

  AttentionOperand getKeys() { return {root.getPastKey(), root.getKey()}; }
  AttentionOperand getValues() {
    return {root.getPastValue(), root.getValue()};
  }

  /// Calls body(key, count) for blocks of neighbouring keys of [begin, end), each in one piece of the operands.
  void forEachBlock(
      mlir::Value begin, mlir::Value end,
      llvm::function_ref<void(mlir::Value key, mlir::Value count)> body);
  /// The rows of a block as f32; `copy` has room for it where they are copied.
  AttentionRows getRows(AttentionOperand operand, mlir::Value key,
                        mlir::Value count, mlir::Value copy);
  /// The same where they are, if that is in floats of any width.
  AttentionRows getStoredRows(AttentionOperand operand, mlir::Value key,
                              mlir::Value count, mlir::Value copy);
  /// The query times `factor`, as f32.
  mlir::Value queryAt(mlir::Value query, const Lane &column, double factor);
  /// The mask as f32: a number to add, or of a mask of truth values an upper bound, which is an infinity.
  mlir::Value maskAt(mlir::Value query, const Lane &key);
  /// Whether all queries have one mask.
  bool isMaskShared();
  /// A score, softcapped, with what maskAt returned (null without a mask).
  mlir::Value finishScore(mlir::Value score, mlir::Value mask);
  /// Whether a query may have keys that it does not see.
  bool excludes() { return root.getMask() || root.getCausal() || hasWindow(); }
  bool hasWindow() { return root.getWindow() != 0; }
  /// `value` for the products with `weights`: 0 where they are 0, for what is not seen may be anything.
  mlir::Value readSeen(mlir::Value weights, mlir::Value value);
  /// The keys that queries up to `query` see, as an end.
  mlir::Value getSeenEnd(mlir::Value query);
  /// The first key that queries from `query` on see.
  mlir::Value getSeenBegin(mlir::Value query);
  /// Writes the joined keys and values that the kernel returns.
  void storePresent();
  /// Writes the kernel's other results for a part of attention's, f32.
  void storeResults(mlir::Value value, mlir::Value query, const Lane &column);

  KernelBuilder &b;
  AttentionOp root;
  KernelFrame frame;
  ExpressionEmitter emitter;
  int64_t lanes;
  mlir::Type f32;
  mlir::Value heads, length, width, valueWidth, pastLength, keys;
  mlir::Value batch, head, keyHead;

private:
  /// The rows of a block of keys or values that are not copied; nothing of others.
  std::optional<AttentionRows> findRows(AttentionOperand operand,
                                        mlir::Value key, bool isWidened);
  mlir::Value joinedAt(AttentionOperand operand, mlir::Value key,
                       const Lane &column);
  void storeJoined(mlir::Value result, AttentionOperand operand);

  ReturnOp ret;
  mlir::Value current;
};

/// Computes one query of the present head at a time; `scratch` has getAttentionRowScratch() floats.
void emitAttentionRow(AttentionFrame &frame, mlir::Value query,
                      mlir::Value scratch);
mlir::Value getAttentionRowScratch(KernelBuilder &builder, mlir::Value width,
                                   mlir::Value valueWidth, mlir::Value keys);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_ATTENTIONFRAME_H
