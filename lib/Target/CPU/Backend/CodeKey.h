// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What stands for generated code before it is generated: a hash of all that
// code generation sees.
//
// It is the same in every process: numbers stand for values, blocks and local
// symbols, text for types and attributes. The name of a kernel is not in it,
// and neither are places in the source, so that a layer that moves in the model
// keeps its key.

#ifndef WEFT_LIB_TARGET_CPU_BACKEND_CODEKEY_H
#define WEFT_LIB_TARGET_CPU_BACKEND_CODEKEY_H

#include "lib/Target/CPU/Backend/Levels.h"
#include "mlir/IR/Attributes.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/Operation.h"
#include "llvm/ADT/DenseMap.h"

namespace weft::cpu {

/// Computes the keys of functions of one module. One thread at a time.
class CodeKeyMaker {
public:
  /// How a function refers to another symbol of its module.
  struct Symbol {
    mlir::Operation *definition;
    /// Whether the code of its users holds a copy, so that its content counts
    /// and not its name.
    bool isCopied;
  };
  using FindSymbol =
      llvm::function_ref<Symbol(mlir::FlatSymbolRefAttr reference)>;

  /// Code is generated for \p level by this build of the compiler.
  explicit CodeKeyMaker(const Level &level);

  /// Returns the key of \p function as hexadecimal digits, with its name in it
  /// if \p withName; "" if something in it has no text that stands for it.
  std::string compute(mlir::Operation *function, bool withName,
                      FindSymbol find);

private:
  friend class CodeKeyWriter;
  /// The text of an attribute or type, printed once.
  llvm::StringRef getText(mlir::Attribute attribute);
  llvm::StringRef getText(mlir::Type type);

  std::string prefix;
  llvm::DenseMap<mlir::Attribute, std::string> attributes;
  llvm::DenseMap<mlir::Type, std::string> types;
};

/// What identifies this build of the code generator: version, and the build of
/// the libraries that it is made of.
std::string describeCodeGenerator();

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_BACKEND_CODEKEY_H
