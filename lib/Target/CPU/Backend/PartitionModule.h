// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Splits a module of generated code into parts that can be compiled side by
// side, kept, and linked again.

#ifndef WEFT_LIB_TARGET_CPU_BACKEND_PARTITIONMODULE_H
#define WEFT_LIB_TARGET_CPU_BACKEND_PARTITIONMODULE_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include <vector>

namespace weft::cpu {

/// The symbols of a module of `llvm.func`s and globals.
///
/// Private constants and private functions that are only called are copied to
/// every part that uses them. All other definitions are roots: they are defined
/// once, each in a part of its own, and hidden in the linked object unless
/// their name begins with entryPrefix.
class CodeSymbols {
public:
  explicit CodeSymbols(mlir::ModuleOp module);

  /// In the order of the module.
  std::vector<mlir::Operation *> findRoots() const;
  bool isCopied(mlir::Operation *symbol) const;
  /// The symbol of that name, or null.
  mlir::Operation *find(mlir::StringAttr name) const {
    return symbols.lookup(name);
  }
  /// What \p symbol refers to, in order of first use.
  llvm::SetVector<mlir::Operation *> findUses(mlir::Operation *symbol) const;

private:
  llvm::MapVector<mlir::StringAttr, mlir::Operation *> symbols;
  llvm::DenseSet<mlir::StringAttr> addressTaken;
};

/// Lets other parts refer to the roots of \p module: what is one stays one, even
/// when nothing in the module refers to it any more.
void exportRoots(mlir::ModuleOp module);

/// Takes the body of \p symbol, which is compiled elsewhere.
void makeDeclaration(mlir::Operation *symbol);

struct CodePart {
  mlir::OwningOpRef<mlir::ModuleOp> module;
  /// The root.
  mlir::StringAttr name;
};

/// Moves the roots of \p module, which stays behind without them, into modules
/// of their own, those with the most work first. Symbols of one part that
/// another needs are declared there.
std::vector<CodePart> partitionModule(mlir::ModuleOp module);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_BACKEND_PARTITIONMODULE_H
