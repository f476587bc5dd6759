// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The layers of a model that add to what comes in, x + f(x), so that the model still fits together without them.
//
//   %a = weft.attention ...                        reads %x
//   %u = weft.contract "mk,nk->mn" %a, %o
//   %y = weft.add %x, %u
//   %v = weft.contract "mk,nk->mn" ..., %down      reads %y
//   %z = weft.add %y, %v
//
// Nothing is said of architectures: a sum is such a *join* if one of its terms, the *stream*, is among what the other, the *update*, is computed
// from. A layer is a join that attention leads to, with those that follow it, or, of a function without attention, any join.

#ifndef WEFT_LIB_ANALYSIS_RESIDUALLAYERS_H
#define WEFT_LIB_ANALYSIS_RESIDUALLAYERS_H

#include "dialects/Weft/WeftOps.h"
#include "llvm/ADT/SetVector.h"

namespace weft {

struct ResidualLayer {
  struct Join {
    AddOp op;
    /// Which operand of the sum is the stream.
    unsigned streamOperand;

    mlir::Value getStream() const { return op->getOperand(streamOperand); }
    mlir::Value getUpdate() const { return op->getOperand(1 - streamOperand); }
  };
  /// In the order of the function.
  llvm::SmallVector<Join, 2> joins;
  /// What depends on the stream and goes into nothing but the updates, and states.
  llvm::SetVector<mlir::Operation *> ops;
  /// What the ops read, by name.
  llvm::SetVector<mlir::StringAttr> parameters;
  /// Names of states that the ops make.
  llvm::SetVector<mlir::StringAttr> states;
  /// Why it has to stay; empty where it may go.
  std::string obstacle;
};

/// The layers of a function, in order.
std::vector<ResidualLayer> findResidualLayers(FuncOp function);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_RESIDUALLAYERS_H
