// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Products of packed rows and panels by the tiles of AMX.
//
// A tile is a register of 16 rows of 64 bytes; one instruction multiplies two of them, 64 bytes deep, and adds to a third of 16x16 sums. A
// block of 2x2 sums needs four loads for four products, which is as fast as products alone:
//
//             t6   t7      panels: 64 bytes of depth x 16 columns, as lines of 16 groups of four bytes
//       t4    t0   t1
//       t5    t2   t3      rows: 16 x 64 bytes
//
// Registers are chosen here, by number, and not by LLVM, which runs out of them where tiles have several shapes. The shapes are those of the
// configuration that a thread last loaded, so each kernel loads its own, and releases it at its end.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_TILEKERNEL_H
#define WEFT_LIB_TARGET_CPU_KERNEL_TILEKERNEL_H

#include "lib/Target/CPU/Kernel/MicroKernel.h"

namespace weft::cpu {

/// Bytes of depth that one instruction multiplies, and that packed rows and panels are a multiple of.
inline constexpr int64_t kTileBytes = 64;
/// The most rows of a tile.
inline constexpr int64_t kTileRows = 16;

/// What the bytes of rows and panels are.
enum class TileElement { U8S8, S8S8, BF16 };

/// A block of sums and what it is the product of.
struct TileBlock {
  TileElement element;
  /// The block is rowTiles x panels tiles, at most four. Tiles of rows have as many as the configuration says.
  int64_t rowTiles, tileRows, panels;
  /// The first row at the first step, and bytes from a row to the next of its tile, from a tile to the next, and from the first step of 64 bytes
  /// to another.
  mlir::Value rows, rowStride, rowTileStride;
  std::function<mlir::Value(mlir::Value step)> rowStepOffset;
  /// The panels at the first step, each a step of [16][64] bytes after the other, and bytes from one to the next.
  llvm::SmallVector<mlir::Value> panelPointers;
  mlir::Value panelStepStride;
  /// The range of steps of 64 bytes.
  mlir::Value from, to;
  /// Panels of one step more, at `to`, where `hasTail` (i1) holds: the last lines of a panel are no whole step, and what follows them is not to
  /// be read. Empty: there is none.
  llvm::SmallVector<mlir::Value> tailPanels;
  mlir::Value hasTail;
  /// More than one: rows and panels are sums of so many terms of falling size, each as far from the one before in bytes, and of their
  /// products those are taken that are not smaller than the last term. Three terms of bf16 have the digits of f32.
  int64_t terms = 1;
  mlir::Value rowTermStride, panelTermStride;
  /// Lines of panels that are fetched into the second-level cache in each step: `comingLines` of each pointer, which moves on by `comingStride`
  /// bytes a step.
  llvm::SmallVector<mlir::Value> coming;
  int64_t comingLines = 0;
  /// What vector units do beside the products of a step, called behind each of them: number `product` of countProducts(). Few instructions at a
  /// time, or those of the next product come too late into the processor's window. Null for nothing.
  std::function<void(mlir::Value step, int64_t product)> beside;
  /// Products of a step.
  int64_t countProducts() const;
  /// Sums, 4 bytes each, and bytes from a row of them to the next. Added to where `isContinued` (i1; null: never).
  mlir::Value sums, sumStride, isContinued;
};

/// Loads the configuration for tiles of `tileRows` rows; at the start of a kernel.
void configureTiles(KernelBuilder &builder, int64_t tileRows);

/// Whether tiles run at their full rate now (i1): they are a quarter as fast while another program runs on the other hardware thread of the
/// core (bench/tiles.py shows it), multiply-adds nearly as fast as ever. Takes the time of a few products; `memory` has 1 KiB to read. For a kernel that has configured tiles.
mlir::Value emitTileProbe(KernelBuilder &builder, mlir::Value memory);

/// Gives the tiles up; at the end of a kernel.
void releaseTiles(KernelBuilder &builder);

/// Emits the products of a block.
void emitTileBlock(KernelBuilder &builder, const TileBlock &block);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_TILEKERNEL_H
