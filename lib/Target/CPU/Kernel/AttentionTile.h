// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Attention of many queries in one pass over keys and values (Milakov and Gimelshein, "Online normalizer calculation for softmax", 2018; Dao et
// al., "FlashAttention", 2022). A task is a few tiles of queries of one head, or of heads that share their keys. In both products the queries
// are the columns:
//
//   scores [keys][queries]  = keys [keys][width] x queries [width][queries]
//   result [width][queries] = values [width][keys] x weights [keys][queries]
//
// The softmax of a query runs in its lane, without sums across a register. Scratch does not depend on the number of keys. What computes the
// products is a class of its own for multiply-adds and for the tiles of AMX.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_ATTENTIONTILE_H
#define WEFT_LIB_TARGET_CPU_KERNEL_ATTENTIONTILE_H

#include "lib/Target/CPU/Kernel/AttentionFrame.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"

#include <memory>

namespace weft::cpu {

/// Steps of a product that one instruction of tiles takes, in pairs: a line of 64 bytes.
inline constexpr int64_t kPairStep = 32;

/// How queries are cut into tasks and tiles.
struct AttentionShape {
  /// Whether the tiles of AMX multiply, rounded to bf16.
  bool onPairs = false;
  /// Rows of keys or values whose numbers are in registers together, and panels of 16 queries of a tile.
  int64_t rows = 0, panels = 0;
  /// Neighbouring queries of a task, and heads that have them.
  int64_t queries = 0, heads = 1;

  /// For an op, by what the level has; the sizes that the module knows decide.
  static AttentionShape choose(const KernelTarget &target, AttentionOp root);

  int64_t getTileQueries() const { return panels * kPanel; }
  /// Panels of one head, and of all.
  int64_t getHeadPanels() const { return queries / kPanel; }
  int64_t getPanels() const { return getHeadPanels() * heads; }
};

/// Offsets of scratch in words of four bytes. A tile keeps its queries, its result so far, and for each query the greatest score and the sum of
/// powers; all tiles use the same memory for what they compute of a block.
struct AttentionLayout {
  mlir::Value queryPanel, resultPanel, queries, results, maxima, sums, weights,
      mask, keys, values;
  /// On tiles of AMX: weights in pairs of keys, keys and values in pairs, and the products with values. A row of them has `keyRow` words.
  mlir::Value pairs, keyPairs, valuePairs, products, keyRow;
  mlir::Value total;
  /// Between panels of weights and of the mask, and between rows of a panel.
  int64_t weightPanel = 0, weightRow = 0;

  AttentionLayout(KernelBuilder &builder, const AttentionShape &shape,
                  mlir::Value width, mlir::Value valueWidth);
};

class AttentionTileEmitter {
public:
  AttentionTileEmitter(AttentionFrame &frame, const AttentionShape &shape);
  virtual ~AttentionTileEmitter() = default;

  /// Queries [first, first + shape.queries) of the present head and the shape.heads - 1 behind it, as far as there are such.
  void emit(mlir::Value first);

protected:
  /// The part of a tile's work that one block of keys is.
  struct Block {
    /// The first key, and how many there are.
    mlir::Value key, count;
    AttentionRows keys, values;
  };
  using Values = llvm::SmallVector<mlir::Value>;

  //===--------------------------------------------------------------------===//
  // The products
  //===--------------------------------------------------------------------===//

  /// Lays the queries of the present tile as the first product reads them.
  virtual void packQueries() = 0;
  /// Lays a block as the products of all tiles read it.
  virtual void packBlock(const Block &block) {}
  /// Called before the scores of a block are asked for.
  virtual void multiplyKeys(const Block &block) {}
  /// The scores of shape.rows keys from `row` of the block on, of all queries; those of the last key stand for what is behind it.
  virtual Values scoresAt(const Block &block, mlir::Value row) = 0;
  /// Makes powers of a block's scores, which the second product reads; returns their sums.
  virtual Values raiseScores(const Block &block,
                             llvm::ArrayRef<mlir::Value> shifts) = 0;
  /// Called before the sums of a block are asked for.
  virtual void multiplyValues(const Block &block) {}
  /// The sums of weighted values of shape.rows columns from `column` on; the last column stands for what is behind it.
  virtual Values sumsAt(const Block &block, mlir::Value column) = 0;
  /// The weight of key `key` of the block, of the queries in register `v`.
  virtual mlir::Value weightAt(mlir::Value key, int64_t v) = 0;

  //===--------------------------------------------------------------------===//
  // For them
  //===--------------------------------------------------------------------===//

  mlir::Value at(mlir::Value offset) {
    return b.address(a.frame.getScratch(), a.f32, offset);
  }
  /// Element [row][query] of a matrix in panels.
  mlir::Value inPanels(mlir::Value memory, mlir::Value panelSize,
                       mlir::Value row, mlir::Value query,
                       int64_t rowSize = kPanel);
  /// The same of scores, weights and mask.
  mlir::Value inWeights(mlir::Value memory, mlir::Value row,
                        mlir::Value query) {
    return inPanels(memory, b.index(layout.weightPanel), row, query,
                    layout.weightRow);
  }
  /// The number of the query in a column of the tile; columns past the last query repeat it.
  mlir::Value queryOf(mlir::Value column) {
    return b.min(b.add(firstQuery, column), b.sub(a.length, 1));
  }
  /// 2 or e to the power of the difference x <= 0 of two scores, to 1.7e-7 of it; below the least normal number it is 0. A NaN stays one.
  mlir::Value emitPower(mlir::Value x);
  /// Calls body(column, first of `lanes` queries): queries of a group lie in one panel.
  void forEachGroup(llvm::function_ref<void(mlir::Value column)> body) {
    b.loop(b.index(0), b.index(shape.getTileQueries()), lanes, body);
  }

  AttentionFrame &a;
  KernelBuilder &b;
  int64_t lanes;
  AttentionShape shape;
  AttentionLayout layout;
  /// Registers for a number of each query.
  int64_t vectors;
  mlir::VectorType vector;
  /// Scores are exponents of 2 where nothing is done to them in between that depends on the base.
  bool isBinary;
  double queryFactor;
  /// Of the present tile: its queries and results.
  mlir::Value queries, results;

private:
  static bool addsMask(AttentionOp root);
  void goToTile(mlir::Value panel, mlir::Value column);
  /// Goes to each tile of each head.
  void forEachTile(mlir::Value tiles, llvm::function_ref<void()> body);
  void clearTile();
  void emitBlock(const Block &block);
  /// What the mask says of queries and keys, turned over like the scores.
  void packMask(const Block &block);
  /// The scores of a block, left in the weights; returns the greatest so far of each query.
  Values scoreBlock(const Block &block);
  Values finishScores(const Block &block, mlir::Value row, Values sums);
  /// Excludes what is behind the last key that a query sees, or before the first.
  Values excludeUnseen(const Block &block, mlir::Value row, Values sums);
  void addValues(const Block &block, llvm::ArrayRef<mlir::Value> factors);
  /// The products of a block's values from `column` on, one key after the other, without those of weight 0.
  Values addSeenValues(const Block &block, mlir::Value column);
  void storeTile();
  Values loadLanes(mlir::Value memory);
  void storeLanes(llvm::ArrayRef<mlir::Value> values, mlir::Value memory);

  mlir::Value firstOfTask, firstQuery, maxima, sums;
};

/// Products by multiply-adds: keys and values are left operands of the register tile of contractions, which reads them where they are; what lies
/// in panels are the queries, packed once, and the weights, which the first product leaves as the second reads them.
std::unique_ptr<AttentionTileEmitter>
makeFloatAttention(AttentionFrame &frame, const AttentionShape &shape);

/// Products of bf16 by the tiles of AMX.
std::unique_ptr<AttentionTileEmitter>
makePairAttention(AttentionFrame &frame, const AttentionShape &shape);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_ATTENTIONTILE_H
