// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What every kernel emitter writes with: i64 arithmetic that folds, memory as typed pointers, and the conversion between how
// an element lies in memory and how it is computed with.
//
// All sizes and positions are i64. In registers f16 and bf16 are f32, truth values are i1 and integers are signless; in
// memory a truth value is a byte.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_KERNELBUILDER_H
#define WEFT_LIB_TARGET_CPU_KERNEL_KERNELBUILDER_H

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace weft::cpu {

/// A contiguous row-major tensor in memory.
struct KernelTensor {
  mlir::Value pointer;
  /// The element type of the tensor (not of the memory or the register).
  mlir::Type element;
  /// i64, constants where static.
  llvm::SmallVector<mlir::Value> dims;
};

class KernelBuilder : public mlir::ImplicitLocOpBuilder {
public:
  KernelBuilder(mlir::Location location, mlir::OpBuilder &builder,
                int64_t lanes)
      : ImplicitLocOpBuilder(location, builder), lanes(lanes) {}

  /// Elements of f32 in a register of the target.
  int64_t getLanes() const { return lanes; }

  //===--------------------------------------------------------------------===//
  // i64 arithmetic; folds what is known
  //===--------------------------------------------------------------------===//

  mlir::Value index(int64_t value);
  mlir::Value add(mlir::Value lhs, mlir::Value rhs);
  mlir::Value add(mlir::Value lhs, int64_t rhs) { return add(lhs, index(rhs)); }
  mlir::Value sub(mlir::Value lhs, mlir::Value rhs);
  mlir::Value sub(mlir::Value lhs, int64_t rhs) { return sub(lhs, index(rhs)); }
  mlir::Value mul(mlir::Value lhs, mlir::Value rhs);
  mlir::Value mul(mlir::Value lhs, int64_t rhs) { return mul(lhs, index(rhs)); }
  /// The product of values that are not negative, or the largest number where that does not hold it: sizes come from outside.
  mlir::Value mulSaturated(mlir::Value lhs, mlir::Value rhs);
  /// Quotient and remainder of values that are not negative; the divisor is not 0.
  mlir::Value div(mlir::Value lhs, mlir::Value rhs);
  mlir::Value div(mlir::Value lhs, int64_t rhs) { return div(lhs, index(rhs)); }
  mlir::Value rem(mlir::Value lhs, mlir::Value rhs);
  mlir::Value rem(mlir::Value lhs, int64_t rhs) { return rem(lhs, index(rhs)); }
  mlir::Value ceilDiv(mlir::Value lhs, int64_t rhs) {
    return div(add(lhs, rhs - 1), rhs);
  }
  mlir::Value min(mlir::Value lhs, mlir::Value rhs);
  mlir::Value max(mlir::Value lhs, mlir::Value rhs);
  mlir::Value compare(mlir::arith::CmpIPredicate predicate, mlir::Value lhs,
                      mlir::Value rhs);
  mlir::Value select(mlir::Value condition, mlir::Value onTrue,
                     mlir::Value onFalse);
  mlir::Value logicalAnd(mlir::Value lhs, mlir::Value rhs);
  /// 1 for no values.
  mlir::Value product(mlir::ValueRange values);
  /// The row-major position of `position` in a tensor of `dims`.
  mlir::Value linearize(mlir::ValueRange position, mlir::ValueRange dims);
  /// The inverse of linearize.
  llvm::SmallVector<mlir::Value> delinearize(mlir::Value linear,
                                             mlir::ValueRange dims);
  /// The value of an i64 constant.
  static std::optional<int64_t> known(mlir::Value value);

  //===--------------------------------------------------------------------===//
  // Types
  //===--------------------------------------------------------------------===//

  /// How an element is computed with: f16 and bf16 as f32, integers signless, codes of few bits as i8.
  mlir::Type registerType(mlir::Type element);
  /// How an element lies in memory: i1 as i8, integers signless.
  mlir::Type memoryType(mlir::Type element);
  static int64_t sizeBytes(mlir::Type element);
  /// `type`, or a vector of it for more than one lane.
  static mlir::Type withLanes(mlir::Type type, int64_t lanes);

  //===--------------------------------------------------------------------===//
  // Values and memory
  //===--------------------------------------------------------------------===//

  /// A constant of a register type.
  mlir::Value constant(mlir::Type registerType, double value);
  mlir::Value constantInt(mlir::Type registerType, int64_t value);
  /// `value` in every lane; a vector is returned as it is.
  mlir::Value splat(mlir::Value value, int64_t lanes);
  /// The address of element `offset` (i64, in elements).
  mlir::Value address(mlir::Value pointer, mlir::Type element,
                      mlir::Value offset);
  /// `count` neighbouring elements from `offset` on, as registers; a scalar for a count of 1.
  mlir::Value load(mlir::Value pointer, mlir::Type element, mlir::Value offset,
                   int64_t count = 1);
  void store(mlir::Value value, mlir::Value pointer, mlir::Type element,
             mlir::Value offset);
  /// Memory of the kernel's frame; the size is small and known. Placed in the entry block. Aligned to 64 bytes.
  mlir::Value allocateStack(mlir::Type memoryType, int64_t count);
  /// Register form to the precision of `element` and back (the rounding of a cast to f16 or bf16).
  mlir::Value roundTo(mlir::Value value, mlir::Type element);

  //===--------------------------------------------------------------------===//
  // Loops
  //===--------------------------------------------------------------------===//

  /// for (i = from; i < to; i += step) body(i).
  void loop(mlir::Value from, mlir::Value to, int64_t step,
            llvm::function_ref<void(mlir::Value)> body);
  /// The same with values carried from one round to the next; returns the last ones.
  llvm::SmallVector<mlir::Value>
  loop(mlir::Value from, mlir::Value to, int64_t step, mlir::ValueRange carried,
       llvm::function_ref<llvm::SmallVector<mlir::Value>(mlir::Value,
                                                         mlir::ValueRange)>
           body);
  /// while (condition(carried)) carried = body(carried); returns the last ones.
  llvm::SmallVector<mlir::Value>
  loopWhile(mlir::ValueRange carried,
            llvm::function_ref<mlir::Value(mlir::ValueRange)> condition,
            llvm::function_ref<llvm::SmallVector<mlir::Value>(mlir::ValueRange)>
                body);
  void ifThen(mlir::Value condition, llvm::function_ref<void()> then,
              llvm::function_ref<void()> otherwise = nullptr);
  llvm::SmallVector<mlir::Value>
  ifElse(mlir::Value condition, mlir::TypeRange types,
         llvm::function_ref<llvm::SmallVector<mlir::Value>()> then,
         llvm::function_ref<llvm::SmallVector<mlir::Value>()> otherwise);

private:
  int64_t lanes;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_KERNELBUILDER_H
