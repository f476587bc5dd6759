// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The arithmetic units that the innermost loop of a product may use. A unit decides how many steps of the reduction one instruction takes,
// how the rows of the left operand lie when they are packed, and what the sums are.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_PRODUCTUNIT_H
#define WEFT_LIB_TARGET_CPU_KERNEL_PRODUCTUNIT_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinTypeInterfaces.h"

namespace weft::cpu {

/// What the level's processor has, as far as kernels differ by it.
struct KernelTarget {
  /// Lanes of f32 in a register: 8 or 16.
  int64_t lanes = 8;
  /// Sums of four products of bytes in one instruction (AVX512-VNNI, AVX-VNNI).
  bool hasByteProducts = false;
  /// Products of tiles of bytes and of bf16 (AMX).
  bool hasTiles = false;
  /// Whether tiles compute all that they can, however much packing is for it; for tests.
  bool prefersTiles = false;
  /// How many terms of bf16 stand for a number of f32 on tiles (see SplitToBF16.h): 3 for f32's accuracy, 2 for less, 0 to leave f32 to
  /// multiply-adds.
  int64_t f32Terms = 0;
};

enum class ProductUnit {
  /// Fused multiply-add of f32, one step at a time.
  F32,
  /// vpmaddwd: two steps of i16, the sums i32. The rows are i16 without their zero point.
  I16Pairs,
  /// vpdpbusd: four steps of u8 times i8, the sums i32. The rows are u8 with their zero point, which the sums begin with.
  U8Quads,
  /// tdpbf16ps, of tiles alone: two steps of bf16, by panels of pairs.
  BF16Pairs,
};

/// How the rows of a product lie in memory.
struct ProductRows {
  mlir::Type element;
  /// Whether the inner loop of the reduction goes from one element to the next.
  bool isInOnePiece;
  /// Whether the inner loop may leave the tensor, so that only a copy has all that it reads.
  bool leavesTensor = false;
};

/// Steps of the reduction that a line of an integer panel holds for each column.
inline constexpr int64_t kQuad = 4;

/// The unit for integers of at most 8 bits. Tiles take rows as quads, too.
inline ProductUnit chooseIntegerUnit(const KernelTarget &target,
                                     bool onTiles = false) {
  return target.hasByteProducts || onTiles ? ProductUnit::U8Quads
                                           : ProductUnit::I16Pairs;
}

/// How packed rows lie in memory.
inline mlir::Type getRowElement(mlir::Builder &builder, ProductUnit unit) {
  switch (unit) {
  case ProductUnit::F32:
    return builder.getF32Type();
  case ProductUnit::I16Pairs:
    return builder.getI16Type();
  case ProductUnit::U8Quads:
    return builder.getI8Type();
  case ProductUnit::BF16Pairs:
    return builder.getI16Type();
  }
  llvm_unreachable("all units are handled");
}

inline bool isOfFloats(ProductUnit unit) {
  return unit == ProductUnit::F32 || unit == ProductUnit::BF16Pairs;
}

inline mlir::Type getSumElement(mlir::Builder &builder, ProductUnit unit) {
  return isOfFloats(unit) ? mlir::Type(builder.getF32Type())
                          : mlir::Type(builder.getI32Type());
}

/// Whether the unit for rows of `rows`, whose inner loop has `inner` steps, cannot read them where they lie.
inline bool needsPacking(const KernelTarget &target, const ProductRows &rows,
                         int64_t inner) {
  if (rows.leavesTensor)
    return true;
  if (!mlir::isa<mlir::IntegerType>(rows.element))
    return !rows.element.isF32();
  return chooseIntegerUnit(target) != ProductUnit::U8Quads ||
         !rows.element.isUnsignedInteger() || !rows.isInOnePiece ||
         mlir::ShapedType::isDynamic(inner) || inner % kQuad != 0;
}

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_PRODUCTUNIT_H
