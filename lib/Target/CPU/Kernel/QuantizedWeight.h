// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weights that a contraction reads as they are stored: integer codes with a scale for each group of neighbours in the reduction, or halves. They
// are widened on their way to the registers, so that memory is read at the size of the codes.
//
//   %w = weft.dequantize %codes, %scales, %zeros {dim = 1 : i64, block = 128 : i64}      [outputs, inputs], the last group may be short
//   %y = weft.contract "mk,nk->mn" %x, %w
//
// A weight is u * scale + offset, with u the code as an unsigned number of so few bits, or a signed one of 8, and the offset the same for a group.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_QUANTIZEDWEIGHT_H
#define WEFT_LIB_TARGET_CPU_KERNEL_QUANTIZEDWEIGHT_H

#include "lib/Analysis/QuantizedOperand.h"
#include "lib/Target/CPU/Kernel/KernelFrame.h"

namespace weft::cpu {

/// The arguments of a kernel that a right operand is made of.
struct QuantizedWeight {
  /// Integers, or floats of 16 bits.
  mlir::Value codes;
  /// Null for floats.
  mlir::Value scales;
  /// Null where no code stands for anything but itself.
  mlir::Value zeros;
  /// The dimension of the reduction, and elements of it that share a scale.
  int64_t dim = 0, block = 0;
  /// Whether a step of the reduction is in lines of memory of its own, for rows with many zeros; of codes of 4 and 8 bits.
  bool isInLines = false;
};

/// What `operand` of a contraction is made of, or nothing: a kernel's parameters, each read once, as findWeightWidening found them.
std::optional<QuantizedWeight> matchQuantizedWeight(mlir::Value operand);

/// What is added to a signed code of less than 8 bits in a packed panel, so that it is no less than 0.
inline int64_t getCodeBias(int64_t bits) {
  return bits < 8 ? int64_t(1) << (bits - 1) : 0;
}

/// Columns whose codes of `bits` bits, 4 or 8, fill a line of memory.
inline int64_t getLineColumns(int64_t bits) { return 512 / bits; }

/// Lines of a step of `columns` columns. An odd number: with a power of two the lines of one panel, which a step has one of each, would share few
/// sets of the first cache.
inline int64_t countLines(int64_t bits, int64_t columns) {
  return ((columns + getLineColumns(bits) - 1) / getLineColumns(bits)) | 1;
}

/// Reads panels of 16 columns in the layouts that WeightLayout.cpp chooses.
class QuantizedPanels {
public:
  QuantizedPanels(KernelBuilder &builder, KernelFrame &frame,
                  const QuantizedWeight &weight);

  /// Steps that loadCodes gives at a time.
  int64_t getTogether() const { return together; }
  mlir::Value getSteps() const { return steps; }
  /// Elements of a group; all steps where there are no scales.
  int64_t getBlock() const { return weight.block; }
  bool hasScales() const { return static_cast<bool>(weight.scales); }
  bool hasOffsets() const { return bias != 0 || weight.zeros; }

  bool isInteger() const { return isOfIntegers; }
  /// The codes of steps [step, step + getTogether()) as pairs of i16, a vector of i32 for two steps: the first in the lower half. For integers.
  llvm::SmallVector<mlir::Value> loadPairs(mlir::Value panel, mlir::Value step,
                                           int64_t column);
  /// The same of the two steps of `line`, whichever of those together it is.
  mlir::Value loadPair(mlir::Value panel, mlir::Value line, int64_t column);
  /// The codes of steps [step, step + getTogether()) and columns from `column` of panel `panel` on, a vector for each step, as f32.
  llvm::SmallVector<mlir::Value> loadCodes(mlir::Value panel, mlir::Value step,
                                           int64_t column);
  mlir::Value loadScales(mlir::Value panel, mlir::Value group, int64_t column);
  /// - (bias + zero point) * scale; null where hasOffsets() is false.
  mlir::Value loadOffsets(mlir::Value panel, mlir::Value group, int64_t column,
                          mlir::Value scales);
  /// Where the codes of `step` lie, for a prefetch.
  mlir::Value addressOf(mlir::Value panel, mlir::Value step);
  /// Bytes of a panel of codes for a step; less than 16 for codes of few bits.
  int64_t getStepBits() const { return 16 * bits; }

  bool isInLines() const { return weight.isInLines; }

  // Of codes in lines.
  int64_t getLineColumns() const { return cpu::getLineColumns(bits); }
  mlir::Value lineAddress(mlir::Value line, mlir::Value step);
  /// The codes of `step` for as many columns as a vector has, from `column` of the line on, as f32.
  mlir::Value loadLine(mlir::Value line, mlir::Value step, int64_t column);

  /// The codes of one step and as many columns as a vector has of a panel, as i32.
  mlir::Value loadStep(mlir::Value panel, mlir::Value step, int64_t column);
  /// The 64 bytes of a line.
  mlir::Value loadBytes(mlir::Value line, mlir::Value step);
  int64_t countCodesInByte() const { return 8 / bits; }
  /// Of bytes of a line, in any order, codes `part` of each, as unsigned bytes: those of 8 bits are above theirs by 128.
  mlir::Value takeUnsigned(mlir::Value bytes, int64_t part);
  /// loadOffsets for these.
  mlir::Value loadUnsignedOffsets(mlir::Value panel, mlir::Value group,
                                  int64_t column, mlir::Value scales);

private:
  /// The pairs of the plane of `width` bits that begins `offset` bytes into a panel.
  llvm::SmallVector<mlir::Value> loadPlane(mlir::Value panel,
                                           mlir::Value offset, int64_t width,
                                           mlir::Value step, int64_t column);
  /// Where panel `panel` of the codes begins.
  mlir::Value codesOf(mlir::Value panel);
  mlir::Value panelOf(const KernelTensor &tensor, mlir::Value panel,
                      mlir::Value sizeBytes);
  mlir::Value countBytes(int64_t width, mlir::Value count);

  KernelBuilder &b;
  QuantizedWeight weight;
  KernelTensor codes, scales, zeros;
  mlir::Value steps, groups;
  /// In a step, of codes in lines.
  int64_t lines = 0;
  int64_t bits, bias, together;
  bool isOfIntegers;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_QUANTIZEDWEIGHT_H
