// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The parameters of a module with their bytes, for passes that read, replace and drop them.

#ifndef WEFT_PASSES_SIMPLIFY_PARAMETERTABLE_H
#define WEFT_PASSES_SIMPLIFY_PARAMETERTABLE_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Interpreter/Tensor.h"
#include "lib/Support/WeightStore.h"

namespace weft {

/// The type of a weight in the store.
WeightType makeWeightType(mlir::RankedTensorType type);

/// A view of a module's parameters and of the context's weight store. Used by one thread, by a pass over the module.
class ParameterTable {
public:
  explicit ParameterTable(mlir::ModuleOp module);

  /// The declaration, or null.
  ParameterOp find(llvm::StringRef name) {
    return symbols.lookup<ParameterOp>(name);
  }

  /// The value of a parameter, not copied unless it is of packed codes; valid until it is dropped. Fails where the store has none, or of another type.
  llvm::FailureOr<Tensor> read(ParameterOp parameter);

  /// The bytes of a parameter as they are stored, as ui8; the elements of one whose value is in the IR.
  llvm::FailureOr<Tensor> readStored(ParameterOp parameter);

  /// Gives mapped pages of a parameter back.
  void release(ParameterOp parameter);

  /// Declares a parameter beside `origin` with the bytes of `tensor` and the source of `origin`; its name is `name` or like
  /// it. Small values are part of the declaration where the module has no weight store. Fails where the store cannot be
  /// written.
  llvm::FailureOr<ParameterOp> append(ParameterOp origin, llvm::StringRef name,
                                      const Tensor &tensor);

  /// Gives a parameter another value of its type. Fails with a diagnostic where the store cannot be written.
  llvm::LogicalResult replace(ParameterOp parameter, const Tensor &tensor);

  /// Declares a parameter beside `origin`, with its source, whose bytes the caller enters under the symbol's name.
  ParameterOp declare(ParameterOp origin, llvm::StringRef name,
                      mlir::RankedTensorType type);

  /// Drops the declaration and the segment.
  void drop(ParameterOp parameter);

  /// Drops all parameters that no op names; returns their number.
  unsigned dropUnused();

  WeightStore *getStore() { return store; }

private:
  llvm::Error appendBytes(llvm::StringRef key, const Tensor &tensor);

  mlir::ModuleOp module;
  mlir::SymbolTable symbols;
  WeightStore *store;
};

} // namespace weft

#endif // WEFT_PASSES_SIMPLIFY_PARAMETERTABLE_H
