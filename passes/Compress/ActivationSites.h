// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What products of constant weights read: the values that static quantization turns into bytes, and where it does.
//
// An activation may reach a product through ops that only move its elements, take maxima of them, or join it with others. Bytes can
// go the same way, so it is where the ops of that way begin that a value becomes bytes, all with one scale:
//
//   %r = weft.max %a, %zero                                  source: a float before, bytes behind
//   %m = weft.reduce_window max %r {...}
//   %c = weft.concat %m, %s {dim = 3 : i64}                  %s is a source of the same web
//   %y = weft.conv %c, %w {...}                              %c is the activation, of the web {%r, %s}

#ifndef WEFT_PASSES_COMPRESS_ACTIVATIONSITES_H
#define WEFT_PASSES_COMPRESS_ACTIVATIONSITES_H

#include "dialects/Weft/WeftOps.h"
#include "passes/Simplify/ParameterTable.h"

namespace weft {

/// A contraction or convolution of an activation by constant weights.
struct ConstantProduct {
  mlir::Operation *op;
  /// The number of its operand that is the activation; the weights are the other one.
  unsigned operand;
  /// The dimension of the weights that outputs lie along; nothing where they lie along none, or several.
  std::optional<int64_t> outputDim;
  /// The dimension of the weights, of a convolution those of its group, that input channels lie along, where it is one.
  std::optional<int64_t> inputDim;

  mlir::Value getActivation() const { return op->getOperand(operand); }
  mlir::Value getWeights() const { return op->getOperand(1 - operand); }
};

struct Activation {
  mlir::Value value;
  /// That of the first weights it meets, as the module has it, or of the op where they are in the IR; with a number where several
  /// activations would have the same.
  std::string name;
  /// The dimension of its channels, where all products agree on one and its size is known.
  std::optional<int64_t> channelDim;
  llvm::SmallVector<ConstantProduct> products;
};

/// Values that become bytes by one scale.
struct ActivationWeb {
  llvm::SmallVector<mlir::Value> sources;
  llvm::SmallVector<Activation> activations;

  bool feedsConvolution() const;
};

/// The function that is quantized: main, or the only public one; null if there is none.
FuncOp findQuantizedFunction(mlir::ModuleOp module);

/// All activations of f32 outside of control flow, in the order of the function. What is constant is none.
std::vector<ActivationWeb> findActivationWebs(FuncOp function);

/// The operands that bytes may come from where `value` is wanted in bytes; none where it is what becomes bytes.
mlir::OperandRange findMovedOperands(mlir::Value value);

/// The value of a weft.get or a weft.constant.
llvm::FailureOr<Tensor> readConstant(ParameterTable &parameters,
                                     mlir::Value value);

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_ACTIVATIONSITES_H
