// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Quantized panels as pairs of bf16, as tiles read them: a line of two steps and 16 columns at a time, in few enough instructions of the vector
// units to stand beside the products of tiles.
//
//   codes of 8 bits       i16 pairs; c << 16 as f32 is 65536 c, for which scales make up
//   less than 8 bits      u | 0x4300 is the bf16 128 + u, for which offsets make up
//   in lines of memory    a code of each step by itself, as f32
//
// A code as f32 is exact; its weight is rounded to bf16 once, to nearest.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_PAIRWIDENING_H
#define WEFT_LIB_TARGET_CPU_KERNEL_PAIRWIDENING_H

#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "lib/Target/CPU/Kernel/QuantizedWeight.h"

namespace weft::cpu {

class PairWidening {
public:
  /// For panels of integers.
  PairWidening(KernelBuilder &builder, QuantizedPanels &panels)
      : b(builder), panels(panels) {}

  /// Bytes of what the lines of a panel share: scales, and offsets where there are some, as f32.
  static int64_t countSharedBytes(const QuantizedWeight &weight);

  mlir::Value getLines() { return b.div(panels.getSteps(), 2); }
  /// Writes what the lines of `panel` share.
  void prepare(mlir::Value panel, mlir::Value shared);
  /// Writes 64 bytes.
  void widen(mlir::Value panel, mlir::Value line, mlir::Value shared,
             mlir::Value to);
  /// Where the codes of a line lie, for a prefetch.
  mlir::Value addressOf(mlir::Value panel, mlir::Value line) {
    return panels.addressOf(panel, b.mul(line, 2));
  }

private:
  /// What the lines of a panel multiply codes with.
  double getScaleFactor() const;
  /// The codes of the two steps of a line, as f32 over getScaleFactor().
  std::pair<mlir::Value, mlir::Value>
  loadSteps(mlir::Value panel, mlir::Value line, int64_t column);
  /// Whether codes are u of u | 0x4300.
  bool areFew() const {
    return !panels.isInLines() && panels.getStepBits() < 8 * kPanel;
  }
  bool hasOffsets() const { return areFew() || panels.hasOffsets(); }
  mlir::Value countGroups() {
    return b.ceilDiv(panels.getSteps(), panels.getBlock());
  }

  KernelBuilder &b;
  QuantizedPanels &panels;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_PAIRWIDENING_H
